"""Full disks, failing calls and the process ending at every call while a report is sent, and at the next opening."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from forms.dossier.content import Content
from forms.model.errors import NhomtreError, StorageError
from forms.store.store import Session
from tests.faults.editing import ordered
from tests.faults.injection import (
    ENDED,
    ERRORS,
    FULL,
    VIETNAMESE,
    calls_of,
    copy,
    end_at,
    every_call,
    fail_at,
    in_a_child,
    some,
)
from tests.faults.sending import (
    CUT,
    FINISHED,
    YEAR,
    begin,
    check_revisions,
    edit,
    made,
    ready,
    reject,
    send,
    snapshot,
    staged,
    store,
    temporaries,
)

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where revision 1 was sent, refused and edited; the folder of revision 2 comes from somewhere else."""
    folder = tmp_path_factory.mktemp("base") / "data"
    begin(folder)
    with store(folder).open(YEAR, write=True) as session:
        send(session, Random(1))
        reject(session)
        edit(session)
    return folder


@pytest.fixture(scope="module")
def occupied(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with files of another sending under the names of revision 2, as after a restored backup."""
    folder = tmp_path_factory.mktemp("occupied") / "data"
    shutil.copytree(base, folder)
    there = folder / "exports" / "2019-2020" / "ban-2"
    there.mkdir()
    (there / "bieu.pdf").write_bytes(b"%PDF other")
    shutil.copy(folder / "backups" / "2019-2020.ban-1.json", folder / "backups" / "2019-2020.ban-2.json")
    return folder


FILES = made(Random(2))


def send_second(session: Session) -> Path:
    return session.send(ready(session.dossier.content, FILES), FILES)


def names_of_sending(base: Path, tmp_path: Path) -> list[str]:
    reference = copy(base, tmp_path, "reference")
    with store(reference).open(YEAR, write=True) as session:
        names = calls_of(lambda: send_second(session))
    assert {"write", "fdatasync", "fsync", "replace", "mkdir"} <= set(names)
    return names


def is_second_there(folder: Path) -> bool:
    return (folder / "exports" / "2019-2020" / "ban-2").exists() or (
        folder / "backups" / "2019-2020.ban-2.json"
    ).exists()


@pytest.mark.promise("R2")
@pytest.mark.parametrize("code", ERRORS, ids=lambda code: errno.errorcode[code])
def test_every_call_of_a_sending_may_fail(base: Path, tmp_path: Path, code: int) -> None:
    names = names_of_sending(base, tmp_path)
    failures = late = 0
    for number in some(len(names), len(ERRORS), ERRORS.index(code)):
        folder = copy(base, tmp_path, number)
        failed = ""
        with store(folder).open(YEAR, write=True) as session:
            old = session.dossier.content
            with every_call(fail_at(number, code)):
                try:
                    send_second(session)
                except NhomtreError as error:
                    failed = str(error)
            failures += bool(failed)
            content = session.dossier.content
            with store(folder).open(YEAR, write=False) as reading:
                assert ordered(reading.dossier.content) == ordered(content), names[number - 1]
            if failed:
                assert VIETNAMESE & set(failed)
                assert "an toàn" in failed or "còn nguyên" in failed or "Không mất gì" in failed, failed
            if content.state == "sent":
                assert not failed or "Báo cáo đã gửi (bản 2)" in failed, failed
                late += bool(failed)
            else:
                assert failed
                assert ordered(content) == ordered(old)
                assert not is_second_there(folder)
                assert temporaries(folder) == []
                # the fault is gone: work goes on
                edit(session)
                send_second(session)
                check_revisions(folder, session)
        with store(folder).open(YEAR, write=True) as session:
            assert len(session.notices) == (
                bool(failed) and content.state == "sent" and bool(session.notices)
            )
            assert all(FINISHED in notice for notice in session.notices)
            check_revisions(folder, session)
            assert session.dossier.content.last_sent == 2
            reject(session)
            edit(session)
            send(session, Random(3))
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == []
            check_revisions(folder, session)
        shutil.rmtree(folder)
    # those of the note of the last change never fail the work
    assert failures >= len(names) // 2 // (1 if FULL else len(ERRORS))
    assert late or not FULL, "no call failed after the line of the journal"


@pytest.mark.promise("R2")
@pytest.mark.parametrize("kind", ["base", "occupied"])
def test_the_process_may_end_at_every_call(request: pytest.FixtureRequest, tmp_path: Path, kind: str) -> None:
    sample: Path = request.getfixturevalue(kind)
    names = names_of_sending(sample, tmp_path)
    with store(sample).open(YEAR, write=False) as session:
        old = session.dossier.content
    seen = set()
    for number in some(len(names) + 1, 2, kind == "occupied"):
        folder = copy(sample, tmp_path, number)
        ended_at(folder, number)
        unfinished = staged(folder)
        before = snapshot(folder)
        with store(folder).open(YEAR, write=False) as reading:
            assert reading.notices == [] or "ghi dở" in reading.notices[0]
        assert snapshot(folder) == before
        with store(folder).open(YEAR, write=True) as session:
            seen.add(after_the_end(folder, session, old, unfinished, is_occupied=kind == "occupied"))
        shutil.rmtree(folder)
    assert seen == {"draft", "cut", "finished", "sent"}


def ended_at(folder: Path, wanted: int) -> None:
    """Send in a process of its own that ends at that call."""

    def work() -> None:
        session = store(folder).open(YEAR, write=True)
        with every_call(end_at(wanted)):
            send_second(session)

    assert in_a_child(work) in (0, ENDED)


def after_the_end(
    folder: Path, session: Session, old: Content, unfinished: list[str], *, is_occupied: bool
) -> str:
    content = session.dossier.content
    said = "\n".join(session.notices)
    assert temporaries(folder) == []
    assert (CUT in said or FINISHED in said) == bool(unfinished), (unfinished, said)
    if content.state == "sent":
        check_revisions(folder, session)
        if is_occupied:
            (kept,) = (folder / "exports" / "2019-2020").glob("ban-2-cu-*")
            assert (kept / "bieu.pdf").read_bytes() == b"%PDF other"
            assert len(list((folder / "backups").glob("2019-2020.ban-2-cu-*.json"))) == 1
        return "finished" if FINISHED in said else "sent"
    assert ordered(content) == ordered(old)
    assert is_second_there(folder) == is_occupied
    edit(session)
    send_second(session)
    check_revisions(folder, session)
    return "cut" if CUT in said else "draft"


@pytest.mark.promise("R2")
@pytest.mark.parametrize("stage", ["cut", "finished"])
@pytest.mark.parametrize("code", ERRORS[1:], ids=lambda code: errno.errorcode[code])
def test_every_call_of_the_next_opening_may_fail(base: Path, tmp_path: Path, stage: str, code: int) -> None:
    names = names_of_sending(base, tmp_path)
    line = names.index("fdatasync") + 1
    sample = copy(base, tmp_path, stage)
    ended_at(sample, line - 2 if stage == "cut" else line + 1)
    assert temporaries(sample)

    def open_and_close(folder: Path) -> None:
        with store(folder).open(YEAR, write=True) as session:
            if not session.dossier.content.is_frozen:
                edit(session)

    calls = calls_of(lambda: open_and_close(copy(sample, tmp_path, "calls")))
    for number in some(len(calls), 3, ERRORS.index(code) - 1):
        folder = copy(sample, tmp_path, number)
        try:
            with every_call(fail_at(number, code)):
                open_and_close(folder)
        except NhomtreError as error:
            assert VIETNAMESE & set(str(error)), str(error)
        with store(folder).open(YEAR, write=True) as session:
            assert session.dossier.content.state == ("rejected" if stage == "cut" else "sent")
            if stage == "cut":
                send_second(session)
            check_revisions(folder, session)
        shutil.rmtree(folder)


def test_a_line_that_could_not_be_taken_back_does_not_leave_half_a_sending(
    base: Path, tmp_path: Path
) -> None:
    folder = copy(base, tmp_path, "data")

    def no_way_back(_number: int, name: str, _args: Any) -> None:
        if name in ("fdatasync", "ftruncate"):
            raise OSError(errno.EIO, "on purpose")

    session = store(folder).open(YEAR, write=True)
    edit(session)
    with every_call(no_way_back), pytest.raises(StorageError, match="an toàn"):
        send_second(session)
    assert session.dossier.content.state == "rejected"
    # the process ends here, without closing anything
    again = copy(folder, tmp_path, "again")
    with store(again).open(YEAR, write=True) as reopened:
        assert reopened.dossier.content.state == "sent", "the line is there"
        check_revisions(again, reopened)
    # or the fault is gone, and it is sent again
    edit(session)
    send_second(session)
    check_revisions(folder, session)
    session.close()


def test_a_reader_sends_nothing_and_disturbs_no_writer(base: Path, tmp_path: Path) -> None:
    folder = copy(base, tmp_path, "data")
    with store(folder).open(YEAR, write=True) as writer, store(folder).open(YEAR, write=False) as reader:
        content = writer.dossier.content
        writer.revisions.stage(2, content, writer.dossier.seq + 1, "", FILES)
        before = snapshot(folder)
        with pytest.raises(StorageError, match="chỉ để xem"):
            send_second(reader)
        assert snapshot(folder) == before
        writer.revisions.discard(2)


def test_the_command_line_reads_beside_a_sender_and_after_its_end(base: Path, tmp_path: Path) -> None:
    folder = copy(base, tmp_path, "data")
    names = names_of_sending(base, tmp_path)
    for at in (names.index("fdatasync") - 1, names.index("fdatasync") + 2):
        ended_at(folder, at)
        before = snapshot(folder)
        for arguments in (
            ["check"],
            ["tables", "--json"],
            ["diff", "--json"],
            ["verify", "0000-0000-0000-0000"],
        ):
            done = subprocess.run(
                [sys.executable, "-m", "tui.cli", "--data", str(folder), "--today", "2019-09-19", *arguments],
                capture_output=True,
                check=False,
                timeout=60,
                cwd=HERE.parents[1],
            )
            assert done.returncode in (0, 1), done.stderr
            assert "ngoài dự kiến" not in done.stderr.decode()
        assert snapshot(folder) == before

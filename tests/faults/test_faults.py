"""Failing calls, sudden ends, two processes, read-only folders: each promise broken on purpose."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from forms.model.errors import DossierInUse, NhomtreError, StorageError
from forms.store.store import NoDossier
from tests.faults.editing import YEAR, ordered
from tests.faults.injection import (
    ENDED,
    ERRORS,
    JOURNAL,
    PHONE,
    ROOT,
    VIETNAMESE,
    after,
    calls_of,
    copy,
    end_at,
    every_call,
    fail_at,
    in_a_child,
    newest,
    store,
)


def save(folder: Path) -> None:
    with store(folder).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "0909")
        session.fold()
        session.dossier.undo()


@pytest.mark.promise("R2")
@pytest.mark.slow
@pytest.mark.parametrize("code", ERRORS, ids=lambda code: errno.errorcode[code])
def test_every_call_of_a_save_may_fail(sample: Path, tmp_path: Path, code: int) -> None:
    reference = copy(sample, tmp_path, "reference")
    with store(reference).open(YEAR, write=True) as session:

        def work() -> None:
            session.dossier.set(PHONE, "0909")
            session.fold()

        names = calls_of(work)
    assert {"write", "fdatasync", "fsync", "link", "replace"} <= set(names)
    failures = 0
    for number in range(1, len(names) + 1):
        folder = copy(sample, tmp_path, number)
        with store(folder).open(YEAR, write=True) as session:
            old = session.dossier.content
            committed = False
            with every_call(fail_at(number, code)):
                try:
                    session.dossier.set(PHONE, "0909")
                    committed = True
                    session.fold()
                except NhomtreError as error:
                    failures += 1
                    assert VIETNAMESE & set(str(error)), str(error)
                    assert "an toàn" in str(error)
            state = ordered(session.dossier.content)
            assert state == (after(old) if committed else ordered(old)), names[number - 1]
            assert newest(folder) in (ordered(old), after(old))
            # the fault is gone: work goes on
            session.dossier.set(PHONE, "0911")
            session.fold()
            wanted = ordered(session.dossier.content)
        assert not [name for name in os.listdir(folder) if name.endswith(".tmp")]
        assert newest(folder) == wanted
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == []
            assert ordered(session.dossier.content) == wanted
    assert failures > 5


@pytest.mark.promise("R2")
def test_a_change_that_was_refused_does_not_come_back_once_the_disk_is_well(sample: Path) -> None:
    old = newest(sample)

    def stuck(_number: int, name: str, _args: Any) -> None:
        if name in ("fdatasync", "ftruncate"):
            raise OSError(errno.EROFS, "on purpose")

    with store(sample).open(YEAR, write=True) as session:
        seq = session.dossier.seq
        with every_call(stuck), pytest.raises(StorageError, match="tạm ngừng ghi"):
            session.dossier.set(PHONE, "0909")
        assert session.writer is not None and session.writer.is_broken
    with store(sample).open(YEAR, write=True) as session:
        assert (session.dossier.seq, session.notices, session.came_back) == (seq, [], None)
        assert ordered(session.dossier.content) == old


@pytest.mark.promise("R2")
@pytest.mark.slow
def test_a_first_change_that_failed_at_whatever_call_can_be_made_again(tmp_path: Path) -> None:
    with store(tmp_path / "reference").open(YEAR, write=True) as session:
        names = calls_of(lambda: session.dossier.set(PHONE, "1"))
    failures = 0
    for number in range(1, len(names) + 1):
        folder = tmp_path / str(number)
        with store(folder).open(YEAR, write=True) as session:
            try:
                with every_call(fail_at(number, errno.EIO)):
                    session.dossier.set(PHONE, "1")
            except StorageError:
                failures += 1
                assert session.dossier.content.value(PHONE) is None
            session.dossier.set(PHONE, "2")
        with store(folder).open(YEAR, write=False) as session:
            assert session.notices == []
            assert session.dossier.content.value(PHONE) == "2"
    assert failures > len(names) // 2


@pytest.mark.promise("R2")
@pytest.mark.slow
@pytest.mark.parametrize("code", ERRORS, ids=lambda code: errno.errorcode[code])
def test_every_call_from_opening_to_closing_may_fail(sample: Path, tmp_path: Path, code: int) -> None:
    reference = copy(sample, tmp_path, "reference")
    names = calls_of(lambda: save(reference))
    old = newest(sample)
    for number in range(1, len(names) + 1):
        folder = copy(sample, tmp_path, number)
        try:
            with every_call(fail_at(number, code)):
                save(folder)
        except NhomtreError as error:
            assert VIETNAMESE & set(str(error)), str(error)
        with store(folder).open(YEAR, write=True) as session:
            found = ordered(session.dossier.content)
            assert found == old or found["facility"]["phone"] == "0909"  # type: ignore[index]
            session.dossier.set(PHONE, "0911")


@pytest.mark.promise("R2")
@pytest.mark.slow
def test_the_process_may_end_at_every_call(sample: Path, tmp_path: Path) -> None:
    reference = copy(sample, tmp_path, "reference")
    names = calls_of(lambda: save(reference))
    with store(sample).open(YEAR, write=False) as session:
        old = session.dossier.content
    for number in range(1, len(names) + 2):
        folder = copy(sample, tmp_path, number)
        ended = in_a_child(partial(save, folder), end_at(number))
        assert ended == (ENDED if number <= len(names) else 0)
        with store(folder).open(YEAR, write=True) as session:
            assert not any("hỏng" in notice for notice in session.notices)
            assert ordered(session.dossier.content) in (ordered(old), after(old)), number
            assert not [name for name in os.listdir(folder) if name.endswith(".tmp")]
            session.dossier.set(PHONE, "0911")


@pytest.mark.promise("R2")
def test_what_a_failed_save_left_behind_never_comes_back(tmp_path: Path) -> None:
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")

        def no_way_back(_number: int, name: str, _args: Any) -> None:
            if name in ("fdatasync", "ftruncate"):
                raise OSError(errno.EIO, "on purpose")

        with every_call(no_way_back):
            for text in ("2", "3"):
                with pytest.raises(StorageError, match="an toàn"):
                    session.dossier.set(PHONE, text)
        assert session.dossier.content.value(PHONE) == "1"
        session.dossier.set(PHONE, "4")
    with store(tmp_path).open(YEAR, write=True) as session:
        assert session.notices == []
        values = [change.edits[0].new for change in session.dossier.journal.changes()]
    assert values == ["1", "4"]


@pytest.mark.promise("R2", "R5")
def test_an_interrupted_partial_write_is_taken_back(tmp_path: Path) -> None:
    real = os.write
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        size = os.path.getsize(tmp_path / JOURNAL)

        def half(_number: int, name: str, args: Any) -> None:
            if name == "write":
                real(args[0], bytes(args[1])[: len(args[1]) // 2])
                raise OSError(errno.ENOSPC, "on purpose")

        with every_call(half), pytest.raises(StorageError, match="đĩa đã đầy"):
            session.dossier.set(PHONE, "2")
        assert os.path.getsize(tmp_path / JOURNAL) == size


HOLD = """
import sys
from pathlib import Path
from tests.faults.editing import YEAR, clock
from forms.store.store import Store
session = Store(Path(sys.argv[1]), clock).open(YEAR, write=True)
session.dossier.set(("facility", "phone"), "0901")
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_writer(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "PYTHONPATH": ROOT, "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"open\n"
            yield process
        finally:
            process.kill()


@pytest.mark.promise("R7")
@pytest.mark.slow
def test_the_second_writer_is_told_who_holds_the_dossier_and_may_read(tmp_path: Path) -> None:
    with another_writer(tmp_path) as process:
        with pytest.raises(DossierInUse) as caught:
            store(tmp_path).open(YEAR, write=True)
        message = str(caught.value)
        assert "đang mở ở máy" in message
        assert "(SSH)" in message
        assert str(process.pid) in message
        assert f"{datetime.now().astimezone():%d/%m/%Y}" in message  # not the day that is worked on
        with store(tmp_path).open(YEAR, write=False) as session:
            assert session.dossier.content.value(PHONE) == "0901"
            with pytest.raises(StorageError, match="chỉ để xem"):
                session.dossier.set(PHONE, "0902")


@pytest.mark.promise("R7")
@pytest.mark.slow
def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    for _ in range(5):
        with another_writer(tmp_path) as process:
            process.send_signal(signal.SIGKILL)
            process.wait()
            with store(tmp_path).open(YEAR, write=True) as session:
                assert session.is_writable
                session.dossier.set(PHONE, None)
                assert session.dossier.content.value(PHONE) is None


def read_only(_number: int, name: str, args: Any) -> None:
    writes = name == "open" and args[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or name in ("mkdir", "replace", "link", "unlink", "ftruncate", "write", "chmod", "fchmod"):
        raise OSError(errno.EROFS, "read-only file system")


@pytest.mark.promise("R6")
def test_a_read_only_folder_can_be_read(sample: Path, tmp_path: Path) -> None:
    wanted = newest(sample)
    folder = copy(sample, tmp_path, "data")
    with every_call(read_only):
        with pytest.raises(StorageError, match="chỉ cho đọc") as caught:
            store(folder).open(YEAR, write=True)
        assert "vẫn có thể mở để xem" in str(caught.value)
        assert newest(folder) == wanted
        with store(folder).open(YEAR, write=False) as session:
            session.fold()
            assert list(session.dossier.journal.changes())
        with pytest.raises(NoDossier):
            store(tmp_path / "none").open(YEAR, write=False)


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StorageError):
            store(folder).open(YEAR, write=True)
        with pytest.raises(StorageError):
            store(folder).open(YEAR, write=False)
    with pytest.raises(StorageError):
        store(tmp_path / "file").years()

"""Erasing that ends or fails at any call to the system: the dossier before or the one after, which the next opening completes."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from forms.dossier.content import Content
from forms.dossier.dossier import Kind
from forms.dossier.roster import SchoolYear
from forms.model.errors import DamagedFile, NhomtreError, StorageError
from forms.store import store_words
from forms.store.erasing.erasure import erase_record
from forms.store.handing.handovers import Handover, handovers, note_handover
from forms.store.system import platform_calls, system_calls
from forms.store.system.many_files import ManyFiles
from forms.store.year_paths import YearPaths
from tests.faults.editing import clock, ordered, replay
from tests.faults.injection import (
    ENDED,
    ERRORS,
    VIETNAMESE,
    calls_of,
    end_at,
    every_call,
    fail_at,
    in_a_child,
)
from tests.faults.sending import begin, reject, send, store, temporaries

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"
STEP = 1 if FULL else 13
YEAR = SchoolYear(2019)
C3 = "children/c0003"
NAME = "Lê Ngọc Châu"


@pytest.fixture(scope="module")
def erasable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with generations, a revision that was sent, exports, a draft and changes that are not folded."""
    folder = tmp_path_factory.mktemp("erasable") / "data"
    begin(folder)
    with store(folder).open(YEAR, write=True) as session:
        session.dossier.set(("children", "c0003", "phone"), "0900111222")
        session.fold()
        send(session, Random(1))
        reject(session)
        session.fold()
        session.dossier.set(("children", "c0002"), None, f"trùng {NAME}")
        session.dossier.undo()
    (folder / "exports" / str(YEAR) / "ho-so.txt").write_text(NAME, "utf-8")
    (folder / f"{YEAR}.draft.2019-09-19.1").write_text(NAME, "utf-8")
    return folder


def copied(erasable: Path, tmp_path: Path, name: object) -> Path:
    folder = tmp_path / str(name)
    shutil.copytree(erasable, folder)
    return folder


def erase(folder: Path) -> None:
    erase_record(YearPaths(folder, YEAR), C3, "phụ huynh yêu cầu", clock, "thử")


def content_in(folder: Path, *, write: bool) -> Content:
    is_half_done = YearPaths(folder, YEAR).erasure.is_decided
    with store(folder).open(YEAR, write=write) as session:
        assert session.notices == [store_words.ERASURE_FINISHED.format(year=YEAR)] * is_half_done
        content = session.dossier.content
        assert ordered(replay(session.dossier.journal.changes())) == ordered(content)
        return content


def open_again(folder: Path) -> None:
    content_in(folder, write=True)


def check(folder: Path, old: dict[str, object], new: dict[str, object]) -> bool:
    """Whether it is the dossier after; it is that one, whole, or the one before."""
    state = ordered(content_in(folder, write=False))
    if state == old:
        # what was not erased can be
        erase(folder)
        is_erased = False
    else:
        is_erased = True
    assert ordered(content_in(folder, write=True)) == new
    assert temporaries(folder) == []
    left = [path for path in folder.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()]
    assert left == []
    assert "c0003" not in new["order of children"]  # type: ignore[operator]
    return is_erased


def states(erasable: Path, tmp_path: Path) -> tuple[dict[str, object], dict[str, object], int]:
    """The state before, the one after, the number of calls on the way."""
    folder = copied(erasable, tmp_path, "reference")
    old = ordered(content_in(folder, write=False))
    names = calls_of(lambda: erase(folder))
    assert {"replace", "unlink", "fsync", "mkdir", "rmdir"} <= set(names)
    return old, ordered(content_in(folder, write=False)), len(names)


def test_the_process_may_end_at_every_call(erasable: Path, tmp_path: Path) -> None:
    old, new, count = states(erasable, tmp_path)
    outcomes = []
    for number in range(1, count + 1, STEP):
        folder = copied(erasable, tmp_path, number)
        assert in_a_child(partial(erase, folder), end_at(number)) == ENDED
        outcomes.append(check(folder, old, new))
        shutil.rmtree(folder)
    # one moment decides: never back once it is done
    assert outcomes == sorted(outcomes)
    assert True in outcomes and False in outcomes


def test_the_opening_that_completes_it_may_end_at_every_call_too(erasable: Path, tmp_path: Path) -> None:
    old, new, count = states(erasable, tmp_path)
    for number in range(count, 0, -1):
        half = copied(erasable, tmp_path, f"half-{number}")
        assert in_a_child(partial(erase, half), end_at(number)) == ENDED
        if len(list((half / f".{YEAR}.erasure").glob("*"))) > 3 and YearPaths(half, YEAR).erasure.is_decided:
            break
    for number in range(1, 200, STEP):
        folder = copied(half, tmp_path, number)
        status = in_a_child(partial(open_again, folder), end_at(number))
        assert check(folder, old, new)
        if status != ENDED:
            break
    else:
        pytest.fail("it never came to its end")


@pytest.mark.parametrize("code", ERRORS, ids=lambda code: errno.errorcode[code])
def test_every_call_may_fail(erasable: Path, tmp_path: Path, code: int) -> None:
    old, new, count = states(erasable, tmp_path)
    failures = 0
    for number in range(1, count + 1, STEP):
        folder = copied(erasable, tmp_path, number)
        told = ""
        try:
            with every_call(fail_at(number, code)):
                erase(folder)
        except NhomtreError as error:
            failures += 1
            told = str(error)
            assert VIETNAMESE & set(told)
        is_erased = check(folder, old, new)
        if not told:
            assert is_erased
        if "Không có gì thay đổi" in told:
            assert not is_erased
        if "làm nốt" in told:
            assert is_erased
        shutil.rmtree(folder)
    assert failures > count // STEP // 3


def test_sent_files_that_cannot_be_looked_at_refuse_it(erasable: Path, tmp_path: Path) -> None:
    """They may name the child: to say that it is erased would not be true."""
    folder = copied(erasable, tmp_path, "unseen")

    def refuse(_number: int, name: str, args: Any) -> None:
        if name in ("listdir", "scandir") and str(args[0]).endswith("ban-1"):
            raise PermissionError(errno.EACCES, "on purpose")

    def there() -> list[Path]:
        return sorted(path for path in folder.rglob("*") if path.suffix != ".lock")

    before = there()
    with every_call(refuse), pytest.raises(StorageError, match="Không có gì thay đổi"):
        erase(folder)
    assert there() == before
    assert "c0003" in content_in(folder, write=False).records("children")


def test_a_damaged_note_is_told_and_nothing_is_guessed(erasable: Path, tmp_path: Path) -> None:
    folder = copied(erasable, tmp_path, "damaged")
    (folder / f".{YEAR}.erasure.json").write_bytes(b'{"files":{},"gone":["2019-2020.json"]}\nabc\n')
    for write in (True, False):
        with pytest.raises(DamagedFile, match="hỏng"):
            store(folder).open(YEAR, write=write)
    assert (folder / f"{YEAR}.json").exists()


def test_a_dossier_that_is_open_is_not_touched(erasable: Path, tmp_path: Path) -> None:
    folder = copied(erasable, tmp_path, "open")
    with store(folder).open(YEAR, write=True), pytest.raises(StorageError):
        erase(folder)
    assert "c0003" in content_in(folder, write=False).records("children")


def handover(name: str) -> Handover:
    return Handover("2019-09-19T08:12:00+07:00", "thử", Kind.EXPORT, "pdf", name)


def test_what_is_given_away_meanwhile_is_noted_behind_it(
    erasable: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the reading of the list and its replacing: whoever notes waits."""
    folder = copied(erasable, tmp_path, "given")
    paths = YearPaths(folder, YEAR)
    note_handover(paths, handover(f"{NAME}.pdf"))
    waits_or_done = threading.Event()
    honest_lock, honest_decide = platform_calls.lock_at_once, ManyFiles.decide

    def lock_at_once(fd: int) -> bool:
        is_ours = honest_lock(fd)
        if not is_ours:
            waits_or_done.set()
        return is_ours

    def note() -> None:
        note_handover(paths, handover("bieu.pdf"))
        waits_or_done.set()

    noting = threading.Thread(target=note)

    def decide(change: ManyFiles, *what: Any) -> None:
        noting.start()
        assert waits_or_done.wait(60)
        honest_decide(change, *what)

    monkeypatch.setattr(system_calls, "lock_at_once", lock_at_once, raising=False)
    monkeypatch.setattr(ManyFiles, "decide", decide)
    erase(folder)
    noting.join(60)
    assert [one.name for one in handovers(paths)] == ["(…).pdf", "bieu.pdf"]


def test_nothing_is_noted_in_a_list_that_is_about_to_be_replaced(
    erasable: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(erasable, tmp_path, "about")
    paths = YearPaths(folder, YEAR)
    note_handover(paths, handover(f"{NAME}.pdf"))

    def unplugged(change: ManyFiles) -> None:
        if change.is_decided:
            raise OSError(errno.EIO, "on purpose")

    with monkeypatch.context() as patch, pytest.raises(StorageError, match="làm nốt"):
        patch.setattr(ManyFiles, "settle", unplugged)
        erase(folder)
    with pytest.raises(StorageError, match="chưa ghi được vào lịch sử"):
        note_handover(paths, handover("bieu.pdf"))
    open_again(folder)
    note_handover(paths, handover("bieu.pdf"))
    assert [one.name for one in handovers(paths)] == ["(…).pdf", "bieu.pdf"]


def test_a_list_that_names_nobody_is_not_touched(erasable: Path, tmp_path: Path) -> None:
    folder = copied(erasable, tmp_path, "untouched")
    paths = YearPaths(folder, YEAR)
    note_handover(paths, handover("bieu.pdf"))
    before = paths.handovers.stat()
    erase(folder)
    assert (paths.handovers.stat().st_ino, paths.handovers.stat().st_mtime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
    )

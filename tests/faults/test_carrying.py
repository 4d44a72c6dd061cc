"""Backups and restoring that end or fail at any call to the system: the state before or after, and a second try gives the one after."""

from __future__ import annotations

import errno
import os
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from forms.model.errors import StorageError
from forms.model.values import dumps, loads
from forms.store.backups.backup_file import decode_backup
from tests.faults.editing import YEAR, ordered
from tests.faults.injection import (
    ENDED,
    ERRORS,
    JOURNAL,
    MAIN,
    PHONE,
    VIETNAMESE,
    end_at,
    every_call,
    fail_at,
    in_a_child,
    store,
)
from tests.tui.cli.conftest import EXAMPLE
from tui.cli.main import main

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"
STEP = 1 if FULL else 23
STARTS = ("older", "empty", "damaged")


def nhomtre(folder: Path, *words: str) -> int:
    return main(["--data", str(folder), "--today", "2019-09-19", *words])


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``data``: a report that was sent and rejected; ``older``: before that; ``damaged``: does not open; ``backup.zip`` of data."""
    place = tmp_path_factory.mktemp("carried")
    package = place / "package.json"
    package.write_text(dumps(loads(EXAMPLE.read_bytes())["package"]), "utf-8")
    data, stick = place / "data", place / "stick"
    stick.mkdir()
    assert nhomtre(data, "import", str(package)) == 0
    shutil.copytree(data, place / "older")
    assert nhomtre(data, "send", "--by", "Người Mẫu Gửi") == 0
    assert nhomtre(data, "answer", "reject", "--by", "Phòng Mẫu", "--note", "Sửa lại") == 0
    shutil.copytree(data, place / "damaged")
    for path in (place / "damaged").rglob("2019-2020*.j*"):
        path.write_bytes(path.read_bytes()[5:])
    assert nhomtre(data, "backup", str(stick)) == 0
    next(stick.iterdir()).rename(place / "backup.zip")
    return place


def state(folder: Path) -> dict[str, object] | None:
    """The content; None where none opens."""
    try:
        with store(folder).open(YEAR, write=False) as session:
            return ordered(session.dossier.content)
    except StorageError:
        return None


@pytest.mark.promise("R2")
@pytest.mark.long
@pytest.mark.parametrize("start", STARTS)
def test_a_restoring_that_ends_at_any_call_leaves_the_state_before_or_after(
    carried: Path, tmp_path: Path, start: str
) -> None:
    before, wanted = state(carried / start), state(carried / "data")
    assert (before is None) == (start != "older")
    words = ("restore", "--yes", str(carried / "backup.zip"))
    seen = set()
    for number in range(1, 2000, STEP):
        folder = tmp_path / str(number)
        if start != "empty":
            shutil.copytree(carried / start, folder)
        status = in_a_child(partial(nhomtre, folder, *words), end_at(number))
        found = state(folder)
        assert found in (before, wanted), number
        seen.add(found == wanted)
        if status != ENDED:
            assert (status, found) == (0, wanted)
            break
        assert in_a_child(partial(nhomtre, folder, *words)) == 0, number
        assert state(folder) == wanted
        with store(folder).open(YEAR, write=True) as session:
            assert session.revisions.content(1) is not None
        shutil.rmtree(folder)
    assert seen == {False, True}


@pytest.mark.promise("R2")
@pytest.mark.long
def test_a_history_without_its_beginning_comes_along_however_the_first_try_ends(
    carried: Path, tmp_path: Path
) -> None:
    """Of it no dossier can be made: so it comes before the content that stands for itself, not behind."""
    data, stick = tmp_path / "data", tmp_path / "stick"
    shutil.copytree(carried / "data", data)
    (data / JOURNAL).write_bytes((data / JOURNAL).read_bytes().partition(b"\n")[2])
    stick.mkdir()
    assert nhomtre(data, "backup", str(stick)) == 0
    words = ("restore", "--yes", str(next(stick.iterdir())))
    for number in range(1, 2000, STEP):
        folder = tmp_path / str(number)
        status = in_a_child(partial(nhomtre, folder, *words), end_at(number))
        assert status == ENDED or number > STEP
        assert in_a_child(partial(nhomtre, folder, *words)) == 0, number
        with store(folder).open(YEAR, write=False) as session:
            assert [change.seq for change in session.dossier.journal.changes()] == [2, 3], number
        shutil.rmtree(folder)
        if status != ENDED:
            return


@pytest.mark.promise("R2")
def test_what_a_restoring_that_failed_laid_down_is_durable_before_it_is_told_as_done(
    carried: Path, tmp_path: Path
) -> None:
    folder, words = tmp_path / "data", ("restore", "--yes", str(carried / "backup.zip"))
    synced: list[Path] = []

    def watch(_number: int, name: str, args: Any) -> None:
        if name == "fsync":
            synced.append(Path(os.readlink(f"/proc/self/fd/{args[0]}")))

    def fail_to_sync(_number: int, name: str, args: Any) -> None:
        if name == "fsync" and (folder / MAIN).exists():
            raise OSError(errno.EIO, "on purpose")

    with every_call(fail_to_sync):
        assert nhomtre(folder, *words) != 0
    with every_call(watch):
        assert nhomtre(folder, *words) == 0
    assert {tmp_path, folder, folder / "backups"} <= set(synced)


@pytest.mark.promise("R2")
@pytest.mark.long
@pytest.mark.parametrize("start", STARTS)
def test_a_call_that_fails_while_restoring_is_told_and_loses_nothing(
    carried: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], start: str
) -> None:
    before, wanted = state(carried / start), state(carried / "data")
    words = ("restore", "--yes", str(carried / "backup.zip"))
    for number in range(1, 2000, STEP * 2 - 1):
        for code in ERRORS if FULL else [ERRORS[number % len(ERRORS)]]:
            folder = tmp_path / f"{number} {code}"
            if start != "empty":
                shutil.copytree(carried / start, folder)
            made = 0

            def act(at: int, name: str, args: Any, code: int = code, wanted: int = number) -> None:
                nonlocal made
                made = at
                fail_at(wanted, code)(at, name, args)

            with every_call(act):
                status = nhomtre(folder, *words)
            told = capsys.readouterr().err
            assert "log" not in told, told
            found = state(folder)
            assert found == wanted if status == 0 else found in (before, wanted), (number, code, told)
            assert status == 0 or VIETNAMESE & set(told)
            shutil.rmtree(folder, ignore_errors=True)
        if made < number:
            return


@pytest.mark.promise("R2")
@pytest.mark.long
def test_a_backup_that_ends_at_any_call_leaves_none_or_a_whole_one(carried: Path, tmp_path: Path) -> None:
    for number in range(1, 2000, STEP):
        stick = tmp_path / str(number)
        stick.mkdir()
        status = in_a_child(partial(nhomtre, carried / "data", "backup", str(stick)), end_at(number))
        for path in stick.glob("*.zip"):
            assert decode_backup(path.read_bytes(), path.name).content.last_sent == 1
        if status != ENDED:
            assert status == 0 and len(list(stick.iterdir())) == 1
            return


@pytest.mark.promise("R2", "R6")
@pytest.mark.long
def test_a_call_that_fails_during_a_backup_is_told(
    carried: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = 0

    for number in range(1, 2000, STEP):
        stick = tmp_path / str(number)
        stick.mkdir()
        with every_call(fail_at(number, ERRORS[number % len(ERRORS)])):
            status = nhomtre(carried / "data", "backup", str(stick))
        told, files = capsys.readouterr(), list(stick.iterdir())
        if status:
            assert VIETNAMESE & set(told.err) and not told.out
            made += 1
        else:
            assert [decode_backup(path.read_bytes(), "").content.last_sent for path in files] == [1]
        if not status and number > 600:
            break
    assert made


def test_a_dossier_of_which_half_is_of_another_day_is_not_taken_for_whole(
    carried: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    shutil.copytree(carried / "data", folder)
    shutil.copy(carried / "older" / MAIN, folder / MAIN)
    with store(folder).open(YEAR, write=True) as session:
        assert session.notices
        session.dossier.set(PHONE, "0909")
    assert (folder / JOURNAL).exists()

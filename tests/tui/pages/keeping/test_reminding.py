"""Home reminds of a backup outside after three days of changes, until one is made; one inside the data folder is none."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from forms.dossier.roster import SchoolYear
from forms.store import store_writer
from forms.store.system import platform_calls
from forms.store.year_paths import YearPaths
from tests.tui.conftest import NOW, Open, Screen
from tests.unprivileged import as_everyone_reads
from tui.cli.main import main
from tui.jobs.keeping.backing_up import back_up
from tui.jobs.keeping.reminding import reminder
from tui.jobs.workspace import Workspace
from tui.texts.help.keys import Action

YEAR = SchoolYear(2019)
PHONE = ("facility", "phone")


def at(folder: Path, days: int) -> Workspace:
    return Workspace(folder, day=NOW.date() + timedelta(days))


def edit(folder: Path, days: int, phone: str) -> None:
    with at(folder, days).open(write=True, create=True) as session:
        session.dossier.set(PHONE, phone)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    edit(tmp_path / "data", 0, "0901")
    return tmp_path / "data"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "USB-MAU"
    path.mkdir()
    monkeypatch.setattr(platform_calls, "removable_folders", lambda: [path])
    return path


def reminded(folder: Path, days: int) -> str:
    return reminder(at(folder, days), YearPaths(folder, YEAR))


def test_three_days_after_the_first_change(folder: Path) -> None:
    edit(folder, 2, "0902")
    assert [bool(reminded(folder, days)) for days in (0, 2, 3, 9)] == [False, False, True, True]
    assert "lần nào" in reminded(folder, 3) and "3 ngày" in reminded(folder, 3)


def test_home_says_it_until_a_backup_is_made_there(folder: Path, stick: Path, open_desk: Open) -> None:
    screen: Screen = open_desk(at(folder, 5))
    for _ in range(2):
        assert "CẢNH BÁO: Hồ sơ có thay đổi từ 5 ngày trước" in screen.said
        screen.press("down")
    screen.desk.act(Action.BACK_UP)
    screen.press("enter")
    assert "đã kiểm tra đọc lại được" in screen.said
    screen.press("down")
    assert "sao lưu ra ngoài" not in screen.said
    screen.work.put(PHONE, "0902")
    screen.press("down")
    assert "sao lưu ra ngoài" not in screen.said


def test_a_year_that_does_not_open_is_told_beside_what_was_kept(
    folder: Path, stick: Path, open_desk: Open
) -> None:
    (folder / "2018-2019.json").write_bytes(b"x")
    screen: Screen = open_desk(at(folder, 5))
    screen.desk.act(Action.BACK_UP)
    screen.press("enter")
    assert len(list(stick.iterdir())) == 1
    assert "đã kiểm tra đọc lại được" in screen.said and "Hồ sơ 2018-2019 bị hỏng" in screen.said


def test_days_are_counted_from_the_first_change_behind_the_backup(folder: Path, stick: Path) -> None:
    assert main(["--data", str(folder), "--today", "2019-09-20", "backup", str(stick)]) == 0
    assert reminded(folder, 90) == ""
    edit(folder, 60, "0902")
    assert [bool(reminded(folder, days)) for days in (62, 63)] == [False, True]
    assert "20/09/2019" in reminded(folder, 63)


def test_rolled_journals_are_known_too(folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_writer, "ROTATE_AT", 200)
    list(back_up(at(folder, 0), stick, print))
    for days in (10, 20, 30):
        edit(folder, days, f"09{days}")
    assert [bool(reminded(folder, days)) for days in (12, 13)] == [False, True]


def test_a_copy_inside_the_data_folder_is_none(folder: Path) -> None:
    (folder / "ban-sao").mkdir()
    list(back_up(at(folder, 0), folder / "ban-sao", print))
    assert reminded(folder, 3)


def test_what_was_brought_from_a_stick_lies_there(folder: Path, stick: Path, tmp_path: Path) -> None:
    (kept,) = back_up(at(folder, 1), stick, print)
    new = tmp_path / "new"
    assert main(["--data", str(new), "--today", "2019-09-30", "restore", str(kept.path)]) == 0
    assert reminded(new, 30) == ""
    edit(new, 30, "0909")
    assert reminded(new, 33)


@pytest.mark.parametrize("noted", [b"", b"{}", b"[1]", b'{"at":"x","seq":"y"}', b"\xff"])
def test_a_note_that_is_none_reminds_and_is_not_taken_for_never(
    folder: Path, stick: Path, noted: bytes
) -> None:
    list(back_up(at(folder, 0), stick, print))
    YearPaths(folder, YEAR).carried.write_bytes(noted)
    assert "chưa biết" in reminded(folder, 3)


@pytest.mark.parametrize("name", ["carried", "journal", "backups"])
def test_what_cannot_be_read_reminds(folder: Path, stick: Path, name: str) -> None:
    list(back_up(at(folder, 0), stick, print))
    edit(folder, 1, "0902")
    path: Path = getattr(YearPaths(folder, YEAR), name)
    path.chmod(0o200)
    with as_everyone_reads():
        assert "chưa biết" in reminded(folder, 1)
    path.chmod(0o700)
    assert reminded(folder, 1) == ""


def test_a_damaged_journal_reminds_and_one_that_is_being_written_does_not(folder: Path, stick: Path) -> None:
    list(back_up(at(folder, 0), stick, print))
    journal = YearPaths(folder, YEAR).journal
    journal.write_bytes(journal.read_bytes() + b'{"at":"2019')
    assert reminded(folder, 9) == ""
    journal.write_bytes(b"x\n")
    assert "chưa biết" in reminded(folder, 9)

"""After a sudden end the next start says what came back, and offers to look, to keep and to set aside."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from forms.dossier.content import Edit
from forms.dossier.dossier import Kind
from forms.dossier.roster import SchoolYear
from forms.store.store import Session, Store
from tests.tui.conftest import NOW, Open, Screen
from tui.cli.main import main
from tui.jobs.workspace import Workspace
from tui.texts.help.keys import Action

pytestmark = pytest.mark.slow

YEAR = SchoolYear(2019)
PHONE = ("facility", "phone")
TITLE = "THAY ĐỔI LẤY LẠI TỪ NHẬT KÝ"


def ended_suddenly(folder: Path, work: Callable[[Session], object]) -> None:
    """Do *work* in a process that ends without folding."""
    pid = os.fork()
    if not pid:
        try:
            work(Store(folder).open(YEAR, write=True))
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(pid, 0)[1] == 0


def two_changes(session: Session) -> None:
    session.dossier.set(PHONE, "02800000002")
    session.dossier.set(("children", "c0001"), {"name": "Trẻ Mẫu Một"})


def changes_and_a_sending(session: Session) -> None:
    two_changes(session)
    session.dossier.commit([Edit(("campaign", "office"), None, "Phòng Mẫu")], kind=Kind.MOVE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "02800000001")
    return tmp_path


@pytest.fixture
def again(folder: Path, open_desk: Open) -> Screen:
    ended_suddenly(folder, two_changes)
    return open_desk(Workspace(folder))


def test_what_came_back_is_shown_and_esc_keeps_it(again: Screen, folder: Path) -> None:
    assert TITLE in again.text
    assert "Lấy lại từ nhật ký 2 thay đổi, lưu lúc" in again.text
    assert "02800000001" in again.text
    assert "02800000002" in again.text
    assert "Trẻ Mẫu Một" in again.text
    again.press("escape")
    assert TITLE not in again.text
    assert "Đã giữ" in again.said
    assert again.work.content.value(PHONE) == "02800000002"
    assert again.work.came_back is None


def test_a_value_that_has_no_room_in_its_column_is_told_whole(folder: Path, open_desk: Open) -> None:
    name = "Nhóm trẻ, lớp mẫu giáo Mẫu Có Tên Rất Dài Để Không Vừa Cột"
    ended_suddenly(folder, lambda session: session.dossier.set(("facility", "name"), name))
    again = open_desk(Workspace(folder))
    assert f"→ {name}" in again.said
    again.press("end")
    assert name not in again.said


def test_a_letter_is_told_what_can_be_done_here(again: Screen) -> None:
    page = again.page
    again.press("x")
    assert again.page is page and again.desk.said not in ("", page.explain())


def test_enter_goes_to_the_place_and_comes_back(again: Screen) -> None:
    again.press("enter")
    assert TITLE not in again.text
    again.press("escape")
    assert TITLE in again.text


def test_set_aside_takes_all_of_it_back_at_once_and_can_be_undone(again: Screen) -> None:
    again.press("end", "enter")
    assert "Đã cất 2 thay đổi" in again.said
    assert TITLE not in again.text
    assert again.work.content.value(PHONE) == "02800000001"
    assert again.work.content.records("children") == {}
    *_, last = again.work.session.dossier.journal.changes()
    assert "ngắt giữa chừng" in last.reason
    again.press("ctrl+z")
    assert again.work.content.value(PHONE) == "02800000002"
    assert list(again.work.content.records("children")) == ["c0001"]


def test_after_another_change_it_is_not_set_aside_with_it(again: Screen) -> None:
    again.work.put(PHONE, "02800000003")
    again.press("end", "enter")
    assert "Đã có thay đổi mới" in again.said
    assert again.work.content.value(PHONE) == "02800000003"


def test_a_sending_is_not_taken_back(folder: Path, open_desk: Open) -> None:
    ended_suddenly(folder, changes_and_a_sending)
    again = open_desk(Workspace(folder))
    assert TITLE in again.text
    assert "không cất đi được" in again.text
    assert "Cất các thay đổi này" not in again.text


def test_nothing_is_said_when_nothing_came_back(folder: Path, open_desk: Open) -> None:
    def there_and_back(session: Session) -> None:
        session.dossier.set(PHONE, "02800000002")
        session.dossier.undo()

    for work in (lambda session: None, there_and_back):
        ended_suddenly(folder, work)
        again = open_desk(Workspace(folder))
        assert TITLE not in again.text
        again.work.session.close()


def test_a_command_says_it_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ended_suddenly(folder, two_changes)
    for times in (1, 0):
        main(["--data", str(folder), "derive"])
        told = capsys.readouterr().err
        assert told.count("Lần trước chương trình ngắt giữa chừng hoặc không ghi được tệp hồ sơ") == times
        assert told.count("lấy lại từ nhật ký 2 thay đổi") == times
        assert told.count("; Trẻ ") == times


def test_someone_who_only_looks_is_told_nothing(folder: Path) -> None:
    with Store(folder).open(YEAR, write=True) as writer:
        writer.dossier.set(PHONE, "02800000009")
        with Store(folder).open(YEAR, write=False) as reader:
            assert reader.came_back is None
            assert reader.notices == []


def test_what_was_set_aside_is_got_back_from_the_list_for_thirty_days(again: Screen, folder: Path) -> None:
    again.press("end", "enter")
    assert "đến 19/10/2019" in again.desk.said
    again.work.put(PHONE, "02800000009")
    again.work.put(("children", "c0002"), {"name": "Trẻ Mẫu Hai"})
    again.desk.act(Action.RESTORE)
    (row,) = (line for line in again.lines if "2 chỗ đã cất, giữ đến 19/10/2019" in line)
    assert row.rstrip().endswith("máy này")
    again.press("enter")
    assert "Trẻ Mẫu Một" in again.text
    assert "1 chỗ đã được sửa khác" in again.said and "Điện thoại" in again.said
    again.press("end", "enter")
    assert again.work.content.value(PHONE) == "02800000009"
    assert [record["name"] for record in again.work.content.records("children").values()] == [
        "Trẻ Mẫu Một",
        "Trẻ Mẫu Hai",
    ]
    again.desk.act(Action.RESTORE)
    assert "chỗ đã cất" not in again.text
    again.press("escape", "ctrl+z")
    again.desk.act(Action.RESTORE)
    assert "2 chỗ đã cất" in again.text


@pytest.mark.parametrize(
    ("days", "is_offered", "is_told"), [(30, True, False), (31, False, True), (60, False, True)]
)
def test_after_thirty_days_it_is_no_more_offered_and_told_once(
    again: Screen, folder: Path, open_desk: Open, days: int, *, is_offered: bool, is_told: bool
) -> None:
    again.press("end", "enter")
    assert again.work.check_kept() == []
    again.work.session.close()
    later = open_desk(Workspace(folder, day=NOW.date() + timedelta(days)))
    told = later.work.check_kept()
    assert ["quá 30 ngày" in sentence for sentence in told] == [True] * is_told
    later.desk.act(Action.RESTORE)
    assert ("chỗ đã cất" in later.text) is is_offered
    later.work.session.close()
    last = open_desk(Workspace(folder, day=NOW.date() + timedelta(days + 90)))
    assert len(last.work.check_kept()) == (not is_told)


def test_a_command_lists_and_gets_back_what_was_set_aside(
    again: Screen, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again.press("end", "enter")
    again.work.session.close()
    run = ["--data", str(folder), "--today", "2019-09-20"]
    assert main([*run, "restore"]) == 0
    name = capsys.readouterr().out.splitlines()[0].partition(":")[0]
    assert name.startswith("--aside ")
    assert main([*run, "restore", *name.split()]) == 1
    told = capsys.readouterr()
    assert "02800000002" in told.out and "--yes" in told.err
    assert main([*run, "restore", *name.split(), "--yes"]) == 0
    with Store(folder).open(YEAR, write=False) as session:
        assert session.dossier.content.value(PHONE) == "02800000002"
    assert main([*run, "restore", *name.split(), "--yes"]) == 1
    assert main([*run, "restore", "a.zip", "--aside", "3"]) == 2

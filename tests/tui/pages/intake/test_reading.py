"""A workbook being read: the screen waits for it with one page, which knows Esc and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from exports.workbooks.rosters.roster_book import write_rosters
from tests.tui.conftest import Screen
from tui.desk.kinds.wait_page import WaitPage
from tui.desk.page_names import PageName
from tui.jobs.current_report import report_of
from tui.pages.home.home import HomePage
from tui.pages.intake.fill_preview import FillPage
from tui.pages.intake.intake_preview import IntakePage
from tui.texts.help.keys import KEYS, Action

BURSTS = (
    "abc12⏎⏎",
    "⇥⌫ ↓↑",
    "‹ctrl+z›‹ctrl+y›",
    "‹f5›⏎‹delete›",
    "‹ctrl+d›c⏎",
    "‹insert›x⏎",
    "‹f10›19⏎c⏎",
    "‹f7›‹f8›‹f9›",
)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    for row in (("Họ tên", "Ngày sinh"), ("Trẻ Mẫu 1", "7/5/2016")):
        book.worksheets[0].append(row)
    path = tmp_path / "danh sách.xlsx"
    book.save(path)
    return path


def ask(screen: Screen, action: Action, path: Path) -> None:
    """In one burst: the name, Enter."""
    screen.desk.open(PageName.IMPORT if action is Action.IMPORT else PageName.FILL)
    screen.type(f"{path}⏎")


@pytest.fixture
def reading(screen: Screen, workbook: Path) -> Screen:
    """With something to undo, and a file that is being read."""
    screen.work.put(("facility", "phone"), "02800000002")
    screen.terminal.holds = True
    ask(screen, Action.IMPORT, workbook)
    assert isinstance(screen.page, WaitPage)
    return screen


def test_the_screen_says_what_it_is_doing_and_how_to_stop_it(reading: Screen) -> None:
    assert reading.lines[0].startswith(" NHẬP TỪ TỆP: danh sách.xlsx")
    assert "Đang đọc tệp..." in reading.lines[2]
    assert "Esc để thôi" in reading.said
    assert reading.lines[-1].split() == ["Esc", "Về"], "only the key that works"
    reading.desk.resize(20, 5)
    reading.desk.resize(132, 43)
    assert "Đang đọc tệp..." in reading.text


@pytest.mark.slow
@pytest.mark.parametrize("burst", BURSTS)
def test_keys_pressed_meanwhile_change_nothing_and_the_preview_opens(reading: Screen, burst: str) -> None:
    before = reading.work.content
    reading.type(burst)
    reading.desk.paste("Trẻ Mẫu 2\t7/5/2016\nTrẻ Mẫu 3\t7/5/2016")
    reading.desk.paste("02800000003")
    assert isinstance(reading.page, WaitPage)
    assert reading.desk.said
    assert (reading.terminal.quits, reading.terminal.exports) == (0, [])
    reading.terminal.carry_out()
    assert isinstance(reading.page, IntakePage)
    assert "thêm 1 hồ sơ; sửa 0" in reading.text
    assert reading.page.cursor.row == 0
    assert reading.work.content is before
    reading.press("escape")
    assert isinstance(reading.page, HomePage)


def test_every_function_key_but_escape_is_answered_and_does_nothing(reading: Screen) -> None:
    before = reading.work.content
    for key in KEYS:
        for name in (key.name, *key.also):
            if key.action is not Action.BACK:
                reading.press(name)
                assert isinstance(reading.page, WaitPage), name
                assert reading.desk.said, name
    assert reading.work.content is before


def test_escape_stops_it_and_what_comes_later_is_not_heard(reading: Screen) -> None:
    before = reading.work.content
    reading.type("12‹escape›")
    assert isinstance(reading.page, HomePage)
    assert reading.desk.said == "Đã thôi đọc tệp. Không có gì thay đổi."
    (job,) = reading.terminal.held
    assert job.is_stopped
    reading.terminal.carry_out()
    assert isinstance(reading.page, HomePage)
    assert reading.desk.said == "Đã thôi đọc tệp. Không có gì thay đổi."
    assert reading.work.content is before


@pytest.mark.slow
def test_a_file_to_be_filled_is_waited_for_as_well(screen: Screen, tmp_path: Path) -> None:
    template = tmp_path / "mau.xlsx"
    template.write_bytes(write_rosters(report_of(screen.work.workspace, screen.work.content), blank=True))
    screen.terminal.holds = True
    ask(screen, Action.FILL, template)
    assert isinstance(screen.page, WaitPage)
    assert screen.lines[0].startswith(" ĐIỀN VÀO TỆP: mau.xlsx")
    screen.type("abc⏎")
    screen.terminal.carry_out()
    assert isinstance(screen.page, FillPage)
    screen.press("escape")
    assert isinstance(screen.page, HomePage)


def test_why_a_file_cannot_be_read_is_said_where_one_was(screen: Screen, tmp_path: Path) -> None:
    screen.at("children")
    front = screen.page
    screen.terminal.holds = True
    for action in (Action.IMPORT, Action.FILL):
        ask(screen, action, tmp_path / "khong-co.xlsx")
        screen.type("abc")
        screen.terminal.carry_out()
        assert screen.page is front
        assert "Không tìm thấy tệp «" in screen.said

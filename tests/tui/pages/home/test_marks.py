"""Notes and values to be looked at again: counted on the first page, listed behind its step, gone when they are settled."""

from __future__ import annotations

import pytest

from forms.dossier.doubts import Doubt, doubting
from tests.tui.conftest import Screen
from tui.pages.home.home import HomePage
from tui.pages.home.mark_list import MarksPage
from tui.pages.records.record_form import FormPage
from tui.pages.tables.sheet import SheetPage


@pytest.fixture
def marked(screen: Screen) -> Screen:
    """Two notes, typed in another order than that of the form, and a doubtful name."""
    for place, note in (("T4.203:TU_THUC.permanent", "Hỏi lại chủ nhà"), ("T1.055:TU_THUC", "Đếm lại lớp")):
        screen.at(place)
        screen.type(f"‹ctrl+t›{note}⏎")
    content = screen.work.content
    name = content.value(("children", "c0002", "name"))
    screen.work.commit([doubting(content, "children/c0002", "name", name, Doubt("guess", "Mẫu"))])
    screen.desk.home()
    return screen


def test_they_are_counted_at_home_with_the_step_that_opens_them(marked: Screen) -> None:
    assert "Đang có 2 ghi chú, 1 cần xem lại: bước 15." in marked.said
    marked.type("15⏎")
    assert isinstance(marked.page, MarksPage)
    rows = [line[1:] for line in marked.lines[3:6]]
    assert rows[0].split()[:2] == ["ghi", "chú"] and "Biểu 1" in rows[0] and "Đếm lại lớp" in rows[0]
    assert "Biểu 4, mã 203" in rows[1]
    assert rows[2].split()[:2] == ["xem", "lại"] and "Trẻ 2" in rows[2]


def test_enter_goes_to_the_place_and_what_is_settled_is_gone(marked: Screen) -> None:
    marked.type("15⏎⏎")
    assert isinstance(marked.page, SheetPage)
    marked.press("escape", "end", "enter")
    assert isinstance(marked.page, FormPage)
    marked.type("Trẻ Mẫu Hai⏎‹escape›")
    assert isinstance(marked.page, MarksPage)
    assert marked.page.count() == 2
    marked.desk.home()
    assert "Đang có 2 ghi chú: bước 15." in marked.said


def test_without_any_home_says_nothing_and_the_list_says_so(screen: Screen) -> None:
    assert "Đang có" not in screen.text
    assert [step.number for step in screen.page.steps if step.number][-1] == 17
    screen.desk.open("marks")  # type: ignore[arg-type]
    assert "Không có ghi chú" in screen.said
    screen.press("enter", "escape")
    assert isinstance(screen.page, HomePage)

"""The history on the screen: of the cell or record where the cursor is, from home of all; found by letters without marks."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import Screen
from tui.desk.page import Page
from tui.pages.help.menu_page import MenuPage
from tui.pages.home.history_list import HistoryPage
from tui.pages.records.record_form import FormPage
from tui.texts.help.keys import Action
from tui.texts.revisions import history_words

CELL = "T4.204:TU_THUC.permanent"


def history(screen: Screen) -> HistoryPage:
    """Opened by the menu, by its number."""
    screen.press("f10")
    menu = screen.page
    assert isinstance(menu, MenuPage)
    screen.type(f"{menu.entries.index(Action.HISTORY) + 1}⏎")
    page = screen.page
    assert isinstance(page, HistoryPage)
    return page


def told(page: HistoryPage) -> list[tuple[str, str]]:
    return [(edit.difference.old, edit.difference.new) for edit in page.edits]


def test_a_burst_of_typing_is_told_newest_first(screen: Screen) -> None:
    screen.at(CELL)
    screen.type("2⏎")
    screen.at(CELL)
    screen.type("3⏎‹ctrl+z›")
    screen.at(CELL)
    page = history(screen)
    assert told(page) == [("3", "2"), ("2", "3"), ("", "2")]
    assert "mã 204" in page.title() and "[hoàn tác]" in screen.text


@pytest.mark.parametrize("place", ["children/c0003/name", "children/c0003"])
def test_of_a_record_all_its_values_are_told(screen: Screen, place: str) -> None:
    screen.work.put(("children", "c0003", "name"), "Trần Thị Mẫu")
    screen.work.put(("children", "c0004", "name"), "Lê Văn Mẫu")
    screen.work.put(("children", "c0003", "sex"), None)
    screen.at(place)
    page = history(screen)
    assert [edit.difference.path for edit in page.edits] == [
        "children/c0003/sex",
        "children/c0003/name",
        "children/c0003",
    ]


def test_from_home_all_of_it_is_found_without_marks_and_enter_goes_there(screen: Screen) -> None:
    screen.work.put(("children", "c0003", "name"), "Trần Thị Mẫu")
    screen.work.put(("facility", "phone"), "02800000002")
    page = history(screen)
    assert page.title() == history_words.TITLE
    assert len(page.edits) > 100
    screen.type("‹f3›tran thi mau⏎")
    assert "Trần Thị Mẫu" in page.edits[page.cursor.row].difference.new
    screen.press("enter")
    front: Page[Any] = screen.page
    assert isinstance(front, FormPage)
    assert str(front.place_here()) == "children/c0003/name"
    screen.press("escape")
    assert screen.page is page


def test_what_is_undone_while_it_is_shown_is_told_as_well(screen: Screen) -> None:
    screen.work.put(("facility", "phone"), "02800000002")
    page = history(screen)
    count = len(page.edits)
    screen.type("‹ctrl+z›‹ctrl+y›")
    assert len(page.edits) == count + 2


def test_where_nothing_was_changed_it_says_so_and_keys_do_no_harm(screen: Screen) -> None:
    screen.at(CELL)
    page = history(screen)
    assert page.count() == 0 and history_words.NONE in screen.text
    before = screen.work.content
    screen.type("⏎‹end›‹home›x⌫‹delete›‹f3›mau⏎‹pagedown›⏎")
    assert screen.work.content is before and screen.page is page


def test_a_letter_is_told_what_can_be_done_here(screen: Screen) -> None:
    screen.at(CELL)
    page = history(screen)
    screen.press("x")
    assert screen.page is page and screen.desk.said not in ("", page.explain())

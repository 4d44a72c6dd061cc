"""What is kept of people, on the screen; a child's data for its parent by the menu of the child."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Screen
from tui.pages.help.menu_page import MenuPage
from tui.pages.keeping.privacy_page import PrivacyPage
from tui.texts.help.keys import Action


def choose(screen: Screen, action: Action) -> None:
    """By the menu, by its number."""
    screen.press("f10")
    menu = screen.page
    assert isinstance(menu, MenuPage)
    screen.type(f"{list[Action](menu.entries).index(action) + 1}⏎")


def test_it_is_read_and_f7_prints_what_parents_are_told(screen: Screen) -> None:
    choose(screen, Action.PRIVACY)
    page = screen.page
    assert isinstance(page, PrivacyPage)
    screen.type("‹end›‹pageup›‹pagedown›x⌫")
    assert screen.page is page
    screen.press("f7")
    assert screen.terminal.exports == ["notice"]
    screen.press("escape", "escape")
    assert not isinstance(screen.page, PrivacyPage)


def test_no_code_of_a_form_is_broken_at_its_hyphen(screen: Screen) -> None:
    choose(screen, Action.PRIVACY)
    for width in range(60, 133):
        screen.desk.resize(width, 40)
        shown = "\n".join(cell.text for cell in screen.page.lines)
        assert "01-MN-ĐN" in shown and "91/2025/QH15" in shown


@pytest.mark.parametrize("place", ["children/c0003", "children"])
def test_a_child_is_exported_where_the_cursor_is(screen: Screen, place: str) -> None:
    screen.at(place)
    choose(screen, Action.CHILD_DATA)
    assert screen.terminal.exports == ["child"]


def test_nobody_is_exported_where_the_cursor_is_on_none(screen: Screen) -> None:
    screen.at("children")
    screen.press("end")
    screen.desk.act(Action.CHILD_DATA)
    assert screen.terminal.exports == [] and "Chưa xuất gì" in screen.said
    screen.at("staff")
    assert Action.CHILD_DATA not in screen.page.doable()


def test_nothing_is_kept_for_ever_that_tells_of_a_child_who_can_be_erased(screen: Screen) -> None:
    choose(screen, Action.PRIVACY)
    shown = " ".join(cell.text for cell in screen.page.lines)
    assert "giữ mãi" not in shown
    assert "đến khi xóa hẳn một trẻ có trong tệp" in " ".join(shown.split())

"""After every key something is in focus: on every page, through both stories."""

from __future__ import annotations

import pytest

from tests.pty.test_story import KEYS as SENDING
from tests.tui.conftest import Screen
from tests.tui.page_driver import PAGES
from tests.whole_group import BEFORE_PRINT, PRINT
from tui.desk.canvas import Role, place_of
from tui.desk.kinds.list_page import ListPage

pytestmark = pytest.mark.slow

IN_FOCUS = (Role.CURSOR, Role.CARET)
"""Where the terminal's own cursor is put: ``tests/pty/test_cursor.py``."""
HERE_AND_THERE = (
    *("down", "right", "end", "home", "pagedown", "up", "left", "tab", "shift+tab", "a", "backspace", "escape"),
    *("f1", "down", "escape", "f10", "down", "escape", "f3", "x", "escape"),
)  # fmt: skip


def demand_focus(screen: Screen, after: str) -> None:
    lines, page = screen.desk.lines(), screen.page
    if not place_of(IN_FOCUS, lines):  # a list without a row says so where the cursor is then
        assert isinstance(page, ListPage), (page.title(), after, screen.text)
        assert page.count() == 0, (page.title(), after, screen.text)
        assert page.explain()


@pytest.mark.parametrize("width", [pytest.param(60, marks=pytest.mark.slow), 80])
@pytest.mark.parametrize("name", list(PAGES))
def test_on_every_page(screen: Screen, name: str, width: int) -> None:
    screen.desk.resize(width, 24)
    PAGES[name](screen)
    demand_focus(screen, "")
    for key in HERE_AND_THERE:
        screen.press(key)
        demand_focus(screen, key)


def walk(screen: Screen, keys: str) -> None:
    """One key after another, as ``Screen.type`` reads them."""
    while keys:
        size = keys.index("›") + 1 if keys[0] == "‹" else 1
        screen.type(keys[:size])
        demand_focus(screen, keys[:size])
        keys = keys[size:]


def test_through_the_entry_of_a_small_group(empty_folder: Screen) -> None:
    walk(empty_folder, "".join(BEFORE_PRINT) + PRINT)


def test_from_the_first_sending_to_the_request_to_unlock(screen: Screen) -> None:
    walk(screen, "".join(SENDING.values()))

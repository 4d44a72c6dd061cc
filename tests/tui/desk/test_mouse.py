"""A click brings the cursor to what was clicked on, when the mouse is on; what is being typed is kept first."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Screen
from tests.tui.page_driver import PAGES
from tui.desk.frame import cursor_place

T4 = "T4.203:TU_THUC.permanent"


@pytest.fixture
def mouse(screen: Screen) -> Screen:
    screen.desk._has_mouse = True
    return screen


def place_on_screen(screen: Screen, text: str) -> tuple[int, int]:
    """Column and line of a text."""
    line = next(y for y, line in enumerate(screen.lines) if text in line)
    return screen.lines[line].index(text), line


def test_a_cell_of_a_table(mouse: Screen) -> None:
    mouse.at(T4)
    x, y = place_on_screen(mouse, " 200 ")
    right = mouse.lines[3].index("Kiên cố") + 6
    mouse.desk.click(right, y)
    assert str(mouse.page.place_here()) == "T4.200:TU_THUC.permanent"
    mouse.desk.click(x, y + 1)
    assert str(mouse.page.place_here()) == "T4.201:TU_THUC.permanent", (
        "on the heading of a row the column stays"
    )


def test_what_is_being_typed_is_kept(mouse: Screen) -> None:
    mouse.at(T4)
    mouse.press("7")
    mouse.desk.click(*place_on_screen(mouse, " 200 "))
    assert mouse.cell(T4) == 7
    assert str(mouse.page.place_here()) == "T4.200:TU_THUC.permanent"


def test_a_row_of_a_list(mouse: Screen) -> None:
    mouse.at("children")
    mouse.desk.click(*place_on_screen(mouse, "Dương Mẫu Chi"))
    assert mouse.page.subjects[mouse.page.cursor.row].name == "Dương Mẫu Chi"


@pytest.mark.parametrize("at", [(0, 0), (5, 1), (0, 23), (79, 22), (40, 19), (500, 500), (-1, -1)])
def test_elsewhere_it_says_where_one_clicks(mouse: Screen, at: tuple[int, int]) -> None:
    mouse.at(T4)
    before = mouse.page.place_here()
    mouse.desk.click(*at)
    assert mouse.page.place_here() == before
    assert mouse.desk.said.startswith("Bấm chuột")


@pytest.mark.slow
@pytest.mark.parametrize("page", list(PAGES))
def test_wherever_one_clicks_the_cursor_is_somewhere(mouse: Screen, page: str) -> None:
    PAGES[page](mouse)
    for y in range(24):
        for x in (0, 7, 41, 79):
            mouse.desk.click(x, y)
            column, line = cursor_place(mouse.desk.lines(), mouse.desk.explaining_line)
            assert 0 <= column < 80
            assert 0 <= line < 24

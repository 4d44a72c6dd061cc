"""Every way of the cursor leads where it should, and none is longer than its place said in full."""

from __future__ import annotations

from itertools import product

import pytest

from tests.tui.terminal.lean.seen import EVERY, Eye
from tui.terminal.lean.families import Family
from tui.terminal.lean.pen import Pen, place
from tui.terminal.lean.renditions import Signs

WIDTH, HEIGHT = 120, 40
COLUMNS = (0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 40, 99, 100, 118, WIDTH - 1)
LINES = (0, 1, 2, 3, 4, 8, 9, 10, 23, HEIGHT - 1)


def pen_at(x: int | None, y: int | None, family: Family) -> Pen:
    pen = Pen(family, Signs(partial_resets=False), WIDTH)
    pen.x, pen.y = x, y
    return pen


@pytest.mark.slow
@pytest.mark.parametrize("family", set(EVERY.values()), ids=str)
def test_every_way_leads_there_and_none_is_longer_than_the_place(family: Family) -> None:
    eye = Eye(WIDTH, HEIGHT)
    for (x, y), (to_x, to_y) in product(product(COLUMNS, LINES), repeat=2):
        way = pen_at(x, y, family).way_to(to_x, to_y)
        eye.screen.cursor.x, eye.screen.cursor.y = x, y
        eye._stream.feed(way)
        assert (eye.screen.cursor.x, eye.screen.cursor.y) == (to_x, to_y), (x, y, way)
        assert len(way) <= len(place(to_x, to_y))


def test_behind_the_last_column_only_the_line_is_known() -> None:
    pen = pen_at(WIDTH - 1, 3, EVERY["xterm"])
    pen.wrote_up_to(WIDTH)
    assert pen.x is None
    assert pen.way_to(0, 3) == "\r"
    assert pen.way_to(0, 4) == "\n\r"
    assert "\b" not in pen.way_to(WIDTH - 2, 3)


def test_from_nowhere_the_place_is_said() -> None:
    assert pen_at(None, None, EVERY["xterm"]).way_to(4, 2) == "\x1b[3;5H"

"""The screens as text, at 80×24, and at 132×43 where the width matters. ``UPDATE_GOLDEN=1`` writes them anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.tui.conftest import Screen
from tests.tui.page_driver import PAGES

GOLDEN = Path(__file__).parents[2] / "golden"
NARROW, WIDE = (80, 24), (132, 43)
WITH_WIDE_TWIN = (
    "came-back",
    *(
        "child",
        "children",
        "comparison",
        "complaints",
        "differences",
        "facilities",
        "history",
        "home",
        "intake-asked",
        "issues",
        "paste",
        "quick-children",
    ),
    *("portal", "portal-compared", "sign-off", "sum-table", "table-2-whole"),
)
"""Where a wide screen shows more than wider cells: room beside the steps, whole messages, more columns."""
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
SHOWN = [*((name, NARROW) for name in PAGES), *((name, WIDE) for name in WITH_WIDE_TWIN)]
on_each_screen = pytest.mark.parametrize(
    ("name", "size"),
    [pytest.param(*shown, marks=[pytest.mark.slow] if shown[1] == WIDE else []) for shown in SHOWN],
)


def golden(name: str, size: tuple[int, int]) -> Path:
    return GOLDEN / f"{name}-{size[0]}.txt"


@on_each_screen
def test_the_page_looks_as_it_did(screen: Screen, name: str, size: tuple[int, int]) -> None:
    screen.desk.resize(*size)
    PAGES[name](screen)
    screen.work.workspace = screen.work.workspace.but(folder=Path("/thu-muc/tap-huan"))
    shown = screen.text + "\n"
    path = golden(name, size)
    if UPDATE:
        path.write_text(shown, "utf-8")
    assert shown == path.read_text("utf-8")


@on_each_screen
def test_the_lines_fill_the_screen_and_no_time_of_day_but_the_fixed_one_shows(
    name: str, size: tuple[int, int]
) -> None:
    lines = golden(name, size).read_text("utf-8").splitlines()
    assert len(lines) == size[1]
    assert max(map(len, lines)) <= size[0]
    assert set(re.findall(r"\b\d\d:\d\d\b", "\n".join(lines))) <= {"14:05"}


def test_there_is_no_golden_of_a_page_that_is_gone() -> None:
    assert {path.name for path in GOLDEN.glob("*.txt")} == {golden(*shown).name for shown in SHOWN}

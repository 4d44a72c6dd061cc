"""The screens as text, at 80×24 and 132×43. ``UPDATE_GOLDEN=1`` writes them anew."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.conftest import Screen
from tests.tui.page_driver import PAGES

GOLDEN = Path(__file__).parents[2] / "golden"
SIZES = ((80, 24), (132, 43))
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
SHOWN = tuple(PAGES)


def golden(name: str, size: tuple[int, int]) -> Path:
    return GOLDEN / f"{name}-{size[0]}.txt"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SHOWN)
def test_the_page_looks_as_it_did(screen: Screen, name: str, size: tuple[int, int]) -> None:
    screen.desk.resize(*size)
    PAGES[name](screen)
    screen.work.workspace = replace(screen.work.workspace, folder=Path("/thu-muc/tap-huan"))
    shown = screen.text + "\n"
    path = golden(name, size)
    if UPDATE:
        path.write_text(shown, "utf-8")
    assert shown == path.read_text("utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_the_lines_fill_the_screen_and_no_time_of_day_but_the_fixed_one_shows(name: str) -> None:
    for width, height in SIZES:
        lines = golden(name, (width, height)).read_text("utf-8").splitlines()
        assert len(lines) == height
        assert max(map(len, lines)) <= width
        assert set(re.findall(r"\b\d\d:\d\d\b", "\n".join(lines))) <= {"14:05"}


def test_there_is_no_golden_of_a_page_that_is_gone() -> None:
    wanted = {golden(name, size).name for name in SHOWN for size in SIZES}
    assert {path.name for path in GOLDEN.glob("*.txt")} == wanted

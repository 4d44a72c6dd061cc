"""How three screens look in 16 colours and without colour: text and attributes, in a real terminal. ``UPDATE_GOLDEN=1`` writes them anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.pty.driver import Terminal, nhomtre

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parents[1] / "golden" / "looks"
COLUMNS, ROWS = 80, 24
MODES: dict[str, dict[str, str | None]] = {
    "16": {"TERM": "xterm", "NO_COLOR": None, "COLORTERM": None},
    "none": {"TERM": "xterm", "NO_COLOR": "1", "COLORTERM": None},
}


def home(terminal: Terminal) -> None:
    terminal.wait_for("Hạn nộp", "F10 Menu")


def table(terminal: Terminal) -> None:
    """A figure that is none, a figure being typed."""
    terminal.wait_for("BIỂU 4", "[1]")
    terminal.send(b"x\r")
    terminal.wait_for("!x")
    terminal.send(b"12")
    terminal.wait_for("[12")


def issues(terminal: Terminal) -> None:
    terminal.wait_for("KIỂM TRA", "3 CẢNH BÁO")


SCREENS = {
    "home": ((), home),
    "table": (("--at", "T4.203:TU_THUC.permanent"), table),
    "issues": (("--at", "issues"), issues),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_looks_as_it_did(folder: Path, name: str, mode: str) -> None:
    arguments, prepare = SCREENS[name]
    with nhomtre(folder, *arguments, env=MODES[mode], rows=ROWS, columns=COLUMNS) as terminal:
        prepare(terminal)
        terminal.rest()
        shown = re.sub(r"\b\d\d:\d\d\b", "00:00", "\n".join(terminal.looks()) + "\n")
    path = GOLDEN / f"{name}-{mode}-{COLUMNS}.txt"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, "utf-8")
    assert shown == path.read_text("utf-8")


def test_without_colour_every_state_is_readable_and_with_colour_an_error_is_red() -> None:
    plain = (GOLDEN / f"table-none-{COLUMNS}.txt").read_text("utf-8")
    colours = (GOLDEN / f"table-16-{COLUMNS}.txt").read_text("utf-8")
    assert not re.search(r"[fb]g ", plain)
    assert "fg red" in colours
    assert "!x" in plain
    assert "reverse" in plain

"""How three screens look without colour and on a background that the terminal told: text and attributes, in a real terminal. ``UPDATE_GOLDEN=1`` writes them anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.pty.driver import Terminal, nhomtre

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parents[1] / "golden" / "looks"
COLUMNS, ROWS = 80, 24
MODES: dict[str, tuple[str, str | None]] = {
    "none": ("xterm", None),
    "dark": ("xterm-256color", "0000/0000/0000"),
    "light": ("xterm-256color", "ffff/ffff/ffff"),
}
"""Name → TERM, and the background that is told."""
ERROR_COLOUR = {"dark": "ff8787", "light": "af0000"}
"""The colour of an error."""


def home(terminal: Terminal) -> None:
    terminal.wait_for("Hạn nộp", " Menu")


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
    term, background = MODES[mode]
    with nhomtre(
        folder, *arguments, env={"TERM": term}, rows=ROWS, columns=COLUMNS, background=background
    ) as terminal:
        prepare(terminal)
        terminal.rest()
        shown = re.sub(r"\b\d\d:\d\d\b", "00:00", "\n".join(terminal.looks()) + "\n")
    path = GOLDEN / f"{name}-{mode}-{COLUMNS}.txt"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, "utf-8")
    assert shown == path.read_text("utf-8")


def test_without_colour_every_state_is_readable_and_a_known_background_has_an_error_in_its_red() -> None:
    plain = (GOLDEN / f"table-none-{COLUMNS}.txt").read_text("utf-8")
    assert not re.search(r"[fb]g ", plain)
    assert "!x" in plain
    assert "reverse" in plain
    assert not any("bold" in path.read_text("utf-8") for path in GOLDEN.glob("*.txt")), (
        "white on white in PuTTY"
    )
    for mode, red in ERROR_COLOUR.items():
        assert f"fg {red}, underscore" in (GOLDEN / f"table-{mode}-{COLUMNS}.txt").read_text("utf-8")


def test_nothing_is_asked_where_the_answer_is_of_no_use(folder: Path) -> None:
    for env in ({"TERM": "xterm"}, {"TERM": "linux"}, {"TERM": "xterm-256color", "NO_COLOR": "1"}):
        with nhomtre(folder, env=env, background="0000/0000/0000") as terminal:
            home(terminal)
            terminal.rest()
            assert b"\x1b]11" not in terminal.output
            assert "fg " not in "\n".join(terminal.looks())


def test_an_answer_that_comes_into_typing_is_no_text(folder: Path) -> None:
    with nhomtre(
        folder,
        "--at",
        "T4.203:TU_THUC.permanent",
        env={"TERM": "xterm-256color"},
        background="0000/0000/0000",
    ) as terminal:
        terminal.send(b"12\r34")
        terminal.wait_for("[34")
        terminal.wait(lambda _: "fg " in "\n".join(terminal.looks()))
        terminal.send(b"\r")
        terminal.wait_for(" 34 ")
        assert terminal.leave() == 0

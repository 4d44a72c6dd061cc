"""The terminal's own cursor stands in the focused cell after every key: input methods, screen readers, magnifiers follow it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.pty.driver import GaveUp, Terminal, nhomtre
from tests.pty.test_story import KEYS as SENDING
from tests.pty.test_story import SHOWN
from tests.pty.test_whole_group import as_bytes
from tests.whole_group import BEFORE_PRINT, NEW_REPORT, PROFILE

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"
ENTRY = BEFORE_PRINT if FULL else (NEW_REPORT, PROFILE)
STEPS = list(SENDING) if FULL else ["sent"]
"""What is walked here; ``tests/tui/desk/test_cursor.py`` walks both stories whole, without a terminal."""
AT_REST, PAINTS_NOTHING = 0.01, 0.2
"""Seconds without a byte: behind a painting, and where a key changes nothing."""
EMPTY = ("Danh sách trống", "Tìm «")
"""A list without a row has no cell: the cursor stands where it says so."""
MOST_BYTES = 10
"""What the place of the cursor may cost a paint."""


def is_at_focus(terminal: Terminal) -> bool:
    """Whether it stands in a cell that is drawn in reverse: in the row marked with > or between the brackets."""
    x, y, is_reverse = terminal.cursor
    line = terminal.lines[y]
    if x == 0 and line.startswith(EMPTY):
        return True
    bracket = line.rfind("[", 0, x)
    return is_reverse and y > 0 and (line.startswith(">") or bracket >= 0 or y == terminal.rows - 3)


def walk(terminal: Terminal, keys: str) -> None:
    """One key after another; the cursor is at the focus after each."""
    terminal.wait(lambda _: is_at_focus(terminal), "the cursor at the first focus")
    for name, char in re.findall("(‹.+?›)|(.)", keys):
        before = len(terminal.output)
        terminal.send(as_bytes(name or char))
        with suppress(GaveUp):
            terminal.wait(lambda _, before=before: len(terminal.output) > before, seconds=PAINTS_NOTHING)  # type: ignore[misc]
        terminal.rest(AT_REST)
        terminal.wait(lambda _: is_at_focus(terminal), f"the cursor at the focus after {name or char}")


@pytest.mark.long
def test_the_cursor_stands_at_the_focus_after_every_key_of_the_story(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    with nhomtre(tmp_path / "data", demo=False) as terminal:
        terminal.wait_for("Chào mừng")
        walk(terminal, "".join(ENTRY))
        assert terminal.leave() == 0


@pytest.mark.long
def test_and_from_the_first_sending_to_the_request_to_unlock(folder: Path) -> None:
    with nhomtre(folder) as terminal:
        terminal.wait_for("Hạn nộp", " Menu")
        for step in STEPS:
            walk(terminal, SENDING[step])
            terminal.wait_for(*SHOWN[step])
        assert terminal.leave() == 0


def test_the_caret_is_followed_and_the_focused_cell_is_read_out_in_one_line(folder: Path) -> None:
    with nhomtre(folder, "--at", "children/c0003/name") as terminal:
        terminal.wait_for("[Phạm Mẫu Phúc]")
        terminal.wait(lambda lines: lines[-4].startswith("Phạm Mẫu Phúc · Họ tên · "))
        row = next(y for y, line in enumerate(terminal.lines) if "[Phạm" in line)
        start = terminal.lines[row].index("[") + 1
        terminal.wait(lambda _: terminal.cursor[:2] == (start, row))
        terminal.send("Lê漢" + "\x1b[D")
        terminal.wait(lambda _: terminal.cursor[:2] == (start + 2, row), "the caret before the wide letter")
        terminal.press("Enter")
        terminal.wait(lambda _: terminal.cursor[1] == row + 1)
        assert terminal.leave() == 0


def test_the_place_costs_a_few_bytes_a_paint(folder: Path) -> None:
    with nhomtre(folder, "--at", "T4.203:TU_THUC.permanent") as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        terminal.rest()
        before = len(terminal.output)
        terminal.send("7")
        terminal.wait_for("[7")
        terminal.rest()
        paint = terminal.output[before:]
        place = re.search(rb"(?:\x1b\[[\d;]*[ABCDGHd]|\x1bM|[\r\n\b])+\Z", paint)
        assert place and len(place[0]) <= MOST_BYTES, paint
        assert terminal.leave() == 0


@pytest.mark.parametrize(
    ("term", "begin", "end"), [("xterm", b"\x1b[4 q", b"\x1b[0 q"), ("linux", b"\x1b[?25l", b"")]
)
def test_it_does_not_blink_and_is_the_terminals_own_again_at_the_end(
    folder: Path, term: str, begin: bytes, end: bytes
) -> None:
    with nhomtre(folder, env={"TERM": term}) as terminal:
        terminal.wait_for("Hạn nộp")
        if term == "linux":  # asks whether its letters can be read
            terminal.press("Enter")
        terminal.press("Esc")
        terminal.wait_for("Thoát?")
        terminal.wait(lambda _: is_at_focus(terminal))
        terminal.send("c\r")
        assert terminal.status() == 0
        assert begin in terminal.output
        assert terminal.output.rindex(end) > terminal.output.index(begin)
        assert b" q" not in terminal.output or term != "linux"


@pytest.mark.parametrize(
    "click",
    [lambda line: b"\x1b[<0;12;%dM\x1b[<0;12;%dm" % (line, line), lambda line: b"\x1b[M ,%c" % (line + 32)],
)
def test_a_click_moves_it_where_the_mouse_is_on(folder: Path, click: Callable[[int], bytes]) -> None:
    with nhomtre(folder, "--mouse", "--at", "children") as terminal:
        terminal.wait_for("HỒ SƠ TRẺ", "Dương Mẫu Chi")
        row = next(y for y, line in enumerate(terminal.lines) if "Dương Mẫu Chi" in line)
        terminal.send(click(row + 1))
        terminal.wait(lambda lines: terminal.cursor[1] == row and lines[row].startswith(">"))
        assert terminal.leave() == 0
        assert terminal.output.rindex(b"\x1b[?1000l") > terminal.output.index(b"\x1b[?1000h")

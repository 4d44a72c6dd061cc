"""What a line gets to carry that is slow, or stands still: keys typed ahead are carried out, only the newest screen is painted."""

from __future__ import annotations

import os
import select
import signal
import sys
from pathlib import Path

import pytest

from tests.pty.driver import KEYS, STATUS, TODAY, Terminal, nhomtre

pytestmark = pytest.mark.slow

A_SECOND = 960
"""Bytes at 9,600 bit/s."""
TABLE = "T4.203:TU_THUC.permanent"
KEPT = 40_000
"""Bytes, more than the system keeps for a terminal that does not read; a page of the list is 500, two hundred were asked for."""


def test_a_screen_and_forty_lines_fit_a_line_of_9600_bits(folder: Path) -> None:
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        terminal.rest()
        assert len(terminal.output) <= 3.0 * A_SECOND
        before = len(terminal.output)
        terminal.press(*["Down"] * 40)
        terminal.wait_for(">   20 Hồ Mẫu Uyên")
        terminal.rest()
        assert len(terminal.output) - before <= 2.5 * A_SECOND


def test_a_digit_fits_a_fourteenth_of_a_second(folder: Path) -> None:
    with nhomtre(folder, "--at", TABLE) as terminal:
        terminal.wait_for(" Menu")
        terminal.send(b"1")
        terminal.rest()
        for digit in b"2345":
            before = len(terminal.output)
            terminal.send(bytes([digit]))
            terminal.rest(0.1)
            assert 0 < len(terminal.output) - before <= 0.07 * A_SECOND


def test_while_the_line_stands_still_keys_are_carried_out_and_only_the_newest_screen_is_sent(
    folder: Path,
) -> None:
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        before = len(terminal.output)
        terminal.reads.clear()
        terminal.send_slowly([KEYS["PgDn"], KEYS["PgDn"], KEYS["PgUp"], KEYS["PgUp"]] * 50, gap=0.01)
        terminal.send(b"yen")
        terminal.reads.set()
        terminal.wait_for("Tìm «yen", "Phan Mẫu Yến")
        terminal.rest()
        assert len(terminal.output) - before < KEPT
        assert terminal.leave() == 0


def test_a_stop_while_the_line_stands_still_leaves_a_screen_that_is_painted(folder: Path) -> None:
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        terminal.reads.clear()
        terminal.send_slowly([KEYS["PgDn"], KEYS["PgDn"], KEYS["PgUp"], KEYS["PgUp"]] * 15, gap=0.01)
        terminal.process.send_signal(signal.SIGTSTP)
        os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOWAIT)
        terminal.reads.set()
        before = len(terminal.output)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait(lambda _: b"\x1b[?1049h" in terminal.output[before:], "the screen taken over again")
        terminal.rest()  # the terminal repeats what is typed before, and where its line is full it does so late
        terminal.send(b"yen")
        terminal.wait_for("Tìm «yen", "Phan Mẫu Yến")
        assert terminal.leave() == 0


A_LONG_WHILE = """
import os, runpy, time
real, clock, passed = os.get_terminal_size, time.monotonic, [0]
def look(descriptor):
    size = real(descriptor)
    if size == (60, 16):
        passed[0] = 3600
        open({mark!r}, "x").close()
    return size
os.get_terminal_size, time.monotonic = look, lambda: clock() + passed[0]
runpy.run_module("tui.cli", run_name="__main__")
"""
"""An hour passes once the window is known to be small."""


def test_a_window_that_was_small_while_the_line_stood_still_is_whole_again(folder: Path) -> None:
    """However long that was: nothing was painted at the size between."""
    mark = folder.parent / "mark"
    program = A_LONG_WHILE.format(mark=str(mark))
    command = [sys.executable, "-c", program, "--data", str(folder), "--demo", "--today", TODAY]
    with Terminal([*command, "--at", "children"], home=folder.parent / "home") as terminal:
        terminal.wait_for(" Menu")
        terminal.press("PgDn", "Home")
        whole = terminal.rest()
        terminal.reads.clear()
        line = os.open(f"/proc/{terminal.process.pid}/fd/1", os.O_WRONLY | os.O_NOCTTY)
        try:
            while select.select([], [line], [], 0)[1]:
                terminal.send_slowly([KEYS["PgDn"], KEYS["PgUp"]], gap=0.01)
        finally:
            os.close(line)
        terminal.send_slowly([KEYS["PgDn"], KEYS["Home"]] * 5, gap=0.01)
        terminal.resize(16, 60)
        terminal.wait(lambda _: mark.exists(), "a look at the size")
        terminal.resize(24, 80)
        terminal.reads.set()
        terminal.wait(lambda lines: lines == whole, "the screen as it was")
        assert terminal.leave() == 0


OVER_SSH = {"SSH_TTY": "/dev/pts/99"}


def test_over_ssh_a_page_waits_until_the_one_before_has_arrived(folder: Path) -> None:
    """The server would take all of them, however slow the line behind it is."""
    with nhomtre(folder, "--at", "children", env=OVER_SSH) as terminal:
        terminal.wait_for(" Menu")
        terminal.rest()
        before = len(terminal.output)
        terminal.reads.clear()
        terminal.send_slowly([KEYS["PgDn"], KEYS["PgUp"]] * 20, gap=0.01)
        terminal.send(b"yen")
        terminal.reads.set()
        terminal.wait_for("Tìm «yen", "Phan Mẫu Yến")
        terminal.rest()
        assert len(terminal.output) - before < 4_000
        assert terminal.leave() == 0
        assert terminal.modes_after() == terminal.modes_before


def test_a_terminal_that_does_not_answer_is_not_waited_for(folder: Path) -> None:
    with nhomtre(folder, "--at", "children", env=OVER_SSH, answers=False) as terminal:
        terminal.wait_for(" Menu")
        for name in ("PgDn", "PgUp", "PgDn", "PgDn"):
            terminal.send_one_by_one([KEYS[name]])
        assert terminal.leave() == 0


def test_here_nobody_is_asked(folder: Path) -> None:
    with nhomtre(folder, "--at", "children") as terminal:
        terminal.wait_for(" Menu")
        terminal.press("PgDn")
        terminal.rest()
        assert STATUS not in terminal.output
        assert terminal.leave() == 0

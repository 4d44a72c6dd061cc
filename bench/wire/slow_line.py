"""The app at the end of a line of 9,600 bit/s, ten bits a byte: seconds until what a key leads to stands whole on the screen."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.results import Result
from tests.pty.driver import KEYS, TODAY, Terminal

BYTES_A_SECOND = 960
HELD_DOWN = 30
"""Keys a second of a key that is held down."""
LINES = 40
QUIET = 0.5
"""Seconds without a byte after which the screen stands."""
GOALS = {"first screen": 3.0, "digit": 0.07, "page switch": 2.0, "typed ahead": 2.5, "held down": 3.0}
"""Seconds; of the last one, 1.3 are those in which the key is held."""


class SlowLine(Terminal):
    """A terminal that bytes reach one after another, each at its time; it answers whether it is still there, as all do."""

    _most_at_once = 16
    arrived = 0.0
    """When the last byte did."""

    def _pass_on(self, size: int) -> None:
        now = time.monotonic()
        self.arrived = max(self.arrived, now) + size / BYTES_A_SECOND
        time.sleep(self.arrived - now)

    def seconds_for(self, keys: list[bytes], gap: float = 0.0) -> float:
        """From the first of *keys* until nothing comes any more."""
        start = time.monotonic()
        if gap:
            self.send_slowly(keys, gap)
        else:
            self.send(b"".join(keys))
        self.rest(QUIET)
        return self.arrived - start


def waiting(folder: Path) -> Iterator[Result]:
    """A first screen, a digit, another page, and a list gone down by keys typed ahead and by one held down."""
    spent: dict[str, float] = {}
    sizes: dict[str, int] = {}

    def measured(what: str, terminal: SlowLine, keys: list[bytes], gap: float = 0.0) -> None:
        before = len(terminal.output)
        spent[what] = terminal.seconds_for(keys, gap)
        sizes[what] = len(terminal.output) - before

    with _at(folder, "T4.203:TU_THUC.permanent") as terminal:
        terminal.wait_for(" Menu")
        terminal.rest(QUIET)
        sizes["first screen"] = len(terminal.output)
        spent["first screen"] = len(terminal.output) / BYTES_A_SECOND
        terminal.seconds_for([b"1"])
        measured("digit", terminal, [b"2"])
        measured("page switch", terminal, [KEYS["Enter"], KEYS["F10"]])
    for what, gap in (("typed ahead", 0.0), ("held down", 1 / HELD_DOWN)):
        with _at(folder, "children") as terminal:
            terminal.wait_for(" Menu")
            terminal.rest(QUIET)
            measured(what, terminal, [KEYS["Down"]] * LINES, gap)
    for what, goal in GOALS.items():
        yield Result(f"{what} at 9,600 bit/s (s)", spent[what], goal, f"{sizes[what]} bytes")


def _at(folder: Path, place: str) -> SlowLine:
    data = str(folder / "slow")
    command = [sys.executable, "-m", "tui.cli", "--data", data, "--demo", "--today", TODAY, "--at", place]
    return SlowLine(command, home=folder, env={"SSH_TTY": "/dev/pts/0"})


CASES = (waiting,)

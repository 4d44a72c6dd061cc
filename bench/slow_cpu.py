"""The app on a tenth of one core, as on an old machine or a crowded server: a first screen, a key and a committed cell among 500 children.

The share is a control group of the system (``cpu.max``, or ``cpu.cfs_quota_us`` of the older kind): where that may not be made, nothing is
measured. Clocks are read, so that other work on the machine counts, too.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from bench.editing import opened
from bench.results import Result
from tests.pty.driver import KEYS, TODAY, Terminal

SHARE = 0.1
PERIOD = 10_000
"""Microseconds; with a longer one a key would wait for the next period, whatever it costs."""
CHILDREN = 500
DIGITS, CELLS = 40, 20
GOALS = {"first screen": 4_500, "a key in quick entry": 50, "a cell committed there": 120}
"""Milliseconds."""
JOINED = 'echo $$ >"$0/cgroup.procs"; exec "$@"'
"""As a program of sh: what comes after runs in the group."""


class NoGroup(Exception):
    """The system lets nobody make a group here."""


@contextmanager
def tenth_of_a_core() -> Iterator[list[str]]:
    """What stands before a command that is to have no more than that. Raises NoGroup."""
    older, newer = Path("/sys/fs/cgroup/cpu"), Path("/sys/fs/cgroup")
    group = (older if older.exists() else newer) / f"nhomtre-{uuid4().hex}"
    quota = int(PERIOD * SHARE)
    limits = (
        {"cpu.cfs_period_us": PERIOD, "cpu.cfs_quota_us": quota}
        if older.exists()
        else {"cpu.max": f"{quota} {PERIOD}"}
    )
    try:
        group.mkdir()
        for name, value in limits.items():
            (group / name).write_text(str(value))
    except OSError as error:
        with suppress(OSError):
            group.rmdir()
        raise NoGroup(str(error)) from error
    try:
        yield ["sh", "-c", JOINED, str(group)]
    finally:
        with suppress(OSError):
            group.rmdir()


def on_a_tenth(folder: Path) -> Iterator[Result]:
    """Milliseconds until each is painted; of keys and cells the median."""
    opened(folder / "tenth", CHILDREN).session.close()
    try:
        with tenth_of_a_core() as before:
            spent = _spent(folder, before)
    except NoGroup as error:
        for what, goal in GOALS.items():
            yield Result(f"{what} on a tenth of a core (ms)", None, goal, f"no control group: {error}")
        return
    for what, goal in GOALS.items():
        times = spent[what]
        yield Result(
            f"{what} on a tenth of a core (ms)", statistics.median(times), goal, f"most {max(times):.0f}"
        )


def _spent(folder: Path, before: list[str]) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "tui.cli", "--data", str(folder / "tenth"), "--today", TODAY]
    spent: dict[str, list[float]] = {what: [] for what in GOALS}
    for _ in range(3):
        start = time.monotonic()
        with Terminal([*before, *command], home=folder) as terminal:
            terminal.wait_for(" Menu")
            spent["first screen"].append((time.monotonic() - start) * 1e3)
    with Terminal([*before, *command, "--at", "children"], home=folder) as terminal:
        terminal.wait_for(" Menu")
        terminal.rest(2.0)
        terminal.press("Insert")
        terminal.rest(2.0)
        for number in range(CELLS):
            for letter in f"Trẻ {number}":
                spent["a key in quick entry"].append(_painted(terminal, letter.encode()))
            spent["a cell committed there"].append(
                _painted(terminal, KEYS["Down"] if number % 2 else KEYS["Up"])
            )
            terminal.rest(0.5)
    return spent


def _painted(terminal: Terminal, key: bytes) -> float:
    """Milliseconds until *key* has changed the screen."""
    size, start = len(terminal.output), time.monotonic()
    terminal.send(key)
    terminal.wait(lambda _: len(terminal.written) > size, f"a painting after {key!r}")
    return (time.monotonic() - start) * 1e3


CASES = (on_a_tenth,)

"""Many sessions on one machine: what an idle one takes of it, and what thirty of them hold in memory, beside bare Textual apps."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from bench.results import Result
from bench.screens import BARE, cpu, nhomtre, program, rest
from tests.pty.driver import Terminal

SESSIONS = 30
MINUTE = 60.0
SETTLED = 5.0
"""Seconds without a byte after which a session is idle."""
SWITCHES = re.compile(r"^voluntary_ctxt_switches:\t(\d+)$", re.MULTILINE)
PSS = re.compile(r"^Pss:\s+(\d+) kB$", re.MULTILINE)


def idling(folder: Path) -> Iterator[Result]:
    """A minute without a key."""
    with (
        program(folder, *nhomtre(folder / "idle", "--demo")) as ours,
        program(folder, BARE) as bare,
    ):
        ours.wait_for(" Menu")
        bare.wait_for("READY")
        for terminal in (ours, bare):
            rest(terminal, SETTLED)
        before = {terminal: _state(terminal) for terminal in (ours, bare)}
        time.sleep(MINUTE)
        after = {terminal: _state(terminal) for terminal in (ours, bare)}
    names = ("bytes", "ms of CPU", "wake-ups")
    for name, goal, (start, end), (bare_start, bare_end) in zip(
        names,
        (0, 10, 60),
        zip(before[ours], after[ours], strict=True),
        zip(before[bare], after[bare], strict=True),
        strict=True,
    ):
        yield Result(
            f"{name} of an idle minute", end - start, goal, f"a bare app {bare_end - bare_start:.0f}"
        )


def together(folder: Path) -> Iterator[Result]:
    """Memory, what is shared counted once."""
    ours = _memory(
        folder, [nhomtre(folder / f"crowd{number}", "--demo") for number in range(SESSIONS)], " Menu"
    )
    bare = _memory(folder, [(BARE,)] * SESSIONS, "READY")
    yield Result(
        f"memory of {SESSIONS} sessions ÷ bare apps (PSS)",
        ours / bare,
        1.15,
        f"{ours / 1024:.0f} MB ÷ {bare / 1024:.0f} MB",
    )


def _state(terminal: Terminal) -> tuple[float, float, float]:
    tasks = Path(f"/proc/{terminal.process.pid}/task").glob("*/status")
    switches = sum(int(found) for task in tasks for found in SWITCHES.findall(task.read_text()))
    return len(terminal.output), cpu(terminal) * 1e3, switches


def _memory(folder: Path, commands: list[tuple[str, ...]], marker: str) -> int:
    with ExitStack() as stack:
        terminals = []
        for command in commands:
            terminals.append(stack.enter_context(program(folder, *command)))
            terminals[-1].wait_for(marker)
        for terminal in terminals:
            rest(terminal)
        rollups = (Path(f"/proc/{terminal.process.pid}/smaps_rollup") for terminal in terminals)
        return sum(int(found) for rollup in rollups for found in PSS.findall(rollup.read_text()))


CASES = (idling, together)

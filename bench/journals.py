"""The cost of the journal: a change saved, a dossier opened after many of them."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from bench.results import Result
from forms.package.training import training_year
from forms.store import store_writer
from forms.store.store import Store

PHONE = ("facility", "phone")
LINES = 10_000
COMMIT_GOAL = 1.2
OLD_DISK = 0.001
"""Seconds that a sync takes longer: what a good disk of an old computer needs, and a tenth of what one that turns does."""
FAST_DISK = 0.0005
"""Seconds of an append and a sync below which the ratio tells of the disk."""


def committing(folder: Path) -> Iterator[Result]:
    """One committed change against a bare append and fdatasync of a line as long: on a disk of an old computer, and on this one.

    What is ours is processor time, 0.1 ms whatever the disk: beside a disk that syncs in 0.15 ms the ratio tells of the disk.
    """
    real = os.fdatasync

    def slow(descriptor: int) -> None:
        real(descriptor)
        time.sleep(OLD_DISK)

    what = "one committed change ÷ append + fdatasync (median time)"
    with patch.object(os, "fdatasync", slow):
        ours, bare = _times(folder / "old")
    shown = f"{ours * 1e3:.3f} ms ÷ {bare * 1e3:.3f} ms"
    yield Result(f"{what}, {OLD_DISK * 1e3:.0f} ms more a sync", ours / bare, COMMIT_GOAL, shown)
    ours, bare = _times(folder / "own")
    shown = f"{ours * 1e3:.3f} ms ÷ {bare * 1e3:.3f} ms"
    if bare < FAST_DISK:
        yield Result(what, None, COMMIT_GOAL, f"the disk is too fast for it: {ours / bare:.2f}, {shown}")
    else:
        yield Result(what, ours / bare, COMMIT_GOAL, shown)


def _times(folder: Path) -> tuple[float, float]:
    """Median seconds of a committed change, and of a bare append and sync, in turns."""
    ours: list[float] = []
    bare: list[float] = []
    with Store(folder).open(training_year(), write=True) as session:
        dossier = session.dossier
        dossier.set(PHONE, "0900000000")
        line = (folder / f"{training_year()}.journal").read_bytes().splitlines()[-1] + b"\n"
        descriptor = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        for number in range(400):
            start = time.perf_counter()
            dossier.set(PHONE, f"09000{number:05}")
            middle = time.perf_counter()
            os.write(descriptor, line)
            os.fdatasync(descriptor)
            ours.append(middle - start)
            bare.append(time.perf_counter() - middle)
        os.close(descriptor)
    return statistics.median(ours), statistics.median(bare)


def starting(folder: Path) -> Iterator[Result]:
    """A command on a dossier with a long journal against one with a single change."""
    seconds = []
    with patch.object(os, "fdatasync", lambda _: None):
        for lines in (1, LINES):
            # all of them in the journal in use: more than ever stay there
            with (
                patch.object(store_writer, "ROTATE_AT", 1 << 30),
                Store(folder / str(lines)).open(training_year(), write=True) as session,
            ):
                for number in range(lines):
                    session.dossier.set(PHONE, f"09000{number:05}")
            seconds.append(min(_processor_time(folder / str(lines)) for _ in range(7)))
    short, long = seconds
    yield Result(
        f"`tables` with {LINES:,} lines in the journal ÷ with one (CPU)",
        long / short,
        1.3,
        f"{long * 1e3:.0f} ms ÷ {short * 1e3:.0f} ms",
    )


def _processor_time(folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "tui.cli", "--data", str(folder), "tables"], check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


CASES = (committing, starting)

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


def committing(folder: Path) -> Iterator[Result]:
    """One committed change against a bare append and fdatasync of a line as long."""
    ours: list[float] = []
    bare: list[float] = []
    with Store(folder / "store").open(training_year(), write=True) as session:
        dossier = session.dossier
        dossier.set(PHONE, "0900000000")
        journal = folder / "store" / f"{training_year()}.journal"
        line = journal.read_bytes().splitlines()[-1] + b"\n"
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
    a, b = statistics.median(ours), statistics.median(bare)
    yield Result(
        "one committed change ÷ append + fdatasync (median time)",
        a / b,
        1.2,
        f"{a * 1e3:.3f} ms ÷ {b * 1e3:.3f} ms",
    )


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

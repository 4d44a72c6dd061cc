"""Thousands of edits in one session: what it comes to hold in memory, what the folder comes to hold on disk.

The bounds: at most 40 generations stand beside the main file (the newest ten, one a day for thirty days), the journals hold the
lines of the changes once and nothing else grows; in memory a change costs what undo needs of it, two KiB at most.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from bench.groups import group_of
from bench.results import Result
from forms.dossier.content import difference
from forms.package.training import training_year
from forms.store.store import Store
from forms.store.year_paths import DAYS_TO_KEEP, NEWEST_TO_KEEP

EDITS = 5_000
CHILDREN = 50
FOLDED_EVERY, A_DAY_EVERY = 5, 100
MOST_GENERATIONS = NEWEST_TO_KEEP + DAYS_TO_KEEP
A_CHANGE = 2 << 10
"""Bytes of memory that a change may cost."""
SETTLED = 1_000
"""Edits after which memory is looked at for the first time: by then everything was loaded."""
SMALL = 64 << 10
"""Bytes of locks and notes."""


class Soaked(NamedTuple):
    """Bytes of the folder, of its bound, and of memory that a change came to cost."""

    disk: int
    bound: int
    a_change: float


def soak(folder: Path, edits: int) -> Soaked:
    """Edit a group of 50 children, undo every tenth edit, fold and let days pass."""
    now = datetime(2019, 9, 19, 8, tzinfo=timezone(timedelta(hours=7)))
    main, lines, settled = 0, 0, 0
    with Store(folder, lambda: now, "thử@máy").open(training_year(), write=True) as session:
        dossier = session.dossier
        dossier.commit(difference(dossier.content, group_of(CHILDREN)))
        for number in range(edits):
            dossier.set(("children", f"c{number % CHILDREN + 1:04}", "address"), f"Đường Mẫu số {number}")
            if number % 10 == 9:
                dossier.undo()
            if number % FOLDED_EVERY == 0:
                session.fold()
            if number % A_DAY_EVERY == 0:
                now += timedelta(days=1)
                main = max(main, (folder / f"{training_year()}.json").stat().st_size)
            if number == min(SETTLED, edits // 2):
                settled = _resident()
        grown = _resident() - settled
    lines = sum(path.stat().st_size for path in folder.rglob("*.journal"))
    disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    later = edits - min(SETTLED, edits // 2)
    return Soaked(disk, lines + (MOST_GENERATIONS + 1) * main + SMALL, grown / later)


def _resident() -> int:
    """Bytes of memory of this process."""
    text = Path("/proc/self/status").read_text("ascii")
    return int(text.split("VmRSS:")[1].split()[0]) << 10


def soaking(folder: Path) -> Iterator[Result]:
    """5,000 edits in a process of their own."""
    run = subprocess.run(
        [sys.executable, "-m", "bench.soaking", str(folder / "soaked")], check=True, capture_output=True
    )
    soaked = Soaked(*json.loads(run.stdout))
    yield Result(
        f"disk after {EDITS:,} edits ÷ the lines and {MOST_GENERATIONS + 1} main files",
        soaked.disk / soaked.bound,
        1,
        f"{soaked.disk / 1e6:.1f} MB ÷ {soaked.bound / 1e6:.1f} MB",
    )
    yield Result(
        f"memory that each of {EDITS - SETTLED:,} edits costs ÷ {A_CHANGE} bytes",
        soaked.a_change / A_CHANGE,
        1,
        f"{soaked.a_change:.0f} bytes",
    )


CASES = (soaking,)

if __name__ == "__main__":
    if sys.argv[1:]:
        sys.stdout.write(json.dumps(soak(Path(sys.argv[1]), EDITS)))
    else:
        with tempfile.TemporaryDirectory() as made:
            for result in soaking(Path(made)):
                print(result.what, result.shown, result.verdict, result.detail)

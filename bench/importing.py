"""A workbook of 500 children with all columns taken in, in a dry run, against openpyxl's bare reading of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.groups import CHILD
from bench.reading import measured
from bench.results import Result
from bench.rosters import CHILDREN, filled_report
from exports.workbooks.rosters.roster_book import write_roster

RUNS = 5
GOAL = 3

IMPORT = """
from pathlib import Path
from exports.intake.record_sources import sources_of
from exports.reading.workbook_reader import read_workbook
from forms.dossier.content import empty_content
from forms.entry.row_intake import read_sources
from forms.package.training import training_year
found = sum(len(rows) for _, rows in read_sources(empty_content(training_year()), sources_of(read_workbook(Path(sys.argv[1])), training_year()).sources))
"""
BARE = """
from openpyxl import load_workbook
found = sum(row[0] is not None for row in load_workbook(sys.argv[1]).active.values) - 1
"""


def importing(folder: Path) -> Iterator[Result]:
    """CPU of a fresh process, the process that reads the file included."""
    path = folder / "import.xlsx"
    path.write_bytes(write_roster(filled_report(), CHILD))
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(measured(IMPORT, path))
        theirs.append(measured(BARE, path))
    if {run["found"] for run in (*ours, *theirs)} != {CHILDREN}:
        raise ValueError("the two did not read the same rows")
    a, b = (min(run["cpu"] for run in runs) for runs in (ours, theirs))
    what = f"import of {CHILDREN} children ÷ bare openpyxl, all columns (CPU, processes included)"
    yield Result(what, a / b, GOAL, f"{a * 1e3:.0f} ms ÷ {b * 1e3:.0f} ms")
    yield Result(f"peak memory of importing {CHILDREN} children (MB)", max(run["peak"] for run in ours), 150)


CASES = (importing,)

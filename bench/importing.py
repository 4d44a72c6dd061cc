"""Workbooks of children taken in, checked as for the preview: against openpyxl's bare reading, and one twice as long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.groups import CHILD
from bench.reading import measured
from bench.results import Result
from bench.rosters import CHILDREN, filled_report
from exports.reading.limits import MAX_ROWS
from exports.workbooks.rosters.roster_book import write_roster

RUNS = 5
GOAL = 3
LONG = 4_000
LONG_RUNS = 3
GOAL_OF_TWICE = 2.2

IMPORT = """
from datetime import date
from pathlib import Path
from exports.intake.record_sources import sources_of
from exports.reading.workbook_reader import read_workbook
from forms.dossier.content import apply, empty_content
from forms.entry.row_intake import edits_of
from forms.package.training import training_year
from tui.jobs.intake.row_check import read_and_checked
content = empty_content(training_year())
batches = read_and_checked(content, sources_of(read_workbook(Path(sys.argv[1])), content.form, content.year).sources, date(2019, 9, 19))
found = len(apply(content, edits_of(content, batches)).records("children"))
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


def importing_long_lists(folder: Path) -> Iterator[Result]:
    """CPU of as many rows again; a sheet holds only so many, a file more."""
    files = {rows: folder / f"import-{rows}.xlsx" for rows in (LONG, LONG * 2)}
    for rows, path in files.items():
        _write_list(path, rows)
    runs = {rows: [measured(IMPORT, path) for _ in range(LONG_RUNS)] for rows, path in files.items()}
    if any(run["found"] != rows for rows, of_rows in runs.items() for run in of_rows):
        raise ValueError("not every row became a child")
    a, b = (min(run["cpu"] for run in runs[rows]) for rows in (LONG * 2, LONG))
    what = f"import of {LONG * 2:,} rows ÷ {LONG:,} (CPU, processes included)"
    yield Result(what, a / b, GOAL_OF_TWICE, f"{a * 1e3:.0f} ms ÷ {b * 1e3:.0f} ms")


def _write_list(path: Path, rows: int) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for first in range(0, rows, MAX_ROWS - 1):
        sheet = book.create_sheet(f"Danh sách {first}")
        sheet.append(["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Họ tên mẹ", "SĐT"])
        for number in range(first, min(first + MAX_ROWS - 1, rows)):
            day = f"{number % 28 + 1:02}/{number % 12 + 1:02}/2015"
            sheet.append(
                [number, f"Trẻ Mẫu {number}", day, "Nữ", "Kinh", f"Mẹ Mẫu {number}", f"09{number:08}"]
            )
    book.save(path)


CASES = (importing, importing_long_lists)

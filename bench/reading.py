"""Reading a workbook safely, in its own process, against openpyxl's bare reading; a file that is too long."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from bench.results import Result

ROWS, COLUMNS = 500, 50
TOO_MANY_ROWS = 50_000
RUNS = 5
RATIO_GOAL = 3
REFUSAL_GOAL = 1
"""Second."""
MEMORY_GOAL = 150
"""Megabytes."""

_READ = """
from pathlib import Path
from exports.reading.workbook_reader import read_workbook
from exports.reading.reading_refusals import WorkbookRefused
try:
    found = len(read_workbook(Path(sys.argv[1])).sheets[0].rows)
except WorkbookRefused as refused:
    found = refused.code
"""
_BARE = """
from openpyxl import load_workbook
found = sum(any(value is not None for value in row) for row in load_workbook(sys.argv[1]).active.values)
"""
_MEASURED = """
import sys, time
start = time.perf_counter()
{work}
wall = time.perf_counter() - start
import json, resource
of = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
# ru_maxrss of a process is also that of the one that started it
own = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0])
print(json.dumps({{"found": found, "wall": wall, "cpu": sum(use.ru_utime + use.ru_stime for use in of),
                  "peak": max(own, of[1].ru_maxrss) * 1024 / 1e6}}))
"""


def measured(work: str, path: Path) -> dict[str, Any]:
    """CPU and wall seconds and peak megabytes of *work* on *path* in a fresh process, its children included."""
    command = [sys.executable, "-c", _MEASURED.format(work=work), str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def reading(folder: Path) -> Iterator[Result]:
    """500 rows × 50 columns, read safely ÷ by openpyxl alone."""
    path = folder / "honest.xlsx"
    _write_honest(path)
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(measured(_READ, path))
        theirs.append(measured(_BARE, path))
    if {run["found"] for run in (*ours, *theirs)} != {ROWS}:
        raise ValueError("the two did not read the same rows")
    a, b = (min(run["cpu"] for run in runs) for runs in (ours, theirs))
    what = f"read_workbook ÷ bare openpyxl, {ROWS} × {COLUMNS} cells (CPU, processes included)"
    yield Result(what, a / b, RATIO_GOAL, f"{a * 1e3:.0f} ms ÷ {b * 1e3:.0f} ms")
    peak = max(run["peak"] for run in ours)
    yield Result(f"peak memory of reading {ROWS} × {COLUMNS} cells (MB)", peak, MEMORY_GOAL)


def refusing(folder: Path) -> Iterator[Result]:
    """A file of 50,000 rows is refused, with their number."""
    path = folder / "long.xlsx"
    _write_long(path)
    runs = [measured(_READ, path) for _ in range(RUNS)]
    if {run["found"] for run in runs} != {"sheet_too_large"}:
        raise ValueError("the long file was not refused for its rows")
    best = min(runs, key=lambda run: run["wall"])
    yield Result(f"a file of {TOO_MANY_ROWS:,} rows refused (seconds)", best["wall"], REFUSAL_GOAL)
    yield Result(
        f"peak memory of refusing {TOO_MANY_ROWS:,} rows (MB)", max(run["peak"] for run in runs), MEMORY_GOAL
    )


def _write_honest(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in range(ROWS):
        texts: list[str | int] = [f"Trẻ Mẫu {row}, {column}" for column in range(COLUMNS)]
        sheet.append([*texts[: COLUMNS // 2], *range(row, row + COLUMNS // 2)])
    book.save(path)


def _write_long(path: Path) -> None:
    """By hand: openpyxl would take seconds."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in _parts(_rows()):
            archive.writestr(name, content)


def _rows() -> str:
    chance = random.Random(1)
    return "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{letter}{row}"><v>{chance.randrange(10**5)}</v></c>' for letter in "ABCDEFG")
        + "</row>"
        for row in range(1, TOO_MANY_ROWS + 1)
    )


def _parts(rows: str) -> Iterable[tuple[str, str]]:
    """The parts of the smallest workbook with these *rows* in its one sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        (
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="A" sheetId="1" r:id="a"/></sheets></workbook>',
        ),
        (
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="a" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        ),
        (
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{main}"><dimension ref="A1"/><sheetData>{rows}</sheetData></worksheet>',
        ),
    )


CASES = (reading, refusing)

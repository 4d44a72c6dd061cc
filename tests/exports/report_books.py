"""Report workbooks to be read: ours with changed cells, and the official layout filled with figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from io import BytesIO
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import coordinate_to_tuple, get_column_letter

from exports.reading import reading_process
from exports.reading.workbook_reader import ForeignCell, ForeignRow, ForeignSheet, ForeignWorkbook
from exports.workbooks.report.printed_zeros import shown_cells
from exports.workbooks.report.report_reader import ReportBook, report_book_of
from forms.report.report import Report
from forms.sets.mn2019.tables import TABLES
from tests.builders import official
from tests.exports import hostile

OFFICIAL: dict[str, Any] = official("report_workbook")["sheets"]
TITLES = [table.sheet.title for table in TABLES]

Value = str | int | float | Decimal
Grid = dict[tuple[int, int], Value]
Grids = dict[str, Grid]


def read_bytes(data: bytes) -> ReportBook:
    """The report of a workbook that is read in this process."""
    found = reading_process.read(data)
    sheets = []
    for title, hidden, cells in found.sheets:
        rows: list[ForeignRow] = []
        for number, row in sorted(cells.rows.items() if cells else ()):
            kinds: dict[int, Any] = dict(sorted(row.items()))
            rows.append(ForeignRow(number, {column: ForeignCell(*raw) for column, raw in kinds.items()}))
        sheets.append(ForeignSheet(title, tuple(rows), hidden, cells is None))
    return report_book_of(ForeignWorkbook("a.xlsx", tuple(sheets), MappingProxyType(found.properties)))


# Ours


def part_of(title: str) -> str:
    return f"xl/worksheets/sheet{TITLES.index(title) + 1}.xml"


def replaced(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The workbook with one part changed."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for info in before.infolist():
            content = before.read(info)
            after.writestr(info, change(content.decode()) if info.filename == part else content)
    return file.getvalue()


def without_properties(data: bytes) -> bytes:
    """One of our workbooks saved by a program that keeps no custom properties."""
    return replaced(data, "docProps/custom.xml", lambda xml: re.sub(r"<property .*</property>", "", xml))


def with_cell(data: bytes, title: str, address: str, value: Value | None) -> bytes:
    """One of our workbooks with another value in a cell; a formula stays and has another result."""

    def change(xml: str) -> str:
        found = re.search(rf'<c r="{address}"[^>]*?(?:/>|>(<f>[^<]*</f>)?.*?</c>)', xml)
        assert found, address
        return xml[: found.start()] + cell(address, value, found[1] or "") + xml[found.end() :]

    return replaced(data, part_of(title), change)


def with_broken_totals(data: bytes, title: str) -> bytes:
    """One of our workbooks as if its empty cells were empty texts: every formula of a sheet ended in an error."""

    def change(xml: str) -> str:
        return re.sub(
            r'<c r="(\w+)"([^>]*?)(?: t="\w+")?>(<f>[^<]*</f>)(?:<v>[^<]*</v>|<v ?/>)?</c>',
            r'<c r="\1"\2 t="e">\3<v>#VALUE!</v></c>',
            xml,
        )

    return replaced(data, part_of(title), change)


def cell(address: str, value: Value | None, formula: str = "") -> str:
    if isinstance(value, str):
        return hostile.text_cell(address, value)
    result = "" if value is None else f"<v>{value}</v>"
    return f'<c r="{address}">{formula}{result}</c>'


# The official export


def official_grids(report: Report, written: Callable[[Any], Value] = lambda value: value) -> Grids:
    """The cells of the official export with the figures of *report*, *written* as it says."""
    shown = shown_cells(report.figures)
    grids: Grids = {}
    for table in TABLES:
        cells = OFFICIAL[table.sheet.title]["cells"]
        grid = {
            coordinate_to_tuple(address): value
            for line in cells.values()
            for address, value in line.items()
            if not str(value).startswith("=")
        }
        # by mã số as the official sheet has it, not by our own places
        code = 5 if table.id == "T5" else 4
        rows = {
            int(value): row
            for (row, column), value in grid.items()
            if column == code and str(value).isdigit()
        }
        for key, figures in shown[table.id].items():
            for column, value in figures.items():
                grid[rows[int(key)], code + table.column_by_key[column].no] = written(value)
        grids[table.sheet.title] = grid
    return grids


def made(grids: Mapping[str, Grid], merged: Mapping[str, Iterable[str]] | None = None) -> bytes:
    """A workbook of these cells, without properties; those of table 4 that the form has as formulas are formulas."""
    return hostile.zipped(
        hostile.parts({title: _sheet(title, grid, merged) for title, grid in grids.items()})
    )


def _sheet(title: str, grid: Grid, merged: Mapping[str, Iterable[str]] | None) -> str:
    formulas = {
        address: value
        for line in OFFICIAL.get(title, {}).get("cells", {}).values()
        for address, value in line.items()
        if str(value).startswith("=")
    }
    rows: dict[int, list[str]] = {}
    for (row, column), value in sorted(grid.items()):
        address = f"{get_column_letter(column)}{row}"
        formula = f"<f>{escape(str(formulas[address])[1:])}</f>" if address in formulas else ""
        rows.setdefault(row, []).append(cell(address, value, formula))
    areas = (merged or {title: OFFICIAL[title]["merged"]} if title in OFFICIAL else {}).get(title, ())
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    lines = "".join(f'<row r="{row}">{"".join(cells)}</row>' for row, cells in rows.items())
    return hostile.sheet(lines, f"<mergeCells>{merges}</mergeCells>" if merges else "")


def moved(grid: Grid, to: Callable[[int, int], tuple[int, int] | None]) -> Grid:
    """The cells at other places; None takes one away."""
    return {place: value for at, value in grid.items() if (place := to(*at)) is not None}

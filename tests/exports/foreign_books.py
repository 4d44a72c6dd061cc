"""Workbooks of others as they are read, made without a file: rows of texts, numbers and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from exports.reading.workbook_reader import CellKind, ForeignCell, ForeignRow, ForeignSheet, ForeignWorkbook

Value = str | int | date | None
Rows = Sequence[Sequence[Value]]


def foreign_book(sheets: Mapping[str, Rows], name: str = "tep.xlsx") -> ForeignWorkbook:
    """A workbook of these rows; None is an empty cell."""
    return ForeignWorkbook(name, tuple(foreign_sheet(title, rows) for title, rows in sheets.items()))


def foreign_sheet(title: str, rows: Rows) -> ForeignSheet:
    made = (
        ForeignRow(number, {column: _cell(value) for column, value in enumerate(row, 1) if value is not None})
        for number, row in enumerate(rows, 1)
    )
    return ForeignSheet(title, tuple(row for row in made if row.cells))


def _cell(value: str | int | date) -> ForeignCell:
    kind: CellKind = "text" if isinstance(value, str) else "number" if isinstance(value, int) else "date"
    return ForeignCell(str(value), kind)

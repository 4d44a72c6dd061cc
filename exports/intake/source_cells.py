"""The cells of one list on a sheet as texts of records, and what is to be told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

from exports.intake.headings import Headings
from exports.intake.title_words import UNTITLED
from exports.layout.cell_address import cell_address, column_letters
from exports.reading.workbook_reader import ForeignCell, ForeignRow
from forms.entry.old_fonts import (
    Encoding,
    can_be,
    convert,
)
from forms.entry.row_intake import SourceRow
from forms.entry.row_values import Remark
from forms.model.record import Field, FieldType
from forms.model.text import clean, format_date, parse_date

EXCEL_DAY_ZERO = date(1899, 12, 30)
LEAST_SERIAL, MOST_SERIAL = 20_000, 80_000
"""Numbers in a column of days between these are days (1954 to 2119)."""
MONTHS = 12

_SLASHED = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ][0-9]{4}")


class HeadedRows:
    """The rows below one line of headings."""

    def __init__(
        self, headings: Headings, rows: Sequence[ForeignRow], encodings: Mapping[int, Encoding]
    ) -> None:
        self._headings, self._rows, self._encodings = headings, rows, encodings

    def rows(self) -> Iterator[SourceRow]:
        """The rows that hold something of a record."""
        for row in self._rows:
            texts = tuple(self._text(row, column, field) for column, field in self._headings.fields.items())
            flaws = tuple(self._flaws(row))
            if flaws or any(texts):
                yield SourceRow(row.number, texts, flaws, tuple(self._notes(row)))

    def untitled(self) -> list[str]:
        """Columns that hold something and have no title."""
        known = {*self._headings.fields, *self._headings.unknown, self._given_names}
        filled = {column for row in self._rows for column in row.cells}
        return [UNTITLED.format(letter=column_letters(column)) for column in sorted(filled - known)]

    @cached_property
    def _given_names(self) -> int | None:
        """The column of the given names, where one title stands over two columns: family name and given name."""
        fields = self._headings.fields
        name = next((column for column, field in fields.items() if field.key == "name"), None)
        if name is None or name + 1 in fields or name + 1 in self._headings.unknown:
            return None
        rows = [row for row in self._rows if name in row.cells]
        beside = [row.cells[name + 1] for row in rows if name + 1 in row.cells]
        is_full = len(beside) * 2 > len(rows) and all(cell.kind == "text" for cell in beside)
        return name + 1 if is_full else None

    def _text(self, row: ForeignRow, column: int, field: Field) -> str:
        text = self._read(row.cells.get(column), column, field)
        if field.key == "name" and self._given_names:
            beside = self._read(row.cells.get(self._given_names), column, field)
            return f"{text} {beside}".strip()
        return text

    def _read(self, cell: ForeignCell | None, column: int, field: Field) -> str:
        if cell is None:
            return ""
        text, encoding = cell.text, self._encodings.get(column)
        if encoding and can_be(text, encoding):
            text = convert(text, encoding)
        text = clean(text)
        if field.type is FieldType.DATE:
            return _day(cell, text)
        if cell.kind == "number" and field.type in (FieldType.INT, FieldType.DECIMAL):
            # as it is typed: the point of a typed number may group thousands
            return text.replace(".", ",")
        if cell.kind == "bool" and field.type is not FieldType.BOOL:
            return "TRUE" if text == "1" else "FALSE"
        return text

    def _flaws(self, row: ForeignRow) -> Iterator[Remark]:
        for column, field, cell in self._cells(row):
            if cell.kind in ("formula", "error"):
                yield Remark(cell.kind, field.label, cell_address(row.number, column))

    def _notes(self, row: ForeignRow) -> Iterator[Remark]:
        for column, field, cell in self._cells(row):
            if field.type is FieldType.DATE:
                day = parse_date(_day(cell, clean(cell.text)))
                if day and self._may_be_swapped(column, cell, day):
                    yield Remark("order", field.label, format_date(day))
            elif cell.kind == "date":
                yield Remark("day", field.label, cell_address(row.number, column))

    def _cells(self, row: ForeignRow) -> Iterator[tuple[int, Field, ForeignCell]]:
        for column, field in self._headings.fields.items():
            if not field.computed and (cell := row.cells.get(column)) is not None:
                yield column, field, cell

    def _may_be_swapped(self, column: int, cell: ForeignCell, day: date) -> bool:
        """Whether month and day may have changed places: by whoever typed, or by a spreadsheet set up for America.

        Such a spreadsheet takes 5/9/2016 for 9 May and leaves 25/9/2016 a text.
        """
        if day.day > MONTHS or day.day == day.month:
            return False
        return column in self._month_first or (cell.kind == "date" and column in self._half_swapped)

    @cached_property
    def _month_first(self) -> frozenset[int]:
        """Columns where a day is written with the month first."""
        return frozenset(
            column for column, pairs in self._written.items() if any(second > MONTHS for _, second in pairs)
        )

    @cached_property
    def _half_swapped(self) -> frozenset[int]:
        """Columns where the texts are the days that have no such month, and the real days are the others."""
        days = {
            column: [int(cell.text[8:10]) for row in self._rows if (cell := self._date(row, column))]
            for column in self._written
        }
        return frozenset(
            column
            for column, pairs in self._written.items()
            if all(first > MONTHS for first, _ in pairs) and max(days[column], default=MONTHS + 1) <= MONTHS
        )

    def _date(self, row: ForeignRow, column: int) -> ForeignCell | None:
        cell = row.cells.get(column)
        return cell if cell and cell.kind == "date" and cell.text[8:10].isdigit() else None

    @cached_property
    def _written(self) -> Mapping[int, list[tuple[int, int]]]:
        """Column of days → the first two numbers of those that are written as text."""
        days: dict[int, list[tuple[int, int]]] = {}
        for column, field in self._headings.fields.items():
            if field.type is not FieldType.DATE:
                continue
            for row in self._rows:
                cell = row.cells.get(column)
                match = _SLASHED.fullmatch(cell.text.strip()) if cell and cell.kind == "text" else None
                if match:
                    days.setdefault(column, []).append((int(match[1]), int(match[2])))
        return days


def _day(cell: ForeignCell, text: str) -> str:
    """A day without its time; a serial number as the day that it is."""
    if cell.kind == "date":
        return text.partition(" ")[0]
    if text.isascii() and text.isdecimal() and len(text) == 5 and LEAST_SERIAL <= int(text) <= MOST_SERIAL:
        return (EXCEL_DAY_ZERO + timedelta(days=int(text))).isoformat()
    return text

"""The cells of one list on a sheet as texts of records, and what is to be told of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from exports.intake.cell_days import day_of
from exports.intake.field_parts import joined
from exports.intake.headings import Headings, is_of
from exports.intake.old_columns import KEPT, OldTexts, old_remark
from exports.intake.title_words import UNTITLED
from exports.intake.titles import ColumnUse, use_of
from exports.layout.cell_address import cell_address, column_letters
from exports.reading.workbook_reader import ForeignCell, ForeignRow, MergedArea
from forms.entry.old_fonts import Encoding
from forms.entry.row_intake import SourceRow
from forms.entry.row_values import Remark
from forms.entry.written_days import plain_day
from forms.model.record import Field, FieldType
from forms.model.text import clean, fold, format_date, parse_date, parse_iso

MONTHS = 12
NO_MARKS = ("", "0", "khong", "k", "-")
"""Folded texts of a cell in a column of marks that mark nothing."""

_SLASHED = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ][0-9]{4}")


class HeadedRows:
    """The rows below one line of headings; *titles* are the numbers of those that stand above these headings come again."""

    def __init__(
        self,
        headings: Headings,
        rows: Sequence[ForeignRow],
        old: OldTexts,
        titles: Collection[int] = (),
    ) -> None:
        self._headings, self._old, self._rows, self._titles = headings, old, rows, titles
        self._columns = headings.columns

    def rows(self) -> Iterator[SourceRow]:
        """The rows that hold something of a record."""
        for row in self._rows:
            notes: list[Remark] = []
            held = any(column in row.cells for column in self._headings.uses)
            texts = tuple(self.text(row, field, notes) for field in self._columns) if held else ()
            flaws = tuple(self._flaws(row))
            line = self._line(row)
            if flaws or line or any(texts):
                is_title = row.number in self._titles
                yield SourceRow(row.number, texts, flaws, (*self._notes(row), *notes), line, is_title)

    def _line(self, row: ForeignRow) -> str:
        """The only text of a row, or what stands behind «Lớp:» as a line of its own."""
        texts = [self._old.line(cell) for cell in row.cells.values()]
        if len(texts) == 2 and not ((use := use_of(self._headings.record, (texts[0],))) and use.field.refers):
            return ""
        return " ".join(texts) if len(texts) in (1, 2) else ""

    def untitled(self) -> list[str]:
        """Columns that hold something and have no title."""
        filled = {column for row in self._rows for column in row.cells}
        return [
            UNTITLED.format(letter=column_letters(column))
            for column in sorted(filled - {*self._headings.paths})
        ]

    def text(self, row: ForeignRow, field: Field, notes: list[Remark]) -> str:
        """What a row says of a field, from one column, from the parts of it in several, or from a mark in one of them."""
        uses = [(column, self._headings.uses[column]) for column in self._columns[field]]
        whole = [
            column
            for column, use in uses
            if field in (use.field, use.instead) and not (use.half or self._is_mark(use))
        ]
        texts = [
            self._read(row.cells.get(column), column, field) if self._is_meant(row, column, field) else ""
            for column in whole
        ]
        if whole:
            return next(filter(None, texts), "")
        halves = {
            use.half: self._read(row.cells.get(column), column, field) for column, use in uses if use.half
        }
        if halves:
            return joined(field, halves)
        return self._marked(row, field, uses, notes)

    def _is_meant(self, row: ForeignRow, column: int, field: Field) -> bool:
        """Whether a cell of a column that may hold either of two fields is of *field*."""
        use, cell = self._headings.uses[column], row.cells.get(column)
        if use.instead is None or cell is None:
            return True
        other = is_of(cell.text, use.instead) and not is_of(cell.text, use.field)
        return field is (use.instead if other else use.field)

    def _marked(
        self, row: ForeignRow, field: Field, uses: Sequence[tuple[int, ColumnUse]], notes: list[Remark]
    ) -> str:
        """The name of the code whose column holds a mark; one column alone, left empty, says the other code."""
        names = {item.code: item.name for item in field.codes.items}
        columns = {use.marks: column for column, use in uses if use.marks}
        marked = [code for code, column in columns.items() if holds_mark(row.cells.get(column))]
        if len(columns) == 1:
            (code,) = columns
            if marked:
                return names[code]
            other = next(name for other, name in names.items() if other != code)
            notes.append(Remark("one_sided", field.label, other))
            return other
        if len(marked) != 1:
            notes.append(Remark("marks", field.label, ", ".join(names[code] for code in marked)))
            return ""
        return names[marked[0]]

    @staticmethod
    def _is_mark(use: ColumnUse) -> bool:
        return use.marks is not None and use.also is None

    def one_sided(self) -> Iterator[Remark]:
        """Fields that one column of marks tells alone: what its empty cells were read as."""
        for field, columns in self._columns.items():
            marks = [use.marks for column in columns if self._is_mark(use := self._headings.uses[column])]
            if len(columns) == 1 and marks:
                other = next(item.name for item in field.codes.items if item.code != marks[0])
                yield Remark("one_sided", self._headings.title(columns[0]), other)

    def old_columns(self) -> Iterator[Remark]:
        """The columns in each of the old encodings."""
        titles: dict[Encoding, list[str]] = {}
        for column, cells in self._old.columns.items():
            if cells.encoding:
                title = self._headings.title(column) or column_letters(column)
                titles.setdefault(cells.encoding, []).append(f"«{title}»")
        for encoding, named in titles.items():
            yield Remark(KEPT, encoding.called, ", ".join(named))

    def _read(self, cell: ForeignCell | None, column: int, field: Field) -> str:
        if cell is None:
            return ""
        text = self._old.text(column, cell)
        if field.type is FieldType.DATE:
            doubtful = self._swapped_day(cell, column)
            return format_date(doubtful) if doubtful else day_of(cell, text)
        if cell.kind == "date":
            day = parse_iso(day_of(cell, text))
            return format_date(day) if day else text
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
            if old := self._old.alone(column, cell):
                yield old_remark(field.label, old, is_converted=self._old.is_converted)
            if field.type is FieldType.DATE:
                if self._headings.uses[column].half or cell.kind != "date":
                    continue
                if day := self._swapped_day(cell, column):
                    yield Remark("order", field.label, format_date(day))
            elif cell.kind == "date":
                yield Remark("day", field.label, cell_address(row.number, column))

    def _cells(self, row: ForeignRow) -> Iterator[tuple[int, Field, ForeignCell]]:
        for column, use in self._headings.uses.items():
            if not use.field.computed and (cell := row.cells.get(column)) is not None:
                yield column, use.field, cell

    def swapped(self) -> Iterator[tuple[Field, str]]:
        """Columns of days whose month and day may have changed places, each with one of them."""
        for column in sorted(self._half_swapped):
            days = (self._swapped_day(row.cells.get(column), column) for row in self._rows)
            if first := next(filter(None, days), None):
                yield self._headings.uses[column].field, format_date(first)

    def _swapped_day(self, cell: ForeignCell | None, column: int) -> date | None:
        """A real day whose month and day may have changed places: by a spreadsheet set up otherwise than who typed.

        Such a spreadsheet takes 5/9/2016 for 9 May and leaves 25/9/2016 a text.
        """
        if cell is None or cell.kind != "date":
            return None
        if column not in self._month_first and column not in self._half_swapped:
            return None
        day = parse_date(day_of(cell, clean(cell.text)))
        return day if day and day.day <= MONTHS and day.day != day.month else None

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
        for column, use in self._headings.uses.items():
            if use.field.type is not FieldType.DATE or use.half:
                continue
            for row in self._rows:
                cell = row.cells.get(column)
                match = _SLASHED.fullmatch(plain_day(cell.text)) if cell and cell.kind == "text" else None
                if match:
                    days.setdefault(column, []).append((int(match[1]), int(match[2])))
        return days


def holds_mark(cell: ForeignCell | None) -> bool:
    """Whether a cell in a column of marks marks something."""
    return cell is not None and fold(clean(cell.text)) not in NO_MARKS


def with_merged(
    headings: Headings, rows: Sequence[ForeignRow], merged: Sequence[MergedArea]
) -> tuple[Sequence[ForeignRow], Mapping[int, Sequence[int]]]:
    """The rows, each with what stands in the cells that are merged over it from above; not what names a record.

    Beside them column → the numbers of the rows that it holds for.
    """
    naming = {key for keys in headings.record.named_by for key in keys}
    columns = {column for column, use in headings.uses.items() if use.field.key not in naming}
    by_number = {row.number: row for row in rows}
    over: dict[int, dict[int, ForeignCell]] = {}
    spread: dict[int, list[int]] = {}
    for area in merged:
        first = by_number.get(area.top)
        beside = headings.uses.keys() & range(area.left + 1, area.right + 1)
        cell = first.cells.get(area.left) if first and not beside else None
        if cell and area.left in columns:
            for number in range(area.top + 1, min(area.bottom, rows[-1].number) + 1):
                over.setdefault(number, {})[area.left] = cell
                if number in by_number:
                    spread.setdefault(area.left, []).append(number)
    covered = [
        row._replace(cells=dict(sorted({**more, **row.cells}.items())))
        if (more := over.get(row.number))
        else row
        for row in rows
    ]
    return covered, {column: sorted(numbers) for column, numbers in spread.items()}

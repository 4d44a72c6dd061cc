"""Reads one sheet of a report workbook against the declared table: never a figure into the wrong row or column.

A row is known by its mã số and its label, a column by its number and its headings, each at its declared
place. Where one of the two differs it is a problem and the figures are not read; where both differ the
layout has changed and the workbook is refused.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from exports.layout.cell_address import CellPlace, cell_address, cell_place
from exports.layout.report_facts import MARKS_JOINED
from exports.layout.table_page import CODE, LABEL, LEAD, TableGrid
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.refusal_words import RefusalCode
from exports.reading.workbook_reader import ForeignCell, ForeignSheet
from exports.workbooks.report.book_words import (
    EMPTY_CELL,
    NO_RESULT,
    ProblemCode,
)
from exports.workbooks.report.report_problems import Problem, problem_of, quote
from exports.workbooks.report.sheet_places import lead_of, places_of
from forms.model.table import Column, Figure, Row, Table
from forms.model.text import clean, parse_decimal
from forms.model.values import figure
from forms.report.figures import Number

_NAMES_ROW: dict[int, ProblemCode] = {LABEL: "label", CODE: "code"}
_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""12.345 written as text: twelve and a bit, or twelve thousand."""


class ReadSheet(NamedTuple):
    """What a sheet of the report holds: row key → column key → figure, and the two units that the first one names.

    *unread* are the cells (row key, column key) of which nobody knows what they hold.
    """

    rows: Mapping[str, Mapping[str, Number]]
    unread: frozenset[tuple[str, str]]
    reporting: str
    receiving: str
    marks: frozenset[str]
    problems: tuple[Problem, ...]


def read_table(table: Table, sheet: ForeignSheet, marks: frozenset[str]) -> ReadSheet:
    """The figures of *table* on its *sheet*, which may bear *marks*. Raises WorkbookRefused when the layout has changed."""
    reading = _Reading(table, sheet, marks)
    rows = reading.rows()
    layout = table.sheet
    return ReadSheet(
        rows,
        frozenset(reading.unread),
        reading.unit(layout.reporting_cell),
        reading.unit(layout.receiving_cell),
        reading.marks,
        tuple(reading.problems()),
    )


class _Reading:
    """One sheet being read: what was asked for is known, all else that stands there is told as foreign."""

    def __init__(self, table: Table, sheet: ForeignSheet, marks: frozenset[str]) -> None:
        self._marks_of_ours = marks
        self._table, self._title = table, table.sheet.title
        self._grid = TableGrid(table, ())
        self._places = places_of(self._grid)
        self._cells = {(row.number, column): cell for row in sheet.rows for column, cell in row.cells.items()}
        self._known: set[CellPlace] = set()
        self._problems: dict[CellPlace, Problem] = {}
        self._added_up = 0
        self.unread: set[tuple[str, str]] = set()

    def rows(self) -> dict[str, dict[str, Number]]:
        """The figures of all rows that could be identified."""
        for address, text in self._table.sheet.preamble:
            self._fits(cell_place(address), text, "text")
        columns = self._columns()
        rows: dict[str, dict[str, Number]] = {}
        for row in self._table.rows:
            fits = self._row_fits(row)
            if row.ma_so is None:
                continue
            places = {
                column: (self._places.row(row), self._sheet_column(column)) for column in self._table.columns
            }
            self._known.update(places.values())
            figures = self._figures({column: places[column] for column in columns}) if fits else {}
            if figures:
                rows[row.key] = figures
            for column, at in places.items():
                is_read = fits and column in columns and (column.key in figures or at not in self._problems)
                if not is_read:
                    self.unread.add((row.key, column.key))
        return rows

    def unit(self, address: str | None) -> str:
        """The text of a cell that names a unit."""
        if address is None:
            return ""
        cell = self._cells.get(cell_place(address))
        self._known.add(cell_place(address))
        return clean(cell.text) if cell else ""

    @cached_property
    def marks(self) -> frozenset[str]:
        """The marks that the sheet bears; any other text there is foreign."""
        cell = self._cells.get(self._places.mark)
        marks = frozenset(clean(cell.text).split(MARKS_JOINED)) if cell is not None else frozenset()
        if not marks <= self._marks_of_ours:
            return frozenset()
        self._known.add(self._places.mark)
        return marks

    def problems(self) -> Iterator[Problem]:
        """The problems from top to bottom; to be asked for last."""
        for at, cell in self._cells.items():
            if at not in self._known:
                self._tell(at, "stray", found=_shown(cell))
        for at in sorted(self._problems):
            yield self._problems[at]
        if self._added_up:
            yield problem_of("added_up", self._title, count=self._added_up)

    def _sheet_column(self, column: Column) -> int:
        return self._places.column(LEAD + self._table.index[column.key])

    def _tell(self, at: CellPlace, code: ProblemCode | Figure, **values: object) -> None:
        self._problems.setdefault(at, problem_of(code, self._title, at, **values))

    def _fits(self, at: CellPlace, wanted: str | int | None, code: ProblemCode) -> bool:
        """Whether the cell holds what is declared; else it is a problem."""
        self._known.add(at)
        cell = self._cells.get(at)
        if wanted in (None, ""):
            fits = cell is None
            code, wanted = "stray", ""
        elif isinstance(wanted, int):
            fits = cell is not None and _whole(cell) == wanted
        else:
            wanted = clean(wanted)
            fits = cell is not None and clean(cell.text) == wanted
        if not fits:
            self._tell(at, code, wanted=wanted, found=_shown(cell))
        return fits

    def _columns(self) -> tuple[Column, ...]:
        """The columns whose headings and number are as declared."""
        wrong: set[int] = set()
        for heading in self._grid.headings:
            code: ProblemCode = "text" if heading.column < LEAD else "heading"
            if not self._fits(self._places.heading(heading), heading.text, code):
                wrong.update(range(heading.column, heading.column + heading.columns))
        unfit = set()
        for place, number in enumerate(self._grid.numbers):
            at = self._places.numbers_row, self._places.column(place)
            if self._fits(at, number, "number"):
                continue
            unfit.add(place)
            if place in wrong:
                raise self._refused("report_columns", at, number)
        columns = enumerate(self._table.columns, LEAD)
        return tuple(column for place, column in columns if place not in wrong | unfit)

    def _row_fits(self, row: Row) -> bool:
        """Whether label and mã số are as declared; what else stands left of the figures may differ."""
        at = self._places.row(row)
        codes: Mapping[int, ProblemCode] = _NAMES_ROW if row.ma_so is not None else {}
        fits = {
            place: self._fits((at, self._places.column(place)), wanted, codes.get(place, "text"))
            for place, wanted in enumerate(lead_of(row))
        }
        if row.ma_so is not None and not (fits[LABEL] or fits[CODE]):
            raise self._refused("report_rows", (at, self._places.column(CODE)), row.ma_so)
        return fits[LABEL] and fits[CODE]

    def _refused(self, code: RefusalCode, at: CellPlace, number: str | int) -> WorkbookRefused:
        return WorkbookRefused(code, sheet=self._title, cell=cell_address(*at), number=number)

    def _figures(self, places: Mapping[Column, CellPlace]) -> dict[str, Number]:
        """The figures of a row; a total that is a formula is added up again, instead of one that ended in an error."""
        figures: dict[str, Number] = {}
        for column, at in places.items():
            value = None if self._is_broken_total(column, places) else self._figure(at)
            if value is not None:
                figures[column.key] = value
        for column in places:
            if self._is_broken_total(column, places):
                self._added_up += 1
                value = self._sum(column, places, figures)
                if value is not None:
                    figures[column.key] = value
        for column, at in places.items():
            parts = self._places.parts(column)
            if not parts or any(places.get(part) is None or places[part] in self._problems for part in parts):
                continue
            value = figures.get(column.key, 0)
            total = sum(figures.get(part.key, 0) for part in parts)
            if value != total and at not in self._problems:
                self._tell(at, "total", value=value, sum=total)
        return figures

    def _is_broken_total(self, column: Column, places: Mapping[Column, CellPlace]) -> bool:
        """Whether a formula has no result, or an error as over cells that are empty texts, and its parts are there."""
        if not self._is_without_result(places[column]):
            return False
        parts = self._places.parts(column)
        return bool(parts) and all(
            part in places
            and (not self._is_without_result(places[part]) or self._is_broken_total(part, places))
            for part in parts
        )

    def _is_without_result(self, at: CellPlace) -> bool:
        cell = self._cells.get(at)
        return cell is not None and cell.kind in ("error", "formula")

    def _sum(
        self, column: Column, places: Mapping[Column, CellPlace], figures: Mapping[str, Number]
    ) -> Number | None:
        """The sum of the parts of a total; None where none of them holds anything."""
        values = [
            self._sum(part, places, figures) if self._is_broken_total(part, places) else figures.get(part.key)
            for part in self._places.parts(column)
        ]
        known = [value for value in values if value is not None]
        return sum(known) if known else None

    def _figure(self, at: CellPlace) -> Number | None:
        cell = self._cells.get(at)
        if cell is None:
            return None
        if cell.kind == "formula":
            self._tell(at, "no_result")
            return None
        text = clean(cell.text)
        if cell.kind == "text" and self._table.figure is Figure.AMOUNT and _TWO_WAYS.fullmatch(text):
            self._tell(at, "two_ways", found=quote(text))
            return None
        value = figure(self._table.figure, _number(cell.kind, text))
        if value is None:
            self._tell(at, self._table.figure, found=_shown(cell))
        return value


def _number(kind: str, text: str) -> Number | None:
    """The number in a cell; one that is written as text as it is typed in Vietnam."""
    if kind == "number":
        return Decimal(text)
    return parse_decimal(text) if kind == "text" else None


def _whole(cell: ForeignCell) -> int | None:
    """A mã số or the number of a column; the official export holds some as text."""
    text = clean(cell.text)
    is_whole = cell.kind in ("number", "text") and text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if is_whole else None


def _shown(cell: ForeignCell | None) -> str:
    if cell is None:
        return EMPTY_CELL
    return NO_RESULT if cell.kind == "formula" else quote(cell.text)

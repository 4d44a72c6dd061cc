"""A table laid out once: heading cells with spans, column numbers, body lines. The print and the workbook draw the same cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from exports.layout.document_words import TABLE_TITLE
from forms.model.table import Column, Row, Table
from forms.report.figures import Figures, Number, is_empty, shown

TextStyle = Literal["", "B", "I"]
"""Upright, bold, italic."""

LEAD = 4
"""Columns left of the figures: TT, label, unit, mã số."""

LABEL, UNIT, CODE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A cell of the headings, which may span *lines* and *columns*."""

    text: str
    line: int
    column: int
    lines: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A row of the body; a row without mã số has no figures."""

    row: Row
    figures: tuple[Number | None, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it only heads the rows that follow."""
        return self.row.ma_so is None


@dataclass(frozen=True)
class TableGrid:
    """A table as cells. *not_applicable*: the facility need not fill it in and has not; *years* as in ``Table``."""

    table: Table
    lines: tuple[BodyLine, ...]
    not_applicable: bool = False
    years: str = ""

    @property
    def title(self) -> str:
        """«BIỂU 1. TRƯỜNG – LỚP HỌC»."""
        return TABLE_TITLE.format(number=self.table.number, title=self.table.tab_title.upper())

    @cached_property
    def depth(self) -> int:
        """Lines of the headings, the column numbers not counted."""
        return max(len(column.header) for column in self.table.columns)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Cells of the headings, line by line, left to right."""
        lead = [Heading(text, 0, place, self.depth) for place, text in enumerate(self.table.sheet.lead)]
        headings = [*lead, *_headings(self.table.columns, 0, LEAD, self.depth)]
        return tuple(sorted(headings, key=lambda heading: (heading.line, heading.column)))

    @cached_property
    def numbers(self) -> tuple[str | int, ...]:
        """The line under the headings: A, B, C and the numbers of the figure columns."""
        return ("", "A", "B", "C", *(column.no for column in self.table.columns))

    @cached_property
    def first_level(self) -> int:
        """Level of the rows that are not indented."""
        return min((line.row.level for line in self.lines), default=0)

    def style(self, line: BodyLine) -> TextStyle:
        """Style of a row: sections, the first two levels of the form or else the first of the table, are bold."""
        return "B" if line.row.level <= max(1, self.first_level) else ""


def _headings(columns: Sequence[Column], line: int, left: int, depth: int) -> Iterator[Heading]:
    """Headings of *columns* from *line* down: one over equal prefixes, a leaf merged down."""
    start = 0
    while start < len(columns):
        header = columns[start].header
        end = start + 1
        if len(header) == line + 1:
            yield Heading(header[line], line, left + start, depth - line)
        else:
            while end < len(columns) and columns[end].header[: line + 1] == header[: line + 1]:
                end += 1
            yield Heading(header[line], line, left + start, 1, end - start)
            yield from _headings(columns[start:end], line + 1, left + start, depth)
        start = end


def line_heights(grid: TableGrid, height_of: Callable[[Heading], float]) -> list[float]:
    """Heights of the lines of the headings, so that every cell has the height that it needs."""
    heights = [0.0] * grid.depth
    for heading in sorted(grid.headings, key=lambda cell: cell.lines):
        covered = range(heading.line, heading.line + heading.lines)
        missing = height_of(heading) - sum(heights[line] for line in covered)
        if missing > 0:
            heights[covered[-1]] += missing
    return heights


def lay_out(table: Table, figures: Figures, ownership: object = None, start: int | None = None) -> TableGrid:
    """*table* with its figures as they are shown to the owner of that *ownership* code in the year that begins in *start*."""
    keys = [column.key for column in table.columns]
    lines = tuple(
        BodyLine(row, () if row.ma_so is None else tuple([shown(table, figures, row, key) for key in keys]))
        for row in table.rows
    )
    years = "" if start is None else table.years_of(start)
    return TableGrid(table, lines, ownership in table.optional_for and is_empty(figures, table), years)


def lay_out_all(figures: Figures, ownership: object, start: int | None = None) -> tuple[TableGrid, ...]:
    """The tables in the order of the form."""
    return tuple(lay_out(table, figures, ownership, start) for table in figures.form.tables)

"""Where rows and cells stand in the XML of a sheet: spans of its bytes, and what cells obey."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from exports.reading.limits import MAX_COLUMNS, MAX_ROWS
from exports.reading.sheet_parts import column_number

PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


class Area(NamedTuple):
    """A rectangle of cells, its ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether the cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def places(self) -> Iterator[tuple[int, int]]:
        """Row and column of its cells, as far as a sheet may hold something."""
        for row in range(self.top, min(self.bottom, MAX_ROWS) + 1):
            for column in range(self.left, min(self.right, MAX_COLUMNS) + 1):
                yield row, column

    @classmethod
    def of(cls, text: str) -> "Area | None":
        """``B2:C5`` or ``B2``; None for anything else."""
        first, _, last = text.partition(":")
        ends = [PLACE.fullmatch(end) for end in (first, last or first)]
        if ends[0] is None or ends[1] is None:
            return None
        (top, left), (bottom, right) = ((int(end[2]), column_number(end[1])) for end in ends if end)
        return cls(top, left, bottom, right)


class Tag(NamedTuple):
    """A start tag: its bytes from *start* to *end*, the name as it is spelt, whether it closes itself."""

    start: int
    end: int
    name: bytes
    is_closed: bool

    @property
    def prefix(self) -> bytes:
        """The prefix of its namespace with the colon; empty without one."""
        before, colon, _ = self.name.rpartition(b":")
        return before + colon


class CellSpan:
    """A cell element: from its tag to *end*."""

    __slots__ = ("end", "has_formula", "style", "tag")

    def __init__(self, tag: Tag, style: str | None) -> None:
        self.tag = tag
        self.end = tag.end
        self.style = style
        self.has_formula = False


class RowSpan:
    """A row element: from its tag to *end*, and its cells by column, ascending."""

    __slots__ = ("cells", "end", "number", "tag")

    def __init__(self, tag: Tag, number: int) -> None:
        self.tag = tag
        self.end = tag.end
        self.number = number
        self.cells: dict[int, CellSpan] = {}


class Validation(NamedTuple):
    """A drop-down list: its source as the file spells it, and the cells that have it."""

    source: str
    areas: tuple[Area, ...]


class SheetScan:
    """The spans of a sheet: rows by number, ascending, and what cells of it obey."""

    def __init__(self) -> None:
        self.dimension: Tag | None = None
        self.data: Tag | None = None
        self.rows: dict[int, RowSpan] = {}
        self.column_styles: dict[int, str] = {}
        self.validations: list[Validation] = []
        self.calculated: set[tuple[int, int]] = set()
        """Cells of formulas that fill several."""
        self.merged: dict[tuple[int, int], bool] = {}
        """Cells of merged areas; all but the first of an area are covered."""

    def cell(self, row: int, column: int) -> CellSpan | None:
        """The element of a cell, if it has one."""
        span = self.rows.get(row)
        return span.cells.get(column) if span else None

    def is_calculated(self, row: int, column: int) -> bool:
        """Whether the cell holds a formula or belongs to one of several cells."""
        cell = self.cell(row, column)
        return (cell is not None and cell.has_formula) or (row, column) in self.calculated

    def is_merged(self, row: int, column: int) -> bool:
        """Whether the cell is one of several that are merged."""
        return (row, column) in self.merged

    def is_covered(self, row: int, column: int) -> bool:
        """Whether the cell lies under the first one of a merged area."""
        return self.merged.get((row, column), False)

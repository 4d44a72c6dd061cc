"""Where a table stands on its sheet of the report workbook: rows, columns, texts, merges, formulas, addresses."""

from collections.abc import Iterator
from typing import NamedTuple

from exports.layout.cell_address import CellPlace, cell_address
from exports.layout.table_page import CODE, LABEL, LEAD, Heading, TableGrid
from forms.model.table import Column, Row, Table


class Lead(NamedTuple):
    """What stands left of the figures of a row, column by column."""

    tt: str | None
    label: str
    unit: str | None
    ma_so: int | None


def lead_of(row: Row) -> Lead:
    """The left columns of a row."""
    return Lead(row.tt, row.label_in_workbook or row.label, row.unit, row.ma_so)


class SheetPlaces:
    """Places of the cells of a table; columns of the table count from 0 (TT), rows and columns of the sheet from 1."""

    def __init__(self, table: Table, depth: int) -> None:
        self.table = table
        self.first_row = table.sheet.first_row
        self.numbers_row = self.first_row + depth
        self.body_row = self.numbers_row + 1
        self._rows = {row.code: self.body_row + place for place, row in enumerate(table.rows)}
        self.last_column = self.column(LEAD + len(table.columns) - 1)

    def column(self, place: int) -> int:
        """Sheet column of a column of the table; the label may span several."""
        return place + 1 if place <= LABEL else place + self.table.sheet.label_span

    def heading(self, heading: Heading) -> tuple[int, int]:
        """Row and column of a heading."""
        return self.first_row + heading.line, self.column(heading.column)

    @property
    def mark(self) -> tuple[int, int]:
        """Row and column of the marks: training data, a draft."""
        return self.first_row, self.last_column + 1

    def row(self, row: Row) -> int:
        """Sheet row of a row of the table."""
        return self._rows[row.code]

    def figure(self, row: Row, column: Column) -> CellPlace:
        """Row and column of a figure."""
        return self.row(row), self.column(LEAD + self.table.index[column.key])

    def address(self, row: Row, column: Column | None) -> str:
        """Address of a figure; of the mã số of the row without a *column*."""
        if column is None:
            return cell_address(self.row(row), self.column(CODE))
        return cell_address(*self.figure(row, column))

    def parts(self, column: Column) -> tuple[Column, ...]:
        """What the formula of a computed column adds up: its measures, or the ownership blocks; else nothing."""
        table = self.table
        if not table.sheet.live_totals or not table.typed_measures:
            return ()
        if column.measure not in table.typed_measures:
            own = table.by_block[column.block]
            return tuple(own[measure] for measure in table.typed_measures)
        if table.adds_blocks and column.block == table.total_block:
            return tuple(table.by_block[block][column.measure] for block in table.owned_blocks)
        return ()

    def formula(self, row: Row, column: Column) -> str | None:
        """The formula of a computed cell."""
        parts = [self.address(row, part) for part in self.parts(column)]
        return "=" + "+".join(parts) if parts else None

    def merges(self, grid: TableGrid) -> Iterator[tuple[int, int, int, int]]:
        """First row, first column, last row, last column of the merged cells."""
        for heading in grid.headings:
            top, left = self.heading(heading)
            bottom = top + heading.lines - 1
            right = self.column(heading.column + heading.columns) - 1
            if (bottom, right) != (top, left):
                yield top, left, bottom, right
        if self.table.sheet.label_span > 1:
            left, right = self.column(LABEL), self.column(LABEL + 1) - 1
            for row in range(self.numbers_row, self.body_row + len(grid.lines)):
                yield row, left, row, right


def places_of(grid: TableGrid) -> SheetPlaces:
    """The places of a grid."""
    return SheetPlaces(grid.table, grid.depth)

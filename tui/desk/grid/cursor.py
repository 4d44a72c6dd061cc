"""The cursor: where it is among rows and columns, where it may rest, the ways it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.desk.grid.cells import Column, Rows


class Cursor:
    """A row and a column; *col* counts all columns and is never a frozen one.

    Rows and columns may go at any time, on a page below another one as well: whoever asks is given a place that exists.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._row = 0
        self._col = 0
        self._columns: Sequence[Column] = ()
        self._cells: list[int] = []

    @property
    def wish(self) -> tuple[int, int]:
        """Row and column where it was put: while rows and columns stay, so does it."""
        return self._row, self._col

    @property
    def row(self) -> int:
        """The row, or the nearest where it may rest; 0 when there are none."""
        return self._stop_at(self._row, 1)

    @row.setter
    def row(self, row: int) -> None:
        self._row = row

    @property
    def col(self) -> int:
        """The column, or the nearest that is not frozen; 0 when there are none."""
        cells = self.cells()
        return min(max(self._col, cells[0]), cells[-1]) if cells else 0

    @col.setter
    def col(self, col: int) -> None:
        self._col = col

    def cells(self) -> list[int]:
        """The columns that it goes to."""
        columns = self._rows.columns()
        if columns is not self._columns:
            self._columns = columns
            self._cells = [place for place, column in enumerate(columns) if not column.frozen]
        return self._cells

    def step(self, by: int) -> bool:
        """To the next row where it may rest; False when there is none."""
        row = self._next_stop(self.row, by)
        if row is None:
            return False
        self.row = row
        return True

    def _next_stop(self, row: int, by: int) -> int | None:
        row += by
        while 0 <= row < self._rows.count():
            if self._rows.can_stop(row):
                return row
            row += by
        return None

    def leap(self, by: int) -> None:
        """So many rows on, or as far as there are rows; then to where it may rest, further on if there is such a row."""
        self.row = self._stop_at(self.row + by, 1 if by > 0 else -1)

    def _stop_at(self, row: int, step: int) -> int:
        """The row where it may rest that is nearest to *row*, first the way of *step*."""
        if self._rows.has(row) and self._rows.can_stop(row):
            return row
        count = self._rows.count()
        row = min(max(row, 0), max(count - 1, 0))
        if not count or self._rows.can_stop(row):
            return row
        stops = (self._next_stop(row, step), self._next_stop(row, -step))
        return next((stop for stop in stops if stop is not None), row)

    def side(self, by: int) -> None:
        """To the column beside, when there is one."""
        cells = self.cells()
        place = cells.index(self.col) + by if cells else -1
        if 0 <= place < len(cells):
            self.col = cells[place]

    def next_cell(self, by: int, fits: Callable[[int, int], bool]) -> bool:
        """To the next cell that *fits*, row by row; False when there is none."""
        cells = self.cells()
        if not cells:
            return False
        row, place = self.row, cells.index(self.col)
        while True:
            place += by
            if not 0 <= place < len(cells):
                row, place = row + by, 0 if by > 0 else len(cells) - 1
            if not 0 <= row < self._rows.count():
                return False
            if fits(row, cells[place]):
                self.row, self.col = row, cells[place]
                return True

    def next_row(self, fits: Callable[[int], bool]) -> int | None:
        """The row that *fits* after this one, the first ones again after the last; None when there is none."""
        here, count = self.row, self._rows.count()
        for step in range(1, count + 1):
            row = (here + step) % count
            if self._rows.can_stop(row) and fits(row):
                return row
        return None

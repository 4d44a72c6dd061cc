"""The cursor: where it is among rows and columns, where it may rest, the ways it goes."""

from __future__ import annotations

from collections.abc import Callable

from tui.desk.grid.cells import Rows


class Cursor:
    """A row and a column; *col* counts all columns and is never a frozen one."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.row = 0
        self.col = 0

    def cells(self) -> list[int]:
        """The columns that it goes to."""
        return [place for place, column in enumerate(self._rows.columns()) if not column.frozen]

    def settle(self) -> None:
        """Come to a place that exists."""
        cells, count = self.cells(), self._rows.count()
        self.col = min(max(self.col, cells[0]), cells[-1]) if cells else 0
        self.row = min(max(self.row, 0), max(count - 1, 0))
        if count and not self._rows.can_stop(self.row):
            self.step(1) or self.step(-1)

    def step(self, by: int) -> bool:
        """To the next row where it may rest; False when there is none."""
        row = self.row + by
        while 0 <= row < self._rows.count():
            if self._rows.can_stop(row):
                self.row = row
                return True
            row += by
        return False

    def leap(self, by: int) -> None:
        """So many rows on, or as far as there are rows."""
        self.row = min(max(self.row + by, 0), self._rows.count() - 1)
        if not self._rows.can_stop(self.row):
            step = 1 if by > 0 else -1
            self.step(step) or self.step(-step)

    def side(self, by: int) -> None:
        """To the column beside, when there is one."""
        cells = self.cells()
        place = cells.index(self.col) + by
        if 0 <= place < len(cells):
            self.col = cells[place]

    def next_cell(self, by: int, fits: Callable[[int, int], bool]) -> bool:
        """To the next cell that *fits*, row by row; False when there is none."""
        cells = self.cells()
        if not cells:
            return False
        row, place = self.row, cells.index(self.col) if self.col in cells else 0
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
        count = self._rows.count()
        for step in range(1, count + 1):
            row = (self.row + step) % count
            if self._rows.can_stop(row) and fits(row):
                return row
        return None

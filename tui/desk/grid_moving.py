"""Moving in a grid: where the cursor may rest, pages, the next cell that can be typed, what is in view."""

from __future__ import annotations

from tui.desk.grid_drawing import GridDrawing


class GridMoving(GridDrawing):
    """A grid with a cursor that moves."""

    def can_stop(self, row: int) -> bool:
        """Whether the cursor may rest on a row."""
        return True

    def can_type(self, row: int, col: int) -> bool:
        """Whether a cell can be typed."""
        return False

    def settle(self) -> None:
        """Bring the cursor to a place that exists, and into view."""
        cells = self._cells()
        self.col = min(max(self.col, cells[0]), cells[-1]) if cells else 0
        self.row = min(max(self.row, 0), max(self.count() - 1, 0))
        if self.count() and not self.can_stop(self.row):
            self._step_row(1) or self._step_row(-1)
        self._show()

    def _step_row(self, by: int) -> bool:
        row = self.row + by
        while 0 <= row < self.count():
            if self.can_stop(row):
                self.row = row
                return True
            row += by
        return False

    def _page(self, by: int) -> None:
        height = max(self.host.size()[1] - 1, 1)
        wanted = min(max(self.row + by * height, 0), self.count() - 1)
        # the view moves as far as the cursor, so that no row is passed over unseen
        self.top = max(self.top + by * height, 0)
        self.row = wanted
        if not self.can_stop(wanted):
            self._step_row(by) or self._step_row(-by)

    def go(self, row: int, col: int | None = None) -> None:
        """Put the cursor there."""
        self.row = row
        if col is not None:
            self.col = col
        self.settle()

    def _next_typable(self, by: int) -> bool:
        cells = self._cells()
        if not cells:
            return False
        row, place = self.row, cells.index(self.col) if self.col in cells else 0
        while True:
            place += by
            if not 0 <= place < len(cells):
                row, place = row + by, 0 if by > 0 else len(cells) - 1
            if not 0 <= row < self.count():
                return False
            if self.can_type(row, cells[place]):
                self.row, self.col = row, cells[place]
                return True

    def _show(self) -> None:
        # the columns first: the headings of those in view say how many rows have room
        cells = self._cells()
        if cells and not self.whole_row:
            place = cells.index(self.col)
            if place < self.first:
                self.first = place
            while self.first < place and place not in self._visible(self.host.width):
                self.first += 1
        height = self.host.size()[1]
        if not self.top <= self.row < self.top + height:
            self.top = max(min(self.row - height // 2, self.count() - height), 0)
        if self.top > max(self.count() - height, 0):
            self.top = max(self.count() - height, 0)

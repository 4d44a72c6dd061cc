"""The view of a grid: which rows and columns are seen, and how headings, rows, cursor and the line being typed look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from tui.desk.canvas import Line, Role, Span, left, line_of, plain, right, width_of
from tui.desk.grid.buffer import Buffer
from tui.desk.grid.cells import Cell, Column, Room, Rows
from tui.desk.grid.cursor import Cursor

BELOW = 3
"""Lines that may stay free below the last row: a longer message takes them and gives them back, the rows stay where they are."""

MORE_LEFT, MORE_RIGHT = "«", "»"
"""At the end of the headings: on which side there are columns out of view."""


class View:
    """What is seen of *rows*; with *whole_row* the cursor is a whole row, as in a list."""

    def __init__(self, rows: Rows, cursor: Cursor, room: Room, *, whole_row: bool = False) -> None:
        self._rows = rows
        self._cursor = cursor
        self._room = room
        self.whole_row = whole_row
        self.top = 0
        """The first row in view."""
        self.first = 0
        """The first column in view, among those that scroll."""

    def bookmark(self) -> Callable[[], None]:
        """What brings the cursor and the view back to where they are now."""
        row, col, top, first = self._cursor.row, self._cursor.col, self.top, self.first

        def back() -> None:
            self._cursor.row, self._cursor.col, self.top, self.first = row, col, top, first

        return back

    # What is in view

    def _show_column(self, scrolling: list[int], width: int) -> None:
        """Bring the column of the cursor into view; where the cursor is a whole row, no room is left free at the right."""
        if not scrolling:
            return
        if self.whole_row:
            while self.first and self._visible(scrolling, width, self.first - 1)[-1] == len(scrolling) - 1:
                self.first -= 1
            return
        here = self._cursor.col
        place = scrolling.index(here) if here in scrolling else 0
        self.first = min(self.first, place)
        while self.first < place and place not in self._visible(scrolling, width):
            self.first += 1

    def _show_row(self, height: int) -> None:
        """Bring the row of the cursor into view."""
        row, last_top = self._cursor.row, max(self._rows.count() - height, 0)
        if not self.top <= row < self.top + height:
            self.top = min(max(row - height // 2, 0), last_top)
        self.top = min(self.top, last_top + BELOW)

    def turn(self, by: int) -> None:
        """A page down or up: the view moves as far as the cursor, so that no row is passed over unseen."""
        height = self._room.size()[1]
        self._show_row(height)
        rows = by * max(height - 1, 1)
        self.top = max(self.top + rows, 0)
        self._cursor.leap(rows)

    def aside(self, by: int) -> None:
        """Scroll sideways as far as there are columns, the standing ones stay."""
        width = self._room.width
        scrolling = self._scrolling()
        more = self._visible(scrolling, width)[-1:] != [len(scrolling) - 1]
        if self.first if by < 0 else more:
            self.first += by

    def _scrolling(self) -> list[int]:
        columns = enumerate(self._rows.columns())
        return [col for col, column in columns if not (column.frozen or column.stays)]

    def _visible(self, scrolling: list[int], width: int, first: int | None = None) -> list[int]:
        """Places (among the columns that scroll) of those that fit beside the others, from the *first* in view."""
        columns = self._rows.columns()
        standing = sum(column.width for column in columns if column.frozen or column.stays)
        room = width - self.whole_row - standing
        shown: list[int] = []
        for place, col in list(enumerate(scrolling))[self.first if first is None else first :]:
            room -= columns[col].width
            if room < 0 and shown:
                break
            shown.append(place)
        return shown

    def drawn(self, width: int) -> list[int]:
        """The columns that are drawn, that of the cursor among them."""
        columns = self._rows.columns()
        standing = [col for col, column in enumerate(columns) if column.frozen or column.stays]
        scrolling = self._scrolling()
        self._show_column(scrolling, width)
        return standing + [scrolling[place] for place in self._visible(scrolling, width)]

    def place_at(self, column: int, line: int, width: int) -> tuple[int, int] | None:
        """Row and column drawn at a column of the screen and a line of the body; None where the cursor cannot go."""
        row = self.top + line
        if row >= self._rows.count() or not self._rows.can_stop(row):
            return None
        columns, edge = self._rows.columns(), int(self.whole_row)
        for col in self.drawn(width):
            edge += columns[col].width
            if column < edge:
                return row, self._cursor.col if columns[col].frozen else col
        return row, self._cursor.col

    # How it looks

    def headings(self, width: int) -> list[Line]:
        """The heading lines of the visible columns."""
        columns = self._rows.columns()
        drawn = [columns[place] for place in self.drawn(width)]
        out_of_view = MORE_LEFT * bool(self.first) + MORE_RIGHT * (len(drawn) + self.first < len(columns))
        state = drawn, width, out_of_view
        return self._rows.once("headings", state, lambda: self._headings_of(drawn, width, out_of_view))

    def _headings_of(self, drawn: Sequence[Column], width: int, out_of_view: str) -> list[Line]:
        height = max((len(column.titles) for column in drawn), default=0)
        lines: list[Line] = []
        for number in range(-any(column.over for column in drawn), height):
            spans: list[Span] = [(" ", Role.HEADING)] if self.whole_row else []
            for column in drawn:
                missing = height - len(column.titles)
                title = column.titles[number - missing] if number >= missing else ""
                title = title if number >= 0 else column.over
                put = right(title, column.width - 1) + " " if column.right else left(title, column.width)
                spans.append((put, Role.HEADING))
            lines.append(line_of(spans, width))
        if lines and out_of_view:
            lowest = plain(lines[-1])[: width - len(out_of_view)].ljust(width - len(out_of_view))
            lines[-1] = line_of([(lowest + out_of_view, Role.HEADING)], width)
        return lines

    def body(self, width: int, height: int, edit: Buffer | None = None) -> list[Line]:
        """The visible rows; only that of the cursor is drawn again when nothing else changed."""
        rows, here = self._rows, self._cursor.row
        drawn = self.drawn(width)
        self._show_row(height)
        known: dict[int, Line] = rows.once("body", (rows.look(), width, drawn), dict) if rows.steady else {}
        lines = []
        for row in range(self.top, min(self.top + height, rows.count())):
            line = self._cursor_line(row, drawn, width, edit) if row == here else known.get(row)
            if line is None:
                line = known[row] = self._row_line(row, drawn, width)
            lines.append(line)
        return lines

    def _row_line(self, row: int, drawn: list[int], width: int) -> Line:
        margin: list[Span] = [(" ", Role.TEXT)] if self.whole_row else []
        return line_of([*margin, *chain.from_iterable(self._plains(row, drawn))], width)

    def _cursor_line(self, row: int, drawn: list[int], width: int, edit: Buffer | None) -> Line:
        plains = self._plains(row, drawn)
        if self.whole_row:
            texts = ((text, Role.CURSOR) for line in plains for text, _ in line)
            return line_of([(">", Role.CURSOR), *texts], width)
        spans: list[Span] = []
        here = self._cursor.col
        for col, line in zip(drawn, plains, strict=True):
            spans += self._cursor_spans(row, col, edit) if col == here else line
        return line_of(spans, width)

    def _plains(self, row: int, cols: list[int]) -> list[Line]:
        columns, cells = self._rows.columns(), self._rows.cells_of(row, cols)
        return [_plain(columns[col], cell) for col, cell in zip(cols, cells, strict=True)]

    def _cursor_spans(self, row: int, col: int, edit: Buffer | None) -> list[Span]:
        column = self._rows.columns()[col]
        if edit is not None:
            return _edited(column, edit)
        (cell,) = self._rows.cells_of(row, (col,))
        text = left(cell.sign + cell.text, column.width - 2).rstrip()
        shown = f"[{text or ' '}]"
        gap = " " * max(column.width - width_of(shown), 0)
        return (
            [(gap, Role.TEXT), (shown, Role.CURSOR)]
            if column.right
            else [(shown, Role.CURSOR), (gap, Role.TEXT)]
        )


def _plain(column: Column, cell: Cell) -> Line:
    text = cell.sign + cell.text
    put = (
        right(text, column.width - 1) + " "
        if column.right
        else left(" " * (not column.frozen) + text, column.width)
    )
    if cell.role is not Role.GIVEN:
        return ((put, cell.role),)
    # its line stands below the text alone, so that neighbours stay apart
    shown = put.strip()
    before, _, after = put.partition(shown)
    return (before, Role.TEXT), (shown, cell.role), (after, Role.TEXT)


def _edited(column: Column, edit: Buffer) -> list[Span]:
    room = column.width - 2
    text, at = edit.text + " ", edit.at
    start = 0
    while width_of(text[start : at + 1]) > room:
        start += 1
    end = len(text)
    while width_of(text[start:end]) > room:
        end -= 1
    shown = text[start:end]
    at -= start
    spans: list[Span] = [("[" + shown[:at], Role.EDIT), (shown[at : at + 1], Role.CARET)]
    spans.append((shown[at + 1 :] + " " * (room - width_of(shown)) + "]", Role.EDIT))
    return spans

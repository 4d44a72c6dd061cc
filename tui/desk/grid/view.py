"""The view of a grid: which rows and columns are seen, and how headings, rows, cursor and the line being typed look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from forms.model.declared import Frozen
from tui.desk.canvas import Line, Role, Span, left, line_of, plain, right, width_of
from tui.desk.grid.cells import Cell, Column, Room, Rows
from tui.desk.grid.cursor import Cursor
from tui.desk.line.buffer import Buffer

BELOW = 3
"""Lines that may stay free below the last row: a longer message takes them and gives them back, the rows stay where they are."""

MORE_LEFT, MORE_RIGHT = "«", "»"
"""At the end of the headings: on which side there are columns out of view."""


class _Split(Frozen):
    """Columns by what becomes of them when the view goes sideways."""

    columns: Sequence[Column]
    standing: list[int]
    scrolling: list[int]
    width: int
    """Of those that stand."""

    @classmethod
    def of(cls, columns: Sequence[Column]) -> _Split:
        standing = [place for place, column in enumerate(columns) if column.frozen or column.stays]
        scrolling = [place for place in range(len(columns)) if place not in standing]
        return cls(columns, standing, scrolling, sum(columns[place].width for place in standing))


class _DrawnRow(Frozen):
    """A row without the cursor: a cell and its piece of the line for each column that is drawn."""

    cells: Sequence[Cell]
    pieces: Sequence[Sequence[Span]]
    line: Line


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
        self._known_split = _Split.of(())
        self._known_for: tuple[object, ...] = ()
        self._known_drawn: list[int] = []

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
            while self.first and self._visible(width, self.first - 1)[-1] == len(scrolling) - 1:
                self.first -= 1
            return
        here = self._cursor.col
        place = scrolling.index(here) if here in scrolling else 0
        self.first = min(self.first, place)
        while self.first < place and place not in self._visible(width, self.first):
            self.first += 1

    def _show_row(self, row: int, height: int) -> None:
        """Bring a row into view, that of the cursor."""
        last_top = max(self._rows.count() - height, 0)
        if not self.top <= row < self.top + height:
            self.top = min(max(row - height // 2, 0), last_top)
        self.top = min(self.top, last_top + BELOW)

    def turn(self, by: int) -> None:
        """A page down or up: the view moves as far as the cursor, so that no row is passed over unseen."""
        height = self._room.size()[1]
        self._show_row(self._cursor.row, height)
        rows = by * max(height - 1, 1)
        self.top = max(self.top + rows, 0)
        self._cursor.leap(rows)

    def aside(self, by: int) -> None:
        """Scroll sideways as far as there are columns, the standing ones stay."""
        last = len(self._split.scrolling) - 1
        more = last not in self._visible(self._room.width, self.first)
        if self.first if by < 0 else more:
            self.first += by

    @property
    def _split(self) -> _Split:
        columns = self._rows.columns()
        if columns is not self._known_split.columns:
            self._known_split = _Split.of(columns)
        return self._known_split

    def _visible(self, width: int, first: int) -> range:
        """Places (among the columns that scroll) of those that fit beside the others, from the *first* on."""
        split = self._split
        columns, scrolling = split.columns, split.scrolling
        room = width - self.whole_row - split.width
        for place in range(first, len(scrolling)):
            room -= columns[scrolling[place]].width
            if room < 0 and place > first:
                return range(first, place)
        return range(first, len(scrolling))

    def drawn(self, width: int) -> list[int]:
        """The columns that are drawn, that of the cursor among them."""
        split, (_, wish) = self._split, self._cursor.wish
        if (split, width, wish, self.first) != self._known_for:
            self._show_column(split.scrolling, width)
            shown = self._visible(width, self.first)
            self._known_drawn = split.standing + split.scrolling[shown.start : shown.stop]
            self._known_for = split, width, wish, self.first
        return self._known_drawn

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
        """The visible rows; of a steady page each is drawn once, the cursor is put over the one where it is."""
        rows, here = self._rows, self._cursor.row
        drawn = self.drawn(width)
        self._show_row(here, height)
        known = self._known(drawn, width)
        lines = []
        for row in range(self.top, min(self.top + height, rows.count())):
            shown = known.get(row)
            if shown is None:
                shown = known[row] = self._drawn_row(row, drawn, width)
            lines.append(self._under_cursor(shown, drawn, width, edit) if row == here else shown.line)
        return lines

    def _known(self, drawn: list[int], width: int) -> dict[int, _DrawnRow]:
        """The rows that were drawn with these columns."""
        rows = self._rows
        return rows.once("body", (rows.look(), width, drawn), dict) if rows.steady else {}

    def _drawn_row(self, row: int, drawn: list[int], width: int) -> _DrawnRow:
        columns, cells = self._rows.columns(), self._rows.cells_of(row, drawn)
        pieces = [_plain(columns[col], cell) for col, cell in zip(drawn, cells, strict=True)]
        edge = [((" ", Role.TEXT),)] * self.whole_row
        return _DrawnRow(cells, pieces, line_of(chain(*edge, *pieces), width))

    def _under_cursor(self, shown: _DrawnRow, drawn: list[int], width: int, edit: Buffer | None) -> Line:
        pieces = shown.pieces
        if self.whole_row:
            text = "".join([text for text, _ in chain(*pieces)])
            return line_of([(">" + text, Role.CURSOR)], width)
        if (here := self._cursor.col) not in drawn:
            return shown.line
        place = drawn.index(here)
        column = self._rows.columns()[here]
        there = _in_brackets(column, shown.cells[place]) if edit is None else _edited(column, edit)
        return line_of(chain(*pieces[:place], there, *pieces[place + 1 :]), width)


def _in_brackets(column: Column, cell: Cell) -> Line:
    text = left(cell.sign + cell.text, column.width - 2).rstrip()
    shown = f"[{text or ' '}]"
    gap = " " * max(column.width - width_of(shown), 0)
    return (
        ((gap, Role.TEXT), (shown, Role.CURSOR)) if column.right else ((shown, Role.CURSOR), (gap, Role.TEXT))
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

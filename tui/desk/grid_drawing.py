"""Drawing a grid: heading lines, the visible rows, the cursor and the line being typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui.desk.buffer import Buffer
from tui.desk.canvas import Line, Role, Span, left, line_of, right
from tui.desk.page import Host, Page


class Column(NamedTuple):
    """A column on screen: heading lines, width in cells; figures stand right, *frozen* ones never scroll.

    *over* stands above the heading: what the column belongs to.
    """

    titles: tuple[str, ...]
    width: int
    right: bool = False
    frozen: bool = False
    over: str = ""


class Cell(NamedTuple):
    """What a cell shows: text, a sign before it (``!`` error, ``?`` warning, ``*`` typed over, ``~`` changed)."""

    text: str = ""
    sign: str = ""
    role: Role = Role.TEXT


class GridDrawing(Page):
    """A page of rows and columns: where the cursor is, what is in view, and how it looks."""

    whole_row = False
    """A list: the cursor is a whole row."""
    steady = False
    """The rows depend on the content and on ``look`` alone: they are drawn once for all keys that change neither."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.row = 0
        self.col = 0
        self.top = 0
        self.first = 0
        self.edit: Buffer | None = None
        self._dropped: tuple[int, int, Buffer] | None = None

    def columns(self) -> Sequence[Column]:
        """The columns, frozen ones first."""
        raise NotImplementedError

    def count(self) -> int:
        """Number of rows."""
        raise NotImplementedError

    def cell(self, row: int, col: int) -> Cell:
        """What stands at a place; *col* counts all columns."""
        raise NotImplementedError

    def cells_of(self, row: int, cols: Sequence[int]) -> list[Cell]:
        """What stands at several places of a row."""
        return [self.cell(row, col) for col in cols]

    def _cells(self) -> list[int]:
        return [place for place, column in enumerate(self.columns()) if not column.frozen]

    def _visible(self, width: int) -> list[int]:
        """Places (among the cells) of the columns that fit beside the frozen ones."""
        columns = self.columns()
        room = width - sum(column.width for column in columns if column.frozen)
        shown: list[int] = []
        for place, col in list(enumerate(self._cells()))[self.first :]:
            room -= columns[col].width
            if room < 0 and shown:
                break
            shown.append(place)
        return shown

    def headings(self, width: int) -> list[Line]:
        """The heading lines of the visible columns."""
        columns = self.columns()
        drawn = [columns[place] for place in self._drawn(width)]
        return self.kept("headings", (drawn, width), lambda: self._headings_of(drawn, width))

    def _headings_of(self, drawn: Sequence[Column], width: int) -> list[Line]:
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
        return lines

    def _drawn(self, width: int) -> list[int]:
        columns = self.columns()
        frozen = [place for place, column in enumerate(columns) if column.frozen]
        cells = self._cells()
        return frozen + [cells[place] for place in self._visible(width)]

    def look(self) -> object:
        """What a steady page shows otherwise than before though the content is the same."""
        return None

    def body(self, width: int, height: int) -> list[Line]:
        """The visible rows; only that of the cursor is drawn again when nothing else changed."""
        drawn = self._drawn(width)
        known: dict[int, Line] = self.kept("body", (self.look(), width, drawn), dict) if self.steady else {}
        lines = []
        for row in range(self.top, min(self.top + height, self.count())):
            line = self._row_line(row, drawn, width) if row == self.row else known.get(row)
            if line is None:
                line = known[row] = self._row_line(row, drawn, width)
            lines.append(line)
        return lines

    def _row_line(self, row: int, drawn: list[int], width: int) -> Line:
        here = row == self.row
        if self.whole_row:
            mark = ">" if here else " "
            role = Role.CURSOR if here else None
            spans: list[Span] = [(mark, role or Role.TEXT)]
            for text, cell_role in self._plains(row, drawn):
                spans.append((text, role or cell_role))
            return line_of(spans, width)
        spans = []
        for col, plain in zip(drawn, self._plains(row, drawn), strict=True):
            if here and col == self.col:
                spans += self._cursor(row, col)
            else:
                spans.append(plain)
        return line_of(spans, width)

    def _plains(self, row: int, cols: list[int]) -> list[Span]:
        columns = self.columns()
        return [
            self._plain(columns[col], cell) for col, cell in zip(cols, self.cells_of(row, cols), strict=True)
        ]

    def _plain(self, column: Column, cell: Cell) -> Span:
        text = cell.sign + cell.text
        put = (
            right(text, column.width - 1) + " "
            if column.right
            else left(" " * (not column.frozen) + text, column.width)
        )
        return put, cell.role

    def _cursor(self, row: int, col: int) -> list[Span]:
        column = self.columns()[col]
        if self.edit is not None:
            return self._edited(column)
        cell = self.cell(row, col)
        text = left(cell.sign + cell.text, column.width - 2).rstrip()
        shown = f"[{text or ' '}]"
        gap = " " * max(column.width - cell_len(shown), 0)
        return (
            [(gap, Role.TEXT), (shown, Role.CURSOR)]
            if column.right
            else [(shown, Role.CURSOR), (gap, Role.TEXT)]
        )

    def _edited(self, column: Column) -> list[Span]:
        assert self.edit is not None
        room = column.width - 2
        text, at = self.edit.text + " ", self.edit.at
        start = 0
        while cell_len(text[start : at + 1]) > room:
            start += 1
        end = len(text)
        while cell_len(text[start:end]) > room:
            end -= 1
        shown = text[start:end]
        at -= start
        spans: list[Span] = [("[" + shown[:at], Role.EDIT), (shown[at : at + 1], Role.CARET)]
        spans.append((shown[at + 1 :] + " " * (room - cell_len(shown)) + "]", Role.EDIT))
        return spans

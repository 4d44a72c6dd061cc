"""The print, worked out before anything is drawn: column widths, wrapped texts, row heights, page breaks.

Nothing in fpdf2 keeps the last rows with the signature, repeats headings and knows the number of pages
beforehand; so the pages are made here and only drawn there. Lengths are millimetres.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from exports.layout.table_page import LABEL, Heading, TableGrid, TextStyle, line_heights
from exports.layout.wrapping import wrap, wrap_evenly

LEFT, TOP, RIGHT, BOTTOM = 20.0, 30.0, 282.0, 190.0
"""Edges of the text on A4 landscape: margins 30 above (the binding), 15 right, 20 below, 20 left."""

PAD_X, PAD_Y = 1.0, 0.5
POINT = 25.4 / 72
LEADING = 1.1
ASCENT = 0.9
"""From the top of a line to its base line, in font sizes."""
TITLE_HEIGHT = 6.6
NOTE_HEIGHT = 5.5
CAPTION_HEIGHT = 4.5
GAP = 7.0
LEAST_LAST_ROWS = 3
"""So many rows at least stand on the last page of a table, which may be the page of the signature."""

Widths = Callable[[str, TextStyle], float]
"""Width of a text in a style at a size of one point."""


@dataclass(frozen=True, slots=True)
class SetHeading:
    """A heading cell with its place: *top* from the top of the headings."""

    heading: Heading
    lines: tuple[str, ...]
    left: float
    right: float
    top: float
    bottom: float


class SetTable:
    """A table set on paper: its column edges, its headings and the height of every row."""

    def __init__(self, grid: TableGrid, widths: Widths) -> None:
        layout = grid.table.print
        self.grid = grid
        self.size = layout.font_size
        self.line_height = self.size * POINT * LEADING
        self.edges = _edges(grid)
        self.indent = self.size / 4
        self._widths = widths
        self.headings = tuple(self._set_headings())
        self.numbers_top = max(cell.bottom for cell in self.headings)
        self.headings_height = self.numbers_top + self._height(1)
        self.labels = tuple(self._label(place) for place in range(len(grid.lines)))
        self.heights = tuple(self._height(max(len(lines), 1)) for lines in self.labels)
        self._starts = (0.0, *accumulate(self.heights))

    def _height(self, lines: int) -> float:
        return lines * self.line_height + 2 * PAD_Y

    def label_left(self, place: int) -> float:
        """Where the label of a row begins."""
        grid = self.grid
        return self.edges[LABEL] + PAD_X + self.indent * (grid.lines[place].row.level - grid.first_level)

    def _label(self, place: int) -> tuple[str, ...]:
        line = self.grid.lines[place]
        style = self.grid.style(line)
        room = self.edges[LABEL + 1] - PAD_X - self.label_left(place)
        return wrap(line.row.label, room, lambda text: self._widths(text, style) * self.size)

    def _set_headings(self) -> Iterator[SetHeading]:
        texts = {heading: self._wrapped(heading) for heading in self.grid.headings}
        heights = line_heights(self.grid, lambda heading: self._height(len(texts[heading])))
        tops = (0.0, *accumulate(heights))
        for heading in self.grid.headings:
            yield SetHeading(
                heading,
                texts[heading],
                self.edges[heading.column],
                self.edges[heading.column + heading.columns],
                tops[heading.line],
                tops[heading.line + heading.lines],
            )

    def _wrapped(self, heading: Heading) -> tuple[str, ...]:
        room = self.edges[heading.column + heading.columns] - self.edges[heading.column] - 2 * PAD_X
        return wrap_evenly(heading.text, room, lambda text: self._widths(text, "B") * self.size)

    def title_height(self, first: int) -> float:
        """Height of what stands above the headings of the piece that begins with row *first*."""
        if first:
            return CAPTION_HEIGHT
        return TITLE_HEIGHT + (NOTE_HEIGHT if self.grid.not_applicable or self.grid.years else 0)

    def height(self, first: int, end: int) -> float:
        """Height of the rows from *first* to before *end*, with title and headings."""
        return self.title_height(first) + self.headings_height + self._starts[end] - self._starts[first]

    def break_at(self, place: int) -> int:
        """The last place from *place* up where a page may break: a heading row stays with the next."""
        while place > 0 and self.grid.lines[place - 1].is_heading:
            place -= 1
        return place

    def fitting(self, first: int, room: float) -> int:
        """Where a page of *room* that begins with row *first* ends."""
        end = first + 1
        while end < len(self.heights) and self.height(first, end + 1) <= room:
            end += 1
        if end < len(self.heights):
            earlier = self.break_at(end)
            end = earlier if earlier > first else end
        return end


def _edges(grid: TableGrid) -> tuple[float, ...]:
    layout = grid.table.print
    lead = (layout.tt_width, layout.label_width, layout.unit_width, layout.code_width)
    width = (RIGHT - LEFT - sum(lead)) / len(grid.table.columns)
    return (*accumulate((*lead, *[width] * len(grid.table.columns)), initial=LEFT),)


@dataclass(frozen=True, slots=True)
class TablePiece:
    """Rows of a table on one page, from *first* to before *end*, beginning at *top*."""

    table: SetTable
    top: float
    first: int
    end: int

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.table.height(self.first, self.end)


PrintPage = list[TablePiece]
"""One page of tables."""


def paginate(tables: Sequence[SetTable], first_top: float, last_tail: float) -> tuple[list[PrintPage], float]:
    """The pages, and where the last one ends: a table goes on after the previous one only if it fits whole.

    *last_tail* is left free after the last table: the height of the signature where nothing comes before it.
    """
    pages: list[PrintPage] = [[]]
    top = first_top
    for table in tables:
        tail = last_tail if table is tables[-1] else 0.0
        count = len(table.heights)
        if pages[-1]:
            top += GAP
            if top + table.height(0, count) + tail > BOTTOM:
                pages.append([])
                top = TOP
        chunks = _chunks(table, BOTTOM - top, tail)
        if top > TOP and table.height(*chunks[0]) + (tail if len(chunks) == 1 else 0) > BOTTOM - top:
            # too little room under the title block
            pages.append([])
            top = TOP
            chunks = _chunks(table, BOTTOM - top, tail)
        for number, (first, end) in enumerate(chunks):
            if number:
                pages.append([])
                top = TOP
            piece = TablePiece(table, top, first, end)
            pages[-1].append(piece)
            top = piece.bottom
    return pages, top


def _chunks(table: SetTable, room: float, tail: float) -> list[tuple[int, int]]:
    """The rows of each page. The last has enough rows, and room for a *tail*, the signature."""
    count = len(table.heights)
    chunks: list[tuple[int, int]] = []
    first = 0
    while first < count:
        end = table.fitting(first, BOTTOM - TOP if chunks else room)
        chunks.append((first, end))
        first = end
    last_room = BOTTOM - TOP if len(chunks) > 1 else room
    first, _ = chunks[-1]
    if table.height(first, count) + tail <= last_room and (
        count - first >= LEAST_LAST_ROWS or len(chunks) == 1
    ):
        return chunks
    cut = table.break_at(max(count - LEAST_LAST_ROWS, 0))
    while chunks and chunks[-1][0] >= cut:
        chunks.pop()
    if chunks:
        chunks[-1] = (chunks[-1][0], cut)
    return [*chunks, (cut, count)]

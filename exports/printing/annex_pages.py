"""The annexes on paper: pages worked out before anything is drawn. No text is cut; lengths are millimetres."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from exports.layout.document import Annex
from exports.layout.table_page import TextStyle
from exports.layout.wrapping import wrap_breaking_words, wrap_evenly
from exports.printing.paging import (
    ASCENT,
    BOTTOM,
    CAPTION_HEIGHT,
    LEADING,
    LEFT,
    PAD_X,
    PAD_Y,
    POINT,
    RIGHT,
    TITLE_HEIGHT,
    TOP,
    Widths,
)
from exports.printing.paper import HEADING_GREY, Paper
from exports.printing.print_words import ANNEX_GOES_ON

ANNEX_SIZE = 10.0
ANNEX_LINE_HEIGHT = ANNEX_SIZE * POINT * LEADING
LEAST = 3
"""Fewer lines of a row that must be split do not begin it at the end of a page."""


class RowPart(NamedTuple):
    """Lines of a row, from *first* to before *end*: all of them, unless the row goes on on another page."""

    row: int
    first: int
    end: int

    @property
    def height(self) -> float:
        """Its height."""
        return _height(self.end - self.first)


def _height(lines: int) -> float:
    return lines * ANNEX_LINE_HEIGHT + 2 * PAD_Y


class SetAnnex:
    """An annex set on paper: its column edges, wrapped texts and pages; one page without parts when it has no rows.

    A *tail* of that height is left free below its last lines: the signature stands with some of them.
    """

    def __init__(self, annex: Annex, widths: Widths, tail: float = 0.0) -> None:
        self.annex = annex
        scale = (RIGHT - LEFT) / sum(annex.widths)
        self.edges = (*accumulate((width * scale for width in annex.widths), initial=LEFT),)
        rooms = [right - left - 2 * PAD_X for left, right in zip(self.edges, self.edges[1:], strict=False)]
        self.headings = tuple(
            wrap_evenly(text, room, lambda part: widths(part, "B") * ANNEX_SIZE)
            for text, room in zip(annex.headings, rooms, strict=True)
        )
        self.headings_height = _height(max(map(len, self.headings)))
        self.cells = tuple(self._wrapped(place, rooms, widths) for place in range(len(annex.rows)))
        self.pages = self._paginate(tail)

    def _wrapped(self, row: int, rooms: Sequence[float], widths: Widths) -> tuple[tuple[str, ...], ...]:
        style = self.style(row)
        return tuple(
            wrap_breaking_words(text, room, lambda part: widths(part, style) * ANNEX_SIZE)
            for text, room in zip(self.annex.rows[row], rooms, strict=True)
        )

    def style(self, row: int) -> TextStyle:
        """Style of a row: one that heads others is bold."""
        return "B" if row in self.annex.heads else ""

    @property
    def bottom(self) -> float:
        """Where its last page ends."""
        if not self.cells:
            return TOP + TITLE_HEIGHT + ANNEX_LINE_HEIGHT
        return self.body_top(len(self.pages) - 1) + sum(part.height for part in self.pages[-1])

    def body_top(self, page: int) -> float:
        """Where the rows of a page begin."""
        return TOP + (CAPTION_HEIGHT if page else TITLE_HEIGHT) + self.headings_height

    def _fitting(self, top: float) -> int:
        """Lines of one row between *top* and the end of the page."""
        return int((BOTTOM - top - 2 * PAD_Y) / ANNEX_LINE_HEIGHT + 1e-6)

    def _paginate(self, tail: float) -> tuple[tuple[RowPart, ...], ...]:
        pages: list[list[RowPart]] = [[]]
        top = self.body_top(0)
        whole = self._fitting(self.body_top(1))
        for row, cells in enumerate(self.cells):
            first, count = 0, max(map(len, cells))
            while first < count:
                left, fits = count - first, self._fitting(top)
                if pages[-1] and left > fits and (left <= whole or fits < LEAST):
                    pages.append([])
                    top = self.body_top(1)
                    continue
                part = RowPart(row, first, first + min(left, fits))
                pages[-1].append(part)
                top += part.height
                first = part.end
        while pages[-1] and top + tail > BOTTOM:
            *before, last = pages[-1]
            if not before:
                middle = max(last.end - LEAST, last.first + 1)
                before, last = [last._replace(end=middle)], last._replace(first=middle)
            pages[-1:] = [before, [last]]
            top = self.body_top(1) + last.height
        return tuple(map(tuple, pages))


def draw_annex(paper: Paper, annex: SetAnnex, page: int, marks: str) -> None:
    """The page number *page*, from 0, of *annex*: title, *marks* beside it, headings and rows."""
    title_height = CAPTION_HEIGHT if page else TITLE_HEIGHT
    if page:
        paper.text(LEFT, TOP + title_height - 1.3, ANNEX_GOES_ON.format(title=annex.annex.title), "I", 10)
    else:
        paper.text(LEFT, TOP + title_height - 2.2, annex.annex.title, "B", 13)
    if marks:
        paper.right(RIGHT, TOP + CAPTION_HEIGHT - 1.3, marks, "B", 10)
    y = TOP + title_height
    if not annex.cells:
        paper.text(LEFT, y + ASCENT * 12 * POINT, annex.annex.nothing, "", 12)
        return
    edges, columns = annex.edges, range(len(annex.headings))
    for column in columns:
        paper.box(edges[column], y, edges[column + 1] - edges[column], annex.headings_height, HEADING_GREY)
    for column, lines in enumerate(annex.headings):
        at = y + (annex.headings_height - len(lines) * ANNEX_LINE_HEIGHT) / 2 + ASCENT * ANNEX_SIZE * POINT
        for line in lines:
            paper.centred((edges[column] + edges[column + 1]) / 2, at, line, "B", ANNEX_SIZE)
            at += ANNEX_LINE_HEIGHT
    y = body = annex.body_top(page)
    for part in annex.pages[page]:
        for column, lines in enumerate(annex.cells[part.row]):
            at = y + PAD_Y + ASCENT * ANNEX_SIZE * POINT
            for line in lines[part.first : part.end]:
                if line:
                    paper.text(edges[column] + PAD_X, at, line, annex.style(part.row), ANNEX_SIZE)
                at += ANNEX_LINE_HEIGHT
        y += part.height
        paper.line(LEFT, y, RIGHT, y)
    for edge in edges:
        paper.line(edge, body, edge, y)

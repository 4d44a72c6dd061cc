"""The rows of a sheet that may be its headings, and the titles over each column: merged ones over all that they cover."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from exports.intake.titles import Path
from exports.reading.workbook_reader import ForeignRow, MergedArea
from forms.entry.written_days import plain_day
from forms.model.text import clean, parse_date

MOST_HEADING_ROWS = 4
MOST_OF_A_LINE = 4
"""So many cells at most has a line that says something of a list."""

_COUNTED = re.compile(r"\(?([0-9]{1,2}|[A-Z])\)?")
_DIGITS = re.compile(r"[0-9]{5,}")


class HeadingBlock(NamedTuple):
    """First and last row of the headings, and column → its titles as they came, the outermost first.

    *lines* are the titles that stand in each of its rows; *is_grouped*: each but the last has titles over several columns.
    """

    top: int
    bottom: int
    paths: Mapping[int, Path]
    lines: tuple[Sequence[str], ...] = ()
    is_grouped: bool = True


class HeadingRows:
    """Rows of one sheet, looked at as headings."""

    def __init__(self, rows: Sequence[ForeignRow], merged: Sequence[MergedArea]) -> None:
        self.rows = rows
        self._rows = {row.number: row for row in rows}
        self._merged = merged

    def blocks_at(self, top: int) -> Iterator[HeadingBlock]:
        """The blocks that may begin at the row *top*, the lowest first."""
        if not self._is_titles(top):
            return
        for bottom in range(top, top + MOST_HEADING_ROWS):
            if bottom > top and bottom in self._rows and not self._is_titles(bottom):
                return
            end = self._merged_to(top, bottom)
            # titles that are merged down say that the rows beside them are of the headings, too
            is_cut = any(self._is_titles(number) for number in range(bottom + 1, end + 1))
            if (bottom == top or bottom in self._rows) and not is_cut:
                yield self._block(top, bottom, end)

    def _block(self, top: int, bottom: int, end: int) -> HeadingBlock:
        following = self._rows.get(end + 1)
        if following and _counts_columns(following):
            end += 1
        lines = [self._titles(number, bottom) for number in range(top, bottom + 1)]
        own = [
            [cell.text for cell in self._rows[number].cells.values()] if number in self._rows else []
            for number in range(top, bottom + 1)
        ]
        upper = zip(range(top, bottom), lines, strict=False)
        is_grouped = all(self._is_over_several(number, line, len(lines[-1])) for number, line in upper)
        return HeadingBlock(top, end, _paths(lines), tuple(own), is_grouped)

    def _merged_to(self, top: int, bottom: int) -> int:
        """The last row to which titles of the block are merged down."""
        areas = (area for area in self._merged if top <= area.top <= bottom)
        return max([bottom, *(area.bottom for area in areas if area.bottom < area.top + MOST_HEADING_ROWS)])

    def _is_titles(self, number: int) -> bool:
        row = self._rows.get(number)
        if row is None or _counts_columns(row) or _tells(row):
            return False
        return all(
            cell.kind == "text" and not parse_date(plain_day(cell.text)) and not _DIGITS.search(cell.text)
            for cell in row.cells.values()
        )

    def _is_over_several(self, number: int, line: Mapping[int, str], width: int) -> bool:
        """Whether one of several titles is over several columns, or the only one is merged over some of *width* columns."""
        titles = len(set(line.values()))
        cells = self._rows[number].cells if number in self._rows else {}
        is_merged = any(area.top == number and area.left in cells for area in self._merged)
        return titles < len(line) and (titles > 1 or (is_merged and len(line) < width))

    def _titles(self, number: int, bottom: int) -> dict[int, str]:
        """Column → the title in that row, over every column that its cell covers."""
        row = self._rows.get(number)
        own = {column: cell.text for column, cell in row.cells.items()} if row else {}
        titles = dict(own)
        for area in self._merged:
            first = self._rows.get(area.top)
            if area.top <= number <= area.bottom and first and area.left in first.cells:
                title = first.cells[area.left].text
                titles |= dict.fromkeys(range(area.left, area.right + 1), title)
        if number < bottom:
            self._spread(titles, number)
        return titles

    def _spread(self, titles: dict[int, str], number: int) -> None:
        """A title that was not merged covers the empty cells to its right under which other titles stand."""
        below = self._rows.get(number + 1)
        if below is None:
            return
        merged = {
            column
            for area in self._merged
            if area.top <= number <= area.bottom
            for column in range(area.left, area.right + 1)
        }
        for column in sorted(below.cells):
            left = column - 1
            if column not in titles and left in titles and left in below.cells and left not in merged:
                titles[column] = titles[left]


def _paths(lines: Sequence[Mapping[int, str]]) -> Mapping[int, Path]:
    paths: dict[int, Path] = {}
    for column in sorted({column for line in lines for column in line}):
        titles = [line[column] for line in lines if column in line]
        paths[column] = tuple(dict.fromkeys(titles))
    return paths


def _tells(row: ForeignRow) -> bool:
    """Whether a row says something of the list: «Lớp:», «Mầm»."""
    texts = [clean(cell.text) for cell in row.cells.values()]
    return 1 < len(texts) <= MOST_OF_A_LINE and any(
        text.endswith(":") and not after.endswith(":") for text, after in pairwise(texts)
    )


def _counts_columns(row: ForeignRow) -> bool:
    """Whether a row numbers the columns: 1, 2, 3, or (1), (2), or A, B, C."""
    texts = [clean(cell.text) for cell in row.cells.values()]
    return (
        len(texts) > 2 and all(_COUNTED.fullmatch(text) for text in texts) and len(set(texts)) == len(texts)
    )

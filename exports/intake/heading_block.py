"""The rows of a sheet that may be its headings, and the titles over each column: merged ones over all that they cover."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from exports.intake.titles import Path
from exports.reading.workbook_reader import ForeignRow, MergedArea
from forms.entry.written_days import plain_day
from forms.model.text import clean, parse_date

MOST_HEADING_ROWS = 4

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
        self._rows = {row.number: row for row in rows}
        self._merged = merged

    def blocks_at(self, top: int) -> Iterator[HeadingBlock]:
        """The blocks that may begin at the row *top*, the lowest first."""
        if not self._is_titles(top):
            return
        for bottom in range(top, top + MOST_HEADING_ROWS):
            if bottom > top and bottom in self._rows and not self._is_titles(bottom):
                return
            if bottom == top or bottom in self._rows:
                yield self._block(top, bottom)

    def _block(self, top: int, bottom: int) -> HeadingBlock:
        lines = [self._titles(number, bottom) for number in range(top, bottom + 1)]
        own = [
            [cell.text for cell in self._rows[number].cells.values()] if number in self._rows else []
            for number in range(top, bottom + 1)
        ]
        is_grouped = all(len(set(line.values())) in range(2, len(line)) for line in lines[:-1])
        return HeadingBlock(top, self._end(top, bottom), _paths(lines), tuple(own), is_grouped)

    def _end(self, top: int, bottom: int) -> int:
        """The last row of the block: titles may be merged down, and a row that numbers the columns may follow."""
        areas = (area for area in self._merged if top <= area.top <= bottom)
        end = max([bottom, *(area.bottom for area in areas if area.bottom < top + MOST_HEADING_ROWS)])
        following = self._rows.get(end + 1)
        return end + 1 if following and _counts_columns(following) else end

    def _is_titles(self, number: int) -> bool:
        row = self._rows.get(number)
        if row is None or _counts_columns(row):
            return False
        return all(
            cell.kind == "text" and not parse_date(plain_day(cell.text)) and not _DIGITS.search(cell.text)
            for cell in row.cells.values()
        )

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


def _counts_columns(row: ForeignRow) -> bool:
    """Whether a row numbers the columns: 1, 2, 3, or (1), (2), or A, B, C."""
    texts = [clean(cell.text) for cell in row.cells.values()]
    return (
        len(texts) > 2 and all(_COUNTED.fullmatch(text) for text in texts) and len(set(texts)) == len(texts)
    )

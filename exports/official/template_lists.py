"""The drop-down lists of a file: the texts that its cells let a person choose."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exports.official.sheet_spans import Validation
from exports.reading.book_parts import DEFAULT_BOOK
from exports.reading.limits import MAX_COLUMNS, MAX_ROWS, Parts
from exports.reading.sheet_parts import column_number
from exports.reading.workbook_reader import ForeignSheet
from exports.reading.xml_events import Attributes, Events

_SHEET = r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^!'\"\[\](),]+))!)?"
_RANGE = re.compile(
    _SHEET
    + r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[0-9]{1,7})(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>[0-9]{1,7}))?"
)
_COLUMNS = re.compile(_SHEET + r"\$?(?P<left>[A-Z]{1,3}):\$?(?P<right>[A-Z]{1,3})")
_INLINE = re.compile(r'"(?P<items>(?:[^"]|"")*)"')
_DEEPEST = 3


class TemplateLists:
    """Finds the items of lists: written in place, in cells of any sheet, or behind a name."""

    def __init__(self, parts: Parts, sheets: tuple[ForeignSheet, ...]) -> None:
        self._sheets = {sheet.title.casefold(): sheet for sheet in sheets}
        self._names = _defined_names(parts)
        self._known: dict[tuple[str, str], tuple[str, ...] | None] = {}

    def of_column(
        self, validations: list[Validation], sheet: str, column: int, below: int
    ) -> tuple[str, ...] | None:
        """The items of the list of a column under the row *below*; None without a list that can be read."""
        for validation in validations:
            if any(area.left <= column <= area.right and area.bottom > below for area in validation.areas):
                return self._items(validation.source, sheet)
        return None

    def _items(self, source: str, sheet: str) -> tuple[str, ...] | None:
        key = source, sheet
        if key not in self._known:
            self._known[key] = self._read(source, sheet, 0) or None
        return self._known[key]

    def _read(self, source: str, sheet: str, depth: int) -> tuple[str, ...] | None:
        source = source.strip().removeprefix("=")
        if match := _INLINE.fullmatch(source):
            items = match["items"].replace('""', '"').split(",")
            return tuple(item.strip() for item in items if item.strip())
        if match := _RANGE.fullmatch(source):
            rows = int(match["top"]), int(match["bottom"] or match["top"])
            return self._cells(match, sheet, rows)
        if match := _COLUMNS.fullmatch(source):
            return self._cells(match, sheet, (1, MAX_ROWS))
        named = self._names.get(source.rpartition("!")[2].casefold())
        return self._read(named, sheet, depth + 1) if named and depth < _DEEPEST else None

    def _cells(self, match: re.Match[str], own: str, rows: tuple[int, int]) -> tuple[str, ...] | None:
        title = (match["quoted"] or "").replace("''", "'") or match["plain"] or own
        sheet = self._sheets.get(title.casefold())
        if sheet is None or sheet.is_unread:
            return None
        left, right = (
            column_number(match["left"]),
            column_number(match.groupdict().get("right") or match["left"]),
        )
        columns = range(left, min(right, MAX_COLUMNS) + 1)
        return tuple(
            row.cells[column].text
            for row in sheet.rows
            if rows[0] <= row.number <= rows[1]
            for column in columns
            if column in row.cells
        )


def _defined_names(parts: Parts) -> Mapping[str, str]:
    """Name → what it stands for, of the workbook in its usual part."""
    names: dict[str, str] = {}
    pieces: list[str] = []
    current = ""

    def start(attributes: Attributes) -> None:
        nonlocal current
        current = attributes.get("name", "").casefold()
        pieces.clear()

    def end() -> None:
        nonlocal current
        names.setdefault(current, "".join(pieces))
        current = ""

    def text(data: str) -> None:
        if current:
            pieces.append(data)

    if DEFAULT_BOOK in parts:
        Events({"definedName": start}, {"definedName": end}, text).parse([parts.whole(DEFAULT_BOOK)])
    return names

"""Reads the cells of one sheet of an .xlsx, only those with content, in one pass that keeps within the limits."""

import re
from functools import lru_cache
from typing import NamedTuple

from exports.layout.cell_address import column_of
from exports.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Parts
from exports.reading.number_formats import day_text, number_text, padded
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.shared_parts import NO_STYLE, Runs, Style, unescaped
from exports.reading.xml_events import Attributes, Events

TEXT, NUMBER, DATE, BOOL, FORMULA, ERROR = "text", "number", "date", "bool", "formula", "error"

RawCell = tuple[str, str, str | None]
"""Text, kind, font."""

Cells = dict[int, dict[int, RawCell]]
"""By row and column."""


class SheetContent(NamedTuple):
    """What one sheet holds: its cells, its merged areas (first and last row, first and last column), its hidden rows."""

    rows: Cells
    merged: list[tuple[int, int, int, int]]
    hidden: set[int]


FoundSheet = tuple[str, bool, "SheetContent | Extent"]
"""A sheet of a file: its title, whether it is hidden, and what it holds or how far it goes."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_AREA = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?")
_NO_HEIGHT = ("0", "0.0")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]+)?Z?)?")


class Shared(NamedTuple):
    """What all sheets of a workbook read their cells with."""

    strings: list[tuple[str, str | None]]
    styles: list[Style]
    from_1904: bool


class Room:
    """What all sheets together may still hold."""

    def __init__(self) -> None:
        self.cells = MAX_CELLS
        self.text = MAX_TEXT

    def take(self, text: str) -> None:
        """A cell with *text* is kept. Raises WorkbookRefused when there is no room."""
        self.cells -= 1
        self.text -= len(text)
        if self.cells < 0:
            raise WorkbookRefused("too_many_cells", most=MAX_CELLS)
        if self.text < 0:
            raise WorkbookRefused("too_much_text", most=MAX_TEXT)


class TooLarge(Exception):
    """A sheet has content beyond the limits."""


class Extent(NamedTuple):
    """How far the content of a sheet goes: rows that have some, the last of them, the last column."""

    rows: int
    row: int
    column: int


# a cell that is no empty element, with or without a prefix of its namespace
_FILLED = re.compile(
    rb"""<(?:\w{1,9}:)?c\s(?:[^>]{0,99}?\s)?r=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]{0,99}(?<!/)>"""
)


def extent_of(parts: Parts, name: str) -> Extent:
    """The extent of a sheet that is too large, by a scan that parses nothing: for the message only."""
    places = set()
    columns = set()
    for match in _FILLED.finditer(parts.whole(name)):
        columns.add(match[1])
        places.add(match[2])
    rows = [int(place) for place in places]
    return Extent(len(rows), max(rows, default=0), max(map(_column_or_0, columns), default=0))


def _column_or_0(letters: bytes) -> int:
    try:
        return column_number(letters.decode("ascii"))
    except WorkbookRefused:
        return 0


def read_sheet(parts: Parts, name: str, shared: Shared, room: Room) -> SheetContent:
    """What a sheet holds. Raises TooLarge and WorkbookRefused."""
    sheet = _SheetReader(shared, room)
    sheet.events.parse(parts.chunks(name))
    return SheetContent(sheet.rows, sheet.merged, sheet.hidden)


class _SheetReader:
    """Handlers of one sheet; a cell without content costs two short calls."""

    def __init__(self, shared: Shared, room: Room) -> None:
        self.rows: Cells = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.hidden: set[int] = set()
        self._shared, self._room, self._runs = shared, room, Runs()
        self._row = self._area = self._ahead = 0
        self._place: str | None = None
        self._cell: Attributes = {}
        self._is_filled = self._is_open = self._has_value = self._has_formula = False
        self._value: list[str] = []
        starts = {
            **self._runs.starts,
            "row": self._start_row,
            "c": self._start_cell,
            "v": self._start_value,
            "is": self._start_text,
            "f": self._start_formula,
            "mergeCell": self._merge,
        }
        ends = {**self._runs.ends, "c": self._end_cell, "v": self._end_value}
        self.events = Events(starts, ends, self._text)

    def _start_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else _number(number)
        self._place, self._ahead = None, 0
        if attributes.get("hidden") in ("1", "true") or attributes.get("ht") in _NO_HEIGHT:
            self.hidden.add(self._row)

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        if "r" in attributes:
            self._place, self._ahead = attributes["r"], 0
        else:
            self._ahead += 1
        self._is_filled = False

    def _fill(self) -> None:
        if not self._is_filled:
            self._is_filled = True
            self._has_value = self._has_formula = False
            self._value.clear()
            self._runs.clear()

    def _start_value(self, _attributes: Attributes) -> None:
        self._fill()
        self._is_open = self._has_value = True

    def _end_value(self) -> None:
        self._is_open = False

    def _start_text(self, _attributes: Attributes) -> None:
        self._fill()

    def _start_formula(self, _attributes: Attributes) -> None:
        self._fill()
        self._has_formula = True

    def _text(self, data: str) -> None:
        if self._is_open:
            self._value.append(data)
        else:
            self._runs.text(data)

    def _end_cell(self) -> None:
        if not self._is_filled:
            return
        cell = self._read()
        if cell is None:
            return
        row, column = self._position()
        if row > MAX_ROWS or column > MAX_COLUMNS:
            raise TooLarge
        self._room.take(cell[0])
        cells = self.rows.setdefault(row, {})
        if column in cells:
            raise WorkbookRefused("damaged")
        cells[column] = cell

    def _position(self) -> tuple[int, int]:
        """Row and column of the cell; one that does not tell stands after the one before."""
        column = self._ahead
        if self._place is not None:
            letters = self._place.rstrip("0123456789")
            self._row = _number(self._place[len(letters) :])
            column += column_number(letters)
        if not (0 < self._row <= LAST_ROW and column <= LAST_COLUMN):
            raise WorkbookRefused("damaged")
        return self._row, column

    def _read(self) -> RawCell | None:
        """The cell that has ended; None when nothing can be seen in it."""
        kind = self._cell.get("t", "n")
        style = self._style()
        font = style.font
        raw = "".join(self._value)
        if kind in ("s", "inlineStr"):
            text, run_font = self._runs.result if kind == "inlineStr" else self._shared_text(raw)
            return self._seen(text, run_font or font)
        if kind == "str" and self._has_value:
            text = unescaped(raw)
            return (text, TEXT, font) if text and not text.isspace() else None
        raw = raw.strip()
        if not raw:
            return self._seen("", font)
        if kind == "n":
            return (*self._number(raw, style), font)
        if kind == "b":
            return ("1" if raw in ("1", "true") else "0"), BOOL, font
        if kind == "e":
            return raw, ERROR, font
        return (*iso_day(raw), font) if kind == "d" else (raw, TEXT, font)

    def _seen(self, text: str, font: str | None) -> RawCell | None:
        if text and not text.isspace():
            return text, TEXT, font
        return ("", FORMULA, font) if self._has_formula else None

    def _shared_text(self, raw: str) -> tuple[str, str | None]:
        if not self._has_value:
            return "", None
        place = int(raw) if raw.isdigit() and raw.isascii() and len(raw) <= 9 else -1
        if not 0 <= place < len(self._shared.strings):
            raise WorkbookRefused("damaged")
        return self._shared.strings[place]

    def _style(self) -> Style:
        number = self._cell.get("s", "0")
        styles = self._shared.styles
        place = int(number) if number.isdigit() and number.isascii() and len(number) <= 6 else len(styles)
        return styles[place] if place < len(styles) else NO_STYLE

    def _number(self, raw: str, style: Style) -> tuple[str, str]:
        text = number_text(raw)
        if text is None:
            return raw, TEXT
        if style.format.is_date:
            day = day_text(text, has_time=style.format.has_time, from_1904=self._shared.from_1904)
            return (text, NUMBER) if day is None else (day, DATE)
        return (padded(text, style.format.digits) if style.format.digits else text), NUMBER

    def _merge(self, attributes: Attributes) -> None:
        """Empty a merged area but for its first cell: some programs leave values under it."""
        area = _AREA.fullmatch(attributes.get("ref", ""))
        if area is None or area[3] is None:
            return
        first_row, first_column = int(area[2]), column_number(area[1])
        last_row = min(int(area[4]), MAX_ROWS)
        last_column = min(column_number(area[3]), MAX_COLUMNS)
        rows, columns = range(first_row, last_row + 1), range(first_column, last_column + 1)
        self._area += len(rows) * len(columns)
        if self._area > MAX_CELLS:
            # merged areas do not overlap: together they are no larger than the sheet
            raise WorkbookRefused("damaged")
        self.merged.append((first_row, last_row, first_column, last_column))
        for row in rows:
            cells = self.rows.get(row)
            if cells is None:
                continue
            for column in columns:
                if (row, column) != (first_row, first_column):
                    cells.pop(column, None)


def iso_day(raw: str) -> tuple[str, str]:
    """A day, with its time if it has one, of a date in ISO; else the text as it is. With its kind."""
    match = _DAY.fullmatch(raw)
    if match is None:
        return raw, TEXT
    time = match[2] if match[2] not in (None, "00:00:00") else ""
    return f"{match[1]} {time}".strip(), DATE


def _number(digits: str) -> int:
    if not (digits.isdigit() and digits.isascii() and len(digits) <= 7):
        raise WorkbookRefused("damaged")
    return int(digits)


@lru_cache(256)
def column_number(letters: str) -> int:
    """``A`` is 1, ``XFD`` 16384. Raises WorkbookRefused for what is no column."""
    if not (0 < len(letters) <= 3 and letters.isascii() and letters.isalpha() and letters.isupper()):
        raise WorkbookRefused("damaged")
    number = column_of(letters)
    if number > LAST_COLUMN:
        raise WorkbookRefused("damaged")
    return number

"""Reads an .ods: the cells as they are seen, merged areas, hidden rows and fonts, in one pass within the limits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exports.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_PARTS, MAX_ROWS, ZipParts
from exports.reading.number_formats import number_text
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.sheet_parts import (
    BOOL,
    DATE,
    ERROR,
    FORMULA,
    LAST_ROW,
    NUMBER,
    TEXT,
    Cells,
    Extent,
    FoundSheet,
    RawCell,
    Room,
    SheetContent,
    iso_day,
)
from exports.reading.xml_events import Attributes, Events

CONTENT, MANIFEST = "content.xml", "meta-inf/manifest.xml"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE = (f"{_URN}{name}:1.0" for name in ("table", "office", "text", "style"))
_SVG = f"{_URN}svg-compatible:1.0"
_SPACES = (_TABLE, _OFFICE, _TEXT, _STYLE, f"{_URN}drawing:1.0")
_BREAKS = re.compile(r" *[\t\r\n]\s*")
"""Of lines of the file; those of a text have elements of their own."""
_CLOCK = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_ERRORS = re.compile(r"#[A-Z/0-9?]+[!?]?|Err:\d+")
_BESIDE = ("annotation", "shapes", "tracked-changes", "frame", "g", "custom-shape")
"""Elements whose texts are no content of a cell."""


def read_open_document(data: bytes, room: Room, _title: str) -> list[FoundSheet]:
    """The sheets of an .ods. Raises WorkbookRefused."""
    parts = ZipParts(data)
    parts.check()
    if MANIFEST in parts and b"encryption-data" in b"".join(parts.chunks(MANIFEST)):
        raise WorkbookRefused("encrypted")
    reader = _Reader(room)
    reader.events.parse(parts.chunks(CONTENT))
    if not reader.sheets:
        raise WorkbookRefused("no_sheets")
    return reader.sheets


class _Reader:
    """Handlers of the content; what stands beside cells is passed by."""

    def __init__(self, room: Room) -> None:
        self.sheets: list[FoundSheet] = []
        self._room = room
        self._faces: dict[str, str] = {}
        self._fonts: dict[str, str | None] = {}
        self._hidden_tables: set[str] = set()
        self._style = ""
        self._beside = self._tables = 0
        self._begin_sheet({})
        beside = dict.fromkeys(_BESIDE, self._enter_beside)
        starts = {
            **beside,
            "font-face": self._font_face,
            "style": self._start_style,
            "text-properties": self._text_properties,
            "table-properties": self._table_properties,
            "table": self._start_table,
            "table-column": self._column_of_styles,
            "table-row": self._start_row,
            "table-cell": self._start_cell,
            "covered-table-cell": self._start_covered,
            "p": self._paragraph,
            "s": lambda attributes: self._add(" " * min(_count(attributes, f"{_TEXT} c"), 99)),
            "tab": lambda _attributes: self._add("\t"),
            "line-break": lambda _attributes: self._add("\n"),
        }
        ends = {
            **dict.fromkeys(_BESIDE, self._leave_beside),
            "table": self._end_table,
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "p": self._end_paragraph,
        }
        self.events = Events(starts, ends, self._text, _SPACES)

    def _begin_sheet(self, attributes: Attributes) -> None:
        self._title = attributes.get(f"{_TABLE} name", "")
        self._is_hidden = attributes.get(f"{_TABLE} style-name", "") in self._hidden_tables
        self._rows: Cells = {}
        self._merged: list[tuple[int, int, int, int]] = []
        self._hidden: set[int] = set()
        self._default_fonts: list[str | None] = []
        self._row = self._column = self._repeated = self._filled = self._far_row = self._far_column = 0
        self._cells: dict[int, RawCell] = {}
        self._cell: Attributes = {}
        self._in_cell = self._in_paragraph = False
        self._pieces: list[str] = []

    # Styles

    def _font_face(self, attributes: Attributes) -> None:
        family = attributes.get(f"{_SVG} font-family", "").strip("'\"")
        self._faces[attributes.get(f"{_STYLE} name", "")] = family

    def _start_style(self, attributes: Attributes) -> None:
        self._style = attributes.get(f"{_STYLE} name", "")

    def _text_properties(self, attributes: Attributes) -> None:
        name = attributes.get(f"{_STYLE} font-name")
        self._fonts[self._style] = self._faces.get(name, name) if name else None

    def _table_properties(self, attributes: Attributes) -> None:
        if attributes.get(f"{_TABLE} display") == "false":
            self._hidden_tables.add(self._style)

    def _column_of_styles(self, attributes: Attributes) -> None:
        count = min(_count(attributes, f"{_TABLE} number-columns-repeated"), MAX_COLUMNS)
        font = self._fonts.get(attributes.get(f"{_TABLE} default-cell-style-name", ""))
        self._default_fonts += [font] * (count if len(self._default_fonts) < MAX_COLUMNS else 0)

    def _font(self) -> str | None:
        style = self._cell.get(f"{_TABLE} style-name")
        if style is not None:
            return self._fonts.get(style)
        return self._default_fonts[self._column] if self._column < len(self._default_fonts) else None

    # Tables and rows

    def _enter_beside(self, _attributes: Attributes) -> None:
        self._beside += 1

    def _leave_beside(self) -> None:
        self._beside -= 1

    def _start_table(self, attributes: Attributes) -> None:
        self._tables += 1
        if self._beside:
            return
        if self._tables > 1:  # a table in a cell of another one: no program of today writes that
            raise WorkbookRefused("damaged")
        if len(self.sheets) >= MAX_PARTS:
            raise WorkbookRefused("too_many_parts", parts=len(self.sheets) + 1, most=MAX_PARTS)
        self._begin_sheet(attributes)

    def _end_table(self) -> None:
        self._tables -= 1
        if self._beside:
            return
        found: SheetContent | Extent = SheetContent(self._rows, self._merged, self._hidden)
        if self._far_row > MAX_ROWS or self._far_column > MAX_COLUMNS:
            found = Extent(self._filled, self._far_row, self._far_column)
        else:
            for text, _kind, _font in self._values():
                self._room.take(text)
        self.sheets.append((self._title, self._is_hidden, found))

    def _values(self) -> Iterator[RawCell]:
        for cells in self._rows.values():
            yield from cells.values()

    def _start_row(self, attributes: Attributes) -> None:
        self._column, self._cells = 0, {}
        self._repeated = _count(attributes, f"{_TABLE} number-rows-repeated")
        if self._row + self._repeated > LAST_ROW + MAX_ROWS:
            raise WorkbookRefused("damaged")
        if attributes.get(f"{_TABLE} visibility", "visible") != "visible":
            self._hidden.update(range(self._row + 1, min(self._row + self._repeated, MAX_ROWS) + 1))

    def _end_row(self) -> None:
        first, self._row = self._row + 1, self._row + self._repeated
        if not self._cells:
            return
        self._filled += self._repeated
        self._far_row = self._row
        for number in range(first, min(self._row, MAX_ROWS) + 1):
            self._rows[number] = self._cells

    # Cells

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell, self._in_cell = attributes, not self._beside
        self._pieces.clear()

    def _start_covered(self, attributes: Attributes) -> None:
        self._column += _count(attributes, f"{_TABLE} number-columns-repeated")

    def _end_cell(self) -> None:
        if self._beside:
            return
        self._in_cell = False
        if not self._cell:  # most cells
            self._column += 1
            return
        count = _count(self._cell, f"{_TABLE} number-columns-repeated")
        cell = self._read()
        if cell is not None:
            for column in range(self._column + 1, min(self._column + count, MAX_COLUMNS) + 1):
                self._cells[column] = cell
            self._far_column = max(self._far_column, self._column + count)
            if not self._cells:
                self._cells[MAX_COLUMNS] = cell  # it lies beyond: only the extent is told
        self._merge()
        self._column += count

    def _merge(self) -> None:
        rows = _count(self._cell, f"{_TABLE} number-rows-spanned")
        columns = _count(self._cell, f"{_TABLE} number-columns-spanned")
        top, left = self._row + 1, self._column + 1
        if (rows, columns) != (1, 1) and top <= MAX_ROWS and left <= MAX_COLUMNS:
            self._merged.append(
                (top, min(top + rows - 1, MAX_ROWS), left, min(left + columns - 1, MAX_COLUMNS))
            )
            if len(self._merged) > MAX_CELLS:
                raise WorkbookRefused("damaged")

    def _paragraph(self, _attributes: Attributes) -> None:
        if self._in_cell and not self._beside:
            if self._pieces:
                self._pieces.append("\n")
            self._in_paragraph = True

    def _end_paragraph(self) -> None:
        self._in_paragraph = self._in_paragraph and bool(self._beside)

    def _text(self, data: str) -> None:
        self._add(_BREAKS.sub(" ", data))

    def _add(self, text: str) -> None:
        if self._in_paragraph and not self._beside:
            self._pieces.append(text)

    def _read(self) -> RawCell | None:
        """The cell that has ended; None when nothing can be seen in it."""
        font, seen = self._font(), "".join(self._pieces)
        text, kind = self._value(seen)
        if text and not text.isspace():
            return text, kind, font
        return ("", FORMULA, font) if f"{_TABLE} formula" in self._cell else None

    def _value(self, seen: str) -> tuple[str, str]:
        kind = self._cell.get(f"{_OFFICE} value-type")
        if _ERRORS.fullmatch(seen) and f"{_TABLE} formula" in self._cell:
            return seen, ERROR
        if kind in ("float", "percentage", "currency"):
            raw = self._cell.get(f"{_OFFICE} value", "")
            number = number_text(raw)
            if number is None:
                return raw, TEXT
            # a code is shown with its leading zeros
            return (
                seen if number.isdigit() and seen.isdigit() and seen.lstrip("0") == number else number
            ), NUMBER
        if kind == "date":
            return iso_day(self._cell.get(f"{_OFFICE} date-value", ""))
        if kind == "boolean":
            return ("1" if self._cell.get(f"{_OFFICE} boolean-value") == "true" else "0"), BOOL
        if kind == "time" and (clock := _CLOCK.fullmatch(self._cell.get(f"{_OFFICE} time-value", ""))):
            return ":".join(part.zfill(2) for part in clock.groups()), DATE
        return self._cell.get(f"{_OFFICE} string-value") or seen, TEXT


def _count(attributes: Attributes, key: str) -> int:
    text = attributes.get(key, "1")
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise WorkbookRefused("damaged")
    return max(int(text), 1)

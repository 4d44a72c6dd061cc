"""Finds where everything stands in the XML of a sheet, byte by byte, so that single cells can be changed in it.

Nothing is built or written anew here: rows and cells are spans of the bytes. Rows and columns beyond what a
sheet may hold have no content (``exports.reading.limits``) and are passed by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from exports.official.fill_plan import TemplateRefused
from exports.official.sheet_spans import PLACE, Area, CellSpan, RowSpan, SheetScan, Tag, Validation
from exports.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.sheet_parts import column_number
from exports.reading.xml_events import MAIN, STRICT_MAIN

X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"

_SPACES = {MAIN: "", STRICT_MAIN: "", X14: "x14:", XM: "xm:"}
_TAG = re.compile(rb"""<([^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>""")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF_8 = "utf-8"


def scan_sheet(data: bytes, sheet: str) -> SheetScan:
    """The spans of the XML in *data*; *sheet* is its title for messages. Raises WorkbookRefused."""
    if data.startswith(_WIDE_MARKS) or b"\0" in data[:4]:
        raise TemplateRefused("encoding", sheet=sheet, encoding="UTF-16")
    scanner = _Scanner(data, sheet)
    try:
        scanner.parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise WorkbookRefused("damaged") from error
    if scanner.scan.data is None:
        raise WorkbookRefused("damaged")
    return scanner.scan


class _Scanner:
    """Handlers of one sheet; positions are those of the parser."""

    def __init__(self, data: bytes, sheet: str) -> None:
        self.scan = SheetScan()
        self._bytes, self._sheet = data, sheet
        self._row: RowSpan | None = None
        self._cell: CellSpan | None = None
        self._last_row = self._last_column = 0
        self._list = False
        self._source: list[str] = []
        self._areas: list[str] = []
        self._into: list[str] | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self._starts = {
            "dimension": self._dimension,
            "col": self._column,
            "sheetData": self._data,
            "row": self._start_row,
            "c": self._start_cell,
            "f": self._formula,
            "mergeCell": self._merge,
            "dataValidation": self._start_list,
            "x14:dataValidation": self._start_list,
            "formula1": self._start_source,
            "xm:f": self._start_source,
            "xm:sqref": self._start_areas,
        }
        self._ends = {
            "row": self._end_row,
            "c": self._end_cell,
            "formula1": self._stop,
            "xm:f": self._stop,
            "xm:sqref": self._stop,
            "dataValidation": self._end_list,
            "x14:dataValidation": self._end_list,
        }

    def _doctype(self, *_declared: object) -> None:
        raise WorkbookRefused("entities")

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() != _UTF_8:
            raise TemplateRefused("encoding", sheet=self._sheet, encoding=encoding)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        known = _SPACES.get(space)
        if known is not None and (handler := self._starts.get(known + local)):
            handler(attributes)

    def _end(self, name: str) -> None:
        space, _, local = name.rpartition(" ")
        known = _SPACES.get(space)
        if known is not None and (handler := self._ends.get(known + local)):
            handler()

    def _text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _tag(self) -> Tag:
        start = self.parser.CurrentByteIndex
        match = _TAG.match(self._bytes, start)
        if match is None:
            raise WorkbookRefused("damaged")
        return Tag(start, match.end(), match[1], self._bytes[match.end() - 2] == ord("/"))

    def _after_end_tag(self, tag: Tag) -> int:
        """Where the element of *tag* ends, asked when it ends."""
        if tag.is_closed:
            return tag.end
        return self._bytes.index(b">", self.parser.CurrentByteIndex) + 1

    def _dimension(self, _attributes: dict[str, str]) -> None:
        self.scan.dimension = self._tag()

    def _column(self, attributes: dict[str, str]) -> None:
        if style := attributes.get("style"):
            first, last = (attributes.get(key, "") for key in ("min", "max"))
            if first.isdecimal() and last.isdecimal():
                for column in range(int(first), min(int(last), MAX_COLUMNS) + 1):
                    self.scan.column_styles[column] = style

    def _data(self, _attributes: dict[str, str]) -> None:
        if self.scan.data is not None:
            raise WorkbookRefused("damaged")
        self.scan.data = self._tag()

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes["r"]) if "r" in attributes else self._last_row + 1
        if number <= self._last_row:
            raise TemplateRefused("disordered", sheet=self._sheet)
        self._last_row, self._last_column = number, 0
        self._row = RowSpan(self._tag(), number) if number <= MAX_ROWS else None
        if self._row is not None:
            self.scan.rows[number] = self._row

    def _end_row(self) -> None:
        if self._row is not None:
            self._row.end = self._after_end_tag(self._row.tag)
            self._row = None

    def _start_cell(self, attributes: dict[str, str]) -> None:
        column = self._last_column + 1
        if place := attributes.get("r"):
            match = PLACE.fullmatch(place)
            if match is None or int(match[2]) != self._last_row:
                raise TemplateRefused("disordered", sheet=self._sheet)
            column = column_number(match[1])
        if column <= self._last_column:
            raise TemplateRefused("disordered", sheet=self._sheet)
        self._last_column = column
        if self._row is not None and column <= MAX_COLUMNS:
            self._cell = self._row.cells[column] = CellSpan(self._tag(), attributes.get("s"))

    def _end_cell(self) -> None:
        if self._cell is not None:
            self._cell.end = self._after_end_tag(self._cell.tag)
            self._cell = None

    def _formula(self, attributes: dict[str, str]) -> None:
        if self._cell is not None:
            self._cell.has_formula = True
        if attributes.get("t") in ("array", "dataTable") and (area := Area.of(attributes.get("ref", ""))):
            self.scan.calculated.update(area.places())
            self._limit(len(self.scan.calculated))

    def _merge(self, attributes: dict[str, str]) -> None:
        if area := Area.of(attributes.get("ref", "")):
            first = area.top, area.left
            self.scan.merged.update((place, place != first) for place in area.places())
            self._limit(len(self.scan.merged))

    def _limit(self, cells: int) -> None:
        if cells > MAX_CELLS:
            raise WorkbookRefused("damaged")

    def _start_list(self, attributes: dict[str, str]) -> None:
        self._list = attributes.get("type") == "list"
        self._source, self._areas = [], [attributes.get("sqref", "")]

    def _start_source(self, _attributes: dict[str, str]) -> None:
        self._into = self._source if self._list else None

    def _start_areas(self, _attributes: dict[str, str]) -> None:
        self._into = self._areas if self._list else None

    def _stop(self) -> None:
        self._into = None

    def _end_list(self) -> None:
        if self._list:
            areas = tuple(_areas("".join(self._areas)))
            self.scan.validations.append(Validation("".join(self._source).strip(), areas))
        self._list = False


def _areas(text: str) -> Iterator[Area]:
    for item in text.split():
        if area := Area.of(item):
            yield area

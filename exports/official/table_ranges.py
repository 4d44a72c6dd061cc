"""The tables of a sheet, ListObjects, and its own filter: new rows below belong to them only when their ranges say so."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from exports.layout.cell_address import CellPlace, cell_address
from exports.official.fill_plan import GrownTable
from exports.official.sheet_spans import Area
from exports.reading.book_parts import links_of
from exports.reading.limits import Parts

_ELEMENT = re.compile(rb"""<(?:[\w.-]+:)?(table|autoFilter)\s(?:[^>"']|"[^"]*"|'[^']*')*>""")
_REF = re.compile(rb"""(\sref\s*=\s*)(["'])(.*?)\2""")
_NAME = re.compile(rb"""(<(?:[\w.-]+:)?definedName\s(?:[^>"']|"[^"]*"|'[^']*')*>)([^<]*)""")
_NAME_OF_FILTERS = b"_xlnm._FilterDatabase"
_TOTALS = re.compile(rb"""\stotalsRowCount\s*=\s*["'][1-9]""")


class SheetTable(NamedTuple):
    """A table, or the filter of a sheet: its part, the area that it covers, whether its last row adds up the others."""

    part: str
    area: Area
    has_totals: bool

    @property
    def last_row(self) -> int:
        """Its last row for records."""
        return self.area.bottom - self.has_totals


def tables_around(parts: Parts, sheet: str, row: int) -> Iterator[SheetTable]:
    """The tables on the part *sheet* that the headings in *row* belong to; its own filter there is one, too."""
    for link in links_of(parts, sheet).values():
        if link.kind == "table" and link.part in parts:
            data = parts.whole(link.part)
            start = next((match[0] for match in _ELEMENT.finditer(data) if match[1] == b"table"), b"")
            area = _area(start)
            if area and area.top <= row <= area.bottom:
                yield SheetTable(link.part, area, bool(_TOTALS.search(start)))
    elements = _ELEMENT.finditer(parts.whole(sheet))
    own = (_area(element[0]) for element in elements if element[1] == b"autoFilter")
    yield from (SheetTable(sheet, area, False) for area in own if area and area.top <= row <= area.bottom)


def _area(element: bytes) -> Area | None:
    ref = _REF.search(element)
    return Area.of(ref[3].decode("utf-8", "replace")) if ref else None


def grown(tables: Iterable[SheetTable], places: Iterable[CellPlace]) -> Iterator[GrownTable]:
    """The tables below which something is written, each with the area that takes it in."""
    written = list(places)
    for table in tables:
        area = table.area
        bottom = max((row for row, column in written if area.left <= column <= area.right), default=0)
        if bottom > area.bottom:
            yield GrownTable(table.part, area, area._replace(bottom=bottom))


def with_range(data: bytes, table: GrownTable) -> bytes:
    """The part of a table with its new area; so is that of its filter, where it covers the same rows."""

    def renewed(element: re.Match[bytes]) -> bytes:
        def ref(match: re.Match[bytes]) -> bytes:
            area = Area.of(match[3].decode("utf-8", "replace"))
            if area is None or area.bottom != table.old.bottom:
                return match[0]
            new = area._replace(bottom=table.new.bottom)
            return match[1] + match[2] + _address(new).encode() + match[2]

        return _REF.sub(ref, element[0], count=1)

    return _ELEMENT.sub(renewed, data)


def with_filter(data: bytes, sheet: str, table: GrownTable) -> bytes:
    """The main part of a workbook where the filter of *sheet*, which has a hidden name there, has its new area."""
    old, new = (_address(area, fixed="$") for area in (table.old, table.new))

    def renewed(element: re.Match[bytes]) -> bytes:
        title, _, address = unescape(element[2].decode("utf-8", "replace")).rpartition("!")
        is_of_sheet = title.strip().strip("'").replace("''", "'").casefold() == sheet.casefold()
        if _NAME_OF_FILTERS not in element[1] or not is_of_sheet or address.strip() != old:
            return element[0]
        return element[1] + element[2].replace(old.encode(), new.encode())

    return _NAME.sub(renewed, data)


def _address(area: Area, fixed: str = "") -> str:
    """``B2:C5``, or with a sign before what is *fixed*."""
    ends = (cell_address(area.top, area.left), cell_address(area.bottom, area.right))
    return ":".join(re.sub("([A-Z]+)([0-9]+)", rf"{fixed}\1{fixed}\2", end) for end in ends)

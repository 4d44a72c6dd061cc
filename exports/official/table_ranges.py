"""The tables of a sheet, ListObjects: new rows below one belong to it only when its range says so."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exports.layout.cell_address import CellPlace, cell_address
from exports.official.fill_plan import GrownTable
from exports.official.sheet_spans import Area
from exports.reading.book_parts import links_of
from exports.reading.limits import Parts

_ELEMENT = re.compile(rb"""<(?:[\w.-]+:)?(table|autoFilter)\s(?:[^>"']|"[^"]*"|'[^']*')*>""")
_REF = re.compile(rb"""(\sref\s*=\s*)(["'])(.*?)\2""")
_TOTALS = re.compile(rb"""\stotalsRowCount\s*=\s*["'][1-9]""")


class SheetTable(NamedTuple):
    """A table: its part, the area that it covers, whether its last row adds up the others."""

    part: str
    area: Area
    has_totals: bool

    @property
    def last_row(self) -> int:
        """Its last row for records."""
        return self.area.bottom - self.has_totals


def tables_around(parts: Parts, sheet: str, row: int) -> Iterator[SheetTable]:
    """The tables on the part *sheet* that the headings in *row* belong to."""
    for link in links_of(parts, sheet).values():
        if link.kind == "table" and link.part in parts:
            data = parts.whole(link.part)
            start = next((match[0] for match in _ELEMENT.finditer(data) if match[1] == b"table"), b"")
            ref = _REF.search(start)
            area = Area.of(ref[3].decode("utf-8", "replace")) if ref else None
            if area and area.top <= row <= area.bottom:
                yield SheetTable(link.part, area, bool(_TOTALS.search(start)))


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
            address = f"{cell_address(new.top, new.left)}:{cell_address(new.bottom, new.right)}"
            return match[1] + match[2] + address.encode() + match[2]

        return _REF.sub(ref, element[0], count=1)

    return _ELEMENT.sub(renewed, data)

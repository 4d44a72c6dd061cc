"""Changes single cells in the XML of a sheet; every byte beside them stays as it was.

Only ``<c>`` elements of the cells to be written change, rows are added or extended, and ``<dimension>`` grows.
Texts are written into the sheet itself, so that no other part has to change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from exports.layout.cell_address import CellPlace, cell_address
from exports.official.fill_plan import CellWrite
from exports.official.sheet_spans import Area, CellSpan, RowSpan, SheetScan, Tag

Edit = tuple[int, int, bytes]
"""Bytes from, to (the same to insert), and what stands there now."""

_REF = re.compile(rb"""(\sref\s*=\s*)("[^"]*"|'[^']*')""")
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def patch_sheet(data: bytes, scan: SheetScan, writes: Mapping[CellPlace, CellWrite]) -> bytes:
    """The XML of *data*, whose spans are in *scan*, with *writes* in its cells."""
    if not writes or scan.data is None:
        return data
    by_row: dict[int, dict[int, CellWrite]] = {}
    for (row, column), write in sorted(writes.items()):
        by_row.setdefault(row, {})[column] = write
    edits = [*_dimension(data, scan.dimension, writes), *_rows(data, scan, scan.data, by_row)]
    # stable: what is inserted at one place keeps its order
    edits.sort(key=lambda edit: edit[:2])
    pieces: list[bytes] = []
    done = 0
    for start, end, new in edits:
        pieces += data[done:start], new
        done = end
    pieces.append(data[done:])
    return b"".join(pieces)


def _rows(
    data: bytes, scan: SheetScan, sheet: Tag, rows: Mapping[int, Mapping[int, CellWrite]]
) -> Iterator[Edit]:
    numbers = iter([*scan.rows, None])
    following = next(numbers)
    after, added = sheet.end, b""
    for row, writes in rows.items():
        while following is not None and following <= row:
            after = scan.rows[following].end
            following = next(numbers)
        span = scan.rows.get(row)
        if span is not None:
            yield from _in_row(data, span, writes)
        elif sheet.is_closed:
            added += _new_row(sheet.prefix, row, writes)
        else:
            yield after, after, _new_row(sheet.prefix, row, writes)
    if sheet.is_closed:
        yield sheet.start, sheet.end, _opened(data, sheet) + added + b"</" + sheet.name + b">"


def _new_row(prefix: bytes, row: int, writes: Mapping[int, CellWrite]) -> bytes:
    cells = b"".join(_cell(prefix, row, column, write, None) for column, write in writes.items())
    return b'<%srow r="%d">%s</%srow>' % (prefix, row, cells, prefix)


def _in_row(data: bytes, span: RowSpan, writes: Mapping[int, CellWrite]) -> Iterator[Edit]:
    prefix, row = span.tag.prefix, span.number
    columns = iter([*span.cells, None])
    following = next(columns)
    after, added = span.tag.end, b""
    for column, write in writes.items():
        while following is not None and following <= column:
            after = span.cells[following].end
            following = next(columns)
        old = span.cells.get(column)
        new = _cell(prefix, row, column, write, old)
        if old is not None:
            yield old.tag.start, old.end, new
        elif span.tag.is_closed:
            added += new
        else:
            yield after, after, new
    if span.tag.is_closed:
        yield span.tag.start, span.tag.end, _opened(data, span.tag) + added + b"</" + span.tag.name + b">"


def _opened(data: bytes, tag: Tag) -> bytes:
    """The start tag of an element that closed itself, left open."""
    return data[tag.start : tag.end - 2].rstrip() + b">"


def _cell(prefix: bytes, row: int, column: int, write: CellWrite, old: CellSpan | None) -> bytes:
    style = write.style if old is None or write.restyle else old.style
    look = f' s="{style}"' if style else ""
    name = prefix.decode()
    start = f'<{name}c r="{cell_address(row, column)}"{look}'
    if not write.text:
        return f"{start}/>".encode()
    if write.is_number:
        return f"{start}><{name}v>{write.text}</{name}v></{name}c>".encode()
    text = _xml_text(write.text)
    space = ' xml:space="preserve"' if text != " ".join(text.split()) else ""
    return f'{start} t="inlineStr"><{name}is><{name}t{space}>{text}</{name}t></{name}is></{name}c>'.encode()


def _xml_text(text: str) -> str:
    """*text* as it stands in XML, without the characters that cannot; ``_x0041_`` means itself."""
    text = _LOOKS_ESCAPED.sub("_x005F_", _NO_XML.sub("", text))
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


def _dimension(data: bytes, tag: Tag | None, writes: Mapping[CellPlace, CellWrite]) -> Iterator[Edit]:
    """The area that the sheet says it fills, grown to what is written."""
    match = _REF.search(data, tag.start, tag.end) if tag else None
    if match is None:
        return
    old = Area.of(match[2][1:-1].decode("utf-8"))
    if old is None or all(old.holds(row, column) for row, column in writes):
        return
    rows = [row for row, _ in writes]
    columns = [column for _, column in writes]
    top, left = min(old.top, *rows), min(old.left, *columns)
    bottom, right = max(old.bottom, *rows), max(old.right, *columns)
    new = f'"{cell_address(top, left)}:{cell_address(bottom, right)}"'
    yield match.start(2), match.end(2), new.encode()

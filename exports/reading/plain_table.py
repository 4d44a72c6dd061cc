"""Reads a table that is plain text: fields between commas, semicolons or tabs, some in quotes; its encoding is found."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from exports.reading.limits import MAX_COLUMNS, MAX_ROWS
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.sheet_parts import TEXT, Cells, Extent, Room, SheetContent

SEPARATORS = "\t;,|"
LEAST_FIELDS = 2
MOST_UNEVEN = 5
"""One row of so many may have another number of fields than most: notes and signatures around a list."""


def read_plain_table(data: bytes, room: Room) -> SheetContent | Extent:
    """The fields of a text as cells, or its extent when it is too large. Raises WorkbookRefused for what is no table."""
    lines = _lines(_decoded(data))
    far = max((len(fields) for fields in lines), default=0)
    if len(lines) > MAX_ROWS or far > MAX_COLUMNS:
        return Extent(len(lines), len(lines), far)
    rows: Cells = {}
    for number, fields in enumerate(lines, 1):
        for column, text in enumerate(fields, 1):
            if text.strip():
                room.take(text)
                rows.setdefault(number, {})[column] = (text, TEXT, None)
    return SheetContent(rows, [], set())


def _decoded(data: bytes) -> str:
    """By its mark, else as UTF-8, else as old Windows wrote it: names in old Vietnamese fonts are seen later."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _lines(text: str) -> list[list[str]]:
    """The fields of each line, by the separator that makes the most even table."""
    tables = [_parsed(text, separator) for separator in SEPARATORS]
    _, _, best = max((_evenness(table), -place, table) for place, table in enumerate(tables))
    if not _evenness(best):
        raise WorkbookRefused("plain_text")
    return best


def _parsed(text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(len(text) + 1)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise WorkbookRefused("plain_text") from error


def _evenness(table: Sequence[Sequence[str]]) -> int:
    """How many fields most lines have; 0 when they have one, or the lines differ."""
    counts = Counter(len(fields) for fields in table if any(field.strip() for field in fields))
    (width, lines), *_ = counts.most_common(1) or [(0, 0)]
    is_even = (sum(counts.values()) - lines) * MOST_UNEVEN <= sum(counts.values())
    return width if width >= LEAST_FIELDS and is_even else 0

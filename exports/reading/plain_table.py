"""Reads a table that is plain text: fields between commas, semicolons or tabs, some in quotes; its encoding is found."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from itertools import islice
from unicodedata import normalize

from exports.reading.limits import MAX_COLUMNS, MAX_ROWS
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.sheet_parts import TEXT, Cells, Extent, Room, SheetContent

SEPARATORS = "\t;,|"
LEAST_FIELDS = 2
MOST_UNEVEN = 5
"""One row of so many within a list may have another number of fields than most."""
LEAST_SHARE = 2
"""The list is at least one part of so many of the text; titles and signatures stand around it."""
_TOLD_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_TONES = re.compile(r"[\u0300\u0301\u0303\u0309\u0323]")
_VOWELS = r"[aeiouy\u0103\u00e2\u00ea\u00f4\u01a1\u01b0]"
_TONES_ON_VOWELS = re.compile(_VOWELS + _TONES.pattern, re.IGNORECASE)


def read_plain_table(data: bytes, room: Room) -> SheetContent | Extent:
    """The fields of a text as cells, or its extent when it is too large. Raises WorkbookRefused for what is no table."""
    text = decoded(data)
    lines = _lines(text)
    far = max((len(fields) for fields in lines), default=0)
    if len(lines) > MAX_ROWS or far > MAX_COLUMNS:
        count = max(len(lines), text.rstrip().count("\n") + 1)
        return Extent(count, count, far)
    rows: Cells = {}
    for number, fields in enumerate(lines, 1):
        for column, text in enumerate(fields, 1):
            if text.strip():
                room.take(text)
                rows.setdefault(number, {})[column] = (text, TEXT, None)
    return SheetContent(rows, [], set())


def decoded(data: bytes) -> str:
    """By its mark, else as UTF-8, else as Windows wrote it: names in old Vietnamese fonts are seen later."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _vietnamese_windows(data) or data.decode("cp1252", "replace")


def _vietnamese_windows(data: bytes) -> str | None:
    """As Vietnamese Windows without Unicode wrote it: tones stand behind their vowels, and nowhere else."""
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return None
    tones = len(_TONES.findall(text))
    return normalize("NFC", text) if tones and tones == len(_TONES_ON_VOWELS.findall(text)) else None


def _lines(text: str) -> list[list[str]]:
    """The fields of each line, by the separator that the text tells, else the one that makes the most even table."""
    if told := _TOLD_SEPARATOR.match(text):  # a line for Excel: it is no row, and keeps its number
        return [[], *_parsed(text[told.end() :], told[1])]
    tables = [_parsed(text, separator) for separator in SEPARATORS]
    _, _, best = max((_evenness(table), -place, table) for place, table in enumerate(tables))
    if not _evenness(best):
        raise WorkbookRefused("plain_text")
    return best


def _parsed(text: str, separator: str) -> list[list[str]]:
    """The fields of each line, up to one line more than may be."""
    # one limit for the whole process: others read with it, too
    csv.field_size_limit(max(len(text) + 1, csv.field_size_limit()))
    try:
        return list(islice(csv.reader(StringIO(text, newline=""), delimiter=separator), MAX_ROWS + 1))
    except csv.Error as error:
        raise WorkbookRefused("plain_text") from error


def _evenness(table: Sequence[Sequence[str]]) -> int:
    """How many fields most lines of the list in it have; 0 when there is none: the lines differ, or are few."""
    widths = [len(fields) for fields in table if any(field.strip() for field in fields)]
    counts = Counter(width for width in widths if width >= LEAST_FIELDS)
    (width, lines), *_ = counts.most_common(1) or [(0, 0)]
    if not lines or len(widths) > lines == 1:
        return 0
    extent = len(widths) - widths.index(width) - widths[::-1].index(width)
    is_even = (extent - lines) * MOST_UNEVEN <= extent
    return width if is_even and extent * LEAST_SHARE >= len(widths) else 0

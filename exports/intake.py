"""A workbook that someone filled in, as sources of records: the sheets whose headings are known, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from exports.headings import Headings, guess, headings_of, normal
from exports.reader import Cell, Row, Sheet, Workbook
from forms.intake import Remark, Source, SourceRow
from forms.legacy import Encoding, can_be, convert, detect, detect_font
from forms.spec import Field, FieldType
from forms.text import clean

EXCEL_DAY_ZERO = date(1899, 12, 30)
NO_FIELD = frozenset({"stt", "tt", "so thu tu", "du lieu tap huan"})
"""Titles of columns that hold nothing of a record."""
LEAST_SERIAL, MOST_SERIAL = 20_000, 80_000
"""Numbers in a column of days between these are days (1954 to 2119)."""


class OldText(NamedTuple):
    """A column in an old encoding: title of the sheet, column, encoding, a text before and after."""

    sheet: str
    column: int
    encoding: Encoding
    before: str
    after: str


class Intake(NamedTuple):
    """What a workbook offers: its sources, the columns in old encodings, and the sheets that nobody knows."""

    sources: tuple[Source, ...]
    old_texts: tuple[OldText, ...]
    unknown_sheets: tuple[str, ...]


def intake(book: Workbook, *, converted: bool = False) -> Intake:
    """The sources of *book*; *converted*: columns in an old encoding are read as Unicode."""
    sources: list[Source] = []
    old_texts: list[OldText] = []
    unknown: list[str] = []
    for sheet in book.sheets:
        if sheet.is_hidden:
            continue
        headings = guess(sheet)
        if headings is None:
            if sheet.rows:
                unknown.append(sheet.title)
            continue
        found = _old_texts(sheet, headings)
        old_texts += found
        encodings = {each.column: each.encoding for each in found} if converted else {}
        sources += _sources(sheet, headings, encodings)
    return Intake(tuple(sources), tuple(old_texts), tuple(unknown))


def _sources(sheet: Sheet, headings: Headings, encodings: Mapping[int, Encoding]) -> Iterable[Source]:
    """One source, or several where further headings stand below: two lists on one sheet."""
    rows: list[SourceRow] = []
    for row in sheet.rows:
        if row.number <= headings.row:
            continue
        again = headings_of(Sheet(sheet.title, (row._replace(number=1),)), headings.record)
        if again is not None:
            if dict(again.fields) != dict(headings.fields):
                yield _source(sheet, headings, rows)
                headings, rows = again._replace(row=row.number), []
            continue
        texts = _texts(row, headings, encodings)
        if any(texts):
            rows.append(SourceRow(row.number, texts, _flaws(row, headings)))
    yield _source(sheet, headings, rows)


def _source(sheet: Sheet, headings: Headings, rows: Sequence[SourceRow]) -> Source:
    return Source(
        title=sheet.title,
        record=headings.record,
        fields=tuple(headings.fields.values()),
        rows=tuple(rows),
        strict=True,
        unknown=tuple(title for title in headings.unknown.values() if normal(title) not in NO_FIELD),
    )


def _texts(row: Row, headings: Headings, encodings: Mapping[int, Encoding]) -> tuple[str, ...]:
    return tuple(
        _text(row.cells.get(column), field, encodings.get(column))
        for column, field in headings.fields.items()
    )


def _text(cell: Cell | None, field: Field, encoding: Encoding | None) -> str:
    if cell is None:
        return ""
    text = cell.text
    if encoding and can_be(text, encoding):
        text = convert(text, encoding)
    text = clean(text)
    if field.type is FieldType.DATE:
        return _day(cell, text)
    return text


def _day(cell: Cell, text: str) -> str:
    """A day without its time; a serial number as the day that it is."""
    if cell.kind == "date":
        return text.partition(" ")[0]
    if text.isascii() and text.isdecimal() and len(text) == 5 and LEAST_SERIAL <= int(text) <= MOST_SERIAL:
        return (EXCEL_DAY_ZERO + timedelta(days=int(text))).isoformat()
    return text


def _flaws(row: Row, headings: Headings) -> tuple[Remark, ...]:
    return tuple(
        Remark(cell.kind, field.label, _address(column, row.number))
        for column, field in headings.fields.items()
        if (cell := row.cells.get(column)) is not None and cell.kind in ("formula", "error")
    )


def _address(column: int, row: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _old_texts(sheet: Sheet, headings: Headings) -> list[OldText]:
    found = []
    for column, field in headings.fields.items():
        if field.type in (FieldType.DATE, FieldType.INT, FieldType.DECIMAL):
            continue
        cells = [row.cells[column] for row in sheet.rows if row.number > headings.row and column in row.cells]
        encoding = _encoding(cells)
        changed = (
            cell.text for cell in cells if encoding and convert(cell.text, encoding) != clean(cell.text)
        )
        before = next(changed, None)
        if encoding and before is not None:
            found.append(
                OldText(sheet.title, column, encoding, clean(before), clean(convert(before, encoding)))
            )
    return found


def _encoding(cells: Sequence[Cell]) -> Encoding | None:
    """By the font of most cells, else by the texts."""
    fonts = [detect_font(cell.font) if cell.font else None for cell in cells if cell.kind == "text"]
    named = [encoding for encoding in fonts if encoding]
    if named and len(named) * 2 > len(fonts):
        return max(set(named), key=named.count)
    return detect([cell.text for cell in cells if cell.kind == "text"])

"""A workbook that someone filled in, as sources of records: the sheets whose headings are known, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from exports.intake.headings import Headings, further, guess, normal
from exports.intake.source_cells import HeadedRows
from exports.reading.workbook_reader import ForeignCell, ForeignRow, ForeignSheet, ForeignWorkbook
from forms.entry.row_intake import Source
from forms.model.old_fonts import Encoding, convert, detect, detect_font
from forms.model.record import FieldType
from forms.model.text import clean

NO_FIELD = frozenset({"stt", "tt", "so thu tu", "du lieu tap huan"})
"""Titles of columns that hold nothing of a record."""


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


def intake(book: ForeignWorkbook, *, converted: bool = False) -> Intake:
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
        for table, rows in _tables(sheet, headings):
            found = _old_texts(sheet.title, table, rows)
            old_texts += found
            encodings = {each.column: each.encoding for each in found} if converted else {}
            sources.append(_source(sheet.title, table, rows, encodings))
    return Intake(tuple(sources), tuple(old_texts), tuple(unknown))


def _tables(sheet: ForeignSheet, headings: Headings) -> Iterator[tuple[Headings, list[ForeignRow]]]:
    """The headings and rows of the list of a sheet, or of several where further headings stand below."""
    rows: list[ForeignRow] = []
    for row in sheet.rows:
        if row.number <= headings.row:
            continue
        again = further(row, rows, sheet.title)
        if again is None:
            rows.append(row)
        elif again.record is not headings.record or dict(again.fields) != dict(headings.fields):
            if rows:
                yield headings, rows
            headings, rows = again, []
    yield headings, rows


def _source(
    title: str, headings: Headings, rows: Sequence[ForeignRow], encodings: Mapping[int, Encoding]
) -> Source:
    table = HeadedRows(headings, rows, encodings)
    unknown = [each for each in headings.unknown.values() if normal(each) not in NO_FIELD]
    return Source(
        title=title,
        record=headings.record,
        fields=tuple(headings.fields.values()),
        rows=tuple(table.rows()),
        strict=True,
        unknown=(*unknown, *table.untitled()),
    )


def _old_texts(title: str, headings: Headings, rows: Sequence[ForeignRow]) -> list[OldText]:
    found = []
    for column, field in headings.fields.items():
        if field.type in (FieldType.DATE, FieldType.INT, FieldType.DECIMAL):
            continue
        cells = [row.cells[column] for row in rows if column in row.cells]
        encoding = _encoding(cells)
        changed = (
            cell.text for cell in cells if encoding and convert(cell.text, encoding) != clean(cell.text)
        )
        before = next(changed, None)
        if encoding and before is not None:
            found.append(OldText(title, column, encoding, clean(before), clean(convert(before, encoding))))
    return found


def _encoding(cells: Sequence[ForeignCell]) -> Encoding | None:
    """By the font of most cells, else by the texts."""
    fonts = [detect_font(cell.font) if cell.font else None for cell in cells if cell.kind == "text"]
    named = [encoding for encoding in fonts if encoding]
    if named and len(named) * 2 > len(fonts):
        return max(set(named), key=named.count)
    return detect(list(dict.fromkeys(cell.text for cell in cells if cell.kind == "text")))

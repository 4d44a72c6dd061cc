"""A workbook that someone filled in, as sources of records: the sheets whose headings are known, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from exports.intake.headings import Headings, further, guess, normal
from exports.intake.source_cells import HeadedRows
from exports.reading.workbook_reader import ForeignCell, ForeignRow, ForeignSheet, ForeignWorkbook
from forms.entry.old_fonts import (
    Encoding,
    OldText,
    convert,
    detect,
    detect_font,
)
from forms.entry.row_intake import Source
from forms.model.record import FieldType
from forms.model.text import clean
from forms.sets.form_set import FormSet

NO_FIELD = frozenset({"stt", "tt", "so thu tu", "du lieu tap huan"})
"""Titles of columns that hold nothing of a record."""


class OldColumn(NamedTuple):
    """A column in an old encoding: the title of its sheet, its number, and one of its texts."""

    sheet: str
    column: int
    text: OldText


class BookSources(NamedTuple):
    """What a workbook offers: a source for each list on its sheets, and the sheets that nobody knows.

    *converted* are the same lists, their columns in old encodings read as Unicode; *old_columns* are those columns.
    """

    sources: tuple[Source, ...]
    converted: tuple[Source, ...]
    old_columns: tuple[OldColumn, ...]
    unknown_sheets: tuple[str, ...]


def sources_of(book: ForeignWorkbook, form: FormSet) -> BookSources:
    """The lists of *book* that a report of *form* has, sheet by sheet; hidden sheets are passed by."""
    sources: list[Source] = []
    converted: list[Source] = []
    old_columns: list[OldColumn] = []
    unknown: list[str] = []
    for sheet in book.sheets:
        if sheet.is_hidden:
            continue
        headings = guess(sheet, form)
        if headings is None:
            if sheet.rows:
                unknown.append(sheet.title)
            continue
        for own_headings, rows in _lists(sheet, headings, form):
            source = _source(sheet.title, own_headings, rows, {})
            old = list(_old_columns(sheet.title, own_headings, rows))
            encodings = {column.column: column.text.encoding for column in old}
            sources.append(source)
            converted.append(_source(sheet.title, own_headings, rows, encodings) if old else source)
            old_columns += old
    return BookSources(tuple(sources), tuple(converted), tuple(old_columns), tuple(unknown))


def _lists(
    sheet: ForeignSheet, headings: Headings, form: FormSet
) -> Iterator[tuple[Headings, list[ForeignRow]]]:
    """The headings and rows of the list of a sheet, or of several where further headings stand below."""
    rows: list[ForeignRow] = []
    for row in sheet.rows:
        if row.number <= headings.row:
            continue
        again = further(row, rows, sheet.title, form)
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
    unknown = [heading for heading in headings.unknown.values() if normal(heading) not in NO_FIELD]
    return Source(
        title=title,
        record=headings.record,
        fields=tuple(headings.fields.values()),
        rows=tuple(table.rows()),
        strict=True,
        unknown=(*unknown, *table.untitled()),
    )


def _old_columns(title: str, headings: Headings, rows: Sequence[ForeignRow]) -> Iterator[OldColumn]:
    for column, field in headings.fields.items():
        if field.type in (FieldType.DATE, FieldType.INT, FieldType.DECIMAL):
            continue
        cells = [row.cells[column] for row in rows if column in row.cells]
        encoding = _encoding(cells)
        if encoding is None:
            continue
        changes = (cell.text for cell in cells if convert(cell.text, encoding) != clean(cell.text))
        before = next(changes, None)
        if before is not None:
            text = OldText(encoding, clean(before), clean(convert(before, encoding)))
            yield OldColumn(title, column, text)


def _encoding(cells: Sequence[ForeignCell]) -> Encoding | None:
    """By the font of most cells, else by the texts."""
    fonts = [detect_font(cell.font) if cell.font else None for cell in cells if cell.kind == "text"]
    named = [encoding for encoding in fonts if encoding]
    if named and len(named) * 2 > len(fonts):
        return max(set(named), key=named.count)
    return detect(list(dict.fromkeys(cell.text for cell in cells if cell.kind == "text")))

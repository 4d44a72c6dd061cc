"""Where in the report a complaint of the national system belongs: at a cell, a record's field, a record, else a whole list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from exports.comparison.comparison_words import AT_A_NAMED_ROW, AT_A_ROW
from exports.intake.headings import Headings, guess, has_word
from exports.intake.system_complaints import Complaint, complaints_beside, sheets_of_complaints
from exports.intake.titles import field_of, normal
from exports.layout.cell_address import CellPlace
from exports.layout.table_page import TableGrid
from exports.reading.workbook_reader import ForeignWorkbook
from exports.workbooks.report.sheet_places import places_of
from forms.dossier.content import Content
from forms.dossier.roster import Subject
from forms.entry.row_intake import ReadRow, Source, read_sources
from forms.model.place import Place
from forms.model.record import Field, RecordType
from forms.model.table import Table
from forms.model.text import clean, fold

LONGEST_TITLE = 8
"""So many words at most has a field that a complaint names in its text."""


class PlacedComplaint(NamedTuple):
    """A complaint, and the place of the report that it is about."""

    place: Place
    text: str


def placed_complaints(
    book: ForeignWorkbook, sources: Sequence[Source], content: Content
) -> list[PlacedComplaint]:
    """What a file complains about, in the order of its sheets; *sources* are the lists that were read of it."""
    placing = _Placing(book, sources, content)
    found = [placing.place(complaint) for complaint in placing.complaints()]
    return list(dict.fromkeys(found))


class _Placing:
    """Finds the places of complaints about one file."""

    def __init__(self, book: ForeignWorkbook, sources: Sequence[Source], content: Content) -> None:
        self._content, self._book, self._sources = content, book, sources
        titles = {clean(sheet.title) for sheet in book.sheets}
        self._tables = {
            title: table for table in content.form.tables if (title := clean(table.sheet.title)) in titles
        }
        self._headings: dict[str, Headings] = {}
        for sheet in book.sheets:
            if not sheet.is_hidden and (headings := guess(sheet, content.form, content.year)):
                self._headings[clean(sheet.title)] = headings

    @cached_property
    def _rows(self) -> Mapping[tuple[str, int], ReadRow]:
        """Sheet and row → what the row was read as."""
        batches = read_sources(self._content, self._sources)
        return {(clean(source.title), row.number): row for source, rows in batches for row in rows}

    def complaints(self) -> Iterator[Complaint]:
        """Those beside the rows, then those on sheets of their own."""
        for sheet in self._book.sheets:
            if headings := self._headings.get(clean(sheet.title)):
                yield from complaints_beside(sheet, headings)
        for listed in sheets_of_complaints(self._book, self._content.form, self._content.year):
            yield from listed.complaints(self._content.form.rules.by_id)

    def place(self, complaint: Complaint) -> PlacedComplaint:
        """The place of a complaint; its text says of which row it is where no record of ours is that row."""
        title = clean(complaint.sheet) or (next(iter(self._headings)) if len(self._headings) == 1 else "")
        if (headings := self._headings.get(title)) is not None:
            return self._in_list(complaint, title, headings)
        if (table := self._tables.get(title)) is not None:
            at = cells_of(table).get((complaint.row, complaint.column))
            return PlacedComplaint(at or Place(table.id), complaint.text)
        record = next((each for each in self._content.form.lists if _is_titled(title, each)), None)
        if record is None:
            return PlacedComplaint(Place(record=self._content.form.facility.place), complaint.text)
        return PlacedComplaint(Place(record=record.place), _of_row(complaint))

    def _in_list(self, complaint: Complaint, title: str, headings: Headings) -> PlacedComplaint:
        record = headings.record
        field = _field_of(complaint, headings)
        row = self._rows.get((title, complaint.row))
        subject = self._subject(row, record) if row else None
        if subject is not None:
            return PlacedComplaint(
                Place(record=subject.place, field=field.key if field else None), complaint.text
            )
        return PlacedComplaint(Place(record=record.place), _of_row(complaint, row))

    def _subject(self, row: ReadRow, record: RecordType) -> Subject | None:
        """The record that a row names, or the only one of its name: what is wrong may be what tells them apart."""
        if row.subject:
            return row.subject
        alike = [each for each in self._content.roster.of(record.key) if fold(each.name) == fold(row.name)]
        return alike[0] if len(alike) == 1 else None


def _is_titled(title: str, record: RecordType) -> bool:
    """Whether a sheet of that title, which is not in the file, lists such records."""
    return normal(title) == normal(record.upload_sheet or "-") or has_word(title, record.sheet_words)


def _of_row(complaint: Complaint, row: ReadRow | None = None) -> str:
    """A complaint that says itself of which row it is."""
    if row:
        return AT_A_NAMED_ROW.format(row=complaint.row, name=row.name, text=complaint.text)
    if complaint.row:
        return AT_A_ROW.format(row=complaint.row, text=complaint.text)
    return complaint.text


@cache
def cells_of(table: Table) -> Mapping[CellPlace, Place]:
    """Row and column on the sheet of a table → the cell of the table."""
    places = places_of(TableGrid(table, ()))
    return {
        places.figure(row, column): Place(table.id, row.key, column.key)
        for row in table.data_rows
        for column in table.columns
    }


def _field_of(complaint: Complaint, headings: Headings) -> Field | None:
    """The field of the column that is meant, else the one that the words name."""
    if use := headings.uses.get(complaint.column):
        return use.field
    record = headings.record
    before, colon, _ = complaint.text.partition(":")
    titles = [complaint.title, *([before] if colon else []), *_phrases(complaint.text)]
    found = (field_of(record, title) for title in titles if title)
    return next((field for field in found if field and not field.computed), None)


def _phrases(text: str) -> Iterator[str]:
    """The words of a complaint that may be the title of a column, the longest first; one word alone names nothing."""
    words = re.findall(r"[^\W_]+", text)
    for length in range(min(LONGEST_TITLE, len(words)), 1, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])

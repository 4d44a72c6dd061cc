"""What a system complains about in a file that it gives back: a column beside the rows, or a sheet that names cells."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from exports.intake import complaint_words as words
from exports.intake.headings import Headings, guess
from exports.intake.titles import normal
from exports.layout.cell_address import cell_place, column_of
from exports.reading.workbook_reader import ForeignRow, ForeignSheet, ForeignWorkbook
from forms.dossier.roster import SchoolYear
from forms.model.text import clean
from forms.sets.form_set import FormSet

HEADING_ROWS = 10
"""Rows from the top among which the titles of a sheet of complaints are looked for."""
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::.*)?")
_LETTERS = re.compile(r"[A-Z]{1,3}")
_BETWEEN = re.compile(r"[;|\n\r]+")
_AFTER_A_CODE = ": "


class Complaint(NamedTuple):
    """One complaint: the sheet, row and column that are meant, each nothing where nobody says; *title* that of the column."""

    text: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    title: str = ""


class SheetOfComplaints(NamedTuple):
    """A sheet that lists complaints: its row of titles, and what its columns say."""

    sheet: ForeignSheet
    heading: int
    columns: Mapping[int, frozenset[str]]

    @property
    def rows(self) -> list[ForeignRow]:
        """The rows below the titles."""
        return [row for row in self.sheet.rows if row.number > self.heading]

    def complaints(self, known: Iterable[str]) -> Iterator[Complaint]:
        """What it lists; *known* codes are our own: a file of ours lists what our check found."""
        ours = set(known)
        for row in self.rows:
            texts = self._texts(row, words.TEXT_COLUMNS)
            if texts and not ours & set(texts) and (text := _joined(texts)):
                yield self._complaint(row, text)

    def _complaint(self, row: ForeignRow, text: str) -> Complaint:
        sheet = self._texts(row, words.SHEET_COLUMN)
        where = " ".join(self._texts(row, words.CELL_COLUMN)).upper()
        number = " ".join(self._texts(row, words.ROW_COLUMN))
        title = " ".join(self._texts(row, words.COLUMN_COLUMN))
        column = column_of(title) if _LETTERS.fullmatch(title) else 0
        line = int(digits[0]) if (digits := re.findall(r"[0-9]{1,6}", number or where)) else 0
        if address := _ADDRESS.fullmatch(where):
            line, column = cell_place(address[1] + address[2])
        return Complaint(text, sheet[0] if sheet else "", line, column, "" if column else title)

    def _texts(self, row: ForeignRow, titles: frozenset[str]) -> list[str]:
        own = (
            row.cells[column].text
            for column, meant in self.columns.items()
            if meant is titles and column in row.cells
        )
        return [text for text in map(clean, own) if text]


def complaint_columns(headings: Headings) -> list[int]:
    """The columns beside a list that hold complaints about its rows."""
    return [column for column in headings.unknown if any(map(_complains, headings.paths[column]))]


def is_complaint(text: str) -> bool:
    """Whether what stands in such a column complains of something."""
    return normal(text) not in words.NO_COMPLAINTS


def complaints_beside(sheet: ForeignSheet, headings: Headings) -> Iterator[Complaint]:
    """The complaints beside the rows of a list, several of one cell apart."""
    columns = complaint_columns(headings)
    for row in sheet.rows:
        if row.number > headings.row:
            texts = [row.cells[column].text for column in columns if column in row.cells]
            parts = [
                [part for part in map(clean, _BETWEEN.split(text)) if is_complaint(part)] for text in texts
            ]
            told = [[_joined(texts)] for texts in zip(*parts, strict=True)] if _fit(parts) else parts
            for text in dict.fromkeys(part for cell in told for part in cell):
                yield Complaint(text, sheet.title, row.number)


def _fit(parts: list[list[str]]) -> bool:
    """Whether codes and their words stand in two columns, as many of the one as of the other."""
    return len(parts) > 1 and len({len(part) for part in parts}) == 1


def _joined(texts: Iterable[str]) -> str:
    return _AFTER_A_CODE.join(dict.fromkeys(text for text in texts if is_complaint(text)))


def sheet_of_complaints(sheet: ForeignSheet) -> SheetOfComplaints | None:
    """*sheet* as one of complaints, by its own title and those of its columns; None when it is none."""
    if not _complains(sheet.title):
        return None
    for row in sheet.rows[:HEADING_ROWS]:
        columns = {
            column: titles for column, cell in row.cells.items() for titles in (_meant(cell.text),) if titles
        }
        if words.TEXT_COLUMNS in columns.values():
            return SheetOfComplaints(sheet, row.number, columns)
    return None


def _titled(text: str) -> str:
    """A title as it is compared, without what stands in brackets behind it."""
    return normal(text.partition("(")[0])


def _complains(title: str) -> bool:
    """Whether what is titled so holds complaints."""
    return not words.COMPLAINT_WORDS.isdisjoint(
        re.findall(r"[^\W_]+", clean(title).partition("(")[0].casefold())
    )


def _meant(title: str) -> frozenset[str] | None:
    every = (words.SHEET_COLUMN, words.CELL_COLUMN, words.ROW_COLUMN, words.COLUMN_COLUMN)
    plain = _titled(title)
    if place := next((titles for titles in every if plain in titles), None):
        return place
    return words.TEXT_COLUMNS if plain in words.TEXT_COLUMNS or _complains(title) else None


def sheets_of_complaints(book: ForeignWorkbook, form: FormSet, year: SchoolYear) -> list[SheetOfComplaints]:
    """The sheets of *book* that list complaints; one that nobody sees, or that is a list of records itself, is none."""
    return [
        found
        for sheet in book.sheets
        if not sheet.is_hidden and (found := sheet_of_complaints(sheet))
        if not ((headings := guess(sheet, form, year)) and headings.is_named)
    ]

"""Which column of a sheet holds which field, by the titles: marks, case, blanks, line breaks and order do not matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from exports.intake.title_words import HINTS
from exports.reading.workbook_reader import ForeignRow, ForeignSheet
from forms.entry.old_fonts import (
    Encoding,
    convert,
)
from forms.model.record import Field, RecordType
from forms.model.text import clean, fold
from forms.sets.form_set import FormSet

MOST_ROWS = 12
"""Rows from the top among which the headings are looked for."""
LEAST_TITLES = 2
TITLE_CELLS = 2
"""So many cells at most has a row above further headings that says what is listed."""

NO_TITLES = ("date", "bool", "error", "formula")
"""Kinds of cells that are no titles."""


class Headings(NamedTuple):
    """The heading row of a sheet (its number), column → field, and the titles of the columns that nobody knows."""

    record: RecordType
    row: int
    fields: Mapping[int, Field]
    unknown: Mapping[int, str]


@lru_cache(16384)
def normal(title: str) -> str:
    """A title as it is compared: ``Họ tên (*)`` over two lines is ``ho ten``."""
    return " ".join(re.findall(r"[0-9a-z]+", fold(clean(title))))


@cache
def _known(record: RecordType) -> Mapping[str, Field]:
    """Normal title → field; a field's own titles come before the variants of others."""
    own = {normal(title): field for field in record.fields for title in _own(field)}
    others = {
        normal(title): record.field_by_key[key]
        for key, titles in record.foreign_titles.items()
        for title in titles
    }
    return others | own


def _own(field: Field) -> Iterator[str]:
    if field.upload:
        yield field.upload[1]
        yield field.label
        if field.exchange:
            yield field.exchange
    else:
        yield field.label


def field_of(record: RecordType, title: str) -> Field | None:
    """The field that stands under *title*; also where it is written in an old encoding, or with a hint in brackets."""
    known = _known(record)
    for spelling in _spellings(title):
        if field := known.get(spelling):
            return field
    return None


@lru_cache(4096)
def _spellings(title: str) -> tuple[str, ...]:
    """A title as it may be meant: as it stands, without a hint, read as an old encoding."""
    texts = [title] if title.isascii() else [title, *(convert(title, encoding) for encoding in Encoding)]
    spellings = dict.fromkeys(map(normal, texts))
    for text in texts:
        before, bracket, hint = clean(text).rpartition("(")
        if bracket and normal(hint) in HINTS:
            spellings[normal(before)] = None
    return tuple(spellings)


def row_headings(row: ForeignRow, record: RecordType) -> Headings | None:
    """The headings that a row holds; None when fewer than two of its titles are known."""
    titles = {column: cell.text for column, cell in sorted(row.cells.items()) if cell.text.strip()}
    fields: dict[int, Field] = {}
    taken = set()
    for column, title in titles.items():
        field = field_of(record, title)
        if field is not None and field.key not in taken:
            taken.add(field.key)
            fields[column] = field
    if len(fields) < LEAST_TITLES:
        return None
    unknown = {column: clean(title) for column, title in titles.items() if column not in fields}
    return Headings(record, row.number, fields, unknown)


def headings_of(sheet: ForeignSheet, record: RecordType) -> Headings | None:
    """The headings of a sheet of *record*: the first row with what tells one from another, else that with most known titles."""
    candidates = []
    for row in sheet.rows:
        if row.number > MOST_ROWS:
            break
        headings = row_headings(row, record)
        if headings and _is_named(headings):
            return headings
        if headings:
            candidates.append(headings)
    return max(candidates, key=lambda headings: len(headings.fields), default=None)


def guess(sheet: ForeignSheet, form: FormSet) -> Headings | None:
    """The headings of a sheet of whichever record of *form* fits best; the title of the sheet decides, then the words above them."""
    for record in form.lists:
        if record.upload_sheet and normal(sheet.title) == normal(record.upload_sheet):
            own = headings_of(sheet, record)
            if own:
                return own
    candidates = [headings for record in form.lists if (headings := headings_of(sheet, record))]
    first = min((headings.row for headings in candidates), default=0)
    return _best(candidates, (sheet.title, _line(row for row in sheet.rows if row.number < first)))


def further(row: ForeignRow, above: Sequence[ForeignRow], title: str, form: FormSet) -> Headings | None:
    """The headings with which another list begins further down, most of the row being known titles."""
    cells = list(row.cells.values())
    if cells[0].kind == "number" or any(cell.kind in NO_TITLES for cell in cells):
        return None  # with a number before it, or a day in it, it is a row of a list
    texts = [cell.text for cell in cells]
    if sum(normal(text) in _all_titles(form) for text in texts) < LEAST_TITLES:
        return None
    candidates = [headings for record in form.lists if (headings := row_headings(row, record))]
    likely = [
        headings for headings in candidates if _is_named(headings) or len(headings.fields) * 2 > len(texts)
    ]
    titles = (row for row in above[-1:] if len(row.cells) <= TITLE_CELLS)
    return _best(likely, (_line(titles), title))


@cache
def _all_titles(form: FormSet) -> frozenset[str]:
    return frozenset(title for record in form.lists for title in _known(record))


def _best(candidates: Sequence[Headings], hints: Sequence[str]) -> Headings | None:
    """What tells records apart comes first, then what the *hints* say, then the number of known titles."""

    def rank(headings: Headings) -> tuple[bool, list[bool], int]:
        words = headings.record.sheet_words
        return _is_named(headings), [_has_word(hint, words) for hint in hints], len(headings.fields)

    return max(candidates, key=rank, default=None)


def _line(rows: Iterable[ForeignRow]) -> str:
    return " ".join(cell.text for row in rows for cell in row.cells.values())


def _has_word(text: str, words: Sequence[str]) -> bool:
    padded = f" {normal(text)} "
    return any(f" {word} " in padded for word in words)


def _is_named(headings: Headings) -> bool:
    """Whether the columns suffice to tell one record from another."""
    names = {field.key for field in headings.fields.values()}
    return any(names.issuperset(keys) for keys in headings.record.named_by)

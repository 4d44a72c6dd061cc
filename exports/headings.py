"""Which column of a sheet holds which field, by the titles: marks, case, blanks, line breaks and order do not matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from exports.reader import Sheet
from exports.titles import VARIANTS
from forms.records import LISTS
from forms.spec import Field, RecordType
from forms.text import clean, fold

MOST_ROWS = 12
"""Rows from the top among which the headings are looked for."""
LEAST_TITLES = 2


class Headings(NamedTuple):
    """The heading row of a sheet (its number), column → field, and the titles of the columns that nobody knows."""

    record: RecordType
    row: int
    fields: Mapping[int, Field]
    unknown: Mapping[int, str]


def normal(title: str) -> str:
    """A title as it is compared: ``Họ tên (*)`` over two lines is ``ho ten``."""
    return " ".join(re.findall(r"[0-9a-z]+", fold(clean(title))))


@cache
def _known(record: RecordType) -> Mapping[str, Field]:
    """Normal title → field; a field's own titles come before the variants of others."""
    own = {normal(title): field for field in record.fields for title in _own(field)}
    others = {
        normal(title): record.field_by_key[key.partition(".")[2]]
        for key, titles in VARIANTS.items()
        if key.partition(".")[0] == record.key
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
    """The field that stands under *title*."""
    return _known(record).get(normal(title))


def headings_of(sheet: Sheet, record: RecordType) -> Headings | None:
    """The headings of a sheet of *record*; None when fewer than two titles of one row are known."""
    best: Headings | None = None
    for row in sheet.rows:
        if row.number > MOST_ROWS:
            break
        titles = {column: cell.text for column, cell in sorted(row.cells.items()) if cell.text.strip()}
        fields: dict[int, Field] = {}
        for column, title in titles.items():
            field = field_of(record, title)
            if field is not None and field not in fields.values():
                fields[column] = field
        if len(fields) >= max(LEAST_TITLES, len(best.fields) + 1 if best else 0):
            unknown = {column: clean(title) for column, title in titles.items() if column not in fields}
            best = Headings(record, row.number, fields, unknown)
    return best


def guess(sheet: Sheet) -> Headings | None:
    """The headings of a sheet of whichever record fits best; the sheet's own title decides first."""
    for record in LISTS:
        if record.upload_sheet and normal(sheet.title) == normal(record.upload_sheet):
            return headings_of(sheet, record)
    found = [headings for record in LISTS if (headings := headings_of(sheet, record))]
    return max(found, key=lambda headings: (_identifies(headings), len(headings.fields)), default=None)


def _identifies(headings: Headings) -> bool:
    names = {field.key for field in headings.fields.values()}
    return set(headings.record.identity) <= names

"""A block of text cells copied from a spreadsheet, read as rows of records. Nothing is changed here.

Columns are fields in a given order. Days are read day first. A row over a record, or one with the name and
birth date of a record, changes it; any other begins a new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from forms.dossier import Content, Edit
from forms.entry import beginning, new_records
from forms.reading import read_field
from forms.roster import Subject
from forms.spec import Field, RecordType
from forms.text import fold
from forms.values import Record, Typed, Value

MOST_ROWS = 5_000


class Kind(StrEnum):
    """What would become of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    REFUSE = "refuse"


class Remark(NamedTuple):
    """What is to be said of a row: ``blank``, ``heading``, ``no_name``, ``unread`` (label, text), ``extra`` (text)."""

    code: str
    label: str = ""
    text: str = ""


class PastedRow(NamedTuple):
    """A row as read: number in the block from 1, the record it changes, its values, and what is to be said of it."""

    number: int
    kind: Kind
    name: str
    values: Record
    subject: Subject | None = None
    remarks: tuple[Remark, ...] = ()


def read_block(
    content: Content,
    record: RecordType,
    fields: Sequence[Field],
    block: Sequence[Sequence[str]],
    over: Sequence[Subject],
    today: date,
) -> list[PastedRow]:
    """The rows of *block*: *fields* are its columns from the left, *over* the records it was pasted on."""
    blank = beginning(content, record)
    known = {_identity(record, subject.record): subject for subject in content.roster.of(record.key)}
    known.pop(None, None)
    return list(_rows(content, record, fields, block, over, today, blank, known))


def _rows(
    content: Content,
    record: RecordType,
    fields: Sequence[Field],
    block: Sequence[Sequence[str]],
    over: Sequence[Subject],
    today: date,
    blank: Subject,
    known: Mapping[tuple[object, ...] | None, Subject],
) -> Iterator[PastedRow]:
    for number, cells in enumerate(block, 1):
        pairs = [(field, text) for field, text in zip(fields, cells, strict=False) if text]
        subject = over[number - 1] if number <= len(over) else None
        values: dict[str, Value] = {}
        for field, text in pairs:
            now = content.roster.stranger(
                record, blank.place, number, {**(subject or blank).record, **values}
            )
            value = read_field(field, now, content.roster, text, today)
            if value is not None:
                values[field.key] = value
        subject = subject or known.get(_identity(record, values))
        yield _judged(number, fields, pairs, values, subject, extra=len(cells) - len(fields))


def _judged(
    number: int,
    fields: Sequence[Field],
    pairs: Sequence[tuple[Field, str]],
    values: Record,
    subject: Subject | None,
    extra: int,
) -> PastedRow:
    told = str(values.get("name") or (subject.name if subject else "") or (pairs[0][1] if pairs else ""))
    if not pairs:
        return PastedRow(number, Kind.REFUSE, "", {}, None, (Remark("blank"),))
    if any(fold(text) == fold(field.label) for field, text in pairs):
        return PastedRow(number, Kind.REFUSE, told, {}, None, (Remark("heading"),))
    if subject is None and "name" in {field.key for field in fields} and "name" not in values:
        return PastedRow(number, Kind.REFUSE, told, {}, None, (Remark("no_name"),))
    remarks = [
        Remark("unread", field.label, text)
        for field, text in pairs
        if isinstance(values.get(field.key), Typed)
    ]
    if extra > 0:
        remarks.append(Remark("extra", text=str(extra)))
    if subject is None:
        return PastedRow(number, Kind.ADD, told, values, None, tuple(remarks))
    changed = {key: value for key, value in values.items() if subject.record.get(key) != value}
    return PastedRow(number, Kind.CHANGE if changed else Kind.SAME, told, changed, subject, tuple(remarks))


def _identity(record: RecordType, values: Record) -> tuple[object, ...] | None:
    found = tuple(values.get(key) for key in record.identity)
    if not found or None in found or any(isinstance(value, Typed) for value in found):
        return None
    return tuple(fold(str(value)) for value in found)


def edits_of(content: Content, record: RecordType, rows: Sequence[PastedRow]) -> list[Edit]:
    """The edits that take *rows* in, as one change."""
    edits = [
        Edit((*row.subject.place.split("/"), key), row.subject.record.get(key), value)
        for row in rows
        if row.kind is Kind.CHANGE and row.subject is not None
        for key, value in row.values.items()
    ]
    added = [row.values for row in rows if row.kind is Kind.ADD]
    return [*edits, *new_records(content, record, added)[1]]

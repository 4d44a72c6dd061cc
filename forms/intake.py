"""Rows of text from elsewhere, read as records: a block copied from a spreadsheet, the sheets of a workbook.

Nothing is changed here: each row tells what would become of it, and ``edits_of`` makes one change of those that
are taken. Days are read day first, never swapped. A row over a record, or one that names a record by its code or
by name and birth date, changes it; an empty cell changes nothing. Any other row begins a new record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from forms.dossier import Content, Edit, apply
from forms.entry import beginning, new_records
from forms.reading import depends_on_others, read_field, the_option
from forms.reading import options as options_of
from forms.records import CHILD, CLASS, LISTS
from forms.records.identifiers import format_of
from forms.roster import Subject
from forms.spec import Field, FieldType, RecordType
from forms.text import fold
from forms.values import Record, Typed, Value

ZERO_LOST = {"phone": (9, "35789"), "cmnd_cccd": (11, "0123456789"), "personal_id": (11, "0123456789")}
"""Format → (digits, first digits) of a number whose leading zero a spreadsheet has dropped."""


class Kind(StrEnum):
    """What would become of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    REFUSE = "refuse"


class Remark(NamedTuple):
    """What is to be said of a row, by code; *label* of a field, *text* that was met."""

    code: str
    label: str = ""
    text: str = ""


class SourceRow(NamedTuple):
    """A row as it came: its number where it stands, a text a column, and why it cannot be read at all."""

    number: int
    texts: tuple[str, ...]
    flaws: tuple[Remark, ...] = ()


class Source(NamedTuple):
    """Rows of one record type. *fields* are the columns from the left, None where nobody knows the title.

    *over* are the records that the first rows stand on. *today* completes two-digit years. *strict*: from a
    file, where nobody watches: a day that does not parse and a new record that cannot be named are refused, and
    nothing is filled in that does not stand there.
    """

    title: str
    record: RecordType
    fields: tuple[Field | None, ...]
    rows: tuple[SourceRow, ...]
    over: tuple[Subject, ...] = ()
    today: date | None = None
    strict: bool = False
    unknown: tuple[str, ...] = ()


class ReadRow(NamedTuple):
    """A row as read: its number, the record that it changes, the values that it brings, what is to be said of it."""

    number: int
    kind: Kind
    name: str
    values: Record
    subject: Subject | None = None
    remarks: tuple[Remark, ...] = ()


Batch = tuple[Source, list[ReadRow]]


def read_sources(content: Content, sources: Iterable[Source]) -> list[Batch]:
    """Every source read; classes that come along are there for the children."""
    found: list[Batch] = []
    for record in LISTS:
        for source in sources:
            if source.record is record:
                found.append((source, list(_Reading(content, source).rows())))
        if record is CLASS:
            content = apply(content, edits_of(content, found))
    return found


def edits_of(
    content: Content, batches: Iterable[Batch], left_out: Iterable[tuple[str, int]] = ()
) -> list[Edit]:
    """The edits that take the rows in, as one change; *left_out* are (title of the source, number of the row)."""
    out = set(left_out)
    edits: list[Edit] = []
    added: dict[tuple[RecordType, bool], list[Record]] = {}
    for source, rows in batches:
        for row in rows:
            if (source.title, row.number) in out:
                continue
            if row.kind is Kind.CHANGE and row.subject is not None:
                path = row.subject.place.split("/")
                edits += [
                    Edit((*path, key), row.subject.record.get(key), value)
                    for key, value in row.values.items()
                ]
            elif row.kind is Kind.ADD:
                added.setdefault((source.record, source.strict), []).append(row.values)
    for (record, strict), records in added.items():
        edits += new_records(content, record, records, filled=not strict)[1]
    return edits


class _Reading:
    """One source being read."""

    def __init__(self, content: Content, source: Source) -> None:
        self.content = content
        self.source = source
        self.record = source.record
        self.known = _Known(self.record, content.roster.of(self.record.key))
        self.blank = beginning(content, self.record)
        self.seen: dict[_Name, int] = {}

    def rows(self) -> Iterator[ReadRow]:
        for place, row in enumerate(self.source.rows):
            over = self.source.over[place] if place < len(self.source.over) else None
            yield self._row(row, over)

    def _row(self, row: SourceRow, over: Subject | None) -> ReadRow:
        pairs = [
            (field, text)
            for field, text in zip(self.source.fields, row.texts, strict=False)
            if field is not None and text and not field.computed
        ]
        told = next((text for field, text in pairs if field.key == "name"), pairs[0][1] if pairs else "")

        def refused(*remarks: Remark) -> ReadRow:
            return ReadRow(row.number, Kind.REFUSE, told, {}, None, remarks)

        if row.flaws:
            return refused(*row.flaws)
        if not pairs:
            return refused(Remark("blank"))
        if any(fold(text) == fold(field.label) for field, text in pairs):
            return refused(Remark("heading"))
        remarks: list[Remark] = []
        values = self._values(pairs, over, remarks)
        subject = over or self.known.find(values)
        if subject is None and (why := self._unnamed(values, row.number)):
            return refused(why)
        unread = [
            Remark("unread", field.label, text)
            for field, text in pairs
            if isinstance(values.get(field.key), Typed)
        ]
        dates = {field.label for field, _ in pairs if field.type is FieldType.DATE}
        if self.source.strict and (bad := [remark for remark in unread if remark.label in dates]):
            return refused(*(remark._replace(code="no_day") for remark in bad))
        extra = len(row.texts) - len(self.source.fields)
        if extra > 0:
            remarks.append(Remark("extra", text=str(extra)))
        return self._judged(row.number, told, values, subject, (*unread, *remarks))

    def _judged(
        self, number: int, told: str, values: Record, subject: Subject | None, remarks: tuple[Remark, ...]
    ) -> ReadRow:
        if subject is None:
            return ReadRow(number, Kind.ADD, told, values, None, remarks)
        changed = {key: value for key, value in values.items() if subject.record.get(key) != value}
        kind = Kind.CHANGE if changed else Kind.SAME
        return ReadRow(number, kind, told or subject.name, changed, subject, remarks)

    def _values(
        self, pairs: Sequence[tuple[Field, str]], over: Subject | None, remarks: list[Remark]
    ) -> dict[str, Value]:
        values: dict[str, Value] = {}
        base = over.record if over else ({} if self.source.strict else self.blank.record)
        for dependent in (False, True):
            subject = self.content.roster.stranger(self.record, self.blank.place, 1, {**base, **values})
            for field, text in pairs:
                if depends_on_others(field) is dependent:
                    mended = self._mended(field, text, remarks)
                    value = read_field(field, subject, self.content.roster, mended, self.source.today)
                    if value is not None:
                        values[field.key] = value
        if self.source.strict and self.record is CHILD and "class_code" not in values:
            self._class_of_the_sheet(values, over)
        return values

    def _class_of_the_sheet(self, values: dict[str, Value], over: Subject | None) -> None:
        """A list of its own for each class names it in the title of the sheet."""
        field = CHILD.field_by_key["class_code"]
        if field in self.source.fields or over:
            return
        code = the_option(options_of(field, self.blank, self.content.roster), self.source.title)
        if code:
            values[field.key] = code

    def _mended(self, field: Field, text: str, remarks: list[Remark]) -> str:
        """A number with the zero before it that a spreadsheet has dropped; told."""
        form = format_of(self.record.key, field.key)
        digits, first = ZERO_LOST.get(form.name if form else "", (0, ""))
        if form is None or not (
            len(text) == digits and text.isascii() and text.isdecimal() and text[0] in first
        ):
            return text
        if form.fits("0" + text):
            remarks.append(Remark("zero", field.label, "0" + text))
            return "0" + text
        return text

    def _unnamed(self, values: Record, number: int) -> Remark | None:
        """Why a new record cannot be told from others: what names it is missing, or it came before."""
        columns = {field.key for field in self.source.fields if field}
        if "name" in columns and "name" not in values:
            return Remark("no_name", self.record.field_by_key["name"].label)
        if not self.source.strict:
            return None
        names = list(_names(self.record, values))
        if not names:
            missing = next(
                key for key in self.record.named_by[-1] if key not in values or _is_typed(values, key)
            )
            return Remark("no_name", self.record.field_by_key[missing].label)
        first = self.seen.setdefault(names[0], number)
        return None if first == number else Remark("twice", text=str(first))


class _Known:
    """Finds the record that a row names."""

    def __init__(self, record: RecordType, subjects: Iterable[Subject]) -> None:
        self.record = record
        self.by_name: dict[_Name, Subject] = {}
        for subject in subjects:
            for name in _names(record, subject.record):
                self.by_name.setdefault(name, subject)

    def find(self, values: Record) -> Subject | None:
        """By the surest name that the row has and a record bears."""
        return next(
            (self.by_name[name] for name in _names(self.record, values) if name in self.by_name), None
        )


_Name = tuple[int, tuple[str, ...]]


def _names(record: RecordType, values: Record) -> Iterator[_Name]:
    """What names the record, the surest first; only what is complete and parses."""
    for number, keys in enumerate(record.named_by):
        if all(key in values and not _is_typed(values, key) for key in keys):
            yield number, tuple(fold(str(values[key])) for key in keys)


def _is_typed(values: Record, key: str) -> bool:
    return isinstance(values.get(key), Typed)

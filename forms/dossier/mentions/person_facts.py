"""What records tell of people: their names and those of parents, days of birth, numbers, codes, addresses of mail."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from forms.dossier.content import Content
from forms.dossier.mentions.days_in_words import days_in
from forms.model.record import Field, FieldType, RecordType
from forms.model.text import clean, fold
from forms.model.values import Record, Typed, absence_of

NAME = "name"
"""The field with the name of whom the record is of; other names are of people beside."""
LEAST_DIGITS = 6
"""Of a number that means one person: fewer may be a count, a year, a row of the form."""


_KINDS = ("names", "kin", "days", "numbers", "codes", "bare_codes")


class PersonFacts:
    """What people are known by.

    *names* are their own, *kin* those of people beside them; *numbers* are digits without zeros before them; *codes*
    have a digit or an @, *bare_codes* none.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.kin: set[str] = set()
        self.days: set[date] = set()
        self.numbers: set[str] = set()
        self.codes: set[str] = set()
        self.bare_codes: set[str] = set()

    def know(self, record_type: RecordType, record: Record) -> None:
        """Add what *record* tells."""
        for field in identifying_fields(record_type):
            value = record.get(field.key)
            text = value.text if isinstance(value, Typed) else value
            if isinstance(text, str) and not absence_of(value):
                self._know(field, clean(text), is_read=not isinstance(value, Typed))

    def _know(self, field: Field, text: str, *, is_read: bool) -> None:
        if field.type is FieldType.DATE:
            self.days.update(day.day for day in days_in(fold(text)))
            if not is_read:
                self.codes.add(text)
        elif field.format is not None and field.format.in_words:
            (self.names if field.key == NAME else self.kin).add(text)
        else:
            digits = re.sub(r"\D", "", text).lstrip("0")
            if len(digits) >= LEAST_DIGITS:
                self.numbers.add(digits)
            if not text.isdigit():
                (self.codes if re.search(r"[\d@]", text) else self.bare_codes).add(text)

    def joined(self, others: PersonFacts) -> PersonFacts:
        """Both."""
        both = PersonFacts()
        for kind in _KINDS:
            setattr(both, kind, getattr(self, kind) | getattr(others, kind))
        return both

    def shared_with(self, others: PersonFacts) -> PersonFacts:
        """What is known of *others*, too; the name of a person is nobody else's."""
        both = PersonFacts()
        both.kin = self.kin & (others.kin | others.names)
        for kind in _KINDS[2:]:
            setattr(both, kind, getattr(self, kind) & getattr(others, kind))
        return both

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in _KINDS)

    def without(self, others: PersonFacts) -> PersonFacts:
        """What is not known of *others*, too; of it the names that are their own."""
        left = PersonFacts()
        left.names = self.names
        left.kin = self.kin - others.kin - others.names
        for kind in _KINDS[2:]:
            setattr(left, kind, getattr(self, kind) - getattr(others, kind))
        return left


UNKNOWN = PersonFacts()


def facts_of(record_type: RecordType, records: Iterable[Record]) -> PersonFacts:
    """What *records* of one type tell."""
    facts = PersonFacts()
    for record in records:
        facts.know(record_type, record)
    return facts


def facts_of_everyone(content: Content, *, with_profile: bool) -> PersonFacts:
    """What all records of a dossier tell; of the profile its days, too."""
    facts = PersonFacts()
    for record_type in content.form.lists:
        for record in content.records(record_type.place).values():
            facts.know(record_type, record)
    if with_profile:
        profile = content.form.facility
        facts.know(profile, content.facility)
        days = (content.facility.get(field.key) for field in profile.fields if field.type is FieldType.DATE)
        facts.days.update(written.day for day in days if isinstance(day, str) for written in days_in(day))
    return facts


def identifying_fields(record: RecordType) -> tuple[Field, ...]:
    """The fields that tell who a record is of; none of a class."""
    of_facts = {key for keys in record.facts for key in keys}
    return tuple(
        field
        for field in record.fields
        if field.key in of_facts or (field.type is FieldType.TEXT and field.format is not None)
    )

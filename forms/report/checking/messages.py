"""Filling the messages of the rules: figures, fields and codes as the owner reads them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from forms.dossier.doubts import Doubt
from forms.dossier.roster import Subject
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.model.record import Field, FieldType
from forms.model.rules.record_rule import (
    RequiredFields,
)
from forms.model.rules.rule import (
    Rule,
)
from forms.model.text import format_date, format_number, parse_iso, plain_number, shorten
from forms.model.values import Typed, is_coded
from forms.report.checking import message_words
from forms.report.checking.record_view import RecordView
from forms.report.checking.where_words import WHERE


def shown_number(value: int | Decimal, places: int | None = None) -> str:
    """A number in a message; rounded to *places* decimals for worked-out ratios."""
    if places is not None and isinstance(value, Decimal):
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return format_number(value)


def shown_cell(value: Any) -> str:
    """What was typed in a cell, as typed."""
    if isinstance(value, Typed):
        return shorten(value.text)
    return format_number(value) if isinstance(value, int | Decimal) else str(value)


def words_of_doubt(doubt: Doubt) -> str:
    """What is doubtful about a value, short."""
    sentence = message_words.DOUBTS.get(doubt.code, message_words.OTHER_DOUBT)
    return sentence.format(text=shorten(doubt.text))


def shown_value(subject: Subject, field: Field) -> str:
    """The value of a field: the name of a code, dd/mm/yyyy, what does not parse as it was typed; short."""
    value = subject.record.get(field.key)
    return shorten(full_value(subject, field, value)) if value is not None else ""


def full_value(subject: Subject, field: Field, value: Any) -> str:
    """*value* of a field as the owner reads it, whole."""
    if field.type is FieldType.TEXT and isinstance(value, str):
        return value
    if isinstance(value, Typed):
        return value.text
    if isinstance(value, bool):
        return message_words.YES if value else message_words.NO
    if isinstance(value, int | Decimal):
        return plain_number(value)
    if field.type is FieldType.DATE and (day := parse_iso(value)):
        return format_date(day)
    if field.catalogue and is_coded(field, subject.entered):
        return field.catalogue.name(value)
    return str(value)


def issue_at_record(
    rule: Rule,
    subject: RecordView,
    field: str | None,
    words: Mapping[str, str] | None = None,
    severity: Severity | None = None,
) -> Issue:
    """An issue at a record or one of its fields; placeholders not in *words* are filled from its fields."""
    known = _RecordWords(subject, field, words or {})
    where = _RecordWords(subject, field, {**known, **rule.where_names}) if rule.where_names else known
    return Issue(
        rule.id,
        severity or rule.severity,
        WHERE[rule.where].format_map(where),
        rule.message.format_map(known),
        Place(record=subject.place, field=field),
        is_missing=isinstance(rule, RequiredFields),
    )


class _RecordWords(dict[str, str]):
    """The words of a record's message, worked out when a placeholder asks for them."""

    def __init__(self, subject: RecordView, field: str | None, words: Mapping[str, str]) -> None:
        super().__init__(words)
        self._subject = subject
        self._field = field

    def __missing__(self, key: str) -> str:
        subject = self._subject
        if key == "record":
            return subject.type.word
        if key == "name":
            return shorten(subject.name)
        if key == "class_name":
            return shorten(subject.class_name())
        field = subject.type.field_by_key.get(key)
        if key == "value" and self._field:
            field = subject.type.field_by_key[self._field]
        if key == "field" and self._field:
            return subject.type.field_by_key[self._field].label
        if field is None:
            raise KeyError(key)
        return shown_value(subject.itself(), field)

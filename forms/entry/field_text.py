"""What a person typed into a field of a record, as it is stored; and what may be chosen there.

The screen, pasted blocks and workbooks read values alike: codes or names, with or without marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from forms.dossier.roster import Roster, Subject
from forms.entry.meaning import NOTHING, Meaning, Vocabulary
from forms.model.code_list import Catalogue, Item
from forms.model.record import Field, FieldType
from forms.model.text import full_year, parse_date, parse_decimal, parse_int
from forms.model.values import Typed, Value, absence_in_words, as_number, is_coded, typed


def read_field(field: Field, subject: Subject, roster: Roster, text: str, today: date | None) -> Value | None:
    """*text* as it is stored: None when it is empty, ``Typed`` when it does not parse or says that there is nothing.

    *today* completes a two-digit year; without it such a day does not parse.
    """
    if not text:
        return None
    value: Value | None
    match field.type:
        case FieldType.INT:
            short = today is not None and field.format is not None and field.format.is_year
            value = parse_int(full_year(text, today) if today and short else text)
        case FieldType.DECIMAL:
            number = parse_decimal(text)
            value = None if number is None else as_number(number)
        case FieldType.DATE:
            day = parse_date(text, today)
            value = day.isoformat() if day else None
        case FieldType.BOOL:
            value = yes_or_no(field, text)
        case FieldType.CHOICE if is_coded(field, subject.entered):
            value = meaning_of(field, subject, roster, text).code
        case _ if field.refers:
            value = meaning_of(field, subject, roster, text).code or text
        case _ if absence_in_words(text):
            value = None
        case _:
            form = field.format
            return form.stored(text) if form else text
    return typed(text) if value is None else value


def yes_or_no(field: Field, text: str) -> bool | None:
    """The answer that *text* is; None when it is none."""
    code = _vocabulary(field.codes, ()).meaning(text).code
    return None if code is None else code == field.answer(yes=True).code


def meaning_of(field: Field, subject: Subject, roster: Roster, text: str) -> Meaning:
    """What *text* may mean in a field that is filled by choosing."""
    meant = vocabulary(field, subject, roster).meaning(text)
    if meant.items or field.refers is not None:
        return meant
    # what fits no other field may still be a code or a whole name: a rule then says so. A number is neither
    meant = _vocabulary(field.codes, ()).named(text)
    return meant if meant.is_sure else NOTHING


def unclear(field: Field, subject: Subject, roster: Roster) -> str:
    """The word that stands in a field instead of what may be chosen and that finds something there; else empty."""
    value = subject.record.get(field.key)
    text = value.text if isinstance(value, Typed) else value
    if not isinstance(text, str) or not has_options(field, subject):
        return ""
    words = vocabulary(field, subject, roster)
    is_chosen = not isinstance(value, Typed) and any(item.code == text for item in words.items)
    return text if not is_chosen and words.search(text) else ""


def has_options(field: Field, subject: Subject) -> bool:
    """Whether the field is filled by choosing: a code of a list, or the code of another record."""
    return field.refers is not None or is_coded(field, subject.entered)


def options(field: Field, subject: Subject, roster: Roster) -> Sequence[Item]:
    """What may be chosen: the codes that fit the record's other fields, or the records referred to."""
    return vocabulary(field, subject, roster).items


def vocabulary(field: Field, subject: Subject, roster: Roster) -> Vocabulary:
    """The words for what may be chosen."""
    if field.refers is not None:
        return _of_list(roster, field.refers, subject.form.record_by_key[field.refers].spoken)
    return _vocabulary(field.codes, _given(field, subject))


@lru_cache(2)
def _of_list(roster: Roster, key: str, leads: tuple[str, ...]) -> Vocabulary:
    """The words for the records of a list: every row of an import asks for them."""
    known = ((str(other.get("code")), other.name) for other in roster.of(key) if other.get("code"))
    return _of_records(tuple(known), leads)


@lru_cache(16)
def _of_records(known: tuple[tuple[str, str], ...], leads: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(
        [Item(code, name, {"synonyms": (code,)}) for code, name in known],
        {leads[0]: leads[1:]} if leads else None,
    )


Given = tuple[tuple[str, Any], ...]


def _given(field: Field, subject: Subject) -> Given:
    """The values that narrow the list, by attribute: for ``home_district`` the ``home_province``."""
    return tuple((name, value) for name, key in field.narrowed_by if (value := subject.get(key)) is not None)


@lru_cache(256)
def _vocabulary(codes: Catalogue, given: Given) -> Vocabulary:
    """Of the districts of the chosen province, the wards of the chosen district, the levels of the chosen language..."""
    items = tuple(
        item
        for item in codes.items
        if item.attributes.get("selectable") is not False
        and all(item.attributes.get(name, value) == value for name, value in given)
    )
    return Vocabulary(items, codes.leads)


@cache
def depends_on_others(field: Field) -> bool:
    """Whether what may stand in the field depends on other fields of the record."""
    if field.type is not FieldType.CHOICE:
        return False
    return field.coded_when is not None or bool(field.narrowed_by)


def decides(key: str, field: Field) -> bool:
    """Whether the value of the field *key* decides what may stand in *field*."""
    if not depends_on_others(field):
        return False
    narrows = any(key == one for _, one in field.narrowed_by)
    return narrows or (field.coded_when is not None and key in field.coded_when.paths())

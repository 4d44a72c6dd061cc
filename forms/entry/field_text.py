"""What a person typed into a field of a record, as it is stored; and what may be chosen there.

The screen, pasted blocks and workbooks read values alike: codes or names, with or without marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from forms.dossier.roster import Roster, Subject
from forms.model.code_list import Catalogue, Item
from forms.model.record import Field, FieldType
from forms.model.text import fold, matches, parse_date, parse_decimal, parse_int
from forms.model.values import Typed, Value, as_number, is_coded

YES_NO = {"co": True, "c": True, "1": True, "x": True, "khong": False, "k": False, "0": False}
"""Folded words for yes and no."""

_NARROWED_BY = ("province", "district", "language", "division", "position")
_PLACES = ("home_", "birth_")


def read_field(field: Field, subject: Subject, roster: Roster, text: str, today: date | None) -> Value | None:
    """*text* as it is stored: None when it is empty, ``Typed`` when it does not parse.

    *today* completes a two-digit year; without it such a day does not parse.
    """
    if not text:
        return None
    value: Value | None
    match field.type:
        case FieldType.INT:
            value = parse_int(text)
        case FieldType.DECIMAL:
            number = parse_decimal(text)
            value = None if number is None else as_number(number)
        case FieldType.DATE:
            day = parse_date(text, today)
            value = day.isoformat() if day else None
        case FieldType.BOOL:
            value = YES_NO.get(fold(text))
        case FieldType.CHOICE if is_coded(field, subject.entered):
            # what fits no other field may still be a code: a rule then says so
            given = _given(field, subject)
            value = _code_of(field.catalogue or "", given, text) or _code_of(field.catalogue or "", (), text)
        case _ if field.refers:
            value = the_option(options(field, subject, roster), text) or text
        case _:
            form = field.format
            return form.stored(text) if form else text
    return Typed(text) if value is None else value


def has_options(field: Field, subject: Subject) -> bool:
    """Whether the field is filled by choosing: a code of a list, or the code of another record."""
    return field.refers is not None or is_coded(field, subject.entered)


def options(field: Field, subject: Subject, roster: Roster) -> Sequence[Item]:
    """What may be chosen: the codes that fit the record's other fields, or the records referred to."""
    if field.refers is not None:
        return [
            Item(str(other.get("code")), other.name, {})
            for other in roster.of(field.refers)
            if other.get("code")
        ]
    return _fitting(field.catalogue or "", _given(field, subject))


Given = tuple[tuple[str, Any], ...]


def _given(field: Field, subject: Subject) -> Given:
    """The values that narrow the list, by attribute: for ``home_district`` the ``home_province``."""
    prefix = next((place for place in _PLACES if field.key.startswith(place)), "")
    names = [name for name in _NARROWED_BY if prefix + name in subject.type.field_by_key]
    return tuple((name, value) for name in names if (value := subject.get(prefix + name)) is not None)


@lru_cache(256)
def _fitting(codes: Catalogue, given: Given) -> tuple[Item, ...]:
    """Districts of the chosen province, wards of the chosen district, levels of the chosen language..."""
    return tuple(
        item
        for item in codes.items
        if item.attributes.get("selectable") is not False
        and all(item.attributes.get(name, value) == value for name, value in given)
    )


@lru_cache(4096)
def _code_of(codes: Catalogue, given: Given, text: str) -> str | None:
    named = _by_words(codes, given).get(fold(text))
    if named is None:
        return the_option(_fitting(codes, given), text)
    return next(iter(named)) if len(named) == 1 else None


@lru_cache(256)
def _by_words(codes: Catalogue, given: Given) -> Mapping[str, set[str]]:
    """What ``candidates`` finds by code or name: the texts, folded, and the codes that they may mean."""
    codes_by_words: dict[str, set[str]] = {}
    for item in _fitting(codes, given):
        for text in (fold(item.code), fold(item.name), _short(item.code)):
            codes_by_words.setdefault(text, set()).add(item.code)
    return codes_by_words


@cache
def depends_on_others(field: Field) -> bool:
    """Whether what may stand in the field depends on other fields of the record."""
    if field.type is not FieldType.CHOICE:
        return False
    names = field.codes.items[0].attributes
    return field.coded_when is not None or not names.keys().isdisjoint(_NARROWED_BY)


def candidates(items: Sequence[Item], text: str) -> list[Item]:
    """The options that *text* may mean: those of that code or name, else those whose words it begins."""
    wanted = fold(text)
    named = [item for item in items if wanted in (fold(item.code), fold(item.name), _short(item.code))]
    return named or [item for item in items if item_matches(item, text)]


def item_matches(item: Item, query: str) -> bool:
    """Whether *query* finds the option by its name or code."""
    return matches(query, _searched(item.name, item.code))


@cache
def _searched(name: str, code: str) -> str:
    return f"{name} {name.replace('-', ' ')} {code}"


def the_option(items: Sequence[Item], text: str) -> str | None:
    """The code that *text* means: itself, a name, or the only option that begins so; None when it is unclear."""
    left = {item.code for item in candidates(items, text)}
    return left.pop() if len(left) == 1 else None


def guessed_name(field: Field, value: Value, text: str) -> str | None:
    """The name of the code *value* where *text* is neither that name nor the code: what was guessed."""
    if field.catalogue is None or field.type is not FieldType.CHOICE or not isinstance(value, str):
        return None
    return _guessed(field.catalogue, value, text)


@lru_cache(4096)
def _guessed(codes: Catalogue, code: str, text: str) -> str | None:
    names = [item.name for item in codes.items if item.code == code]
    spellings = {fold(spelling) for name in names for spelling in (name, f"{name} {code}", f"{code} {name}")}
    return names[0] if names and fold(text) not in {*spellings, fold(code)} else None


def _short(code: str) -> str:
    """A code without the zeros before it."""
    return code.lstrip("0") or "0"

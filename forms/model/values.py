"""Values of fields and cells, and their JSON.

A value is what a package holds: text, code or ISO day (str), whole number, ``Decimal``, bool, or
``Typed``: what was typed and does not parse (``{"typed": "31/02/2016"}``). What a value *means* for
its field, a ``date`` or None, is asked of ``parse``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from forms.model import value_words
from forms.model.condition import Getter
from forms.model.declared import Enum, Frozen
from forms.model.record import Field, FieldType
from forms.model.table import Figure
from forms.model.text import MAX_DIGITS, fold, parse_iso

MAX_DECIMALS = 3


class Typed(Frozen):
    """A value kept as it was typed because it does not parse."""

    text: str


class Absence(Enum):
    """Why a field has no value though somebody has looked at it; one that nobody has is not there at all.

    It is stored as what was typed: it means nothing, counts nowhere, and leaves an empty cell in what goes out.
    """

    NOTHING = value_words.NOTHING
    UNKNOWN = value_words.UNKNOWN


def absence_of(value: object) -> Absence | None:
    """The one that a stored value is."""
    return absence_in_words(value.text) if isinstance(value, Typed) else None


def typed(text: str) -> Typed:
    """*text*, which does not parse: an absence as it is always written, all else as it stands."""
    absence = absence_in_words(text)
    return Typed(absence.value if absence else text)


def absence_in_words(text: str) -> Absence | None:
    """The one that people mean by *text*."""
    return _meant().get(fold(text))


@cache
def _meant() -> dict[str, Absence]:
    return {fold(word): absence for absence in Absence for word in value_words.SAID_FOR[absence.value]}


Value = str | int | Decimal | bool | Typed
Record = Mapping[str, Value]
Parsed = str | int | Decimal | bool | date | None


def parse(field: Field, value: Value | None, get: Getter) -> Parsed:
    """What *value* means for *field*: None when it is missing, does not parse or is no code of its list.

    *get* gives the other values of the record; a ward is a code or free text by its province.
    """
    return _PARSERS[field.type](field, value, get)


def _text(_field: Field, value: Value | None, _get: Getter) -> Parsed:
    return value if isinstance(value, str) else None


def _int(_field: Field, value: Value | None, _get: Getter) -> Parsed:
    return whole_number(value)


def _decimal(_field: Field, value: Value | None, _get: Getter) -> Parsed:
    return amount(value)


def _date(_field: Field, value: Value | None, _get: Getter) -> Parsed:
    return parse_iso(value) if isinstance(value, str) else None


def _bool(_field: Field, value: Value | None, _get: Getter) -> Parsed:
    return value if isinstance(value, bool) else None


def _choice(field: Field, value: Value | None, get: Getter) -> Parsed:
    if not isinstance(value, str) or field.catalogue is None:
        return None
    if field.catalogue.has(value, get) or not is_coded(field, get):
        return value
    return None


_PARSERS: dict[FieldType, Callable[[Field, Value | None, Getter], Parsed]] = {
    FieldType.TEXT: _text,
    FieldType.INT: _int,
    FieldType.DECIMAL: _decimal,
    FieldType.DATE: _date,
    FieldType.BOOL: _bool,
    FieldType.CHOICE: _choice,
}


def is_coded(field: Field, get: Getter) -> bool:
    """Whether the field holds a code now: a ward outside province 79 is free text."""
    return field.type is FieldType.CHOICE and (field.coded_when is None or field.coded_when.holds(get))


def whole_number(value: object) -> int | None:
    """*value* as a whole number of at most 15 digits, 0 or more; else None."""
    if isinstance(value, Decimal) and value == value.to_integral_value() and value.adjusted() < MAX_DIGITS:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**MAX_DIGITS:
        return value
    return None


def amount(value: object) -> Decimal | None:
    """*value* as a number of at most 15 digits and 3 decimals, 0 or more; else None."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    if not isinstance(value, Decimal) or value < 0 or value.adjusted() >= MAX_DIGITS:
        return None
    exponent = value.normalize().as_tuple().exponent
    return value if isinstance(exponent, int) and exponent >= -MAX_DECIMALS else None


def figure(kind: Figure, value: object) -> int | Decimal | None:
    """The number in a cell of a table of that kind (rules E01, E02); None when it is empty or does not parse."""
    if kind is Figure.COUNT:
        return whole_number(value)
    number = amount(value)
    return None if number is None else as_number(number)


def as_number(value: Decimal) -> int | Decimal:
    """A whole amount as int, so that equal amounts are written alike."""
    return int(value) if value == value.to_integral_value() else value.normalize()


class NotJson(ValueError):
    """The text is not JSON that a package can hold; the argument says what was met."""


def loads(text: str | bytes) -> Any:
    """JSON with exact numbers and ``Typed``. A number of more than 15 digits becomes ``Typed``.

    Raises NotJson, also for NaN, a key given twice and nesting without end.
    """
    try:
        return json.loads(
            text,
            parse_int=_read_int,
            parse_float=_read_float,
            parse_constant=_refuse_constant,
            object_pairs_hook=_read_object,
        )
    except RecursionError as error:
        raise NotJson(value_words.NESTED_TOO_DEEP) from error
    except json.JSONDecodeError as error:
        raise NotJson(value_words.LINE_AND_COLUMN.format(line=error.lineno, column=error.colno)) from error
    except UnicodeDecodeError as error:
        raise NotJson(value_words.NOT_UTF8) from error


class _Ints(dict[str, int | Typed]):
    """Whole numbers as they are written → what they are; the short ones, of which a report is full, are kept."""

    def __missing__(self, literal: str) -> int | Typed:
        if len(literal) <= _SHORT:
            self[literal] = int(literal)
            return self[literal]
        return int(literal) if len(literal.lstrip("-")) <= MAX_DIGITS else Typed(literal)


_SHORT = 3
_read_int = _Ints().__getitem__


def _read_float(literal: str) -> int | Decimal | Typed:
    digits, _, exponent = literal.lower().partition("e")
    if len(digits.lstrip("-").replace(".", "")) > MAX_DIGITS or len(exponent) > 3:
        return Typed(literal)
    number = Decimal(literal)
    if not -MAX_DIGITS <= number.adjusted() < MAX_DIGITS:
        return Typed(literal) if number else 0
    return as_number(number)


def _refuse_constant(name: str) -> Any:
    raise NotJson(name)


def _read_object(pairs: list[tuple[str, Any]]) -> Any:
    members = dict(pairs)
    count = len(pairs)
    if len(members) == count > 1:
        # nearly every object: opening a dossier spends most of its time here
        return members
    if len(members) != count:
        keys = [key for key, _ in pairs]
        raise NotJson(value_words.KEY_TWICE.format(key=next(key for key in keys if keys.count(key) > 1)))
    if count == 1 and pairs[0][0] == "typed" and isinstance(pairs[0][1], str):
        return Typed(pairs[0][1])
    return members


def dumps(value: Any, *, indent: int | None = None, sort: bool = True) -> str:
    """Canonical JSON of *value*: sorted keys, no spaces; else with *indent* and in the order given."""
    if indent is None and sort:
        return _CANONICAL.encode(value)
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=sort, indent=indent, default=_encode
    )


def dumps_object(members: Mapping[str, str]) -> str:
    """Canonical JSON of an object, from that of each of its members."""
    return "{" + ",".join(f"{dumps(key)}:{members[key]}" for key in sorted(members)) + "}"


def _encode(value: object) -> object:
    if isinstance(value, Typed):
        return {"typed": value.text}
    if isinstance(value, Decimal):
        # at most 15 digits (see loads): the shortest float text is the same number
        number = as_number(value)
        return number if isinstance(number, int) else float(number)
    raise TypeError(type(value).__name__)


_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), default=_encode
)
"""Made once: every committed change is written with it."""

"""When a field is mandatory, in plain Vietnamese: made from its declared condition, never written by hand."""

from __future__ import annotations

from collections.abc import Iterable

from forms.model.condition import Absent, AllOf, AnyOf, Condition, NoneOf, OneOf, Present
from forms.model.record import Field, RecordType

REQUIRED_WHEN = "Bắt buộc khi {condition}."
IS = "{field} là {values}"
IS_NOT = "{field} khác {values}"
PRESENT = "đã có {field}"
ABSENT = "chưa có {field}"
AND, OR, AND_ALSO = "{} và {}", "{} hoặc {}", ", đồng thời "


def required_in_words(field: Field, record: RecordType) -> str | None:
    """«Bắt buộc khi Lớp bán trú là Có.»; None when the field has no condition."""
    when = field.required.when
    return None if when is None else REQUIRED_WHEN.format(condition=in_words(when, record))


def in_words(condition: Condition, record: RecordType) -> str:
    """*condition* on the fields of *record*: labels of the fields, names of the codes.

    Raises TypeError for a kind of condition that has no words yet, KeyError for a path that is no field.
    """
    match condition:
        case OneOf():
            return _compared(IS, OR, record.field_by_key[condition.path], condition.values)
        case NoneOf():
            return _compared(IS_NOT, AND, record.field_by_key[condition.path], condition.values)
        case Present():
            return PRESENT.format(field=record.field_by_key[condition.path].label)
        case Absent():
            return ABSENT.format(field=record.field_by_key[condition.path].label)
        case AllOf():
            return AND_ALSO.join(_part(part, record) for part in condition.parts)
        case AnyOf():
            return _listed(OR, (_part(part, record) for part in condition.parts))
    raise TypeError(type(condition).__name__)


def _part(condition: Condition, record: RecordType) -> str:
    words = in_words(condition, record)
    return f"({words})" if isinstance(condition, AllOf | AnyOf) else words


def _compared(form: str, joint: str, field: Field, values: tuple[str | int | bool, ...]) -> str:
    return form.format(
        field=field.label, values=_listed(joint, (value_name(field, value) for value in values))
    )


def _listed(joint: str, words: Iterable[str]) -> str:
    *most, last = words
    return joint.format(", ".join(most), last) if most else last


def value_name(field: Field, value: str | int | bool) -> str:
    """What a condition's *value* of *field* is called: the name of a code, «Có» or «Không»."""
    if isinstance(value, bool) and field.catalogue:
        return field.answer(yes=value).name
    code = str(int(value)) if isinstance(value, bool) else str(value)
    return field.catalogue.name(code) if field.catalogue else code

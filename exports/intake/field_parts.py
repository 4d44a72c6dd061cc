"""A field whose parts stand in several columns, such as family and given name, or day, month and year: joined, and taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exports.intake.title_words import Half
from forms.model.record import Field, FieldType
from forms.model.text import parse_iso

_NAME = (Half.FAMILY, Half.MIDDLE, Half.GIVEN)
_DAY = (Half.DAY, Half.MONTH, Half.YEAR)
_WRITTEN = r"([^/.-]+)[/.-]([^/.-]+)[/.-]([^/.-]+)"


def joined(field: Field, parts: Mapping[Half, str]) -> str:
    """What the parts say of *field* together; of a day what is missing is a question mark."""
    if field.type is not FieldType.DATE:
        return " ".join(filter(None, (parts.get(part) for part in _NAME)))
    day = [parts.get(part, "") for part in _DAY]
    return "/".join(part or "?" for part in day) if any(day) else ""


def taken_apart(
    field: Field, text: str, *, family_alone: bool = False, has_middle: bool = False
) -> Mapping[Half, str]:
    """The parts of a value as it is stored, of a day without zeros before them; nothing where it cannot be taken apart.

    The last word of a name is the given one; with *family_alone* all but the first are. *has_middle*: what stands between
    the first and the last word is a part of its own.
    """
    if field.type is not FieldType.DATE:
        before, _, last = text.partition(" ") if family_alone and not has_middle else text.rpartition(" ")
        if not last:
            return {Half.GIVEN: before}
        family, _, middle = before.partition(" ") if has_middle else (before, "", "")
        return {Half.FAMILY: family, Half.MIDDLE: middle, Half.GIVEN: last}
    if day := parse_iso(text):
        return dict(zip(_DAY, (str(day.day), str(day.month), str(day.year)), strict=True))
    written = re.fullmatch(_WRITTEN, text)
    return dict(zip(_DAY, written.groups(), strict=True)) if written else {}

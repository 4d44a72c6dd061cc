"""What the cells of an upload workbook hold: names of codes, days, numbers, and texts as they were typed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

from exports.workbooks.cell_text import CellValue
from forms.dossier.roster import Roster, Subject
from forms.entry.field_text import meaning_of
from forms.model.code_list import Catalogue, Item
from forms.model.record import Field, FieldType
from forms.model.text import fold, format_date
from forms.model.values import Typed, absence_of, is_coded

FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was, 29/2/1900: older days are written as text."""


class CodeNames:
    """The names of the codes of one roster's records, as the reader of a workbook finds the codes again."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._known: dict[tuple[object, ...], str | None] = {}

    def of(self, field: Field, subject: Subject, code: str) -> str:
        """Name of *code* in the list of *field*; the code itself when the list lacks it.

        Where several codes bear that name (Phường 12) and the other fields of the record do not tell
        which is meant, the code stands behind it.
        """
        key: tuple[object, ...] = field.catalogue, code
        if key not in self._known:
            self._known[key] = _own_name(field.codes, code)
        return self._known[key] or self._shared(field, subject, code)

    def _shared(self, field: Field, subject: Subject, code: str) -> str:
        """A name that other codes of the list bear too."""
        item = field.codes.by_code[code]
        others = [subject.get(name) for name in item.attributes if name in subject.type.field_by_key]
        key = (subject.type.key, field.key, code, *others)
        name = self._known.get(key)
        if name is None:
            is_clear = meaning_of(field, subject, self._roster, item.name).code == code
            name = self._known[key] = item.name if is_clear else with_code(item)
        return name


def _own_name(codes: Catalogue, code: str) -> str | None:
    """The name of *code*, the code when the list lacks it; None when several codes bear that name."""
    item = codes.by_code.get(code)
    if item is None:
        return code
    return None if fold(item.name) in shared_names(codes) else item.name


@cache
def shared_names(codes: Catalogue) -> frozenset[str]:
    """The folded names that more than one code of the list bears."""
    counts = Counter(fold(item.name) for item in codes.items)
    return frozenset(name for name, count in counts.items() if count > 1)


def with_code(item: Item) -> str:
    """Name and code, for names that do not tell the code."""
    return f"{item.name} {item.code}"


def roster_cell_value(field: Field, subject: Subject, names: CodeNames) -> CellValue | None:
    """What the cell of *field* holds; None when it is empty or there is nothing. What does not parse is its text."""
    value = subject.get(field.key) if field.computed else subject.record.get(field.key)
    if absence_of(value):
        return None
    if isinstance(value, Typed):
        return value.text
    if isinstance(value, bool):
        return field.answer(yes=value).name
    if field.type is FieldType.DATE and isinstance(value, str):
        return _day(subject.get(field.key), value)
    if isinstance(value, str) and is_coded(field, subject.entered):
        return names.of(field, subject, value)
    return value


def _day(day: date | None, text: str) -> CellValue:
    if day is None:
        return text
    return day if day >= FIRST_DAY else format_date(day)

"""Which records a list shows and in what order: filters, Vietnamese order of names, search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from forms.dossier.roster import Roster, Subject
from forms.model.issue import Issue, Severity
from forms.model.record import RecordType
from forms.model.text import name_key, syllable_key
from tui import texts

IssuesOf = Callable[[str], Sequence[Issue]]


class Order(StrEnum):
    """The orders of a list."""

    NAME = "name"
    CLASS = "class"
    ENTRY = "entry"


class Filter(NamedTuple):
    """A part of the records, by a key that lasts from one content to the next."""

    key: str
    label: str
    holds: Callable[[Subject], bool]


ALL = Filter("", texts.SHOW_ALL, lambda subject: True)


def filters(record: RecordType, roster: Roster, issues_of: IssuesOf) -> list[Filter]:
    """The parts that a list of *record* offers."""
    found = [ALL]
    if "class_code" in record.field_by_key:
        found += [_in_class(group) for group in roster.classes if group.get("code")]

    def some(test: Callable[[Issue], bool]) -> Callable[[Subject], bool]:
        return lambda subject: any(test(issue) for issue in issues_of(subject.place))

    found += [
        Filter("missing", texts.SHOW_MISSING, some(lambda issue: issue.is_missing)),
        Filter("errors", texts.SHOW_ERRORS, some(lambda issue: issue.severity is Severity.ERROR)),
        Filter("warnings", texts.SHOW_WARNINGS, some(lambda issue: issue.severity is Severity.WARNING)),
    ]
    if "status" in record.field_by_key:
        found.append(Filter("left", texts.SHOW_LEFT, lambda subject: not subject.get("counted")))
    return found


def _in_class(group: Subject) -> Filter:
    code = group.get("code")
    label = texts.SHOW_CLASS.format(code=code, name=group.name)
    return Filter(f"class {code}", label, lambda subject: subject.get("class_code") == code)


def orders(record: RecordType) -> tuple[Order, ...]:
    """The orders that make sense for a list; it begins with the first. People are looked for by name."""
    if "class_code" in record.field_by_key:
        return Order.NAME, Order.CLASS, Order.ENTRY
    return (Order.NAME, Order.ENTRY) if "birth_date" in record.field_by_key else (Order.ENTRY, Order.NAME)


@lru_cache(4)
def in_order(subjects: tuple[Subject, ...], order: Order) -> tuple[Subject, ...]:
    """The records by given name, by class and then name, or as they were entered."""
    if order is Order.ENTRY:
        return subjects
    if order is Order.NAME:
        return tuple(sorted(subjects, key=_by_name))
    return tuple(sorted(subjects, key=lambda subject: (_class_key(subject), _by_name(subject))))


def _class_key(subject: Subject) -> object:
    code = str(subject.record.get("class_code", ""))
    return [syllable_key(word) for word in code.split()]


def _by_name(subject: Subject) -> tuple[object, str, str]:
    """Given name, middle names, family name; then birth date, then ref."""
    return name_key(subject.name), str(subject.record.get("birth_date", "")), subject.place

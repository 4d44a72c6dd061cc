"""The records as derivation and check see them: values that parse, computed fields, virtual fields.

``Subject`` answers the paths of conditions (``sex``, ``class.full_day``, ``facility.kind``,
``age_months``). Meanings: derivation §1-§2, virtual fields of the tables and rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple

from forms.model.record import RecordType
from forms.model.values import Parsed, Record, Typed, parse
from forms.sets.mn2019.catalogues import catalogue
from forms.sets.mn2019.records import CHILD, CLASS, FACILITY, RECORD_BY_KEY, STAFF

NO_MINORITY = ("01", "55")
"""Kinh and Người nước ngoài (derivation §3)."""

COUNTED_CHILD = ("01", "02", "03", "06", "07", "10")
COUNTED_STAFF = ("01", "07")
"""Statuses that count on 30/9 (derivation §2)."""

REFERENCE_MONTH, REFERENCE_DAY = 9, 30


class SchoolYear(NamedTuple):
    """A school year by its starting year; figures are of 30/9 of that year."""

    start: int

    @classmethod
    def parse(cls, text: str) -> SchoolYear | None:
        """``2019-2020``; None when the two years do not follow each other."""
        first, _, second = text.partition("-")
        if not (text.isascii() and len(text) == 9 and first.isdigit() and second.isdigit()):
            return None
        start = int(first)
        return cls(start) if start >= 1900 and int(second) == start + 1 else None

    @property
    def reference_date(self) -> date:
        """The day the figures are of."""
        return date(self.start, REFERENCE_MONTH, REFERENCE_DAY)

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}"


class Subject:
    """One record: *record* as stored, *place* such as ``children/c0003``, *number* its place in entry order."""

    def __init__(
        self, record_type: RecordType, place: str, number: int, record: Record, year: SchoolYear
    ) -> None:
        self.type = record_type
        self.place = place
        self.number = number
        self.record = record
        self.year = year
        self.children: list[Subject] = []
        """The counted children of a class."""
        self.class_count = 0
        """Of the facility: the number of its classes."""
        self._values: dict[str, Any] = {}
        self._links: dict[str, Subject] = {}

    def get(self, path: str) -> Any:
        """The value behind *path*, None when it is empty, does not parse or is no code of its list."""
        found = self._values.get(path, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._values[path] = self._find(path)
        return found

    def entered(self, path: str) -> Any:
        """The stored value, as the conditions of mandatory fields see it: what does not parse is there, equal to nothing."""
        value = self.record.get(path)
        return value if value is None or self.get(path) is not None else Typed(str(value))

    def _find(self, path: str) -> Any:
        computed = _COMPUTED.get((self.type.key, path))
        if computed is not None:
            return computed(self)
        field = self.type.field_by_key.get(path)
        if field is None:
            owner, _, rest = path.partition(".")
            related = self.related(owner) if rest else None
            return related.get(rest) if related else None
        return parse(field, self.record.get(path), self.get)

    def related(self, owner: str) -> Subject | None:
        """The facility, or the class of a child."""
        return self._links.get(owner)

    @property
    def name(self) -> str:
        """The name as messages give it; «thứ n» when it is empty (the facility: «chưa có tên»)."""
        name = self.record.get("name")
        text = name.text if isinstance(name, Typed) else str(name or "")
        if text:
            return text
        return "chưa có tên" if self.type is FACILITY else f"thứ {self.number}"


_UNKNOWN = object()


def _minority(subject: Subject) -> bool | None:
    ethnicity = subject.get("ethnicity")
    return None if ethnicity is None else ethnicity not in NO_MINORITY


def _age_months(child: Subject) -> int | None:
    born: date | None = child.get("birth_date")
    if born is None:
        return None
    months = (child.year.start - born.year) * 12 + REFERENCE_MONTH - born.month
    return months - 1 if born.day > REFERENCE_DAY else months


def _age_years(child: Subject) -> int | None:
    born: date | None = child.get("birth_date")
    return None if born is None else child.year.start - born.year


def _age(person: Subject) -> int | None:
    born: date | None = person.get("birth_date")
    if born is None:
        return None
    passed = (born.month, born.day) <= (REFERENCE_MONTH, REFERENCE_DAY)
    return person.year.start - born.year - (0 if passed else 1)


def _training_level(person: Subject) -> str | None:
    qualification = person.get("qualification")
    if qualification is None:
        return None
    level: str = catalogue("qualifications").by_code[qualification].attributes["training_level"]
    return level


def _rank_number(person: Subject) -> Parsed:
    rank = person.get("rank")
    number: str | None = catalogue("ranks").by_code[rank].attributes.get("rank_number") if rank else None
    return number


def _mixed(group: Subject) -> bool | None:
    ages = group.get("mixed_ages")
    return None if ages is None else ages != "0"


def _disabled(group: Subject) -> Counter[str]:
    return Counter(child.get("disability") for child in group.children if child.get("disability"))


def _counted_always(_subject: Subject) -> bool:
    return True


def _status_in(*statuses: str) -> Callable[[Subject], bool]:
    return lambda subject: subject.get("status") in statuses


_Computed = dict[tuple[str, str], Callable[[Subject], Any]]

_FROM_RECORD: _Computed = {
    ("facility", "counted"): _counted_always,
    ("class", "counted"): _counted_always,
    ("class", "mixed"): _mixed,
    ("child", "counted"): _status_in(*COUNTED_CHILD),
    ("child", "age_months"): _age_months,
    ("child", "age_years"): _age_years,
    ("child", "is_minority"): _minority,
    ("staff", "counted"): _status_in(*COUNTED_STAFF),
    ("staff", "is_minority"): _minority,
    ("staff", "age"): _age,
    ("staff", "training_level"): _training_level,
    ("staff", "rank_number"): _rank_number,
}
_FROM_CLASS: _Computed = {
    ("child", "division"): lambda child: child.get("class.division"),
    ("child", "full_day"): lambda child: child.get("class.full_day"),
}
_FROM_LISTS: _Computed = {
    ("facility", "class_count"): lambda facility: facility.class_count,
    ("class", "has_disabled"): lambda group: bool(_disabled(group)),
    ("class", "size"): lambda group: len(group.children),
    ("class", "disabled_children"): lambda group: _disabled(group).total(),
    ("class", "same_disability_max"): lambda group: max(_disabled(group).values(), default=0),
}
_COMPUTED = _FROM_RECORD | _FROM_CLASS | _FROM_LISTS


class Reach(Enum):
    """How far one has to look for a value: the record alone, its class, the profile, or whole lists."""

    RECORD = auto()
    CLASS = auto()
    FACILITY = auto()
    LISTS = auto()


@cache
def reach(record: str, path: str) -> Reach:
    """How far one has to look for the value at *path* of a record of that type."""
    if (record, path) in _FROM_LISTS:
        return Reach.LISTS
    owner, dot, rest = path.partition(".")
    if dot:
        beyond = reach(owner, rest)
        return beyond if beyond is not Reach.RECORD else _LINKS.get(owner, Reach.RECORD)
    return Reach.CLASS if (record, path) in _FROM_CLASS else Reach.RECORD


_LINKS = {CLASS.key: Reach.CLASS, FACILITY.key: Reach.FACILITY}


class Roster:
    """The facility and its lists, linked: each child to its class, everyone to the facility.

    *lists* is place (``children``) → ref → record, in entry order.
    """

    def __init__(
        self,
        year: SchoolYear,
        facility: Record,
        lists: Mapping[str, Mapping[str, Record]],
    ) -> None:
        self.year = year
        self.facility = Subject(FACILITY, FACILITY.place, 1, facility, year)
        self.classes = self._subjects(CLASS, lists)
        self.children = self._subjects(CHILD, lists)
        self.staff = self._subjects(STAFF, lists)
        self.facility.class_count = len(self.classes)
        self._link_children()

    def _link_children(self) -> None:
        """A child belongs to the first class of its code; classes that share a code (E41) each count it."""
        groups: dict[str, list[Subject]] = {}
        for group in self.classes:
            if code := group.get("code"):
                groups.setdefault(code, []).append(group)
        for child in self.children:
            own = groups.get(child.get("class_code"), ())
            if own:
                child._links["class"] = own[0]
            if child.get("counted"):
                for group in own:
                    group.children.append(child)

    def _subjects(
        self, record_type: RecordType, lists: Mapping[str, Mapping[str, Record]]
    ) -> tuple[Subject, ...]:
        found = []
        for number, (ref, record) in enumerate(lists.get(record_type.place, {}).items(), 1):
            subject = Subject(record_type, f"{record_type.place}/{ref}", number, record, self.year)
            subject._links["facility"] = self.facility
            found.append(subject)
        return tuple(found)

    def stranger(self, record_type: RecordType, place: str, number: int, record: Record) -> Subject:
        """A record that is in no list: linked like the others, counted by nobody."""
        subject = Subject(record_type, place, number, record, self.year)
        subject._links["facility"] = self.facility
        if record_type is CHILD and (code := subject.get("class_code")):
            own = next((group for group in self.classes if group.get("code") == code), None)
            if own:
                subject._links["class"] = own
        return subject

    def of(self, record: str) -> tuple[Subject, ...]:
        """The subjects of a record type, by its key."""
        if record == FACILITY.key:
            return (self.facility,)
        return {CLASS.key: self.classes, CHILD.key: self.children, STAFF.key: self.staff}[record]

    def counted(self, record: str) -> tuple[Subject, ...]:
        """Those that count on 30/9 (derivation §2)."""
        return tuple(subject for subject in self.of(record) if subject.get("counted"))

    def everyone(self) -> Iterable[Subject]:
        """All records in the order of a report of issues: facility, classes, children, staff."""
        for record in RECORD_BY_KEY:
            yield from self.of(record)

    @property
    def is_empty(self) -> bool:
        """Whether there is no class, no child and no member of staff."""
        return not (self.classes or self.children or self.staff)

"""The records as derivation and check see them: values that parse, computed fields, virtual fields.

``Subject`` answers the paths of conditions (``sex``, ``class.full_day``, ``facility.kind``,
``age_months``). Meanings: derivation §1-§2, virtual fields of the tables and rules.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Any, NamedTuple

from forms.dossier import dossier_words
from forms.model.record import RecordType
from forms.model.values import Record, Typed, absence_of, parse
from forms.sets import form_of, newest
from forms.sets.form_set import FormSet, Membership, Reach


class SchoolYear(NamedTuple):
    """A school year by its starting year."""

    start: int

    @classmethod
    def parse(cls, text: str) -> "SchoolYear | None":
        """``2019-2020``; None when the two years do not follow each other."""
        first, _, second = text.partition("-")
        if not (text.isascii() and len(text) == 9 and first.isdigit() and second.isdigit()):
            return None
        start = int(first)
        return cls(start) if start >= 1900 and int(second) == start + 1 else None

    @property
    def form(self) -> FormSet:
        """The official form in force in it."""
        return form_of(self.start)

    @property
    def reference_date(self) -> date:
        """The day the figures are of."""
        return self.form.reference_date(self.start)

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}"


def form_of_report(year: SchoolYear | None) -> FormSet:
    """The form of a report of *year*; the newest where a file does not tell its school year."""
    return newest() if year is None else year.form


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
        self.form = year.form
        self.members: list[Subject] = []
        """The counted records that belong to it: the children of a class, the classes of the facility."""
        self._values: dict[str, Any] = {}
        self._links: dict[str, Subject] = {}

    def get(self, path: str) -> Any:
        """The value behind *path*, None when it is empty, does not parse or is no code of its list."""
        value = self._values.get(path, _UNKNOWN)
        if value is _UNKNOWN:
            value = self._values[path] = self._find(path)
        return value

    def entered(self, path: str) -> Any:
        """The stored value, as the conditions of mandatory fields see it: what does not parse is there, equal to nothing; an absence is not."""
        value = self.record.get(path)
        if value is None or absence_of(value):
            return None
        return value if self.get(path) is not None else Typed(str(value))

    def _find(self, path: str) -> Any:
        field = self.type.field_by_key.get(path)
        if field is not None and not field.computed:
            value = self.record.get(path)
            return None if value is None else parse(field, value, self.get)
        computed = self.form.computed.get((self.type.key, path))
        if computed is not None:
            return computed(self)
        owner, _, rest = path.partition(".")
        related = self.related(owner) if rest else None
        return related.get(rest) if related else None

    @property
    def reference_date(self) -> date:
        """The day that the figures of its report are of."""
        return self.year.reference_date

    def related(self, owner: str) -> "Subject | None":
        """The facility, or the class of a child."""
        return self._links.get(owner)

    @property
    def name(self) -> str:
        """The name as messages give it; «thứ n» when it is empty (the facility: «chưa có tên»)."""
        name = self.record.get("name")
        text = name.text if isinstance(name, Typed) else str(name or "")
        if text:
            return text
        return dossier_words.NO_NAME if self.type.single else dossier_words.NTH.format(number=self.number)


_UNKNOWN = object()


@cache
def reach(form: FormSet, record: str, path: str) -> Reach:
    """How far one has to look for the value at *path* of a record of that type."""
    if far := form.computed_beyond.get((record, path)):
        return far
    owner, dot, rest = path.partition(".")
    if not dot:
        return Reach.RECORD
    beyond = reach(form, owner, rest)
    if beyond is not Reach.RECORD or owner not in form.record_by_key:
        return beyond
    return Reach.FACILITY if owner == form.facility.key else Reach.CLASS


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
        self.form = year.form
        profile = self.form.facility
        self.facility = Subject(profile, profile.place, 1, facility, year)
        self._by_type = {record.key: self._subjects(record, lists) for record in self.form.lists}
        self._by_type[profile.key] = (self.facility,)
        for membership in self.form.membership:
            self._link(membership)

    def _link(self, membership: Membership) -> None:
        """A child belongs to the first class of its code; classes that share a code (E41) each count it."""
        if membership.field is None:
            self.of(membership.owner)[0].members.extend(self.of(membership.member))
            return
        owners: dict[str, list[Subject]] = {}
        for owner in self.of(membership.owner):
            if code := owner.get("code"):
                owners.setdefault(code, []).append(owner)
        for member in self.of(membership.member):
            own = owners.get(member.get(membership.field), ())
            if own:
                member._links[membership.owner] = own[0]
            if member.get("counted"):
                for owner in own:
                    owner.members.append(member)

    def _subjects(
        self, record_type: RecordType, lists: Mapping[str, Mapping[str, Record]]
    ) -> tuple[Subject, ...]:
        subjects = []
        for number, (ref, record) in enumerate(lists.get(record_type.place, {}).items(), 1):
            subject = Subject(record_type, f"{record_type.place}/{ref}", number, record, self.year)
            subject._links[self.facility.type.key] = self.facility
            subjects.append(subject)
        return tuple(subjects)

    def stranger(self, record_type: RecordType, place: str, number: int, record: Record) -> Subject:
        """A record that is in no list: linked like the others, counted by nobody."""
        subject = Subject(record_type, place, number, record, self.year)
        subject._links[self.facility.type.key] = self.facility
        for membership in self.form.membership:
            if membership.member != record_type.key or membership.field is None:
                continue
            if code := subject.get(membership.field):
                owners = self.of(membership.owner)
                own = next((owner for owner in owners if owner.get("code") == code), None)
                if own:
                    subject._links[membership.owner] = own
        return subject

    def of(self, record: str) -> tuple[Subject, ...]:
        """The subjects of a record type, by its key."""
        return self._by_type[record]

    @property
    def classes(self) -> tuple[Subject, ...]:
        """The groups and classes."""
        return self.of("class")

    @property
    def children(self) -> tuple[Subject, ...]:
        """The children."""
        return self.of("child")

    @property
    def staff(self) -> tuple[Subject, ...]:
        """The people who work there."""
        return self.of("staff")

    @cached_property
    def own_block(self) -> str | None:
        """The block of the facility's ownership; None when it is empty or has no column."""
        return self.form.own_block(self.facility.get("ownership"))

    def counted(self, record: str) -> tuple[Subject, ...]:
        """Those that count on 30/9 (derivation §2)."""
        return tuple(subject for subject in self.of(record) if subject.get("counted"))

    def everyone(self) -> Iterable[Subject]:
        """All records in the order of a report of issues: facility, classes, children, staff."""
        for record in self.form.records:
            yield from self.of(record.key)

    @property
    def is_empty(self) -> bool:
        """Whether there is no class, no child and no member of staff."""
        return not any(self.of(record.key) for record in self.form.lists)

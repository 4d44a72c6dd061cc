"""The records as derivation and check see them: values that parse, computed fields, virtual fields.

``Subject`` answers the paths of conditions (``sex``, ``class.full_day``, ``facility.kind``,
``age_months``). Meanings: derivation §1-§2, virtual fields of the tables and rules.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import compress, count, islice
from operator import is_not
from typing import Any, NamedTuple
from weakref import ref

from forms.dossier import dossier_words
from forms.dossier.value_columns import Columns
from forms.model.record import FieldRole, RecordType
from forms.model.values import Record, Typed, absence_of, parse
from forms.sets.form_set import FormSet, Reach


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

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}"


class Subject:
    """One record: *record* as stored, *place* such as ``children/c0003``, *number* its place in entry order."""

    def __init__(
        self,
        record_type: RecordType,
        place: str,
        number: int,
        record: Record,
        year: SchoolYear,
        form: FormSet,
    ) -> None:
        self.type = record_type
        self.place = place
        self.number = number
        self.record = record
        self.year = year
        self.form = form
        self.members: list[Subject] = []
        """The counted records that belong to it: the children of a class, the classes of the facility.

        Those of the facility are asked for nothing that follows from members of their own.
        """
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
        return self.form.reference_date(self.year.start)

    def related(self, owner: str) -> "Subject | None":
        """The facility, or the class of a child."""
        return self._links.get(owner)

    def but(self, record: Record) -> "Subject":
        """*record* in its place, of the same facility, to be linked to a class and to get members."""
        subject = Subject(self.type, self.place, self.number, record, self.year, self.form)
        facility = self.form.facility.key
        subject._links[facility] = self._links[facility]
        return subject

    @property
    def ref(self) -> str:
        """What names it in its list."""
        return self.place.partition("/")[2]

    def stands_alike(self, other: "Subject") -> bool:
        """Whether *other* has the same record, class and facility, so that it answers alike as far as those reach."""
        links, others = self._links, other._links
        return (
            self.record is other.record
            and links.keys() == others.keys()
            and all(link.record is others[owner].record for owner, link in links.items())
        )

    def told(self, role: FieldRole) -> Any:
        """The value that tells it; None where it is empty or does not parse, or no field tells it."""
        field = self.type.field_by_role.get(role)
        return None if field is None else self.get(field.key)

    @property
    def name(self) -> str:
        """The name as messages give it; «thứ n» when it is empty (the facility: «chưa có tên»)."""
        name = self.record.get("name")
        text = name.text if isinstance(name, Typed) else str(name or "")
        if text:
            return text
        return dossier_words.NO_NAME if self.type.single else dossier_words.NTH.format(number=self.number)


_UNKNOWN = object()
_NO_RECORDS: Mapping[str, Record] = {}


def _by_value(values: Sequence[Any]) -> dict[str, list[int]]:
    """Value → the places of those that have it."""
    having: dict[str, list[int]] = {}
    for place, value in enumerate(values):
        if value:
            having.setdefault(value, []).append(place)
    return having


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

    *lists* is place (``children``) → ref → record, in entry order. From an earlier roster, *before*, of the same year
    every subject is taken over that answers as it did then: a subject that is the same object has the same record,
    the same links and the same members. *edited*: place and ref of the records of lists that are others than there, where
    no list has got or lost one; None when that is not known.
    """

    def __init__(
        self,
        form: FormSet,
        year: SchoolYear,
        facility: Record,
        lists: Mapping[str, Mapping[str, Record]],
        before: "Roster | None" = None,
        edited: frozenset[tuple[str, ...]] | None = None,
    ) -> None:
        self.year = year
        self.form = form
        self._lists = lists
        self._members: dict[str, dict[str, tuple[int, ...]]] = {}
        """Key of a record type → code in the field that names its owner → which of its records have it."""
        self._owners: dict[str, dict[str, list[int]]] = {}
        """Key of a record type that owns others → code → which of its records have it."""
        self._columns: dict[str, Columns] = {}
        """Key of a record type → its columns, once they were asked for."""
        self._places: dict[str, dict[str, int]] = {}
        """Place of a list → ref → which of its records that is, once it was asked."""
        self._before: Callable[[], Roster | None] = lambda: None
        """The roster that subjects were taken over from, while somebody has it."""
        self._changed: dict[str, set[int]] = {}
        """Key of a record type → where its subjects are others than there."""
        if before is not None and self._follows(before, facility, edited):
            self._take_over(before, edited)
        else:
            self._link_all(facility)

    def _link_all(self, facility: Record) -> None:
        profile = self.form.facility
        self.facility = Subject(profile, profile.place, 1, facility, self.year, self.form)
        subjects = {record.key: self._subjects(record) for record in self.form.lists}
        self._by_type = {key: tuple(of_type) for key, of_type in subjects.items()}
        self._by_type[profile.key] = (self.facility,)
        for owner in set(self.form.owner_of.values()):
            self._owners[owner] = _by_value(self.columns(owner).values("code"))
        for member in self.form.owner_of:
            by_code = _by_value(self.columns(member).values(self._naming(member)))
            self._members[member] = {code: tuple(having) for code, having in by_code.items()}
            for code in by_code:
                self._link(member, code, subjects)
            counted = self.columns(member).values("counted")
            for code in by_code:
                self._gather(member, code, subjects, counted.__getitem__)
        for membership in self.form.membership:
            if membership.field is None:
                self.of(membership.owner)[0].members.extend(self.of(membership.member))

    def _follows(self, before: "Roster", facility: Record, edited: frozenset[tuple[str, ...]] | None) -> bool:
        """Whether profile and owners are those of *before*, and no record of another list is gone or has changed its place."""
        if before.year != self.year or before.facility.record is not facility:
            return False
        owners = self.form.owner_of.values()
        for record in self.form.lists:
            was, now = before._list(record), self._list(record)
            if was is now:
                continue
            if record.key in owners:
                return False
            if edited is None and (len(now) < len(was) or [*was] != [*islice(now, len(was))]):
                return False
        return True

    def _take_over(self, before: "Roster", edited: frozenset[tuple[str, ...]] | None) -> None:
        self.facility = before.facility
        self._owners = before._owners
        self._members = dict(before._members)
        self._by_type = dict(before._by_type)
        self._places = {
            place: known
            for place, known in before._places.items()
            if len(known) == len(self._lists.get(place, _NO_RECORDS))
        }
        self._before = ref(before)
        for record in self.form.lists:
            was, now = before._list(record), self._list(record)
            if was is now:
                continue
            if edited is None:
                changed = [*compress(count(), map(is_not, now.values(), was.values()))]
            else:
                places = self._places_in(record)
                changed = sorted(places[named] for listed, named in edited if listed == record.place)
            subjects = [*before.of(record.key)]
            for place in changed:
                subjects[place] = subjects[place].but(now[subjects[place].ref])
            if len(now) > len(was):
                added = enumerate(islice(now.items(), len(was), None), len(was) + 1)
                subjects += [self._subject(record, number, *one) for number, one in added]
                changed += range(len(was), len(now))
            self._changed[record.key] = set(changed)
            if owner := self.form.owner_of.get(record.key):
                owners = [*before.of(owner)]
                self._move(record.key, changed, before.of(record.key), {record.key: subjects, owner: owners})
                self._by_type[owner] = tuple(owners)
            self._by_type[record.key] = tuple(subjects)

    def _move(
        self,
        member: str,
        changed: Sequence[int],
        was: Sequence[Subject],
        subjects: Mapping[str, list[Subject]],
    ) -> None:
        """Link the *changed* records anew, and all that belong to the owners that they had or have."""
        field, owner = self._naming(member), self.form.owner_of[member]
        by_code = self._members[member] = dict(self._members[member])
        now, owners = subjects[member], subjects[owner]
        gone: dict[str, set[int]] = {}
        come: dict[str, set[int]] = {}
        for place in changed:
            if place < len(was) and (code := was[place].get(field)):
                gone.setdefault(code, set()).add(place)
            if code := now[place].get(field):
                come.setdefault(code, set()).add(place)
        for code in gone.keys() | come.keys():
            others = set(by_code.get(code, ())) - gone.get(code, set())
            by_code[code] = tuple(sorted(others | come.get(code, set())))
            own = self._owners[owner].get(code, ())
            for place in own:
                owners[place] = owners[place].but(owners[place].record)
            for place in by_code[code] if own else ():
                now[place] = now[place].but(now[place].record)
            self._changed.setdefault(owner, set()).update(own)
            self._changed[member].update(by_code[code] if own else ())
            self._link(member, code, subjects)
            self._gather(member, code, subjects, lambda place: now[place].get("counted"))

    def _link(self, member: str, code: str, subjects: Mapping[str, Sequence[Subject]]) -> None:
        """A child belongs to the first class of its code."""
        owner = self.form.owner_of[member]
        if own := self._owners[owner].get(code):
            for place in self._members[member][code]:
                subjects[member][place]._links[owner] = subjects[owner][own[0]]

    def _gather(
        self,
        member: str,
        code: str,
        subjects: Mapping[str, Sequence[Subject]],
        counts: Callable[[int], bool],
    ) -> None:
        """Classes that share a code (E41) each count its children that count."""
        owner = self.form.owner_of[member]
        own = self._owners[owner].get(code, ())
        counted = (
            [subjects[member][place] for place in self._members[member][code] if counts(place)] if own else []
        )
        for place in own:
            subjects[owner][place].members.extend(counted)

    def _naming(self, member: str) -> str:
        """The field in which records of that type name their owner."""
        field = self.form.owner_field(self.form.record_by_key[member])
        assert field is not None
        return field.key

    def _list(self, record: RecordType) -> Mapping[str, Record]:
        return self._lists.get(record.place, _NO_RECORDS)

    def _subjects(self, record_type: RecordType) -> list[Subject]:
        listed = enumerate(self._list(record_type).items(), 1)
        return [self._subject(record_type, number, named, record) for number, (named, record) in listed]

    def _subject(self, record_type: RecordType, number: int, named: str, record: Record) -> Subject:
        subject = Subject(record_type, f"{record_type.place}/{named}", number, record, self.year, self.form)
        subject._links[self.facility.type.key] = self.facility
        return subject

    def has(self, facility: Record, lists: Mapping[str, Mapping[str, Record]]) -> bool:
        """Whether it is made of these very records."""
        return facility is self.facility.record and all(
            lists.get(record.place, _NO_RECORDS) is self._list(record) for record in self.form.lists
        )

    def stranger(self, record_type: RecordType, place: str, number: int, record: Record) -> Subject:
        """A record that is in no list: linked like the others, counted by nobody."""
        subject = Subject(record_type, place, number, record, self.year, self.form)
        subject._links[self.facility.type.key] = self.facility
        if owner := self.form.owner_of.get(record_type.key):
            own = self._owners[owner].get(subject.get(self._naming(record_type.key)), ())
            if own:
                subject._links[owner] = self.of(owner)[own[0]]
        return subject

    def of(self, record: str) -> tuple[Subject, ...]:
        """The subjects of a record type, by its key; none of one that the form does not have."""
        return self._by_type.get(record, ())

    def columns(self, record: str) -> Columns:
        """Those of a record type, by its key, column by column."""
        columns = self._columns.get(record)
        if columns is None:
            columns = self._columns[record] = Columns(self.of(record))
        return columns

    def changed(self, record: str, earlier: "Roster | None") -> list[int]:
        """Where the subjects of a type are others than in the *earlier* roster, what is only in one of them included."""
        now, before = self.of(record), () if earlier is None else earlier.of(record)
        if now is before:
            return []
        if earlier is not None and earlier is self._before():
            return sorted(self._changed.get(record, ()))
        others = compress(count(), map(is_not, now, before))
        return [*others, *range(min(len(now), len(before)), max(len(now), len(before)))]

    def _places_in(self, record: RecordType) -> Mapping[str, int]:
        places = self._places.get(record.place)
        if places is None:
            places = self._places[record.place] = dict(zip(self._list(record), count(), strict=False))
        return places

    def at(self, place: str) -> Subject | None:
        """The record at a place such as ``children/c0003``; None where there is none."""
        listed, _, named = place.partition("/")
        record = self.form.record_by_place.get(listed)
        if record is None:
            return None
        if record.single:
            return self.facility if place == record.place else None
        at = self._places_in(record).get(named)
        return None if at is None else self.of(record.key)[at]

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

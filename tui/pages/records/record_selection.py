"""Which records a list shows and in what order: filters, Vietnamese order of names, search; which ones are marked."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from forms.dossier.roster import Roster, Subject
from forms.model.declared import StrEnum
from forms.model.issue import Issue, Severity
from forms.model.record import FieldRole, RecordType
from forms.model.text import Finder, name_key, syllable_key
from forms.sets.form_set import FormSet
from tui.desk.page import Page
from tui.desk.shown_report import ShownReport
from tui.texts.records import list_words

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


ALL = Filter("", list_words.SHOW_ALL, lambda subject: True)


def filters(record: RecordType, roster: Roster, issues_of: IssuesOf) -> list[Filter]:
    """The parts that a list of *record* offers."""
    parts = [ALL]
    owner = roster.form.owner_field(record)
    if owner is not None:
        groups = roster.of(roster.form.owner_of[record.key])
        parts += [_in_group(group, owner.key) for group in groups if group.get("code")]

    def some(test: Callable[[Issue], bool]) -> Callable[[Subject], bool]:
        return lambda subject: any(test(issue) for issue in issues_of(subject.place))

    parts += [
        Filter("missing", list_words.SHOW_MISSING, some(lambda issue: issue.is_missing)),
        Filter("errors", list_words.SHOW_ERRORS, some(lambda issue: issue.severity is Severity.ERROR)),
        Filter("warnings", list_words.SHOW_WARNINGS, some(lambda issue: issue.severity is Severity.WARNING)),
    ]
    if FieldRole.STATUS in record.field_by_role:
        parts.append(Filter("left", list_words.SHOW_LEFT, lambda subject: not subject.get("counted")))
    return parts


def _in_group(group: Subject, named_in: str) -> Filter:
    code = group.get("code")
    called = group.type.called
    owner = called[:1].upper() + called[1:]
    label = list_words.SHOW_CLASS.format(owner=owner, code=code, name=group.name)
    return Filter(f"class {code}", label, lambda subject: subject.get(named_in) == code)


def orders(record: RecordType, form: FormSet) -> tuple[Order, ...]:
    """The orders that make sense for a list; it begins with the first. People are looked for by name."""
    if form.owner_field(record) is not None:
        return Order.NAME, Order.CLASS, Order.ENTRY
    return (Order.NAME, Order.ENTRY) if FieldRole.BORN in record.field_by_role else (Order.ENTRY, Order.NAME)


@lru_cache(4)
def in_order(subjects: tuple[Subject, ...], order: Order) -> tuple[Subject, ...]:
    """The records by given name, by class and then name, or as they were entered."""
    if order is Order.ENTRY:
        return subjects
    if order is Order.NAME:
        return tuple(sorted(subjects, key=_by_name))
    return tuple(sorted(subjects, key=lambda subject: (_class_key(subject), _by_name(subject))))


def _class_key(subject: Subject) -> object:
    field = subject.form.owner_field(subject.type)
    code = str(subject.record.get(field.key, "")) if field else ""
    return [syllable_key(word) for word in code.split()]


def _by_name(subject: Subject) -> tuple[object, str, str]:
    """Given name, middle names, family name; then birth date, then ref."""
    return name_key(subject.name), str(subject.type.told(subject.record, FieldRole.BORN) or ""), subject.place


class Shown(NamedTuple):
    """What a list shows: a part, in an order, narrowed by what was typed."""

    part: str = ALL.key
    order: Order = Order.ENTRY
    query: str = ""


class Selection:
    """The records of a list of *page*: which are shown, which are marked. *every* gives all of them."""

    def __init__(
        self, page: Page[ShownReport], record: RecordType, every: Callable[[], tuple[Subject, ...]]
    ) -> None:
        self._page = page
        self._every = every
        self.record = record
        self.shown = Shown(order=orders(record, page.work.content.form)[0])
        self.marked: frozenset[str] = frozenset()
        """The places of the records that were marked."""

    @property
    def everyone(self) -> tuple[Subject, ...]:
        """The records, before filter and search."""
        return self._page.once("everyone", None, self._every)

    @property
    def filters(self) -> list[Filter]:
        """The parts that can be shown."""
        work = self._page.work
        return filters(self.record, work.content.roster, work.issues_of)

    @property
    def subjects(self) -> Sequence[Subject]:
        """The records shown."""
        return self._page.once("subjects", self.shown, self._subjects)

    def _subjects(self) -> Sequence[Subject]:
        part, order, query = self.shown
        ordered = self._page.once("ordered", (part, order), lambda: self._ordered(part, order))
        if not query:
            return ordered
        return [ordered[place] for place in _finder(ordered).find(query)]

    def _ordered(self, part: str, order: Order) -> tuple[Subject, ...]:
        chosen = next((one for one in self.filters if one.key == part), ALL) if part else ALL
        if chosen is ALL:
            return in_order(self.everyone, order)
        return in_order(tuple(subject for subject in self.everyone if chosen.holds(subject)), order)

    def mark(self, subjects: Sequence[Subject]) -> None:
        """Mark them as well."""
        self.marked |= {subject.place for subject in subjects}

    def unmark(self) -> None:
        """No record is marked any more."""
        self.marked = frozenset()

    def turn_mark(self, subject: Subject) -> None:
        """Mark a record, or take its mark away."""
        self.marked ^= {subject.place}

    @property
    def marked_subjects(self) -> list[Subject]:
        """The records that are marked, in entry order."""
        return [subject for subject in self.everyone if subject.place in self.marked]


@lru_cache(4)
def _finder(subjects: tuple[Subject, ...]) -> Finder:
    return Finder(map(_search_text, subjects))


def _search_text(subject: Subject) -> str:
    record = subject.record
    return " ".join(
        str(record[key]) for key in subject.type.search_fields if isinstance(record.get(key), str)
    )

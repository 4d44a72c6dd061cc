"""What the preview of the next school year shows, row by row: what is copied, the classes, who leaves, who comes along."""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear, Subject
from forms.model.declared import StrEnum
from forms.model.issue import Severity
from forms.report.roll_forward import Roll
from forms.report.succession.other_set import carried_over
from tui.desk.field_value import field_value
from tui.desk.page import Message
from tui.texts import rolling_words

LOOK_AT = "?"


def ref_of(subject: Subject) -> str:
    """The ref of a record."""
    return subject.place.partition("/")[2]


class Section(StrEnum):
    """The parts below the headline, in order."""

    CLASSES = "classes"
    LEAVING = "leaving"
    COMING = "coming"
    GONE = "gone"
    STAFF = "staff"


class Row(NamedTuple):
    """A row: what becomes of it, its name, more about it. Without a record it is a line of the headline or a heading."""

    text: str
    detail: str = ""
    state: str = ""
    section: Section | None = None
    subject: Subject | None = None
    remarks: tuple[Message, ...] = ()

    @property
    def ref(self) -> str:
        """The ref of its record."""
        return ref_of(self.subject) if self.subject else ""

    @property
    def sign(self) -> str:
        """The sign of what wants a look."""
        return LOOK_AT if any(severity for severity, _ in self.remarks) else ""


def rows_of(content: Content, rolled: Roll, width: int) -> list[Row]:
    """Every row; *width* cells are there for the details."""
    return [*_headline(content.year, rolled, width), *_Sections(content, rolled)]


def _headline(old: SchoolYear, rolled: Roll, width: int) -> Iterator[Row]:
    yield Row(rolling_words.ROLL_START.format(year=rolled.content.year), rolling_words.ROLL_START_KEYS)
    content, form = rolled.content, rolled.content.form
    words = form.rolling.words
    counts = {"counts": form.counted(content.counts), "profile": form.facility.title, **content.counts}
    lists, more = (part.format(**counts) for part in words.copied)
    yield Row(lists, more, rolling_words.ROLL_COPIED)
    state = rolling_words.ROLL_EMPTIED
    for what, fields in words.emptied.items():
        for line in textwrap.wrap(fields, width):
            yield Row(what, line, state)
            what = state = ""
    what = rolling_words.ROLL_NOT_COPIED_WHAT.format(old=old)
    yield Row(what, rolling_words.ROLL_NOT_COPIED_PARTS, rolling_words.ROLL_NOT_COPIED)
    begun = carried_over(rolled.content)
    if begun.content.form is not rolled.content.form:
        new, name = begun.content.form.code, begun.content.form.name
        text = rolling_words.ROLL_OTHER_SET.format(
            year=begun.content.year, new=new, name=name, old=rolled.content.form.name
        )
        state = rolling_words.ROLL_OTHER_SET_STATE
        for line in textwrap.wrap(text, width):
            yield Row("", line, state)
            state = ""
    for without in begun.without:
        state = rolling_words.ROLL_WITHOUT_STATE
        for line in textwrap.wrap(without, width):
            yield Row("", line, state)
            state = ""
    count = len({*rolled.misfits, *rolled.kept_facts})
    if count:
        what = words.to_look_at.format(count=count)
        yield Row(what, words.to_look_at_key, rolling_words.ROLL_TO_LOOK_AT)


class _Sections:
    """The rows of the sections. Who stays by choice keeps the place where the rules put them."""

    def __init__(self, content: Content, rolled: Roll) -> None:
        self._old = content.roster
        self._rolled = rolled
        self._by = rolling = content.form.rolling
        self._classes = {group.place: group for group in rolled.content.roster.of(rolling.classes)}
        self._people = tuple(dict.fromkeys((rolling.children, rolling.staff)))
        self._coming = {ref_of(someone) for key in self._people for someone in rolled.content.roster.of(key)}

    def __iter__(self) -> Iterator[Row]:
        pupils = self._old.counted(self._by.children)
        ruled_out = {*self._rolled.leaving, *self._rolled.kept}
        uncounted = [s for key in self._people for s in self._old.of(key) if not s.get("counted")]
        yield from self._section(Section.CLASSES, self._old.of(self._by.classes), self._class)
        leaving = [child for child in pupils if ref_of(child) in ruled_out]
        yield from self._section(Section.LEAVING, leaving, self._person)
        coming = [child for child in pupils if ref_of(child) not in ruled_out]
        yield from self._section(Section.COMING, coming, self._person)
        yield from self._section(Section.GONE, uncounted, self._person)
        yield from self._section(Section.STAFF, self._old.counted(self._by.staff), self._person)

    def _section(
        self, section: Section, subjects: Sequence[Subject], row: Callable[[Section, Subject], Row]
    ) -> Iterator[Row]:
        heading = rolling_words.ROLL_HEADING.format(
            title=self._by.words.sections[section], count=len(subjects)
        )
        yield Row(
            heading,
            rolling_words.ROLL_HINTS[section] if subjects else rolling_words.ROLL_NOBODY,
            section=section,
        )
        for subject in subjects:
            yield row(section, subject)

    def _class(self, section: Section, group: Subject) -> Row:
        after = self._classes[group.place]
        moved = self._rolled.moved.get(ref_of(group))
        if moved:
            ages = group.type.codes(self._by.age_group)
            age = rolling_words.ROLL_MOVED_UP.format(old=ages.name(moved[0]), new=ages.name(moved[1]))
        else:
            age = field_value(group, self._by.age_group) if self._by.age_group else ""
            age = age or self._by.words.no_age
            age = rolling_words.ROLL_SAME_AGE.format(age=age)
        detail = self._by.words.class_detail.format(age=age, count=len(after.members))
        remarks = tuple((None, text) for text in self._about_class(group, after))
        return Row(after.name, detail, field_value(group, "code"), section, group, remarks)

    def _about_class(self, group: Subject, after: Subject) -> Iterator[str]:
        if after.name != group.name:
            yield rolling_words.ROLL_OLD_NAME.format(name=group.name)
        for field in group.type.fields:
            if field.refers == self._by.staff and field.key in group.record and field.key not in after.record:
                yield self._by.words.no_head
        if self._by.mixed.holds(group.get):
            yield self._by.words.mixed
        elif self._by.oldest and group.get(self._by.age_group) == self._by.oldest:
            yield self._by.words.oldest

    def _person(self, section: Section, person: Subject) -> Row:
        comes = ref_of(person) in self._coming
        state = self._by.words.states[section][0 if comes else 1]
        gone = section is Section.GONE and bool(self._by.status)
        parts = [field_value(person, self._by.status) if gone else "", *self._about(person, comes)]
        remarks = tuple(self._to_look_at(person))
        return Row(person.name, " · ".join(filter(None, parts)), state, section, person, remarks)

    def _about(self, person: Subject, comes: bool) -> Iterator[str]:
        told = (field_value(person, name) for name in self._by.told_by.get(person.type.key, ()))
        yield next(filter(None, told), "")
        if self._by.classes and person.form.owner_of.get(person.type.key) == self._by.classes:
            group = person.related(self._by.classes)
            if group is not None and comes:
                group = self._classes[group.place]
            yield group.name if group else self._by.words.no_class

    def _to_look_at(self, person: Subject) -> Iterator[Message]:
        misfit = self._rolled.misfits.get(ref_of(person))
        if misfit:
            yield misfit.severity, misfit.sentence
        if ref_of(person) in self._rolled.kept_facts:
            value = field_value(person, self._by.kept)
            yield Severity.WARNING, self._by.words.kept.format(value=value)

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
    counts = {record.place: len(rolled.content.records(record.place)) for record in rolled.content.form.lists}
    copied = (
        rolling_words.ROLL_COPIED_RECORDS.format(**counts),
        rolling_words.ROLL_COPIED_MORE.format(**counts),
    )
    yield Row(*copied, rolling_words.ROLL_COPIED)
    state = rolling_words.ROLL_EMPTIED
    for what, fields in rolling_words.ROLL_EMPTIED_OF.items():
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
    count = len({*rolled.misfits, *rolled.policies})
    if count:
        what = rolling_words.ROLL_TO_LOOK_AT_COUNT.format(count=count)
        yield Row(what, rolling_words.ROLL_TO_LOOK_AT_KEY, rolling_words.ROLL_TO_LOOK_AT)


class _Sections:
    """The rows of the sections. Who stays by choice keeps the place where the rules put them."""

    def __init__(self, content: Content, rolled: Roll) -> None:
        self._old = content.roster
        self._rolled = rolled
        self._classes = {
            group.place: group for group in rolled.content.roster.of(content.form.rolling.classes)
        }
        form = content.form
        self._children, self._staff = (
            form.record_by_key[key] for key in (form.rolling.children, form.rolling.staff)
        )
        self._coming = {
            ref for record in (self._children, self._staff) for ref in rolled.content.records(record.place)
        }

    def __iter__(self) -> Iterator[Row]:
        pupils = self._old.counted(self._children.key)
        ruled_out = {*self._rolled.leaving, *self._rolled.kept}
        uncounted = [s for s in (*self._old.children, *self._old.staff) if not s.get("counted")]
        yield from self._section(Section.CLASSES, self._old.classes, self._class)
        leaving = [child for child in pupils if ref_of(child) in ruled_out]
        yield from self._section(Section.LEAVING, leaving, self._person)
        coming = [child for child in pupils if ref_of(child) not in ruled_out]
        yield from self._section(Section.COMING, coming, self._person)
        yield from self._section(Section.GONE, uncounted, self._person)
        yield from self._section(Section.STAFF, self._old.counted(self._staff.key), self._person)

    def _section(
        self, section: Section, subjects: Sequence[Subject], row: Callable[[Section, Subject], Row]
    ) -> Iterator[Row]:
        heading = rolling_words.ROLL_HEADING.format(
            title=rolling_words.ROLL_SECTIONS[section], count=len(subjects)
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
        ages = group.type.codes("age_group")
        moved = self._rolled.moved.get(ref_of(group))
        if moved:
            age = rolling_words.ROLL_MOVED_UP.format(old=ages.name(moved[0]), new=ages.name(moved[1]))
        else:
            age = field_value(group, "age_group") or rolling_words.ROLL_NO_AGE
            age = rolling_words.ROLL_SAME_AGE.format(age=age)
        detail = rolling_words.ROLL_CLASS_DETAIL.format(age=age, count=after.get("size"))
        remarks = tuple((None, text) for text in self._about_class(group, after))
        return Row(after.name, detail, field_value(group, "code"), section, group, remarks)

    def _about_class(self, group: Subject, after: Subject) -> Iterator[str]:
        if after.name != group.name:
            yield rolling_words.ROLL_OLD_NAME.format(name=group.name)
        if "teacher" in group.record and "teacher" not in after.record:
            yield rolling_words.ROLL_NO_TEACHER
        if group.get("mixed"):
            yield rolling_words.ROLL_MIXED
        elif group.get("age_group") == group.form.rolling.oldest:
            yield rolling_words.ROLL_OLDEST

    def _person(self, section: Section, person: Subject) -> Row:
        comes = ref_of(person) in self._coming
        state = rolling_words.ROLL_STATES[section][0 if comes else 1]
        about = self._about_child(person, comes) if person.type is self._children else _about_staff(person)
        parts = [field_value(person, "status") if section is Section.GONE else "", *about]
        remarks = tuple(self._to_look_at(person))
        return Row(person.name, " · ".join(filter(None, parts)), state, section, person, remarks)

    def _about_child(self, child: Subject, comes: bool) -> tuple[str, ...]:
        group = child.related("class")
        if group is not None and comes:
            group = self._classes[group.place]
        return field_value(child, "birth_date"), group.name if group else rolling_words.ROLL_NO_CLASS

    def _to_look_at(self, person: Subject) -> Iterator[Message]:
        misfit = self._rolled.misfits.get(ref_of(person))
        if misfit:
            yield misfit.severity, misfit.sentence
        if ref_of(person) in self._rolled.policies:
            policy = field_value(person, "policy")
            yield Severity.WARNING, rolling_words.ROLL_POLICY.format(policy=policy)


def _about_staff(person: Subject) -> tuple[str, ...]:
    return (field_value(person, "role") or field_value(person, "position"),)

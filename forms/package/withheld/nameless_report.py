"""A report as its print and its workbook leave for the office: records by their numbers, no words that tell who somebody is.

What the owner makes for herself names them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from forms.dossier.content import Content
from forms.dossier.mentions.mention import Sureness
from forms.dossier.mentions.people_in_words import PeopleInWords
from forms.dossier.mentions.person_facts import UNKNOWN, PersonFacts, facts_of_everyone, identifying_fields
from forms.dossier.place_names import nameless_title, read_place
from forms.dossier.roster import Subject
from forms.model.issue import Issue
from forms.model.place import Place
from forms.model.record import RecordType
from forms.package.withheld.office_package import WithoutRecords
from forms.report import change_words
from forms.report.differences import Difference
from forms.report.report import Report


class NamelessReport(Report):
    """A report whose texts name nobody of its records."""

    @cached_property
    def changes(self) -> Sequence[Difference]:
        """What differs from the revision before; of a record only that it came, went or changed."""
        return [self._without_name(change) for change in super().changes]

    def _without_name(self, change: Difference) -> Difference:
        edit, form = change.edit, self.content.form
        part = edit.path[0]
        if part == "explanations":
            place = read_place(edit.path[2], form)
            where = _where(place, self._subjects) if place else None
            return change if where is None else change._replace(label=f"{change_words.EXPLAINED}, {where}")
        if part not in form.list_places or not _is_of_somebody(form.record_by_place[part]):
            return change
        record, key = "/".join(edit.path[:2]), (*edit.path[2:], None)[0]
        where = _where(Place(record=record, field=key if self._has(part, key) else None), self._subjects)
        what = change_words.CHANGED
        if len(edit.path) == len((part, "ref")):
            what = (
                change_words.ADDED if edit.old is None else change_words.REMOVED if edit.new is None else what
            )
        return Difference(edit, where or form.record_by_place[part].title, "", what)

    def _has(self, part: str, key: str | None) -> bool:
        return key in self.content.form.record_by_place[part].field_by_key

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        contents = (self.previous, self.content)
        return {one.place: one for content in contents if content for one in content.roster.everyone()}


def nameless(report: Report, past: PersonFacts = UNKNOWN) -> NamelessReport:
    """*report* without the names of its people, nor those of the *past*."""
    content = report.content
    people = PeopleInWords(facts_of_everyone(content, with_profile=False).joined(past))
    subjects = {subject.place: subject for subject in content.roster.everyone()}
    return NamelessReport(
        WithoutRecords(content, report.figures, past).without_words(content),
        report.figures,
        [_nameless_issue(issue, subjects, people) for issue in report.issues],
        report.today,
        report.training,
        None if report.previous is None else _without_words(report.previous, report, past),
        report.made_at,
    )


def _without_words(previous: Content, report: Report, past: PersonFacts) -> Content:
    return WithoutRecords(previous, report.figures, past).without_words(previous)


def _nameless_issue(issue: Issue, subjects: dict[str, Subject], people: PeopleInWords) -> Issue:
    where = _where(issue.place, subjects)
    return issue._replace(
        where=issue.where if where is None else where,
        message=people.without(issue.message, Sureness.CALLED),
    )


def _is_of_somebody(record: RecordType) -> bool:
    """Whether it is of a child or a member of staff: a class and the profile go by their names."""
    return not record.single and bool(identifying_fields(record))


def _where(place: Place, subjects: dict[str, Subject]) -> str | None:
    """A record or a field of one by its number, «Trẻ 3, Ngày sinh»; None for another place."""
    subject = subjects.get(place.record or "")
    if subject is None or not _is_of_somebody(subject.type):
        return None
    title = nameless_title(subject)
    return f"{title}, {subject.type.field_by_key[place.field].label}" if place.field else title

"""What the rules said of the records of a type, remembered: after an edit only those are looked at that are others now.

A subject that is the same object answers the same (``forms.dossier.roster.Roster``). Of one that is not, what was said
stays where its record is the same and every question that reached beyond it has the same answer.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from forms.dossier.roster import Roster, Subject
from forms.dossier.value_columns import Columns
from forms.model.issue import Issue
from forms.model.record import RecordType
from forms.model.rules.record_rule import RecordRule, Unique
from forms.report.checking.many_records.at_a_glance import Glance
from forms.report.checking.on_records import (
    FieldRules,
    Twin,
    issue_of_twin,
    issues_of_record,
    looks_beyond,
    place_in_record,
    twin_of,
    twins_of,
)
from forms.report.checking.record_view import Answers, AnswersByReach, RecordView, answers_still

MANY = 16
"""Records of which it is less work to look at all at once than at one after another."""


class RulesOnRecords(NamedTuple):
    """The rules on the records of one type: on each field, on one record, on those that are alike."""

    on_fields: FieldRules
    on_one: tuple[RecordRule, ...]
    on_twins: tuple[Unique, ...]


class _OfRecord(NamedTuple):
    """What the rules said of a record, and the answers that they had from beyond it."""

    record: object
    group: object
    """The record of its class."""
    facility: object
    of_class: Answers
    """From its class, and through it from the profile."""
    of_facility: Answers
    of_lists: Answers
    issues: tuple[Issue, ...]


class _Twins:
    """The records with the same values for a rule: all but the first of them have an issue."""

    def __init__(self, rule: Unique) -> None:
        self.rule = rule
        self.looks_beyond: bool | None = None
        """Whether its values are not all in the record itself; None until there is one."""
        self.values: list[Twin | None] = []
        """Of each record, in entry order."""
        self.having: dict[Twin, list[int]] = {}
        self.issues: dict[int, Issue] = {}

    def begin(self, columns: Columns, today: date) -> set[int]:
        """Look at all of them, the first time; of which something is said."""
        self.values = twins_of(self.rule, columns)
        for place, value in enumerate(self.values):
            if value is not None:
                self.having.setdefault(value, []).append(place)
        alike = [place for places in self.having.values() for place in places[1:]]
        return self._say(columns.subjects, alike, today)

    def look(
        self, subjects: Sequence[Subject], changed: Sequence[int], renewed: Sequence[int], today: date
    ) -> set[int]:
        """Look at those that are *changed*, or only at those whose record is *renewed*; of which something else is said."""
        if self.looks_beyond is None and subjects:
            self.looks_beyond = looks_beyond(self.rule, subjects[0].form)
        return self._say(subjects, self._move(subjects, changed, renewed), today)

    def _say(self, subjects: Sequence[Subject], touched: Sequence[int], today: date) -> set[int]:
        for place in touched:
            self.issues.pop(place, None)
            own = self.values[place] if place < len(subjects) else None
            if own is not None and self.having[own][0] != place:
                self.issues[place] = issue_of_twin(self.rule, RecordView(subjects[place], today))
        return {place for place in touched if place < len(subjects)}

    def _move(self, subjects: Sequence[Subject], changed: Sequence[int], renewed: Sequence[int]) -> list[int]:
        touched = [place for place in changed if place in self.issues]
        gone: dict[Twin, set[int]] = {}
        come: dict[Twin, set[int]] = {}
        self.values += [None] * (len(subjects) - len(self.values))
        for place in changed if self.looks_beyond else renewed:
            was = self.values[place]
            now = twin_of(self.rule, subjects[place]) if place < len(subjects) else None
            if now == was:
                continue
            self.values[place] = now
            if was is not None:
                gone.setdefault(was, set()).add(place)
            if now is not None:
                come.setdefault(now, set()).add(place)
        del self.values[len(subjects) :]
        for shared in gone.keys() | come.keys():
            before = self.having.pop(shared, [])
            left, added = gone.get(shared, set()), come.get(shared, set())
            together = sorted((set(before) - left) | added)
            if together:
                self.having[shared] = together
            touched += [*left, *added, *(places[0] for places in (before, together) if places)]
        return touched


class RememberedRecords:
    """What the *rules* said of the records of a type on the day *today*, of one roster after another."""

    def __init__(self, record: RecordType, rules: RulesOnRecords, today: date) -> None:
        self.record, self.rules, self.today = record, rules, today
        self.runs: list[tuple[Issue, ...]] = []
        """Of each record, in entry order, its issues by field and rule id."""
        self._roster: Roster | None = None
        self._known: dict[str, _OfRecord] = {}
        self._twins = [_Twins(rule) for rule in rules.on_twins]

    def look(self, roster: Roster) -> None:
        """Look at the records of *roster*."""
        earlier, self._roster = self._roster, roster
        changed = roster.changed(self.record.key, earlier)
        if not changed:
            return
        subjects = roster.of(self.record.key)
        before = earlier.of(self.record.key) if earlier else ()
        stay = min(len(subjects), len(before))
        renewed = [
            place for place in changed if place >= stay or subjects[place].record is not before[place].record
        ]
        self.runs += [()] * (len(subjects) - len(self.runs))
        here = [place for place in changed if place < len(subjects)]
        asked = [place for place in here if not self._stays_true(subjects[place])] if self._known else here
        if len(asked) < MANY:
            for place in asked:
                self._ask(subjects[place])
        else:
            all_of_them = len(asked) == len(subjects)
            self._look_at(
                roster.columns(self.record.key)
                if all_of_them
                else Columns([subjects[place] for place in asked])
            )
        # one that came back, or moved up, is known, but nothing of it stands there
        others = [place for place in here if place >= stay or subjects[place].place != before[place].place]
        touched = {*asked, *others}
        for twins in self._twins:
            if earlier is None:
                touched |= twins.begin(roster.columns(self.record.key), self.today)
            else:
                touched |= twins.look(subjects, changed, renewed, self.today)
        del self.runs[len(subjects) :]
        for place in touched:
            issues = self._known[subjects[place].place].issues
            of_twins = [twins.issues[place] for twins in self._twins if place in twins.issues]
            self.runs[place] = self.in_order((*issues, *of_twins)) if issues or of_twins else ()

    def _stays_true(self, subject: Subject) -> bool:
        """Whether what the rules said of one record holds still."""
        known = self._known.get(subject.place)
        now = None if known is None else _still(known, subject, *self._stands_on(subject))
        if now is not None:
            self._known[subject.place] = now
        return now is not None

    def _stands_on(self, subject: Subject) -> tuple[object, object]:
        """The record of its class, and the profile."""
        group = subject.related(subject.form.owner_of.get(self.record.key, ""))
        facility = subject.related(subject.form.facility.key) or subject
        return group.record if group else None, facility.record

    def _look_at(self, columns: Columns) -> None:
        """Ask the rules of many records."""
        glance = Glance(self.rules.on_fields, self.rules.on_one, columns, self.today)
        for place, (subject, answers) in enumerate(
            zip(columns.subjects, glance.answers_beyond(), strict=True)
        ):
            issues: tuple[Issue, ...] = ()
            if asks := glance.asks.get(place):
                view = RecordView(subject, self.today)
                issues = tuple(issue for ask in asks for issue in ask(view))
                answers = _both(answers, view.answers_by_reach())
            self._know(subject, answers, issues)

    def _ask(self, subject: Subject) -> None:
        """Ask the rules of one record."""
        view = RecordView(subject, self.today)
        issues = tuple(issues_of_record(self.rules.on_fields, self.rules.on_one, view))
        self._know(subject, view.answers_by_reach(), issues)

    def _know(self, subject: Subject, answers: AnswersByReach, issues: tuple[Issue, ...]) -> None:
        self._known[subject.place] = _OfRecord(subject.record, *self._stands_on(subject), *answers, issues)

    def in_order(self, issues: Sequence[Issue]) -> tuple[Issue, ...]:
        """The issues of one record by field and rule id."""
        if len(issues) < 2:
            return tuple(issues)
        return tuple(sorted(issues, key=lambda issue: place_in_record(self.record, issue)))


def _both(some: AnswersByReach, others: AnswersByReach) -> AnswersByReach:
    of_class, of_facility, of_lists = ((*a, *b) for a, b in zip(some, others, strict=True))
    return of_class, of_facility, of_lists


def _still(known: _OfRecord, subject: Subject, group: object, facility: object) -> _OfRecord | None:
    """*known* when it is still true of *subject*, with the records that it stands on now; else None."""
    if subject.record is not known.record:
        return None
    if known.of_lists and not answers_still(subject, known.of_lists):
        return None
    if group is known.group and facility is known.facility:
        return known
    changed = known.of_facility if group is known.group else known.of_class
    if not answers_still(subject, changed):
        return None
    return known._replace(group=group, facility=facility)

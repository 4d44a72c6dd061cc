"""Kiểm tra: every issue of a report, in the order of the form.

``Checker`` remembers what the rules said of each piece (a table, a row, a rule across rows, a record, a list) together
with what they had read for it, and asks them again only where something of that has changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from forms.dossier.content import Content
from forms.dossier.roster import Roster, Subject
from forms.model.declared import Frozen
from forms.model.issue import Issue, Severity
from forms.model.rules.record_rule import (
    EveryField,
    RecordRule,
    Unique,
)
from forms.model.rules.rule import (
    Rule,
    TableRule,
)
from forms.model.rules.rule_book import (
    RuleBook,
)
from forms.model.table import Row, Table
from forms.model.values import Record
from forms.report.checking.across_rows import ACROSS_ROWS
from forms.report.checking.in_one_row import IN_ONE_ROW
from forms.report.checking.on_records import (
    ON_ONE_RECORD,
    FieldRules,
    issues_of_record,
    issues_of_twins,
    place_in_record,
)
from forms.report.checking.readiness import ON_REPORT, Readiness
from forms.report.checking.record_view import Answers, Question, RecordView, answers_still
from forms.report.checking.table_view import Asked, Previous, TableView
from forms.report.figures import Figures, FiguresOf, Rows
from forms.report.staleness import StaleCellsOf
from forms.sets.form_set import FormSet


class _OfTable(Frozen):
    """What *rules* said of all rows of a table, and what they had read."""

    rules: tuple[TableRule, ...]
    tables: tuple[tuple[str, Rows, object], ...]
    profile: Answers
    issues: tuple[Issue, ...]


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


class _OfList(Frozen):
    """What a rule said of the records of a *list* compared with each other, and what it had read beyond them."""

    list: object
    read: tuple[tuple[str, Question, object], ...]
    issues: tuple[Issue, ...]


class Checker:
    """Checks contents of one dossier one after another; *previous* are last year's figures (W26).

    *switched_on* names rules that are off by default; *rules* stand instead of those of the contents' form.
    *asks_readiness*: whether the rules on the report as a whole speak; not at the desk for a package without records.
    """

    def __init__(
        self,
        previous: Previous | None = None,
        switched_on: Iterable[str] = (),
        rules: RuleBook | None = None,
        *,
        asks_readiness: bool = True,
    ) -> None:
        self.previous = previous
        self.figures_of = FiguresOf()
        self.stale_cells_of = StaleCellsOf()
        self._asks_readiness = asks_readiness
        self._on = frozenset(switched_on)
        self._rules = rules
        self._rules_by_form: dict[FormSet, _Rules] = {}
        self._stands_for: tuple[object, ...] = ()
        self._tables: dict[str, _OfTable] = {}
        self._rows: dict[tuple[str, str], tuple[tuple[TableRule, ...], Asked]] = {}
        self._across: dict[str, Asked] = {}
        self._records: dict[str, _OfRecord] = {}
        self._lists: dict[str, _OfList] = {}

    def __call__(self, content: Content, today: date) -> list[Issue]:
        """All issues on the day *today*, in order."""
        roster, figures = content.roster, self.figures_of(content)
        stands_for = (today, roster.year, figures.block)
        if stands_for != self._stands_for:
            for known in (self._tables, self._rows, self._across, self._records, self._lists):
                known.clear()
            self._stands_for = stands_for
        rules = self._rules_by_form.get(content.form)
        if rules is None:
            rules = self._rules_by_form[content.form] = _Rules(
                content.form, self._rules or content.form.rules, self._on
            )
        issues = [*self._on_records(rules, content, roster, today)]
        has_figures = True
        if self._asks_readiness:
            report = Readiness(content, self.stale_cells_of(content))
            issues += (issue for rule in rules.on_report for issue in ON_REPORT[type(rule)](rule, report))
            has_figures = report.has_figures
        if figures.block is not None:
            profile = RecordView(roster.facility, today, notes_own=True)
            typed = content.part("cells")
            view = TableView(figures, typed, (figures.block,), facility=profile, previous=self.previous)
            applying = [rule for rule in rules.on_tables if rule.applies_when.holds(roster.facility.get)]
            issues += self._on_tables(applying, view, has_figures=has_figures)
        return in_order(issues, content.form, roster)

    def _on_tables(
        self, rules: Sequence[TableRule], view: TableView, *, has_figures: bool
    ) -> Iterator[Issue]:
        """Without *has_figures* nothing is said that looks at a derived table: readiness E60 says it all."""
        in_one_row = _by_table(rules, view.form)
        unjudged = frozenset(() if has_figures else (table.id for table in view.form.tables if table.derived))
        for table in view.form.tables:
            if table.id not in unjudged:
                yield from self._in_table(in_one_row[table.id], view, table)
        for rule in rules:
            say = ACROSS_ROWS.get(type(rule))
            if say is None:
                continue
            known = self._across.get(rule.id)
            answer = known and view.still(known)
            if answer is None:
                answer = view.answer(lambda say=say, rule=rule: say(rule, view))  # type: ignore[misc]
            if answer is not known:
                self._across[rule.id] = answer
            if unjudged.isdisjoint(table for (table, _), _ in answer.rows):
                yield from answer.issues

    def _in_table(self, rules: tuple[TableRule, ...], view: TableView, table: Table) -> tuple[Issue, ...]:
        known = self._tables.get(table.id)
        if (
            known is None
            or known.rules != rules
            or not view.has_tables(known.tables)
            or not view.has_profile(known.profile)
        ):
            of_blank = tuple(rule for rule in rules if not rule.holds_for_zeros)
            answers = [
                self._in_row(asked, view, table, row)
                for row in table.data_rows
                if (asked := of_blank if view.is_blank(table, row) else rules)
            ]
            read = {part[0]: part for answer in answers for part in answer.tables}
            read[table.id] = view.table(table)
            known = self._tables[table.id] = _OfTable(
                rules,
                tuple(read.values()),
                tuple({part[0]: part for answer in answers for part in answer.profile}.values()),
                tuple(issue for answer in answers for issue in answer.issues),
            )
        return known.issues

    def _in_row(self, rules: tuple[TableRule, ...], view: TableView, table: Table, row: Row) -> Asked:
        at = table.id, row.key
        before = self._rows.get(at)
        known = before[1] if before and before[0] == rules else None
        answer = known and view.still(known)
        if answer is None:
            answer = view.answer(
                lambda: (issue for rule in rules for issue in IN_ONE_ROW[type(rule)](rule, view, table, row))
            )
        self._rows[at] = (rules, answer)
        return answer

    def _on_records(self, rules: "_Rules", content: Content, roster: Roster, today: date) -> Iterator[Issue]:
        facility = content.facility
        for record in content.form.records:
            subjects, owner = roster.of(record.key), content.form.owner_of.get(record.key, "")
            for subject in subjects:
                known = self._records.get(subject.place)
                group = subject.related(owner)
                now = None if known is None else _still(known, subject, group, facility)
                if now is None:
                    view = RecordView(subject, today)
                    issues = tuple(issues_of_record(rules.on_fields, rules.on_one[record.key], view))
                    now = _OfRecord(
                        subject.record,
                        group.record if group else None,
                        facility,
                        *view.answers_by_reach(),
                        issues,
                    )
                self._records[subject.place] = now
                yield from now.issues
            for rule in rules.on_twins[record.key]:
                yield from self._on_list(rule, content.tree.get(record.place), subjects, today)

    def _on_list(
        self, rule: Unique, records: object, subjects: Sequence[Subject], today: date
    ) -> tuple[Issue, ...]:
        known = self._lists.get(rule.id)
        if known and known.list is records:
            by_place = {subject.place: subject for subject in subjects} if known.read else {}
            if all(ask(by_place[place], what) == answer for place, (ask, what), answer in known.read):
                return known.issues
        views: list[RecordView] = []

        def view(subject: Subject) -> RecordView:
            views.append(RecordView(subject, today))
            return views[-1]

        issues = tuple(issues_of_twins(rule, subjects, view))
        read = tuple((view.place, question, answer) for view in views for question, answer in view.answers())
        self._lists[rule.id] = _OfList(records, read, issues)
        return issues


def _still(known: _OfRecord, subject: Subject, group: Subject | None, facility: Record) -> _OfRecord | None:
    """*known* when it is still true of *subject*, with what it stands on now; else None."""
    if subject.record is not known.record:
        return None
    if known.of_lists and not answers_still(subject, known.of_lists):
        return None
    group_record = group.record if group else None
    if group_record is known.group and facility is known.facility:
        return known
    changed = known.of_facility if group_record is known.group else known.of_class
    if not answers_still(subject, changed):
        return None
    return known._replace(group=group_record, facility=facility)


def in_order(issues: Iterable[Issue], form: FormSet, roster: Roster | None = None) -> list[Issue]:
    """By table, row, column, rule id; then by list, record in entry order, field, rule id. The whole comes before its parts."""
    issues = list(issues)
    places = {issue.place.record for issue in issues}
    everyone = roster.everyone() if roster and len(places) > (None in places) else ()
    numbers = {subject.place: subject.number for subject in everyone if subject.place in places}
    lists = {record.place: (number, record) for number, record in enumerate(form.records)}

    def order(issue: Issue) -> tuple[Any, ...]:
        place = issue.place
        if place.table is not None:
            table = form.table_by_id[place.table]
            row = table.row_place[place.row] if place.row else -1
            column = table.index[place.column] if place.column else -1
            return (0, table.number, row, column, issue.rule)
        named = place.record or ""
        of_list, record = lists[named.partition("/")[0]]
        return (1, of_list, numbers.get(named, 0), *place_in_record(record, issue))

    return sorted(issues, key=order)


def _by_table(rules: Sequence[TableRule], form: FormSet) -> dict[str, tuple[TableRule, ...]]:
    """Table → the rules that look at one row of it."""
    by_table: dict[str, list[TableRule]] = {table.id: [] for table in form.tables}
    for rule in rules:
        if type(rule) in IN_ONE_ROW:
            for table in getattr(rule, "tables", None) or (getattr(rule, "table", ""),):
                by_table[table].append(rule)
    return {table: tuple(of_table) for table, of_table in by_table.items()}


class _Rules:
    """The rules that are *on* by what they look at: tables, each field, one record of a type, all of a type together."""

    def __init__(self, form: FormSet, rules: RuleBook, on: frozenset[str]) -> None:
        self.on_tables = tuple(rule for rule in rules.on_tables if rule.enabled or rule.id in on)
        self.on_report = tuple(rule for rule in rules.on_report if rule.enabled or rule.id in on)
        listed = tuple(rule for rule in rules.on_records if rule.enabled or rule.id in on)
        self.on_fields = _by_kind(listed)
        self.on_one: dict[str, tuple[RecordRule, ...]] = {}
        self.on_twins: dict[str, tuple[Unique, ...]] = {}
        for record in form.records:
            own = [rule for rule in listed if isinstance(rule, RecordRule) and rule.record == record.key]
            self.on_one[record.key] = tuple(rule for rule in own if type(rule) in ON_ONE_RECORD)
            self.on_twins[record.key] = tuple(rule for rule in own if isinstance(rule, Unique))


def check_records(content: Content, today: date) -> Iterator[Issue]:
    """The issues of the records of *content*, by themselves and with each other, in no order."""
    checker = Checker()
    rules = _Rules(content.form, content.form.rules, frozenset())
    return checker._on_records(rules, content, content.roster, today)


def check_alone(subject: Subject, today: date) -> list[Issue]:
    """The issues of what is filled in like a record and belongs to no report: the rules on every field."""
    rules = subject.form.rules.on_records
    on_fields = _by_kind(rule for rule in rules if rule.enabled)
    return issues_of_record(on_fields, (), RecordView(subject, today))


def _by_kind(rules: Iterable[Rule]) -> FieldRules:
    return {type(rule): rule for rule in rules if isinstance(rule, EveryField)}


def check_sum(figures: Figures, typed: Mapping[str, Any]) -> list[Issue]:
    """The issues of a district's sum: the structural rules, in every block. *typed* are its cells as they came."""
    form = figures.form
    view = TableView(figures, typed, form.block_keys, total_blocks=form.block_keys)
    of_a_sum = [rule for rule in form.rules.on_tables if rule.structural and rule.severity is Severity.ERROR]
    issues = [
        issue
        for rule in of_a_sum
        if type(rule) in ACROSS_ROWS
        for issue in ACROSS_ROWS[type(rule)](rule, view)
    ]
    in_one_row = _by_table(of_a_sum, form)
    for table in form.tables:
        for row in table.data_rows:
            for rule in in_one_row[table.id]:
                issues += IN_ONE_ROW[type(rule)](rule, view, table, row)
    return in_order(issues, form)

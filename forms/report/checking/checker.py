"""Kiểm tra: every issue of a report, in the order of the form.

``Checker`` remembers what the rules said of each piece (a table, a row, a rule across rows, a record, a list) together
with what they had read for it, and asks them again only where something of that has changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

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
from forms.report.checking.across_rows import ACROSS_ROWS
from forms.report.checking.in_one_row import IN_ONE_ROW
from forms.report.checking.many_records.remembered_records import RememberedRecords, RulesOnRecords
from forms.report.checking.on_records import (
    ON_ONE_RECORD,
    FieldRules,
    issues_of_record,
)
from forms.report.checking.readiness import ON_REPORT, Readiness
from forms.report.checking.record_view import Answers, RecordView
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
        self._records: dict[str, RememberedRecords] = {}
        self._roster: Roster | None = None
        self._runs: dict[str, Sequence[tuple[Issue, ...]]] = {}
        """Key of a record type → of each record, in entry order, its issues."""
        self._of_wholes: dict[str, list[Issue]] = {}
        """A list or a table → the issues of it as a whole."""

    def __call__(self, content: Content, today: date) -> list[Issue]:
        """All issues on the day *today*, in order."""
        roster, figures = content.roster, self.figures_of(content)
        stands_for = (today, roster.year, figures.block)
        if stands_for != self._stands_for:
            for known in (self._tables, self._rows, self._across, self._records):
                known.clear()
            self._stands_for = stands_for
        rules = self._rules_by_form.get(content.form)
        if rules is None:
            rules = self._rules_by_form[content.form] = _Rules(
                content.form, self._rules or content.form.rules, self._on
            )
        self._look_at_records(rules, roster, today)
        issues: list[Issue] = []
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
        return self._with_records(issues, roster)

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

    def _look_at_records(self, rules: "_Rules", roster: Roster, today: date) -> None:
        for record in roster.form.records:
            remembered = self._records.get(record.key)
            if remembered is None:
                remembered = RememberedRecords(record, rules.on_records[record.key], today)
                self._records[record.key] = remembered
            remembered.look(roster)

    def _with_records(self, others: Sequence[Issue], roster: Roster) -> list[Issue]:
        """All issues in order: *others*, and those of the records, which are in order among themselves."""
        self._roster, self._runs, self._of_wholes = roster, {}, {}
        issues = in_order((issue for issue in others if issue.place.table is not None), roster.form)
        for issue in issues:
            if issue.place.table and issue.place.row is None:
                self._of_wholes.setdefault(issue.place.table, []).append(issue)
        beside: dict[str, dict[int, list[Issue]]] = {}
        for issue in others:
            if issue.place.table is None and (named := issue.place.record):
                subject = roster.at(named)
                number = 0 if subject is None else subject.number
                beside.setdefault(named.partition("/")[0], {}).setdefault(number, []).append(issue)
        for record in roster.form.records:
            remembered = self._records[record.key]
            runs = remembered.runs
            if more := beside.get(record.place):
                of_list = remembered.in_order(more.pop(0, []))
                issues += of_list
                self._of_wholes[record.place] = [*of_list]
                runs = [*runs]
                for number, of_one in more.items():
                    runs[number - 1] = remembered.in_order((*runs[number - 1], *of_one))
            self._runs[record.key] = runs
            issues += chain.from_iterable(filter(None, runs))
        return issues

    def issues_of(self, place: str) -> list[Issue]:
        """Of the issues of the last check those of one record, of a whole list (``classes``) or of a whole table (``T4``)."""
        subject = self._roster.at(place) if self._roster else None
        if subject is not None:
            return [*self._runs[subject.type.key][subject.number - 1]]
        return self._of_wholes.get(place, [])


def in_order(issues: Iterable[Issue], form: FormSet) -> list[Issue]:
    """The issues of tables by table, row, column, rule id. The whole comes before its parts."""

    def order(issue: Issue) -> tuple[Any, ...]:
        place = issue.place
        assert place.table is not None
        table = form.table_by_id[place.table]
        row = table.row_place[place.row] if place.row else -1
        column = table.index[place.column] if place.column else -1
        return table.number, row, column, issue.rule

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
        self.on_records: dict[str, RulesOnRecords] = {}
        for record in form.records:
            own = [rule for rule in listed if isinstance(rule, RecordRule) and rule.record == record.key]
            self.on_records[record.key] = RulesOnRecords(
                _by_kind(listed),
                tuple(rule for rule in own if type(rule) in ON_ONE_RECORD),
                tuple(rule for rule in own if isinstance(rule, Unique)),
            )


def check_records(content: Content, today: date) -> Iterator[Issue]:
    """The issues of the records of *content*, by themselves and with each other, list by list."""
    rules = _Rules(content.form, content.form.rules, frozenset())
    for record in content.form.records:
        remembered = RememberedRecords(record, rules.on_records[record.key], today)
        remembered.look(content.roster)
        yield from chain.from_iterable(remembered.runs)


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

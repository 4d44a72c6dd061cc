"""Kiểm tra: every issue of a report, in the order of the form.

``Checker`` remembers what it found for each piece (a row, a rule, a record) together with what that
piece was worked out from, so that after one edited cell only what read it is checked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from forms.dossier.content import Content
from forms.dossier.roster import Roster, Subject
from forms.model import rule as k
from forms.model.issue import Issue, Severity
from forms.model.record_rule import EveryField, RecordRule, Unique
from forms.model.rule import Rule, TableRule
from forms.model.table import Row, Table
from forms.report.checking.across_rows import ACROSS_ROWS
from forms.report.checking.in_one_row import IN_ONE_ROW
from forms.report.checking.on_records import (
    ON_ONE_RECORD,
    issues_of_record,
    issues_of_twins,
    place_in_record,
)
from forms.report.checking.table_facts import Facts, Previous
from forms.report.figures import Figures, FiguresOf
from forms.sets.mn2019.records import RECORDS
from forms.sets.mn2019.rules.book import RULES
from forms.sets.mn2019.tables import TABLE_BY_ID, TABLES
from forms.sets.mn2019.tables.columns import BLOCKS

Found = tuple[Issue, ...]

OF_A_SUM: frozenset[type[k.TableRule]] = frozenset(
    {
        k.CellType,
        k.BlockSum,
        k.ColumnAtMost,
        k.ColumnLinear,
        k.ColumnSum,
        k.RowSum,
        k.RowEqual,
        k.RowAtMost,
        k.Linear,
        k.Implies,
    }
)
"""The structural kinds: comparisons that hold for a sum whenever they hold for each report."""

ALL_BLOCKS = tuple(block.key for block in BLOCKS)


class Checker:
    """Checks contents of one dossier one after another on one day; *previous* are last year's figures (W26).

    *switched_on* names rules that are off by default.
    """

    def __init__(
        self, today: date, previous: Previous | None = None, switched_on: Iterable[str] = ()
    ) -> None:
        self.today = today
        self.previous = previous
        self.figures_of = FiguresOf()
        self._on = frozenset(switched_on)
        self._rows: dict[tuple[str, str], tuple[tuple[Any, ...], Found]] = {}
        self._rules: dict[str, tuple[tuple[tuple[str, str], ...], tuple[Any, ...], Found]] = {}
        self._records: dict[str, tuple[tuple[Any, ...], Found]] = {}
        self._twins: dict[str, tuple[Any, list[Issue]]] = {}
        self._facility: Any = None

    def __call__(self, content: Content) -> list[Issue]:
        """All issues, in order."""
        roster = content.roster
        if content.facility is not self._facility:
            # every rule on tables may look at the profile
            self._rows.clear()
            self._rules.clear()
            self._facility = content.facility
        figures = self.figures_of(content)
        found = [*self._of_records(content, roster)]
        if figures.block is not None:
            typed = content.part("cells")
            facts = Facts(figures, typed, (figures.block,), facility=roster.facility, previous=self.previous)
            found += self._of_tables(facts)
        return sorted(found, key=_Order(roster))

    def _of_tables(self, facts: Facts) -> Iterator[Issue]:
        rules = [rule for rule in RULES.on_tables if self._applies(rule, facts)]
        row_rules = _by_table(tuple(rule for rule in rules if type(rule) in IN_ONE_ROW))
        for table in TABLES:
            for row in table.data_rows:
                yield from self._of_row(row_rules[table.id], facts, table, row)
        for rule in rules:
            if type(rule) in ACROSS_ROWS:
                yield from self._of_rule(rule, facts)

    def _applies(self, rule: Rule, facts: Facts) -> bool:
        if not (rule.enabled or rule.id in self._on):
            return False
        return facts.facility is None or rule.applies_when.holds(facts.facility.get)

    def _of_row(self, rules: Sequence[TableRule], facts: Facts, table: Table, row: Row) -> Found:
        figures, typed = facts.figures.tables[table.id][row.key], facts.typed.get(table.id, {}).get(row.key)
        if not typed and not any(figures):
            # every rule within a row holds for a row of zeros
            return ()
        inputs = (figures, typed)
        known = self._rows.get((table.id, row.key))
        if known and known[0] == inputs:
            return known[1]
        issues = tuple(issue for rule in rules for issue in IN_ONE_ROW[type(rule)](rule, facts, table, row))
        self._rows[table.id, row.key] = (inputs, issues)
        return issues

    def _of_rule(self, rule: TableRule, facts: Facts) -> Found:
        tables = facts.figures.tables
        known = self._rules.get(rule.id)
        if known and known[1] == tuple(tables[table][key] for table, key in known[0]):
            return known[2]
        facts.read.clear()
        issues = tuple(ACROSS_ROWS[type(rule)](rule, facts))
        read = tuple(facts.read)
        self._rules[rule.id] = (read, tuple(tables[table][key] for table, key in read), issues)
        return issues

    def _of_records(self, content: Content, roster: Roster) -> Iterator[Issue]:
        field_rules, record_rules, twin_rules = _record_rules(self._on)
        for record in RECORDS:
            subjects = roster.of(record.key)
            for subject in subjects:
                inputs = _inputs(subject)
                known = self._records.get(subject.place)
                if known is None or not _same(known[0], inputs):
                    issues = issues_of_record(field_rules, record_rules[record.key], subject, self.today)
                    known = self._records[subject.place] = (inputs, tuple(issues))
                yield from known[1]
            source = content.tree.get(record.place)
            for rule in twin_rules.get(record.key, ()):
                remembered = self._twins.get(rule.id)
                if remembered is None or remembered[0] is not source:
                    remembered = self._twins[rule.id] = (source, list(issues_of_twins(rule, subjects)))
                yield from remembered[1]


def _inputs(subject: Subject) -> tuple[Any, ...]:
    """What the issues of a record follow from: itself, its place, the class of a child, the children of a class."""
    group = subject.related("class")
    stats = (
        tuple(subject.get(name) for name in ("size", "disabled_children", "same_disability_max"))
        if subject.type.key == "class"
        else None
    )
    return subject.record, group.record if group else None, subject.number, stats


def _same(known: tuple[Any, ...], inputs: tuple[Any, ...]) -> bool:
    return known[0] is inputs[0] and known[1] is inputs[1] and known[2:] == inputs[2:]


class _Order:
    """Order of issues: table, row, column, rule id; then records in entry order, by field, then rule id."""

    def __init__(self, roster: Roster | None) -> None:
        everyone = roster.everyone() if roster else ()
        self._records: Mapping[str, tuple[int, Subject]] = {
            subject.place: (number, subject) for number, subject in enumerate(everyone)
        }

    def __call__(self, issue: Issue) -> tuple[Any, ...]:
        place = issue.place
        if place.table is not None:
            table = TABLE_BY_ID[place.table]
            cell = table.row_place[place.row or ""], table.index[place.column or ""]
            return (0, table.number, *cell, issue.rule)
        number, subject = self._records[place.record or ""]
        return (1, number, *place_in_record(subject.type, issue))


@cache
def _by_table(rules: tuple[TableRule, ...]) -> dict[str, tuple[TableRule, ...]]:
    def tables(rule: TableRule) -> tuple[str, ...]:
        found: tuple[str, ...] = getattr(rule, "tables", None) or (getattr(rule, "table", ""),)
        return found

    return {table.id: tuple(rule for rule in rules if table.id in tables(rule)) for table in TABLES}


@cache
def _record_rules(
    switched_on: frozenset[str],
) -> tuple[tuple[EveryField, ...], dict[str, tuple[RecordRule, ...]], dict[str, tuple[Unique, ...]]]:
    rules = [rule for rule in RULES.on_records if rule.enabled or rule.id in switched_on]
    single: dict[str, tuple[RecordRule, ...]] = {}
    twins: dict[str, tuple[Unique, ...]] = {}
    for record in RECORDS:
        own = [rule for rule in rules if isinstance(rule, RecordRule) and rule.record == record.key]
        single[record.key] = tuple(rule for rule in own if type(rule) in ON_ONE_RECORD)
        twins[record.key] = tuple(rule for rule in own if isinstance(rule, Unique))
    return tuple(rule for rule in rules if isinstance(rule, EveryField)), single, twins


def check_alone(subject: Subject, today: date) -> list[Issue]:
    """The issues of what is filled in like a record and belongs to no report: the rules on every field."""
    field_rules, _, _ = _record_rules(frozenset())
    return issues_of_record(field_rules, (), subject, today)


def check_sum(figures: Figures, typed: Mapping[str, Any]) -> list[Issue]:
    """The issues of a district's sum: the structural rules, in every block. *typed* are its cells as they came."""
    facts = Facts(figures, typed, ALL_BLOCKS, total_blocks=ALL_BLOCKS)
    rules = [rule for rule in RULES.on_tables if type(rule) in OF_A_SUM and rule.severity is Severity.ERROR]
    found = [
        issue for rule in rules if type(rule) in ACROSS_ROWS for issue in ACROSS_ROWS[type(rule)](rule, facts)
    ]
    row_rules = _by_table(tuple(rule for rule in rules if type(rule) in IN_ONE_ROW))
    for table in TABLES:
        for row in table.data_rows:
            for rule in row_rules[table.id]:
                found += IN_ONE_ROW[type(rule)](rule, facts, table, row)
    return sorted(found, key=_Order(None))

"""The rules on a report as a whole, carried out: whether it is ready to be sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from forms.dossier.content import Content
from forms.dossier.doubts import standing_doubts
from forms.model.declared import Frozen
from forms.model.issue import Issue
from forms.model.place import Place
from forms.model.record import RecordType
from forms.model.rules import (
    readiness_rule as k,
)
from forms.model.table import Table
from forms.model.text import shorten
from forms.model.values import figure
from forms.report.checking.messages import shown_number, words_of_doubt
from forms.report.checking.table_view import issue_at_cell
from forms.report.checking.where_words import WHERE
from forms.report.overrides import overrides
from forms.report.staleness import StaleCells


class Readiness(Frozen):
    """What the rules on a whole report look at; *stale* are the cells that a take would change now."""

    content: Content
    stale: StaleCells

    @property
    def has_typed_figures(self) -> bool:
        """Whether something is typed in a derived table."""
        return any(self.content.part("cells").get(table.id) for table in self.content.form.derived_tables)

    @property
    def needs_take(self) -> bool:
        """Whether «Lấy dữ liệu» has work to do: records not taken yet, or figures that are no longer theirs."""
        content = self.content
        if content.roster.own_block is None:
            return False
        return not content.is_empty if content.taken is None else bool(self.stale)

    @property
    def has_figures(self) -> bool:
        """Whether the derived tables hold figures that can be judged: taken from the records of now, or typed."""
        return not self.needs_take and (self.content.taken is not None or self.has_typed_figures)


def figures_current(rule: k.FiguresCurrent, report: Readiness) -> Iterator[Issue]:
    """The derived tables hold what the records give (E60)."""
    if report.needs_take:
        count = sum(map(len, report.stale.values()))
        message = rule.before_first_take if report.content.taken is None else rule.message.format(count=count)
        yield _at_table(rule, report.content.form.derived_tables[0], message)


def list_filled(rule: k.ListFilled, report: Readiness) -> Iterator[Issue]:
    """A list is not empty where others are filled (E61, E63)."""
    roster = report.content.roster
    if not roster.of(rule.record) and any(roster.of(other) for other in rule.given):
        yield _at_list(rule, report.content.form.record_by_key[rule.record])


def owners_have_members(rule: k.OwnersHaveMembers, report: Readiness) -> Iterator[Issue]:
    """No class is empty (W62)."""
    for subject in report.content.roster.of(rule.record):
        if not subject.members:
            names = {"record": subject.type.word, "name": subject.name}
            yield _issue(rule, Place(record=subject.place), rule.message, names)


def table_typed(rule: k.TableTyped, report: Readiness) -> Iterator[Issue]:
    """A table that is typed by hand is not left out (E64); without an own block there is nothing to type."""
    content = report.content
    table = content.form.table_by_id[rule.table]
    own = {column.key for column in table.by_block.get(content.roster.own_block, {}).values()}
    if own and not any(
        key in own and figure(table.figure, value) is not None
        for cells in content.part("cells").get(table.id, {}).values()
        for key, value in cells.items()
    ):
        yield _at_table(rule, table, rule.message)


def figures_backed(rule: k.FiguresBacked, report: Readiness) -> Iterator[Issue]:
    """Typed figures have records behind them (W65)."""
    if report.content.is_empty and report.has_typed_figures:
        yield _at_table(rule, report.content.form.derived_tables[0], rule.message)


def overrides_reasoned(rule: k.OverridesReasoned, report: Readiness) -> Iterator[Issue]:
    """What differs from the figure of the records says why (W67); while they are stale there is one issue, E60."""
    if report.needs_take:
        return
    for over in overrides(report.content):
        if not over.reason:
            words = {"typed": shown_number(over.typed), "derived": shown_number(over.derived)}
            yield issue_at_cell(rule, over.table, over.row, over.column, **words)


def doubts_settled(rule: k.DoubtsSettled, report: Readiness) -> Iterator[Issue]:
    """A value that was taken over with a doubt has been typed or confirmed since (W75)."""
    for subject, field, doubt in standing_doubts(report.content):
        names = {"record": subject.type.word, "name": shorten(subject.name), "field": field.label}
        message = rule.message.format(doubt=words_of_doubt(doubt))
        yield _issue(rule, Place(record=subject.place, field=field.key), message, names)


def report_begun(rule: k.ReportBegun, report: Readiness) -> Iterator[Issue]:
    """There is something to send (E66); first the profile says whose block it is."""
    content = report.content
    if content.is_empty and content.roster.own_block is not None and not report.has_typed_figures:
        yield _at_list(rule, report.content.form.lists[0])


def _at_table(rule: k.ReadinessRule, table: Table, message: str) -> Issue:
    return _issue(rule, Place(table.id), message, {"table": table.title, **rule.where_names})


def _at_list(rule: k.ReadinessRule, record: RecordType) -> Issue:
    return _issue(rule, Place(record=record.place), rule.message, {"list": record.title})


def _issue(rule: k.ReadinessRule, place: Place, message: str, names: Mapping[str, str]) -> Issue:
    where = WHERE[rule.where].format(**names)
    return Issue(rule.id, rule.severity, where, message, place, repairs=rule.repairs)


Say = Callable[[Any, Readiness], Iterator[Issue]]
ON_REPORT: dict[type[k.ReadinessRule], Say] = {
    k.FiguresCurrent: figures_current,
    k.ListFilled: list_filled,
    k.OwnersHaveMembers: owners_have_members,
    k.TableTyped: table_typed,
    k.FiguresBacked: figures_backed,
    k.OverridesReasoned: overrides_reasoned,
    k.DoubtsSettled: doubts_settled,
    k.ReportBegun: report_begun,
}
"""Kind of rule → its interpreter."""

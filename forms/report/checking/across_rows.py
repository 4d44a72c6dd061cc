"""The rules that compare rows and tables, carried out. Each kind is a function of the view that yields its issues."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from forms.model.issue import Issue
from forms.model.rules import (
    rule as k,
)
from forms.model.table import Column
from forms.report.checking.messages import issue_at_record, shown_number
from forms.report.checking.table_view import TableView, code_name, issue_at_cell, issue_at_row, pair_words
from forms.report.figures import Number


def row_sum(rule: k.RowSum, view: TableView) -> Iterator[Issue]:
    """A row is the sum of others, in every column (E10)."""
    table = view.form.table_by_id[rule.table]
    value_of, total_of = view.total(table, (rule.total,)), view.total(table, rule.parts)
    for column in view.columns(table):
        value, total = value_of(column), total_of(column)
        if value != total:
            words = {"value": shown_number(value), "sum": shown_number(total)}
            yield issue_at_cell(rule, table, table.row_by_number[rule.total], column, **words)


def row_equal(rule: k.RowEqual, view: TableView) -> Iterator[Issue]:
    """Two sums of rows are equal, in every column or in some measures."""
    table = view.form.table_by_id[rule.table]
    value_of, limit_of = view.total(table, rule.left), view.total(table, rule.right)
    for column in view.columns(table):
        if rule.measures and column.measure not in rule.measures:
            continue
        value, limit = value_of(column), limit_of(column)
        if value < limit or (value > limit and not rule.only_less):
            yield _across(rule, view, column, value, limit)


def row_at_most(rule: k.RowAtMost, view: TableView) -> Iterator[Issue]:
    """A sum of rows is at most another, in every column."""
    table = view.form.table_by_id[rule.table]
    value_of, limit_of = view.total(table, rule.part), view.total(table, rule.whole)
    for column in view.columns(table):
        value, limit = value_of(column), limit_of(column)
        if value > limit:
            yield _across(rule, view, column, value, limit)


def _across(rule: k.JoiningRule, view: TableView, column: Column, value: Number, limit: Number) -> Issue:
    table_id, number = rule.at
    table = view.form.table_by_id[table_id]
    words = {"value": shown_number(value), "limit": shown_number(limit)}
    return issue_at_cell(rule, table, table.row_by_number[number], column, **words)


def row_columns_equal(rule: k.RowColumnsEqual, view: TableView) -> Iterator[Issue]:
    """In one row two measures are equal (W23)."""
    table = view.form.table_by_id[rule.table]
    for block in view.blocks:
        for part, whole in rule.pairs:
            columns = table.measures(block)
            first, second = columns[part], columns[whole]
            value, limit = (view.value(table, rule.row, c.key) for c in (first, second))
            if value != limit:
                row = table.row_by_number[rule.row]
                yield issue_at_cell(rule, table, row, first, **pair_words(first, second, value, limit))


# In block Tổng số


def linear(rule: k.Linear, view: TableView) -> Iterator[Issue]:
    """A weighted sum stands to another as the rule says."""
    for block in view.total_blocks:
        value = view.terms(rule.left, block)
        limit = view.terms(rule.right, block) + rule.constant
        if rule.round_up:
            limit = int(Decimal(limit).to_integral_value(ROUND_CEILING))
        met = {"<=": value <= limit, ">=": value >= limit, "==": value == limit}[rule.op]
        if not met:
            words = {"value": shown_number(value), "limit": shown_number(limit)}
            yield issue_at_row(rule, view, rule.at, block, rule.left[0][2], **words)


def within_norm(rule: k.WithinNorm, view: TableView) -> Iterator[Issue]:
    """A figure is at most what the norm of the year allows (W02, W03)."""
    assert view.facility is not None
    limit = view.form.limit(rule.norm, view.facility.reference_date)
    if limit is None:
        return
    most, document = limit
    value = view.term(rule.term, view.form.total_block)
    if value > most:
        table, row, measure, _ = rule.term
        words = {"value": shown_number(value), "limit": shown_number(most), "document": document}
        yield issue_at_row(rule, view, (table, row), view.form.total_block, measure, **words)


def implies(rule: k.Implies, view: TableView) -> Iterator[Issue]:
    """A sum above 0 asks for another above 0."""
    for block in view.total_blocks:
        value = view.terms(rule.given, block)
        if value > 0 and not view.terms(rule.then, block) > 0:
            yield issue_at_row(rule, view, rule.at, block, rule.given[0][2], value=shown_number(value))


def zero(rule: k.Zero, view: TableView) -> Iterator[Issue]:
    """A row holds no one."""
    table = view.form.table_by_id[rule.table]
    column = table.total_column
    value = view.value(table, rule.row, column.key)
    if value:
        yield issue_at_cell(rule, table, table.row_by_number[rule.row], column, value=shown_number(value))


def positive(rule: k.Positive, view: TableView) -> Iterator[Issue]:
    """A cell is above 0."""
    table = view.form.table_by_id[rule.table]
    column = table.measures(view.form.total_block)[rule.measure]
    if not view.value(table, rule.row, column.key) > 0:
        yield issue_at_cell(rule, table, table.row_by_number[rule.row], column)


def kind_row(rule: k.KindRow, view: TableView) -> Iterator[Issue]:
    """A row is 1 for its kinds of facility, otherwise 0 (E30)."""
    assert view.facility is not None
    table = view.form.table_by_id[rule.table]
    column = table.total_column
    for number, wanted in rule.rows:
        value = view.value(table, number, column.key)
        limit = 1 if view.facility.get(rule.field) in wanted else 0
        if value != limit:
            words = {"kind": code_name(view, rule.field), "value": shown_number(value), "limit": str(limit)}
            yield issue_at_cell(rule, table, table.row_by_number[number], column, **words)


def kind_divisions(rule: k.KindDivisions, view: TableView) -> Iterator[Issue]:
    """The kind of the facility fits its classes (W36); placed at the field of the profile."""
    assert view.facility is not None
    table = view.form.table_by_id[rule.table]
    column = table.total_column.key
    kind = view.facility.get(rule.field)
    for sides, wants_zero in ((rule.zero, True), (rule.positive, False)):
        for number in dict(sides).get(kind, ()):
            value = view.value(table, number, column)
            if (value == 0) is not wants_zero:
                words = {
                    "kind": code_name(view, rule.field),
                    "row": str(number),
                    "value": shown_number(value),
                    "counted": table.row_by_number[number].label.lower(),
                }
                yield issue_at_record(rule, view.facility, rule.field, words)


def teacher_need(rule: k.TeacherNeed, view: TableView) -> Iterator[Issue]:
    """Teachers are as many as the children ask for (W18)."""
    needs = rule.needs
    if rule.one_session_row:
        table, number = rule.one_session_row
        if not view.everyone(table, number):
            needs = rule.needs_one_session
    need = sum(
        (Decimal(view.everyone(table, number)) / per_teacher for table, number, per_teacher in needs),
        Decimal(0),
    )
    limit = int(need.to_integral_value(ROUND_FLOOR))
    value = view.everyone(*rule.teachers)
    if value < limit:
        words = {"value": shown_number(value), "limit": str(limit)}
        measure = view.form.table_by_id[rule.teachers[0]].total_measure
        yield issue_at_row(rule, view, rule.teachers, view.form.total_block, measure, **words)


def area_per_child(rule: k.AreaPerChild, view: TableView) -> Iterator[Issue]:
    """Room area for each child, when it is known (W25); placed at the field of the profile."""
    assert view.facility is not None
    area: Decimal | None = view.facility.get(rule.field)
    children = view.everyone(*rule.children)
    if area is None or not children or area / children >= Decimal(rule.minimum):
        return
    words = {"value": shown_number(area / children, 2), "limit": shown_number(Decimal(rule.minimum))}
    yield issue_at_record(rule, view.facility, rule.field, words)


def year_change(rule: k.YearChange, view: TableView) -> Iterator[Issue]:
    """A total changed much since the year before (W26)."""
    for table_id, number in rule.rows:
        table = view.form.table_by_id[table_id]
        row = table.row_by_number[number]
        column = table.total_column
        before = view.before(table_id, row.key, column.key)
        if before is None or before < rule.base:
            continue
        value = view.value(table, number, column.key)
        if abs(Decimal(value) - Decimal(before)) > Decimal(rule.ratio) * before:
            words = {"previous": shown_number(before), "value": shown_number(value)}
            yield issue_at_cell(rule, table, row, column, **words)


AcrossRule = Callable[[Any, TableView], Iterator[Issue]]

ACROSS_ROWS: dict[type[k.TableRule], AcrossRule] = {
    k.RowSum: row_sum,
    k.RowEqual: row_equal,
    k.RowAtMost: row_at_most,
    k.RowColumnsEqual: row_columns_equal,
    k.Linear: linear,
    k.WithinNorm: within_norm,
    k.Implies: implies,
    k.Zero: zero,
    k.Positive: positive,
    k.KindRow: kind_row,
    k.KindDivisions: kind_divisions,
    k.TeacherNeed: teacher_need,
    k.AreaPerChild: area_per_child,
    k.YearChange: year_change,
}

"""The rules that look at one row of a table, carried out. Each kind yields its issues in that row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from forms.model.issue import Issue
from forms.model.rules import (
    rule as k,
)
from forms.model.table import Row, Table
from forms.model.values import figure
from forms.report.checking.messages import shown_cell, shown_number
from forms.report.checking.table_view import TableView, code_name, issue_at_cell, pair_words


def cell_type(rule: k.CellType, view: TableView, table: Table, row: Row) -> Iterator[Issue]:
    """What was typed is a number of the kind of the table (E01, E02)."""
    for key, value in view.typed(table, row).items():
        column = table.column_by_key[key]
        if table.derived and column.block not in view.blocks:
            continue
        if figure(table.figure, value) is None:
            yield issue_at_cell(rule, table, row, column, value=shown_cell(value))


def block_sum(rule: k.BlockSum, view: TableView, table: Table, row: Row) -> Iterator[Issue]:
    """Tổng số = sum of the ownership blocks, for every measure that all blocks have (E03)."""
    assert row.ma_so is not None
    figures = view.row(table, row.ma_so)
    for column, place, parts in table.sums_of_blocks:
        value, total = figures[place] or 0, sum([figures[part] or 0 for part in parts])
        if value != total:
            yield issue_at_cell(rule, table, row, column, value=shown_number(value), sum=shown_number(total))


def foreign_blocks_zero(
    rule: k.ForeignBlocksZero, view: TableView, table: Table, row: Row
) -> Iterator[Issue]:
    """Blocks of another ownership hold 0 or nothing (E04)."""
    assert row.ma_so is not None and view.facility is not None
    figures = view.row(table, row.ma_so)
    for block in table.owned_blocks:
        if block in view.blocks:
            continue
        for column in table.by_block[block].values():
            value = figures[table.index[column.key]]
            if value:
                words = {"value": shown_number(value), "ownership": code_name(view, "ownership")}
                yield issue_at_cell(rule, table, row, column, **words)


def column_at_most(rule: k.ColumnAtMost, view: TableView, table: Table, row: Row) -> Iterator[Issue]:
    """One measure is at most another (E05)."""
    assert row.ma_so is not None
    figures = view.row(table, row.ma_so)
    for block in view.blocks:
        columns = table.measures(block)
        for part, whole in rule.pairs:
            first, second = columns[part], columns[whole]
            value, limit = figures[table.index[first.key]] or 0, figures[table.index[second.key]] or 0
            if value > limit:
                yield issue_at_cell(rule, table, row, first, **pair_words(first, second, value, limit))


def column_linear(rule: k.ColumnLinear, view: TableView, table: Table, row: Row) -> Iterator[Issue]:
    """A weighted sum of measures is at most another (E06)."""
    assert row.ma_so is not None
    figures, index = view.row(table, row.ma_so), table.index
    for block in view.blocks:
        columns = table.measures(block)
        value, limit = (
            sum([(figures[index[columns[measure].key]] or 0) * factor for measure, factor in side])
            for side in (rule.left, rule.right)
        )
        if value > limit:
            words = {"value": shown_number(value), "limit": shown_number(limit)}
            yield issue_at_cell(rule, table, row, columns[table.total_measure], **words)


def column_sum(rule: k.ColumnSum, view: TableView, table: Table, row: Row) -> Iterator[Issue]:
    """A measure is the sum of others (E07, E08)."""
    assert row.ma_so is not None
    figures, index = view.row(table, row.ma_so), table.index
    for block in view.blocks:
        if rule.block not in (None, block):
            continue
        columns = table.measures(block)
        if not all(part in columns for part in rule.parts):
            continue
        value = figures[index[columns[rule.total].key]] or 0
        total = sum([figures[index[columns[part].key]] or 0 for part in rule.parts])
        if value != total:
            words = {"value": shown_number(value), "sum": shown_number(total)}
            yield issue_at_cell(rule, table, row, columns[rule.total], **words)


def table_empty(rule: k.TableEmpty, view: TableView, table: Table, row: Row) -> Iterator[Issue]:
    """A typed row is empty or 0; one issue a row, at its first figure (W22)."""
    assert row.ma_so is not None
    if row.sum_of:
        return
    for column in view.columns(table):
        value = view.value(table, row.ma_so, column.key)
        if value:
            words = {"value": shown_number(value), "ownership": code_name(view, "ownership")}
            yield issue_at_cell(rule, table, row, column, **words)
            return


RowRule = Callable[[Any, TableView, Table, Row], Iterator[Issue]]

IN_ONE_ROW: dict[type[k.TableRule], RowRule] = {
    k.CellType: cell_type,
    k.BlockSum: block_sum,
    k.ForeignBlocksZero: foreign_blocks_zero,
    k.ColumnAtMost: column_at_most,
    k.ColumnLinear: column_linear,
    k.ColumnSum: column_sum,
    k.TableEmpty: table_empty,
}

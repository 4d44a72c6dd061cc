"""The figures of the report: what was taken, what was typed over it, and what is computed from both.

Typing, totals and decimals as the notes of the form say (tables: typing, totals, decimals).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from forms.dossier.content import Content, Edit, Tree, difference
from forms.model.declared import Frozen
from forms.model.table import Row, Table
from forms.model.values import as_number, figure
from forms.report.derivation import Derivation
from forms.sets.form_set import FormSet

Number = int | Decimal
FigureRow = tuple[Number | None, ...]
"""The figures of one row, in the order of the table's columns; None is an empty cell."""

Rows = Mapping[str, FigureRow]


class Figures(Frozen):
    """All tables of *form*: table → row key → figures. *block* is the own block."""

    tables: Mapping[str, Rows]
    block: str | None
    form: FormSet

    def cell(self, table: Table, row: Row, column: str) -> Number | None:
        """One figure; None when the cell is empty."""
        return self.tables[table.id][row.key][table.index[column]]

    def as_json(self) -> dict[str, dict[str, dict[str, Number]]]:
        """Every cell that is not empty, 0 and totals included."""
        return {
            table.id: {
                key: cells for key, row in self.tables[table.id].items() if (cells := _named(table, row))
            }
            for table in self.form.tables
        }


def _named(table: Table, row: FigureRow) -> dict[str, Number]:
    return {key: value for key, value in zip(table.column_by_key, row, strict=True) if value is not None}


class FiguresOf:
    """Works out the figures of contents one after another; a table whose sources are the same is not redone."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[Any, ...], Rows]] = {}

    def __call__(self, content: Content) -> Figures:
        """The figures of *content*."""
        form, block = content.form, content.roster.own_block
        tables = {table.id: self._rows(table, content, block) for table in form.tables}
        return Figures(tables, block, form)

    def _rows(self, table: Table, content: Content, block: str | None) -> Rows:
        taken = content.taken.get(table.id, _NOTHING) if content.taken is not None else None
        typed = content.part("cells").get(table.id, _NOTHING)
        known = self._known.get(table.id)
        if known and known[0][0] is taken and known[0][1] is typed and known[0][2] == block:
            return known[1]
        rows = table_rows(table, block, taken if table.derived else None, typed)
        self._known[table.id] = ((taken, typed, block), rows)
        return rows


_NOTHING: Tree = {}


def table_rows(table: Table, block: str | None, taken: Tree | None, typed: Tree) -> Rows:
    """The figures of one table for the own *block* from what was *taken* (None: nothing yet) and *typed*."""
    blank: dict[str, Number | None] = dict.fromkeys(table.column_by_key, None if taken is None else 0)
    # where nothing was typed over what was taken, a row of which nothing was taken is all zeros
    worked_out = (
        taken if taken is not None and not typed and not table.rows_beside_taken else table.row_by_key
    )
    cells = {key: blank | dict((taken or _NOTHING).get(key, _NOTHING)) for key in worked_out}
    if taken is not None:
        cells.update((key, dict.fromkeys(blank)) for key in table.rows_beside_taken)
    for key in _typed_blocks(table, block):
        _own(table, key, taken, typed, cells)
    if table.has_blocks:
        _total_block(table, block, taken, cells)
    zeros = tuple(blank.values())
    return {key: tuple(cells[key].values()) if key in cells else zeros for key in table.row_by_key}


def _typed_blocks(table: Table, block: str | None) -> tuple[str | None, ...]:
    """The blocks that may hold typed cells."""
    if not table.has_blocks:
        return (None,)
    if table.keeps_foreign_blocks:
        return table.owned_blocks
    return (block,) if block else ()


def _own(
    table: Table,
    block: str | None,
    taken: Tree | None,
    typed: Tree,
    cells: dict[str, dict[str, Number | None]],
) -> None:
    columns = table.by_block[block]
    for measure, column in columns.items():
        if table.typed_measures and measure not in table.typed_measures:
            continue
        key = column.key
        overrides = {row: figure(table.figure, values[key]) for row, values in typed.items() if key in values}
        if taken is not None and not overrides:
            continue
        value = _reader(table, key, taken, overrides)
        for row_key, row in table.row_by_key.items():
            cells[row_key][key] = value(row)
    if table.typed_measures:
        parts = [columns[measure].key for measure in table.typed_measures]
        for row_cells in cells.values():
            row_cells[columns[table.total_measure].key] = add([row_cells[part] for part in parts])


def _reader(
    table: Table, column: str, taken: Tree | None, overrides: Mapping[str, Number | None]
) -> Callable[[Row], Number | None]:
    """How to read a row in one column. A total shows its own count until one of its parts is overridden."""

    def parts(row: Row) -> list[Row]:
        return [table.row_by_number[number] for number in row.sum_of]

    def overridden(row: Row) -> bool:
        return row.key in overrides if not row.sum_of else any(overridden(part) for part in parts(row))

    def value(row: Row) -> Number | None:
        key = row.key
        counts = taken is not None and key not in table.rows_beside_taken
        if row.sum_of and (not counts or (overrides and overridden(row))):
            return add([value(part) for part in parts(row)])
        if key in overrides:
            return overrides[key]
        if taken is None or not counts:
            return None
        counted: Number = taken.get(key, _NOTHING).get(column, 0)
        return counted

    return value


def _total_block(
    table: Table, block: str | None, taken: Tree | None, cells: dict[str, dict[str, Number | None]]
) -> None:
    own = table.by_block.get(block, {}) if block else {}
    for measure, column in table.by_block[table.total_block].items():
        source = own.get(measure)
        for row_cells in cells.values():
            row_cells[column.key] = row_cells[source.key] if source else (None if taken is None else 0)
    if taken is None and table.derived:
        _zero_beside_typed(table, block, cells)


def _zero_beside_typed(table: Table, block: str | None, cells: dict[str, dict[str, Number | None]]) -> None:
    """Figures typed before any were taken stand in the own block: the other blocks of their rows are 0."""
    foreign = [c.key for key in table.owned_blocks if key != block for c in table.by_block[key].values()]
    for row_cells in cells.values():
        if any(value is not None for value in row_cells.values()):
            row_cells.update(dict.fromkeys(foreign, 0))


def add(parts: list[Number | None]) -> Number | None:
    """Sum of figures; the sum of only empty ones is empty."""
    numbers = [part for part in parts if part is not None]
    total = sum(numbers)
    return None if not numbers else as_number(total) if isinstance(total, Decimal) else total


def take(content: Content, at: str) -> tuple[Edit, ...]:
    """The edits of «Lấy dữ liệu» at the time *at*: the figures that follow from the records now.

    Without a block of its own (ownership empty or 02) nothing is taken and what was taken stays.
    """
    figures = Derivation(content.roster).take()
    if figures is None:
        return ()
    if figures == content.taken:
        return ()
    return difference(content, Content({**content.tree, "taken": figures, "taken_at": at}))


def is_empty(figures: Figures, table: Table) -> bool:
    """Whether no cell of the table holds a figure."""
    return all(value is None for row in figures.tables[table.id].values() for value in row)


def shown(table: Table, figures: Figures, row: Row, column_key: str) -> Number | None:
    """A figure as the print and the workbook show it: the cells of other ownerships are 0, like the official export."""
    value = figures.cell(table, row, column_key)
    if value is None and figures.block is not None and table.has_blocks:
        block = table.column_by_key[column_key].block
        if block not in (table.total_block, figures.block):
            return 0
    return value

"""Empty cells that the report workbook shows as 0, and the way back from its sheets to the figures.

The cells of other ownerships are shown 0 (tables: print_note) and an empty total that is a formula has the
result 0. Which of these were empty follows from the own block; what does not follow is written into the
workbook beside it, so that the check code can be computed from the file alone.

What is empty and what is 0 is decided in one place, ``forms.report.figures``: ``shown`` says how a figure is shown,
``table_rows`` when a row with figures has 0 in the blocks of others. Here is only the way back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exports.layout.table_page import TableGrid
from exports.workbooks.report.sheet_places import SheetPlaces, places_of
from forms.model.table import Column, Table
from forms.report.figures import Figures, Number, shown
from forms.report.report import ReportCells
from forms.sets.form_set import FormSet

NO_BLOCK = "-"
"""How the workbook says that the report has no own block."""

SheetCells = dict[str, dict[str, dict[str, Number]]]
FigureRow = Mapping[str, Number]


def shown_cells(figures: Figures) -> SheetCells:
    """The figures as the sheets show them."""
    cells: SheetCells = {}
    for table in figures.form.tables:
        places = places_of(TableGrid(table, ()))
        rows = cells[table.id] = {}
        for row in table.data_rows:
            values = {column: shown(table, figures, row, column.key) for column in table.columns}
            rows[row.key] = {
                column.key: value or 0
                for column, value in values.items()
                if value is not None or places.parts(column)
            }
    return cells


def figures_behind(cells: ReportCells, block: str | None, form: FormSet, exceptions: str = "") -> SheetCells:
    """The figures of which the sheets show *cells*, in the shape of ``Figures.as_json``; *block* is the own one."""
    figures = {table.id: _rows_behind(table, cells.get(table.id, {}), block) for table in form.tables}
    for table_id, row, column in (item.split(".", 2) for item in exceptions.split() if item.count(".") > 1):
        if cells.get(table_id, {}).get(row, {}).get(column) != 0:
            continue
        values = figures[table_id].setdefault(row, {})
        if values.pop(column, None) is None:
            values[column] = 0
        if not values:
            del figures[table_id][row]
    return figures


def exceptions_of(figures: Figures) -> str:
    """The cells for which ``figures_behind`` would take 0 for empty, or empty for 0: ``T4.203.TU_THUC.permanent``."""
    own = figures.as_json()
    behind = figures_behind(shown_cells(figures), figures.block, figures.form)
    return " ".join(
        f"{table.id}.{row.key}.{key}"
        for table in figures.form.tables
        for row in table.data_rows
        for key in table.column_by_key
        if (key in own[table.id].get(row.key, {})) != (key in behind[table.id].get(row.key, {}))
    )


def block_of(cells: ReportCells, form: FormSet) -> str | None:
    """The one ownership block that holds figures other than 0; None when there are none, or several."""
    blocks = {
        table.column_by_key[key].block
        for table in form.tables
        if table.has_blocks
        for row in cells.get(table.id, {}).values()
        for key, value in row.items()
        if value and table.column_by_key[key].block != table.total_block
    }
    return blocks.pop() if len(blocks) == 1 else None


def _rows_behind(
    table: Table, rows: Mapping[str, FigureRow], block: str | None
) -> dict[str, dict[str, Number]]:
    places = places_of(TableGrid(table, ()))
    behind: dict[str, dict[str, Number]] = {}
    for key, row in rows.items():
        figures = dict(row)
        if block and table.has_blocks and not (table.derived and _is_taken(table, row, block)):
            for column in _zeros(table, row):
                if column.block not in (table.total_block, block):
                    del figures[column.key]
        for column in _zeros(table, row):
            if places.parts(column) and not any(leaf in figures for leaf in _leaves(places, column)):
                figures.pop(column.key, None)
        if figures:
            behind[key] = figures
    return behind


def _is_taken(table: Table, row: FigureRow, block: str) -> bool:
    """Whether a row of a derived table has figures; with its own, those of other ownerships are 0, not empty."""
    return any(table.column_by_key[key].block in (table.total_block, block) for key in row)


def _zeros(table: Table, row: FigureRow) -> list[Column]:
    return [table.column_by_key[key] for key, value in row.items() if value == 0]


def _leaves(places: SheetPlaces, column: Column) -> Iterator[str]:
    """The keys of the columns that a formula adds up in the end."""
    for part in places.parts(column):
        if places.parts(part):
            yield from _leaves(places, part)
        else:
            yield part.key

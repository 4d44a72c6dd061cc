"""A table as cells: its headings cover every place once, and their lines are as high as the cells need."""

from __future__ import annotations

from collections import Counter

import pytest

from exports.layout.table_page import CODE, LEAD, Heading, TableGrid, lay_out, lay_out_all, line_heights
from forms.model.table import Table
from forms.report.figures import FiguresOf
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.tables import TABLES
from tests.builders import example


def grid_of(table: Table) -> TableGrid:
    return lay_out(table, FiguresOf()(example()))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_the_headings_cover_every_place_once(table: Table) -> None:
    grid = grid_of(table)
    covered = Counter(
        (line, column)
        for heading in grid.headings
        for line in range(heading.line, heading.line + heading.lines)
        for column in range(heading.column, heading.column + heading.columns)
    )
    width = LEAD + len(table.columns)
    assert covered == Counter((line, column) for line in range(grid.depth) for column in range(width))
    assert len(grid.numbers) == width
    assert grid.numbers[CODE] == "C"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_a_line_is_as_high_as_its_cells_need_and_no_higher(table: Table) -> None:
    grid = grid_of(table)

    def needed(heading: Heading) -> float:
        return 100.0 if heading.lines == grid.depth else 10.0 * heading.lines

    above = grid.depth - 1
    assert line_heights(grid, needed) == [10.0] * above + [100.0 - 10.0 * above]
    assert line_heights(grid, lambda heading: 10.0 * heading.lines) == [10.0] * grid.depth


def test_a_table_that_need_not_be_filled_in_says_so_while_it_is_empty() -> None:
    figures = FiguresOf()(example())
    applies = [not grid.not_applicable for grid in lay_out_all(figures, "09")]
    assert applies == [True, True, True, True, False]
    assert all(not grid.not_applicable for grid in lay_out_all(figures, "01"))


def test_rows_without_a_number_are_headings_and_have_no_figures() -> None:
    grid = grid_of(FORM.table_by_id["T4"])
    assert {line.is_heading for line in grid.lines} == {True, False}
    assert all(bool(line.figures) is not line.is_heading for line in grid.lines)
    assert {grid.style(line) for line in grid.lines} == {"B", ""}

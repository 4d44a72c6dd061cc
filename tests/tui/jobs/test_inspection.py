"""What a content shows: worked out once for a content and a day, the same as a fresh look."""

from __future__ import annotations

from datetime import date

from forms.dossier.content import Edit, apply
from forms.sets import form_of
from tui.jobs.inspection import Inspection, records_behind
from tui.jobs.workspace import Workspace


def test_a_look_is_taken_once_a_day(training: Workspace, notices: list[str]) -> None:
    content, days = training.read(notices.append), [training.today]
    inspection = Inspection(lambda: days[-1])
    first = inspection.issues(content)
    assert inspection.issues(content) is first
    days.append(date(2010, 1, 1))
    assert inspection.issues(content) == Inspection(lambda: days[-1]).issues(content) != first


def test_issues_of_a_record_and_stale_cells_follow_an_edit(training: Workspace, notices: list[str]) -> None:
    content = training.read(notices.append)
    inspection = Inspection(lambda: training.today)
    assert inspection.stale_cells(content) == {}
    child = content.records("children")["c0001"]
    gone = apply(content, [Edit(("children", "c0001"), child, None)])
    assert {table for table, _ in inspection.stale_cells(gone)} == {"T2"}
    nameless = apply(content, [Edit(("children", "c0001", "name"), child["name"], None)])
    assert [issue.place.field for issue in inspection.issues_of(nameless, "children/c0001")] == ["name"]
    assert inspection.issues_of(content, "children/c0001") == []


def test_the_records_behind_a_figure_are_as_many_as_it_says(training: Workspace, notices: list[str]) -> None:
    content = training.read(notices.append)
    figures = Inspection(lambda: training.today).figures(content)
    table = form_of(2019).table_by_id["T2"]
    column = next(column for column in table.columns if column.block == figures.block)
    for row in table.data_rows:
        if row.query is not None:
            behind = records_behind(content, table, row, column)
            assert len(behind) == (figures.cell(table, row, column.key) or 0)

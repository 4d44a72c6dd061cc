"""On to the national system: what to upload and to type there, ticked off; a tick holds while what it was done with stays."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from forms.model.place import Place
from forms.package.writer import write
from forms.report.differences import differences
from forms.report.figures import FiguresOf
from forms.report.portal import portal_line_words
from forms.report.portal.portal_lines import PortalLine, lines_left, portal_lines
from forms.sets import newest
from tests.exports.tools import run
from tests.tui.conftest import Open, Screen
from tests.tui.page_driver import SENDER
from tui.desk.page_names import PageName
from tui.jobs.current_report import report_of
from tui.jobs.export_kinds import ExportKind
from tui.jobs.exporting import Destination, export, portal_list
from tui.jobs.workspace import Workspace
from tui.pages.home.home import HomePage
from tui.pages.sending.portal_list import PortalPage
from tui.pages.tables.sheet import SheetPage
from tui.texts.revisions import portal_words

CELL = "T4.203:TU_THUC.permanent"


@pytest.fixture
def portal(sent: Screen) -> Screen:
    """The page of a report that was sent."""
    sent.press("enter")
    assert isinstance(sent.page, PortalPage)
    return sent


def to_do(screen: Screen) -> list[PortalLine]:
    return [line for line in screen.page.lines if line.key]


def done(screen: Screen) -> set[str]:
    return {line.key for line in screen.page.lines if line.done}


def tick_all(screen: Screen) -> None:
    screen.type("‹home›" + "‹space›↓" * len(to_do(screen)))


def test_it_follows_the_system_and_leaves_no_list_and_no_typed_table_out() -> None:
    form = newest()
    places = {step.place for step in form.portal} - {""}
    assert places == set(form.record_by_place)
    assert [step.table for step in form.portal if step.table] == [t.id for t in form.tables if not t.derived]


def test_every_figure_that_is_typed_is_there_once_in_the_order_of_the_form(portal: Screen) -> None:
    content, figures = portal.work.content, portal.work.figures
    wanted = [
        (str(row.ma_so), Place(table.id, row.key, column.key))
        for table in content.form.tables
        if not table.derived
        for row in table.data_rows
        for column in table.columns
        if table.can_type(row, column, figures.block) and figures.cell(table, row, column.key)
    ]
    assert [(line.number, line.place) for line in to_do(portal) if line.value] == wanted
    assert "50 ô khác không có số" in "".join(line.text for line in portal.page.lines)


@pytest.mark.slow
def test_the_files_are_called_as_they_are_exported(portal: Screen) -> None:
    workspace = portal.work.workspace
    written = export(workspace, ExportKind.ROSTERS, Destination(), lambda _: None)
    names = [portal_line_words.UPLOAD_FILE.format(name=file.path.name) for file in written]
    assert [line.text for line in portal.page.lines if line.text in names] == names


def test_a_burst_ticks_everything_and_it_holds_in_the_next_session(portal: Screen, open_desk: Open) -> None:
    tick_all(portal)
    assert lines_left(portal.page.lines) == 0
    assert portal_words.PORTAL_ALL_DONE in portal.lines[0]
    workspace = portal.work.workspace
    portal.work.session.close()
    again = open_desk(Workspace(workspace.folder, training=True))
    assert isinstance(again.page, HomePage)
    assert [line.split()[-1] for line in again.lines if portal_words.HOME_PORTAL_STEP in line] == ["xong"]
    again.type("15⏎")
    assert len(done(again)) == len(to_do(again))


def test_a_tick_is_taken_back_by_the_same_key_and_by_undo(portal: Screen) -> None:
    portal.type("‹space›")
    assert done(portal) == {"log_in"}
    assert portal_words.TICKED.format(count=len(to_do(portal)) - 1) in portal.said
    portal.type("‹space›")
    assert done(portal) == set()
    assert portal_words.UNTICKED.format(count=len(to_do(portal))) in portal.said
    portal.type("‹ctrl+z›")
    assert done(portal) == {"log_in"}


def test_the_next_revision_takes_back_what_it_changed_and_what_is_done_with_each(refused: Screen) -> None:
    refused.desk.open(PageName.PORTAL)
    assert portal_words.PORTAL_DRAFT.split(":")[0] in refused.text
    tick_all(refused)
    refused.desk.home()
    refused.work.put(("cells", "T4", "203", "TU_THUC.permanent"), 2)
    refused.work.put(("children", "c0003", "name"), "Trẻ Mẫu Ba")
    refused.desk.open(PageName.PORTAL)
    open_now = {line.key for line in to_do(refused)} - done(refused)
    assert open_now == {CELL, "children"}
    refused.desk.home()
    refused.type(f"14⏎‹f10›⏎‹f10›⏎{SENDER}⏎")
    assert refused.work.content.is_frozen
    refused.desk.open(PageName.PORTAL)
    assert {line.key for line in to_do(refused)} - done(refused) == open_now
    figure = next(line for line in to_do(refused) if line.key == CELL)
    assert figure.value == "2"


def test_steps_of_a_revision_are_done_again_with_the_next_one(sent: Screen, refused: Screen) -> None:
    first, second = (
        {line.key: line.stamp for line in portal_list(report_of(screen.work.workspace, screen.work.content))}
        for screen in (sent, refused)
    )
    assert {key for key in first if first[key] != second[key]} == {"take", "send", "extract"}


def test_amounts_are_typed_with_their_years_and_a_table_without_figures_is_one_line(sent: Screen) -> None:
    content = sent.work.content
    cells = {"T5": {"017": {"settled": 120, "planned": Decimal("1250.5")}}}
    lines = portal_lines(of := content.but({**content.tree, "cells": cells}), FiguresOf()(of), {})
    texts = [(line.number, line.text, line.value) for line in lines if not line.is_heading]
    start = next(row for row, line in enumerate(texts) if line[0] == "17")
    assert [line[::2] for line in texts[start : start + 2]] == [("17", "120"), ("17", "1.250,5")]
    assert texts[start + 2][1] == "Năm tài chính n là năm 2019, n-1 là năm 2018."
    assert [text for _, text, _ in texts if text.startswith("Cả ")] == [
        portal_line_words.ALL_EMPTY.format(count=57)
    ]


def test_ticks_stay_here_and_are_no_difference(portal: Screen) -> None:
    before = portal.work.content
    tick_all(portal)
    assert write(portal.work.content) == write(before)
    assert differences(before, portal.work.content) == []


def test_enter_goes_to_the_cell_and_esc_comes_back(portal: Screen) -> None:
    row = next(row for row, line in enumerate(portal.page.lines) if line.key == CELL)
    portal.page.go(row)
    portal.type("⏎")
    assert isinstance(portal.page, SheetPage)
    assert portal.page.place_here() == Place("T4", "203", "TU_THUC.permanent")
    portal.press("escape")
    assert isinstance(portal.page, PortalPage)
    assert portal.page.cursor.row == row


def test_the_menu_of_what_was_sent_leads_there_too(sent: Screen) -> None:
    sent.type("14⏎‹f10›")
    number = next(line.split()[0] for line in sent.lines if portal_words.HOME_PORTAL_STEP + ":" in line)
    sent.type(f"{number}⏎")
    assert isinstance(sent.page, PortalPage)


def test_f7_prints_this_list_and_f8_what_is_uploaded(portal: Screen) -> None:
    portal.type("‹f7›")
    portal.desk.home()
    portal.type("⏎‹f8›")
    assert portal.terminal.exports == ["portal", "rosters"]


def test_before_the_first_sending_the_first_page_has_no_such_step(screen: Screen) -> None:
    assert portal_words.HOME_PORTAL_STEP not in screen.text


@pytest.mark.slow
def test_the_sheet_lists_what_the_page_lists(portal: Screen, tmp_path: Path) -> None:
    portal.type("↓‹space›")
    goal = Destination(file=tmp_path / "sheet.pdf")
    list(export(portal.work.workspace, ExportKind.PORTAL, goal, lambda _: None))
    assert goal.file is not None
    text = run("pdftotext", "-layout", goal.file, "-")
    printed = ["".join(line.split()) for line in text.splitlines()]
    shown = ["".join("".join(line).split()) for line in _cells(portal)]
    assert [line for line in printed if line in shown] == shown
    assert [line for line in printed if line.startswith("[x]")] == [shown[3]]


def _cells(screen: Screen) -> list[list[str]]:
    """What the page shows, row by row."""
    page = screen.page
    return [[page.cell(row, col).text for col in range(4)] for row in range(page.count())]

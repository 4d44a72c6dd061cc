"""The form as the national system extracts it against the figures: cell by cell, an empty cell is a 0."""

from __future__ import annotations

import pytest

from exports.comparison.figure_comparison import compare_figures
from exports.comparison.mismatches import Mismatch
from exports.reading.workbook_reader import ForeignSheet, ForeignWorkbook
from exports.workbooks.report.report_reader import ReportBook, is_report
from forms.dossier.content import Content
from forms.sets.mn2019.form import FORM
from tests.builders import cells, example
from tests.exports.conftest import report_of
from tests.exports.report_books import Grids, made, official_grids, read_bytes

ROOMS = "Phòng học"


def extracted(content: Content) -> Grids:
    """The official export with the figures of *content*."""
    return official_grids(report_of(content))


def read(grids: Grids) -> ReportBook:
    return read_bytes(made(grids))


def told(mismatches: list[Mismatch]) -> list[tuple[str, str, object, object]]:
    return [(str(each.place), each.spot, each.theirs.value, each.ours.value) for each in mismatches]


@pytest.mark.slow
def test_our_own_figures_differ_nowhere() -> None:
    assert compare_figures(read(extracted(example())), example(), None) == []


@pytest.mark.slow
def test_every_cell_that_differs_is_told_with_its_address_and_what_was_sent() -> None:
    ours = cells("T4", 203, permanent=3, semi_permanent=1)(example())
    theirs = cells("T4", 203, permanent=2, semi_permanent=1)(ours)
    sent = cells("T4", 203, permanent=2, semi_permanent=1)(ours)
    found = compare_figures(read(extracted(theirs)), ours, sent)
    own = {place: (spot, before, now) for place, spot, before, now in told(found)}
    assert own["T4.203:TU_THUC.permanent"][1:] == (2, 3)
    spot = own["T4.203:TU_THUC.permanent"][0]
    grids = extracted(theirs)
    column, number = ord(spot[0]) - 64, int(spot[1:])
    assert grids[ROOMS][number, column] == 2, "the address is that of the file"
    assert {str(each.place): each.sent and each.sent.value for each in found}["T4.203:TU_THUC.permanent"] == 2
    assert found[-1].label.startswith("Biểu 4, mã 203 Phòng học, Tư thục")


@pytest.mark.slow
def test_an_empty_cell_is_a_nought_and_what_cannot_be_read_is_not_compared() -> None:
    grids = extracted(example())
    (at,) = [at for at, value in grids[ROOMS].items() if value == "194" or value == 194]
    assert told(compare_figures(read(grids), example(), None)) == []
    grids[ROOMS][at] = 199
    book = read(grids)
    assert compare_figures(book, example(), None) == [], "the row is told by its problem alone"
    assert any("mã số" in str(problem).lower() for problem in book.problems)
    assert {row for table, row, _ in book.unread if table == "T4"} == {"194"}


def test_a_list_whose_sheet_is_called_like_one_of_the_form_is_no_report() -> None:
    titles = [table.sheet.title for table in FORM.tables]
    sheets = tuple(ForeignSheet(f" {title} ", ()) for title in titles)
    assert is_report(ForeignWorkbook("a.xlsx", sheets), FORM)
    assert not is_report(ForeignWorkbook("a.xlsx", sheets[1:2]), FORM)

"""The totals of a report: added up from its figures, last year beside, nothing where nothing is known."""

from __future__ import annotations

from forms.dossier.content import empty_content
from forms.dossier.roster import SchoolYear
from forms.report.figures import FiguresOf
from forms.report.totals import TotalFigure, totals
from tests.builders import example


def test_totals_are_the_sums_of_their_rows() -> None:
    figures = FiguresOf()(example())
    cells = figures.as_json()

    def of(table: str, column: str, *rows: str) -> int:
        return sum(int(cells[table][row][column]) for row in rows if column in cells[table].get(row, {}))

    assert totals(figures, None) == [
        TotalFigure("Nhóm, lớp", of("T1", "TONG", "055"), None),
        TotalFigure("Trẻ", of("T2", "TONG.total", "083"), None),
        TotalFigure("Nhân sự", of("T3", "TONG.total", "123", "156", "167"), None),
        TotalFigure("Phòng học, kể cả nhờ, mượn", of("T4", "TONG.total", "194", "195", "203", "204"), None),
    ]
    assert all(total.now for total in totals(figures, None))


def test_a_year_before_with_some_figures_stands_beside() -> None:
    figures = FiguresOf()(example())
    before = {"T3": {"123": {"TONG.total": 1}, "167": {"TONG.total": 5, "TU_THUC.total": 9}}}
    assert [total.before for total in totals(figures, before)] == [None, None, 6, None]


def test_an_empty_report_has_no_totals() -> None:
    figures = FiguresOf()(empty_content(SchoolYear(2019)))
    assert [total.now for total in totals(figures, None)] == [None] * 4

"""Signs, messages and F9 follow from the place of an issue, not from its words."""

from __future__ import annotations

from datetime import date

import pytest

from forms.model.rules.rule import (
    Where,
)
from forms.sets.mn2019.rules.book import RULES
from tests.forms.report.checking.test_places_of_issues import reworded
from tests.tui.conftest import Screen
from tui.jobs.workspace import Workspace
from tui.pages.tables.sheet import SheetPage

T2 = "T2.087:TU_THUC.total"


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"where_names": {"row": "số 87"}},
        {"where_names": {"row": "84 và 87"}},
        {"where": Where.ROW, "message": "Trẻ học 2 buổi/ngày (biểu 2, mã 87): {value}, vượt {limit}."},
        {"message": "Biểu 1 (Trường – lớp học), mã 56: {value}."},
    ],
)
def test_no_wording_moves_the_sign_the_message_or_the_cursor(
    values: dict[str, object], screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RULES, "on_tables", reworded(**values))
    screen.at(T2)
    screen.type("99⏎một lý do⏎")
    (issue,) = [issue for issue in screen.work.issues if issue.rule == "E20.T2.087"]
    screen.at(T2)
    assert screen.page.cell(screen.page.cursor.row, screen.page.cursor.col).sign.startswith("!")
    assert screen.page.messages()[0] == (issue.severity, issue.message)
    screen.at("T1")
    screen.press("f9")
    page = screen.page
    while screen.desk.issue_in_hand != issue:
        screen.press("f9")
        page = screen.page
    assert isinstance(page, SheetPage)
    assert str(page.place_here()) == T2


def test_a_report_left_open_over_midnight_is_checked_on_the_new_day(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = screen.work
    work.put(("children", "c0001", "birth_date"), "2019-09-20")
    assert "E43" in {issue.rule for issue in work.issues}
    monkeypatch.setattr(Workspace, "today", date(2019, 9, 20))
    assert "E43" not in {issue.rule for issue in work.issues}

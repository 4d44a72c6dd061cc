"""Places named on the command line."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import Screen
from tui.pages.home.home import HomePage
from tui.pages.issues.issue_list import IssuesPage
from tui.pages.records.record_form import (
    FormPage,
)
from tui.pages.records.record_list import RecordsPage
from tui.pages.tables.sheet import SheetPage

# Places


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("T1", SheetPage),
        ("T4.203", SheetPage),
        ("T4.203:TU_THUC.permanent", SheetPage),
        ("T1.001:CONG_LAP", SheetPage),
        ("children", RecordsPage),
        ("children/c0003", FormPage),
        ("children/c0003/name", FormPage),
        ("facility", FormPage),
        ("facility/phone", FormPage),
        ("issues", IssuesPage),
    ],
)
def test_a_place_opens_its_page_with_the_cursor_there(screen: Screen, place: str, page: Any) -> None:
    screen.at(place)
    front: Any = screen.page
    assert isinstance(front, page)
    assert screen.desk.said == ""
    if ":" in place:
        row, column = front._place(front.cursor.row, front.cursor.col)
        assert f"{front.table.id}.{row.key}:{column.key}" == place
    if place.count("/") == 2 or place == "facility/phone":
        assert front.field.key == place.rpartition("/")[2]


@pytest.mark.parametrize(
    "place",
    [
        "T6",
        "T4.999",
        "T4.203:KHAC",
        "T4:TU_THUC.permanent.x",
        "children/c9999",
        "children/c0003/khong_co",
        "children/c0003/name/x",
        "facility/khong_co",
        "facility/phone/x",
        "khong/co/gi",
        "",
        "../../etc",
        "Ô «lạ»",
    ],
)
def test_a_place_that_there_is_not_is_told(screen: Screen, place: str) -> None:
    screen.at(place)
    assert isinstance(screen.page, HomePage)
    assert f"«{place}»" in screen.desk.said

"""Lists, issues, the changes of «Lấy dữ liệu»."""

from __future__ import annotations

from typing import Any

import pytest

from forms.values import Typed
from tests.tui.conftest import Screen
from tests.tui.pages import stale
from tui.pages.form import FormPage
from tui.pages.home import HomePage
from tui.pages.lists import ChangesPage, IssuesPage, RecordsPage
from tui.pages.sheet import SheetPage

T4 = "T4.203:TU_THUC.permanent"


def steps(screen: Screen) -> dict[str, tuple[str, str]]:
    """Title of a step → what is there, its state."""
    return {step.title: (step.what, step.state.strip()) for step in screen.page.steps if step.number}


def value(screen: Screen, place: str) -> Any:
    return screen.work.content.value(tuple(place.split("/")))


# Lists, issues, changes


@pytest.mark.parametrize("place", ["classes", "children", "staff"])
def test_a_list_shows_every_record_and_every_column_at_80_columns(screen: Screen, place: str) -> None:
    screen.at(place)
    page = screen.page
    assert isinstance(page, RecordsPage)
    assert page.count() == len(screen.work.content.records(place))
    assert 1 + sum(column.width for column in page.columns()) <= 80
    assert f"({page.count()})" in screen.lines[0]
    assert not any("…" in line for line in screen.desk.page.headings(80)[0][0][0].split()), "a heading is cut"
    screen.press("end")
    assert page.row == page.count() - 1
    screen.press("home")
    assert page.row == 0


def test_f3_finds_a_child_by_name_without_marks_and_wraps(screen: Screen) -> None:
    screen.at("children")
    screen.press("f3")
    screen.type("anh tran⏎")
    assert "Trần Thị Mẫu Ánh" in [screen.page.cell(screen.page.row, col).text for col in range(3)]
    first = screen.page.row
    screen.press("end", "f3")
    screen.type("anh tran⏎")
    assert screen.page.row == first
    screen.press("f3")
    screen.type("không ai⏎")
    assert screen.desk.said == "Không tìm thấy «không ai»."


def test_enter_on_an_issue_goes_to_its_place(screen: Screen) -> None:
    screen.at(T4)
    screen.type("x⏎")
    for number, issue in enumerate(screen.work.issues):
        screen.at("issues")
        assert isinstance(screen.page, IssuesPage)
        screen.press(*["down"] * number, "enter")
        _stands_at(screen, issue)


def _stands_at(screen: Screen, issue: Any) -> None:
    page = screen.page
    if issue.table:
        assert isinstance(page, SheetPage)
        assert page.table.id == issue.table
        row, _ = page._place(page.row, page.col) or (None, None)
        assert row is not None
        assert row.key == issue.row
        assert issue in page._issues_at(*page._place(page.row, page.col))  # type: ignore[misc]
    else:
        assert isinstance(page, FormPage)
        assert page.place == (issue.record or "facility")
        assert issue.field is None or page.fields[page.row].key == issue.field
    assert screen.page.messages(), issue


def test_f9_walks_every_issue_from_anywhere_and_wraps(screen: Screen) -> None:
    screen.at(T4)
    screen.type("x⇥y⇥9⇥")
    assert screen.work.put(("facility", "name"), None) == ""
    assert screen.work.put(("children", "c0003", "birth_date"), Typed("31/02/2016")) == ""
    issues = screen.work.issues
    total = len(issues)
    assert total > 6
    for turn in range(total + 2):
        screen.press("f9")
        place = turn % total
        assert screen.desk.said == f"{place + 1}/{total}"
        assert f"{place + 1}/{total}" in screen.said
        _stands_at(screen, issues[place])


def test_f9_goes_on_behind_an_issue_that_was_put_right(screen: Screen) -> None:
    screen.at(T4)
    screen.type("x⇥y⇥z⇥")
    second = next(
        place for place, issue in enumerate(screen.work.issues) if issue.rule == "E01" and place > 0
    )
    screen.press(*["f9"] * (second + 1))
    following = screen.work.issues[second + 1 :]
    screen.type("1⏎")
    left = [issue for issue in following if issue in screen.work.issues]
    screen.press("f9")
    assert screen.desk.issue_in_hand == left[0]
    assert screen.desk.issue_in_hand != screen.work.issues[0]


def test_f9_says_when_there_is_nothing_wrong(screen: Screen) -> None:
    screen.work.checker.__dict__["unused"] = None
    screen.work._issues = []
    screen.work._seen = screen.work.content
    screen.press("f9")
    assert "không có lỗi" in screen.desk.said


def test_f5_shows_what_would_change_before_it_changes_anything(screen: Screen) -> None:
    screen.press("f5")
    assert isinstance(screen.page, HomePage)
    assert "không có ô nào đổi" in screen.desk.said
    stale(screen)
    before = screen.work.content
    screen.press("f5")
    page = screen.page
    assert isinstance(page, ChangesPage)
    changes = list(page.changes)
    assert changes
    assert f"{len(changes)} Ô SẼ ĐỔI" in screen.lines[0]
    screen.press("escape")
    assert screen.work.content is before
    screen.press("f5", "enter")
    assert isinstance(screen.page, HomePage)
    assert f"{len(changes)} ô đổi" in screen.desk.said
    for change in changes:
        place = f"{change['table']}.{change['row']}:{change['column']}"
        assert screen.figure(place) == change["new"]
    screen.press("ctrl+z")
    assert screen.work.content.taken == before.taken


def test_the_first_f5_takes_at_once(screen: Screen) -> None:
    from forms.dossier import Edit

    taken, at = screen.work.content.taken, screen.work.content.taken_at
    assert screen.work.commit([Edit(("taken",), taken, None), Edit(("taken_at",), at, None)]) == ""
    screen.at("T2.083:TU_THUC.total")
    assert "Chưa lấy dữ liệu: bấm F5." in screen.text
    screen.press("f5")
    assert screen.work.content.taken == taken
    assert screen.desk.said == "Đã lấy dữ liệu và lưu."

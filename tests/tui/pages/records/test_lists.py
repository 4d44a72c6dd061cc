"""Lists, issues, the changes of «Lấy dữ liệu»."""

from __future__ import annotations

from typing import Any

import pytest

from forms.model.issue import Issue
from forms.model.place import Place
from forms.model.values import Typed
from tests.tui.conftest import Screen
from tests.tui.page_driver import stale
from tui.jobs.inspection import Inspection
from tui.pages.home.home import HomePage
from tui.pages.issues.issue_list import IssuesPage
from tui.pages.records.record_form import (
    FormPage,
)
from tui.pages.records.record_list import RecordsPage
from tui.pages.tables.sheet import SheetPage
from tui.pages.tables.take_preview import TakePage
from tui.texts import issue_words

pytestmark = pytest.mark.slow

T4 = "T4.203:TU_THUC.permanent"


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
    assert page.cursor.row == page.count(), "the row that adds one"
    screen.press("up")
    assert page.cursor.row == page.count() - 1
    screen.press("home")
    assert page.cursor.row == 0


def names(screen: Screen) -> list[str]:
    return [subject.name for subject in screen.page.subjects]


@pytest.mark.parametrize(
    "query", ["anh tran", "ánh trần", "Trần Thị Mẫu Ánh", "TRAN ANH", "Tra\u0302\u0300n A\u0301nh"]
)
def test_letters_narrow_a_list_down_with_and_without_marks(screen: Screen, query: str) -> None:
    screen.at("children")
    screen.type(query)
    assert names(screen) == ["Trần Thị Mẫu Ánh"]
    assert "HỒ SƠ TRẺ (1/46)" in screen.lines[0]
    screen.press("enter")
    assert screen.page.place == "children/c0002"
    screen.press("escape")
    assert names(screen) == ["Trần Thị Mẫu Ánh"]
    screen.press("escape")
    assert screen.page.count() == 46
    assert screen.page.subjects[screen.page.cursor.row].name == "Trần Thị Mẫu Ánh"
    screen.press("escape")
    assert isinstance(screen.page, HomePage)


def test_the_find_box_takes_unikey_corrections_in_one_burst(screen: Screen) -> None:
    for burst in ("Nguye⌫ê⌫ễn", "Nguye⌫e\u0302⌫⌫e\u0302\u0303n", "‹f3›nguyenx⌫"):
        screen.at("children")
        screen.type(burst)
        assert names(screen) == ["Nguyễn Mẫu Cường", "Nguyễn Thị Mẫu Ngân", "Nguyễn Mẫu Phúc"], burst


def test_nobody_found_says_so_and_keys_do_no_harm(screen: Screen) -> None:
    screen.at("children")
    before = screen.work.content
    screen.type("không ai cả")
    assert screen.page.count() == 0
    assert "Không tìm thấy hồ sơ nào." in screen.said
    screen.press("enter", "down", "ctrl+d", "ctrl+f", "escape", "pagedown", "end", "backspace")
    assert screen.work.content is before
    screen.press("f3")
    assert screen.page.count() == 46


def test_a_list_is_by_given_name_and_by_class_and_by_entry(screen: Screen) -> None:
    screen.at("children")
    assert names(screen)[:4] == ["Phan Mẫu An", "Bùi Mẫu Anh", "Trần Thị Mẫu Ánh", "Võ Mẫu Bảo"]
    by_name = names(screen)
    screen.press("ctrl+f")
    screen.type("11⏎")
    codes = [subject.get("class_code") for subject in screen.page.subjects]
    assert codes == sorted(codes)
    groups = {code: [s.name for s in screen.page.subjects if s.get("class_code") == code] for code in codes}
    assert all(group == [name for name in by_name if name in group] for group in groups.values())
    screen.press("ctrl+f")
    screen.type("12⏎")
    assert [s.number for s in screen.page.subjects] == list(range(1, 47))


def test_a_filter_shows_a_part_and_escape_shows_all_again(screen: Screen) -> None:
    screen.work.put(("children", "c0007", "mother_name"), None)
    screen.work.put(("children", "c0009", "status"), "09")
    screen.at("children")
    screen.press("ctrl+f")
    shown = {
        screen.page.cell(row, 2).text: screen.page.cell(row, 3).text for row in range(screen.page.count())
    }
    assert shown["Lớp NT1: Nhóm Thỏ Con"] == "9"
    assert shown["Còn thiếu thông tin"] == "2"
    assert shown["Không còn ở cơ sở (không đếm vào biểu)"] == "1"
    screen.type("6⏎")
    assert [s.place for s in screen.page.subjects] == ["children/c0007", "children/c0009"]
    assert "Đang lọc: Còn thiếu thông tin (2)" in screen.said
    screen.type("vo")
    assert [s.place for s in screen.page.subjects] == ["children/c0007"]
    screen.press("escape", "escape")
    assert screen.page.count() == 46
    assert not isinstance(screen.page, HomePage)


def test_a_record_that_is_put_right_leaves_the_filter(screen: Screen) -> None:
    screen.work.put(("children", "c0007", "mother_name"), None)
    screen.at("children")
    screen.press("ctrl+f")
    screen.type("6⏎‹enter›")
    screen.page.go_to(Place(field="mother_name"))
    screen.type("Người Mẹ Mẫu⏎‹escape›")
    assert screen.page.count() == 0
    assert "Đang lọc: Còn thiếu thông tin (0)" in screen.said


# Many at once


def mark(screen: Screen, *given_names: str) -> None:
    screen.at("children")
    for name in given_names:
        screen.page.go([subject.name for subject in screen.page.subjects].index(name))
        screen.press("space")


def test_marked_children_move_to_another_class_as_one_change(screen: Screen) -> None:
    before = screen.work.content
    mark(screen, "Phan Mẫu An", "Võ Mẫu Bảo")
    assert "đã đánh dấu 2" in screen.lines[0]
    screen.press("ctrl+f")
    screen.type("14⏎")
    screen.type("gau⏎")
    moved = [
        ref
        for ref, c in screen.work.content.records("children").items()
        if c != before.records("children")[ref]
    ]
    assert moved == ["c0007", "c0025"]
    assert {screen.work.content.records("children")[ref]["class_code"] for ref in moved} == {"NT2"}
    assert "Đã chuyển 2 trẻ sang «Nhóm Gấu Bông»" in screen.desk.said
    assert not screen.page.selection.marked
    screen.press("ctrl+z")
    assert screen.work.content.tree == before.tree


def test_leavers_get_status_day_and_reason_as_one_change(screen: Screen) -> None:
    before = screen.work.content
    mark(screen, "Phan Mẫu An", "Võ Mẫu Bảo")
    screen.press("ctrl+f")
    screen.type("15⏎")
    chosen = next(item for item in screen.page.items if item.code == "09")
    screen.type(chosen.name + "⏎")
    assert "Từ ngày nào?" in screen.text
    assert "19/09/2019" in screen.text
    screen.type("⌫" * 10 + "05092019⏎")
    screen.press("enter")
    for ref in ("c0007", "c0025"):
        child = screen.work.content.records("children")[ref]
        assert (child["status"], child["status_date"]) == ("09", "2019-09-05")
        assert child["leave_reason"]
    assert "2 hồ sơ" in screen.desk.said
    screen.press("ctrl+z")
    assert screen.work.content.tree == before.tree


def test_a_wrong_day_or_escape_changes_nobody(screen: Screen) -> None:
    before = screen.work.content
    for ending in ("⌫" * 10 + "31/02/2019⏎", "‹escape›"):
        mark(screen, "Phan Mẫu An")
        screen.press("ctrl+f")
        screen.type("15⏎‹enter›" + ending)
        assert screen.work.content is before


def test_marked_records_are_removed_together_and_come_back_in_place(screen: Screen) -> None:
    before = screen.work.content
    mark(screen, "Phan Mẫu An", "Võ Mẫu Bảo", "Bùi Mẫu Anh")
    screen.press("ctrl+d")
    assert "Xóa «Võ Mẫu Bảo, Bùi Mẫu Anh, Phan Mẫu An»?" in screen.text
    screen.type("c⏎")
    assert len(screen.work.content.records("children")) == 43
    screen.press("ctrl+z")
    assert list(screen.work.content.records("children")) == list(before.records("children"))


def test_removing_a_class_tells_how_many_children_it_has(screen: Screen) -> None:
    screen.at("classes")
    screen.press("ctrl+d")
    assert "có 9 trẻ" in screen.text
    screen.type("c⏎")
    assert len(screen.work.content.records("classes")) == 3
    assert len(screen.work.content.records("children")) == 46
    assert {issue.rule for issue in screen.work.issues if issue.place.record == "children/c0001"} >= {"E42"}
    screen.press("ctrl+z")
    assert not [issue for issue in screen.work.issues if issue.rule == "E42"]


# Còn thiếu


def test_the_missing_list_leads_to_each_field_and_falls_to_nothing(screen: Screen) -> None:
    for path in (
        ("facility", "phone"),
        ("facility", "name"),
        ("children", "c0003", "sex"),
        ("staff", "s0001", "role"),
    ):
        screen.work.put(path, None)
    screen.work.put(("children", "c0004", "birth_date"), Typed("hôm qua"))
    screen.at("missing")
    count = screen.page.count()
    assert f"CÒN {count} LỖI (THIẾU {count - 2} MỤC)" in screen.lines[0]  # a birth date, and figures to take
    assert any(line.lstrip("> ").startswith("THIẾU") for line in screen.lines)
    fixes = {"name": "Nhóm Mẫu⏎", "sex": "nữ⏎", "role": "1⏎", "birth_date": "01092016⏎"}
    while screen.page.count() > 1:
        issue = screen.page.issues[1]  # the first asks for a take
        screen.press("down", "enter")
        assert screen.page.field.key == issue.place.field
        screen.type(fixes[issue.place.field])
        screen.at("missing")
        assert screen.page.count() == count - 1
        count -= 1
    screen.press("f5", "enter")
    screen.at("missing")
    assert "Không còn thiếu gì." in screen.said


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
    if issue.place.table:
        assert isinstance(page, SheetPage)
        assert page.table.id == issue.place.table
        if issue.place.row is None:  # the whole table
            return
        row, _ = page._place(page.cursor.row, page.cursor.col) or (None, None)
        assert row is not None
        assert row.key == issue.place.row
        assert issue in page._issues_at(*page._place(page.cursor.row, page.cursor.col))  # type: ignore[misc]
    else:
        assert isinstance(page, FormPage)
        assert page.place == (issue.place.record or "facility")
        assert issue.place.field is None or (page.field and page.field.key == issue.place.field)
    assert screen.page.messages(), issue


def test_f9_walks_every_issue_from_anywhere_and_wraps(screen: Screen) -> None:
    screen.at(T4)
    screen.type("x⇥y⇥9⇥")
    screen.work.put(("facility", "name"), None)
    screen.work.put(("children", "c0003", "birth_date"), Typed("31/02/2016"))
    issues = screen.work.issues
    total = len(issues)
    assert total > 5
    walked = [_walked(screen) for _ in range(total)]
    assert set(walked) == set(issues)
    worst = [issue.severity for issue in walked]
    assert worst == sorted(worst)
    assert _walked(screen) in screen.work.issues


def _walked(screen: Screen) -> Issue:
    """Where F9 leads, with the words for it."""
    screen.press("f9")
    issue = screen.desk.issue_in_hand
    assert issue is not None
    group = [one for one in screen.work.issues if one.severity is issue.severity]
    words = {"error": "lỗi", "warning": "cảnh báo"}[issue.severity]
    assert screen.desk.said == f"{words} {group.index(issue) + 1}/{len(group)}"
    assert screen.desk.said in screen.said
    _stands_at(screen, issue)
    return issue


def test_f9_goes_on_behind_an_issue_that_was_put_right(screen: Screen) -> None:
    screen.at(T4)
    screen.type("x⇥y⇥z⇥")
    walked = [_walked(screen), _walked(screen)]
    assert {issue.rule for issue in walked} == {"E01"}
    screen.type("1⏎")
    assert walked[1] not in screen.work.issues
    assert _walked(screen) not in walked


def test_f9_says_when_there_is_nothing_wrong(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Inspection, "issues", lambda _inspection, _content: [])
    screen.press("f9")
    assert screen.desk.said == issue_words.NOTHING_LEFT


def test_f5_shows_what_would_change_before_it_changes_anything(screen: Screen) -> None:
    screen.press("f5")
    assert isinstance(screen.page, HomePage)
    assert "không có ô nào đổi" in screen.desk.said
    stale(screen)
    before = screen.work.content
    screen.press("f5")
    page = screen.page
    assert isinstance(page, TakePage)
    changes = list(page.changes)
    assert changes
    assert f"{len(changes)} Ô SẼ ĐỔI" in screen.lines[0]
    screen.press("escape")
    assert screen.work.content is before
    screen.press("f5", "enter")
    assert isinstance(screen.page, HomePage)
    assert f"{len(changes)} ô đổi" in screen.desk.said
    for change in changes:
        place = f"{change.table.id}.{change.row.key}:{change.column.key}"
        assert screen.figure(place) == change.new
    screen.press("ctrl+z")
    assert screen.work.content.taken == before.taken


def test_the_first_f5_shows_what_it_takes_as_well(screen: Screen) -> None:
    from forms.dossier.content import Edit

    taken, at = screen.work.content.taken, screen.work.content.taken_at
    screen.work.commit([Edit(("taken",), taken, None), Edit(("taken_at",), at, None)])
    screen.at("T2.083:TU_THUC.total")
    assert "Chưa lấy dữ liệu: bấm F5." in screen.text
    before = screen.work.content
    screen.press("f5")
    assert isinstance(screen.page, TakePage)
    assert screen.work.content is before
    count = int(screen.lines[0].partition("LẦN ĐẦU: ")[2].split()[0])
    shown = [screen.page.cell(row, 2).text for row in range(screen.page.count())]
    assert count == sum(figure != "0" for figure in shown[:count])
    assert set(shown[count:]) == {"0"}
    screen.press("enter")
    assert screen.work.content.taken == taken
    assert screen.desk.said == "Đã lấy dữ liệu và lưu."


# What a newcomer met


@pytest.mark.slow
def test_f5_sees_rows_and_tables_that_had_no_figure_before(empty_folder: Screen) -> None:
    from tests.whole_group import CHILDREN, CLASSES, NEW_REPORT, PROFILE

    screen = empty_folder
    for keys in (NEW_REPORT, PROFILE):
        screen.type(keys)
    screen.press("f5", "enter")
    for keys in (CLASSES, CHILDREN):
        screen.type(keys)
    assert screen.work.stale_cells[("T2", "083")] == {"TU_THUC.total", "TU_THUC.female"} | {
        "TU_THUC.minority",
        "TU_THUC.minority_female",
    }
    assert "ô khác" in screen.text
    screen.press("f5")
    assert isinstance(screen.page, TakePage)
    screen.press("enter")
    assert screen.figure("T2.083:TU_THUC.total") == 5
    assert not screen.work.stale_cells


def test_a_day_to_come_is_no_day_of_leaving(screen: Screen) -> None:
    before = screen.work.content
    mark(screen, "Phan Mẫu An")
    screen.press("ctrl+f")
    screen.type("15⏎‹enter›" + "⌫" * 10 + "19092035⏎")
    assert "sau ngày hôm nay" in screen.desk.said
    assert screen.work.content is before


def test_a_search_within_a_filter_says_so(screen: Screen) -> None:
    screen.at("children")
    screen.press("ctrl+f")
    screen.type("2⏎phan")
    assert screen.page.count() == 0
    assert "Đang lọc: Lớp NT1" in screen.said


def test_what_is_wrong_is_told_with_its_field_and_only_once(screen: Screen) -> None:
    screen.at("children/c0025/birth_date")
    screen.type("31/02/2016⏎")
    told = "LỖI: Ngày sinh: «31/02/2016»"
    assert screen.text.count(told) == 1
    screen.at("children")
    assert "LỖI: Ngày sinh: " in screen.said


def test_escape_leads_from_a_place_back_to_the_list_that_led_there(screen: Screen) -> None:
    screen.work.put(("children", "c0003", "sex"), None)
    screen.at("missing")
    screen.press("enter")
    assert isinstance(screen.page, FormPage)
    screen.press("escape")
    assert "CÒN THIẾU" in screen.lines[0]


def test_f9_shows_the_issue_that_it_counts(screen: Screen) -> None:
    screen.work.put(("children", "c0001", "birth_date"), "2030-01-01")
    issues = screen.work.issues
    for _ in issues:
        issue = _walked(screen)
        assert any(issue.message in text for _, text in screen.page.all_messages())


def test_help_shows_what_is_wrong_as_a_whole(screen: Screen) -> None:
    screen.at("children/c0025/birth_date")
    screen.type("31/02/2016⏎‹up›‹f1›")
    assert "không phải ngày hợp lệ → nhập lại, ví dụ 05/09/2016." in " ".join(screen.text.split())


def test_on_a_narrow_screen_the_columns_of_a_list_scroll_and_the_name_stays(screen: Screen) -> None:
    screen.at("children")
    screen.desk.resize(60, 24)
    first = screen.lines[2:5]
    assert "Trạng thái" not in screen.text
    screen.press("right", "right", "right", "right", "right", "right")
    assert "Trạng thái" in screen.text
    assert "Phan Mẫu An" in screen.text
    assert screen.text.count("Đang học") > 3
    screen.press(*["left"] * 6)
    assert screen.lines[2:5] == first
    screen.press("right", "right")
    screen.desk.resize(80, 24)
    assert "Ngày sinh" in screen.text and "Trạng thái" in screen.text

"""Typing over derived figures: reasons, signs, refusals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms.model.values import Typed
from forms.sets.mn2019.catalogues import catalogue
from forms.sets.mn2019.tables import TABLES
from tests.tui.conftest import DISK_FULL, Screen
from tui.pages.tables.sheet import SheetPage
from tui.texts import sheet_words

T4 = "T4.203:TU_THUC.permanent"
T2 = "T2.087:TU_THUC.total"
REASON = ("reasons", "T2", "087", "TU_THUC.total")
GIVEN_BACK = "Đã trả lại số lấy từ hồ sơ."


def sign_and_text(screen: Screen) -> str:
    cell = screen.page.cell(screen.page.cursor.row, screen.page.cursor.col)
    return str(cell.sign + cell.text)


# Typing over a derived figure


def test_a_figure_typed_over_a_derived_one_asks_for_its_reason(screen: Screen) -> None:
    screen.at(T2)
    assert sign_and_text(screen) == "20"
    screen.type("19⏎")
    assert "Lý do sửa mã 87, Tổng số:" in screen.text
    screen.type("một trẻ học một buổi⏎")
    assert screen.cell(T2) == 19
    assert screen.work.content.value(REASON) == "một trẻ học một buổi"
    assert screen.figure(T2) == 19
    screen.at(T2)
    assert sign_and_text(screen) == "*19"
    assert "Lý do: một trẻ học một buổi" in screen.said


def test_escape_drops_the_reason_and_keeps_the_figure(screen: Screen) -> None:
    screen.at(T2)
    screen.type("19⏎vì‹escape›")
    assert (screen.cell(T2), screen.work.content.value(REASON)) == (19, None)
    assert isinstance(screen.page, SheetPage)


def test_a_missing_reason_is_told_at_the_cell_and_asked_for_again_as_it_is_told(screen: Screen) -> None:
    screen.at(T2)
    screen.type("19⏎‹escape›")
    screen.at(T2)
    assert "gõ 19, hồ sơ cho 20, chưa ghi lý do" in screen.said
    screen.type("‹f2›⏎vì thế⏎")
    assert (screen.cell(T2), screen.work.content.value(REASON)) == (19, "vì thế")
    screen.at(T2)
    assert "chưa ghi lý do" not in screen.said


def test_delete_gives_the_derived_figure_back_with_its_reason_in_one_change(screen: Screen) -> None:
    before = screen.work.content.tree
    screen.at(T2)
    screen.type("19⏎vì thế⏎")
    screen.at(T2)
    screen.press("delete")
    assert screen.desk.said == GIVEN_BACK
    assert screen.work.content.tree == before
    assert sign_and_text(screen) == "20"
    screen.press("ctrl+z")
    assert (screen.cell(T2), screen.work.content.value(REASON)) == (19, "vì thế")


def test_delete_on_a_derived_figure_changes_nothing(screen: Screen) -> None:
    before = screen.work.content
    screen.at(T2)
    screen.press("delete")
    assert screen.work.content is before
    assert screen.desk.said == sheet_words.NOTHING_TYPED_OVER


def test_the_known_reason_stands_in_the_question_again(screen: Screen) -> None:
    screen.at(T2)
    screen.type("19⏎cũ⏎")
    screen.at(T2)
    screen.type("18⏎ hơn⏎")
    assert screen.work.content.value(REASON) == "cũ hơn"


def test_table_4_asks_for_no_reason(screen: Screen) -> None:
    screen.at(T4)
    screen.type("1⏎")
    assert "Lý do" not in screen.text


@pytest.mark.parametrize("keys", ["ctrl+t", "reason"])
def test_a_note_or_reason_that_could_not_be_written_is_asked_for_again(
    screen: Screen, full_disk: Callable[[], Callable[[], None]], keys: str
) -> None:
    screen.at(T2)
    if keys == "ctrl+t":
        screen.press("ctrl+t")
    else:
        screen.type("19⏎")
    before = screen.work.content
    empty = full_disk()
    screen.type("vì thế⏎")
    assert DISK_FULL in screen.said
    assert "vì thế" in screen.lines[-3]
    assert screen.work.content is before
    empty()
    screen.type("⏎")
    part = "notes" if keys == "ctrl+t" else "reasons"
    assert screen.work.content.value((part, "T2", "087", "TU_THUC.total")) == "vì thế"
    assert DISK_FULL not in screen.said


# Signs


def test_an_error_a_warning_an_override_and_a_stale_figure_have_their_signs(screen: Screen) -> None:
    screen.at(T4)
    screen.type("2,5⏎")
    screen.at(T4)
    assert sign_and_text(screen) == "!2,5"
    assert "LỖI: " in screen.said
    screen.at("T2.112:TU_THUC.total")
    assert sign_and_text(screen).startswith("?")
    assert "CẢNH BÁO: " in screen.said
    screen.at("T1.057:TU_THUC")
    screen.type("2⏎")
    screen.press("escape")
    screen.at("T1.057:TU_THUC")
    assert sign_and_text(screen) == "*2"
    child = next(iter(screen.work.content.records("children")))
    codes = [item.code for item in catalogue("sexes").items]
    now = screen.work.content.records("children")[child]["sex"]
    screen.work.put(("children", child, "sex"), next(code for code in codes if code != now))
    screen.at("T2.083:TU_THUC.female")
    place = next(
        (row, column)
        for (table, row), columns in screen.work.stale_cells.items()
        for column in sorted(columns)
        if table == "T2" and column.startswith("TU_THUC")
    )
    screen.at(f"T2.{place[0]}:{place[1]}")
    assert sign_and_text(screen).startswith(("~", "!", "?"))
    marked = [screen.page.cell(row, col).sign for row in range(screen.page.count()) for col in (2, 3, 4, 5)]
    assert "~" in marked
    assert "Hồ sơ đã đổi" in screen.text


@pytest.mark.promise("R17")
@pytest.mark.parametrize("text", ["abc", "12x", "-3", "1/2", "²", "٣x", "hai", "1e5", "9" * 20])
def test_what_is_no_number_stays_as_typed_and_is_marked(screen: Screen, text: str) -> None:
    screen.at(T4)
    screen.type(text + "⏎")
    assert screen.cell(T4) == Typed(text)
    screen.at(T4)
    assert sign_and_text(screen) == f"!{text}"
    assert "LỖI: " in screen.said
    screen.type("4⏎")
    assert screen.cell(T4) == 4


# What cannot be typed says why


def test_total_rows_and_sums_are_refused_with_a_sentence(screen: Screen) -> None:
    before = screen.work.content
    for place in (
        "T4.194:TU_THUC.total",
        "T4.194:TONG.total",
        "T2.083:TU_THUC.total",
        "T3.123:TU_THUC.female",
    ):
        screen.at(place)
        for key in ("5", "backspace", "delete", "f2"):
            screen.press(key)
            assert not screen.page.is_typing
            assert screen.desk.said == "Ô này tự cộng hoặc thuộc loại hình khác, không nhập tay.", (
                place,
                key,
            )
    assert screen.work.content is before


def test_the_blocks_of_other_ownerships_are_refused(screen: Screen) -> None:
    screen.at("T4.203:CONG_LAP.permanent")
    assert screen.page.whole
    screen.press("5")
    assert not screen.page.is_typing
    assert "thuộc loại hình khác" in screen.desk.said


def test_without_an_ownership_nothing_can_be_typed_into_a_table_with_blocks(screen: Screen) -> None:
    screen.work.put(("facility", "ownership"), None)
    for number in range(1, 5):
        screen.at(f"T{number}")
        screen.press("down")
        screen.press("5")
        assert not screen.page.is_typing
        assert screen.desk.said.startswith("Chưa chọn Loại hình")
        assert "Chưa chọn Loại hình" in screen.lines[2 + len(screen.page.headings(80)) - 1]
    screen.press("f5")
    assert "Chưa lấy được dữ liệu" in screen.desk.said


def test_every_cell_can_be_visited_and_typed_or_says_why_not(screen: Screen) -> None:
    for table in TABLES:
        screen.at(table.id)
        screen.press("f6")
        page = screen.page
        for row in range(page.count()):
            if not page.can_stop(row) or page._rows[row] is None:
                continue
            for col in range(2, len(page.columns())):
                page.go(row, col)
                screen.press("7")
                if not page.is_typing:
                    assert screen.desk.said, (table.id, row, col)
                screen.press("escape") if page.is_typing else None
    assert screen.undo_all() >= 0

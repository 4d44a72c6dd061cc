"""Pasting, sessions that only look, a disk that is full, windows that shrink: nothing typed is lost or invented."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import normalize

import pytest

from forms.model.values import Typed
from tests.tui.conftest import DISK_FULL, Screen
from tests.tui.desk.test_typing import NAME, T4, empty_profile, field, typed_cells
from tests.tui.page_driver import with_something_to_undo
from tui.texts import desk_words

pytestmark = pytest.mark.slow

# Pasting


def test_a_block_from_a_spreadsheet_is_one_change(screen: Screen) -> None:
    screen.at(T4[0])
    before = screen.work.content
    screen.desk.paste("1\t2\t3\r\n4\t5\t6\r\n")
    assert [screen.cell(place) for place in T4] == [1, 2, 3]
    assert [screen.cell(place.replace("203", "204")) for place in T4] == [4, 5, 6]
    assert screen.desk.said.startswith("Đã dán 6 ô; 0 ô")
    screen.press("ctrl+z")
    assert screen.work.content.tree == before.tree
    screen.press("ctrl+y")
    assert screen.cell(T4[0]) == 1


def test_a_block_leaves_out_what_cannot_be_typed_and_says_how_much(screen: Screen) -> None:
    screen.at("T4.203:TU_THUC.total")
    screen.page.cursor.col -= 1 if screen.page.cursor.col > 2 else 0
    screen.desk.paste("9\t1\t2\t3\t4\n")
    assert screen.cell(T4[0]) == 1
    assert screen.cell("T4.203:TU_THUC.total") is None
    assert "2 ô không nhập được nên bỏ qua" in screen.desk.said


def test_a_block_past_the_last_row_stops_there(screen: Screen) -> None:
    screen.at(T4[0])
    screen.desk.paste("\n".join(["1\t1\t1"] * 60))
    assert screen.cell("T4.212:TU_THUC.temporary") == 1
    assert not any(isinstance(v, Typed) for row in typed_cells(screen).values() for v in row.values())


def test_a_block_has_no_place_in_a_form_or_list(screen: Screen) -> None:
    before = screen.work.content
    for place in (NAME, "children", "issues"):
        screen.at(place)
        screen.desk.paste("a\tb\nc\td")
        assert screen.desk.said.startswith(
            "Không dán được cả khối vào đây → dán trong biểu, hoặc trong danh sách"
        )
    assert screen.work.content is before


@pytest.mark.promise("R14", "R15")
@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("\x1b[31mHoa\x1b[0m Hồng", "[31mHoa[0m Hồng"),
        ("[bold red]Hoa[/] Hồng", "[bold red]Hoa[/] Hồng"),
        ("Hoa\r\nHồng\r\n", "Hoa Hồng"),
        (normalize("NFD", "Nguyễn Thị Ổi"), "Nguyễn Thị Ổi"),
        ("Hoa\u200b\u202eHồng\x00", "HoaHồng"),
    ],
)
def test_what_is_pasted_into_a_line_is_cleaned_but_not_cut(screen: Screen, pasted: str, kept: str) -> None:
    empty_profile(screen, "name")
    screen.at(NAME)
    screen.type("x⌫")
    screen.desk.paste(pasted)
    screen.type("⏎")
    assert field(screen) == kept
    assert all(char.isprintable() for line in screen.lines for char in line)


@pytest.mark.slow
@pytest.mark.parametrize("place", [NAME, T4[0], "children"])
def test_megabytes_are_not_taken_and_nothing_changes(screen: Screen, place: str) -> None:
    screen.at(place)
    before = screen.work.content
    screen.desk.paste("1\t2\n" * 1_000_000)
    assert screen.desk.said == "Khối dán vào quá lớn nên không nhận. Không có gì thay đổi."
    screen.desk.paste("a" * 100_000)
    assert screen.work.content is before
    assert all(len(line) <= 80 for line in screen.lines)


def test_a_long_paste_into_a_question_is_refused_like_one_into_a_cell(screen: Screen) -> None:
    screen.at(T4[0])
    screen.press("ctrl+t")
    screen.desk.paste("a" * 3_000_000)
    screen.press("enter")
    assert screen.work.content.value(("notes", "T4", "203", "TU_THUC.permanent")) is None


def test_a_cell_of_two_lines_stays_one_cell(screen: Screen) -> None:
    screen.at(T4[0])
    screen.desk.paste('1\t"2\n"\t3\r\n4\t5\t6\r\n')
    assert [screen.cell(place) for place in T4] == [1, 2, 3]
    assert [screen.cell(place.replace("203", "204")) for place in T4] == [4, 5, 6]


def test_a_child_with_a_cell_of_two_lines_is_one_child_to_look_at(screen: Screen) -> None:
    screen.at("children")
    screen.type("‹insert›")
    block = 'Mẫu Bé Một\t5/6/2016\tNữ\tMG1\t"Lê Thị Mẫu\nTrần Văn Mẫu"\r\nMẫu Bé Hai\t7/6/2016\tNam\tMG1\t"Vũ ""Thị"" Mẫu"\r\n'
    screen.desk.paste(block)
    marked = [line for line in screen.lines if "Mẫu Bé" in line]
    assert ["?" in line for line in marked] == [True, False]
    screen.press("f9")
    assert "ô có nhiều dòng" in screen.said
    screen.press("home", "ctrl+home", "enter")
    children = list(screen.work.content.records("children").values())
    assert [child.get("mother_name") for child in children][-2:] == [
        "Lê Thị Mẫu Trần Văn Mẫu",
        'Vũ "Thị" Mẫu',
    ]


# Looking only, no disk, small windows


@pytest.mark.parametrize("burst", ["5", "‹delete›", "⌫", "‹f2›"])
def test_a_session_that_only_looks_refuses_with_a_sentence(looking: Screen, burst: str) -> None:
    assert "CHỈ XEM" in looking.lines[0]
    for place in (T4[0], NAME):
        looking.at(place)
        looking.type(burst)
        assert looking.desk.said == "Hồ sơ đang mở chỉ để xem nên không sửa được ở đây."
        assert not looking.page.is_typing


def test_a_session_that_only_looks_refuses_blocks_undo_and_f5(looking: Screen) -> None:
    before = looking.work.content
    looking.at(T4[0])
    looking.desk.paste("1\t2")
    assert "chỉ để xem" in looking.desk.said
    looking.press("ctrl+z")
    assert "chỉ để xem" in looking.desk.said
    looking.press("f5")
    looking.press("enter")
    assert looking.work.content is before


@pytest.mark.parametrize("ending", ["enter", "tab", "down", "f2", "f9", "f10", "f1", "ctrl+z"])
def test_a_failed_write_keeps_the_text_in_its_cell_and_says_why(
    screen: Screen, full_disk: Callable[[], Callable[[], None]], ending: str
) -> None:
    screen.at(T4[0])
    page, before = screen.page, screen.work.content
    empty = full_disk()
    screen.type("77")
    screen.press(ending)
    assert screen.page is page
    assert screen.under_cursor == "77"
    assert DISK_FULL in screen.said
    assert screen.work.content is before
    assert "Đã lưu" not in screen.said
    empty()
    screen.press("enter")
    assert screen.cell(T4[0]) == 77
    screen.press("ctrl+z")
    assert screen.work.content.tree == before.tree


def test_a_failed_write_of_a_block_or_a_switch_changes_nothing(
    screen: Screen, full_disk: Callable[[], Callable[[], None]]
) -> None:
    with_something_to_undo(screen)
    before = screen.work.content
    full_disk()
    screen.at(T4[0])
    screen.desk.paste("1\t2")
    assert screen.desk.said == DISK_FULL
    screen.press("delete")
    assert screen.desk.said == DISK_FULL
    screen.press("ctrl+z")
    assert screen.desk.said == DISK_FULL
    assert screen.work.content is before


@pytest.mark.parametrize("place", [T4[0], NAME])
def test_a_window_made_small_and_large_again_keeps_what_is_being_typed(screen: Screen, place: str) -> None:
    screen.at(place)
    screen.type("123")
    screen.desk.resize(20, 5)
    assert [len(line) for line in ["".join(text for text, _ in line) for line in screen.desk.lines()]] == [
        20
    ] * 5
    screen.type("4")
    screen.desk.resize(80, 24)
    assert screen.under_cursor == "1234"
    screen.type("⏎")
    screen.press("ctrl+z")
    assert "1234" not in screen.text


def test_undoing_everything_gives_the_first_content_and_redoing_the_last(screen: Screen) -> None:
    screen.undo_all()
    first = screen.work.content.tree
    while True:
        screen.press("ctrl+y")
        if screen.desk.said != "Đã làm lại và lưu.":
            break
    screen.at(T4[0])
    screen.type("12⏎34⏎x⏎")
    screen.desk.paste("1\t2\n3\t4")
    screen.at(NAME)
    screen.type("Nhóm trẻ Thử⏎")
    last = screen.work.content.tree
    done = screen.undo_all()
    assert done >= 5
    assert screen.work.content.tree == first
    assert screen.desk.said == "Không còn gì để hoàn tác."
    for _ in range(done):
        screen.press("ctrl+y")
    assert screen.work.content.tree == last
    screen.press("ctrl+y")
    assert screen.desk.said == "Không có gì để làm lại."


@pytest.mark.parametrize("above", ["", "‹f1›"])
def test_what_the_preview_is_made_of_is_not_undone_under_it(screen: Screen, above: str) -> None:
    screen.at("staff")
    screen.type("‹insert›Người Mẫu Mới⏎")
    added = screen.work.content
    screen.desk.paste("Họ tên\tGiới tính\nNgười Mẫu Hai\tNữ\n")
    screen.type(above + "‹ctrl+z›‹ctrl+y›")
    assert screen.work.content is added
    assert screen.desk.said == desk_words.CHOOSE_FIRST
    screen.press(*["escape"] * (1 + bool(above)))
    screen.press("ctrl+z")
    assert screen.work.content is not added

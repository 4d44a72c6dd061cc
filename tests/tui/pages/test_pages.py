"""Pages: home, the first one, help, menu, questions."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from forms.dossier.content import Edit
from forms.model.issue import Severity
from tests.builders import example_package, package_bytes
from tests.tui.conftest import Screen
from tests.tui.page_driver import stale
from tui.desk.line.buffer import MAX_TYPED
from tui.desk.page_names import PageName
from tui.jobs.export_kinds import ExportKind
from tui.pages.help.help_page import HelpPage
from tui.pages.help.menu_page import MenuPage
from tui.pages.home.first_start import FirstPage
from tui.pages.home.home import HomePage
from tui.pages.issues.issue_list import IssuesPage
from tui.pages.tables.sheet import SheetPage
from tui.texts import home_words

pytestmark = pytest.mark.slow

T4 = "T4.203:TU_THUC.permanent"


def steps(screen: Screen) -> dict[str, tuple[str, str]]:
    """Title of a step → what is there, its state."""
    return {
        step.title: (step.what, (step.state.cell.sign + step.state.text).strip())
        for step in screen.page.steps
        if step.number
    }


# Home


def test_home_tells_the_state_of_every_step(screen: Screen) -> None:
    found = steps(screen)
    assert found["Hồ sơ trẻ"] == ("46 trẻ", "? 1 cảnh báo")
    assert found["Biểu 4 · Phòng học"] == ("", "xong")
    assert found["Biểu 5 · Biểu ngân sách nhà nước"] == ("", "không áp dụng")
    assert found["Kiểm tra"] == ("", "? 3 cảnh báo")
    assert found["Gửi báo cáo đầu năm"] == ("", "gửi được")
    assert found["Lấy dữ liệu"][1] == "xong"
    screen.at(T4)
    screen.type("x⏎")
    screen.press("escape")
    assert steps(screen)["Biểu 4 · Phòng học"][1].startswith("! ")
    stale(screen)
    what, state = steps(screen)["Lấy dữ liệu"]
    assert what.startswith("14:05, ") and what.endswith(" ô khác")
    assert state == "! 1 lỗi"
    screen.work.put(("facility", "ownership"), None)
    assert steps(screen)["Hồ sơ cơ sở"][1].startswith("! ")


def test_home_of_a_new_report_has_nothing_yet(empty_folder: Screen) -> None:
    empty_folder.press("enter")
    found = steps(empty_folder)
    assert found["Hồ sơ trẻ"] == ("0 trẻ", "chưa có")
    assert found["Lấy dữ liệu"][1] == "chưa có"
    assert {state for title, (_, state) in found.items() if title.startswith("Biểu")} <= {"chưa có"}
    assert "(chưa có tên)" in empty_folder.lines[0]


def test_home_says_that_records_were_never_taken(empty_folder: Screen) -> None:
    empty_folder.press("enter")
    empty_folder.work.commit(
        [
            Edit(("facility", "ownership"), None, "09"),
            Edit(("staff", "s0001"), None, {"name": "Người Mẫu"}),
        ]
    )
    assert steps(empty_folder)["Lấy dữ liệu"] == ("", "! 1 lỗi")


@pytest.mark.parametrize("number", range(1, 16))
def test_the_number_of_a_step_goes_to_it_and_enter_opens_it(screen: Screen, number: int) -> None:
    screen.type(str(number))
    assert screen.page.steps[screen.page.cursor.row].number == number
    screen.press("enter")
    if number in (12, 13):
        assert screen.terminal.exports == ["pdf" if number == 12 else "xlsx"]
    elif number == 5:
        assert screen.desk.said
    else:
        assert not isinstance(screen.page, HomePage)
        screen.press("escape")
        assert isinstance(screen.page, HomePage)


@pytest.mark.parametrize("digits", ["²", "٣", "99", "0", "1x3", "16"])
def test_digits_that_are_no_step_do_no_harm(screen: Screen, digits: str) -> None:
    screen.type(digits)
    assert isinstance(screen.page, HomePage)
    assert len(screen.lines) == 24


def test_leaving_asks_first(screen: Screen) -> None:
    for answer, quits in (("n⏎", 0), ("⏎", 0), ("‹escape›", 0), ("c⏎", 1), ("Có⏎", 2)):
        screen.press("escape")
        assert "Thoát?" in screen.text
        screen.type(answer)
        assert screen.terminal.quits == quits


# The first page


def test_a_new_report_begins_with_the_school_year(empty_folder: Screen) -> None:
    assert isinstance(empty_folder.page, FirstPage)
    assert not list(empty_folder.work.workspace.folder.glob("*.json"))
    empty_folder.type("1⏎")
    assert isinstance(empty_folder.page, HomePage)
    assert empty_folder.work.content.facility["school_year"] == 2019


def test_at_60_columns_the_greeting_and_the_choice_at_the_cursor_are_told_whole(empty_folder: Screen) -> None:
    empty_folder.desk.resize(60, 20)
    shown = " ".join(empty_folder.text.split())
    assert home_words.WELCOME.format(form="01-MN-ĐN") in shown and home_words.HOW_TO_BEGIN in shown
    for choice in home_words.FIRST_CHOICES.values():
        assert choice in " ".join(empty_folder.text.split())
        empty_folder.press("down")


def test_a_package_is_read(empty_folder: Screen, tmp_path: Path) -> None:
    file = tmp_path / "gói dữ liệu.json"
    file.write_bytes(package_bytes(example_package()))
    empty_folder.type("2⏎")
    assert "Tên tệp báo cáo (.json):" in empty_folder.text
    empty_folder.desk.paste(str(file))
    empty_folder.press("enter")
    assert isinstance(empty_folder.page, HomePage)
    assert len(empty_folder.work.content.records("children")) == len(example_package()["children"])


def test_a_list_is_no_package_and_the_way_to_its_door_is_told(empty_folder: Screen, tmp_path: Path) -> None:
    file = tmp_path / "danh sách.xlsx"
    file.write_bytes(b"PK\x03\x04")
    empty_folder.type(f"2⏎{file}⏎")
    assert isinstance(empty_folder.page, FirstPage)
    assert "«danh sách.xlsx» không phải gói dữ liệu" in empty_folder.desk.said
    assert "Nhập hồ sơ từ tệp Excel" in empty_folder.desk.said


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("khong-co.json", "không tìm thấy tệp"),
        ("", "Chưa gõ tên tệp"),
        ("~khong-ai-ca/goi.json", "không tìm thấy tệp"),
        ("a" * 1_000, "Không đọc được"),
        ("{tmp}", "đây là một thư mục"),
        ("{tmp}/rac.json", "không phải gói dữ liệu"),
        ("{tmp}/nhi-phan.json", ""),
    ],
)
def test_a_wrong_file_name_is_told_and_the_page_stays(
    empty_folder: Screen, tmp_path: Path, name: str, why: str
) -> None:
    (tmp_path / "rac.json").write_text("[1, 2]")
    (tmp_path / "nhi-phan.json").write_bytes(bytes(range(256)))
    empty_folder.type("2⏎")
    empty_folder.desk.paste(name.format(tmp=tmp_path))
    empty_folder.press("enter")
    assert isinstance(empty_folder.page, FirstPage)
    assert empty_folder.desk.said
    assert why in empty_folder.desk.said
    empty_folder.type("1⏎")
    assert isinstance(empty_folder.page, HomePage)


def test_escape_drops_the_file_name(empty_folder: Screen) -> None:
    empty_folder.type("2⏎abc‹escape›")
    assert isinstance(empty_folder.page, FirstPage)
    assert "Tên tệp" not in empty_folder.text


def test_the_training_copy_opens_from_the_first_page(empty_folder: Screen) -> None:
    folder = empty_folder.work.workspace.folder
    empty_folder.type("4⏎")
    assert isinstance(empty_folder.page, HomePage)
    assert "TẬP HUẤN" in empty_folder.lines[0]
    assert empty_folder.work.workspace.folder != folder
    empty_folder.at(T4)
    empty_folder.type("3⏎")
    assert empty_folder.cell(T4) == 3


# Help and menu


def test_help_begins_with_the_meaning_of_the_cell_and_names_keys_and_contacts(screen: Screen) -> None:
    screen.at(T4)
    screen.press("f1")
    assert isinstance(screen.page, HelpPage)
    assert "mã 203: Phòng học" in screen.text
    text = " ".join(" ".join(line.split()) for line, _ in screen.page.lines)
    assert "Ctrl+G" in text
    assert "CÁC PHÍM" in text
    assert "0968484791" in text
    assert str(screen.work.workspace.folder)[-20:] in text.replace(" ", "")
    screen.press("f1")
    assert isinstance(screen.page, HelpPage)
    screen.press("escape")
    assert isinstance(screen.page, SheetPage)


@pytest.mark.slow
def test_the_keys_can_be_printed_from_the_help(screen: Screen) -> None:
    screen.type("‹f1›‹f7›")
    folder = screen.work.workspace.folder / "exports"
    assert "Đã ghi bảng phím để in: tệp bang-phim.pdf" in screen.text
    assert isinstance(screen.page, HelpPage)
    screen.press("f7")
    assert [path.name for path in folder.iterdir()] == ["bang-phim.pdf"], (
        "the same sheet is not written twice"
    )
    assert stat.S_IMODE((folder / "bang-phim.pdf").stat().st_mode) == 0o600


def test_every_line_of_the_help_can_be_read(screen: Screen) -> None:
    screen.at(T4)
    screen.press("f1")
    wanted = [line for line, _ in screen.page.lines]
    seen = ""
    for _ in range(8):
        seen += screen.text + "\n"
        screen.press("pagedown")
    for line in wanted:
        assert line.rstrip() in seen


def test_the_menu_carries_an_entry_out_on_the_page_below(screen: Screen) -> None:
    screen.at("T4")
    own = len(screen.page.columns())
    screen.press("f10")
    assert isinstance(screen.page, MenuPage)
    number = next(row + 1 for row in range(screen.page.count()) if "đủ cột" in screen.page.cell(row, 2).text)
    screen.type(f"{number}⏎")
    assert isinstance(screen.page, SheetPage)
    assert len(screen.page.columns()) > own


def test_two_digits_choose_the_entries_from_10_on(screen: Screen) -> None:
    screen.at("T4")
    screen.press("f10")
    for number in (10, 12, 3, 15, 1):
        screen.type(str(number))
        assert screen.page.cursor.row == number - 1
        screen.press("up")
    screen.type("17⏎")
    assert "Thoát?" in screen.text
    screen.press("escape", "f10")
    screen.type("14⏎")
    assert isinstance(screen.page, IssuesPage)


def test_ctrl_g_and_ctrl_o_do_what_f1_and_f10_do(screen: Screen) -> None:
    screen.press("ctrl+g")
    assert isinstance(screen.page, HelpPage)
    screen.press("escape", "ctrl+o")
    assert isinstance(screen.page, MenuPage)


# The line of a question


def test_a_question_is_edited_like_a_cell_and_scrolls(screen: Screen) -> None:
    screen.at(T4)
    screen.press("ctrl+t")
    long = "chữ " * 40 + "cuối"
    screen.type(long)
    assert "cuối" in screen.lines[-3]
    assert all(len(line) <= 80 for line in screen.lines)
    screen.press("home")
    assert screen.lines[-3].startswith("Ghi chú ô: chữ")
    screen.type("x")
    screen.press("delete", "end", "left", "backspace")
    screen.desk.resize(20, 5)
    screen.desk.resize(80, 24)
    screen.press("enter")
    note = screen.work.content.value(("notes", "T4", "203", "TU_THUC.permanent"))
    assert note == "x" + long[1:-2] + long[-1]


def test_a_question_that_is_full_says_so(screen: Screen) -> None:
    screen.at(T4)
    screen.press("ctrl+t")
    screen.desk.paste("a" * 5_000)
    assert "Dòng đã quá dài" in screen.said
    screen.type("b" * (MAX_TYPED + 1))
    assert "Dòng đã quá dài" in screen.said
    screen.press("enter")
    assert screen.work.content.value(("notes", "T4", "203", "TU_THUC.permanent")) == "b" * MAX_TYPED


def test_function_keys_do_nothing_while_a_question_is_open(screen: Screen) -> None:
    screen.at(T4)
    screen.press("ctrl+t")
    before = screen.work.content
    for key in ("f1", "f5", "f9", "f10", "ctrl+z", "ctrl+o", "up", "tab"):
        screen.press(key)
        assert "Ghi chú ô:" in screen.text
        assert isinstance(screen.page, SheetPage)
    assert screen.work.content is before


@pytest.mark.promise("R12")
@pytest.mark.parametrize("size", [(59, 24), (80, 15), (20, 5), (1, 1)])
def test_a_window_too_small_says_so_in_its_own_size(screen: Screen, size: tuple[int, int]) -> None:
    screen.desk.resize(*size)
    lines = ["".join(text for text, _ in line) for line in screen.desk.lines()]
    assert [len(line) for line in lines] == [size[0]] * size[1]
    screen.desk.resize(60, 16)
    assert "NHOMTRE" in screen.text


def test_a_warning_alone_does_not_hide_the_severity(screen: Screen) -> None:
    screen.at("issues")
    for row in range(screen.page.count()):
        word = screen.page.cell(row, 0).text
        assert word == ("LỖI" if screen.work.issues[row].severity is Severity.ERROR else "CẢNH BÁO")
        assert f"{word}: " in screen.said
        screen.press("down")


def test_an_export_that_is_over_says_only_what_came_of_it(screen: Screen) -> None:
    screen.terminal.holds_exports = True
    screen.desk.open(PageName.EXPORT, ExportKind.PDF)
    page = screen.page
    page.progress(3, 12)
    assert "3/12" in screen.text
    page.finish([Path("/thu-muc/bieu.pdf")])
    page.progress(4, 12)
    assert "/thu-muc/bieu.pdf" in screen.text
    assert "Đang in" not in screen.text
    assert "4/12" not in screen.text

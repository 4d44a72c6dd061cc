"""Quick entry: a row a record, typed, repeated, pasted, removed; the lists' add and remove; the next school year."""

from __future__ import annotations

import pytest

from forms.model.errors import Refused
from forms.model.issue import Severity
from forms.model.values import Typed
from tests.builders import undoable
from tests.tui.conftest import Screen

pytestmark = pytest.mark.slow


def children(screen: Screen) -> list[dict[str, object]]:
    return [dict(record) for record in screen.work.content.records("children").values()]


def test_a_row_typed_in_one_burst_makes_a_child(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert")
    screen.type("Trẻ Mẫu Mới⇥01092016⇥nữ⇥nt2⇥Người Mẹ Mẫu⇥1990⇥hoa⏎")
    child = children(screen)[-1]
    assert len(children(screen)) == 47
    assert child["name"] == "Trẻ Mẫu Mới"
    assert (child["birth_date"], child["sex"], child["class_code"], child["ethnicity"]) == (
        "2016-09-01",
        "02",
        "NT2",
        "04",
    )
    assert child["status"] == "01"


def test_an_empty_mandatory_cell_says_so_once_and_counts_the_others(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert")
    screen.type("Trẻ Mẫu Mới⇥")
    ((severity, told),) = screen.page.all_messages()
    left = len(screen.work.issues_of("children/c0047")) - 1
    assert (severity, told) == (Severity.ERROR, f"chưa nhập (bắt buộc). Hồ sơ này còn {left} lỗi khác.")
    assert "Giới tính" not in screen.said


def test_undo_takes_the_whole_row_back_cell_by_cell(screen: Screen) -> None:
    before = screen.work.content
    screen.at("children")
    screen.press("insert")
    screen.type("Trẻ Mẫu Mới⇥01092016⏎")
    screen.press("ctrl+z", "ctrl+z")
    assert screen.work.content.records("children") == before.records("children")


def test_f4_repeats_the_value_above(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert")
    screen.type("Trẻ Mẫu Mới⇥")
    screen.press("f4", "f4")
    assert children(screen)[-1]["birth_date"] == children(screen)[-2]["birth_date"]
    assert children(screen)[-1]["sex"] == children(screen)[-2]["sex"]


def test_a_block_from_a_spreadsheet_is_one_change(screen: Screen) -> None:
    before = screen.work.content
    screen.at("children")
    screen.press("insert")
    screen.desk.paste("Trẻ Mẫu A\t1/9/2016\tNam\nTrẻ Mẫu B\t31/02/2016\tNữ\n")
    assert screen.work.content is before
    assert "thêm 2 hồ sơ; sửa 0, giữ nguyên 0, không nhận 0" in screen.text
    screen.press("down", "down")
    assert "không đọc được «31/02/2016»" in screen.said
    screen.press("home", "enter")
    assert [child["name"] for child in children(screen)[-2:]] == ["Trẻ Mẫu A", "Trẻ Mẫu B"]
    assert children(screen)[-1]["birth_date"] == Typed("31/02/2016")
    assert "thêm 2" in screen.desk.said
    screen.press("ctrl+z")
    assert screen.work.content.records("children") == before.records("children")


@pytest.mark.slow
def test_a_list_asks_before_it_removes(screen: Screen) -> None:
    screen.at("children")
    screen.press("ctrl+d", "escape")
    assert len(children(screen)) == 46
    screen.press("ctrl+d")
    screen.type("c⏎")
    assert len(children(screen)) == 45
    screen.press("ctrl+z")
    assert len(children(screen)) == 46


def test_enter_goes_from_stop_to_stop_and_then_to_a_new_row(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert")
    screen.type("Trẻ Mẫu A⏎010916⏎1⏎⏎Người Mẹ Mẫu⏎1990⏎Trẻ Mẫu B⏎020916⏎nu⏎⏎Người Mẹ Hai⏎1991⏎")
    first, second = children(screen)[-2:]
    assert (first["name"], first["birth_date"], first["sex"]) == ("Trẻ Mẫu A", "2016-09-01", "01")
    assert (second["name"], second["birth_date"], second["sex"]) == ("Trẻ Mẫu B", "2016-09-02", "02")
    assert second["mother_birth_year"] == 1991
    assert not [issue for issue in screen.work.issues if issue.place.record == "children/c0047"]
    assert screen.page.cursor.row == len(children(screen))
    assert screen.page.cursor.col == 1


def test_what_a_choice_would_become_is_told_while_it_is_typed(screen: Screen) -> None:
    screen.at("children/c0001/ethnicity")
    screen.type("kh")
    assert "Gõ thêm hoặc Enter để chọn: " in screen.said
    assert "Khơ-me" in screen.said
    screen.type("o")
    assert "Gõ thêm hoặc Enter để chọn: " in screen.said
    screen.type("me")
    assert screen.work.content.records("children")["c0001"]["ethnicity"] == "01"
    screen.type("⌫⌫-me")
    assert "Sẽ nhận: Khơ-me" in screen.said
    screen.type("⏎")
    assert screen.work.content.records("children")["c0001"]["ethnicity"] != "01"
    screen.at("children/c0001/ethnicity")
    screen.type("zz")
    assert "Không tìm thấy trong danh mục" in screen.said
    screen.press("escape")


def test_the_check_speaks_as_a_value_is_left(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert")
    screen.type("Trẻ Mẫu Mới⏎01012030⏎")
    assert "LỖI: Ngày sinh: " in screen.desk.said
    screen.at("children/c0001/birth_date")
    screen.type("01012011⏎")
    assert "CẢNH BÁO: Ngày sinh: " in screen.desk.said
    assert "không đúng nhóm tuổi" in screen.desk.said


def test_enter_on_a_word_of_several_meanings_opens_what_it_finds(screen: Screen) -> None:
    screen.at("children")
    screen.type("‹insert›Trẻ Mẫu Mới⏎010917⏎nữ⏎nt⏎↓⏎Người Mẹ Mẫu⏎85⇥kh⏎o⏎")
    child = children(screen)[-1]
    assert (child["class_code"], child["mother_name"], child["mother_birth_year"]) == (
        "NT2",
        "Người Mẹ Mẫu",
        1985,
    )
    assert child["ethnicity"] == "05"
    assert len(children(screen)) == 47


def test_a_word_is_kept_where_its_list_is_left_and_where_enter_was_not_pressed(screen: Screen) -> None:
    screen.at("children/c0001/ethnicity")
    screen.type("kh⏎")
    assert "tìm «kh»" in screen.lines[0]
    assert "Khơ-me" in screen.text
    screen.press("escape")
    assert screen.under_cursor == "!kh"
    assert screen.work.content.records("children")["c0001"]["ethnicity"] == Typed("kh")
    screen.type("ka⇥↑")
    assert screen.work.content.records("children")["c0001"]["ethnicity"] == Typed("ka")
    screen.type("zz⏎")
    assert "DÂN TỘC" not in screen.lines[0], "nothing to offer"


@pytest.mark.parametrize(
    ("keys", "told"),
    (
        ("123⏎", "LỖI: Họ tên: giá trị «123» không đúng dạng → nhập họ tên bằng chữ."),
        ("Bùi Mẫu Anh⏎250417⏎", "CẢNH BÁO: Họ tên: trùng họ tên và ngày sinh với trẻ khác"),
        ("Trẻ Mẫu Mới⇥⇥⇥lá 77⇥", "LỖI: Mã lớp: mã lớp lá 77 không có trong danh sách lớp → chọn lại lớp."),
    ),
)
def test_a_record_that_cannot_be_is_told_as_its_value_is_left(screen: Screen, keys: str, told: str) -> None:
    screen.at("children")
    screen.press("insert")
    screen.type(keys)
    assert told in screen.desk.said


def test_a_short_year_of_birth_is_completed_where_it_was_typed(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert")
    screen.type("Trẻ Mẫu Mới⇥010916⇥nữ⇥nt2⇥Người Mẹ Mẫu⇥85‹f2›")
    assert screen.under_cursor == "1985"
    assert children(screen)[-1]["mother_birth_year"] == 1985


# A block from a spreadsheet


def paste(screen: Screen, block: str) -> None:
    screen.at("children")
    screen.press("insert")
    screen.desk.paste(block)


def test_a_row_with_the_name_and_day_of_a_child_changes_that_child(screen: Screen) -> None:
    before = screen.work.content
    paste(
        screen, "phan mẫu an\t7/5/2016\tNữ\nBùi Mẫu Anh\t25/04/2017\tNữ\nHọ tên\tNgày sinh\t\n\t1/1/2016\t\n"
    )
    assert "thêm 0 hồ sơ; sửa 1, giữ nguyên 1, không nhận 2" in screen.text
    screen.press("enter")
    after = screen.work.content
    assert len(after.records("children")) == 46
    assert after.records("children")["c0025"]["sex"] == "02"
    screen.press("ctrl+z")
    assert undoable(screen.work.content) == undoable(before)


def test_a_row_is_left_out_with_the_space_bar_and_escape_takes_nothing(screen: Screen) -> None:
    before = screen.work.content
    block = "Trẻ Mẫu A\t1/9/2016\tNam\nTrẻ Mẫu B\t2/9/2016\tNữ\n"
    paste(screen, block)
    screen.press("escape")
    assert screen.work.content is before
    paste(screen, block)
    screen.press("down", "space", "home")
    assert "thêm 1 hồ sơ; sửa 0, giữ nguyên 0, không nhận 1" in screen.text
    screen.press("enter")
    assert [child["name"] for child in children(screen)[46:]] == ["Trẻ Mẫu B"]


def test_what_the_check_would_say_of_a_row_is_told_before_it_is_taken(screen: Screen) -> None:
    paste(
        screen,
        "123\t1/9/16\tNam\tNT1\tNgười Mẹ Mẫu\t85\n"
        "Trẻ Mẫu A\t1/9/16\tNam\tLá 77\n"
        "Trẻ Mẫu B\t1/9/16\tNam\tNT2\n"
        "Trẻ Mẫu B\t1/9/16\tNam\tNT2\n",
    )
    assert "123 · 01/09/2016 · Nam · NT1 · Người Mẹ Mẫu · 1985" in screen.text
    told = []
    for _ in range(4):
        screen.press("down")
        told.append(screen.page.all_messages())
    assert (None, "Họ tên: giá trị «123» không đúng dạng → nhập họ tên bằng chữ.") in told[0]
    assert (None, "Mã lớp: mã lớp Lá 77 không có trong danh sách lớp → chọn lại lớp.") in told[1]
    assert not any("trùng" in text for _, text in told[2])
    assert sum("trùng họ tên và ngày sinh với trẻ khác" in text for _, text in told[3]) == 1
    labels = [text.partition(":")[0] for row in told for _, text in row]
    assert len(labels) == sum(len({text.partition(":")[0] for _, text in row}) for row in told)


@pytest.mark.slow
def test_days_are_read_as_is_answered_and_never_swapped_one_by_one(screen: Screen) -> None:
    block = "Trẻ Mẫu A\t2/9/2016\nTrẻ Mẫu B\t12/31/2016\nTrẻ Mẫu C\t1/1/16\nTrẻ Mẫu D\t2/29\n"
    paste(screen, block)
    assert "chưa chọn   Cột «Ngày sinh» có chỗ ghi tháng trước: «12/31/2016»" in screen.text
    screen.press("enter")
    assert [child["birth_date"] for child in children(screen)[46:48]] == [
        Typed("2/9/2016"),
        Typed("12/31/2016"),
    ]
    screen.press("ctrl+z")
    paste(screen, block)
    screen.press("down", "space", "space", "home", "enter")
    assert [child["birth_date"] for child in children(screen)[46:48]] == ["2016-02-09", "2016-12-31"]
    screen.press("ctrl+z")
    paste(screen, block)
    screen.press("down", "space", "home", "enter")
    assert [child["birth_date"] for child in children(screen)[46:]] == [
        "2016-09-02",
        Typed("12/31/2016"),
        "2016-01-01",
        Typed("2/29"),
    ]


def test_text_in_an_old_encoding_is_offered_with_before_and_after_and_never_changed_silently(
    screen: Screen,
) -> None:
    block = "NguyÔn ThÞ Thö\t1/9/2016\tN÷\nTrÇn V¨n MÉu\t2/9/2016\tNam\nLª ThÞ Thu\t3/9/2016\tN÷\n"
    paste(screen, block)
    assert "để nguyên   Chữ TCVN3 (ABC): «NguyÔn ThÞ Thö» → «Nguyễn Thị Thử»" in screen.text
    screen.press("enter")
    assert children(screen)[46]["name"] == "NguyÔn ThÞ Thö"
    screen.press("ctrl+z")
    paste(screen, block)
    screen.press("down", "space", "home", "enter")
    assert [child["name"] for child in children(screen)[46:]] == [
        "Nguyễn Thị Thử",
        "Trần Văn Mẫu",
        "Lê Thị Thu",
    ]
    assert {child["sex"] for child in children(screen)[46:]} == {"01", "02"}


def test_one_old_name_in_a_block_is_told_of_its_row(screen: Screen) -> None:
    block = "Nguyễn Mẫu Một\t1/9/2016\tNam\nÑoã Thò Maãu\t2/9/2016\tNữ\nTrần Mẫu Ba\t3/9/2016\tNam\n"
    paste(screen, block)
    assert "để nguyên   Chữ VNI: «Ñoã Thò Maãu» → «Đỗ Thị Mẫu»" in screen.text
    screen.press("f9")
    assert "Họ tên: chữ theo bảng mã cũ VNI: «Ñoã Thò Maãu» → «Đỗ Thị Mẫu»; để nguyên" in screen.text
    screen.press("home", "down", "space", "f9")
    assert "Họ tên: đã đổi chữ theo bảng mã cũ VNI" in screen.text
    screen.press("home", "enter")
    assert [child["name"] for child in children(screen)[46:]] == [
        "Nguyễn Mẫu Một",
        "Đỗ Thị Mẫu",
        "Trần Mẫu Ba",
    ]


def test_a_cell_of_two_lines_stays_one_cell(screen: Screen) -> None:
    block = (
        'Trần Mẫu Một\t5/6/2016\tNữ\tNT1\t"Lê Thị Mẹ\nTrần Văn Cha"\r\n'
        "Lê Mẫu Hai\t7/6/2016\tNam\tNT1\tPhạm Thị Mẹ\r\n"
    )
    paste(screen, block)
    assert screen.page.cell(2, 1).sign == "?"
    screen.press("home", "enter")
    assert [
        (child["name"], child["mother_name"], child["class_code"]) for child in children(screen)[46:]
    ] == [
        ("Trần Mẫu Một", "Lê Thị Mẹ Trần Văn Cha", "NT1"),
        ("Lê Mẫu Hai", "Phạm Thị Mẹ", "NT1"),
    ]


def test_an_old_encoding_pasted_into_one_field_is_asked_about(screen: Screen) -> None:
    for answer, kept in (("c", "Nguyễn Thị Thử"), ("k", "NguyÔn ThÞ Thö")):
        screen.at("children/c0001/name")
        screen.desk.paste("NguyÔn ThÞ Thö")
        assert "TCVN3" in screen.text
        assert "Nguyễn Thị Thử" in screen.text
        screen.type(answer + "⏎⏎")
        assert screen.work.content.records("children")["c0001"]["name"] == kept


@pytest.mark.parametrize("text", ["NguyÔn ThÞ Thö", "Nguyeãn Thò Thöû"])
def test_an_old_encoding_that_is_typed_is_told_as_the_cell_is_left(screen: Screen, text: str) -> None:
    screen.at("children/c0001/name")
    screen.type(text + "⏎")
    assert screen.work.content.records("children")["c0001"]["name"] == text
    assert "«Nguyễn Thị Thử»? Chọn bảng mã Unicode trong bộ gõ" in screen.desk.said
    screen.at("children/c0001/name")
    screen.type("Nguyễn Thị Hoàng⏎")
    assert "bảng mã" not in screen.desk.said


@pytest.mark.slow
def test_two_thousand_rows_are_one_change(screen: Screen) -> None:
    before = screen.work.content
    paste(screen, "".join(f"Trẻ Mẫu Số {number}\t1/9/2016\tNam\n" for number in range(2_000)))
    screen.press("enter")
    assert len(children(screen)) == 2_046
    screen.press("ctrl+z")
    assert undoable(screen.work.content) == undoable(before)


def test_the_next_year_is_told_then_made_and_gone_on_with(screen: Screen) -> None:
    screen.type("15⏎")
    assert "CHUYỂN HỒ SƠ LÊN NĂM HỌC 2020-2021" in screen.text
    assert "TRẺ RA TRƯỜNG (8)" in screen.text
    screen.type("⏎c⏎")
    assert str(screen.work.content.year) == "2020-2021"
    assert len(children(screen)) == 38
    assert "38 trẻ" in screen.text


def test_a_value_for_a_record_that_is_gone_makes_no_record(screen: Screen) -> None:
    before = screen.work.content
    screen.at("children")
    screen.press("insert")
    screen.type("Trẻ Mẫu Mới⇥")
    gone = screen.page.entering.newest()
    screen.press("ctrl+z")
    with pytest.raises(Refused, match="không còn"):
        screen.page.entering.put(gone, gone.type.field_by_key["sex"], "01")
    assert undoable(screen.work.content) == undoable(before)


def test_a_search_that_folds_to_nothing_in_an_empty_list_does_no_harm(empty_folder: Screen) -> None:
    empty_folder.type("1⏎")
    empty_folder.at("children")
    empty_folder.type("\u0302\u0323")
    assert empty_folder.page.count() == 0


def test_a_block_with_titles_is_read_by_its_titles(screen: Screen) -> None:
    paste(screen, "Mã lớp\tHọ và tên\tNgày sinh\tCân nặng\nNT1\tTrẻ Mẫu A\t1/9/2017\t12,5\n")
    assert "Các cột: Mã lớp · Họ tên · Ngày sinh · (không biết)" in screen.text
    screen.press("enter")
    child = children(screen)[-1]
    assert (child["class_code"], child["name"], child["birth_date"]) == ("NT1", "Trẻ Mẫu A", "2017-09-01")
    assert "mother_name" not in child


def test_quick_entry_says_whose_row_it_is_when_the_name_is_out_of_view(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert", "up", "end")
    assert "trống · 46 Bùi Thị Mẫu Như · " in screen.text


def test_a_code_chosen_from_the_list_goes_on_to_the_next_cell(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert")
    screen.type("Trẻ Mẫu Mới⏎010917⏎")
    screen.type("‹enter›nam⏎")
    assert screen.page.fields[screen.page.cursor.col - 1].key == "class_code"
    screen.at("children/c0001/sex")
    screen.type("‹enter›nam⏎")
    assert screen.page.field.key == "status"


@pytest.mark.parametrize(("width", "is_seen"), [(80, False), (132, True)])
def test_a_new_row_says_what_it_begins_with_out_of_sight(screen: Screen, width: int, is_seen: bool) -> None:
    screen.desk.resize(width, 43)
    screen.at("children")
    screen.type("‹insert›")
    _, _, said = screen.text.partition("Điền sẵn ở cột không thấy:")
    told = said.partition(".")[0]
    assert "Quận 12" in " ".join(told.split())
    assert ("Kinh" not in told) is is_seen

"""Headings of several rows and columns: what each column holds is decided from the whole block and the days under it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from forms.entry.row_values import Remark
from tests.exports.messy import HEAD, RIGHT, Read, reader

pytestmark = pytest.mark.slow


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


def merging(*areas: str) -> Any:
    def dress(book: Any) -> None:
        for area in areas:
            book.worksheets[0].merge_cells(area)

    return dress


def child(**more: Any) -> dict[str, Any]:
    return {"name": "Mẫu Bé", "birth_date": "2016-05-07", **more}


@pytest.mark.parametrize(
    ("heads", "areas", "cells", "values"),
    [
        ([["Họ và tên đệm", "Tên", "Ngày sinh"]], (), ["Mẫu", "Bé", "7/5/2016"], child()),
        ([["Họ", "Tên đệm", "Tên", "Ngày sinh"]], (), ["Lê", "Thị Mẫu", "Bé", "7/5/2016"], child(name="Lê Thị Mẫu Bé")),
        ([["Họ tên", "Ngày sinh", "Nữ (x)"]], (), ["Mẫu Bé", "7/5/2016", "x"], child(sex="02")),
        ([["Tên", "Họ lót", "Ngày sinh"]], (), ["Bé", "Mẫu", "7/5/2016"], child()),
        ([["Họ và tên", None, "Ngày sinh"], ["Họ đệm", "Tên"]], ("A1:B1",), ["Mẫu", "Bé", "7/5/2016"], child()),
        (
            [["Họ tên", "Ngày tháng năm sinh"], [None, "Ngày", "Tháng", "Năm"]],
            ("A1:A2", "B1:D1"),
            ["Mẫu Bé", 7, "5", 2016],
            child(),
        ),
        (
            [["Họ tên", "Ngày sinh", None, None], [None, "Ngày", "Tháng", "Năm"]],
            (),
            ["Mẫu Bé", "07", "05", "2016"],
            child(),
        ),
        (
            [["Họ tên", "Ngày sinh"], [None, "Nam", "Nữ"]],
            ("B1:C1",),
            ["Mẫu Bé", None, "7/5/2016"],
            child(sex="02"),
        ),
        (
            [["Họ tên", "Ngày sinh", "Giới tính"], [None, None, "Nam", "Nữ"]],
            ("C1:D1",),
            ["Mẫu Bé", "7/5/2016", "x"],
            child(sex="01"),
        ),
        (
            [["Họ tên", "Ngày sinh", "Cha", None, "Thông tin về mẹ"], [None, None, "Họ và tên", "SĐT", "Họ tên", "Năm sinh"]],
            ("C1:D1", "E1:F1"),
            ["Mẫu Bé", "7/5/2016", "Mẫu Cha", "0901234567", "Mẫu Mẹ", 1990],
            child(father_name="Mẫu Cha", father_phone="0901234567", mother_name="Mẫu Mẹ", mother_birth_year=1990),
        ),
        (
            [["DANH SÁCH TRẺ"], ["A", "B", "C"], ["Thông tin chung", None, "Quê quán"], ["Họ tên", "Ngày sinh", "Tỉnh"], [1, 2, 3]],
            ("A1:C1", "A3:B3"),
            ["Mẫu Bé", "7/5/2016", "Kiên Giang"],
            child(home_province="91"),
        ),
        (
            [["Họ tên", "Ngày sinh", "G.tính"], [None, None, "Nam", "Nữ", "Tỉnh/Thành phố"]],
            (),
            ["Mẫu Bé", "7/5/2016", None, "x", "Kiên Giang"],
            child(sex="02", province="91"),
        ),
        (
            [["Họ tên", "Ngày sinh", "Người đưa đón"], [None, None, "Họ tên", "SĐT"]],
            ("C1:D1",),
            ["Mẫu Bé", "7/5/2016", "Mẫu Cậu", "0901234567"],
            child(),
        ),
    ],
    ids=str,
)  # fmt: skip
def test_a_field_in_several_columns_under_titles_of_several_rows(
    read: Read, heads: list[list[Any]], areas: Sequence[str], cells: list[Any], values: dict[str, Any]
) -> None:
    found = read([*heads, cells], merging(*areas))
    assert [row.values for row in found.rows] == [values]


def test_headings_far_down_and_to_the_right(read: Read) -> None:
    rows = [
        *([["Trường mẫu"]] + [[]] * 27),
        [None] * 5 + list(HEAD),
        [None] * 5 + ["Mẫu Bé", "7/5/2016", "Nam"],
    ]
    assert read(rows).rows[0].values == child(sex="01")


def test_a_row_of_words_under_headings_is_a_record(read: Read) -> None:
    """No day, no number in it: its words could be titles, and are not."""
    rows = [["Mã cán bộ", "Họ tên", "Dân tộc", "Ghi chú"], ["CB7", "Mẫu Cô", "Nữ", "Mẹ"]]
    assert [row.name for row in read(rows).rows] == ["Mẫu Cô"]


@pytest.mark.parametrize(
    ("marks", "sex", "remarks"),
    [
        (("x", None), "01", []),
        ((None, "X"), "02", []),
        (("1", "0"), "01", []),
        (("x", "x"), None, [("marks", "Nam, Nữ")]),
        ((None, None), None, [("marks", "")]),
    ],
)
def test_marks_under_two_columns(
    read: Read, marks: tuple[Any, Any], sex: str | None, remarks: list[tuple[str, str]]
) -> None:
    found = read([["Họ tên", "Ngày sinh", "Nam", "Nữ"], ["Mẫu Bé", "7/5/2016", *marks]])
    assert found.rows[0].values.get("sex") == sex
    assert found.told == {2: ("add", remarks)}


def test_an_empty_cell_under_one_column_of_marks_is_told_once(read: Read) -> None:
    found = read([["Họ tên", "Ngày sinh", "Nữ"], ["Mẫu Bé", "7/5/2016", "x"], ["Mẫu Em", "8/5/2016"], []])
    assert found.values("sex") == ["02", "01"]
    assert Remark("one_sided", "Nữ", "Nam") in found.offered.sources[0].notes


def test_a_code_of_ten_digits_and_a_number_of_twelve_under_one_title(read: Read) -> None:
    rows = [
        ["Họ tên", "Ngày sinh", "Mã định danh"],
        ["Mẫu Một", "7/5/2016", "7912345678"],
        ["Mẫu Hai", "7/5/2016", 7912345679],
        ["Mẫu Ba", "7/5/2016", "079316000001"],
        ["Mẫu Bốn", "7/5/2016", "79316"],
    ]
    found = read(rows)
    assert found.values("id") == ["7912345678", "7912345679", None, None]
    assert found.values("personal_id") == [None, None, "079316000001", "79316"]


def test_lists_side_by_side_are_two(read: Read) -> None:
    rows = [
        ["STT", "Họ tên", "Ngày sinh", None, "STT", "Họ tên", "Ngày sinh"],
        [1, "Mẫu Một", "7/5/2016", None, 3, "Mẫu Ba", "9/5/2016"],
        [2, "Mẫu Hai", "8/5/2016"],
    ]
    found = read(rows)
    assert [[row.name for row in rows] for _, rows in found.batches] == [["Mẫu Một", "Mẫu Hai"], ["Mẫu Ba"]]
    assert [source.title for source in found.offered.sources] == ["Danh sách", "Danh sách (từ cột E)"]
    assert [len(found.after.records("children"))] == [5]


def test_what_names_nobody_is_told_once(read: Read) -> None:
    found = read([["Lớp", "Ngày sinh", "Giới tính"], ["Mầm", "7/5/2016", "Nam"], ["Mầm", "8/5/2016", "Nữ"]])
    assert found.rows == []
    assert Remark("unnamed", text="họ tên") in found.offered.sources[0].notes


# The class outside the columns


@pytest.mark.parametrize(
    ("above", "lines", "codes"),
    [
        ("DANH SÁCH TRẺ LỚP MẦM", [None, None], ["M1", "M1"]),
        ("Danh sách trẻ", ["Lớp Lá 1", "Mầm"], ["L1", "M1"]),
        ("Lớp Mầm", ["LÁ 1", None], ["L1", "L1"]),
        ("Danh sách lớp Chồi", [None, None], [None, None]),
    ],
)
def test_the_class_in_a_line_of_its_own(
    read: Read, above: str, lines: list[str | None], codes: list[str | None]
) -> None:
    rows: list[list[Any]] = [[above], list(HEAD)]
    for number, line in enumerate(lines):
        rows += [[line]] if line else []
        rows += [[f"Mẫu {number}", "7/5/2016", "Nam"]]
    found = read(rows)
    assert found.values("class_code") == codes
    assert all(told == RIGHT for told in found.told.values())


def test_what_is_merged_down_holds_for_every_row_that_it_covers(read: Read) -> None:
    rows = [
        ["Lớp", *HEAD],
        ["Mầm", "Mẫu Một", "7/5/2016", "Nam"],
        [None, "Mẫu Hai", "8/5/2016", "Nữ"],
        [None, "Mẫu Ba", "9/5/2016", "Nữ"],
    ]
    found = read(rows, merging("A2:A3"))
    assert found.values("class_code") == ["M1", "M1", None]


def test_rows_and_sheets_that_are_hidden_are_left_out_and_told(read: Read) -> None:
    def dress(book: Any) -> None:
        book["Danh sách"].row_dimensions[3].hidden = True
        book["Cũ"].sheet_state = "hidden"

    sheets = {
        "Danh sách": [HEAD, ["Mẫu Một", "7/5/2016", "Nam"], ["Mẫu Hai", "8/5/2016", "Nữ"]],
        "Cũ": [HEAD, ["Mẫu Ba", "9/5/2016", "Nam"]],
    }
    found = read(sheets, dress)
    assert [row.name for row in found.rows] == ["Mẫu Một"]
    assert Remark("hidden", text="3") in found.offered.sources[0].notes
    assert found.offered.hidden_sheets == ("Cũ",)


@pytest.mark.parametrize(("born", "is_told"), [("7/5/2009", True), ("7/5/2012", False), ("7/5/2020", True)])
def test_a_child_too_old_or_not_yet_born_is_to_be_looked_at(read: Read, born: str, is_told: bool) -> None:
    rows = [
        ["Họ tên", "Ngày sinh", "Họ tên mẹ"],
        ["Mẫu Một", "7/5/2016"],
        ["Mẫu Hai", "8/5/2016"],
        ["Mẫu Ba", born],
    ]
    told = read(rows).told[4]
    assert ("age" in [code for code, _ in told[1]]) == is_told


@pytest.mark.parametrize(
    ("heads", "cells", "values"),
    [
        (["Họ và tên", "Năm sinh"], ["Mẫu Bé", "7/5/2016"], child()),
        (["Họ và tên", "Ngày sinh", "Năm sinh"], ["Mẫu Bé", "7/5/2016", 1990], child()),
    ],
)
def test_the_year_of_birth_is_the_title_of_whole_days_where_no_other_is(
    read: Read, heads: list[Any], cells: list[Any], values: dict[str, Any]
) -> None:
    assert read([heads, cells]).rows[0].values == values


def test_birth_dates_of_boys_stand_under_their_word_and_are_no_year(read: Read) -> None:
    found = read(
        [["Họ tên", "Ngày sinh"], [None, "Nam", "Nữ"], ["Mẫu Bé", "7/5/2016"], ["Mẫu Lớn", None, "8/5/2016"]],
        merging("B1:C1"),
    )
    assert [row.values for row in found.rows] == [
        child(sex="01"),
        {"name": "Mẫu Lớn", "birth_date": "2016-05-08", "sex": "02"},
    ]
    assert found.offered.sources[0].notes[-1].code == "read_as"


def test_two_columns_that_may_hold_either_code_hold_one_each(read: Read) -> None:
    heads = ["Họ tên", "Ngày sinh", "Số định danh", "Mã định danh học sinh"]
    one, other = "079316000001", "7900000009"
    for cells in ([one, other], [other, one]):
        found = read([heads, ["Mẫu Bé", "7/5/2016", *cells]])
        assert found.rows[0].values == child(personal_id=one, id=other)


def test_titles_beside_the_name_of_a_parent_are_of_that_parent(read: Read) -> None:
    heads = [
        "Họ tên",
        "Ngày sinh",
        "Họ tên bố",
        "Năm sinh",
        "Nghề nghiệp",
        "Họ tên mẹ",
        "Năm sinh",
        "Ghi chú",
        "Nghề",
    ]
    found = read(
        [heads, ["Mẫu Bé", "7/5/2016", "Mẫu Cha", 1985, "Thợ may", "Mẫu Mẹ", 1990, "mới", "Bán hàng"]]
    )
    assert found.rows[0].values == child(
        father_name="Mẫu Cha",
        father_birth_year=1985,
        father_job="Thợ may",
        mother_name="Mẫu Mẹ",
        mother_birth_year=1990,
    )
    assert found.offered.sources[0].unknown == ("Ghi chú", "Nghề")


def test_given_names_without_a_title_below_a_band_are_read(read: Read) -> None:
    rows = [
        ["Thông tin trẻ"],
        ["Họ và tên", None, "Ngày sinh"],
        ["Mẫu", "Bé", "7/5/2016"],
        ["Mẫu Thị", "An", "8/5/2016"],
    ]
    found = read(rows, merging("A1:C1"))
    assert found.values("name") == ["Mẫu Bé", "Mẫu Thị An"]
    assert found.offered.sources[0].unknown == ()


def test_a_heading_of_two_rows_that_comes_again_begins_no_list(read: Read) -> None:
    heads = [["STT", "Họ tên bé", "Ngày sinh (dd/mm/yyyy)", "Cha", None], [None, None, None, "Tên", "NS"]]
    found = read(
        [
            *heads,
            [1, "Mẫu Bé", "7/5/2016", "Mẫu Cha", 1985],
            *heads,
            [2, "Mẫu An", "8/5/2016", "Mẫu Ông", 1986],
        ]
    )
    assert len(found.batches) == 1
    assert found.values("father_birth_year") == [1985, 1986]


def test_crosses_stand_under_words_however_they_are_written(read: Read) -> None:
    found = read([["Họ tên", "Ngày sinh", "NAM (*)", " Nữ:"], ["Mẫu Bé", "7/5/2016", None, "x"]])
    assert found.rows[0].values == child(sex="02")


def test_a_band_that_comes_again_on_a_page_is_no_row(read: Read) -> None:
    heads = [[None, None, "Thông tin bố", None, "Thông tin mẹ"], ["Họ tên", "Ngày sinh", "Tên", "SĐT", "Tên"]]
    one, other = (
        ["Mẫu Bé", "7/5/2016", "Mẫu Cha", "0901234567", "Mẫu Mẹ"],
        ["Mẫu An", "8/5/2016", None, None, "Mẫu Cô"],
    )
    found = read([*heads, one, *heads, other], merging("C1:D1", "C4:D4"))
    assert [row.name for row in found.rows] == ["Mẫu Bé", "Mẫu An"]


def test_who_teaches_a_list_of_children_makes_it_none_of_staff(read: Read) -> None:
    heads = [["Họ tên trẻ", "Ngày sinh", "Cha", None], [None, None, "Họ tên", "Năm sinh"]]
    row = ["Mẫu Bé", "7/5/2016", "Mẫu Cha", 1985]
    found = read({"DS": [["Giáo viên: Trần Thị Mẫu Cô"], *heads, row]}, merging("C2:D2"))
    assert [source.record.key for source in found.offered.sources] == ["child"]


def test_the_year_of_birth_beside_the_name_of_a_child_is_the_child_s(read: Read) -> None:
    found = read([["Họ tên bé", "Năm sinh", "Họ tên cha"], ["Mẫu Bé", "7/5/2016", "Mẫu Cha"]])
    assert found.rows[0].values == child(father_name="Mẫu Cha")

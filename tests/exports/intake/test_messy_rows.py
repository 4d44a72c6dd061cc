"""Messy but honest workbooks: every row is right or named with its reason, none is silently wrong. Rows and sheets."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import PatternFill

from forms.dossier.content import Content
from forms.entry.row_values import Remark
from tests.exports.messy import DOSSIER, HEAD, RIGHT, Read, Rows, reader

pytestmark = pytest.mark.slow


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


# Rows


def test_30_blank_rows_totals_and_signatures(read: Read) -> None:
    rows = [
        ["STT", "Mã cán bộ", "Họ tên", "Ngày sinh"],
        [1, "CB8", "Mẫu Một", "7/5/1980"],
        [],
        [2],
        [3, "CB9", "Mẫu Hai", "8/5/1980"],
        [None, "Tổng cộng", "2 người", None],
        [None, "Người lập biểu", None, None],
        [None, "Ngày 5 tháng 9", None, None],
        [None, None, "(ký tên)", None],
    ]
    found = read(rows)
    assert found.told == {2: RIGHT, 5: RIGHT}
    assert found.offered.sources[0].notes == (Remark("below", text="6–9"),)


def test_30_a_record_that_lacks_something_is_no_end_of_a_list(read: Read) -> None:
    rows = [
        HEAD,
        ["Mẫu Một", "7/5/2016", "Nam"],
        ["Mẫu Hai", None, "Nữ"],
        ["Tổng cộng", None, None],
        ["Mẫu Ba", "8/5/2016", "Nữ"],
        ["Mẫu Bốn", None, "Nữ"],
    ]
    assert read(rows).told == {
        2: RIGHT,
        3: ("refuse", [("no_name", "")]),
        4: ("refuse", [("no_name", "")]),
        5: RIGHT,
        6: ("refuse", [("no_name", "")]),
    }


def test_31_a_name_that_begins_like_a_total_is_a_name(read: Read) -> None:
    found = read([HEAD, ["Tống Công Mẫu", "7/5/2016", "Nam"], ["Công Mẫu Bé", "8/5/2016", "Nữ"]])
    assert found.told == {2: RIGHT, 3: RIGHT}


def test_32_formulas_errors_and_results(read: Read) -> None:
    rows = [HEAD, ["=A1", "7/5/2016", "Nam"], ["Mẫu Hai", "#N/A", "Nam"], ["Mẫu Ba", "7/5/2016", "Nam"]]
    found = read(rows)
    assert found.told == {2: ("refuse", [("formula", "A2")]), 3: ("refuse", [("error", "B3")]), 4: RIGHT}


def test_33_a_formula_in_a_column_that_is_not_read_harms_nobody(read: Read) -> None:
    head = ("STT", *HEAD, "Học 2 buổi/ngày", "Tuổi")
    assert read([head, ["=ROW()-1", "Mẫu Một", "7/5/2016", "Nam", "=1", "=2019-2016"]]).told == {2: RIGHT}


def test_34_a_child_twice(read: Read) -> None:
    sheets = {
        "Trẻ": [
            [*HEAD, "Mã học sinh"],
            ["Mẫu Một", "7/5/2016", "Nam", "7900000009"],
            ["Mẫu Một", "7/5/2016", "Nam", None],
            ["Nguyễn Mẫu An", "7/5/2015", "Nữ", None],
            ["Nguyễn Mẫu An", "7/5/2015", "Nam", None],
        ],
        "Trẻ khác": [HEAD, ["Mẫu Một", "7/5/2016", "Nam"], ["Nguyễn Mẫu An", "7/5/2015", "Nữ"]],
    }
    found = read(sheets)
    assert [(row.kind.value, [tuple(remark) for remark in row.remarks]) for row in found.rows] == [
        ("add", []),
        ("refuse", [("twice", "", "2")]),
        ("change", []),
        ("refuse", [("twice", "", "4")]),
        ("refuse", [("twice", "", "2 («Trẻ»)")]),
        ("refuse", [("twice", "", "4 («Trẻ»)")]),
    ]
    assert len(found.after.records("children")) == 3


def test_34_a_name_without_marks_is_not_added_beside_the_one_with_marks(read: Read) -> None:
    rows = [
        [*HEAD, "Lớp"],
        ["Phan Mẫu Ý", "7/5/2016", "Nữ", "Mầm"],
        ["Phan Mau Y", "7/5/2016", "Nữ", "Mầm"],
        ["PHAN  MẪU Ý", "7/5/2016", "Nữ", "L1"],
    ]
    assert read(rows).told == {
        2: RIGHT,
        3: ("refuse", [("nearly_twice", "2")]),
        4: ("refuse", [("twice", "2")]),
    }


def test_34_another_mother_makes_another_child(read: Read) -> None:
    rows = [
        [*HEAD, "Họ tên mẹ"],
        ["Phan Mẫu Ý", "7/5/2016", "Nữ", "Lê Thị Mẫu"],
        ["Phan Mẫu Ý", "7/5/2016", "Nữ", "Vũ Thị Mẫu"],
        ["Phan Mẫu Ý", "7/5/2016", "Nữ", "VŨ THỊ MẪU"],
    ]
    found = read(rows)
    assert found.told == {2: RIGHT, 3: ("add", [("namesake", "2")]), 4: ("refuse", [("twice", "3")])}
    assert read(rows[:3], content=found.after).told == {2: ("same", []), 3: ("same", [])}


def test_34_a_child_twice_with_another_day_is_told_and_the_doubt_stays(read: Read) -> None:
    rows = [
        [*HEAD, "Họ tên mẹ", "Mã HS"],
        ["Phan Mẫu Ý", "7/5/2016", "Nữ", None, None],
        ["PHAN MẪU Ý", "8/5/2016", "Nữ", "Lê Thị Mẫu", None],
        ["Phan Mẫu Ý", "9/6/2016", "Nữ", "Vũ Thị Mẫu", None],
        ["Lê Mẫu Y", "7/5/2016", "Nữ", None, "7900000008"],
        ["Lê Mẫu Y", "8/5/2016", "Nữ", None, "7900000009"],
        ["Lê Mẫu Ý", "9/5/2016", "Nữ", None, None],
    ]
    found = read([rows[0], *rows[1:3], *rows[4:6]])
    assert found.told == {
        2: RIGHT,
        3: ("add", [("other_day", "2")]),
        4: RIGHT,
        5: RIGHT,
    }
    doubt = next(iter(found.after.tree["doubts"].values()))
    assert doubt["birth_date"]["code"] == "other_day"
    assert read([*rows[:1], rows[2], rows[3]]).told == {2: RIGHT, 3: RIGHT}


def test_35_two_children_of_one_name_and_day_with_codes_of_their_own(read: Read) -> None:
    rows = [
        [*HEAD, "Mã HS"],
        ["Mẫu Một", "7/5/2016", "Nam", "7900000008"],
        ["Mẫu Một", "7/5/2016", "Nữ", "7900000009"],
    ]
    assert read(rows).told == {2: RIGHT, 3: RIGHT}


def test_36_one_value_differs_and_an_empty_cell_erases_nothing(read: Read) -> None:
    rows = [
        [*HEAD, "Lớp", "Mã HS"],
        ["Nguyễn Mẫu An", "7/5/2015", None, "Mầm", None],
        ["Lê Mẫu Hòa", "9/6/2015", "Nữ", None, "7900000001"],
    ]
    found = read(rows)
    assert [row.values for row in found.rows] == [{"class_code": "M1"}, {"birth_date": "2015-06-09"}]
    assert found.after.records("children")["c0001"] == {
        **DOSSIER.records("children")["c0001"],
        "class_code": "M1",
    }
    assert found.after.records("children")["c0002"] == {
        **DOSSIER.records("children")["c0002"],
        "birth_date": "2015-06-09",
    }


def test_37_the_code_of_a_class_in_small_letters_does_not_orphan_its_children(read: Read) -> None:
    found = read({"Lớp học": [["Mã lớp", "Tên lớp"], ["l1", "Lá Một"]]})
    assert [row.values for row in found.rows] == [{"name": "Lá Một"}]
    assert found.after.value(("classes", "k0001", "code")) == "L1"


def test_38_two_children_of_the_dossier_bear_the_name(read: Read) -> None:
    twin = DOSSIER.records("children")["c0001"]
    children = {"c0001": twin, "c0002": {**twin, "sex": "02"}}
    content = Content({**DOSSIER.tree, "children": children})
    found = read([[*HEAD, "SĐT"], ["Nguyễn Mẫu An", "7/5/2015", "Nam", "0901234567"]], content=content)
    assert found.told == {2: ("refuse", [("many", "")])}


# Sheets


def test_39_empty_unknown_and_hidden_sheets_in_any_order(read: Read) -> None:
    def dress(book: Any) -> None:
        book["Ẩn"].sheet_state = "hidden"

    sheets: dict[str, Rows] = {
        "Trống": [],
        "Thực đơn": [["Thứ", "Món"], ["Hai", "Cháo"]],
        "Ẩn": [HEAD, ["Mẫu Ẩn", "7/5/2016", "Nam"]],
        "Trẻ": [HEAD, ["Mẫu Bé", "7/5/2016", "Nam"]],
    }
    found = read(sheets, dress)
    assert found.offered.unknown_sheets == ("Thực đơn",)
    assert found.values("name") == ["Mẫu Bé"]


def test_40_hidden_columns_are_read_and_empty_formatted_rows_are_not(read: Read) -> None:
    def dress(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.column_dimensions["B"].hidden = True
        for row in range(3, 1003):
            for column in range(1, 4):
                sheet.cell(row, column).fill = PatternFill("solid", fgColor="FFFF00")

    found = read([HEAD, ["Mẫu Bé", "7/5/2016", "Nam"]], dress)
    assert found.told == {2: RIGHT}
    assert found.rows[0].values["birth_date"] == "2016-05-07"


def test_41_a_workbook_of_something_else_offers_nothing(read: Read) -> None:
    found = read({"Thu chi": [["Ngày", "Số tiền"], [date(2019, 9, 1), 100]]})
    assert (found.offered.sources, found.offered.unknown_sheets) == ((), ("Thu chi",))


@pytest.mark.parametrize(
    "above",
    [["LỚP:", "MẦM"], ["Lớp Mầm: 12 trẻ - Năm học 2019-2020"], ["GVCN: Trần Thị Mẫu Cô", None, "Lớp: Mầm"]],
)
def test_the_class_above_a_list_may_stand_in_several_cells(read: Read, above: list[str | None]) -> None:
    found = read([["DANH SÁCH TRẺ"], above, HEAD, ["Mẫu Bé", "7/5/2016", "Nam"]])
    assert found.values("class_code") == ["M1"]


def test_a_class_with_its_total_is_followed_by_the_next(read: Read) -> None:
    head = [["Họ tên", "Ngày sinh", None], [None, "Nam", "Nữ"]]
    rows = [
        ["1. Lớp Mầm"],
        ["Mẫu Bé", "7/5/2016"],
        ["Cộng: 1"],
        ["2. Lá 1 (1 trẻ)"],
        ["Mẫu An", None, "8/5/2016"],
        ["Tổng cộng: 2"],
    ]
    found = read([*head, *rows], lambda book: book.worksheets[0].merge_cells("B1:C1"))
    assert [row.values["class_code"] for row in found.rows if row.values] == ["M1", "L1"]
    assert found.offered.sources[0].notes[-1].text == "8"


def test_who_signs_below_a_list_is_nobody_in_it(read: Read) -> None:
    head = ["Mã CB", "Họ và tên", "Ngày sinh"]
    for signer in ("GVCN", "Giáo viên chủ nhiệm", "P. Hiệu trưởng", "Duyệt của BGH", "Lập bảng", "Đã ký"):
        found = read({"Giáo viên": [head, ["CB7", "Trần Mẫu Tư", "7/5/1990"], [], [signer, "Chủ nhóm"]]})
        assert len(found.rows) == 1, signer


def test_a_class_that_there_is_not_is_not_the_one_before(read: Read) -> None:
    rows = [HEAD, ["Lớp Mầm"], ["Mẫu Bé", "7/5/2016", "Nam"], ["II. Lớp Sen"], ["Mẫu An", "8/5/2016", "Nữ"]]
    assert read(rows).values("class_code") == ["M1", "II. Lớp Sen"]

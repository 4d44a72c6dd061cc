"""Messy but honest workbooks: every row is right or named with its reason, none is silently wrong. Headings, codes and names."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from forms.dossier.content import Content
from forms.model.values import Typed
from tests.exports.messy import DOSSIER, HEAD, RIGHT, Read, Rows, reader

pytestmark = pytest.mark.slow


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


# Headings


def test_17_headings_over_two_lines_below_merged_titles(read: Read) -> None:
    def dress(book: Any) -> None:
        book.worksheets[0].merge_cells("A1:D1")
        book.worksheets[0].merge_cells("A2:D2")

    head = (
        "STT",
        normalize("NFD", "HỌ VÀ\nTÊN TRẺ (*)"),
        "ngày\r\n sinh (dd/mm/yyyy)",
        "Giới tính\n(Nam/Nữ)",
    )
    rows = [["PHÒNG GD&ĐT QUẬN MẪU"], ["DANH SÁCH TRẺ"], [], head, [1, "Phan Mẫu Bé", "7/5/2016", "Nam"]]
    found = read(rows, dress)
    assert found.told == {5: RIGHT}
    assert set(found.rows[0].values) == {"name", "birth_date", "sex"}


def test_18_one_title_over_family_name_and_given_name(read: Read) -> None:
    def dress(book: Any) -> None:
        book.worksheets[0].merge_cells("B1:C1")

    rows = [
        ["STT", "Họ và tên", None, "Ngày sinh"],
        [1, "Nguyễn Thị", "Mẫu", "7/5/2016"],
        [2, "Trần", "Mẫu", "8/5/2016"],
    ]
    found = read(rows, dress)
    assert found.values("name") == ["Nguyễn Thị Mẫu", "Trần Mẫu"]
    assert found.offered.sources[0].unknown == ()


def test_19_columns_that_nobody_knows_are_named(read: Read) -> None:
    rows = [
        ["STT", *HEAD, "Cân nặng", None, "Họ tên"],
        [1, "Mẫu Bé", "7/5/2016", "Nam", 15.5, "ghi chú", "Mẫu Mẹ"],
    ]
    found = read(rows)
    assert found.offered.sources[0].unknown == ("Cân nặng", "Họ tên (cột G)", "cột F (không tiêu đề)")
    assert found.rows[0].values == {"name": "Mẫu Bé", "birth_date": "2016-05-07", "sex": "01"}


def test_20_two_lists_on_one_sheet(read: Read) -> None:
    """The second has other columns; one of them is above the best headings."""
    rows = [
        HEAD[:2],
        ["Mẫu Một", "1/1/2016"],
        [],
        ["Ngày sinh", "Họ tên", "Giới tính", "SĐT"],
        ["2/2/2016", "Mẫu Hai", "Nam", "0901234567"],
        ["Ngày sinh", "Họ tên", "Giới tính", "SĐT"],
        ["3/3/2016", "Mẫu Ba", "Nữ", None],
    ]
    found = read(rows)
    assert found.told == {2: RIGHT, 5: RIGHT, 7: RIGHT}
    assert found.values("name") == ["Mẫu Một", "Mẫu Hai", "Mẫu Ba"]
    assert found.values("birth_date") == ["2016-01-01", "2016-02-02", "2016-03-03"]


def test_21_staff_below_the_children_do_not_become_children(read: Read) -> None:
    rows = [
        ["DANH SÁCH TRẺ"],
        HEAD,
        ["Mẫu Bé", "1/1/2016", "Nam"],
        ["DANH SÁCH GIÁO VIÊN"],
        ["Họ tên", "Ngày sinh", "SĐT"],
        ["Mẫu Giáo", "2/2/1990", "0901234567"],
    ]
    found = read(rows)
    assert [(source.record.key, [row.name for row in rows]) for source, rows in found.batches] == [
        ("child", ["Mẫu Bé", "DANH SÁCH GIÁO VIÊN"]),
        ("staff", ["Mẫu Giáo"]),
    ]
    assert found.told[4] == ("refuse", [("no_name", "")])


@pytest.mark.parametrize(
    ("title", "record", "born"),
    [
        ("Giáo viên", "staff", "7/5/1990"),
        ("Nhân sự 2019", "staff", "7/5/1990"),
        ("Trẻ", "child", "7/5/2016"),
        ("Trẻ", "staff", "7/5/1990"),
        ("Giáo viên", "child", "7/5/2016"),
        ("Report", "child", "7/5/2016"),
    ],
)
def test_22_the_ages_then_the_title_of_a_sheet_tell_whom_it_lists(
    read: Read, title: str, record: str, born: str
) -> None:
    found = read({title: [[*HEAD, "SĐT"], ["Mẫu Bé", born, "Nữ", "0901234567"]]})
    assert [source.record.key for source, _ in found.batches] == [record]


def test_23_a_row_of_words_like_headings_is_no_heading(read: Read) -> None:
    rows = [
        [*HEAD, "Họ tên cha", "Họ tên mẹ"],
        ["Mẫu Bé", "7/5/2016", "Nam", "Cha", "Mẹ"],
        ["Mẫu Em", "8/5/2016", "Nữ", "Bố", "Mẹ"],
    ]
    found = read(rows)
    assert found.told == {2: RIGHT, 3: RIGHT}
    assert found.values("father_name") == ["Cha", "Bố"]


# Codes and names


def test_24_names_and_codes_in_place_of_each_other(read: Read) -> None:
    head = (*HEAD, "Dân tộc", "Trạng thái", "Tỉnh/Thành phố", "Quận/Huyện")
    found = read(
        [
            head,
            ["A Mẫu", "7/5/2016", "01", "Kinh", 1, "79", "761"],
            ["B Mẫu", "7/5/2016", "nữ", "KHƠ-ME", "Đang học", "Thành phố Hồ Chí Minh", "Quận 12"],
            ["C Mẫu", "7/5/2016", 1, "05", "dang hoc", "Hồ Chí Minh", "761"],
            ["D Mẫu", "7/5/2016", "F", "Sao Hỏa", "Thôi", "Hồ Chí Minh", "Quận"],
        ]
    )
    assert found.values("sex") == ["01", "02", "01", "02"]
    assert found.values("ethnicity") == ["01", "05", "05", Typed("Sao Hỏa")]
    assert found.values("status") == [Typed("1"), "01", "01", Typed("Thôi")]
    assert found.values("province") == ["79"] * 4
    assert found.values("district") == ["761", "761", "761", Typed("Quận")]
    assert found.told == {
        2: (
            "add",
            [
                (
                    "several",
                    "«1» có thể là Đang học, Chuyển đến kỳ 1, Nghỉ học xin học lại kỳ 1, Chuyển đi kỳ 1...",
                )
            ],
        ),
        3: RIGHT,
        4: ("add", [("guess", "«1» là «Nam»")]),
        5: (
            "add",
            [
                ("unread", "Sao Hỏa"),
                ("guess", "«F» là «Nữ»"),
                ("several", "«Thôi» có thể là Thôi học kỳ 1, Thôi học kỳ 2, Thôi học trong hè"),
                ("several", "«Quận» có thể là Quận 1, Quận 12, Quận Thủ Đức, Quận 9..."),
            ],
        ),
    }


def test_25_marks_where_a_kind_is_asked_are_told(read: Read) -> None:
    """A cross under «Khuyết tật» is no kind of disability; «Không» is none at all."""
    head = (*HEAD, "Khuyết tật", "Lý do thôi học")
    rows: Rows = [
        ["A Mẫu", "x", None],
        ["B Mẫu", 1, "x"],
        ["C Mẫu", True, None],
        ["D Mẫu", "Không", None],
        ["E Mẫu", 0, None],
    ]
    found = read([head, *([name, "7/5/2016", "Nam", *more] for name, *more in rows)])
    assert found.values("disability") == [Typed("x"), "01", Typed("TRUE"), Typed("không có"), Typed("0")]
    assert found.told == {
        2: ("add", [("unread", "x")]),
        3: (
            "add",
            [("guess", "«1» là «Khuyết tật vận động»"), ("guess", "«x» là «Xa trường, đi lại khó khăn»")],
        ),
        4: ("add", [("unread", "TRUE")]),
        5: ("add", []),
        6: ("add", [("unread", "0")]),
    }


def test_26_yes_and_no_in_all_spellings(read: Read) -> None:
    said = ["x", "X", "Có", "có ", "1", 1, True, "Không", "khong", "0", 0, False, None, "tùy"]
    found = read(
        [
            [*HEAD, "Hộ nghèo"],
            *([f"Mẫu {number}", "7/5/2016", "Nam", word] for number, word in enumerate(said)),
        ]
    )
    assert found.values("poor_household") == [*[True] * 7, *[False] * 5, None, Typed("tùy")]
    assert found.told[15] == ("add", [("unread", "tùy")])


def test_27_classes_by_code_by_name_and_by_neither(read: Read) -> None:
    said = ["L1", "l1", "Lá 1", "LỚP LÁ 1", "la 1", "Mầm", "Lá", "L"]
    found = read(
        [[*HEAD, "Lớp"], *([f"Mẫu {number}", "7/5/2016", "Nam", word] for number, word in enumerate(said))]
    )
    assert found.values("class_code") == ["L1", "L1", "L1", "L1", "L1", "M1", "Lá", "L"]


def test_27_a_name_that_two_classes_bear_names_neither(read: Read) -> None:
    twin = {"code": "L2", "name": "LÁ 1", "division": "17"}
    content = Content({**DOSSIER.tree, "classes": {**DOSSIER.records("classes"), "k0003": twin}})
    rows = [[*HEAD, "Lớp"], ["Mẫu Một", "7/5/2016", "Nam", "Lớp lá 1"], ["Mẫu Hai", "7/5/2016", "Nam", "l2"]]
    assert read(rows, content=content).values("class_code") == ["Lớp lá 1", "L2"]


def test_28_a_sheet_for_each_class(read: Read) -> None:
    sheets = {
        "Lá 1": [HEAD, ["Mẫu Một", "7/5/2016", "Nam"]],
        "Lớp Mầm": [HEAD, ["Mẫu Hai", "7/5/2016", "Nam"]],
        "Chồi": [HEAD, ["Mẫu Ba", "7/5/2016", "Nam"]],
    }
    assert read(sheets).values("class_code") == ["L1", "M1", None]


def test_29_what_comes_along_in_the_same_workbook_is_there(read: Read) -> None:
    """Whatever the order of the sheets: the class of a child, the teacher of a class by name."""
    sheets = {
        "Hồ sơ trẻ": [[*HEAD, "Lớp"], ["Mẫu Bé", "7/5/2016", "Nam", "Hoa Sen"]],
        "Lớp học": [["Mã lớp", "Tên lớp", "Giáo viên chủ nhiệm"], ["S9", "Hoa Sen", "Mẫu Giáo"]],
        "Hồ sơ nhân sự": [["Mã cán bộ", "Họ tên"], ["CB9", "Mẫu Giáo"]],
    }
    found = read(sheets)
    assert [row.values for row in found.rows] == [
        {"code": "S9", "name": "Hoa Sen", "teacher": "CB9"},
        {"name": "Mẫu Bé", "birth_date": "2016-05-07", "sex": "01", "class_code": "S9"},
        {"code": "CB9", "name": "Mẫu Giáo"},
    ]

"""Several lists on one sheet, below or beside each other, or one over several pages: whose rows they are, of what class."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from forms.dossier.content import Edit, apply
from tests.exports.messy import DOSSIER, HEAD, Read, reader

pytestmark = pytest.mark.slow

CHILD: list[Any] = ["Mẫu Một", "7/5/2016", "Nam"]
OTHER: list[Any] = ["Mẫu Hai", "8/5/2016", "Nữ"]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


def dressed(*areas: str, hidden: tuple[int, ...] = ()) -> Any:
    def dress(book: Any) -> None:
        for area in areas:
            book.worksheets[0].merge_cells(area)
        for number in hidden:
            book.worksheets[0].row_dimensions[number].hidden = True

    return dress


@pytest.mark.parametrize(
    ("above", "code"),
    [
        (["DANH SÁCH TRẺ LỚP LÁ 1"], "L1"),
        (["Lớp:", "LÁ 1"], "L1"),
        (["DANH SÁCH TRẺ LỚP HOA SEN"], "LỚP HOA SEN"),
        (["Nhóm trẻ Mẫu"], "M1"),
        (["Tổng số trẻ trong lớp: 1"], "M1"),
        (["Trang 2"], "M1"),
    ],
)
def test_headings_that_come_again_have_the_class_that_stands_above_them(
    read: Read, above: list[str], code: str
) -> None:
    content = apply(DOSSIER, [Edit(("facility", "name"), None, "Nhóm trẻ Mẫu")])
    rows = [["Nhóm trẻ Mẫu"], ["DANH SÁCH TRẺ LỚP MẦM"], HEAD, CHILD, [], above, HEAD, OTHER]
    assert read(rows, content=content).values("class_code") == ["M1", code]


def test_many_of_staff_below_children_do_not_make_the_children_staff(read: Read) -> None:
    children = [[f"Mẫu {n}", "7/5/2016", "Nam"] for n in range(3)]
    staff = [[f"Trần Mẫu {n}", "7/5/1990", "Nữ", f"CB{n}"] for n in range(2, 9)]
    rows = [HEAD, *children, ["Tổng cộng: 3 trẻ"], [*HEAD, "Mã nhân viên"], *staff]
    found = read(rows)
    assert [source.record.key for source, _ in found.batches] == ["child", "staff"]
    assert [len([row for row in rows if row.kind == "add"]) for _, rows in found.batches] == [3, 7]


def test_a_list_below_may_have_titles_over_several_columns_and_its_number_above(read: Read) -> None:
    rows = [
        ["STT", *HEAD],
        [1, *CHILD],
        [],
        ["STT", "Thông tin trẻ", None, None, "Gia đình"],
        [None, "Họ tên", "Ngày sinh", "Dân tộc", "Họ tên mẹ", "Năm sinh"],
        [1, "Mẫu Hai", "8/5/2016", "Kinh", "Mẫu Mẹ", 1990],
    ]
    found = read(rows, dressed("B4:D4", "E4:F4"))
    assert [source.title for source in found.offered.sources] == ["Danh sách", "Danh sách"]
    assert found.values("mother_birth_year") == [None, 1990]
    assert [source.unknown for source in found.offered.sources] == [(), ()]


def test_a_title_over_two_columns_alone_in_its_row_belongs_to_a_list_below(read: Read) -> None:
    rows = [
        HEAD,
        CHILD,
        ["Lớp Lá 1"],
        [None, "Ngày sinh"],
        ["Họ tên", "Nam", "Nữ", "Địa chỉ"],
        ["Mẫu Hai", None, "8/5/2016", "Số 1"],
    ]
    found = read(rows, dressed("B4:C4"))
    assert found.values("birth_date") == ["2016-05-07", "2016-05-08"]
    assert found.values("sex") == ["01", "02"]
    assert found.values("class_code") == [None, "L1"]


def test_lists_side_by_side_are_of_the_class_above_each(read: Read) -> None:
    rows = [
        ["Danh sách trẻ năm học 2019-2020"],
        ["Lớp Mầm", None, None, None, "Lớp Lá 1"],
        [*HEAD, None, *HEAD],
        [*CHILD, None, *OTHER],
    ]
    found = read(rows)
    assert found.values("class_code") == ["M1", "L1"]
    assert read([["Lớp Mầm"], *rows[2:]]).values("class_code") == ["M1", "M1"]


def test_the_year_of_a_mother_begins_no_list_beside(read: Read) -> None:
    head = ["STT", "Họ", "Tên", "Ngày sinh", "Họ tên mẹ", "Năm sinh"]
    rows = [
        [*head, *head],
        [1, "Lê", "Mẫu", "7/5/2016", "Mẫu Mẹ", 1990, 2, "Trần", "Mẫu", "8/5/2016", "Mẫu Má", 1991],
    ]
    found = read(rows)
    assert found.values("name") == ["Lê Mẫu", "Trần Mẫu"]
    assert found.values("mother_birth_year") == [1990, 1991]


@pytest.mark.parametrize(
    ("head", "merged"),
    [
        (["STT", "Họ và tên", None, "Ngày sinh"], ("B1:C1", "F1:G1")),
        (["Họ và tên", None, "Ngày sinh", "Địa chỉ"], ("A1:B1", "E1:F1")),
    ],
)
def test_names_in_two_columns_of_one_title_stand_in_either_list(
    read: Read, head: list[str | None], merged: tuple[str, ...]
) -> None:
    own = {"STT": 1, "Họ và tên": "Lê Mẫu", None: "An", "Ngày sinh": "7/5/2016", "Địa chỉ": "Số 1"}
    rows = [head * 2, [own[title] for title in head] + [own[title] for title in head][:-1] + ["8/5/2016"]]
    found = read(rows, dressed(*merged))
    assert found.values("name")[0] == "Lê Mẫu An"
    assert len(found.offered.sources) == 2
    assert {source.fields[0].key for source in found.offered.sources if source.fields[0]} == {"name"}


def test_what_is_said_above_titles_is_no_title(read: Read) -> None:
    rows = [["Lớp:", "MẦM"], ["Tên trẻ", None, "Ngày sinh"], ["Lê Mẫu", "An", "7/5/2016"]]
    found = read(rows, dressed("A2:B2"))
    assert found.values("name") == ["Lê Mẫu An"]
    assert found.values("class_code") == ["M1"]


def test_a_class_that_is_merged_over_rows_may_begin_in_a_hidden_one(read: Read) -> None:
    rows = [
        ["Lớp", *HEAD],
        ["Mầm", *CHILD],
        [None, *OTHER],
    ]
    found = read(rows, dressed("A2:A3", hidden=(2,)))
    assert found.values("class_code") == ["M1"]
    rows = [["Lớp", None, *HEAD], ["Mầm", None, *CHILD], [None, None, *OTHER]]
    assert read(rows, dressed("A1:B1", "A2:B3")).values("class_code") == ["M1", "M1"]


def test_a_family_name_alone_is_no_name(read: Read) -> None:
    found = read([["Họ", "Ngày sinh", "Giới tính"], ["Trần Thị", "7/5/2016", "Nữ"]])
    assert found.rows == []
    assert [note.code for note in found.offered.sources[0].notes] == ["unnamed"]


def test_titles_merged_down_keep_the_rows_beside_them_together(read: Read) -> None:
    rows = [
        ["Lớp:", "MẦM"],
        ["TT", "Họ tên", "Ngày sinh", None, None, "Địa chỉ", "Dân tộc"],
        [None, None, "Ngày", "Tháng", "Năm"],
        [1, "Mẫu Một", 7, 5, 2016, "Số 1", "Kinh"],
    ]
    found = read(rows, dressed("A2:A3", "B2:B3", "F2:F3", "G2:G3"))
    assert found.values("birth_date") == ["2016-05-07"]
    assert found.values("class_code") == ["M1"]


def test_two_columns_of_one_title_with_whole_names_are_two(read: Read) -> None:
    rows = [["Họ và tên", "Họ và tên", "Ngày sinh"], ["Lê Mẫu An", "Trần Thị Mẹ", "7/5/2016"]]
    found = read(rows)
    assert found.values("name") == ["Lê Mẫu An"]
    assert found.offered.sources[0].unknown == ("Họ và tên (cột B)",)


def test_a_line_that_names_two_classes_names_none(read: Read) -> None:
    assert read([["LỚP MẦM - LÁ 1"], HEAD, CHILD]).values("class_code") == [None]
    assert read([["Lớp Mầm - Năm học 2019-2020"], HEAD, CHILD]).values("class_code") == ["M1"]


def test_a_serial_number_with_a_time_is_a_day(read: Read) -> None:
    assert read([HEAD, ["Mẫu Một", 42587.5, "Nam"]]).values("birth_date") == ["2016-08-05"]

"""Files where a field stands in several columns: names and days in parts, marks under a code, birth dates of boys and girls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.workbook.defined_name import DefinedName

from exports.official.fill_plan import BlockedCell, CellChange, EmptyCell, FillPlan, Target
from exports.official.official_file import fill, plan_fill
from forms.dossier.content import Content
from tests.builders import record
from tests.exports.official.test_official_file import children

pytestmark = pytest.mark.slow

Row = Sequence[Any]
Filled = Callable[..., tuple[Target, list[tuple[Any, ...]]]]
AN, BAO, CHAU = "Nguyễn Mẫu An", "Trần Mẫu Bảo", "Lê Mẫu Châu"
"""15/05/2017 a boy, 30/09/2016 a boy, 10/01/2017 a girl."""


def book(*rows: Row, merged: Sequence[str] = ()) -> Workbook:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return made


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """What is planned for the only sheet, and all rows of it afterwards."""

    def fill_in(made: Workbook, content: Content | None = None) -> tuple[Target, list[tuple[Any, ...]]]:
        path, plan = planned(tmp_path, made, content)
        out = tmp_path / "out.xlsx"
        out.write_bytes(fill(path, plan, content or children()))
        return plan.targets[0], [*load_workbook(out).worksheets[0].iter_rows(values_only=True)]

    return fill_in


def planned(folder: Path, made: Workbook, content: Content | None = None) -> tuple[Path, FillPlan]:
    path = folder / "mau.xlsx"
    made.save(path)
    return path, plan_fill(path, content or children())


@pytest.mark.parametrize(
    ("family", "given"), [("Họ đệm", "Tên"), ("Họ và tên đệm", "Tên"), ("Họ lót", "TÊN"), ("Họ", "Tên")]
)
def test_an_empty_form_takes_the_name_in_two_columns(filled: Filled, family: str, given: str) -> None:
    target, rows = filled(book(("STT", family, given, "Ngày sinh", "Giới tính")))
    assert [row[:3] for row in rows[1:]] == [
        (1, "Nguyễn Mẫu", "An"),
        (2, "Trần Mẫu", "Bảo"),
        (3, "Lê Mẫu", "Châu"),
    ]
    assert [(column.letter, column.field.key, column.half) for column in target.columns[:2]] == [
        ("B", "name", "family"),
        ("C", "name", "given"),
    ]
    assert "name" not in {field.key for field in target.absent}


def test_rows_with_the_name_in_two_columns_are_known(filled: Filled) -> None:
    target, rows = filled(
        book(
            ("Họ đệm", "Tên", "Ngày sinh", "SĐT"),
            ("LÊ MẪU", "CHÂU", "10/01/2017", None),
            ("Nguyễn Mẫu", "An", date(2017, 5, 15), None),
            ("Nguyễn Mẫu", "Lạ", "01/02/2017", None),
        )
    )
    assert target.matched == ((2, "children/c0003"), (3, "children/c0001"))
    assert target.appended == ((5, "children/c0002"),)
    assert [person.name for person in target.strangers] == ["Nguyễn Mẫu Lạ"]
    assert rows[2][3] == "0900000001"
    assert rows[3] == ("Nguyễn Mẫu", "Lạ", "01/02/2017", None)
    assert [(change.old, change.new) for change in target.changes] == [("LÊ MẪU", "Lê Mẫu"), ("CHÂU", "Châu")]


def test_names_are_divided_as_the_rows_of_the_file_divide_them(filled: Filled) -> None:
    target, rows = filled(
        book(
            ("Họ", "Tên", "Ngày sinh", "Giới tính"),
            ("Nguyễn", "Mẫu An", "15/05/2017", "Nam"),
            ("Đỗ", "Mẫu Lạ", "01/02/2017", "Nữ"),
        )
    )
    assert target.matched == ((2, "children/c0001"),)
    assert target.changes == ()
    assert [row[:2] for row in rows[3:]] == [("Trần", "Mẫu Bảo"), ("Lê", "Mẫu Châu")]


def test_a_name_in_three_columns(filled: Filled) -> None:
    target, rows = filled(
        book(("Họ", "Tên đệm", "Tên", "Ngày sinh", "Giới tính"), ("Nguyễn", "Mẫu", "An", "15/05/2017"))
    )
    assert target.matched == ((2, "children/c0001"),)
    assert [row[:3] for row in rows[2:]] == [("Trần", "Mẫu", "Bảo"), ("Lê", "Mẫu", "Châu")]


def test_a_day_in_three_columns(filled: Filled) -> None:
    target, rows = filled(
        book(
            ("Họ và tên", "Ngày sinh", None, None, "Giới tính"),
            (None, "Ngày", "Tháng", "Năm", None),
            (AN, 15, 5, 2017, "Nam"),
            (CHAU, 11, 1, 2017, "Nữ"),
            merged=["A1:A2", "B1:D1", "E1:E2"],
        )
    )
    assert target.matched == ((3, "children/c0001"),)
    assert [row[:4] for row in rows[4:]] == [(BAO, 30, 9, 2016), (CHAU, 10, 1, 2017)]
    assert "birth_date" not in {field.key for field in target.absent}


def test_a_day_in_three_columns_is_written_as_the_column_writes(filled: Filled) -> None:
    body = [("Mẫu Lạ", "01", "02", "2017", "Nam"), (AN, "15", "05", "2017", "Nam")]
    _, rows = filled(
        book(
            ("Họ và tên", "Ngày sinh", None, None, "Giới tính"),
            (None, "Ngày", "Tháng", "Năm", None),
            *body,
            merged=["A1:A2", "B1:D1", "E1:E2"],
        )
    )
    assert [row[:4] for row in rows[2:]] == [
        *(row[:4] for row in body),
        (BAO, "30", "09", "2016"),
        (CHAU, "10", "01", "2017"),
    ]


def test_a_part_of_a_day_that_differs_is_told_alone(filled: Filled) -> None:
    content = record("children/c0001", id="7900000001")(children())
    target, rows = filled(
        book(
            ("Mã học sinh", "Họ và tên", "Ngày sinh", None, None),
            (None, None, "Ngày", "Tháng", "Năm"),
            ("7900000001", AN, "15", "06", "2017"),
            merged=["A1:A2", "B1:B2", "C1:E1"],
        ),
        content,
    )
    assert target.changes == (CellChange(3, 4, "Ngày sinh · Tháng", "children/c0001", "06", "05"),)
    assert rows[2][2:] == ("15", "05", "2017")


def test_a_day_that_is_none_cannot_be_divided_and_is_told(filled: Filled) -> None:
    content = record("children/c0002", birth_date={"typed": "chưa rõ"})(children())
    target, rows = filled(
        book(
            ("Họ và tên", "Ngày sinh", None, None, "Dân tộc"),
            (None, "Ngày", "Tháng", "Năm", None),
            merged=["A1:A2", "B1:D1", "E1:E2"],
        ),
        content,
    )
    (number,) = (row for row, place in target.appended if place == "children/c0002")
    assert rows[number - 1][:4] == (BAO, None, None, None)
    assert BlockedCell(number, 2, "Ngày sinh · Ngày", "no_parts") in target.left


@pytest.mark.parametrize("sign", ["x", "X", "1"])
def test_marks_under_both_words_for_the_sex(filled: Filled, sign: str) -> None:
    target, rows = filled(
        book(
            ("Họ tên", "Ngày sinh", "Nam", "Nữ"),
            ("Mẫu Lạ", "01/02/2017", None, sign),
            (AN, "15/05/2017", None, sign),
        )
    )
    assert [row[2:] for row in rows[2:]] == [(sign, None), (sign, None), (None, sign)]
    assert [(change.title, change.old, change.new) for change in target.changes] == [("Nữ", sign, "")]
    assert [column.marked for column in target.columns] == ["", "", "Nam", "Nữ"]


def test_marks_under_one_word_alone(filled: Filled) -> None:
    _, rows = filled(book(("Họ tên", "Ngày sinh", "Nữ", "Dân tộc")))
    assert [row[2] for row in rows[1:]] == [None, None, "x"]


def test_birth_dates_of_boys_and_of_girls(filled: Filled) -> None:
    content = record("children/c0002", sex=None)(children())
    target, rows = filled(
        book(
            ("Họ tên", "Ngày sinh", None, "Dân tộc"),
            (None, "Nam", "Nữ", None),
            (AN, None, "15/05/2017", None),
            merged=["A1:A2", "B1:C1", "D1:D2"],
        ),
        content,
    )
    assert target.matched == ((3, "children/c0001"),)
    assert [row[1:3] for row in rows[2:]] == [
        ("15/05/2017", None),
        (None, None),
        (None, "10/01/2017"),
    ]
    assert [change.new for change in target.changes] == ["15/05/2017", ""][-len(target.changes) :]
    assert {item.column for item in target.left} == {2, 3}


def test_missing_parts_are_told_to_stay_empty(filled: Filled) -> None:
    content = record("children/c0002", birth_date=None)(children())
    target, _ = filled(
        book(
            ("Họ và tên", "Ngày sinh", None, None, "Dân tộc"),
            (None, "Ngày", "Tháng", "Năm", None),
            merged=["A1:A2", "B1:D1", "E1:E2"],
        ),
        content,
    )
    empty = [item for item in target.stays_empty if item.place == "children/c0002"]
    assert {item.label for item in empty} >= {"Ngày sinh"}
    assert all(isinstance(item, EmptyCell) for item in empty)


# Filters


@pytest.mark.parametrize("title", ["Sheet", "Học sinh", "Lớp d'Mầm"])
def test_the_filter_of_a_sheet_takes_the_new_rows_in(tmp_path: Path, title: str) -> None:
    made = book(("Họ tên", "Ngày sinh", "Giới tính"), (AN, "15/05/2017", "Nam"))
    sheet = made.worksheets[0]
    sheet.title = title
    sheet.auto_filter.ref = "A1:C2"
    path, plan = planned(tmp_path, made)
    with ZipFile(path) as archive:
        assert b"_xlnm._FilterDatabase" in archive.read("xl/workbook.xml")
    assert [table.new[2] for table in plan.targets[0].tables] == [4]
    path.write_bytes(fill(path, plan, children()))
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        main = archive.read("xl/workbook.xml").decode()
    assert "$A$1:$C$4" in main and "$A$1:$C$2" not in main
    assert load_workbook(path).worksheets[0].auto_filter.ref == "A1:C4"


def test_another_filter_and_other_names_stay(tmp_path: Path) -> None:
    made = book(("Họ tên", "Ngày sinh", "Giới tính"), (AN, "15/05/2017", "Nam"))
    made.worksheets[0].auto_filter.ref = "A1:C40"
    made.defined_names["DM"] = DefinedName("DM", attr_text="Sheet!$A$1:$C$2")
    path, plan = planned(tmp_path, made)
    assert plan.targets[0].tables == ()
    before = load_workbook(path)
    path.write_bytes(fill(path, plan, children()))
    after = load_workbook(path)
    assert after.worksheets[0].auto_filter.ref == "A1:C40"
    assert after.defined_names["DM"].attr_text == before.defined_names["DM"].attr_text

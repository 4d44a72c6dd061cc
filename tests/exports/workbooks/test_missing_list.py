"""What blocks sending, as a text and as a workbook: what is missing first, then what is wrong, each where it stands."""

from __future__ import annotations

import io
from datetime import date
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from exports.workbooks.missing_book import missing_workbook
from exports.workbooks.missing_list import missing_fields, missing_text
from exports.workbooks.missing_words import NOTHING_MISSING
from forms.dossier.content import Content, Edit, apply, empty_content
from forms.model.issue import Severity
from forms.model.values import Typed
from forms.package.adopt import adopt
from forms.package.training import training_package, training_year
from forms.report.checking.checker import Checker
from forms.report.figures import FiguresOf
from forms.report.report import Report

TODAY = date(2019, 9, 19)


def report_of(content: Content) -> Report:
    return Report(content, FiguresOf()(content), Checker()(content, TODAY), TODAY, False)


@pytest.fixture(scope="module")
def whole() -> Content:
    return adopt(training_package(), empty_content(training_year()), "2019-09-19T08:00:00+07:00")


@pytest.fixture(scope="module")
def wanting(whole: Content) -> Content:
    changes = {
        ("children", "c0003", "sex"): None,
        ("children", "c0004", "birth_date"): Typed("31/02/2016"),
        ("facility", "name"): None,
        ("cells", "T4", "203", "TU_THUC.permanent"): Typed("=1+1"),
    }
    return apply(whole, [Edit(path, whole.value(path), value) for path, value in changes.items()])


def test_what_is_missing_comes_first_and_everything_that_blocks_is_there(wanting: Content) -> None:
    report = report_of(wanting)
    listed = list(missing_fields(report))
    assert len(listed) == sum(issue.severity is Severity.ERROR for issue in report.issues) > 3
    assert [(item.record, item.name, item.field) for item in listed[:2]] == [
        ("Hồ sơ cơ sở", "chưa có tên", "Tên trường học"),
        ("Trẻ", "Phạm Mẫu Phúc", "Giới tính"),
    ]
    assert all(item.what.startswith("chưa nhập: ") for item in listed[:2])
    wrong = [(item.record, item.number) for item in listed[2:]]
    assert ("Biểu 4 (Phòng học)", 203) in wrong
    assert ("Trẻ", 4) in wrong


def test_the_text_groups_by_record(wanting: Content) -> None:
    text = missing_text(report_of(wanting))
    assert "Trẻ 3: Phạm Mẫu Phúc\n  - Giới tính: chưa nhập: " in text
    assert "«31/02/2016» không phải ngày" in text


def test_the_workbook_has_a_line_each_and_no_formula(wanting: Content) -> None:
    report = report_of(wanting)
    sheet = load_workbook(io.BytesIO(missing_workbook(report))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert len(rows) == len(list(missing_fields(report)))
    assert any("=1+1" in str(row[4]) for row in rows)
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_same_list_of_the_same_day_is_the_same_bytes(wanting: Content) -> None:
    report = report_of(wanting)
    first = missing_workbook(report)
    assert missing_workbook(report) == first
    assert {member.date_time for member in ZipFile(io.BytesIO(first)).infolist()} == {(2019, 9, 19, 0, 0, 0)}


def test_the_workbook_looks_as_it_is_printed(wanting: Content, whole: Content) -> None:
    sheet = load_workbook(io.BytesIO(missing_workbook(report_of(wanting)))).active
    assert sheet is not None
    assert (sheet.title, sheet.freeze_panes, sheet.print_title_rows) == ("Còn thiếu", "A3", "$2:$2")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert [sheet.column_dimensions[letter].width for letter in "ABCDE"] == [16, 10, 34, 40, 70]
    assert all(cell.font.bold for row in sheet["A1:E2"] for cell in row if cell.value)
    assert all(cell.alignment.wrap_text and not cell.font.bold for cell in sheet[3])
    assert isinstance(sheet["B3"].value, int)
    nothing = load_workbook(io.BytesIO(missing_workbook(report_of(whole)))).active
    assert nothing is not None
    assert nothing["A3"].value == NOTHING_MISSING


def test_nothing_left_is_said(whole: Content) -> None:
    report = report_of(whole)
    assert list(missing_fields(report)) == []
    assert NOTHING_MISSING in missing_text(report)

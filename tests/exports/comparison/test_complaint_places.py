"""What the national system complains about in a file that it gives back: read, and placed where it is put right."""

from __future__ import annotations

import pytest

from exports.comparison.complaint_places import PlacedComplaint, placed_complaints
from exports.intake.record_sources import sources_of
from exports.layout.cell_address import cell_address
from exports.layout.table_page import TableGrid
from exports.workbooks.report.sheet_places import places_of
from forms.dossier.content import Content
from forms.model.place import Place
from forms.sets.mn2019.form import FORM
from tests.exports.foreign_books import Rows, Value, foreign_book
from tests.exports.official.test_official_file import children

HEADS = ("STT", "Họ tên", "Ngày sinh", "Dân tộc")
CHILDREN = "Học sinh"


@pytest.fixture
def ours() -> Content:
    return children()


def row(content: Content, ref: str, *more: Value) -> tuple[Value, ...]:
    child = content.records("children")[ref]
    return 1, str(child["name"]), str(child["birth_date"]), "Kinh", *more


def told(content: Content, sheets: dict[str, Rows]) -> list[tuple[str, str]]:
    book = foreign_book(sheets)
    found = placed_complaints(book, sources_of(book, content.form, content.year).sources, content)
    return [(str(complaint.place), complaint.text) for complaint in found]


@pytest.mark.parametrize(
    "title",
    [
        "MA_LOI",
        "Mã lỗi",
        "LỖI",
        "Mô tả lỗi",
        "Thông báo lỗi (nếu có)",
        "Error",
        "Lý do\nlỗi",
        "Nội_dung_lỗi",
        "Kết quả: lỗi",
        "ERROR CODE",
    ],
)
def test_a_column_of_complaints_by_its_title(ours: Content, title: str) -> None:
    sheet: Rows = [(*HEADS, title), row(ours, "c0001", "Không tồn tại"), row(ours, "c0002", None)]
    assert told(ours, {CHILDREN: sheet}) == [("children/c0001", "Không tồn tại")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ngày sinh không hợp lệ", ["children/c0001/birth_date"]),
        ("NGAY_SINH: sai định dạng", ["children/c0001/birth_date"]),
        ("Sai định dạng NGAY_SINH", ["children/c0001/birth_date"]),
        (
            "Chưa nhập dân tộc; Họ tên mẹ còn trống",
            ["children/c0001/ethnicity", "children/c0001/mother_name"],
        ),
        ("Dân tộc: không có trong danh mục\nTrùng hồ sơ", ["children/c0001/ethnicity", "children/c0001"]),
        ("LOI_07", ["children/c0001"]),
        (3, ["children/c0001"]),
        ("OK", []),
        ("Hợp lệ", []),
        (0, []),
    ],
)
def test_the_field_that_a_complaint_names(ours: Content, text: Value, places: list[str]) -> None:
    sheet: Rows = [(*HEADS, "MA_LOI"), row(ours, "c0001", text)]
    assert [place for place, _ in told(ours, {CHILDREN: sheet})] == places


def test_a_code_and_its_words_in_two_columns_are_one_complaint(ours: Content) -> None:
    sheet: Rows = [
        (*HEADS, "MA_LOI", "Mô tả lỗi"),
        row(ours, "c0001", "L05", "Ngày sinh sai"),
        row(ours, "c0002", "L05; L06", "Ngày sinh sai; Dân tộc: trống"),
        row(ours, "c0003", "L07", None),
    ]
    assert told(ours, {CHILDREN: sheet}) == [
        ("children/c0001/birth_date", "L05: Ngày sinh sai"),
        ("children/c0002/birth_date", "L05: Ngày sinh sai"),
        ("children/c0002/ethnicity", "L06: Dân tộc: trống"),
        ("children/c0003", "L07"),
    ]


def test_a_row_that_is_nobody_of_ours_is_told_at_the_list(ours: Content) -> None:
    sheet: Rows = [(*HEADS, "MA_LOI"), (1, "Phan Mẫu Lạ", "07/05/2016", "Kinh", "Trùng mã")]
    assert told(ours, {CHILDREN: sheet}) == [("children", "dòng 2 «Phan Mẫu Lạ»: Trùng mã")]


def test_a_row_whose_birth_date_is_what_is_wrong_is_found_by_its_name(ours: Content) -> None:
    name = ours.records("children")["c0001"]["name"]
    sheet: Rows = [(*HEADS, "MA_LOI"), (1, str(name), "31/02/2016", "Kinh", "Ngày sinh không có thật")]
    assert told(ours, {CHILDREN: sheet}) == [("children/c0001/birth_date", "Ngày sinh không có thật")]


ERRORS = ("Sheet", "Cell", "Error", "Detail")


@pytest.mark.parametrize(
    ("heads", "line", "told_at"),
    [
        (ERRORS, (CHILDREN, "C2", "SAI", "Sai ngày"), ("children/c0001/birth_date", "SAI: Sai ngày")),
        (ERRORS, (CHILDREN, "$D$3", None, "Thiếu"), ("children/c0002/ethnicity", "Thiếu")),
        (ERRORS, (CHILDREN, "C2:C2", "SAI", None), ("children/c0001/birth_date", "SAI")),
        (ERRORS, (CHILDREN, "dòng 3", "SAI", "Trùng"), ("children/c0002", "SAI: Trùng")),
        (ERRORS, (None, "C2", None, "Sai ngày"), ("children/c0001/birth_date", "Sai ngày")),
        (ERRORS, (CHILDREN, "C9", None, "Sai ngày"), ("children", "dòng 9: Sai ngày")),
        (ERRORS, (CHILDREN, None, None, "Thiếu hồ sơ"), ("children", "Thiếu hồ sơ")),
        (ERRORS, ("Trang khác", "C2", None, "Sai"), ("facility", "Sai")),
        (("Dòng", "Cột", "Nội dung lỗi"), (2, "C", "Sai"), ("children/c0001/birth_date", "Sai")),
        (("Dòng", "Cột", "Lỗi"), (3, "Ngày sinh", "Sai"), ("children/c0002/birth_date", "Sai")),
        (("STT", "Dòng", "Lỗi"), (1, 3, "Dân tộc trống"), ("children/c0002/ethnicity", "Dân tộc trống")),
    ],
)
def test_a_sheet_of_complaints_names_cells_and_rows(
    ours: Content, heads: tuple[str, ...], line: tuple[Value, ...], told_at: tuple[str, str]
) -> None:
    sheets: dict[str, Rows] = {
        CHILDREN: [HEADS, row(ours, "c0001"), row(ours, "c0002")],
        "Errors": [("Kết quả kiểm tra",), heads, line],
    }
    assert told(ours, sheets) == [told_at]


def test_complaints_about_the_form_stand_at_its_cells(ours: Content) -> None:
    """Titled like the official export; a line with an id of our own check is none of the system."""
    table = FORM.table_by_id["T4"]
    places = places_of(TableGrid(table, ()))
    at = places.figure(table.row_by_key["203"], table.column_by_key["TU_THUC.permanent"])
    sheets: dict[str, Rows] = {
        **{each.sheet.title: [("x",)] for each in FORM.tables},
        "Errors": [
            ERRORS,
            (table.sheet.title, cell_address(*at), "SAI_SO", "Lớn hơn tổng"),
            (table.sheet.title, "A1", "SAI_SO", "Thiếu dòng"),
            (table.sheet.title, "F9", "W02", "Cảnh báo của chính bản này"),
        ],
    }
    book = foreign_book(sheets)
    assert placed_complaints(book, (), ours) == [
        PlacedComplaint(Place("T4", "203", "TU_THUC.permanent"), "SAI_SO: Lớn hơn tổng"),
        PlacedComplaint(Place("T4"), "SAI_SO: Thiếu dòng"),
    ]


def test_a_sheet_of_another_name_or_without_words_is_none(ours: Content) -> None:
    listed: Rows = [HEADS, row(ours, "c0001")]
    assert told(ours, {CHILDREN: listed, "Ghi chú": [ERRORS, (CHILDREN, "C2", "SAI", "x")]}) == []
    assert told(ours, {CHILDREN: listed, "Errors": [("Sheet", "Cell"), (CHILDREN, "C2")]}) == []


def test_a_list_on_a_sheet_of_that_name_is_a_list_with_complaints(ours: Content) -> None:
    sheet: Rows = [(*HEADS, "Lỗi"), row(ours, "c0001", "Trùng")]
    assert told(ours, {"Lỗi": sheet}) == [("children/c0001", "Trùng")]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Hồ sơ trẻ", "children"),
        ("Học sinh", "children"),
        ("DS nhân sự", "staff"),
        ("Lớp học", "classes"),
        ("X", "facility"),
    ],
)
def test_complaints_without_their_list_stand_at_the_list_that_they_name(
    ours: Content, title: str, place: str
) -> None:
    found = told(ours, {"Errors": [ERRORS, (title, "D12", None, "Sai ngày")]})
    assert found == [(place, "Sai ngày" if place == "facility" else "dòng 12: Sai ngày")]


def test_an_import_says_what_such_a_column_is() -> None:
    ours = children()
    sheet: Rows = [(*HEADS, "MA_LOI"), row(ours, "c0001", "Sai")]
    found = sources_of(foreign_book({CHILDREN: sheet, "Errors": [ERRORS]}), ours.form, ours.year)
    (source,) = found.sources
    assert source.unknown == ()
    assert [note.label for note in source.notes if note.code == "complaints"] == ["MA_LOI"]
    assert found.unknown_sheets == ()

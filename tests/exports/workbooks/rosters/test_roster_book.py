"""The upload workbooks against the official titles, and read back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.utils import get_column_letter

from exports.workbooks.rosters.roster_book import write_roster, write_rosters
from exports.workbooks.rosters.roster_columns import last_row
from exports.workbooks.rosters.roster_words import LIST_SHEET
from forms.dossier.content import Content
from forms.model.record import FieldType, RecordType
from forms.model.values import Typed
from forms.report.report import Report
from forms.sets.mn2019.records import CHILD, CLASS, LISTS, STAFF
from tests.builders import code_name, copy_of, empty, example, facility, record, unread
from tests.exports.conftest import report_of
from tests.exports.rosters import (
    IDS,
    ORANGE,
    RED,
    SHEETS,
    Book,
    changed,
    column,
    opened,
    ranges_of,
    sheet_of,
    shown,
    uploaded,
)
from tests.exports.tools import run

HOSTILE = ("=1+1", "+84", "-x", "@SUM(A1)", "\tx", "\t=1+1", "\n-1", '=HYPERLINK("http://x")', "#N/A", " =2")


def crowd(size: int) -> Content:
    content = example()
    for number in range(len(content.records("children")) + 1, size + 1):
        content = copy_of("children/c0001", f"c{number:04}", name=f"Trẻ Mẫu {number}")(content)
    return content


@pytest.fixture(scope="module")
def book(report: Report) -> Book:
    return opened(write_rosters(report))


# Headings


def test_three_sheets_and_a_hidden_one(book: Book) -> None:
    assert book.sheetnames == [*SHEETS, LIST_SHEET]
    assert [book[name].sheet_state for name in SHEETS] == ["visible"] * 3
    assert book[LIST_SHEET].sheet_state == "hidden"
    assert book.active.title == SHEETS[0]


def test_a_list_is_printed_on_one_page_across(book: Book) -> None:
    assert [sheet_of(book, kind).page_setup.fitToWidth for kind in LISTS] == [1, 1, 1]


@pytest.mark.slow
@pytest.mark.tools
def test_every_printed_page_of_a_list_has_its_first_and_its_last_column(tmp_path: Path) -> None:
    path = tmp_path / "rosters.xlsx"
    path.write_bytes(write_rosters(report_of(crowd(150))))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path, timeout=300)
    pdf = path.with_suffix(".pdf")
    pages = run("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
    sizes = re.findall(r"size: +([\d.]+) x ([\d.]+)", run("pdfinfo", "-l", "99", pdf))
    papers = [(round(float(width)), round(float(height))) for width, height in sizes]
    book = opened(path.read_bytes())
    for kind, paper in zip(LISTS, [(842, 595), (1191, 842), (1191, 842)], strict=True):
        own = [
            (page, size) for page, size in zip(pages, papers, strict=True) if f"{kind.upload_sheet}," in page
        ]
        titles = [cell.value for cell in book[kind.upload_sheet][1]]
        for page, size in own:
            assert size == paper
            assert {titles[0], titles[-1].split()[0]} <= set(page.split())
        assert 1 <= len(own) <= 3


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.key)
def test_titles_and_their_order_are_official(book: Book, kind: RecordType) -> None:
    titles = [cell.value for cell in sheet_of(book, kind)[1]]
    signs = {"always": " (*)", "never": ""}
    wanted = [
        field["upload_title"]
        + (signs.get(field["required"], "?") if isinstance(field["required"], str) else " (**)")
        for field in uploaded(kind)
    ]
    assert titles == ["STT", *wanted]


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.key)
def test_colours_and_comments_of_headings(book: Book, kind: RecordType) -> None:
    sheet = sheet_of(book, kind)
    for field in uploaded(kind):
        cell = sheet.cell(1, field["upload_order"])
        color = cell.font.color.rgb if cell.font.color and cell.font.bold else None
        conditional = isinstance(field["required"], dict)
        assert (color == RED) == (field["required"] == "always"), field["key"]
        assert (color == ORANGE) == conditional, field["key"]
        comment = cell.comment.text if cell.comment else ""
        assert ("Bắt buộc khi " in comment) == conditional, field["key"]
        assert ("tự điền" in comment) == field.get("computed", False), field["key"]
    note = sheet.cell(1, 1).comment.text
    assert "(*)" in note
    assert "(**)" in note


def test_the_comment_says_the_condition(book: Book) -> None:
    comment = sheet_of(book, CHILD).cell(1, column(CHILD, "status_date")).comment
    assert comment.text == "Bắt buộc khi Trạng thái HS khác Đang học."


# Cells


def test_cells_hold_names_days_and_texts(book: Book) -> None:
    child = shown(book, CHILD, 1)
    assert child | {"birth_date": child["birth_date"].date()} == {
        "class_code": "NT1",
        "name": "Nguyễn Minh An",
        "birth_date": date(2017, 5, 15),
        "sex": "Nam",
        "status": "Đang học",
        "ethnicity": "Kinh",
        "nationality": "Việt Nam",
        "province": "Thành phố Hồ Chí Minh",
        "district": "Quận 12",
        "ward": code_name("wards", "26770"),
        "full_day": "Có",
        "boarding": "Có",
        "boarding_kind": code_name("boarding_kinds", "02"),
        "health_checked": "Có",
        "nutrition": code_name("nutrition_states", "00"),
        "mother_name": "Lê Thị Hoa",
        "mother_birth_year": 1990,
    }
    staff = shown(book, STAFF, 1)
    assert (staff["id_number"], staff["phone"]) == ("079180001234", "0901234567")
    group = shown(book, CLASS, 1)
    # worked out by the app, whatever the record carries
    assert (group["mixed"], group["has_disabled"]) == ("Không", "Không")


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.key)
def test_every_record_has_its_row_and_number(book: Book, report: Report, kind: RecordType) -> None:
    sheet, records = sheet_of(book, kind), report.content.records(kind.place)
    assert sheet.max_row == len(records) + 1
    assert [sheet.cell(row, 1).value for row in range(2, sheet.max_row + 1)] == [*range(1, len(records) + 1)]
    for row, item in enumerate(records.values(), 1):
        stored = {key for key, value in item.items() if kind.field_by_key[key].upload}
        assert stored - {field.key for field in kind.fields if field.computed} <= set(shown(book, kind, row))


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.key)
def test_formats_hold_for_written_cells_and_for_new_rows(book: Book, kind: RecordType) -> None:
    sheet = sheet_of(book, kind)
    formats = {"date": "dd/mm/yyyy", "int": "0", "decimal": "General"}
    for field in uploaded(kind):
        wanted = formats.get(field["type"], "@")
        letter = get_column_letter(field["upload_order"])
        assert sheet.column_dimensions[letter].number_format == wanted, field["key"]
        for cell in sheet[letter][1:]:
            assert cell.value is None or cell.number_format == wanted, cell.coordinate
    for key in IDS[kind.key]:
        assert sheet.column_dimensions[get_column_letter(column(kind, key))].number_format == "@"


def test_days_are_real(book: Book) -> None:
    sheet, place = sheet_of(book, CHILD), column(CHILD, "birth_date")
    cells = [sheet.cell(row, place) for row in range(2, sheet.max_row + 1)]
    assert all(cell.is_date and isinstance(cell.value, datetime) for cell in cells)


@pytest.mark.slow
def test_what_does_not_parse_is_its_text() -> None:
    broken = changed(
        record(
            "children/c0001",
            birth_date=unread("31/02/2016"),
            sex=unread("=nữ"),
            boarding=Typed("có lẽ"),
            mother_birth_year=Typed("19 trăm"),
            ethnicity="99",
            status_date="1899-12-31",
        )
    )
    sheet = sheet_of(broken, CHILD)
    for key, text in (
        ("birth_date", "31/02/2016"),
        ("sex", "=nữ"),
        ("boarding", "có lẽ"),
        ("mother_birth_year", "19 trăm"),
        ("ethnicity", "99"),
        ("status_date", "31/12/1899"),  # a day that Excel cannot count
    ):
        cell = sheet.cell(2, column(CHILD, key))
        assert (cell.value, cell.data_type) == (text, "s")
    assert sheet.cell(2, column(CHILD, "birth_date")).number_format == "dd/mm/yyyy"


@pytest.mark.slow
def test_numbers_are_numbers() -> None:
    found = shown(changed(record("staff/s0001", salary_coefficient=Decimal("2.34"), over_scale=0)), STAFF, 1)
    assert (found["salary_coefficient"], found["over_scale"]) == (2.34, 0)


@pytest.mark.slow
def test_a_ward_outside_the_city_is_its_text() -> None:
    found = shown(
        changed(record("children/c0001", province="01", district="001", ward="Phường Mẫu")), CHILD, 1
    )
    assert (found["province"], found["ward"]) == ("Thành phố Hà Nội", "Phường Mẫu")


@pytest.mark.slow
def test_a_name_of_several_codes_keeps_its_code_where_nothing_else_tells_it() -> None:
    by_district = shown(changed(record("children/c0001", district="766", ward="27007")), CHILD, 1)
    assert by_district["ward"] == "Phường 15"
    alone = shown(changed(record("children/c0001", district=None, ward="27007")), CHILD, 1)
    assert alone["ward"] == "Phường 15 27007"
    for rank in ("16", "47"):
        assert shown(changed(record("staff/s0001", rank=rank)), STAFF, 1)["rank"] == f"Kế toán viên {rank}"
    level = shown(changed(record("staff/s0001", language="02", language_level="028")), STAFF, 1)
    assert level["language_level"] == "A1"


# Texts that look like formulas


def hostile(text: str) -> Report:
    """A dossier whose every text is *text*."""
    tree = dict(example().tree)
    for kind in LISTS:
        tree[kind.place] = {
            ref: {
                **item,
                **{
                    field.key: text
                    for field in kind.fields
                    if field.type is FieldType.TEXT and not field.computed
                },
                **{field.key: Typed(text) for field in kind.fields if field.type is FieldType.DATE},
            }
            for ref, item in example().records(kind.place).items()
        }
    return report_of(facility(name=text, code=text, head_name=text)(Content(tree)))


@pytest.mark.promise("R19")
@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
def test_texts_of_the_user_are_never_formulas(text: str) -> None:
    wanted = text.strip()
    for data in (write_rosters(hostile(text)), write_roster(hostile(text), CHILD)):
        with ZipFile(BytesIO(data)) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
            assert sheets
            assert not [name for name in sheets if b"<f>" in archive.read(name)]
        book = opened(data)
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == wanted]
        assert len(cells) > 50
        for cell in cells:
            assert cell.data_type == "s"
            assert cell.quotePrefix == wanted.startswith(("=", "+", "-", "@")), cell.coordinate
        assert not [
            cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type in "fe"
        ]


@pytest.mark.promise("R23")
@pytest.mark.slow
def test_characters_that_no_workbook_holds_are_left_out() -> None:
    found = changed(record("children/c0001", name="Trẻ\x00 Mẫu\x0b A\uffff", address="x" * 40000))
    child = shown(found, CHILD, 1)
    assert (child["name"], len(child["address"])) == ("Trẻ Mẫu A", 32767)


def test_what_is_not_there_or_not_known_is_an_empty_cell() -> None:
    found = changed(record("children/c0001", phone=Typed("không có"), father_phone=Typed("chưa biết")))
    child = shown(found, CHILD, 1)
    assert "name" in child
    assert not {"phone", "father_phone"} & child.keys()


# Sizes


@pytest.mark.slow
def test_five_hundred_children_and_room_for_more() -> None:
    content = crowd(500)
    sheet = sheet_of(opened(write_rosters(report_of(content))), CHILD)
    names = [sheet.cell(row, column(CHILD, "name")).value for row in range(2, 503)]
    assert names == [*(str(item["name"]) for item in content.records("children").values()), None]
    assert {str(item.sqref).rpartition("551")[2] for item in sheet.data_validations.dataValidation} == {""}
    assert last_row(500) == 551
    assert last_row(450) == last_row(0) == 501


@pytest.mark.slow
@pytest.mark.parametrize("write", [lambda: write_rosters(report_of(empty())),
                                   lambda: write_rosters(report_of(example()), blank=True)])  # fmt: skip
def test_an_empty_one_to_collect_data(write: Callable[[], bytes], book: Book) -> None:
    nobody = opened(write())
    for kind in LISTS:
        sheet = sheet_of(nobody, kind)
        assert sheet.max_row == 1
        assert [cell.value for cell in sheet[1]] == [cell.value for cell in sheet_of(book, kind)[1]]
        assert len(sheet.data_validations.dataValidation) == len(dict(ranges_of(book, kind)))
        assert sheet.conditional_formatting


@pytest.mark.slow
def test_it_stays_small(report: Report) -> None:
    assert len(write_rosters(report)) < 60_000

"""What stands around the cells of the upload workbooks: lists, page, the shade of what is missing; what LibreOffice keeps."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter

from exports.workbooks.rosters.roster_book import VERSION, VERSION_NAME, write_roster, write_rosters
from exports.workbooks.rosters.roster_columns import columns_of, missing_formula
from exports.workbooks.rosters.roster_values import CodeNames, roster_cell_value, shared_names
from exports.workbooks.rosters.roster_words import LIST_SHEET
from forms.entry.field_text import meaning_of
from forms.model.record import Field, RecordType
from forms.model.text import fold
from forms.report.checking.on_records import missing
from forms.report.report import Report
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.records import CHILD, CLASS, LISTS, STAFF
from tests.builders import empty, example, official, record, then, unread
from tests.exports.conftest import report_of
from tests.exports.rosters import IDS, PINK, RED, SHEETS, Book, column, opened, ranges_of, sheet_of, uploaded
from tests.exports.tools import recalculated


@pytest.fixture(scope="module")
def book(report: Report) -> Book:
    return opened(write_rosters(report))


# Lists


def listed(book: Book, name: str) -> list[str]:
    ((sheet, cells),) = book.defined_names[name].destinations
    return [row[0].value for row in book[sheet][cells]]


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.key)
def test_every_coded_column_offers_the_names_of_its_list(book: Book, kind: RecordType) -> None:
    found = dict(ranges_of(book, kind))
    coded = {field["key"] for field in uploaded(kind) if field["catalogue"]}
    references = {field.key for field in kind.fields if field.refers}
    assert set(found) == coded | references
    for field in uploaded(kind):
        if field["key"] in coded:
            items = official(f"catalogues/{field['catalogue']}")["items"]
            plain = list(dict.fromkeys(item["name"] for item in items))
            names = listed(book, found[field["key"]].formula1)
            if field["key"] in NAMED_TWICE:
                assert {"rank": "Kế toán viên 16", "language_certificate": "IELST 01"}[field["key"]] in names
                assert len(names) == len(items)
            else:
                assert names == plain


NAMED_TWICE = {"rank", "language_certificate"}
"""Several codes of one name, and no other column that tells which is meant."""


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.key)
def test_lists_cover_every_input_row(book: Book, kind: RecordType) -> None:
    for key, validation in ranges_of(book, kind):
        letter = get_column_letter(column(kind, key))
        assert str(validation.sqref) == f"{letter}2:{letter}501"
        assert (validation.type, validation.showErrorMessage) == ("list", True)
        assert validation.errorStyle in (("warning",) if key in FREE else ("stop", None))


FREE = {"ward", "class_code", "teacher", "mixed_with"}
"""Columns that also take what is not in the list."""


def test_references_offer_the_records_of_their_sheet(book: Book) -> None:
    found = dict(ranges_of(book, CHILD))
    cells = "'Lớp học'!$D$2:$D$501"
    assert book.defined_names[found["class_code"].formula1].attr_text == (
        f"'Lớp học'!$D$2:INDEX({cells},MAX(1,COUNTA({cells})))"
    )


@pytest.mark.slow
def test_references_of_a_single_sheet_offer_the_records_of_the_dossier(report: Report) -> None:
    single = opened(write_roster(report, CHILD))
    assert single.sheetnames == [SHEETS[1], LIST_SHEET]
    codes = listed(single, dict(ranges_of(single, CHILD))["class_code"].formula1)
    assert codes == [str(item["code"]) for item in report.content.records("classes").values()]
    nobody = opened(write_roster(report_of(empty()), CHILD))
    assert "class_code" not in dict(ranges_of(nobody, CHILD))


CODED = [
    (kind, field)
    for kind in LISTS
    for field in kind.fields
    if field.upload and field.catalogue and field.catalogue.id != "yes_no"
]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "field"), CODED, ids=lambda item: item.key)
def test_the_reader_finds_every_code_again(kind: RecordType, field: Field) -> None:
    roster, codes = example().roster, field.codes
    twins = shared_names(codes)
    for item in [item for item in codes.items if fold(item.name) in twins] + [*codes.items[::20]]:
        others = {name: item.attributes[name] for name in item.attributes if name in kind.field_by_key}
        province = {"province": "79"} if field.coded_when else {}
        for beside in (others, {}):
            record = {**beside, **province, field.key: item.code}
            subject = roster.stranger(kind, f"{kind.place}/x0001", 1, record)
            text = roster_cell_value(field, subject, CodeNames(roster))
            assert text in (item.name, f"{item.name} {item.code}")
            assert meaning_of(field, subject, roster, str(text)).code == item.code


# The page


@pytest.mark.parametrize(
    ("kind", "frozen", "paper"), [(CLASS, "F2", 9), (CHILD, "E2", 8), (STAFF, "D2", 8)], ids=SHEETS
)
def test_screen_and_print(book: Book, kind: RecordType, frozen: str, paper: int) -> None:
    sheet = sheet_of(book, kind)
    assert sheet.freeze_panes == frozen
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.print_title_cols is None, "every page has all columns"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", paper)
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.row_dimensions[1].height >= 34
    widths = [
        sheet.column_dimensions[get_column_letter(field["upload_order"])].width for field in uploaded(kind)
    ]
    assert all(10 <= width <= 22 for width in widths)


def test_version_and_properties(book: Book, report: Report) -> None:
    assert book.defined_names[VERSION_NAME].attr_text == f'"{VERSION}"'
    assert book.properties.title == "Hồ sơ năm học 2019-2020"
    assert book.properties.creator == report.content.facility["name"]
    assert book.properties.lastModifiedBy == "nhomtre"
    assert book.properties.created.date() == report.today


@pytest.mark.slow
def test_training_data_is_marked(draft: Report, book: Book) -> None:
    marked = opened(write_rosters(draft))
    for kind in LISTS:
        sheet = sheet_of(marked, kind)
        assert sheet.cell(1, sheet.max_column).value == FORM.training.watermark
        assert sheet.oddHeader.center.text == FORM.training.watermark
        assert sheet.sheet_properties.tabColor.rgb == "00FF0000"
        assert sheet_of(book, kind).sheet_properties.tabColor is None
        assert not sheet_of(book, kind).oddHeader.center.text


@pytest.mark.slow
def test_two_workbooks_are_the_same_bytes(report: Report) -> None:
    assert write_rosters(report) == write_rosters(report)
    program = (
        "import sys, hashlib; from tests.builders import example; from tests.exports.conftest import report_of\n"
        "from exports.workbooks.rosters.roster_book import write_rosters\n"
        "print(hashlib.sha256(write_rosters(report_of(example()))).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1


@pytest.mark.slow
def test_progress_is_told(report: Report) -> None:
    told: list[tuple[int, int]] = []
    write_rosters(report, lambda done, of: told.append((done, of)))
    assert told == [(number, 4) for number in range(1, 5)]
    told.clear()
    write_roster(report, STAFF, lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


# What is missing


GAPS: Mapping[str, Mapping[str, Any]] = {
    "classes/k0001": {"boarding_kind": None, "name": None, "full_day": None},
    "classes/k0002": {"boarding": False, "boarding_kind": None, "code": None},
    "children/c0001": {"name": None, "status": "05", "boarding_kind": None},
    "children/c0002": {"mother_name": None, "mother_birth_year": None, "guardian_name": "Người Mẫu"},
    "children/c0003": {"mother_name": None, "guardian_name": "Người Mẫu", "guardian_birth_year": 1960},
    "children/c0004": {"health_checked": False, "nutrition": None, "status": None, "birth_date": None},
    "children/c0005": {"status": "02", "boarding": False, "boarding_kind": None},
    "staff/s0001": {"role": None, "main_major": None, "id_number": None},
    "staff/s0002": {"contract": "07", "position": "03", "teaches": None},
    "staff/s0003": {"contract": "02", "position": "02", "role": None},
}


def test_missing_cells_are_shaded(book: Book) -> None:
    for kind in LISTS:
        sheet = sheet_of(book, kind)
        shaded = {str(area.sqref): rules for area, rules in sheet.conditional_formatting._cf_rules.items()}
        assert set(shaded) == {
            f"{item.letter}2:{item.letter}501"
            for item in columns_of(kind)
            if missing_formula(item, columns_of(kind))
        }
        for rules in shaded.values():
            assert [rule.dxf.fill.bgColor.rgb for rule in rules] == [PINK]
        mandatory = [field for field in uploaded(kind) if field["required"] != "never"]
        assert len(shaded) == len(
            [field for field in mandatory if not kind.field_by_key[field["key"]].computed]
        )


def test_the_shade_follows_the_condition(book: Book) -> None:
    (rule,) = sheet_of(book, CHILD).conditional_formatting["H2:H501"]
    assert rule.formula == [
        'AND(COUNTA($B2:$AZ2)>0,LEN(TRIM(H2))=0,AND(LEN(TRIM($G2))>0,TRIM($G2)<>"Đang học"))'
    ]


@pytest.mark.slow
@pytest.mark.tools
def test_libreoffice_shades_exactly_what_is_missing(folder: Path) -> None:
    report = report_of(then(*(record(place, **fields) for place, fields in GAPS.items()))(example()))
    book = opened(write_rosters(report))
    beside, rows = 100, 10
    for kind in LISTS:
        columns = columns_of(kind)
        for item in columns:
            formula = missing_formula(item, columns)
            for row in range(2, rows + 2) if formula else ():
                moved = Translator(f"={formula}", origin="A2").translate_formula(f"A{row}")
                sheet_of(book, kind).cell(row, beside + item.place).value = moved
    path = folder / "shaded.xlsx"
    book.save(path)
    read = load_workbook(recalculated(path, folder), data_only=True)
    for kind in LISTS:
        subjects = report.content.roster.of(kind.key)
        for row in range(2, rows + 2):
            shaded = {
                item.field.key
                for item in columns_of(kind)
                if sheet_of(read, kind).cell(row, beside + item.place).value is True
            }
            wanted = {field.key for field in missing(subjects[row - 2])} if row - 2 < len(subjects) else set()
            assert shaded == wanted, (kind.key, row)


# LibreOffice


def format_of_column(sheet: Any, place: int) -> str:
    """The format of new cells of a column: LibreOffice writes neighbours of one look together."""
    spans = [item for item in sheet.column_dimensions.values() if item.min <= place <= item.max]
    return str(spans[0].number_format)


@pytest.mark.slow
@pytest.mark.tools
def test_libreoffice_keeps_texts_numbers_days_lists_and_marks(folder: Path) -> None:
    content = then(
        record(
            "children/c0001", id="0012345678", phone="0901234567", address="=1+1", hamlet="1/2", name="-Mẫu"
        ),
        record("children/c0002", birth_date=unread("31/02/2016"), personal_id="000000000012"),
        record("staff/s0001", salary_coefficient=Decimal("2.34"), birth_date="1980-02-09"),
    )(example())
    path = folder / "rosters.xlsx"
    path.write_bytes(write_rosters(report_of(content)))
    before, after = load_workbook(path), load_workbook(recalculated(path, folder))
    assert after.sheetnames == before.sheetnames
    assert after[LIST_SHEET].sheet_state == "hidden"
    assert after.defined_names[VERSION_NAME].attr_text == f'"{VERSION}"'
    for kind in LISTS:
        old, new = sheet_of(before, kind), sheet_of(after, kind)
        for row in old.iter_rows():
            for cell in row:
                read = new[cell.coordinate]
                assert (read.value, read.data_type) == (cell.value, cell.data_type), cell.coordinate
                if cell.value is not None:
                    assert read.number_format.lower() == cell.number_format.lower()
        assert len(new.data_validations.dataValidation) >= len(dict(ranges_of(before, kind)))
        assert len(new.conditional_formatting) == len(old.conditional_formatting)
        assert new.cell(1, 2).font.color.rgb == RED
        comments = [cell.comment.text if cell.comment else None for cell in old[1]]
        assert [cell.comment.text if cell.comment else None for cell in new[1]] == comments
        for key in IDS[kind.key]:
            assert format_of_column(new, column(kind, key)) == "@", key

"""The report workbook against the official layout, and read back."""

import re
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import column_index_from_string

from exports.layout.cell_address import column_letters
from exports.layout.document_words import MOTTO, NATION, SIGN_HERE, SIGNATURE
from exports.layout.table_page import LABEL, LEAD, TableGrid, lay_out_all
from exports.workbooks.report.book_words import (
    ERROR_TITLES,
    REPORTING_PLACEHOLDER,
)
from exports.workbooks.report.report_book import write_report
from exports.workbooks.report.sheet_places import places_of
from exports.workbooks.sheet_writing import FONT_SIZE, line_height
from forms.dossier.content import Content
from forms.report.figures import shown
from forms.report.report import Report
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.tables import TABLES
from tests.builders import empty, example, official, public
from tests.exports.conftest import (
    ERROR,
    RANDOM_REPORTS,
    WARNING,
    Printed,
    random_report,
    report_of,
    with_facility,
)
from tests.exports.sendings import sent_example
from tests.exports.tools import recalculated

OFFICIAL: dict[str, Any] = official("report_workbook")["sheets"]
SIZES = {"T2": 14.0, "T3": 13.0}
"""Letters of the wide tables, in points: on paper they are shrunk."""
TABLE_SHEETS = [table.sheet.title for table in TABLES]
UNITS = {TABLE_SHEETS[0]: {"D2", "D4"}}


def squeezed(value: object) -> str:
    return re.sub(r"\s+", " ", str(value)).strip()


@pytest.fixture(scope="module")
def book(saved: Printed) -> Any:
    return load_workbook(saved(report_of(sent_example().content)))


def test_the_sheets_are_the_official_ones(book: Any) -> None:
    assert book.sheetnames == [*OFFICIAL, SIGNATURE]


@pytest.mark.parametrize("title", TABLE_SHEETS)
def test_texts_numbers_and_formulas_are_official(book: Any, title: str) -> None:
    sheet = book[title]
    for cells in OFFICIAL[title]["cells"].values():
        for address, value in cells.items():
            if address not in UNITS.get(title, ()):
                assert squeezed(sheet[address].value) == squeezed(value), address


@pytest.mark.parametrize("title", TABLE_SHEETS)
def test_nothing_else_stands_there_but_figures(book: Any, title: str) -> None:
    sheet = book[title]
    known = {address for cells in OFFICIAL[title]["cells"].values() for address in cells}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None and cell.coordinate not in known:
                assert isinstance(cell.value, int | float), cell.coordinate


@pytest.mark.slow
@pytest.mark.parametrize("title", list(OFFICIAL))
def test_merges_widths_and_orientation_are_official(
    book: Any, report: Report, saved: Printed, title: str
) -> None:
    """The issues wrap in a wide column: the official export cuts them."""
    book = book if title in TABLE_SHEETS else load_workbook(saved(report))
    sheet, wanted = book[title], OFFICIAL[title]
    assert sorted(map(str, sheet.merged_cells.ranges)) == sorted(wanted["merged"])
    if title not in TABLE_SHEETS:
        assert {letter: column.width for letter, column in sheet.column_dimensions.items()} == {"D": 90}
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=2) for cell in row)
        return
    assert sheet.page_setup.orientation == wanted["orientation"]
    assert {letter: dimension.width for letter, dimension in sheet.column_dimensions.items()} == wanted[
        "widths"
    ]
    ends = [(dimension.min, dimension.max) for dimension in sheet.column_dimensions.values()]
    starts = sorted(column_index_from_string(letter) for letter in wanted["widths"])
    assert [start for start, _ in ends] == starts
    assert [end + 1 for _, end in ends[:-1]] == starts[1:]


def test_ma_so_are_numbers(book: Any) -> None:
    for table in TABLES:
        column = "E" if table.sheet.label_span == 2 else "D"
        found = [cell.value for cell in book[table.sheet.title][column]]
        numbers = [value for value in found if isinstance(value, int)]
        assert numbers == [row.ma_so for row in table.data_rows]


def figures_read(path: Path, report: Report, *, computed: bool) -> dict[str, Any]:
    book = load_workbook(path, data_only=computed)
    found: dict[str, Any] = {}
    for grid in lay_out_all(report.figures, None):
        places, sheet = places_of(grid), book[grid.table.sheet.title]
        for line in grid.lines:
            for column in grid.table.columns if line.figures else ():
                value = sheet[places.address(line.row, column)].value
                found[f"{line.row.code} {column.key}"] = value
    return found


def exact(value: Any) -> Any:
    """A number of a workbook as the decimal that it shows."""
    return Decimal(str(value)) if isinstance(value, float) else value


def figures_wanted(report: Report) -> dict[str, Any]:
    return {
        f"{row.code} {column.key}": shown(table, report.figures, row, column.key)
        for table in TABLES
        for row in table.data_rows
        for column in table.columns
    }


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("seed", RANDOM_REPORTS)
def test_figures_are_those_of_the_report(seed: int, saved: Printed) -> None:
    report = random_report(seed)
    path = saved(report)
    live = figures_read(path, report, computed=False)
    for place, value in figures_wanted(report).items():
        if not str(live[place]).startswith("="):
            assert exact(live[place]) == value, place
    # the results that stand beside the formulas
    read = figures_read(path, report, computed=True)
    for place, value in figures_wanted(report).items():
        assert exact(read[place] or 0) == (value or 0), place
    for table, rows in report.figures.as_json().items():
        for key, cells in rows.items():
            for column, value in cells.items():
                assert exact(read[f"{table}.{key} {column}"]) == value


@pytest.mark.slow
def test_decimals_are_exact(saved: Printed) -> None:
    cells = {"T5": {"017": {"settled": Decimal("1036.125"), "planned": 7}}}
    content = public()
    report = report_of(Content({**content.tree, "cells": cells}))
    sheet = load_workbook(saved(report))[TABLES[4].sheet.title]
    assert (sheet["F7"].value, sheet["G7"].value) == (1036.125, 7)
    assert (sheet["F4"].value, sheet["F7"].number_format, sheet["G7"].number_format) == (
        1036.125,
        "#,##0.###",
        "#,##0",
    )


@pytest.mark.promise("R28")
@pytest.mark.slow
@pytest.mark.tools
@pytest.mark.parametrize("seed", [1, 3])
def test_libreoffice_works_out_the_same_totals(seed: int, saved: Printed, folder: Path) -> None:
    report = random_report(seed)
    read = figures_read(recalculated(saved(report), folder), report, computed=True)
    for place, value in figures_wanted(report).items():
        assert exact(read[place] or 0) == (value or 0), place


def test_lines_of_the_headings_are_as_high_as_what_wraps_in_them(book: Any) -> None:
    wrapped = set()
    for table in TABLES:
        sheet = book[table.sheet.title]
        depth = max(len(column.header) for column in table.columns)
        first = table.sheet.first_row
        heights = [sheet.row_dimensions[row].height for row in range(first, first + depth)]
        line = line_height(SIZES.get(table.id, FONT_SIZE))
        assert [(height - 2) / line for height in heights] == pytest.approx(
            [round((height - 2) / line) for height in heights], abs=1e-3
        )
        if sum(heights) > depth * (line + 2) + 0.01:
            wrapped.add(table.id)
    assert wrapped == {"T1", "T3", "T4", "T5"}


@pytest.mark.slow
def test_issues_and_their_cells(draft: Report, saved: Printed) -> None:
    book = load_workbook(saved(draft))
    rows = [tuple(cell.value for cell in row) for row in book["Errors"].iter_rows()]
    assert rows[0] == ERROR_TITLES == tuple(OFFICIAL["Errors"]["cells"]["1"].values())
    assert rows[1:] == [
        ("Phòng học", "N16", "E01", ERROR.sentence),
        (None, None, "W01", WARNING.sentence),
    ]
    assert book["Phòng học"]["D16"].value == 203
    assert book["Phòng học"]["M1"].value == "Tư thục"
    assert book["Phòng học"]["N2"].value == "Kiên cố"


@pytest.mark.promise("R19")
@pytest.mark.slow
@pytest.mark.parametrize("text", ["=1+1", "+84", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_texts_of_the_user_are_never_formulas(text: str, folder: Path) -> None:
    path = folder / "injection.xlsx"
    report = report_of(with_facility(example(), name=text), WARNING)
    path.write_bytes(write_report(report))
    book = load_workbook(path)
    cell = book[TABLE_SHEETS[0]]["D2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    detail = book["Errors"]["D2"]
    assert (detail.value, detail.data_type, detail.quotePrefix) == (WARNING.sentence, "s", True)
    formulas = {
        cell.coordinate
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and sheet.title != "Phòng học"
    }
    assert not formulas


@pytest.mark.promise("R23")
@pytest.mark.slow
def test_control_characters_do_not_stop_it(folder: Path) -> None:
    path = folder / "control.xlsx"
    path.write_bytes(write_report(report_of(with_facility(example(), name="Nhóm\x00 trẻ\x0b Hoa"))))
    assert load_workbook(path)[TABLE_SHEETS[0]]["D2"].value == "Nhóm trẻ Hoa"


@pytest.mark.slow
def test_units(book: Any, folder: Path) -> None:
    sheet = book[TABLE_SHEETS[0]]
    assert sheet["D2"].value == "Nhóm trẻ, lớp mẫu giáo Hoa Hồng"
    assert sheet["D4"].value == "Phòng Giáo dục và Đào tạo Quận 12"
    path = folder / "empty.xlsx"
    path.write_bytes(write_report(report_of(empty())))
    nobody = load_workbook(path)[TABLE_SHEETS[0]]
    assert squeezed(nobody["D2"].value) == squeezed(OFFICIAL[TABLE_SHEETS[0]]["cells"]["2"]["D2"])
    assert squeezed(REPORTING_PLACEHOLDER) == squeezed(nobody["D2"].value)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_headings_and_labels_wrap_and_all_other_cells_of_the_body_shrink(book: Any, table: Any) -> None:
    sheet, grid = book[table.sheet.title], TableGrid(table, ())
    places = places_of(grid)
    wrapping = set()
    for row in range(places.first_row, places.body_row):
        wrapping |= {(row, column) for column in range(1, places.last_column + 1)}
    label = range(places.column(LABEL), places.column(LABEL + 1))
    body = range(places.body_row, places.body_row + len(table.rows))
    wrapping |= {(row, column) for row in body for column in label}
    everywhere = {(row, column) for row in body for column in range(1, places.last_column + 1)}
    cells = [cell for row in sheet.iter_rows() for cell in row if not isinstance(cell, MergedCell)]
    below = {(row, column) for area in sheet.merged_cells.ranges for row, column in [*area.cells][1:]}
    wrapping, everywhere = wrapping - below, everywhere - below
    assert {(cell.row, cell.column) for cell in cells if cell.alignment.wrap_text} == wrapping
    shrinking = {(cell.row, cell.column) for cell in cells if cell.alignment.shrink_to_fit}
    assert shrinking == everywhere - wrapping


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_the_letters_of_a_table_are_read_on_paper(book: Any, table: Any) -> None:
    """At least 8 points where all columns are shrunk to the width of the page between its margins."""
    sheet = book[table.sheet.title]
    places = places_of(TableGrid(table, ()))
    known = {column_index_from_string(letter): width for letter, width in table.sheet.widths}
    widths = [
        known[max(place for place in known if place <= column)] if known else table.sheet.default_width
        for column in range(1, places.last_column + 1)
    ]
    paper = 297 if table.sheet.landscape else 210
    margins = sheet.page_margins
    room = paper / 25.4 - margins.left - margins.right
    inches = sum((width * 7 + 5) / 96 for width in widths)
    size = sheet.cell(places.body_row, places.column(LABEL)).font.size
    assert size * min(1, room / inches) >= 8
    assert str(sheet.print_area).endswith(
        f"${column_letters(places.last_column)}${places.body_row + len(table.rows) - 1}"
    )


def test_margins_and_the_period_are_those_of_a_letter(book: Any) -> None:
    for sheet in book:
        margins = sheet.page_margins
        sides = [round(side * 25.4) for side in (margins.top, margins.right, margins.bottom, margins.left)]
        landscape = sheet.page_setup.orientation == "landscape"
        assert sides == ([30, 15, 20, 20] if landscape else [20, 15, 20, 30])
        assert sheet.oddHeader.left.text == "Kỳ đầu năm học 2019-2020"
        assert sheet.oddFooter.right.text == f"nhomtre {version('nhomtre')}. Trang &P/&N"
    assert book["Ngân sách"].oddHeader.right.text == "Năm tài chính n là năm 2019, n-1 là năm 2018."


def test_the_last_sheet_is_for_the_signature(book: Any) -> None:
    sheet = book.worksheets[-1]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert texts[:4] == [
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO QUẬN 12",
        NATION,
        "NHÓM TRẺ, LỚP MẪU GIÁO HOA HỒNG",
        MOTTO,
    ]
    assert texts[4:7] == [FORM.title, "Kỳ đầu năm học 2019-2020", FORM.as_of]
    assert texts[-1] == "Trần Thị Lan"
    assert SIGN_HERE in texts
    assert any(text.startswith("Gửi lúc ") for text in texts)
    assert any(text.startswith("Quận 12, ngày ") for text in texts)


def test_print_and_screen_setup(book: Any) -> None:
    for table in TABLES:
        sheet = book[table.sheet.title]
        last = table.sheet.first_row + max(len(column.header) for column in table.columns)
        assert sheet.print_title_rows == f"${table.sheet.first_row}:${last}"
        assert sheet.freeze_panes == f"{'F' if table.sheet.label_span == 2 else 'E'}{last + 1}"
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.sheet_properties.tabColor is None


@pytest.mark.slow
def test_marks_and_properties(draft: Report, report: Report, saved: Printed) -> None:
    frozen = report_of(sent_example().content)
    plain: Any = load_workbook(saved(frozen))
    marked: Any = load_workbook(saved(draft))
    for sheet in plain:
        assert frozen.check_code in sheet.oddFooter.center.text
        assert "Bản 1" in sheet.oddFooter.left.text
        assert not sheet.oddHeader.center.text
        assert "NHÁP" not in str([cell.value for row in sheet.iter_rows() for cell in row])
    for sheet in marked:
        assert "Bản 1" not in sheet.oddFooter.left.text
    mark = f"{FORM.training.watermark} - BẢN NHÁP – CHƯA GỬI - CÒN LỖI"
    for title, address in zip(TABLE_SHEETS, ("I7", "U1", "X1", "U1", "I1"), strict=True):
        assert marked[title][address].value == mark
        assert marked[title].sheet_properties.tabColor.rgb == "00FF0000"
        assert marked[title].oddHeader.center.text == mark
    properties = {found.name: found.value for found in marked.custom_doc_props.props}
    assert properties["check_code"] == draft.check_code
    assert (properties["revision"], properties["draft"], properties["training"]) == (1, True, True)
    assert plain.properties.created.date() == report.today
    assert plain.properties.title.endswith("Kỳ đầu năm học 2019-2020")


@pytest.mark.slow
def test_two_workbooks_are_the_same_bytes(draft: Report) -> None:
    assert write_report(draft) == write_report(draft)


@pytest.mark.slow
def test_progress_is_told(report: Report) -> None:
    told: list[tuple[int, int]] = []
    write_report(report, lambda done, of: told.append((done, of)))
    assert told == [(number, 7) for number in range(1, 8)]


@pytest.mark.parametrize("title", [table.sheet.title for table in TABLES])
def test_letters_and_frames_are_those_of_the_form(book: Any, title: str) -> None:
    table = next(table for table in TABLES if table.sheet.title == title)
    sheet = book[title]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    sizes = {SIZES.get(table.id, FONT_SIZE)} | ({FONT_SIZE} if table.sheet.preamble else set())
    assert {(cell.font.name, cell.font.size) for cell in cells} == {
        ("Times New Roman", size) for size in sizes
    }
    places = places_of(TableGrid(table, ()))
    first = min(row.level for row in table.rows)
    for row in table.rows:
        label = sheet.cell(places.row(row), places.column(LABEL))
        assert bool(label.font.bold) is (row.level <= max(1, first)), row.code
        assert not label.font.italic
        assert label.alignment.indent == min(row.level - first, 7), row.code
        assert label.alignment.wrap_text
        assert {side.style for side in (label.border.left, label.border.top)} == {"thin"}
    numbers = [sheet.cell(places.numbers_row, places.column(place)) for place in range(1, LEAD + 1)]
    assert all(cell.font.italic and not cell.font.bold for cell in numbers)
    assert {cell.fill.fgColor.rgb for cell in numbers} == {"FFEBEBEB"}

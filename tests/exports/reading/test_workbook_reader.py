"""Honest workbooks are read as an honest person sees them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as OpenpyxlBook
from openpyxl import load_workbook

from exports.reading import reading_process
from exports.reading.limits import MAX_COLUMNS, MAX_ROWS
from exports.reading.workbook_reader import ForeignCell, ForeignSheet, read_workbook
from forms.entry.old_fonts import (
    Encoding,
    detect_font,
)
from forms.report.report import Report
from tests.exports import hostile
from tests.exports.conftest import Printed
from tests.exports.hostile import book, number_cell, one_row, parts, sheet, strings, styles, text_cell, zipped
from tests.exports.reading.conftest import Write
from tests.exports.reading_answers import refused, texts
from tests.exports.tools import recalculated

pytestmark = pytest.mark.slow


@pytest.fixture
def first_row(write: Write) -> Callable[..., dict[str, ForeignCell]]:
    """The cells of the first row of a one-sheet workbook, by letter."""

    def read(*cells: str, **more: str) -> dict[str, ForeignCell]:
        rows = read_workbook(write(book(one_row(*cells), **more))).sheets[0].rows
        return {chr(64 + column): cell for row in rows for column, cell in row.cells.items()}

    return read


FirstRow = Callable[..., dict[str, ForeignCell]]


# cells


def test_dates_are_iso_whatever_shows_them(first_row: FirstRow) -> None:
    shown = styles(["dd/mm/yyyy", 14, '[$-42A]dddd", ngày" d\\ mmmm\\ yyyy', "General", 22, "h:mm"])
    cells = first_row(
        number_cell("A1", 42614, 0),
        number_cell("B1", 42614, 1),
        number_cell("C1", "42614.0", 2),
        number_cell("D1", 42614, 3),
        number_cell("E1", 42614.3125, 4),
        number_cell("F1", 0.3125, 5),
        number_cell("G1", 42614.3125, 0),
        '<c r="H1" t="d"><v>2016-09-01T00:00:00</v></c>',
        text_cell("I1", "1/9/2016"),
        number_cell("J1", -5, 0),
        style=shown,
    )
    day = "2016-09-01"
    assert [(cell.text, cell.kind) for cell in cells.values()] == [
        (day, "date"),
        (day, "date"),
        (day, "date"),
        ("42614", "number"),
        (f"{day} 07:30:00", "date"),
        ("07:30:00", "date"),
        (day, "date"),
        (day, "date"),
        ("1/9/2016", "text"),
        ("-5", "number"),
    ]


@pytest.mark.promise("R24")
@pytest.mark.parametrize("spelling", ["1", "true"])
def test_days_counted_from_1904(first_row: FirstRow, spelling: str) -> None:
    cells = first_row(
        number_cell("A1", 41152), style=styles([14]), properties=f'<workbookPr date1904="{spelling}"/>'
    )
    assert cells["A"].text == "2016-09-01"


def test_a_format_of_a_condition_is_none_of_the_cells(first_row: FirstRow) -> None:
    shown = styles([14]).replace('<numFmt numFmtId="164"', '<numFmt numFmtId="14"').replace("yyyy", "#,##0")
    assert first_row(number_cell("A1", 42614), style=shown)["A"].text == "2016-09-01"


@pytest.mark.promise("R18")
def test_ids_with_leading_zeros(first_row: FirstRow) -> None:
    cells = first_row(
        text_cell("A1", "079012345678"),
        number_cell("B1", 79012345678),
        number_cell("C1", 79012345678, 1),
        '<c r="D1" t="str"><v>001</v></c>',
        style=styles([0, "000000000000"]),
    )
    assert [cell.text for cell in cells.values()] == ["079012345678", "79012345678", "079012345678", "001"]
    assert [cell.kind for cell in cells.values()] == ["text", "number", "number", "text"]


def test_formulas_give_their_results(first_row: FirstRow) -> None:
    cells = first_row(
        '<c r="A1"><f>1+1</f><v>2</v></c>',
        '<c r="B1" t="str"><f>"a"</f><v>a</v></c>',
        '<c r="C1"><f>TODAY()</f></c>',
        '<c r="D1"><f>1+1</f><v/></c>',
        '<c r="E1" t="str"><f>""</f><v></v></c>',
        '<c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="G1" t="b"><f t="shared" si="0"/><v>1</v></c>',
    )
    assert {place: (cell.text, cell.kind) for place, cell in cells.items()} == {
        "A": ("2", "number"),
        "B": ("a", "text"),
        "C": ("", "formula"),
        "D": ("", "formula"),
        "F": ("#DIV/0!", "error"),
        "G": ("1", "bool"),
    }


def test_shared_texts_with_runs_readings_and_escapes(first_row: FirstRow) -> None:
    shared = strings(
        "<t>Hoa Hồng</t>",
        '<r><t xml:space="preserve">Họ </t></r><r><rPr><b/><rFont val=".VnTime"/></rPr><t>vµ tªn</t></r>',
        "<t>漢</t><rPh sb='0' eb='1'><t>kan</t></rPh>",
        "<t>một_x000A_hai_x005F_x_xD800_</t>",
        "<t>  </t>",
    )
    cells = first_row(
        *(f'<c r="{chr(65 + place)}1" t="s"><v>{place}</v></c>' for place in range(5)), shared=shared
    )
    assert [cell.text for cell in cells.values()] == ["Hoa Hồng", "Họ vµ tªn", "漢", "một\nhai_x_xD800_"]
    assert [cell.font for cell in cells.values()] == [None, ".VnTime", None, None]


def test_texts_are_raw_and_name_their_font(first_row: FirstRow) -> None:
    fonts = styles([0, 0, 0], ["Calibri", ".VnTime", "VNI-Times"])
    raw = "NguyÔn ThÞ T\u00ad \u00d0"
    cells = first_row(
        text_cell("A1", raw, 1), text_cell("B1", " Nguyeãn\u00a0", 2), text_cell("C1", "x"), style=fonts
    )
    assert cells["A"] == ForeignCell(raw, "text", ".VnTime")
    assert cells["B"].text == " Nguyeãn\u00a0"
    assert [detect_font(cell.font or "") for cell in cells.values()] == [Encoding.TCVN3, Encoding.VNI, None]


def test_cells_and_rows_that_do_not_tell_their_place(write: Write) -> None:
    rows = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r='5'><c r='D5'><v>4</v></c><c><v>5</v></c></row><row/>"
    assert texts(read_workbook(write(book(rows))).sheets[0]) == {1: {1: "1", 3: "3"}, 5: {4: "4", 5: "5"}}


def test_a_prefix_for_every_element_and_the_strict_namespace(write: Write) -> None:
    made = parts({"Trẻ": sheet(one_row(number_cell("A1", 7)))})
    xml = (
        str(made[hostile.SHEET_PART])
        .replace("<", "<x:")
        .replace("<x:/", "</x:")
        .replace("xmlns=", "xmlns:x=")
    )
    made[hostile.SHEET_PART] = xml.replace(hostile.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert texts(read_workbook(write(zipped(made))).sheets[0]) == {1: {1: "7"}}


@pytest.mark.promise("R24")
def test_merged_cells_keep_the_first_value_only(write: Write) -> None:
    rows = one_row(text_cell("A1", "BÁO CÁO"), number_cell("B1", 1), number_cell("D1", 4))
    rows += f'<row r="2">{number_cell("A2", 2)}</row>'
    merges = '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>'
    assert texts(read_workbook(write(book(rows, merges))).sheets[0]) == {1: {1: "BÁO CÁO", 4: "4"}}


def test_only_rows_with_something_to_see(write: Write) -> None:
    rows = f'<row r="3"><c r="A3" s="0"/>{text_cell("B3", "  ")}</row><row r="7">{text_cell("B7", "x")}</row>'
    rows += '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert texts(read_workbook(write(book(rows))).sheets[0]) == {7: {2: "x"}}


# sheets


@pytest.mark.promise("R24")
def test_sheets_in_order_with_the_hidden_ones(write: Write) -> None:
    xml = sheet(one_row(text_cell("A1", "x")))
    path = write(zipped(parts({"Trẻ": xml, "DM": xml, "Lớp": xml}, hidden=["DM"])))
    found = read_workbook(path)
    assert found.name == path.name
    assert [(each.title, each.is_hidden) for each in found.sheets] == [
        ("Trẻ", False),
        ("DM", True),
        ("Lớp", False),
    ]


def test_a_hidden_list_that_is_too_long_is_passed_by(write: Write) -> None:
    wards = "".join(f'<row r="{row}">{number_cell(f"A{row}", row)}</row>' for row in range(1, MAX_ROWS + 500))
    made = parts({"Trẻ": sheet(one_row(text_cell("A1", "x"))), "DM": sheet(wards)}, hidden=["DM"])
    first, second = read_workbook(write(zipped(made))).sheets
    assert texts(first) == {1: {1: "x"}}
    assert second == ForeignSheet("DM", (), is_hidden=True, is_unread=True)


@pytest.mark.promise("R20")
def test_the_largest_sheet_and_one_beyond(write: Write) -> None:
    def filled(rows: int, columns: int) -> bytes:
        return hostile.book(
            one_row(number_cell("A1", 1)) + f'<row r="{rows}">{"<c/>" * (columns - 1)}<c><v>2</v></c></row>'
        )

    assert texts(read_workbook(write(filled(MAX_ROWS, MAX_COLUMNS))).sheets[0])[MAX_ROWS] == {
        MAX_COLUMNS: "2"
    }
    assert refused(write(filled(MAX_ROWS + 1, 1))).code == "sheet_too_large"
    assert refused(write(filled(2, MAX_COLUMNS + 1))).code == "sheet_too_large"


def test_a_chart_sheet_is_left_out(write: Write) -> None:
    made = parts({"Trẻ": sheet(one_row(text_cell("A1", "x"))), "Đồ thị": "<x/>"})
    links = str(made["xl/_rels/workbook.xml.rels"])
    made["xl/_rels/workbook.xml.rels"] = links.replace(
        'worksheet" Target="worksheets/sheet2', 'chartsheet" Target="worksheets/sheet2'
    )
    assert [each.title for each in read_workbook(write(zipped(made))).sheets] == ["Trẻ"]


# whole files


def seen(value: object) -> str | None:
    """What openpyxl read, as a reader should tell it."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, bool):
        return str(int(value))
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def as_openpyxl_sees(path: Path) -> dict[str, dict[int, dict[int, str]]]:
    found: dict[str, dict[int, dict[int, str]]] = {}
    for each in load_workbook(path, data_only=True):
        rows = found.setdefault(each.title, {})
        for number, row in enumerate(each.iter_rows(values_only=True), 1):
            for column, value in enumerate(row, 1):
                if (text := seen(value)) is not None:
                    rows.setdefault(number, {})[column] = text
    return found


def test_our_report_workbook(report: Report, saved: Printed) -> None:
    path = saved(report)
    sheets = read_workbook(path).sheets
    assert {each.title: texts(each) for each in sheets} == as_openpyxl_sees(path)
    assert not [
        cell for each in sheets for row in each.rows for cell in row.cells.values() if cell.kind == "formula"
    ]


@pytest.mark.tools
def test_our_report_workbook_saved_again_by_libreoffice(
    report: Report, saved: Printed, tmp_path: Path
) -> None:
    path = saved(report)
    again = recalculated(path, tmp_path)
    before, after = read_workbook(path).sheets, read_workbook(again).sheets
    assert {each.title: texts(each) for each in after} == {each.title: texts(each) for each in before}


values = st.one_of(
    st.integers(-(10**14), 10**14),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.booleans(),
    st.text("aăâđêôơưẢ 09=+<&\u00ad", min_size=1, max_size=8).filter(lambda text: text.strip()),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(values, max_size=5), max_size=5))
def test_what_openpyxl_writes_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]
) -> None:
    made = OpenpyxlBook()
    target = made.worksheets[0]
    expected: dict[int, dict[int, str]] = {}
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = target.cell(number, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
            text = value.isoformat() if isinstance(value, date) else seen(value)
            expected.setdefault(number, {})[column] = text or ""
    path = tmp_path_factory.mktemp("made") / "a.xlsx"
    made.save(path)
    [(_, _, cells)] = reading_process.read(path.read_bytes()).sheets
    assert {
        row: {column: cell[0] for column, cell in found.items()}
        for row, found in (cells.rows if cells else {}).items()
    } == expected


# properties


@pytest.mark.parametrize(("space", "link"), list(zip(hostile.CUSTOM, hostile.PROPERTY_LINKS, strict=True)))
def test_custom_properties_are_texts_by_name(write: Write, space: str, link: str) -> None:
    inside = "".join(
        hostile.custom_property(*one)
        for one in (
            ("form", "01-MN-ĐN"),
            ("revision", "1", "r8"),
            ("draft", "\n true ", "bool"),
            ("a &amp;", "&lt;b&gt; &#272;"),
            ("none", ""),
        )
    )
    book = read_workbook(write(hostile.with_properties(hostile.custom(inside, space), link)))
    assert dict(book.properties) == {
        "form": "01-MN-ĐN",
        "revision": "1",
        "draft": "true",
        "a &amp;": "<b> Đ",
        "none": "",
    }
    assert [sheet.title for sheet in book.sheets] == ["Trẻ"]


def test_a_workbook_without_custom_properties(write: Write) -> None:
    assert dict(read_workbook(write(book(""))).properties) == {}
    unlinked = zipped({**parts({"Trẻ": sheet("")}), "docProps/custom.xml": hostile.custom("")})
    assert dict(read_workbook(write(unlinked)).properties) == {}
    of_another = hostile.custom(hostile.custom_property("form", "x"), "urn:other")
    assert dict(read_workbook(write(hostile.with_properties(of_another))).properties) == {}

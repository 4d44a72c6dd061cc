"""Lists in .ods, .xlsb and web pages: the same cells as in an .xlsx; every other kind of file is told by its name."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from exports.reading import reading_process
from exports.reading.limits import MAX_COLUMNS, MAX_ROWS
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.refusal_words import OTHER_KINDS
from exports.reading.workbook_reader import ForeignSheet, read_workbook
from tests.exports.other_books import (
    OTHERS,
    ods,
    ods_row,
    ods_table,
    ods_text,
    ods_value,
    xlsb,
    xlsb_cell,
    xlsb_error,
    xlsb_row,
)
from tests.exports.tools import recalculated, run


def cells_of(data: bytes) -> list[dict[int, dict[int, tuple[str, str, str | None]]]]:
    return [
        content.rows if content else {} for _, _, content in reading_process.read(data, title="ds").sheets
    ]


def texts(sheet: ForeignSheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells.values()] for row in sheet.rows]


# .ods


def test_values_of_an_ods_are_as_they_are_seen() -> None:
    row = ods_row(
        ods_value("float", "5", "5"),
        ods_value("float", "8.1999999999999993", "8,2"),
        ods_value("float", "79761001", "0079761001"),
        ods_value("percentage", "0.5", "50%"),
        ods_value("date", "2016-05-07", "07/05/2016"),
        ods_value("date", "2019-09-01T07:30:00", "1/9/2019"),
        ods_value("date", "2019-09-01T00:00:00", "1/9/2019"),
        ods_value("boolean", "true", "ĐÚNG"),
        ods_value("time", "PT07H30M00S", "07:30"),
        '<table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell>',
        '<table:table-cell table:formula="of:=A1"/>',
        ods_text("#1"),
    )
    (rows,) = cells_of(ods(ods_table("Trẻ", row)))
    assert [cell[:2] for cell in rows[1].values()] == [
        ("5", "number"),
        ("8.2", "number"),
        ("0079761001", "number"),
        ("0.5", "number"),
        ("2016-05-07", "date"),
        ("2019-09-01 07:30:00", "date"),
        ("2019-09-01", "date"),
        ("1", "bool"),
        ("07:30:00", "date"),
        ("#DIV/0!", "error"),
        ("", "formula"),
        ("#1", "text"),
    ]


def test_text_of_an_ods_without_what_stands_beside_it() -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation>'
        '<text:p>Trần <text:span>Thị</text:span><text:s text:c="2"/>Mẫu</text:p><text:p>Bi<text:line-break/>Bo</text:p>'
        "<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame></table:table-cell>"
    )
    shapes = f"<table:shapes><draw:frame>{ods_text('hình')}</draw:frame></table:shapes>"
    (rows,) = cells_of(ods(ods_table("Trẻ", shapes, ods_row(cell))))
    assert rows == {1: {1: ("Trần Thị  Mẫu\nBi\nBo", "text", None)}}


def test_rows_and_cells_of_an_ods_that_are_repeated() -> None:
    far = ods_row(
        '<table:table-cell table:number-columns-repeated="16384"/>',
        more='table:number-rows-repeated="1048570"',
    )
    twice = 'table:number-columns-repeated="2"'
    body = ods_table(
        "Trẻ",
        ods_row('<table:table-cell table:number-columns-repeated="3"/>', ods_text("x", twice)),
        ods_row(more='table:number-rows-repeated="4"'),
        ods_row(ods_text("y"), more='table:number-rows-repeated="2"'),
        far,
    )
    (rows,) = cells_of(ods(body))
    assert {row: list(cells) for row, cells in rows.items()} == {1: [4, 5], 6: [1], 7: [1]}


def test_merged_areas_hidden_rows_hidden_sheets_and_fonts_of_an_ods(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:font-name="old"/></style:style>'
    )
    spanned = 'table:number-columns-spanned="2" table:number-rows-spanned="2" table:style-name="ce1"'
    body = ods_table(
        "Trẻ",
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1"/>',
        ods_row(ods_text("Hä tªn", spanned), "<table:covered-table-cell/>", ods_text("c")),
        ods_row('<table:covered-table-cell table:number-columns-repeated="2"/>', ods_text("d")),
        ods_row(ods_text("ẩn"), more='table:visibility="filter"'),
    ) + ods_table("Mã", ods_row(ods_text("x")), style="ta2")
    path = tmp_path / "a.ods"
    path.write_bytes(ods(body, styles))
    book = read_workbook(path)
    first, second = book.sheets
    assert book.kind == "ods"
    assert (first.is_hidden, second.is_hidden) == (False, True)
    assert first.merged == ((1, 2, 1, 2),)
    assert [row.is_hidden for row in first.rows] == [False, False, True]
    assert first.rows[0].cells[1].font == ".VnTime"
    assert [row.cells[3].font for row in first.rows[:2]] == [".VnTime", ".VnTime"]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (
            ods_row(ods_text("x"), more=f'table:number-rows-repeated="{MAX_ROWS + 1}"'),
            f"cột A dòng {MAX_ROWS + 1}",
        ),
        (
            ods_row(f'<table:table-cell table:number-columns-repeated="{MAX_COLUMNS}"/>', ods_text("x")),
            "cột DQ dòng 1",
        ),
        (
            ods_row(
                ods_text("x", 'table:number-columns-repeated="16384"'),
                more='table:number-rows-repeated="1048576"',
            ),
            "cột XFD",
        ),
    ],
)
def test_an_ods_that_is_too_large_says_where(row: str, place: str) -> None:
    with pytest.raises(WorkbookRefused, match=place.replace(f"{MAX_ROWS + 1}", "2.001")) as raised:
        reading_process.read(ods(ods_table("Trẻ", row)))
    assert raised.value.code == "sheet_too_large"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ods(""), "no_sheets"),
        (ods(ods_table("A", ods_row(ods_table("B", ods_row(ods_text("x"))))))[:-400], "damaged"),
        (ods(ods_table("A", ods_row('<table:table-cell table:number-columns-repeated="x"/>'))), "damaged"),
        (ods(ods_table("A", "<table:table-row>")), "damaged"),
        (ods("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "encrypted"),
        (ods("<!DOCTYPE x>"), "damaged"),
    ],
)
def test_an_ods_that_is_none(data: bytes, code: str) -> None:
    with pytest.raises(WorkbookRefused) as raised:
        reading_process.read(data)
    assert raised.value.code == code


@pytest.mark.slow
@pytest.mark.tools
def test_what_libreoffice_writes_as_ods_is_what_it_writes_as_xlsx(tmp_path: Path) -> None:
    made = Workbook()
    target: Any = made.active
    target.title = "Trẻ"
    target.append(["NguyÔn ThÞ", date(2016, 9, 1), 12, 8.2, "a & b <c>", "=1+1", "gộp", "", "0012"])
    target.append(["Hai\ndòng  cách", datetime(2019, 9, 1, 7, 30), 79761001, "=1/0", "'", None, 1e15])  # noqa: DTZ001
    target["A1"].font = Font(name=".VnTime")
    target["C2"].number_format = "0000000000"
    target.row_dimensions[2].hidden = True
    target.merge_cells("G1:H1")
    made.create_sheet("DM").sheet_state = "hidden"
    made["DM"]["A1"] = "x"
    made.save(tmp_path / "b.xlsx")
    again = recalculated(tmp_path / "b.xlsx", tmp_path)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    run("soffice", profile, "--headless", "--convert-to", "ods", "--outdir", tmp_path, again)
    ours, theirs = ((tmp_path / "b.ods").read_bytes(), again.read_bytes())
    assert [_without_default_font(*sheet) for sheet in reading_process.read(ours).sheets] == [
        _without_default_font(*sheet) for sheet in reading_process.read(theirs).sheets
    ]


def _without_default_font(title: str, hidden: bool, content: Any) -> object:
    """The font of what is in no style of its own stands in another part of an .ods, which nobody needs."""
    rows = {
        row: {
            column: (text, kind, font if font == ".VnTime" else None)
            for column, (text, kind, font) in cells.items()
        }
        for row, cells in content.rows.items()
    }
    return title, hidden, rows, content.merged, content.hidden


# .xlsb


def test_values_of_an_xlsb(tmp_path: Path) -> None:
    rows = [
        xlsb_row(0, xlsb_cell(0, "Họ và tên"), xlsb_cell(1, "Ngày sinh")),
        xlsb_row(
            2,
            xlsb_cell(0, "Trần Thị Mẫu"),
            xlsb_cell(1, 42497.0, style=1),
            xlsb_cell(2, 5.0),
            xlsb_cell(3, 8.2),
            xlsb_cell(4, True),
            xlsb_error(5, 7),
            xlsb_cell(6, 43709.3125, style=2),
        ),
    ]
    path = tmp_path / "a.xlsb"
    path.write_bytes(
        xlsb({"Trẻ": rows, "Mã": [xlsb_row(0, xlsb_cell(0, "x"))]}, hidden={"Mã"}, dates=(14, 22))
    )
    book = read_workbook(path)
    assert book.kind == "xlsb"
    assert [(sheet.title, sheet.is_hidden) for sheet in book.sheets] == [("Trẻ", False), ("Mã", True)]
    first = book.sheets[0]
    assert [row.number for row in first.rows] == [1, 3]
    assert [cell[:2] for cell in first.rows[1].cells.values()] == [
        ("Trần Thị Mẫu", "text"),
        ("2016-05-07", "date"),
        ("5", "number"),
        ("8.2", "number"),
        ("1", "bool"),
        ("2019-09-01 07:30:00", "date"),
    ], "an error is empty"


@pytest.mark.parametrize(("row", "column"), [(MAX_ROWS, 0), (0, MAX_COLUMNS)])
def test_an_xlsb_that_is_too_large(row: int, column: int) -> None:
    with pytest.raises(WorkbookRefused) as raised:
        reading_process.read(
            xlsb({"Trẻ": [xlsb_row(0, xlsb_cell(0, "x")), xlsb_row(row, xlsb_cell(column, "x"))]})
        )
    assert raised.value.code == "sheet_too_large"


# web pages


PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><style>td {color: red}</style>
<title>Danh sách</title></head><body><h3>TRƯỜNG MẪU</h3>
<table border=1>
<tr><th colspan=3>DANH SÁCH TRẺ</th></tr>
<tr><th rowspan=2>STT</th><th colspan="2">Trẻ</th></tr>
<tr><th>Họ và tên<th>Ngày&nbsp;sinh
<tr><td x:num>1</td><td>Trần&amp;Thị
   Mẫu</td><td style='mso-number-format:"Short Date"'>07/05/2016</td></tr>
<tr style="display: none"><td>2<td>Lê<br>Mẫu<td>08/06/2016</tr>
</table></body></html>"""


def test_a_table_of_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "ds.xls"
    path.write_bytes(PAGE.encode())
    book = read_workbook(path)
    (sheet,) = book.sheets
    assert (book.kind, sheet.title) == ("html", "ds")
    assert texts(sheet) == [
        ["DANH SÁCH TRẺ"],
        ["STT", "Trẻ"],
        ["Họ và tên", "Ngày sinh"],
        ["1", "Trần&Thị Mẫu", "07/05/2016"],
        ["2", "Lê\nMẫu", "08/06/2016"],
    ]
    assert list(sheet.rows[2].cells) == [2, 3], "the cell above reaches down"
    assert sheet.merged == ((1, 1, 1, 3), (2, 3, 1, 1), (2, 2, 2, 3))
    assert [row.is_hidden for row in sheet.rows] == [False] * 4 + [True]


ROWS = "<tr><td>Họ tên<td>Sinh<tr><td>Trần Mẫu<td>7/5/2016"


@pytest.mark.parametrize(
    "data",
    [
        f"<table>{ROWS}</table>".encode("utf-16"),
        f"\ufeff<table>{ROWS}</table>".encode(),
        f"<meta charset=windows-1252><table>{ROWS}</table>".encode(),
        b"<meta charset='windows-1258'><TABLE>"
        + "<tr><td>Ho\u0323 tên<td>Sinh<tr><td>Trâ\u0300n Mâ\u0303u<td>7/5/2016</TABLE>".encode("cp1258"),
        f"<html><body><table><tr><td>{'x' * 50}<table>{ROWS}</table>".encode(),
        f"<?xml version='1.0'?><html><table>{ROWS}</table></html>".encode(),
    ],
)
def test_encodings_and_frames_of_web_pages(data: bytes, tmp_path: Path) -> None:
    from unicodedata import normalize

    (rows,) = cells_of(data)
    assert [[normalize("NFC", text) for text, _, _ in cells.values()] for cells in rows.values()] == [
        ["Họ tên", "Sinh"],
        ["Trần Mẫu", "7/5/2016"],
    ]


def test_several_tables_of_a_page_are_sheets() -> None:
    sheets = reading_process.read(f"<table>{ROWS}</table><table>{ROWS}</table>".encode(), title="ds").sheets
    assert [title for title, _, _ in sheets] == ["ds", "ds (2)"]


# text


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_list_of_vietnamese_windows_without_unicode(separator: str) -> None:
    text = (
        separator.join(("Ho\u0323 tên", "Sinh"))
        + "\r\n"
        + separator.join(("Trâ\u0300n Mâ\u0303u Đ", "7/5/2016"))
    )
    (rows,) = cells_of(text.encode("cp1258"))
    assert [cell[0] for cell in rows[2].values()] == ["Trần Mẫu Đ", "7/5/2016"]


def test_a_separator_that_is_told_to_excel() -> None:
    (rows,) = cells_of("sep=;\r\nHọ tên;Ghi chú\r\nTrần Mẫu;a, b, c\r\n".encode())
    assert rows == {
        2: {1: ("Họ tên", "text", None), 2: ("Ghi chú", "text", None)},
        3: {1: ("Trần Mẫu", "text", None), 2: ("a, b, c", "text", None)},
    }


def test_titles_and_signatures_around_a_list_of_text() -> None:
    lines = ["TRƯỜNG MẪU", "DANH SÁCH", "Năm học 2019", *["Trần Mẫu;7/5/2016;Nữ"] * 9, "Người lập", "Cô Mẫu"]
    (rows,) = cells_of("\n".join(lines).encode())
    assert [len(cells) for cells in rows.values()] == [1, 1, 1, *[3] * 9, 1, 1]


# every other kind


@pytest.mark.parametrize("name", ["danh sach.xlsx", "danh sach.xls", "danh sach.csv", "danh sach"])
@pytest.mark.parametrize("kind", OTHERS)
def test_every_other_kind_is_told_by_its_name_and_the_way_out(kind: str, name: str) -> None:
    data, word = OTHERS[kind]
    with pytest.raises(WorkbookRefused) as raised:
        reading_process.read(data, title=name)
    sentence = str(raised.value)
    assert word.casefold() in sentence.casefold()
    assert " → " in sentence
    assert "{" not in sentence


def test_no_kind_is_without_a_file() -> None:
    told = {raised.values.get("kind") for data, _ in OTHERS.values() if (raised := _refusal(data))}
    assert set(OTHER_KINDS) - told <= {"package", "drawing"}


def _refusal(data: bytes) -> WorkbookRefused:
    with pytest.raises(WorkbookRefused) as raised:
        reading_process.read(data)
    return raised.value


@pytest.mark.slow
@pytest.mark.parametrize(
    ("start", "code"),
    [(b"%PDF-1.7\n", "not_excel"), (b"\xff\xd8\xff\xe0", "not_excel"), (b"a,b\n", "too_large")],
)
def test_a_scan_is_told_as_one_however_large_it_is(tmp_path: Path, start: bytes, code: str) -> None:
    path = tmp_path / "danh sach.xlsx"
    path.write_bytes(start + bytes(11_000_000))
    with pytest.raises(WorkbookRefused) as raised:
        read_workbook(path)
    assert raised.value.code == code

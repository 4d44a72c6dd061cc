"""A table in plain text: separator, quotes and encoding are found; prose is none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from exports.reading.limits import MAX_COLUMNS, MAX_ROWS
from exports.reading.plain_table import read_plain_table
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.sheet_parts import Room
from exports.reading.workbook_reader import ForeignSheet, read_workbook

pytestmark = pytest.mark.slow

HEAD, ROW = ["Họ và tên", "Ngày sinh", "Mẹ"], ["Trần Văn Mẫu", "1/2/2016", "Lê, Thị; Mẫu"]


def written(rows: list[list[str]], separator: str) -> str:
    return "".join(
        separator.join(f'"{text}"' if set(text) & set(",;\t") else text for text in row) + "\r\n"
        for row in rows
    )


def sheet_of(path: Path, data: bytes) -> ForeignSheet:
    path.write_bytes(data)
    (sheet,) = read_workbook(path).sheets
    return sheet


def texts(sheet: ForeignSheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells.values()] for row in sheet.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_separator_in_every_encoding(tmp_path: Path, separator: str, encoding: str) -> None:
    sheet = sheet_of(tmp_path / "lớp mầm.csv", written([HEAD, ROW], separator).encode(encoding))
    assert (sheet.title, texts(sheet)) == ("lớp mầm", [HEAD, ROW])


def test_lines_and_quotes_within_a_field(tmp_path: Path) -> None:
    data = 'Họ và tên;Ghi chú\r\n"Trần\nVăn Mẫu";"gọi là ""Bi"""\r\n'.encode()
    assert texts(sheet_of(tmp_path / "a.csv", data))[1] == ["Trần\nVăn Mẫu", 'gọi là "Bi"']


def test_a_title_above_and_empty_lines_stay_where_they_are(tmp_path: Path) -> None:
    data = "DANH SÁCH TRẺ,,\r\n,,\r\nHọ tên,Ngày sinh,Mẹ\r\nMẫu,1/2/2016,\r\n\r\n".encode()
    assert [row.number for row in sheet_of(tmp_path / "a.csv", data).rows] == [1, 3, 4]


def test_an_old_font_is_left_to_be_seen(tmp_path: Path) -> None:
    data = "Hä vµ tªn;Ngµy sinh\r\nTrÇn V¨n MÉu;1/2/2016\r\n".encode("cp1252")
    assert texts(sheet_of(tmp_path / "a.csv", data))[1][0] == "TrÇn V¨n MÉu"


def test_whoever_reads_after_it_may_have_fields_as_long_as_before() -> None:
    longest = csv.field_size_limit()
    read_plain_table(written([HEAD, ROW], ",").encode(), Room())
    assert csv.field_size_limit() == longest


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi phòng,\nđây là một lá thư, có dấu phẩy, và chấm.\nHết.\n",
        "một dòng",
        "một\nhai\nba\n",
        "a,b\nc\nd\ne,f,g\n",
    ],
)
def test_prose_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(WorkbookRefused) as raised:
        sheet_of(tmp_path / "a.csv", text.encode())
    assert raised.value.code == "plain_text"


@pytest.mark.parametrize(("rows", "columns"), [(MAX_ROWS + 1, 2), (2, MAX_COLUMNS + 1)])
def test_one_too_large_says_how_large(tmp_path: Path, rows: int, columns: int) -> None:
    with pytest.raises(WorkbookRefused) as raised:
        sheet_of(tmp_path / "a.csv", (",".join("x" * columns) + "\n").encode() * rows)
    assert raised.value.code == "sheet_too_large"

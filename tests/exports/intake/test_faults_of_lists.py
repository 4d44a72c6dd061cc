"""What is wrong with every row of a list, or hidden in it: told once, and nothing else of the list is taken silently."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from exports.intake.record_sources import sources_of
from exports.reading.workbook_reader import read_workbook
from forms.entry.row_values import Remark
from tests.exports.hostile import one_row, parts, sheet, text_cell, zipped
from tests.exports.messy import DOSSIER, HEAD, Read, reader

pytestmark = pytest.mark.slow

CHILDREN = [
    ["Mẫu Một", "7/5/2016", "Nam"],
    ["Mẫu Hai", "8/5/2016", "Nữ"],
    ["Mẫu Ba", "9/5/2016", "Nam"],
]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


@pytest.mark.parametrize(
    ("titles", "row", "remark"),
    [
        (["Họ tên", "Giới tính", "Lớp"], ["Mẫu Một", "Nam", "Mầm"], Remark("unnamed", text="ngày sinh")),
        (["Ngày sinh", "Giới tính", "Lớp"], ["7/5/2016", "Nam", "Mầm"], Remark("unnamed", text="họ tên")),
        (
            ["Tên lớp", "Phân hệ", "Học bán trú"],
            ["Lớp Mầm", "Mẫu giáo", "Có"],
            Remark("uncoded", text="mã lớp"),
        ),
    ],
)
def test_a_column_that_is_missing_is_told_once_by_its_name(
    read: Read, titles: list[str], row: list[str], remark: Remark
) -> None:
    found = read([titles, row, row, row])
    assert found.rows == []
    assert [note for note in found.offered.sources[0].notes if note.code != "read_as"] == [remark]


@pytest.mark.parametrize(("value", "code"), [("=A2", "formula"), ("#REF!", "error")])
@pytest.mark.parametrize("place", range(3))
def test_a_column_without_one_result_is_told_once(read: Read, value: str, code: str, place: int) -> None:
    rows = [[*row[:place], value, *row[place + 1 :]] for row in CHILDREN]
    found = read([HEAD, *rows])
    assert found.rows == []
    assert found.offered.sources[0].notes == (Remark(code, HEAD[place]),)


def test_some_cells_without_a_result_are_told_of_their_rows(read: Read) -> None:
    found = read([HEAD, *CHILDREN, ["=A2", "10/5/2016", "Nam"]])
    assert [told[0] for told in found.told.values()] == ["add", "add", "add", "refuse"]
    assert found.told[5][1] == [("formula", "A5")]


def test_a_column_of_formulas_that_is_not_read_harms_nobody(read: Read) -> None:
    found = read([[*HEAD, "Tuổi"], *([*row, "=2019-2016"] for row in CHILDREN)])
    assert [told[0] for told in found.told.values()] == ["add"] * 3


def test_a_list_whose_rows_are_all_hidden_says_so(read: Read) -> None:
    def dress(book: Any) -> None:
        for number in (2, 3, 4):
            book.worksheets[0].row_dimensions[number].hidden = True

    found = read([HEAD, *CHILDREN], dress)
    assert found.rows == []
    assert found.offered.sources[0].notes == (Remark("hidden", text="2–4"),)


def test_a_row_without_height_is_a_hidden_row(tmp_path: Path) -> None:
    titles = one_row(text_cell("A1", "Họ tên") + text_cell("B1", "Ngày sinh"))
    rows = [
        f'<row r="{number}"{looks}>{text_cell(f"A{number}", name)}{text_cell(f"B{number}", day)}</row>'
        for number, looks, name, day in (
            (2, "", "Mẫu Một", "7/5/2016"),
            (3, ' ht="0" customHeight="1"', "Mẫu Hai", "8/5/2016"),
            (4, ' ht="15"', "Mẫu Ba", "9/5/2016"),
        )
    ]
    path = tmp_path / "a.xlsx"
    path.write_bytes(zipped(parts({"Trẻ": sheet(titles + "".join(rows))})))
    (source,) = sources_of(read_workbook(path), DOSSIER.form, DOSSIER.year).sources
    assert [row.texts[0] for row in source.rows] == ["Mẫu Một", "Mẫu Ba"]
    assert Remark("hidden", text="3") in source.notes


def test_a_hidden_sheet_is_named_when_there_is_no_other_list(read: Read) -> None:
    def dress(book: Any) -> None:
        book["Trẻ"].sheet_state = "hidden"

    found = read({"Bìa": [["Kính gửi"]], "Trẻ": [HEAD, *CHILDREN]}, dress)
    assert found.offered.sources == ()
    assert found.offered.hidden_sheets == ("Trẻ",)


def test_an_honest_list_is_read_however_well_it_packs(tmp_path: Path) -> None:
    address = "Số nhà mẫu, tổ dân phố mẫu, khu phố mẫu, phường mẫu, quận mẫu. " * 40
    titles = one_row("".join(map(text_cell, ("A1", "B1", "C1"), ("Họ tên", "Ngày sinh", "Địa chỉ"))))
    rows = "".join(
        f'<row r="{number}">{text_cell(f"A{number}", f"Trần Mẫu {number}")}'
        f"{text_cell(f'B{number}', '05/08/2016')}{text_cell(f'C{number}', address)}</row>"
        for number in range(2, 1_002)
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(zipped(parts({"Trẻ": sheet(titles + rows)})))
    with ZipFile(path) as book:
        part = max(book.infolist(), key=lambda info: info.file_size)
        assert part.file_size > 1_000_000
        assert part.file_size > 100 * part.compress_size
    (source,) = sources_of(read_workbook(path), DOSSIER.form, DOSSIER.year).sources
    assert len(source.rows) == 1_000
    assert source.rows[-1].texts == ("Trần Mẫu 1001", "05/08/2016", address.strip())

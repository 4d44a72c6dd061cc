"""Cells in the encodings of old fonts, decided one by one: what is read, what is told of a row and of a column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Font

from forms.entry.row_values import Remark
from tests.exports.messy import HEAD, RIGHT, Read, reader

pytestmark = pytest.mark.slow

UNICODE = [
    ["Nguyễn Mẫu Một", "7/5/2016", "Nam"],
    ["Trần Thị Mẫu Hai", "8/5/2016", "Nữ"],
    ["Lê Văn Mẫu Ba", "9/5/2016", "Nam"],
]
OLD = {
    "TCVN3 (ABC)": ("§ç ThÞ MÉu Bèn", "Đỗ Thị Mẫu Bốn"),
    "VNI": ("Ñoã Thò Maãu Boán", "Đỗ Thị Mẫu Bốn"),
}


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


def in_font(address: str, font: str) -> Any:
    def dress(book: Any) -> None:
        book.worksheets[0][address].font = Font(name=font)

    return dress


@pytest.mark.parametrize(("encoding", "old"), OLD.items())
@pytest.mark.parametrize("converted", [False, True])
def test_one_old_name_is_told_of_its_row(
    read: Read, encoding: str, old: tuple[str, str], converted: bool
) -> None:
    found = read([HEAD, *UNICODE, [old[0], "10/5/2016", "Nữ"]], converted=converted)
    assert [row.name for row in found.rows] == [*(row[0] for row in UNICODE), old[converted]]
    remark = "converted" if converted else "old"
    assert found.told[5] == ("add", [(remark, f"{encoding}: «{old[0]}» → «{old[1]}»")])
    assert all(found.told[number] == ("add", []) for number in (2, 3, 4))


def test_an_old_sex_and_an_old_address_among_others(read: Read) -> None:
    rows = [
        [*HEAD, "Chỗ ở hiện nay"],
        [*UNICODE[0], "Số 1, ấp Mẫu"],
        [*UNICODE[1], "Số 2, ấp Mẫu"],
        ["Phạm Mẫu Bốn", "10/5/2016", "N÷", "Sè 3, ®\xadêng Lª Lîi"],
    ]
    found = read(rows, converted=True)
    assert found.values("sex") == ["01", "02", "02"]
    assert found.values("address") == ["Số 1, ấp Mẫu", "Số 2, ấp Mẫu", "Số 3, đường Lê Lợi"]
    assert [code for code, _ in found.told[4][1]] == ["converted", "converted"]


def test_a_list_in_an_old_encoding_is_told_of_its_columns_and_not_of_its_rows(read: Read) -> None:
    rows = [
        ["Họ và tên", "Ngày sinh", "Giới tính"],
        ["NguyÔn MÉu Mét", "7/5/2016", "Nam"],
        ["TrÇn ThÞ MÉu Hai", "8/5/2016", "N÷"],
        ["Lê Văn Mẫu Ba", "9/5/2016", "Nam"],
    ]
    found = read(rows, converted=True)
    assert [row.name for row in found.rows] == ["Nguyễn Mẫu Một", "Trần Thị Mẫu Hai", "Lê Văn Mẫu Ba"]
    assert all(told == ("add", []) for told in found.told.values())
    assert Remark("old", "TCVN3 (ABC)", "«Họ và tên», «Giới tính»") in found.offered.sources[0].notes


def test_given_names_beside_the_name_are_read_by_themselves(read: Read) -> None:
    rows = [
        ["Họ và tên", None, "Ngày sinh"],
        ["Nguyễn Mẫu", "Một", "7/5/2016"],
        ["Trần Mẫu", "Hai", "8/5/2016"],
        ["Lê Mẫu", "B×nh", "9/5/2016"],
    ]
    found = read(rows, converted=True)
    assert [row.values["name"] for row in found.rows] == ["Nguyễn Mẫu Một", "Trần Mẫu Hai", "Lê Mẫu Bình"]
    assert [code for code, _ in found.told[4][1]] == ["converted"]


def test_a_class_named_in_a_line_of_its_own_is_read_too(read: Read) -> None:
    rows = [
        ["Líp MÇm"],
        ["Hä vµ tªn", "Ngµy sinh", "Giíi tÝnh"],
        ["NguyÔn MÉu Mét", "7/5/2016", "Nam"],
        ["Líp L¸ 1"],
        ["TrÇn ThÞ MÉu Hai", "8/5/2016", "N÷"],
    ]
    assert read(rows, converted=True).values("class_code") == ["M1", "L1"]


@pytest.mark.parametrize(
    ("text", "font", "name"),
    [
        ("Vò MÉu", ".VnTimeH", "VŨ MẪU"),
        ("Vò Lan", ".VnTimeH", "VŨ LAN"),
        ("Vò Lan", ".VnTime", "Vũ Lan"),
        ("Voõ Lan", "VNI-Times", "Võ Lan"),
        ("Vò Lan", "VNI-Times", "Vị Lan"),
        ("Vò Lan", "Arial", "Vò Lan"),
        ("Vũ Lan", ".VnTimeH", "Vũ Lan"),
    ],
)
def test_the_font_of_one_cell_says_how_it_is_read(read: Read, text: str, font: str, name: str) -> None:
    found = read([HEAD, *UNICODE, [text, "10/5/2016", "Nữ"]], in_font("A5", font), converted=True)
    assert found.rows[3].name == name
    assert [code for code, _ in found.told[5][1]] == ([] if text == name else ["converted"])


def test_what_is_not_old_offers_nothing(read: Read) -> None:
    found = read([HEAD, *UNICODE, ["Loïc Mẫu", "10/5/2016", "Nam"], ["Zoë Mẫu", "11/5/2016", "Nữ"]])
    assert found.offered.old_columns == ()
    assert found.offered.converted == found.offered.sources


def test_days_in_words_and_hard_blanks_are_read_in_an_old_encoding_too(read: Read) -> None:
    rows = [
        HEAD,
        ["Ñoã Thò\u00a0Maãu Boán", "Ngaøy 7 thaùng 5 naêm 2016", "Nöõ"],
        ["Leâ Maãu Naêm", "8/5/2016", "Nam"],
    ]
    found = read(rows, converted=True)
    assert found.values("name") == ["Đỗ Thị Mẫu Bốn", "Lê Mẫu Năm"]
    assert found.values("birth_date") == ["2016-05-07", "2016-05-08"]


def test_a_column_that_does_not_tell_itself_is_as_those_beside_it(read: Read) -> None:
    rows = [
        ["Họ tên", "Ngày sinh", "Nơi sinh", "Địa chỉ"],
        ["NguyÔn ThÞ MÉu", "7/5/2016", "BV Tõ Dò", "Số 1 Tô Ký"],
        ["TrÇn V¨n MÉu", "8/5/2016", "BÕn Tre", "Số 2 Tô Ký"],
    ]
    found = read(rows, converted=True)
    assert found.values("birth_place") == ["BV Từ Dũ", "Bến Tre"]
    assert found.values("address") == ["Số 1 Tô Ký", "Số 2 Tô Ký"]
    alone = read([rows[0], ["Nguyễn Thị Mẫu", *rows[1][1:]], ["Trần Văn Mẫu", *rows[2][1:]]])
    assert alone.values("birth_place") == ["BV Tõ Dò", "BÕn Tre"]
    assert alone.told[3] == ("add", [("old", "TCVN3 (ABC): «BÕn Tre» → «Bến Tre»")])


def test_a_name_that_may_be_in_either_old_encoding_is_told_and_stays(read: Read) -> None:
    rows = [
        ["Họ tên", "Ngày sinh"],
        ["Vò Thanh Thö Phong", "7/5/2016"],
        ["Lê Văn Mẫu", "8/5/2016"],
        ["Loïc Mẫu Văn", "9/5/2016"],
    ]
    found = read(rows)
    assert found.told == {2: ("add", [("either", "Vò Thanh Thö Phong")]), 3: RIGHT, 4: RIGHT}
    assert found.values("name")[0] == "Vò Thanh Thö Phong"

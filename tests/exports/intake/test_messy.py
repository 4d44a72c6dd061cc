"""Messy but honest workbooks: every row is right or named with its reason, none is silently wrong. Texts, days, encodings."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from openpyxl.styles import Font

from forms.entry.old_fonts import (
    Encoding,
    OldText,
)
from forms.entry.written_days import DayOrder
from forms.model.values import Typed
from tests.exports.messy import HEAD, RIGHT, TCVN3, VNI, Read, reader

pytestmark = pytest.mark.slow


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


# Texts


def test_01_stray_and_hard_spaces(read: Read) -> None:
    found = read(
        [
            [" Họ  tên\u00a0", "Ngày sinh ", "Giới\u00a0tính"],
            ["\u00a0Phan   Mẫu Bé ", " 7/5/2016\u00a0", " Nữ "],
        ]
    )
    assert found.told == {2: RIGHT}
    assert found.rows[0].values == {"name": "Phan Mẫu Bé", "birth_date": "2016-05-07", "sex": "02"}


def test_02_numbers_as_text_and_points_that_do_not_group(read: Read) -> None:
    head = ("Mã cán bộ", "Họ tên", "Hệ số lương", "Mức phụ cấp thâm niên (%)")
    found = read(
        [head, ["CB7", "Mẫu", "2,34", "12"], ["CB8", "Mẫu", 2.34, 12], ["CB9", "Mẫu", 1.125, "nhiều"]]
    )
    assert [str(value) for value in found.values("salary_coefficient")] == ["2.34", "2.34", "1.125"]
    assert found.values("seniority_allowance") == [12, 12, Typed("nhiều")]
    assert found.told == {2: RIGHT, 3: RIGHT, 4: ("add", [("unread", "nhiều")])}


def test_03_zeros_lost_from_phones_and_ids(read: Read) -> None:
    head = ("Họ tên", "Ngày sinh", "SĐT", "Số định danh cá nhân")
    found = read(
        [
            head,
            ["Mẫu Một", "1/2/2016", 901234567, 79012345678],
            ["Mẫu Hai", "1/2/2016", 2838123456, 12160000001],
            ["Mẫu Ba", "1/2/2016", "+84 901 234 567", "079012345678"],
            ["Mẫu Bốn", "1/2/2016", 38123456, 123],
        ]
    )
    assert found.values("phone") == ["0901234567", "02838123456", "0901234567", "38123456"]
    assert found.values("personal_id") == ["079012345678", "012160000001", "079012345678", "123"]
    assert found.told == {
        2: ("add", [("zero", "0901234567"), ("zero", "079012345678")]),
        3: ("add", [("zero", "02838123456"), ("zero", "012160000001")]),
        4: RIGHT,
        5: RIGHT,
    }


def test_04_zeros_lost_from_the_ids_of_staff(read: Read) -> None:
    found = read(
        [
            ["Mã cán bộ", "Họ tên", "CMND"],
            ["A", "Mẫu", 24123456],
            ["B", "Mẫu", 79180000001],
            ["C", "Mẫu", 123456789],
        ]
    )
    assert found.values("id_number") == ["024123456", "079180000001", "123456789"]
    assert [remarks for _, remarks in found.told.values()] == [
        [("zero", "024123456")],
        [("zero", "079180000001")],
        [],
    ]


def test_05_another_letter_for_d_and_marks_apart(read: Read) -> None:
    found = read(
        [HEAD, ["Ðỗ Mẫu Ðan", "7/5/2016", "Nam"], [normalize("NFD", "Đỗ Mẫu Ổi"), "7/5/2016", "Nam"]]
    )
    assert found.values("name") == ["Đỗ Mẫu Đan", "Đỗ Mẫu Ổi"]
    assert found.told == {2: RIGHT, 3: RIGHT}


def test_06_names_in_capitals_change_nobody(read: Read) -> None:
    """A new child is taken as it is written; one that is there keeps its name."""
    found = read([HEAD, ["PHAN MẪU BÉ", "7/5/2016", "NAM"], ["NGUYỄN MẪU AN", "7/5/2015", "NAM"]])
    assert found.told == {2: RIGHT, 3: ("same", [])}
    assert found.rows[0].values["name"] == "PHAN MẪU BÉ"
    assert found.after.value(("children", "c0001", "name")) == "Nguyễn Mẫu An"


def test_07_names_without_marks_or_with_the_tone_elsewhere(read: Read) -> None:
    found = read([HEAD, ["Nguyen Mau An", "7/5/2015", "nam"], ["Lê Mẫu Hoà", "8/6/2015", "nu"]])
    assert found.told == {2: ("same", [("guess", "«Nguyen Mau An» là «Nguyễn Mẫu An»")]), 3: ("change", [])}
    assert found.rows[1].values == {"name": "Lê Mẫu Hoà"}


def test_08_twins_whose_names_differ_by_a_mark(read: Read) -> None:
    found = read([HEAD, ["Nguyễn Mẫu Ân", "7/5/2015", "Nữ"], ["Nguyễn Mẫu An", "7/5/2015", "Nam"]])
    assert found.told == {2: RIGHT, 3: ("same", [])}


# Days


def test_09_days_in_five_spellings(read: Read) -> None:
    days = [
        "7/5/2016",
        "07-05-2016",
        "7.5.2016",
        "2016-05-07",
        date(2016, 5, 7),
        datetime(2016, 5, 7, 8, 30),  # noqa: DTZ001 - a cell has no zone
        42497,
        "42497",
    ]
    found = read([HEAD, *([f"Mẫu {number}", day, "Nam"] for number, day in enumerate(days))])
    assert found.values("birth_date") == ["2016-05-07"] * len(days)
    assert set(map(str, found.told.values())) == {str(RIGHT)}


@pytest.mark.parametrize(
    "day",
    [
        "7/5/16",
        "2016",
        2016,
        "5/2016",
        "tháng 5",
        79,
        "7/5/0016",
    ],
)
def test_10_days_that_are_refused(read: Read, day: Any) -> None:
    found = read([HEAD, ["Mẫu Bé", day, "Nam"], ["Mẫu Lớn", "7/5/2016", "Nam"]])
    status, ((code, _),) = found.told[2]
    assert (status, code) == ("refuse", "no_day")
    assert found.told[3][0] == "add"
    assert len(found.after.records("children")) == 3


def test_11_a_column_with_the_month_first_is_asked_about_as_a_whole(read: Read) -> None:
    rows = [
        HEAD,
        ["A Mẫu", "12/31/2015", "Nam"],
        ["B Mẫu", "5/9/2016", "Nam"],
        ["C Mẫu", "4/4/2016", "Nam"],
        ["D Mẫu", "25/4/2016", "Nam"],
        ["E Mẫu", date(2016, 5, 9), "Nam"],
    ]
    asked = ("refuse", [("order_asked", "09/05/2016")])
    no_day = ("refuse", [("no_day", "12/31/2015")])
    assert read(rows).told == {
        2: no_day,
        3: ("refuse", [("order_asked", "5/9/2016")]),
        4: RIGHT,
        5: RIGHT,
        6: asked,
    }
    day = read(rows, day_order=DayOrder.DAY)
    real = ("add", [("order", "09/05/2016")])
    assert day.told == {2: no_day, 3: RIGHT, 4: RIGHT, 5: RIGHT, 6: real}
    assert day.values("birth_date") == ["2016-09-05", "2016-04-04", "2016-04-25", "2016-05-09"]
    month = read(rows, day_order=DayOrder.MONTH)
    real = ("add", [("order", "05/09/2016")])
    assert month.told == {2: RIGHT, 3: RIGHT, 4: RIGHT, 5: ("refuse", [("no_day", "25/4/2016")]), 6: real}
    assert month.values("birth_date") == ["2015-12-31", "2016-05-09", "2016-04-04", "2016-09-05"]


def test_12_days_that_a_spreadsheet_has_swapped(read: Read) -> None:
    """Set up for America it makes 9 May of 5/9/2016 and leaves 25/9/2016 a text: nothing is stored before it is said."""
    rows = [HEAD, ["A Mẫu", "25/9/2016", "Nam"], ["B Mẫu", date(2016, 5, 9), "Nam"]]
    assert read(rows).told == {2: RIGHT, 3: ("refuse", [("order_asked", "09/05/2016")])}
    day, month = (read(rows, day_order=order) for order in (DayOrder.DAY, DayOrder.MONTH))
    assert day.told == {2: RIGHT, 3: ("add", [("order", "09/05/2016")])}
    assert month.told == {2: RIGHT, 3: ("add", [("order", "05/09/2016")])}
    assert day.values("birth_date") == ["2016-09-25", "2016-05-09"]
    assert month.values("birth_date") == ["2016-09-25", "2016-09-05"]
    honest = read([HEAD, ["A Mẫu", "25/9/2016", "Nam"], ["B Mẫu", date(2016, 5, 19), "Nam"]])
    assert honest.told == {2: RIGHT, 3: RIGHT}


def test_13_a_day_where_no_day_belongs(read: Read) -> None:
    """«5/12», a number of a house, became a day in the spreadsheet."""
    found = read([[*HEAD, "Địa chỉ"], ["Mẫu Bé", "7/5/2016", "Nam", date(2019, 12, 5)]])
    assert found.told == {2: ("add", [("day", "D2")])}


# Old encodings


OLD = {
    TCVN3: ("NguyÔn ThÞ Thïy Tr©m", "TrÇn V¨n MÉu", "N÷"),
    VNI: ("Nguyeãn Thò Thuøy Traâm", "Traàn Vaên Maãu", "Nöõ"),
}


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_14_old_text_is_recognised_and_offered_both_ways(read: Read, encoding: Encoding) -> None:
    one, other, girl = OLD[encoding]
    rows = [HEAD, [one, "7/5/2016", girl], [other, "8/5/2016", "Nam"]]
    kept, converted = read(rows), read(rows, converted=True)
    columns = kept.offered.old_columns
    assert {(old.column, old.text.encoding) for old in columns} == {(1, encoding), (3, encoding)}
    assert columns[0].text == OldText(encoding, one, "Nguyễn Thị Thùy Trâm")
    assert kept.values("name") == [one, other]
    assert kept.told[2] == ("add", [("unread", girl)])
    assert converted.values("name") == ["Nguyễn Thị Thùy Trâm", "Trần Văn Mẫu"]
    assert converted.values("sex") == ["02", "01"]


@pytest.mark.parametrize(("font", "text"), [(".VnTime", "Lª Hoa"), ("VNI-Times", "Leâ Hoa")])
def test_15_old_text_is_recognised_by_its_font(read: Read, font: str, text: str) -> None:
    def dress(book: Any) -> None:
        for row in range(2, 5):
            book.worksheets[0].cell(row, 1).font = Font(name=font)

    rows = [HEAD, [text, "7/5/2016", "Nam"], ["Mau Hoa", "8/5/2016", "Nam"], ["Mau Lan", "8/5/2016", "Nam"]]
    assert read(rows, dress, converted=True).values("name") == ["Lê Hoa", "Mau Hoa", "Mau Lan"]
    assert read(rows, dress).values("name")[0] == text


def test_16_headings_in_an_old_encoding_too(read: Read) -> None:
    found = read([["Hä vµ tªn", "Ngµy sinh", "Giíi tÝnh"], [OLD[TCVN3][0], "7/5/2016", "N÷"]], converted=True)
    assert found.values("name") == ["Nguyễn Thị Thùy Trâm"]
    assert found.values("sex") == ["02"]

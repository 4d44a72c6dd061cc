"""Days in workbooks: as systems write them, and a column as a whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from forms.entry.written_days import DayOrder
from tests.exports.messy import HEAD, RIGHT, Read, reader


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


@pytest.mark.slow
def test_days_as_systems_write_them(read: Read) -> None:
    days = ["2016-05-07T00:00:00", "'7/5/2016", "ngày 7 tháng 5 năm 2016", "7/5/2016 00:00", 20160507]
    found = read([HEAD, *([f"Mẫu {number}", day, "Nam"] for number, day in enumerate(days))])
    assert found.values("birth_date") == ["2016-05-07"] * len(days)
    assert set(map(str, found.told.values())) == {str(RIGHT)}


def test_a_day_that_no_calendar_has_is_told_as_such(read: Read) -> None:
    found = read([HEAD, ["Mẫu Bé", "30/02/2016", "Nam"], ["Mẫu Lớn", "30/O2/2016", "Nam"]])
    assert found.told == {
        2: ("refuse", [("no_such_day", "30/02/2016")]),
        3: ("refuse", [("no_day", "30/O2/2016")]),
    }


def test_a_day_in_a_column_of_text_is_written_as_people_write_it(read: Read) -> None:
    found = read([[*HEAD, "Địa chỉ"], ["Mẫu Bé", "7/5/2016", "Nam", date(2019, 12, 5)]])
    assert found.told == {2: ("add", [("day", "D2")])}
    assert found.values("address") == ["05/12/2019"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "title", ["Ngày sinh (mm/dd/yyyy)", "NGÀY SINH\n(MM-DD-YYYY)", "Ngày sinh (tháng/ngày/năm)"]
)
def test_a_title_that_says_that_the_month_is_first_asks(read: Read, title: str) -> None:
    head = ["Họ tên", title, "Giới tính"]
    rows = [head, ["Mẫu Bé", "08/05/2016", "Nam"], ["Mẫu Lớn", date(2016, 8, 5), "Nữ"]]
    asked = read(rows)
    assert [field.key for field in asked.offered.sources[0].order_asked] == ["birth_date"]
    assert {number: told for number, (_, told) in asked.told.items()} == {
        2: [("order_asked", "08/05/2016")],
        3: [],
    }
    assert read(rows, day_order=DayOrder.MONTH).values("birth_date") == ["2016-08-05", "2016-08-05"]
    assert read(rows, day_order=DayOrder.DAY).values("birth_date") == ["2016-05-08", "2016-08-05"]
    assert read([head, rows[2]]).offered.sources[0].order_asked == {}


@pytest.mark.parametrize("title", ["Ngày sinh (dd/mm/yyyy)", "Ngày, tháng, năm sinh", "Ngày sinh"])
def test_any_other_title_asks_nothing(read: Read, title: str) -> None:
    rows = [["Họ tên", title, "Giới tính"], ["Mẫu Bé", "08/05/2016", "Nam"]]
    assert read(rows).offered.sources[0].order_asked == {}

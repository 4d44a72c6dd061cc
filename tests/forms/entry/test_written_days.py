"""Days as systems and people write them into lists."""

from __future__ import annotations

from datetime import date

import pytest

from forms.entry.written_days import day_first, has_month_first, is_of_no_calendar, may_be_two_days, plain_day
from forms.model.text import parse_date


@pytest.mark.parametrize(
    "text",
    [
        "2016-05-07T00:00:00", "2016-05-07 00:00:00", "2016-05-07T00:00:00.000Z", "2016-05-07T08:30:00",
        "7/5/2016 0:00", "07/05/2016 12:00:00 AM", "07/05/2016 08:30:00 SA", "'07/05/2016", "“7/5/2016”",
        "7 / 5 / 2016", "07\u00a0/05/2016", "７/５/２０１６", r"7\5\2016", "7,5,2016", "2016/5/7", "2016.05.07",
        "20160507", "07052016", "ngày 7 tháng 5 năm 2016", "Ngày 07 tháng 05, năm 2016", "NGÀY 7 THÁNG 5 NĂM 2016",
        "7 tháng 5 năm 2016", "7 5 2016", "7/5/2016",
    ],
)  # fmt: skip
def test_a_day_in_many_writings_is_that_day(text: str) -> None:
    assert parse_date(plain_day(text)) == date(2016, 5, 7)


def test_eight_digits_have_the_year_where_one_can_be() -> None:
    days = {"20042016": date(2016, 4, 20), "20160420": date(2016, 4, 20), "19112015": date(2015, 11, 19)}
    assert {text: parse_date(plain_day(text)) for text in days} == days


@pytest.mark.parametrize(
    "text",
    ["2016-05-06T17:00:00.000Z", "2016-05-06T17:00:00+00:00", "5/2016", "2016", "O7/05/2016", "tháng 5 năm 2016", "7/5/16", "20161305", "8:30", ""],
)  # fmt: skip
def test_what_may_be_another_day_is_none(text: str) -> None:
    assert parse_date(plain_day(text)) is None


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("30/02/2016", True), ("31-4-2016", True), ("30.2.2015 00:00", True), ("31042016", True),
        ("29/02/2016", False), ("12/31/2015", False), ("32/01/2016", False), ("30/2/16", False), ("30/O2/2016", False),
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_has(text: str, *, is_none: bool) -> None:
    assert is_of_no_calendar(text) is is_none


@pytest.mark.parametrize(
    ("text", "month_first", "either", "turned"),
    [
        ("12/31/2015", True, False, "31/12/2015"), ("12/31/15", True, False, "31/12/15"), ("12312015", True, False, "31/12/2015"),
        ("5/9/2016", False, True, "9/5/2016"), ("5/9/16", False, True, "9/5/16"), ("05092016", False, True, "9/5/2016"),
        ("5/5/2016", False, False, "5/5/2016"), ("25/9/16", False, False, "9/25/16"), ("2016-05-09", False, False, "2016-05-09"),
        ("20160509", False, False, "20160509"), ("0903123456", False, False, "0903123456"),
    ],
)  # fmt: skip
def test_days_that_may_have_the_month_first(
    text: str, turned: str, *, month_first: bool, either: bool
) -> None:
    assert (has_month_first(text), may_be_two_days(text), day_first(text)) == (month_first, either, turned)

"""What numbers, serials and formats of a workbook show."""

import pytest

from exports.reading.number_formats import NumberFormat, day_text, number_format_of, number_text


@pytest.mark.parametrize(
    ("serial", "day"),
    [("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
     ("2958465", "9999-12-31"), ("2958466", None), ("0", "1900-01-00"), ("42614.999999999", "2016-09-02")],
)  # fmt: skip
def test_serials(serial: str, day: str | None) -> None:
    assert day_text(serial, has_time=False, from_1904=False) == day


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        ("dd/mm/yyyy", NumberFormat(True)),
        ("mmm", NumberFormat(True)),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", NumberFormat(True)),
        ("[h]:mm", NumberFormat(True, True)),
        ("h:mm AM/PM", NumberFormat(True, True)),
        ("yyyy\\-mm\\-dd;@", NumberFormat(True)),
        ("General", NumberFormat()),
        ("0", NumberFormat()),
        ("#,##0", NumberFormat()),
        ("0.00E+00", NumberFormat()),
        ('#,##0\\ "đồng/d"', NumberFormat()),
        ("[Red]0.0;[$VND]0", NumberFormat()),
        ("_-* #,##0_d", NumberFormat()),
        ("000000000000", NumberFormat(digits=12)),
        ("0000\\ 000\\ 000", NumberFormat(digits=10)),
        ("[" * 5000, NumberFormat()),
    ],
)
def test_what_a_format_shows(code: str, shows: NumberFormat) -> None:
    assert number_format_of(code) == shows


@pytest.mark.parametrize(
    ("raw", "text"),
    [("79", "79"), ("5.0", "5"), ("12.50", "12.50"), ("8.1999999999999993", "8.2"), ("-0.5", "-0.5"),
     ("0.30000000000000004", "0.3"), ("1.5E-2", "0.015"), ("7.9123456789E+10", "79123456789"),
     ("1E+999", "1E+999"), ("079012345678", "079012345678"), ("-0", "0"), ("NaN", None), ("1_0", None),
     ("٣", None), ("", None), ("9" * 500, "9" * 500), ("1." + "9" * 500, None)],
)  # fmt: skip
def test_numbers_as_they_are_seen(raw: str, text: str | None) -> None:
    assert number_text(raw) == text

"""Vietnamese text: clean form, search without marks, order of names, numbers and dates in and out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.model.text import (
    Finder,
    clean,
    fold,
    format_date,
    format_number,
    matches,
    name_key,
    parse_date,
    parse_decimal,
    parse_int,
    parse_iso,
    plain_number,
    shorten,
    syllable_key,
)

SYLLABLES = [
    "an",
    "àn",
    "ản",
    "ãn",
    "án",
    "ạn",
    "ăn",
    "ằn",
    "ẳn",
    "ẵn",
    "ắn",
    "ặn",
    "ân",
    "ần",
    "ẩn",
    "ẫn",
    "ấn",
    "ận",
    "ba",
    "bà",
    "bả",
    "bã",
    "bá",
    "bạ",
    "da",
    "dạ",
    "dê",
    "dễ",
    "đa",
    "đạ",
    "đê",
    "đễ",
    "en",
    "èn",
    "ẻn",
    "ẽn",
    "én",
    "ẹn",
    "ên",
    "ền",
    "ển",
    "ễn",
    "ến",
    "ện",
    "hoa",
    "hòa",
    "hỏa",
    "hõa",
    "hóa",
    "họa",
    "hoan",
    "hoàn",
    "in",
    "ìn",
    "ỉn",
    "ĩn",
    "ín",
    "ịn",
    "on",
    "òn",
    "ỏn",
    "õn",
    "ón",
    "ọn",
    "ôn",
    "ồn",
    "ổn",
    "ỗn",
    "ốn",
    "ộn",
    "ơn",
    "ờn",
    "ởn",
    "ỡn",
    "ớn",
    "ợn",
    "quy",
    "quỳ",
    "quý",
    "quyên",
    "quyền",
    "quyến",
    "un",
    "ùn",
    "ủn",
    "ũn",
    "ún",
    "ụn",
    "ưn",
    "ừn",
    "ửn",
    "ữn",
    "ứn",
    "ựn",
    "y",
    "ỳ",
    "ỷ",
    "ỹ",
    "ý",
    "ỵ",
]
NAMES = [
    ("An", "2016-01-01", "c0001"),
    ("Trần An", "2016-01-01", "c0002"),
    ("Nguyễn Văn An", "2014-11-20", "c0007"),
    ("Nguyễn Văn An", "2014-11-20", "c0009"),
    ("Nguyễn Văn An", "2015-03-02", "c0004"),
    ("Nguyễn Ánh", "2015-05-05", "c0005"),
    ("Lê Thị Ngọc Ánh", "2015-05-05", "c0006"),
    ("Nguyễn Thị Ân", "2015-05-05", "c0003"),
    ("Dương Dạt", "2015-05-05", "c0010"),
    ("Đỗ Đạt", "2015-05-05", "c0008"),
    ("H'Hoa Êban", "2014-02-02", "c0015"),
    ("H'Hen", "2014-02-02", "c0012"),
    ("Y Krông", "2014-02-02", "c0011"),
    ("H'Hen Niê", "2014-02-02", "c0013"),
    ("Y Krông Niê", "2014-02-02", "c0014"),
    ("Vỏ Thu", "2014-02-02", "c0020"),
    ("Võ Thư", "2014-02-02", "c0019"),
    ("Phạm Thị Thu Trang", "2014-02-02", "c0017"),
    ("Phan Thị Thu Trang", "2014-02-02", "c0018"),
    ("Phạm Thị Thùy Trang", "2014-02-02", "c0016"),
]
ANY_TEXT = st.text(
    st.sampled_from("aăâđĐÐế\u0309\u0301\u00a0\u3000\u200b\u200d\ufeff\t\n\x1b \x07Nguyễn'1.,-")
)


def test_syllables_sort_by_letters_and_then_by_tones() -> None:
    by_code_point = sorted(SYLLABLES)
    assert by_code_point != SYLLABLES
    assert sorted(by_code_point, key=syllable_key) == SYLLABLES


def test_names_sort_by_given_name_then_middle_names_then_family_name() -> None:
    shuffled = sorted(NAMES, key=lambda one: one[2])
    assert sorted(shuffled, key=lambda one: (name_key(one[0]), one[1], one[2])) == NAMES


def test_decomposed_capital_and_composed_names_sort_alike() -> None:
    assert name_key(normalize("NFD", "NGUYỄN VĂN ÁNH")) == name_key("Nguyễn Văn Ánh")
    assert name_key("") == ()


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  Nguyễn   Văn\tAn \n", "Nguyễn Văn An"),
        (normalize("NFD", "Trần Thị Ngọc Ánh"), "Trần Thị Ngọc Ánh"),
        ("Ðặng Ðức", "Đặng Đức"),
        ("Lê\u00a0Hoa", "Lê Hoa"),
        ("An\u200b\ufeff\u200d", "An"),
        ("\x1b[31mĐỏ\x07", "[31mĐỏ"),
        ("An\u2028Bình", "An Bình"),
        ("A\u200b\u0301nh", "Ánh"),
        ("[red]An[/red]", "[red]An[/red]"),
        ("", ""),
    ],
)
def test_text_is_kept_clean(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@pytest.mark.slow
@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    kept = clean(raw)
    assert clean(kept) == kept
    assert is_normalized("NFC", kept)
    assert not any(char in kept for char in "\x1b\x07\t\n\u200b\ufeff\u00a0")


def test_a_long_text_is_shortened_to_the_limit() -> None:
    assert shorten("x" * 60) == "x" * 60
    assert shorten("x" * 61) == "x" * 59 + "…"


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("nguyen duc", "Nguyễn Đức", True),
        ("nguyen duc", "Nguyễn Ðức", True),
        ("duc ng", "Nguyễn Đức", True),
        ("Đức", "Nguyễn Đức", True),
        ("Đưc", "Nguyễn Đức", False),
        ("đức", "Nguyễn Dức", False),
        ("guyen", "Nguyễn Đức", False),
        ("anh", "Lê Thị Ánh", True),
        ("ảnh", "Lê Thị Ánh", False),
        (normalize("NFD", "ánh"), "Lê Thị Ánh", True),
        ("", "Lê Thị Ánh", True),
    ],
)
def test_a_search_without_marks_finds_every_spelling_and_one_with_marks_only_its_own(
    query: str, text: str, found: bool
) -> None:
    assert matches(query, text) is found


def test_folding_takes_marks_and_case_away() -> None:
    assert fold("ĐẶNG Thị Ngọc Ánh") == "dang thi ngoc anh"


# Numbers


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0", 0), ("12", 12), (" 007 ", 7), ("1.234", 1234), ("1.234.567", 1234567), ("9" * 15, 10**15 - 1),
        ("0" * 30 + "5", 5), ("", None), ("-1", None), ("+1", None), ("1,5", None), ("1.23", None), ("12.3456", None),
        ("1234.567", None), ("0.123", None), ("٣", None), ("３", None), ("²", None), ("1 234", None), ("1e3", None),
        ("9" * 16, None), ("9" * 5000, None), ("1_000", None), ("hai", None),
    ],
)  # fmt: skip
def test_a_whole_number_as_typed(typed: str, number: int | None) -> None:
    assert parse_int(typed) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12,5", "12.5"), ("12.5", "12.5"), ("1.234", "1234"), ("1.234,5", "1234.5"), ("1234,567", "1234.567"),
        ("1234.567", "1234.567"), ("0.500", "0.500"), ("0,125", "0.125"), ("7", "7"), ("12,3456", "12.3456"),
        ("1,234,567", None), ("1.23,4", None), (",5", None), ("5,", None), ("-1,5", None), ("1e3", None),
        ("NaN", None), ("Infinity", None), ("٣,٥", None), ("9" * 16, None), ("", None),
    ],
)  # fmt: skip
def test_an_amount_as_typed(typed: str, number: str | None) -> None:
    assert parse_decimal(typed) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("number", "shown", "plain"),
    [
        (0, "0", "0"), (999, "999", "999"), (1234, "1.234", "1234"), (1234567, "1.234.567", "1234567"),
        (Decimal("12.50"), "12,5", "12,5"), (Decimal("1234.567"), "1.234,567", "1234,567"), (-1500, "-1.500", "-1500"),
        (Decimal("1E+3"), "1.000", "1000"), (Decimal("0.001"), "0,001", "0,001"),
    ],
)  # fmt: skip
def test_a_number_as_shown(number: int | Decimal, shown: str, plain: str) -> None:
    assert (format_number(number), plain_number(number)) == (shown, plain)


@pytest.mark.slow
@given(st.integers(0, 10**15 - 1))
def test_a_whole_number_is_read_as_it_is_shown(number: int) -> None:
    assert parse_int(format_number(number)) == number
    assert parse_decimal(plain_number(number)) == number


@given(st.decimals(0, 10**9, places=3))
def test_an_amount_is_read_as_it_is_shown(number: Decimal) -> None:
    assert parse_decimal(format_number(number)) == number


# Dates


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1/9/2019", date(2019, 9, 1)), ("01-09-2019", date(2019, 9, 1)), ("1.9.2019", date(2019, 9, 1)),
        ("01092019", date(2019, 9, 1)), (" 2019-09-01 ", date(2019, 9, 1)), ("29/2/2016", date(2016, 2, 29)),
        ("13/12/2019", date(2019, 12, 13)), ("12/13/2019", None), ("29/2/2019", None), ("31/04/2016", None),
        ("1/9/19", None), ("0/1/2019", None), ("1/9", None), ("1/9/0000", None), ("١/٩/٢٠١٩", None), ("", None),
        ("2019-9-1", None),
    ],
)  # fmt: skip
def test_a_day_as_typed_is_day_first_and_never_swapped(typed: str, day: date | None) -> None:
    assert parse_date(typed) == day


@pytest.mark.parametrize(
    ("typed", "year"),
    [("1/9/19", 2019), ("1/9/20", 1920), ("1/9/85", 1985), ("010919", 2019), ("1-9-00", 2000)],
)
def test_two_digits_of_a_year_mean_the_latest_year_that_is_not_after_today(typed: str, year: int) -> None:
    found = parse_date(typed, date(2019, 9, 19))
    assert found == date(year, 9, 1)


@pytest.mark.parametrize(
    "text", ["2019-02-30", "2019-9-1", "20190901", "2019-09-01T00:00", "01/09/2019", "٢٠١٩-٠٩-٠١"]
)
def test_only_an_iso_day_that_exists_is_one(text: str) -> None:
    assert parse_iso(text) is None


@given(st.dates())
def test_a_day_is_read_as_it_is_shown(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_iso(day.isoformat()) == day


# Many texts searched again and again


BEARERS = ("Nguyễn Thị Hòa", "Nguyễn Thị Hoa", "Trần Văn Hóa", "Đỗ Thị Thúy", "Ðỗ Văn Đức", "Y Krông")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("hoa", ["Nguyễn Thị Hòa", "Nguyễn Thị Hoa", "Trần Văn Hóa"]),
        ("hòa", ["Nguyễn Thị Hòa"]),
        ("hoà", ["Nguyễn Thị Hòa", "Nguyễn Thị Hoa", "Trần Văn Hóa"]),
        ("Thuý", ["Đỗ Thị Thúy"]),
        ("thuy do", ["Đỗ Thị Thúy"]),
        ("duc", ["Ðỗ Văn Đức"]),
        ("ĐỖ", ["Đỗ Thị Thúy"]),
        ("do\u0323\u0302\u0303", ["Đỗ Thị Thúy", "Ðỗ Văn Đức"]),
        ("guy", []),
        ("", list(BEARERS)),
        ("   ", list(BEARERS)),
    ],
)
def test_a_finder_finds_with_without_and_with_wrongly_composed_marks(query: str, found: list[str]) -> None:
    assert [BEARERS[place] for place in Finder(BEARERS).find(query)] == found


def test_a_finder_of_nothing_finds_nothing() -> None:
    for query in ("", "a", "\u0302"):
        assert Finder(()).find(query) == []

"""Values of fields and cells and their JSON: exact numbers, what does not parse, what is no JSON."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.model.table import Figure
from forms.model.values import NotJson, Typed, amount, dumps, figure, loads, parse, whole_number
from forms.sets.mn2019.records import CHILD, FACILITY, STAFF


def nothing(_path: str) -> Any:
    return None


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        ("0", 0), ("-5", -5), ("12.5", Decimal("12.5")), ("12.500", Decimal("12.5")), ("12.0", 12), ("1e3", 1000),
        ("0.1", Decimal("0.1")), ("0.125", Decimal("0.125")), ("1.2345", Decimal("1.2345")), ("-0.0", 0),
        ("999999999999999", 999999999999999), ("1" * 40, Typed("1" * 40)), ("1e999", Typed("1e999")),
        ("0.1234567890123456789", Typed("0.1234567890123456789")), ("1e-999999", Typed("1e-999999")),
    ],
)  # fmt: skip
def test_a_number_is_read_exactly_or_kept_as_typed(literal: str, value: object) -> None:
    found = loads(literal)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "NaN",
        "[Infinity]",
        "-Infinity",
        '{"a": 1, "a": 2}',
        "[" * 100_000,
        b"\xff\xfe\x00",
        "'a'",
        "{a: 1}",
    ],
    ids=lambda text: repr(text)[:20],
)
def test_what_is_no_json_is_told(text: str | bytes) -> None:
    with pytest.raises(NotJson):
        loads(text)


def test_the_message_names_the_line_and_the_key() -> None:
    with pytest.raises(NotJson, match="dòng 2, cột 3"):
        loads("{\n  x")
    with pytest.raises(NotJson, match="«tên» có hai lần"):
        loads('{"tên": 1, "tên": 2}')


def test_typed_values_are_written_and_read_back() -> None:
    assert loads('{"typed": "31/02/2016"}') == Typed("31/02/2016")
    assert loads('{"typed": 5}') == {"typed": 5}
    assert loads('{"typed": "a", "b": 1}') == {"typed": "a", "b": 1}
    assert dumps(Typed("31/02/2016")) == '{"typed":"31/02/2016"}'


@pytest.mark.parametrize("number", [Decimal("5"), Decimal("5.000"), Decimal("5E0")])
def test_equal_amounts_are_written_alike(number: Decimal) -> None:
    assert dumps(number) == "5"


@given(st.decimals(-(10**9), 10**9, places=3))
def test_an_amount_written_and_read_is_the_same(number: Decimal) -> None:
    assert loads(dumps(number)) == number


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text() | st.decimals(0, 10**6, places=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.slow
@given(JSON)
def test_the_written_form_is_the_same_for_the_same_value(value: Any) -> None:
    text = dumps(value)
    assert dumps(loads(text)) == text
    assert "\n" not in text
    json.loads(text)


def test_keys_are_sorted_in_the_canonical_form_and_kept_in_the_indented_one() -> None:
    value = {"b": 1, "a": "Đ"}
    assert dumps(value) == '{"a":"Đ","b":1}'
    assert dumps(value, indent=1, sort=False) == '{\n "b": 1,\n "a": "Đ"\n}'


@pytest.mark.parametrize(
    ("value", "number"),
    [(0, 0), (12, 12), (Decimal("3.0"), 3), (Decimal("3.5"), None), (-1, None), (10**15, None), (True, None),
     ("3", None), (None, None), (Typed("3"), None), (Decimal("1E+20"), None)],
)  # fmt: skip
def test_a_whole_number_is_0_or_more_and_of_at_most_15_digits(value: object, number: int | None) -> None:
    assert whole_number(value) == number
    assert figure(Figure.COUNT, value) == number


@pytest.mark.parametrize(
    ("value", "number"),
    [(0, "0"), (Decimal("0.125"), "0.125"), (Decimal("0.1250"), "0.125"), (Decimal("0.0001"), None),
     (Decimal("-0.5"), None), (10**15, None), (False, None), (Typed("1"), None)],
)  # fmt: skip
def test_an_amount_has_at_most_three_decimals(value: object, number: str | None) -> None:
    assert amount(value) == (None if number is None else Decimal(number))
    assert figure(Figure.AMOUNT, value) == (None if number is None else Decimal(number))


def test_a_figure_of_whole_amount_is_a_whole_number() -> None:
    assert type(figure(Figure.AMOUNT, Decimal("5.000"))) is int


@pytest.mark.parametrize(
    ("record", "key", "value", "wanted"),
    [
        (CHILD, "birth_date", "2016-02-31", None), (CHILD, "birth_date", 20160228, None), (CHILD, "sex", "02", "02"),
        (CHILD, "sex", "2", None), (CHILD, "sex", Typed("02"), None), (CHILD, "boarding", 1, None),
        (CHILD, "boarding", False, False), (CHILD, "ward", "Xã Bình Hòa", "Xã Bình Hòa"), (CHILD, "name", 5, None),
        (FACILITY, "sites", Decimal("2.5"), None), (FACILITY, "room_area_m2", Decimal("2.5"), Decimal("2.5")),
        (STAFF, "language_level", "003", "003"), (STAFF, "language_level", "999", None),
    ],
)  # fmt: skip
def test_what_a_value_means_for_its_field(record: Any, key: str, value: Any, wanted: object) -> None:
    assert parse(record.field_by_key[key], value, nothing) == wanted


def test_a_language_level_belongs_to_its_language() -> None:
    field = STAFF.field_by_key["language_level"]
    assert parse(field, "003", {"language": "01"}.get) == "003"
    assert parse(field, "099", {"language": "01"}.get) is None


def test_a_ward_is_a_code_in_the_city_and_free_text_elsewhere() -> None:
    field = FACILITY.field_by_key["ward"]
    assert parse(field, "26770", {"province": "79"}.get) == "26770"
    assert parse(field, "Thạnh Lộc", {"province": "79"}.get) is None
    assert parse(field, "Thạnh Lộc", {"province": "80"}.get) == "Thạnh Lộc"

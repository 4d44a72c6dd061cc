"""Conditions in words: every conditional field of every record, against the official conditions."""

from __future__ import annotations

from typing import Any

import pytest

from forms.model.condition import Present, at_least, none_of, one_of, yes
from forms.report.checking.condition_words import in_words, required_in_words
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.records import CHILD, CLASS, STAFF
from tests.builders import code_name, official

RECORDS: dict[str, Any] = official("records")["records"]
CONDITIONAL = [
    (record, field)
    for record, facts in RECORDS.items()
    for field in facts["fields"]
    if isinstance(field["required"], dict)
]


def comparisons(condition: dict[str, Any]) -> list[dict[str, Any]]:
    """The comparisons of an official condition, one field each."""
    parts = condition.get("all") or condition.get("any")
    if parts is None:
        return [condition]
    return [found for part in parts for found in comparisons(part)]


@pytest.mark.parametrize(
    ("record", "field"), CONDITIONAL, ids=lambda it: it if isinstance(it, str) else it["key"]
)
def test_every_condition_names_its_fields_and_codes(record: str, field: dict[str, Any]) -> None:
    record_type = FORM.record_by_key[record]
    words = required_in_words(record_type.field_by_key[field["key"]], record_type) or ""
    assert words.startswith("Bắt buộc khi ")
    assert words.endswith(".")
    labels = {item["key"]: item for item in RECORDS[record]["fields"]}
    for comparison in comparisons(field["required"]["when"]):
        asked = labels[comparison["field"]]
        assert asked["label_vi"] in words
        for value in (*comparison.get("in", ()), *comparison.get("not_in", ())):
            wanted = {True: "Có", False: "Không"}.get(value) or code_name(asked["catalogue"], value)
            assert wanted in words
        assert (" khác " in words) == ("not_in" in comparison)
        assert ("chưa có " in words) == (comparison.get("empty") is True)


def test_fields_without_a_condition_have_no_words() -> None:
    for record in FORM.record_by_key.values():
        for field in record.fields:
            assert (required_in_words(field, record) is None) == (field.required.when is None)


@pytest.mark.parametrize(
    ("record", "key", "words"),
    [
        (CHILD, "status_date", "Bắt buộc khi Trạng thái HS khác Đang học."),
        (CLASS, "boarding_kind", "Bắt buộc khi Lớp bán trú là Có."),
        (STAFF, "teaches", "Bắt buộc khi Vị trí việc làm là Giáo viên."),
        (
            CHILD,
            "mother_name",
            "Bắt buộc khi chưa có Họ tên người giám hộ hoặc chưa có Năm sinh người giám hộ.",
        ),
        (
            CHILD,
            "leave_reason",
            "Bắt buộc khi Trạng thái HS là Thôi học kỳ 1, Thôi học kỳ 2 hoặc Thôi học trong hè.",
        ),
        (
            STAFF,
            "vocation_allowance",
            "Bắt buộc khi Vị trí việc làm là Cán bộ quản lý hoặc Giáo viên, đồng thời Hình thức hợp đồng là "
            "Viên chức/Công chức HĐLV không xác định thời hạn hoặc Viên chức/Công chức HĐLV xác định thời hạn.",
        ),
    ],
    ids=lambda it: it if isinstance(it, str) and " " not in it else None,
)
def test_sentences(record: Any, key: str, words: str) -> None:
    assert required_in_words(record.field_by_key[key], record) == words


def test_conditions_in_conditions_are_bracketed() -> None:
    either = one_of("status", "01") | Present("policy")
    assert in_words(yes("boarding") & either, CHILD) == (
        "Trẻ lớp bán trú là Có, đồng thời (Trạng thái HS là Đang học hoặc đã có Đối tượng chính sách)"
    )
    assert in_words(none_of("sex", "01", "02"), CHILD) == "Giới tính khác Nam và Nữ"
    assert in_words(one_of("boarding", False), CHILD) == "Trẻ lớp bán trú là Không"


def test_a_condition_without_words_is_noticed() -> None:
    with pytest.raises(TypeError):
        in_words(at_least("mother_birth_year", 1950), CHILD)
    with pytest.raises(KeyError):
        in_words(yes("class.full_day"), CHILD)

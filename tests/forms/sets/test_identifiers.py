"""Formats of identifiers, phones and e-mail: the official ones, and their own examples."""

from __future__ import annotations

from typing import Any

import pytest

from forms.model.value_format import Format
from forms.sets.mn2019.form import FORM
from tests.builders import official

FORMATS = list(
    dict.fromkeys(field.format for record in FORM.records for field in record.fields if field.format)
)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_is_the_official_one(form: Format) -> None:
    fact = official("identifiers")["fields"][form.name]
    assert form == Format(
        name=form.name,
        severity=fact["severity"],
        regex=tuple(fact["regex"]),
        repair=fact["repair_vi"],
        normalise=tuple(map(tuple, fact["normalise"])),
        loose_regex=fact.get("loose_regex"),
        loose_severity=fact.get("loose_severity", "error"),
        warn_regex=fact.get("warn_when", {}).get("regex"),
        lost_zeros=form.lost_zeros,
        in_words=form.in_words,
        is_year=form.is_year,
    )
    fields = [
        f"{record.key}.{field.key}"
        for record in FORM.records
        for field in record.fields
        if field.format is form
    ]
    assert sorted(fields) == sorted(fact["applies_to"])


def test_there_is_no_format_missing_or_beside() -> None:
    assert {form.name for form in FORMATS} == set(official("identifiers")["fields"])


EXAMPLES = [
    (form, kind, example)
    for form in FORMATS
    for kind in ("accept", "refuse", "normalised", "warn")
    for example in official("identifiers")["fields"][form.name].get(kind, [])
]


@pytest.mark.parametrize(
    ("form", "kind", "example"), EXAMPLES, ids=lambda value: str(getattr(value, "name", value))
)
def test_the_examples_of_a_format_come_out_as_told(form: Format, kind: str, example: Any) -> None:
    if kind == "normalised":
        as_typed, as_stored = example
        assert form.stored(as_typed) == as_stored
        assert form.complaint(as_stored) is None
        return
    assert form.stored(example) == example
    strict = {"968484791", "113"}
    expected = {
        "accept": None,
        "warn": "warning",
        "refuse": form.loose_severity if form.loose_regex and example in strict else form.severity,
    }[kind]
    assert form.complaint(example) == expected


def test_digits_of_other_scripts_are_no_digits() -> None:
    assert not any(form.fits("٠٩٠١٢٣٤٥٦٧") for form in FORMATS)

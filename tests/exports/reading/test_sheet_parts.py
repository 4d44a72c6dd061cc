"""Letters of columns as numbers, as far as a sheet goes."""

from __future__ import annotations

import pytest

from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.sheet_parts import column_number


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("XFD", 16_384)])
def test_a_column_has_a_number(letters: str, number: int) -> None:
    assert column_number(letters) == number


@pytest.mark.parametrize("letters", ["", "XFE", "ZZZ", "AAAA", "a", "Á", "A1"])
def test_what_is_no_column_is_damage(letters: str) -> None:
    with pytest.raises(WorkbookRefused) as refusal:
        column_number(letters)
    assert refusal.value.code == "damaged"

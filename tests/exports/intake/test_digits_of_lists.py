"""Phones and codes in workbooks: what a spreadsheet did to their digits is told, and never made worse."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.model.values import Typed
from tests.exports.messy import HEAD, Read, reader


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


@pytest.mark.slow
def test_digits_that_are_lost_stay_as_they_stand_there(read: Read) -> None:
    head = [*HEAD, "SĐT", "Số định danh cá nhân"]
    found = read([head, ["Mẫu Bé", "7/5/2016", "Nam", "9.01E+08", "7.9316E+10"]])
    assert found.values("phone") == [Typed("9.01E+08")]
    assert found.values("personal_id") == [Typed("7.9316E+10")]
    assert found.told == {2: ("add", [("unread", "9.01E+08"), ("unread", "7.9316E+10")])}


def test_what_was_put_right_or_left_aside_is_told(read: Read) -> None:
    head = [*HEAD, "SĐT", "Số định danh cá nhân"]
    rows = [
        head,
        ["Mẫu Một", "7/5/2016", "Nam", 901234567, "079316000001.0"],
        ["Mẫu Hai", "8/5/2016", "Nữ", "0901 234 567, 907654321", None],
        ["Mẫu Ba", "9/5/2016", "Nữ", "0901 234 567 mẹ", None],
    ]
    found = read(rows)
    assert found.values("phone") == ["0901234567", "0901234567", Typed("0901 234 567 mẹ")]
    assert found.told == {
        2: ("add", [("zero", "0901234567"), ("digits", "«079316000001.0» là «079316000001»")]),
        3: ("add", [("more", "0907654321")]),
        4: ("add", [("unread", "0901 234 567 mẹ")]),
    }

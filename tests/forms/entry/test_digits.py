"""Digits that a spreadsheet has changed: put right where that is exact, else nothing is made of them."""

from __future__ import annotations

import pytest

from forms.entry.digits import Digits, digits_of
from forms.model.value_format import Format
from forms.sets.mn2019.records.identifiers import ID_NUMBER, MINISTRY_ID, PERSONAL_ID, PHONE

PHONES = ("0901234567", "0907654321")


@pytest.mark.parametrize(
    ("form", "text", "digits"),
    [
        (PHONE, "0901.234.567", Digits(PHONES[0])),
        (PHONE, "'+84 901 234 567", Digits(PHONES[0])),
        (PHONE, "０９０１２３４５６７", Digits(PHONES[0])),
        (PHONE, "901234567", Digits(PHONES[0], is_mended=True, zero=True)),
        (PHONE, "901234567.0", Digits(PHONES[0], is_mended=True)),
        (PHONE, "901,234,567", Digits(PHONES[0], is_mended=True)),
        (PHONE, "9.01234567E+08", Digits(PHONES[0], is_mended=True)),
        (PHONE, "9.01E+08", None),
        (PHONE, "9,01E+08", None),
        (PHONE, "0901234567 - 0907.654.321", Digits(PHONES[0], more=PHONES[1:])),
        (PHONE, "901234567/907654321", Digits(PHONES[0], is_mended=True, zero=True, more=PHONES[1:])),
        (PHONE, "0901234567 hoặc 0907654321", Digits(PHONES[0], more=PHONES[1:])),
        (PHONE, "0901234567\n0907654321", Digits(PHONES[0], more=PHONES[1:])),
        (PHONE, "0901 234 567 0907 654 321", Digits(PHONES[0], more=PHONES[1:])),
        (PHONE, "0901234567 (bà)", None),
        (PHONE, "09012345670907654321", None),
        (PERSONAL_ID, "079316000001.0", Digits("079316000001", is_mended=True)),
        (PERSONAL_ID, "7.9316000001E+10", Digits("079316000001", is_mended=True)),
        (PERSONAL_ID, "7.9316E+10", None),
        (PERSONAL_ID, "7931600001", None),
        (MINISTRY_ID, "7931600001.0", Digits("7931600001", is_mended=True)),
        (ID_NUMBER, "1,090,001,234", Digits("001090001234", is_mended=True)),
    ],
    ids=str,
)
def test_digits(form: Format, text: str, digits: Digits | None) -> None:
    assert digits_of(form, text) == digits

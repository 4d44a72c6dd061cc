"""What fits a format, how bad what does not is, and how a value is brought to its stored form."""

from __future__ import annotations

import pytest

from forms.model.issue import Severity
from forms.model.value_format import Format

STRICT = Format("strict", Severity.WARNING, (r"\d{3}", r"\d{5}"), "")
LOOSE = STRICT.but(loose_regex=r"\d{1,6}", warn_regex=r"0+")


@pytest.mark.parametrize(
    ("form", "text", "complaint"),
    [
        (STRICT, "123", None),
        (STRICT, "12345", None),
        (STRICT, "1234", Severity.WARNING),
        (STRICT, "123x", Severity.WARNING),
        (STRICT, "000", None),
        (LOOSE, "123", None),
        (LOOSE, "000", Severity.WARNING),
        (LOOSE, "1234", Severity.WARNING),
        (LOOSE, "1234567", Severity.ERROR),
        (LOOSE, "x", Severity.ERROR),
    ],
)
def test_what_does_not_fit_is_as_bad_as_it_is_far_away(
    form: Format, text: str, complaint: Severity | None
) -> None:
    assert form.complaint(text) is complaint


def test_patterns_are_applied_in_order_to_clean_text() -> None:
    form = STRICT.but(normalise=((r"\+84", "0"), (r"[ .]", "")))
    assert form.stored("  +84 90.1\u200b ") == "0901"

"""What the codes of a profile are called."""

from __future__ import annotations

from exports.district.sizes import size_words as words
from forms.sets.form_set import FormSet


def name_of(form: FormSet, field: str, code: str) -> str:
    """What a code of the profile's *field* is called; what is no code as it was typed."""
    known = form.facility.field_by_key.get(field)
    if not code or known is None:
        return code or words.UNTOLD
    return known.codes.name(code) or code

"""What the codes of a profile are called."""

from __future__ import annotations

from exports.district.sizes import size_words as words
from forms.model.record import FieldRole
from forms.sets.form_set import FormSet


def name_of(form: FormSet, role: FieldRole, code: str) -> str:
    """What a code is called in the profile's field that tells *role*; what is no code as it was typed."""
    known = form.facility.field_by_role.get(role)
    if not code or known is None or known.catalogue is None:
        return code or words.UNTOLD
    return known.codes.name(code) or code

"""The value of a field as the owner reads it."""

from __future__ import annotations

from typing import Any

from forms.dossier.roster import Subject
from forms.report.checking.messages import full_value


def field_value(subject: Subject, key: str) -> str:
    """The value in words; a computed one is worked out, one that is not there is empty."""
    value = subject.record.get(key)
    field = subject.type.field_by_key[key]
    if value is None and field.computed:
        computed: Any = subject.get(key)
        value = computed
    return "" if value is None else full_value(subject, field, value)

"""What the records of a report were, as its changes tell: also of those that are in no list any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from forms.dossier.content import Edit
from forms.dossier.dossier import Change
from forms.dossier.mentions.person_facts import PersonFacts
from forms.sets.form_set import FormSet

State = tuple[str, str, Mapping[str, Any]]
"""The list, the ref, and the record: whole, or the values of an edit of it."""


def record_states(changes: Iterable[Change], place: str, form: FormSet) -> Iterator[Mapping[str, Any]]:
    """What the record at *place* (``children/c0003``) was."""
    for part, ref, state in _states(changes, form):
        if f"{part}/{ref}" == place:
            yield state


def facts_of_the_past(changes: Iterable[Change], form: FormSet) -> PersonFacts:
    """What all records were known by."""
    facts = PersonFacts()
    for part, _, state in _states(changes, form):
        facts.know(form.record_by_place[part], state)
    return facts


def _states(changes: Iterable[Change], form: FormSet) -> Iterator[State]:
    for change in changes:
        for edit in change.edits:
            if edit.path[0] in form.list_places:
                yield from _of(edit)


def _of(edit: Edit) -> Iterator[State]:
    for value in (edit.old, edit.new):
        match edit.path:
            case (part,):
                yield from ((part, ref, record) for ref, record in (value or {}).items())
            case (part, ref):
                yield part, ref, value or {}
            case (part, ref, field) if value is not None:
                yield part, ref, {field: value}

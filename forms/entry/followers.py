"""What follows when a value decides what other fields may hold: a province its districts, a district its wards.

What a person entered stays, a default goes with the value that it stood beside.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from forms.dossier.roster import Roster, Subject
from forms.entry.field_text import decides, options
from forms.model.record import Field
from forms.model.values import Value, is_coded


class Followed(NamedTuple):
    """The *values* to put, with what follows; the defaults that were *dropped*, and what is *doubtful* beside them now."""

    values: Mapping[str, Value | None]
    dropped: tuple[Field, ...] = ()
    doubtful: tuple[Field, ...] = ()


def followed(
    roster: Roster, subject: Subject, values: Mapping[str, Value | None], defaults: Collection[str]
) -> Followed:
    """What follows from putting *values* into the record; *defaults* are the fields that nobody has confirmed."""
    changed = {key for key, value in values.items() if value is not None and value != subject.record.get(key)}
    put, dropped, doubtful = dict(values), [], []
    for field in subject.type.fields:
        entered = subject.record.get(field.key)
        if field.key in values or entered is None or not any(decides(key, field) for key in changed):
            continue
        record = {key: value for key, value in {**subject.record, **put}.items() if value is not None}
        after = roster.stranger(subject.type, subject.place, subject.number, record)
        if is_coded(field, after.entered):
            if any(item.code == entered for item in options(field, after, roster)):
                continue
            if field.key in defaults:
                put[field.key] = None
                dropped.append(field)
                continue
        elif is_coded(field, subject.entered) and isinstance(entered, str):
            put[field.key] = field.codes.name(entered)  # a code says nothing where words stand
        doubtful.append(field)
    return Followed(put, tuple(dropped), tuple(doubtful))

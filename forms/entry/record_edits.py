"""Entering records: new ones with sensible defaults, copies of a value, deletions, moves. Edits only; the caller commits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from forms.dossier.campaign import letter_of, subject_of
from forms.dossier.content import NUMBERS_GIVEN, Content, Edit
from forms.dossier.roster import Subject
from forms.model.record import RecordType
from forms.model.values import Record, Value


def subjects(content: Content, record: RecordType) -> Sequence[Subject]:
    """Those of a type, in entry order: the records of the report, or the one letter."""
    return (subject_of(content),) if record is content.form.letter else content.roster.of(record.key)


def new_profile(content: Content) -> Record:
    """What the profile of a new report begins with: what can be only so."""
    return {**content.form.facility.defaults, **content.form.profiles.get(content.year.start, {})}


def begun_profile(content: Content) -> Record:
    """The profile of a new report before anything is typed."""
    return {**content.form.of_year(content.year.start), **new_profile(content)}


def is_untouched(content: Content) -> bool:
    """Whether nothing was entered yet: there is no more than what a new report begins with."""
    form = content.form
    filled = {place for place, part in content.tree.items() if part}
    return (
        filled <= {"school_year", "form", NUMBERS_GIVEN, form.letter.place, form.facility.place}
        and content.facility.items() <= begun_profile(content).items()
    )


def presets(content: Content, record: RecordType) -> Record:
    """What holds where nothing is entered: what the letter says."""
    return letter_of(content) if record is content.form.letter else {}


def new_record(
    content: Content, record: RecordType, given: Record | None = None
) -> tuple[str, tuple[Edit, ...]]:
    """The ref of a new record at the end of its list, and the edits that make it: defaults, then *given*."""
    (ref,), edits = new_records(content, record, [given or {}])
    return ref, edits


def new_records(
    content: Content, record: RecordType, given: Iterable[Record], *, filled: bool = True
) -> tuple[tuple[str, ...], tuple[Edit, ...]]:
    """As ``new_record``, several at once; not *filled*: exactly what is given, without defaults."""
    known = content.records(record.place)
    refs = content.new_refs(record)
    previous: Record = list(known.values())[-1] if known else {}
    edits: list[Edit] = []
    new_refs: list[str] = []
    for index, fields in enumerate(given, len(known)):
        ref = next(refs)
        previous = _filled(content, record, previous, fields) if filled else dict(fields)
        edits.append(Edit((record.place, ref), None, previous, index))
        new_refs.append(ref)
    if new_refs:
        path = (NUMBERS_GIVEN, record.letter)
        edits.append(Edit(path, content.value(path), int(new_refs[-1][1:])))
    return tuple(new_refs), tuple(edits)


def beginning(content: Content, record: RecordType) -> Subject:
    """The record that the next new one begins as; it is in no list yet and its place has no ref."""
    known = list(content.records(record.place).values())
    fields = _filled(content, record, known[-1] if known else {}, {})
    return content.roster.stranger(record, f"{record.place}/", len(known) + 1, fields)


def _filled(content: Content, record: RecordType, previous: Record, given: Record) -> Record:
    fields: dict[str, Any] = dict(record.defaults)
    facility = content.facility
    # the district of the facility is one of its province: a child of another has neither
    alike = takewhile(
        lambda name: given.get(name, facility.get(name)) == facility.get(name), record.from_facility
    )
    for source, names in ((facility, alike), (previous, record.from_previous)):
        fields |= {name: source[name] for name in names if name in source}
    return fields | dict(given)


def delete_records(content: Content, record: RecordType, refs: Iterable[str]) -> tuple[Edit, ...]:
    """The edits that take records away; undo puts each back in its place."""
    gone = set(refs)
    known = list(content.records(record.place).items())
    return tuple(
        Edit((record.place, ref), old, None, index)
        for index, (ref, old) in reversed(list(enumerate(known)))
        if ref in gone
    )


def set_fields(
    content: Content, record: RecordType, refs: Iterable[str], values: Mapping[str, Value | None]
) -> tuple[Edit, ...]:
    """The edits that give many records the same values, None to empty them: moved to a class, leavers marked."""
    paths = [
        ((record.place, ref, key), value)
        for ref in refs
        if ref in content.records(record.place)
        for key, value in values.items()
    ]
    return tuple(
        Edit(path, content.value(path), value) for path, value in paths if content.value(path) != value
    )

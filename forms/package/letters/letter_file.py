"""Writing and reading the file of a letter: its school year, and the fields of the form's ``letter`` in its place.

Unlike a package it is refused where a value does not parse: who is given it cannot know what was meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.dossier.campaign import letter_of
from forms.dossier.content import Content, Edit
from forms.dossier.roster import SchoolYear, Subject
from forms.model.declared import Frozen
from forms.model.record import FieldType
from forms.model.text import shorten
from forms.model.values import Absence, Record, Typed, Value, dumps
from forms.package.letters import letter_file_words as words
from forms.package.parts import FORM_KEY, Offence, PackageRefused, PartReader, form_of_file, join, naming
from forms.package.reader import parsed
from forms.sets.form_set import FormSet

LETTER_FORMAT = "nhomtre-campaign/1"


class LetterFile(Frozen):
    """The letter of a school year as a file has it. *record* has fields of the ``letter`` of *form*, all of which parse."""

    form: FormSet
    year: SchoolYear
    record: Record


def write_letter(file: LetterFile) -> str:
    """The file: one JSON text, the fields in the order of the form."""
    letter = file.form.letter
    fields = {field.key: file.record[field.key] for field in letter.fields if field.key in file.record}
    parts = {
        "format": LETTER_FORMAT,
        **naming(file.form),
        "school_year": str(file.year),
        letter.place: fields,
    }
    return dumps(parts, indent=1, sort=False) + "\n"


def read_letter(data: bytes) -> LetterFile:
    """The letter in a file. Raises PackageRefused with every offence."""
    raw = parsed(data)
    if not isinstance(raw, Mapping) or raw.get("format") != LETTER_FORMAT:
        raise PackageRefused([Offence("", words.NO_LETTER.format(format=LETTER_FORMAT))])
    form = form_of_file(raw)
    reader, place = PartReader(form), form.letter.place
    for key in raw:
        if key not in ("format", FORM_KEY, "school_year", place):
            reader.refuse(join("", key), words.UNKNOWN_PART)
    year = reader.school_year(raw.get("school_year"))
    record = reader.record(form.letter, raw.get(place, {}), place)
    if year is not None:
        _refuse_what_does_not_parse(reader, Subject(form.letter, place, 1, record, year, form))
    if not record and not reader.offences:
        reader.refuse(place, words.EMPTY)
    if reader.offences or year is None:
        raise PackageRefused(reader.offences)
    return LetterFile(form, year, record)


def _refuse_what_does_not_parse(reader: PartReader, subject: Subject) -> None:
    for key, value in subject.record.items():
        field, path = subject.type.field_by_key[key], join(subject.place, key)
        text = value.text if isinstance(value, Typed) else str(value)
        if subject.get(key) is None:
            sentence = words.NO_SUCH_DAY if field.type is FieldType.DATE else words.NO_SUCH_VALUE
            reader.refuse(path, sentence.format(text=shorten(text)))
        elif field.max_length is not None and len(text) > field.max_length:
            reader.refuse(path, words.TOO_LONG.format(length=len(text), most=field.max_length))


def edits_to(content: Content, record: Record) -> tuple[Edit, ...]:
    """The edits that make *record* the letter of *content*: what it does not say is told by no other letter, either."""
    letter, known, entered = content.form.letter, letter_of(content), content.entry(content.form.letter)
    wanted = {field.key: _entered(record.get(field.key), known.get(field.key)) for field in letter.fields}
    return tuple(
        Edit((letter.place, key), entered.get(key), value)
        for key, value in wanted.items()
        if entered.get(key) != value
    )


def _entered(value: Value | None, known: Any) -> Value | None:
    """What is entered over the *known* letter of the year so that *value* holds."""
    if value is None:
        return None if known is None else Typed(Absence.NOTHING.value)
    return None if value == known else value

"""Which field a title means: words, not spellings. Marks, case, blanks, line breaks and the order of words do not matter.

A column's titles are a path, the outermost first: («Thông tin cha», «Họ và tên»).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from exports.intake.title_words import (
    HALVES,
    HINTS,
    NEUTRAL,
    PEOPLE_AND_PLACES,
    SAME,
    SYSTEMS,
    Half,
)
from forms.entry.old_fonts import Encoding, convert
from forms.model.record import Field, FieldType, RecordType
from forms.model.text import clean, fold

Words = tuple[str, ...]
Path = tuple[str, ...]


class ColumnUse(NamedTuple):
    """What a column holds: a field, a *half* of it, or, for a choice, a mark that means the code *marks*.

    A column of days under the name of a code (birth dates of boys, of girls) holds the day and means the code of the
    field *also*, too. A cell that does not fit the format of *field* and fits that of *instead* is of that one, and an
    empty column is for *empty*.
    """

    field: Field
    half: Half | None = None
    marks: str | None = None
    also: Field | None = None
    instead: Field | None = None
    empty: Field | None = None


@lru_cache(16384)
def normal(title: str) -> str:
    """A title as it is compared: ``Họ tên (*)`` over two lines is ``ho ten``."""
    return " ".join(re.findall(r"[0-9a-z]+", fold(clean(title))))


def field_of(record: RecordType, title: str) -> Field | None:
    """The field of *record* that stands under *title*; also where it is written in an old encoding, or with a hint."""
    titles, known = _titled(record), _known(record)
    if field := titles.get(normal(title)):
        return field
    return next((known[words] for words in _spellings(title) if words in known), None)


def use_of(record: RecordType, path: Path) -> ColumnUse | None:
    """What a column under the titles *path* holds of *record*; None when nothing says so."""
    *above, title = path
    if not above:
        return _alone(record, title)
    for start in range(len(above)):
        if field := _joined(record, above[start:], title):
            return ColumnUse(field)
    over = use_of(record, tuple(above))
    if over and over.half is None and over.marks is None:
        if half := _half(over.field, title):
            return ColumnUse(over.field, half)
        if code := _marked(record, title):
            is_day = over.field.type is FieldType.DATE
            if is_day or over.field is code.field:
                return ColumnUse(over.field, None, code.marks, code.field if is_day else None)
    own = _alone(record, title)
    says_whose = any(PEOPLE_AND_PLACES & set(_words(text)) for text in above)
    return None if says_whose else own


@cache
def titles_of(record: RecordType) -> frozenset[str]:
    """The normal titles by which lists of *record* are known."""
    return frozenset(_titled(record))


def _alone(record: RecordType, title: str) -> ColumnUse | None:
    if shared := _shared(record).get(normal(title)):
        first, second, empty = shared
        return ColumnUse(first, instead=second, empty=empty)
    if field := field_of(record, title):
        return ColumnUse(field)
    name = record.field_by_key.get("name")
    if name and (half := _half(name, title)):
        return ColumnUse(name, half)
    return _marked(record, title)


def _half(field: Field, title: str) -> Half | None:
    halves = (Half.DAY, Half.MONTH, Half.YEAR) if field.type is FieldType.DATE else (Half.FAMILY, Half.GIVEN)
    if field.type is not FieldType.DATE and field.key != "name":
        return None
    return next((half for half in halves if normal(title) in HALVES[half]), None)


def is_half(title: str) -> bool:
    """Whether *title* is that of a column that holds a part of a field."""
    return any(normal(title) in titles for titles in HALVES.values())


def _marked(record: RecordType, title: str) -> ColumnUse | None:
    """The code whose own name the title is, of a field with two codes: a cross under «Nữ»."""
    for field in record.fields:
        if (
            field.type is FieldType.CHOICE
            and field.catalogue
            and field.required.always
            and len(field.catalogue.items) == 2
        ):
            for item in field.catalogue.items:
                if normal(item.name) == normal(title) and fold(title) == fold(item.name):
                    return ColumnUse(field, None, item.code)
    return None


def _joined(record: RecordType, above: Sequence[str], title: str) -> Field | None:
    """The field that the titles mean together: «Cha» over «Họ và tên»."""
    outer = [word for text in above for word in _words(text) if word not in NEUTRAL]
    known = _known(record)
    for words in _spellings(title):
        if field := known.get(tuple(sorted({*words, *outer}))):
            return field
    return None


@cache
def _titled(record: RecordType) -> Mapping[str, Field]:
    """Normal title → field."""
    return {normal(title): field for title, field in _titles(record)}


@cache
def _shared(record: RecordType) -> Mapping[str, tuple[Field, Field, Field]]:
    """Normal title → the two fields of which either may be meant, and the one for which an empty column is."""
    fields = record.field_by_key
    return {
        normal(title): (fields[first], fields[second], fields[empty])
        for title, (first, second, empty) in record.shared_titles.items()
    }


@cache
def _known(record: RecordType) -> Mapping[Words, Field]:
    """Words of a title → field."""
    return {_words(title): field for title, field in _titles(record)}


def _titles(record: RecordType) -> Iterator[tuple[str, Field]]:
    """The titles of each field, the surest last: the variants of others, then its own."""
    for title, (key, *_) in record.shared_titles.items():
        yield title, record.field_by_key[key]
    for key, titles in record.foreign_titles.items():
        for title in titles:
            yield title, record.field_by_key[key]
    for field in record.fields:
        for title in _own(field):
            yield title, field


def _own(field: Field) -> Iterator[str]:
    if field.upload:
        yield field.upload[1]
        yield field.label
        if field.exchange:
            yield field.exchange
    else:
        yield field.label


@lru_cache(16384)
def _words(title: str) -> Words:
    text = f" {normal(title)} "
    for words, same in SAME:
        if words in text:
            text = text.replace(f" {words} ", f" {same} " if same else " ")
    return tuple(sorted(set(text.split())))


@lru_cache(4096)
def _spellings(title: str) -> tuple[Words, ...]:
    """The words of a title as it may be meant: as it stands, without a hint, read as an old encoding."""
    texts = [title] if title.isascii() else [title, *(convert(title, encoding) for encoding in Encoding)]
    spellings = dict.fromkeys(map(_words, texts))
    for text in texts:
        before, bracket, hint = clean(text).rpartition("(")
        if bracket and (normal(hint) in HINTS or any(f" {name} " in f" {normal(hint)} " for name in SYSTEMS)):
            spellings[_words(before)] = None
    return tuple(words for words in spellings if words)

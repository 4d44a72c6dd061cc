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
    MARKED,
    NEUTRAL,
    NUMBERED,
    PEOPLE_AND_PLACES,
    SAME,
    SYSTEMS,
    Half,
)
from forms.entry.old_fonts import Encoding, convert
from forms.model.record import Field, FieldRole, FieldType, RecordType
from forms.model.text import clean, fold

Words = tuple[str, ...]
Path = tuple[str, ...]


_IN_BRACKETS = r"\([^()]*\)?"
_WORD = r"[^\W_]+"
_MONTH_FIRST = r"\bmm?\W{0,3}dd?\b|\bthang\W{1,3}ngay\b"

YEAR_OF_BIRTH: Words = ("nam", "sinh")
"""The words of a title under which whole days stand as often."""


class ColumnUse(NamedTuple):
    """What a column holds: a field, a *half* of it, or, for a choice, a mark that means the code *marks*.

    A column of days under the name of a code (birth dates of boys, of girls) holds the day and means the code of the
    field *also*, too; one that may be a *half* as well («Nam», «Năm») is it where the other halves are there.
    A cell that does not fit the format of *field* and fits that of *instead* is of that one, and an
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
    return next((field for (text,) in _ways((title,)) if (field := _field(record, text))), None)


def counts_rows(title: str) -> bool:
    """Whether a column of that title numbers the rows, or holds nothing of a record in another way."""
    return any(normal(text) in NUMBERED for (text,) in _ways((title,)))


def says_month_first(path: Path) -> bool:
    """Whether titles say that the month stands first in the days below: «Ngày sinh (mm/dd/yyyy)»."""
    return any(re.search(_MONTH_FIRST, fold(clean(title))) for way in _ways(path) for title in way)


def _field(record: RecordType, title: str) -> Field | None:
    if field := _titled(record).get(normal(title)):
        return field
    known = _known(record)
    return next((known[words] for words in _spellings(record, title) if words in known), None)


@lru_cache(16384)
def use_of(record: RecordType, path: Path) -> ColumnUse | None:
    """What a column under the titles *path* holds of *record*; None when nothing says so. Also in an old encoding.

    First in the way of reading that makes words of titles of all of *path*, then in one that does so of its last.
    """
    return next((use for _, use in _uses(record, path)), None)


def _uses(record: RecordType, path: Path) -> Iterator[tuple[Path, ColumnUse]]:
    """*path* in each way of reading that makes something of it, and what."""
    ways = [way for way in _ways(path) if _may_be_title(record, way[-1])]
    ways.sort(key=lambda way: not all(_may_be_title(record, title) for title in way))
    return ((way, use) for way in ways if (use := _use(record, way)))


def _ways(path: Path) -> Iterator[Path]:
    """*path* as it stands, and as the old encodings read it."""
    yield path
    if not all(map(str.isascii, path)):
        yield from (tuple(_converted(title, encoding) for title in path) for encoding in Encoding)


@lru_cache(16384)
def _converted(title: str, encoding: Encoding) -> str:
    return convert(title, encoding)


@lru_cache(16384)
def _may_be_title(record: RecordType, title: str) -> bool:
    """Whether all its words, what stands in brackets left away, are of titles."""
    return words_of_titles(record).issuperset(normal(re.sub(_IN_BRACKETS, " ", title)).split())


def _use(record: RecordType, path: Path) -> ColumnUse | None:
    *above, title = path
    if not above:
        return _alone(record, title)
    over = _use(record, tuple(above))
    half = _half(over.field, title) if over and over.half is None and over.marks is None else None
    if over and half:
        code = _marked(record, title) if over.field.type is FieldType.DATE else None
        return ColumnUse(over.field, half, code and code.marks, code and code.field)
    for start in range(len(above)):
        if field := _joined(record, above[start:], title):
            return ColumnUse(field)
    if over and over.half is None and over.marks is None and (code := _marked(record, title)):
        is_day = over.field.type is FieldType.DATE
        if is_day or over.field is code.field:
            return ColumnUse(over.field, None, code.marks, code.field if is_day else None)
    own = _alone(record, title)
    says_whose = any(PEOPLE_AND_PLACES & set(_words(text)) for text in above)
    return None if says_whose and PEOPLE_AND_PLACES.isdisjoint(_words(title)) else own


@cache
def titles_of(record: RecordType) -> frozenset[str]:
    """The normal titles by which lists of *record* are known."""
    return frozenset(_titled(record))


@cache
def words_of_titles(record: RecordType) -> frozenset[str]:
    """All words that may stand in titles of *record*, and those that stand around them."""
    same = (words for words, _ in (*SAME, *MARKED))
    halves = (title for titles in HALVES.values() for title in titles)
    texts = (
        *titles_of(record),
        *HINTS,
        *SYSTEMS,
        *NEUTRAL,
        *NUMBERED,
        *record.sheet_words,
        *halves,
        *map(fold, same),
    )
    return frozenset(word for text in texts for word in text.split())


def of_whom(record: RecordType, path: Path) -> Path:
    """The words of titles that say whose something is: a parent's, a guardian's."""
    titles = next((way for way, _ in _uses(record, path)), ())
    words = (word for title in titles for word in _words(title))
    return tuple(word for word in words if word in PEOPLE_AND_PLACES)


def _alone(record: RecordType, title: str) -> ColumnUse | None:
    words = next((words for words in _spellings(record, title) if words in _known(record)), ())
    if shared := _shared(record).get(words):
        first, second, empty = shared
        return ColumnUse(first, instead=second, empty=empty)
    if field := _field(record, title):
        return ColumnUse(field)
    name, birth = record.field_by_key.get("name"), record.field_by_role.get(FieldRole.BORN)
    if name and (half := _half(name, title)):
        return ColumnUse(name, half)
    if birth and _words(title) == YEAR_OF_BIRTH:
        return ColumnUse(birth, Half.YEAR)
    return _marked(record, title)


def _half(field: Field, title: str) -> Half | None:
    halves = (
        (Half.DAY, Half.MONTH, Half.YEAR)
        if field.type is FieldType.DATE
        else (Half.FAMILY, Half.MIDDLE, Half.GIVEN)
    )
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
                if _as_spelled(item.name) in map(_as_spelled, _without_hints(title)):
                    return ColumnUse(field, None, item.code)
    return None


def _as_spelled(title: str) -> list[str]:
    return re.findall(_WORD, clean(title).casefold())


def _joined(record: RecordType, above: Sequence[str], title: str) -> Field | None:
    """The field that the titles mean together: «Cha» over «Họ và tên», «Thường trú» over «Tỉnh»."""
    outer = {word for text in above for word in _words(text) if word not in NEUTRAL}
    known, shared = _known(record), _shared(record)
    spellings = _spellings(record, title)
    before = {word for text in above for word in _as_spelled(text)}
    for own in spellings:
        words = tuple(sorted({*own, *outer}))
        if outer.issuperset(own) and before.isdisjoint(_as_spelled(title)):
            continue  # «Tỉnh» below «Giới tính» says something else
        if words in known and words not in shared:
            return known[words]
    fields = (known[words] for words in spellings if words in known and words not in shared)
    return next((field for field in fields if outer and outer <= set(_words(field.label))), None)


@cache
def _titled(record: RecordType) -> Mapping[str, Field]:
    """Normal title → field."""
    return {normal(title): field for title, field in _titles(record)}


@cache
def _shared(record: RecordType) -> Mapping[Words, tuple[Field, Field, Field]]:
    """Words of a title → the two fields of which either may be meant, and the one for which an empty column is."""
    fields = record.field_by_key
    return {
        _words(title): (fields[first], fields[second], fields[empty])
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
    return tuple(sorted(set(_same(title).split())))


def _same(title: str) -> str:
    """The words of a title as they are compared, in their order, a blank around each."""
    marked = f" {' '.join(_as_spelled(title))} "
    for words, same in MARKED:
        marked = marked.replace(f" {words} ", f" {same} ")
    text = f" {normal(marked)} "
    for words, same in SAME:
        if words in text:
            text = text.replace(f" {words} ", f" {same} " if same else " ")
    return text


@lru_cache(4096)
def _spellings(record: RecordType, title: str) -> tuple[Words, ...]:
    """The words of a title as it may be meant: as it stands, without a hint, without whom the list is of."""
    texts = [*_without_hints(title)]
    spellings = dict.fromkeys(map(_words, texts))
    for text in texts:
        own = f" {normal(text)} "
        for words in record.sheet_words:
            own = own.replace(f" {words} ", " ")
        if own.strip() != normal(text):
            spellings[_words(own)] = None
    return tuple(words for words in spellings if words)


def _without_hints(title: str) -> Iterator[str]:
    """A title as it stands, then without the hints behind it, one after another."""
    yield title
    before, bracket, hint = clean(title).rpartition("(")
    while bracket and _is_hint(hint):
        yield before
        before, bracket, hint = before.rpartition("(")


def _is_hint(text: str) -> bool:
    """Whether what stands in brackets tells how to fill a column, or the system that the list is for."""
    plain = normal(text)
    return HINTS.issuperset(plain.split()) or any(f" {name} " in f" {plain} " for name in SYSTEMS)

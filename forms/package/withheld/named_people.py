"""Whether words that somebody typed tell who a child, a parent or a member of staff is.

Rather too often than too seldom: what is left out is told to the sender, who can word it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from forms.dossier.content import Content
from forms.model.record import Field, FieldType, RecordType
from forms.model.text import clean, fold, parse_iso, syllable_key
from forms.model.values import Record, Typed, absence_of
from forms.package.withheld import withheld_words as words

NAME = "name"
"""The field of a record whose last word somebody is called by."""
LEAST_DIGITS = 6
"""Of a number that means one person: fewer may be a count, a year, a row of the form."""
LEAST_LETTERS = 6
"""Of a name that is found even where its words are run together."""

_DAY = re.compile(r"(?=(?<!\d)(\d{1,2})\D{1,10}(\d{1,2})\D{1,10}(\d{4}|\d{2})(?!\d))")
_DAY_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)")
_DAY_IN_A_RUN = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{4}|\d{2})(?!\d)")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.,()/+\-]+(?=\d)")

Spelling = tuple[tuple[int, ...], tuple[int, ...]]
"""The letters of a syllable, i and y alike, and its tone wherever it stands: Hoà is Hòa, Mĩ is Mỹ."""

_ADDRESSED_WITHOUT_MARKS = frozenset(map(fold, words.ADDRESSED_AS))
((_I,), _), ((_Y,), _) = map(syllable_key, "iy")


class NamedPeople:
    """The people of a dossier, as words may name them: by name, day of birth, number, code, address of mail."""

    def __init__(self, content: Content) -> None:
        self._names: set[tuple[str, ...]] = set()
        self._given: set[Spelling] = set()
        self._given_without_marks: set[str] = set()
        self._days: set[date] = set()
        self._numbers: set[str] = set()
        self._codes: set[str] = set()
        self._bare_codes: set[str] = set()
        """Of letters alone: in their very spelling, since they may be a word."""
        for record in content.form.lists:
            fields = identifying_fields(record)
            for item in content.records(record.place).values():
                self._know(fields, item)
        self._public = tuple(_phrases(content))

    def _know(self, fields: tuple[Field, ...], item: Record) -> None:
        for field in fields:
            value = item.get(field.key)
            text = value.text if isinstance(value, Typed) else value
            if not isinstance(text, str) or absence_of(value):
                continue
            if field.type is FieldType.DATE:
                self._days.update(_days_in(text))
                self._codes.update({fold(text)} if isinstance(value, Typed) else ())
            elif field.format is not None and field.format.in_words:
                self._know_name(text, is_own=field.key == NAME)
            else:
                digits = re.sub(r"\D", "", text).lstrip("0")
                if len(digits) >= LEAST_DIGITS:
                    self._numbers.add(digits)
                if not text.isdigit():
                    has_signs = re.search(r"[\d@]", text)
                    (self._codes if has_signs else self._bare_codes).add(fold(text) if has_signs else text)

    def _know_name(self, text: str, *, is_own: bool) -> None:
        parts = tuple(_words(fold(text)))
        if len(parts) > 1:
            self._names.add(parts)
        if is_own:
            given = _LETTERS.findall(clean(text))[-1:]
            self._given.update(map(_spelling, given))
            self._given_without_marks.update(map(fold, given))

    def are_in(self, text: str) -> bool:
        """Whether *text* tells of one of them."""
        text = clean(text)
        for phrase in self._public:
            text = phrase.sub(" ", text)
        return self._by_number(text) or self._by_name(text)

    def _by_number(self, text: str) -> bool:
        if not self._days.isdisjoint(_days_in(text)):
            return True
        joined = _BETWEEN_DIGITS.sub("", text)
        if any(number in joined for number in self._numbers):
            return True
        folded = fold(text)
        return any(_stands_in(folded, code) for code in self._codes) or any(
            _stands_in(text, code) for code in self._bare_codes
        )

    def _by_name(self, text: str) -> bool:
        folded = _words(fold(text))
        line, run = f" {' '.join(folded)} ", "".join(folded)
        for name in self._names:
            whole = "".join(name)
            if f" {' '.join(name[-2:])} " in line or (len(whole) >= LEAST_LETTERS and whole in run):
                return True
        return self._by_given_name(text)

    def _by_given_name(self, text: str) -> bool:
        is_address = False
        for word in _LETTERS.findall(text):
            # without marks it may be any spelling
            if _has_marks(word):
                is_name, addresses = _spelling(word) in self._given, word.casefold() in words.ADDRESSED_AS
            else:
                is_name, addresses = (
                    fold(word) in self._given_without_marks,
                    fold(word) in _ADDRESSED_WITHOUT_MARKS,
                )
            if is_name and (word[0].isupper() or is_address):
                return True
            is_address = addresses
        return False


def identifying_fields(record: RecordType) -> tuple[Field, ...]:
    """The fields that tell who a record is of; none of a class."""
    of_facts = {key for keys in record.facts for key in keys}
    return tuple(
        field
        for field in record.fields
        if field.key in of_facts or (field.type is FieldType.TEXT and field.format is not None)
    )


def _phrases(content: Content) -> Iterator[re.Pattern[str]]:
    """What the profile says in several words travels anyway: the name of the facility may hold that of a child."""
    for value in content.facility.values():
        if isinstance(value, str) and len(value.split()) > 1:
            yield re.compile(rf"(?<!\w){re.escape(value)}(?!\w)", re.IGNORECASE)


def _stands_in(text: str, code: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(code)}(?!\w)", text) is not None


def _has_marks(text: str) -> bool:
    return fold(text) != text.casefold()


def _spelling(word: str) -> Spelling:
    letters, tones = syllable_key(word.casefold())
    return tuple(_I if letter == _Y else letter for letter in letters), tuple(sorted(filter(None, tones)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _days_in(text: str) -> Iterator[date]:
    """Every day that *text* may tell; years of two digits are of this century or of the last one."""
    for day, month, year in (*_DAY.findall(text), *_DAY_IN_A_RUN.findall(text)):
        for century in ("",) if len(year) == 4 else ("19", "20"):
            yield from _day(f"{century}{year}", month, day)
    for year, month, day in _DAY_YEAR_FIRST.findall(text):
        yield from _day(year, month, day)


def _day(year: str, month: str, day: str) -> Iterator[date]:
    found = parse_iso(f"{year}-{month:0>2}-{day:0>2}")
    if found is not None:
        yield found

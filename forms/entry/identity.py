"""Which record a row from elsewhere names: by its code, or by name and birth date, with or without marks.

A row that differs from a record in one of the facts that tell who it is names none: it is like that record, and a
person says whether it corrects it or is of another one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from forms.dossier.roster import Subject
from forms.entry.meaning import spelled
from forms.model.record import FieldRole, RecordType
from forms.model.text import fold
from forms.model.values import Record, Typed, Value


class Name(NamedTuple):
    """What names a record: *level* 0 is the surest; its words without marks, and as they are spelled."""

    level: int
    folded: tuple[str, ...]
    spelled: tuple[str, ...]

    @property
    def is_plain(self) -> bool:
        """Whether it is written without marks."""
        return self.folded == self.spelled


def names_of(record: RecordType, values: Record) -> list[Name]:
    """What names the record, the surest first; only what is complete and parses."""
    names = []
    for level, keys in enumerate(record.named_by):
        texts = [str(values[key]) for key in keys if key in values and not isinstance(values[key], Typed)]
        if len(texts) == len(keys):
            names.append(Name(level, tuple(map(fold, texts)), tuple(map(spelled, texts))))
    return names


class Known:
    """Finds the records that a row names."""

    def __init__(self, record: RecordType, subjects: Iterable[Subject]) -> None:
        self._record = record
        self._found: dict[tuple[int, tuple[str, ...]], list[tuple[Name, Subject]]] = {}
        for subject in subjects:
            for name in names_of(record, subject.record):
                self._found.setdefault((name.level, name.folded), []).append((name, subject))

    def find(self, values: Record) -> tuple[Name | None, list[Subject], bool]:
        """The records of the surest name that any bears, that name, and whether all is spelled alike.

        Marks tell children apart (An, Ân); only where the row or the record has none at all they do not.
        """
        best: tuple[Name | None, list[Subject], bool] = (None, [], False)
        for name in names_of(self._record, values):
            bearers = self._found.get((name.level, name.folded), ())
            exact = [subject for other, subject in bearers if other.spelled == name.spelled]
            loose = [subject for other, subject in bearers if name.is_plain or other.is_plain]
            subjects = exact or loose
            if best[0]:  # several bear the surer name: those that bear this one too
                subjects = [subject for subject in best[1] if subject in subjects] or best[1]
            if subjects:
                best = best[0] or name, subjects, best[2] or bool(exact)
            if len(subjects) == 1:
                break
        return best


class Comparison(NamedTuple):
    """Which facts of a row are those of a record; *differing* are the fields where another value stands."""

    common: tuple[str, ...]
    differing: tuple[str, ...]
    facts_apart: int

    @property
    def is_same(self) -> bool:
        """Whether nothing speaks against the row being of that record."""
        return not self.facts_apart


def compared(record: RecordType, before: Record, values: Record) -> Comparison:
    """The facts of a row beside those of a record; what one of them does not tell says nothing."""
    common: list[str] = []
    differing: list[str] = []
    facts_apart = 0
    for fact in record.facts:
        told = [(key, before.get(key), values.get(key)) for key in fact]
        both = {
            key: _is_same_text(old, new)
            for key, old, new in told
            if isinstance(old, str) and isinstance(new, str)
        }
        common += [key for key, is_same in both.items() if is_same]
        differing += [key for key, is_same in both.items() if not is_same]
        facts_apart += not all(both.values())
    return Comparison(tuple(common), tuple(differing), facts_apart)


def _is_same_text(old: str, new: str) -> bool:
    if spelled(old) == spelled(new):
        return True
    folded = fold(old)
    return folded == fold(new) and (folded == spelled(old) or fold(new) == spelled(new))


class Like(NamedTuple):
    """A record that a row is like in all but one fact, or whose code it bears."""

    subject: Subject
    comparison: Comparison


class Kin:
    """Finds the records that a row is like. What is looked up is what two writings of one person share."""

    def __init__(self, record: RecordType, subjects: Iterable[Subject]) -> None:
        self._record, self._subjects = record, subjects
        self._codes = {
            key for fact in record.facts if any((one,) in record.named_by for one in fact) for key in fact
        }

    @cached_property
    def _found(self) -> Mapping[tuple[str, ...], Sequence[Subject]]:
        found: dict[tuple[str, ...], list[Subject]] = {}
        if self._record.facts:
            for subject in self._subjects:
                for clue in self._clues(subject.record):
                    found.setdefault(clue, []).append(subject)
        return found

    def like(self, values: Record) -> Like | None:
        """The record that the row is most like."""
        if not self._found:
            return None
        near = {
            subject.place: subject
            for clue in self._clues(values)
            for subject in self._found.get(clue, ())[:MOST_ALIKE]
        }
        alike = [Like(subject, compared(self._record, subject.record, values)) for subject in near.values()]
        return min(
            (like for like in alike if self._is_like(like, values)),
            key=lambda like: self._distance(like, values),
            default=None,
        )

    def _clues(self, values: Record) -> Iterator[tuple[str, ...]]:
        """A code, the name, a parent beside the name or the birth date, and all words of the name but one beside that."""
        texts = {
            key: text
            for fact in self._record.facts
            for key in fact
            if isinstance(text := values.get(key), str)
        }
        yield from ((key, fold(texts[key])) for key in texts.keys() & self._codes)
        words = fold(texts.get("name", "")).split()
        apart = [(key, fold(texts[key])) for key in self._record.apart_by if key in texts]
        if words:
            yield from (("name", *words, *other) for other in apart)
            yield "name", *words
        day = self._record.field_by_role.get(FieldRole.BORN)
        born = texts.get(day.key) if day else None
        if born:
            yield from ((born, *other) for other in apart)
            yield born, "name", *words
            for place in range(len(words)):
                yield born, "name", *words[:place], *words[place + 1 :]

    def _is_like(self, like: Like, values: Record) -> bool:
        common = like.comparison.common
        if self._codes.intersection(common):
            return True
        if like.comparison.facts_apart > 1:
            return False
        return (
            "name" in common or len(common) > 1 or _is_nearly(_name_of(like.subject.record), _name_of(values))
        )

    @staticmethod
    def _distance(like: Like, values: Record) -> tuple[int, float, int]:
        names = _name_of(like.subject.record), _name_of(values)
        return like.comparison.facts_apart, -_likeness(*names), like.subject.number


MOST_ALIKE = 8
"""So many records that share one thing with a row are compared with it."""
LEAST_LIKENESS = 0.6
"""So like are the letters of a word and of what it is written as by mistake."""


def _name_of(values: Record) -> str:
    return fold(str(values.get("name", "")))


def _is_nearly(old: str, new: str) -> bool:
    """Whether two names differ in some letters of one word, or in a word between the family's and the given name."""
    before, after = old.split(), new.split()
    if not before or not after:
        return False
    if "".join(before) == "".join(after):
        return True
    gone, come = (
        [word for word in before if word not in after],
        [word for word in after if word not in before],
    )
    if max(len(gone), len(come)) > 1:
        return False
    is_between = (before[0], before[-1]) == (after[0], after[-1])
    return is_between or _likeness("".join(gone), "".join(come)) >= LEAST_LIKENESS


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old, new).ratio()


class Met:
    """The rows met so far, in all sources of one record type: who came before."""

    def __init__(self) -> None:
        self._new: dict[tuple[int, tuple[str, ...]], list[tuple[Name, _Row]]] = {}
        self._named: dict[str, list[_Row]] = {}
        self._places: dict[str, tuple[str, int]] = {}
        self._corrected: dict[str, tuple[str, int]] = {}

    def claim(self, subject: Subject, where: tuple[str, int]) -> tuple[str, int] | None:
        """Take an existing record for a row; the earlier row that has it already, if any."""
        first = self._places.setdefault(subject.place, where)
        return None if first == where else first

    def correct(self, subject: Subject, where: tuple[str, int]) -> tuple[str, int] | None:
        """As ``claim``, for a record that a person chose for a row."""
        first = self._corrected.setdefault(subject.place, where)
        return None if first == where else first

    def taken_by(self, subject: Subject) -> tuple[str, int]:
        """The row that has taken that record."""
        return self._places[subject.place]

    def is_free(self, subject: Subject) -> bool:
        """Whether no row has taken that record."""
        return subject.place not in self._places

    def add(
        self, names: Sequence[Name], where: tuple[str, int], apart: Mapping[str, str] | None = None
    ) -> "Earlier | None":
        """Take in a new record; the earlier row that named the same or nearly the same, if any. A surer name that differs decides.

        What stands *apart*, such as the name of the mother, makes another of one that bears the same name.
        """
        own = _Row(names, where, apart or {})
        found = [
            Earlier(row.where, Likeness.SAME if other.spelled == name.spelled else Likeness.NEARLY)
            if not (name.level and _stand_apart(row, own))
            else Earlier(row.where, Likeness.NAMESAKE)
            for name in names
            for other, row in self._new.get((name.level, name.folded), ())
            if other.spelled == name.spelled or name.is_plain or other.is_plain
            if not _differ(row.names, names, name.level)
        ]
        earlier = min(found, key=lambda row: row.likeness, default=None) or self._of_another_day(own)
        if earlier is None or earlier.likeness > Likeness.NEARLY:
            for name in names:
                self._new.setdefault((name.level, name.folded), []).append((name, own))
                if len(name.folded) > 1:
                    self._named.setdefault(name.folded[0], []).append(own)
        return earlier

    def _of_another_day(self, own: "_Row") -> "Earlier | None":
        """The first row of the same name and of another day, where nothing else tells the two apart."""
        name = next((name for name in own.names if len(name.folded) > 1), None)
        if name is None:
            return None
        for row in self._named.get(name.folded[0], ()):
            other = next(each for each in row.names if len(each.folded) > 1)
            if name.spelled[0] != other.spelled[0] and not name.is_plain and not other.is_plain:
                continue
            if not _stand_apart(row, own) and not _differ(row.names, own.names, name.level):
                return Earlier(row.where, Likeness.OTHER_DAY)
        return None


class Likeness(IntEnum):
    """How a row is like an earlier one, the surest first."""

    SAME = 0
    NEARLY = 1
    NAMESAKE = 2
    OTHER_DAY = 3


class Earlier(NamedTuple):
    """An earlier row that a new one is like."""

    where: tuple[str, int]
    likeness: Likeness


class _Row(NamedTuple):
    names: Sequence[Name]
    where: tuple[str, int]
    apart: Mapping[str, str]


def _stand_apart(before: _Row, row: _Row) -> bool:
    return any(fold(text) != fold(before.apart.get(key, text)) for key, text in row.apart.items())


def _differ(before: Sequence[Name], names: Sequence[Name], level: int) -> bool:
    surer = {name.level: name.spelled for name in before if name.level < level}
    return any(name.level in surer and surer[name.level] != name.spelled for name in names)


def same_value(old: Value | None, new: Value) -> bool:
    """Whether *new*, read off a cell, is what stands there already; an unread text may be how *old* is written."""
    if isinstance(new, Typed) and isinstance(old, str):
        return new.text == old
    return old == new and isinstance(old, bool) is isinstance(new, bool)


def is_poorer(old: Value | None, new: Value) -> bool:
    """Whether a name is the same without its marks, its capitals or its small letters: nothing to take over."""
    if not (isinstance(old, str) and isinstance(new, str)) or fold(old) != fold(new):
        return False
    if fold(new) == new.casefold() and fold(old) != old.casefold():
        return True
    return old.casefold() == new.casefold() and not (is_written_oddly(old) and not is_written_oddly(new))


def has_small_initial(name: str) -> bool:
    """Whether a word of a name begins with a small letter."""
    return any(word[0].islower() for word in name.split())


def is_written_oddly(name: str) -> bool:
    """Whether a name is not written as names are: a word in small letters, or capitals within one; all in capitals is."""
    words = re.findall(r"[^\W\d_]+", name)
    return name.isupper() or any(not (word[0].isupper() and word[1:] == word[1:].lower()) for word in words)

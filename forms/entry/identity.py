"""Which record a row from elsewhere names: by its code, or by name and birth date, with or without marks."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from forms.dossier.roster import Subject
from forms.entry.meaning import spelled
from forms.model.record import RecordType
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


class Met:
    """The rows met so far, in all sources of one record type: who came before."""

    def __init__(self) -> None:
        self._new: dict[tuple[int, tuple[str, ...]], list[tuple[Name, _Row]]] = {}
        self._places: dict[str, tuple[str, int]] = {}

    def claim(self, subject: Subject, where: tuple[str, int]) -> tuple[str, int] | None:
        """Take an existing record for a row; the earlier row that has it already, if any."""
        first = self._places.setdefault(subject.place, where)
        return None if first == where else first

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
        earlier = min(found, key=lambda row: row.likeness, default=None)
        if earlier is None or earlier.likeness is Likeness.NAMESAKE:
            for name in names:
                self._new.setdefault((name.level, name.folded), []).append((name, own))
        return earlier


class Likeness(IntEnum):
    """How a row is like an earlier one, the surest first."""

    SAME = 0
    NEARLY = 1
    NAMESAKE = 2


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
    """Whether a name is the same without its marks or its small letters: nothing to take over."""
    if not (isinstance(old, str) and isinstance(new, str)) or fold(old) != fold(new):
        return False
    plain = fold(new) == new.casefold() and fold(old) != old.casefold()
    return plain or (new.isupper() and not old.isupper())

"""The records of a list, column by column: what many of them have alike is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence, Set
from datetime import date
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from forms.model.record import Field, FieldType, RecordType
from forms.model.values import Value, parse
from forms.sets.form_set import Linked

if TYPE_CHECKING:
    from forms.dossier.roster import Subject

Question = tuple[Callable[["Subject", str], Any], str]
"""What is asked of a record, and about what: ``told`` and a path."""

Said = TypeVar("Said")

SAMPLES = 3
"""Records that are asked first, to learn what is asked at all."""
_MEANT_AS_STORED = {FieldType.TEXT: str, FieldType.BOOL: bool}
"""Types of fields whose values mean what they are, if they are of that class."""
_EMPTY = type(None)


def told(subject: Subject, path: str) -> Any:
    """The question for the value behind a path."""
    return subject.get(path)


class Columns:
    """Many *subjects* of one type; each column is in their order."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self.subjects = subjects
        self._records = [subject.record for subject in subjects]
        self._answers: dict[Question, Sequence[Any]] = {}
        self._classes: dict[str, Set[type]] = {}
        self._stored: dict[str, Sequence[Value | None]] = {}
        self._meanings: dict[str, Mapping[Value | None, Any] | None] = {}

    @property
    def record_type(self) -> RecordType:
        """Their type. Raises IndexError where there is none of them."""
        return self.subjects[0].type

    @cached_property
    def filled(self) -> frozenset[str]:
        """The fields that hold something in any of the records."""
        return frozenset().union(*self._records)

    def stored(self, key: str) -> Sequence[Value | None]:
        """What the records hold in a field."""
        known = self._stored.get(key)
        if known is None:
            none = key not in self.filled
            known = self._nothing if none else [record.get(key) for record in self._records]
            self._stored[key] = known
        return known

    def classes(self, key: str) -> Set[type]:
        """Of what classes the values are that the records hold in a field; where one is empty, that of None as well."""
        known = self._classes.get(key)
        if known is None:
            known = self._classes[key] = {*map(type, self.stored(key))}
        return known

    def meanings(self, field: Field) -> Mapping[Value | None, Any] | None:
        """Each value that the field holds → what it means; None where that depends on another field, or on the class of the value (1 equals True)."""
        if field.key not in self._meanings:
            self._meanings[field.key] = self._meanings_of(field)
        return self._meanings[field.key]

    def _meanings_of(self, field: Field) -> Mapping[Value | None, Any] | None:
        stored = self.stored(field.key)
        classes = self.classes(field.key) - {_EMPTY}
        if len(classes) > 1 or not field.stands_alone:
            return None
        if classes == {_MEANT_AS_STORED.get(field.type)}:
            return dict(zip(stored, stored, strict=True))
        return {value: None if value is None else parse(field, value, _no_other) for value in {*stored}}

    def values(self, path: str) -> Sequence[Any]:
        """``Subject.get`` of each."""
        return self.answers((told, path))

    def answers(self, question: Question) -> Sequence[Any]:
        """What each of them answers."""
        known = self._answers.get(question)
        if known is None:
            ask, what = question
            known = self._values(what) if ask is told else [ask(each, what) for each in self.subjects]
            self._answers[question] = known
        return known

    def _values(self, path: str) -> Sequence[Any]:
        if not self.subjects:
            return []
        field = self.record_type.field_by_key.get(path)
        if field is not None and not field.computed:
            if path not in self.filled:
                return self._nothing
            meanings = self.meanings(field)
            if meanings is None:
                return self.said_of_each(partial(_mean, field))[0]
            return [*map(meanings.__getitem__, self.stored(path))]
        computed = self.subjects[0].form.computed.get((self.record_type.key, path))
        if computed is not None:
            return self.said_of_each(partial(_work_out, computed))[0]
        owner, _, rest = path.partition(".")
        if not rest:
            return self._nothing
        owners = self.answers((_owner, owner))
        told = {one: None if one is None else one.get(rest) for one in {*owners}}
        return [*map(told.__getitem__, owners)]

    def said_of_each(
        self, say: Callable[[Subject], tuple[Said, Iterable[Question]]]
    ) -> tuple[Sequence[Said], Iterable[Question]]:
        """What *say* says of each, and what it asks to say it. Who answers alike is said alike: one of them is asked.

        *say* tells with every record the questions that it put to that one.
        """
        questions: dict[Question, None] = {}
        for subject in islice(self.subjects, SAMPLES):
            questions |= dict.fromkeys(say(subject)[1])
        while True:
            rows = self._alike(questions)
            said: dict[Hashable, Said] = {}
            for row, subject in dict(zip(rows, self.subjects, strict=True)).items():
                said[row], asked = say(subject)
                more = [question for question in asked if question not in questions]
                if more:
                    questions |= dict.fromkeys(more)
                    break
            else:
                return [*map(said.__getitem__, rows)], questions

    def _alike(self, questions: Collection[Question]) -> Sequence[Hashable]:
        """Something of each that is the same for those who answer all of these alike."""
        return self.answers(*questions) if len(questions) == 1 else self.rows(questions)

    def rows(self, questions: Collection[Question]) -> Sequence[tuple[Any, ...]]:
        """What each of them answers to all of these."""
        columns = [self.answers(question) for question in questions]
        return [*zip(*columns, strict=True)] if columns else [()] * len(self.subjects)

    @cached_property
    def _nothing(self) -> Sequence[None]:
        return [None] * len(self.subjects)


class _Noting:
    """A record that notes what is asked of it while a field is worked out."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self.type = subject.type
        self.asked: dict[Question, None] = {}

    @property
    def reference_date(self) -> date:
        return self._subject.reference_date

    @property
    def members(self) -> Sequence[Linked]:
        self.asked[_itself, ""] = None
        return self._subject.members

    def get(self, path: str) -> Any:
        self.asked[told, path] = None
        return self._subject.get(path)


def _owner(subject: Subject, owner: str) -> Subject | None:
    return subject.related(owner)


def _itself(subject: Subject, _what: str) -> Subject:
    return subject


def _work_out(computed: Callable[[Linked], Any], subject: Subject) -> tuple[Any, Iterable[Question]]:
    noting = _Noting(subject)
    return computed(noting), noting.asked


def _mean(field: Field, subject: Subject) -> tuple[Any, Iterable[Question]]:
    value, noting = subject.record.get(field.key), _Noting(subject)
    meaning = None if value is None else parse(field, value, noting.get)
    return meaning, {(_as_stored, field.key): None, **noting.asked}


def _as_stored(subject: Subject, key: str) -> tuple[type, Value | None]:
    value = subject.record.get(key)
    return type(value), value


def _no_other(path: str) -> Any:
    raise LookupError(path)

"""A record as the rules see it: it notes what they asked beyond the record itself, and what they were told.

What a rule says of a record stays true while the record is the same and every question has the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from forms.dossier.roster import Subject, reach
from forms.dossier.value_columns import Question, told
from forms.model.record import RecordType
from forms.model.values import Record
from forms.sets.form_set import FormSet, Reach

Answers = tuple[tuple[Question, Any], ...]
AnswersByReach = tuple[Answers, Answers, Answers]
"""From the class and through it from the profile, from the profile alone, from the lists."""


class RecordView:
    """One record on the day *today*. *asked* is question → how far one has to look for the answer, and the answer.

    With *notes_own* also what is read of the record itself is noted.
    """

    __slots__ = ("_near", "_notes_own", "asked", "form", "place", "subject", "today", "type")

    def __init__(self, subject: Subject, today: date, *, notes_own: bool = False) -> None:
        self.subject = subject
        self.type, self.form, self.place = subject.type, subject.form, subject.place
        self.today = today
        self.asked: dict[Question, tuple[Reach, Any]] = {}
        self._notes_own = notes_own
        self._near: set[str] = set() if notes_own else _NEAR.setdefault((self.form, self.type), set())

    @property
    def record(self) -> Record:
        """The record as stored."""
        return self.itself().record

    @property
    def reference_date(self) -> date:
        """The day that the figures of its report are of."""
        return self.subject.reference_date

    def itself(self) -> Subject:
        """The record for those who read nothing beyond it."""
        if self._notes_own:
            self._ask(Reach.RECORD, _record, "")
        return self.subject

    @property
    def was_read_whole(self) -> bool:
        """Whether more was read of the record than what it says to a path; it is known where *notes_own*."""
        return (_record, "") in self.asked

    @property
    def name(self) -> str:
        """Its name, or its number in the list."""
        if _is_named(self.subject) and not self._notes_own:
            return self.subject.name
        return str(self._ask(Reach.LISTS, _name_of, ""))

    def get(self, path: str) -> Any:
        """The value behind a path, as ``Subject.get``."""
        if path in self._near:
            return self.subject.get(path)
        far = reach(self.form, self.type.key, path)
        if far is Reach.RECORD and not self._notes_own:
            self._near.add(path)
            return self.subject.get(path)
        return self._ask(far, told, path)

    def has_class(self) -> bool:
        """Whether the record belongs to a class."""
        return bool(self._ask(Reach.CLASS, _is_linked, self._owner))

    def class_name(self) -> str:
        """The name of its class, or ''."""
        group = self.subject.related(self._owner)
        far = Reach.CLASS if group is None or _is_named(group) else Reach.LISTS
        return str(self._ask(far, _name_of, self._owner))

    @property
    def _owner(self) -> str:
        return self.form.owner_of[self.type.key]

    def answers(self) -> Answers:
        """The questions with their answers."""
        return tuple((question, answer) for question, (_, answer) in self.asked.items())

    def answers_by_reach(self) -> AnswersByReach:
        """``answers`` by how far one had to look."""
        return by_reach((question, far, answer) for question, (far, answer) in self.asked.items())

    def _ask(self, far: Reach, ask: Callable[[Subject, str], Any], what: str) -> Any:
        answer = ask(self.subject, what)
        self.asked[ask, what] = far, answer
        return answer


_NEAR: dict[tuple[FormSet, RecordType], set[str]] = {}
"""Form and type of record → paths that are known to reach no further than the record."""


def by_reach(asked: Iterable[tuple[Question, Reach, Any]]) -> AnswersByReach:
    """Questions with their answers, by how far one had to look."""
    of_class, of_facility, of_lists = [], [], []
    for question, far, answer in asked:
        if far is Reach.LISTS:
            of_lists.append((question, answer))
            continue
        of_class.append((question, answer))
        if far is Reach.FACILITY:
            of_facility.append((question, answer))
    return tuple(of_class), tuple(of_facility), tuple(of_lists)


def answers_still(subject: Subject, answers: Answers) -> bool:
    """Whether *subject* gives the same answers."""
    return all(ask(subject, what) == answer for (ask, what), answer in answers)


def _is_named(subject: Subject) -> bool:
    """Whether the record has a name and is not told by its number in the list."""
    name = subject.record.get("name")
    return isinstance(name, str) and bool(name)


def _record(subject: Subject, _what: str) -> Record:
    return subject.record


def _is_linked(subject: Subject, owner: str) -> bool:
    return subject.related(owner) is not None


def _name_of(subject: Subject, owner: str) -> str:
    other = subject.related(owner) if owner else subject
    return other.name if other else ""

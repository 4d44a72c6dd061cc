"""Which of many records the rules may have a word about: each rule is asked once for all that give it the same answers.

A rule says of a record what follows from the answers to its questions (``record_view``). So whoever answers all that it
asks like one of whom it says nothing is passed over; the others it is asked of one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import compress, count
from typing import Any

from forms.dossier.roster import Subject
from forms.dossier.value_columns import Columns, Question, told
from forms.model.issue import Issue
from forms.model.record import Field
from forms.model.rules.record_rule import RecordRule
from forms.model.values import Typed, Value
from forms.report.checking.on_records import (
    FieldRules,
    is_required,
    is_right,
    issues_of_field,
    issues_of_rule,
)
from forms.report.checking.record_view import AnswersByReach, RecordView, by_reach
from forms.sets.form_set import Reach

Ask = Callable[[RecordView], Iterable[Issue]]

_PERHAPS_EMPTY = (type(None), Typed)
"""Nothing, or words such as those that it is not known."""


class Glance:
    """At the records of *columns*, one or more, on the day *today*."""

    def __init__(
        self, on_fields: FieldRules, on_one: Sequence[RecordRule], columns: Columns, today: date
    ) -> None:
        self.columns = columns
        self.beyond: dict[Question, Reach] = {}
        """What was asked beyond a record."""
        self.asks: dict[int, list[Ask]] = {}
        """Place of a record → whom to ask what they say of it. All others have nothing to say."""
        self._today = today
        self._far: dict[Question, Reach] = {}
        for field in columns.record_type.fields:
            if not field.computed:
                places = {*self._missing(field), *self._wrong(field)}
                self._note(places, partial(issues_of_field, on_fields, field))
        for rule in on_one:
            self._note(self._spoken_of(rule), partial(issues_of_rule, rule))

    def _note(self, places: Iterable[int], ask: Ask) -> None:
        for place in places:
            self.asks.setdefault(place, []).append(ask)

    def _missing(self, field: Field) -> Iterator[int]:
        """Where the field is empty and must not be."""
        if not field.required.ever or self.columns.classes(field.key).isdisjoint(_PERHAPS_EMPTY):
            return iter(())
        stored = self.columns.stored(field.key)
        empty = [place for place, value in enumerate(stored) if type(value) in _PERHAPS_EMPTY]
        if (when := field.required.when) is None:
            return iter(empty)
        asked = [path for path in when.paths() if path in self.columns.filled]
        halves = [half for path in asked for half in (self.columns.stored(path), self.columns.values(path))]
        entered = [*zip(*halves, strict=True)] if halves else [()] * len(stored)
        one_of_each = {entered[place]: self.columns.subjects[place] for place in empty}
        required = {alike for alike, one in one_of_each.items() if is_required(field.required, one)}
        return (place for place in empty if entered[place] in required)

    def _wrong(self, field: Field) -> Iterator[int]:
        """Where the field holds something that is not right for it."""
        columns = self.columns
        if field.key not in columns.filled:
            return iter(())
        stored = columns.stored(field.key)
        meanings = columns.meanings(field)
        if meanings is not None:
            wrong = {
                value for value, meaning in meanings.items() if not self._is_right(field, value, meaning)
            }
            return (place for place, value in enumerate(stored) if value in wrong) if wrong else iter(())
        held = [*zip(map(type, stored), stored, columns.values(field.key), strict=True)]
        wrongly = {one for one in {*held} if not self._is_right(field, *one[1:])}
        return (place for place, one in enumerate(held) if one in wrongly)

    def _is_right(self, field: Field, value: Value | None, meaning: Any) -> bool:
        return value is None or is_right(self.columns.record_type, field, value, meaning)

    def _spoken_of(self, rule: RecordRule) -> Iterator[int]:
        """Where the rule speaks, or may."""
        speaks, questions = self.columns.said_of_each(partial(self._ask, rule))
        self.beyond |= {
            question: far for question in questions if (far := self._far[question]) is not Reach.RECORD
        }
        return compress(count(), speaks)

    def _ask(self, rule: RecordRule, subject: Subject) -> tuple[bool, Iterable[Question]]:
        """Whether *rule* may speak, and what it asks before; the words of what it says ask for more."""
        view = RecordView(subject, self._today, notes_own=True)
        speaks = any(True for _ in issues_of_rule(rule, view)) or view.was_read_whole
        asked = {
            question: far for question, (far, _) in view.asked.items() if not speaks or question[0] is told
        }
        self._far |= asked
        return speaks, asked

    def answers_beyond(self) -> Sequence[AnswersByReach]:
        """``RecordView.answers_by_reach`` of each, of all that was asked of any."""
        kept: dict[tuple[Any, ...], AnswersByReach] = {}
        asked = self.beyond.items()
        for answers in (given := self.columns.rows(self.beyond)):
            if answers not in kept:
                kept[answers] = by_reach(
                    (question, far, answer) for (question, far), answer in zip(asked, answers, strict=True)
                )
        return [kept[answers] for answers in given]

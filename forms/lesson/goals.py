"""What a task wants, each kind a check of where the learner stands; no goal knows a key or a screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from forms.dossier.content import Content, Path
from forms.dossier.place_names import exists, title_of
from forms.dossier.roster import SchoolYear, Subject
from forms.lesson import goal_words as words
from forms.lesson.standing import Deed, Standing
from forms.model.declared import Frozen
from forms.model.issue import Issue, blocking
from forms.model.place import Place
from forms.model.text import fold, format_number, shorten
from forms.model.values import Typed, Value
from forms.report.checking.messages import shown_value

LONGEST_ISSUE = 90
"""Characters of an issue in what is left."""


class Goal(Protocol):
    """A check. Each thing that is still to be done is a sentence: the fewer, the nearer."""

    @property
    def deed(self) -> Deed:
        """What brings it nearer."""

    def left(self, standing: Standing) -> list[str]:
        """What is still to be done, the first in words; nothing once it is reached."""


class _OfContent(Frozen):
    deed = Deed.CHANGE


class ValueIs(_OfContent):
    """A field of a record, or a cell, holds that value."""

    place: Place
    value: Value

    def left(self, standing: Standing) -> list[str]:
        """What stands there instead."""
        content = standing.content
        value = content.value(path_of_place(self.place))
        if value == self.value:
            return []
        where = title_of(self.place, content)
        if value is None:
            return [words.IS_EMPTY.format(where=where)]
        return [words.IS_NOW.format(where=where, value=_shown_at(self.place, value, content))]


class HasRecord(_OfContent):
    """A list has a record with those values, the first of which names it."""

    place: str
    values: Mapping[str, Value]

    def left(self, standing: Standing) -> list[str]:
        """That it is missing, or which fields of the nearest one differ."""
        content = standing.content
        record = content.form.record_by_place[self.place]
        (key, name), *others = self.values.items()
        named = [
            subject for subject in content.roster.of(record.key) if _is_same(subject.record.get(key), name)
        ]
        if not named:
            missing = words.NO_RECORD.format(word=record.word.lower(), name=name)
            return [missing, *[""] * len(others)]
        return min((list(self._wrong(subject)) for subject in named), key=len)

    def _wrong(self, subject: Subject) -> Iterator[str]:
        for key, wanted in self.values.items():
            value = subject.record.get(key)
            if not _is_same(value, wanted):
                field = subject.type.field_by_key[key]
                sentence = words.FIELD_IS_EMPTY if value is None else words.FIELD_IS_NOW
                shown = "" if value is None else shown_value(subject, field)
                yield sentence.format(name=subject.name, field=field.label, value=shown)

    def __hash__(self) -> int:
        return hash((self.place, *self.values))


class IsGone(_OfContent):
    """A record is not there any more."""

    place: Place

    def left(self, standing: Standing) -> list[str]:
        """That it is there."""
        if not exists(self.place, standing.content):
            return []
        return [words.STILL_THERE.format(where=title_of(self.place, standing.content))]


class NoIssue(_OfContent):
    """The check has nothing more to say at *place* («» everywhere), by *rule* («» by any)."""

    place: str = ""
    rule: str = ""

    def left(self, standing: Standing) -> list[str]:
        """Every issue."""
        return [_told(issue) for issue in standing.issues if self._means(issue)]

    def _means(self, issue: Issue) -> bool:
        here = str(issue.place)
        is_here = (
            not self.place or here == self.place or here.startswith((f"{self.place}/", f"{self.place}."))
        )
        return is_here and self.rule in ("", issue.rule)


class IsTaken(_OfContent):
    """Figures were taken, and the records have not changed since."""

    def left(self, standing: Standing) -> list[str]:
        """That they are not."""
        return [] if standing.is_taken else [words.NOT_TAKEN]


class HasNote(_OfContent):
    """There is a note at a cell of the row, or at the cell."""

    place: Place

    def left(self, standing: Standing) -> list[str]:
        """That there is none."""
        table, row, column = self.place.table or "", self.place.row or "", self.place.column
        path = ("notes", table, row, *([column] if column else []))
        if standing.content.value(path):
            return []
        return [words.NO_NOTE.format(where=title_of(self.place, standing.content))]


class IsMade(Frozen):
    """A file of that kind was made of the report."""

    deed = Deed.FILE
    what: str

    def left(self, standing: Standing) -> list[str]:
        """That it is not."""
        return [] if self.what in standing.made else [words.NOT_MADE[self.what]]


class IsOpened(Frozen):
    """A record was opened, or what stands behind a number of a row."""

    deed = Deed.LOOK
    place: Place

    def left(self, standing: Standing) -> list[str]:
        """That it was not."""
        if str(self.place) in standing.opened:
            return []
        return [words.NOT_OPENED.format(where=title_of(self.place, standing.content))]


class IsSent(_OfContent):
    """That revision, or a later one, was sent."""

    number: int

    def left(self, standing: Standing) -> list[str]:
        """That it was not, and the errors that stand in the way."""
        if standing.content.last_sent >= self.number:
            return []
        errors = blocking(standing.issues)
        if not errors:
            return [words.NOT_SENT.format(number=self.number)]
        sentence = words.ERRORS_BEFORE_SENDING.format(
            number=self.number, count=len(errors), first=_told(errors[0])
        )
        return [sentence, *[""] * len(errors)]


class IsAnswered(_OfContent):
    """The office's answer by that move was recorded."""

    move: str

    def left(self, standing: Standing) -> list[str]:
        """That it was not."""
        content = standing.content
        if any(answer["move"] == self.move for answer in content.part("answers").values()):
            return []
        return [words.NO_ANSWER.format(move=content.form.answers[self.move].title)]


class HasYear(Frozen):
    """The school year has a dossier."""

    deed = Deed.FILE
    year: SchoolYear

    def left(self, standing: Standing) -> list[str]:
        """That it has none."""
        return [] if self.year in standing.years else [words.NO_YEAR.format(year=self.year)]


def path_of_place(place: Place) -> Path:
    """Where a dossier keeps the value of a cell or of a field."""
    if place.table is not None:
        return ("cells", place.table, place.row or "", place.column or "")
    return (*(place.record or "").split("/"), place.field or "")


def _is_same(value: Value | None, wanted: Value) -> bool:
    """Whether it is what was wanted; of texts also in other letters: nobody fails by a mark."""
    if isinstance(value, str) and isinstance(wanted, str):
        return fold(value) == fold(wanted)
    return value == wanted


def _shown_at(place: Place, value: Value, content: Content) -> str:
    if isinstance(value, Typed):
        return value.text
    subject = next((one for one in content.roster.everyone() if one.place == place.record), None)
    if subject is not None and place.field is not None:
        return shown_value(subject, subject.type.field_by_key[place.field])
    return format_number(value) if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _told(issue: Issue) -> str:
    return shorten(words.TITLE_OF_ISSUE.format(where=issue.where, message=issue.message), LONGEST_ISSUE)

"""The questions about an answer of the office, one after another: when, by whom, in which words, about which places."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from forms.dossier.content import Content
from forms.dossier.place_names import (
    spoken_place,
    title_of,
)
from forms.model.place import Place
from forms.model.text import format_date, parse_date, shorten
from forms.package.answers import Answer, OfficeRemark
from forms.sets.workflow import Move
from tui.desk.page import Host
from tui.desk.shown_report import ShownReport
from tui.texts.revisions import answer_words

NEW_ANSWER = ("answers", "")
"""Where its words are to stand: as of a record, the number of one that is not there yet is empty."""
ROOM_TO_TYPE = 30
"""Cells of the line of a question that a long title leaves."""


def ask_answer(
    host: Host[ShownReport], content: Content, move: Move, revision: int, take: Callable[[Answer], None]
) -> None:
    """Ask for the parts of an answer to *revision*; *take* gets it. Esc at any question gives it up."""
    _Questions(host, content, move, revision, take).ask_day()


class _Questions:
    """What was answered so far."""

    def __init__(
        self,
        host: Host[ShownReport],
        content: Content,
        move: Move,
        revision: int,
        take: Callable[[Answer], None],
    ) -> None:
        self._host = host
        self._content = content
        self._move = move
        self._revision = revision
        self._take = take
        self._at = self._by = self._note = ""
        self._remarks: list[OfficeRemark] = []

    def ask_day(self, text: str = "") -> None:
        """The day, today unless another is typed."""
        today = format_date(self._host.work.workspace.today)
        question = answer_words.ASK_ANSWER_DAY.format(move=self._move.title, today=today)
        self._host.ask(question, self._day, text)

    def _day(self, text: str) -> None:
        today = self._host.work.workspace.today
        day = parse_date(text, today) if text else today
        if day is None:
            self.ask_day(text)
            self._host.say(answer_words.WRONG_DAY_TYPED.format(text=text))
            return
        if day > today:
            self.ask_day(text)
            self._host.say(answer_words.DAY_NOT_YET)
            return
        self._at = self._host.work.workspace.now() if day == today else day.isoformat()
        if self._move.by == "office":
            self._host.ask(answer_words.ASK_ANSWER_BY, self._answerer)
        else:
            self._ask_note()

    def _answerer(self, text: str) -> None:
        self._by = text
        self._ask_note()

    def _ask_note(self) -> None:
        wanted = self._move.needs_note
        question = answer_words.ASK_ANSWER_REASON if wanted else answer_words.ASK_ANSWER_NOTE
        self._host.ask(question, self._noted, path=(*NEW_ANSWER, "note"))

    def _noted(self, text: str) -> None:
        if self._move.needs_note and not text:
            self._ask_note()
            self._host.say(answer_words.REASON_NEEDED.format(move=self._move.title))
            return
        self._note = text
        if self._move.target == "rejected":
            self._ask_place()
        else:
            self._finish()

    def _ask_place(self, text: str = "") -> None:
        self._host.ask(
            answer_words.ASK_REMARK_PLACE.format(number=len(self._remarks) + 1), self._placed, text
        )

    def _placed(self, text: str) -> None:
        if not text:
            self._finish()
            return
        place = spoken_place(text, self._content)
        if place is None:
            self._ask_place(text)
            self._host.say(answer_words.NO_SUCH_PLACE.format(text=text))
            return
        self._ask_words(place)

    def _ask_words(self, place: Place) -> None:
        title = shorten(title_of(place, self._content), max(self._host.width - ROOM_TO_TYPE, ROOM_TO_TYPE))
        question = answer_words.ASK_REMARK_TEXT.format(place=title)
        self._host.ask(question, lambda text: self._worded(place, text), path=(*NEW_ANSWER, "remarks"))

    def _worded(self, place: Place, text: str) -> None:
        self._remarks.append(OfficeRemark(place, text or self._note))
        self._ask_place()

    def _finish(self) -> None:
        remarks: Sequence[OfficeRemark] = self._remarks
        self._take(Answer(self._move, self._at, self._by, self._note, self._revision, tuple(remarks)))

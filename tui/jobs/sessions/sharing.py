"""One dossier between two sessions: what the one that writes and the one that only looks make of each other.

Each looks every few seconds, and sooner when keys come. Nobody is ended by another: who writes goes by itself, when it was
asked and did not answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from forms.dossier.content import Content
from forms.model.declared import Enum, Frozen
from forms.store.holding.holder import holder_at, in_a_sentence
from forms.store.holding.leave_request import LeaveRequest, make_request, withdraw
from forms.store.holding.lock import is_free
from forms.store.system import (
    named_paths,
    system_calls,
)
from forms.store.year_paths import YearPaths
from tui.jobs.open_report import OpenReport
from tui.texts import file_words
from tui.texts.sessions import sharing_words

LOOK_EVERY, LOOK_AGAIN = 5.0, 1.0
"""Seconds between two looks without a key, and at the least before one at a key: it asks the disk."""
ANSWER_WITHIN = 30.0
"""Seconds that the one who writes has to answer."""
GRACE = 3 * LOOK_EVERY
"""Seconds more until the one who asked takes the other for hanging."""


class News(Enum):
    """What a look has brought."""

    STANDING = "standing"
    """Another sentence stands on the message line."""
    FREE = "free"
    """Nobody writes: this session may."""
    TIME_UP = "time up"
    """This session was asked, did not answer and goes."""
    REFUSED = "refused"
    """The one who writes goes on."""


class _Asked(Frozen):
    request: LeaveRequest
    since: float


class Sharing:
    """What this session knows of another one on the dossier of *work*.

    *write* makes the text of a package; *clock* counts seconds.
    """

    def __init__(
        self, work: OpenReport, write: Callable[[Content], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.work = work
        self._write = write
        self.standing = ""
        """What stands on the message line as long as it holds."""
        self.beside_question = ""
        """What stands there while a line is asked for, which is answered first: on two lines of any screen."""
        self.answer = ""
        """The answer to the last request of this session."""
        self._clock = clock
        self._begin()

    def _begin(self) -> None:
        self._session = self.work.session
        self._asked_us: _Asked | None = None
        self._asked: _Asked | None = None
        self._answered = ""
        self._was_free = False
        self.standing = ""

    @property
    def _paths(self) -> YearPaths:
        return YearPaths(self.work.workspace.folder, self.work.content.year)

    @property
    def is_lost(self) -> bool:
        """Whether the files of the dossier went away."""
        return bool(self.work.session.loss)

    @property
    def is_asked(self) -> bool:
        """Whether another session waits for an answer of this one."""
        return self._asked_us is not None

    @property
    def can_ask(self) -> bool:
        """Whether this session only looks because another one writes."""
        return self.work.session.is_held_elsewhere and not self.is_lost

    @property
    def is_free(self) -> bool:
        """Whether nobody writes now."""
        return is_free(self._paths)

    def look(self) -> News | None:
        """See what the other session does; None when that is nothing new."""
        if self.work.session is not self._session:
            self._begin()
        self.work.session.notice_loss()
        if self.is_lost:
            return self._stand(sharing_words.LOST)
        if self.work.writable:
            return self._look_for_requests()
        return self._look_for_the_end() if self.can_ask else None

    def _stand(self, sentence: str, beside_question: str = "") -> News | None:
        before, self.standing = self.standing, sentence
        self.beside_question = beside_question or sentence
        return News.STANDING if sentence != before else None

    # The one who writes

    def _look_for_requests(self) -> News | None:
        writer = self.work.session.writer
        request = writer.request() if writer else None
        if request is None or request.token == self._answered:
            self._asked_us = None
            return self._stand("")
        if self._asked_us is None or self._asked_us.request != request:
            self._asked_us = _Asked(request, self._clock())
        elif self._clock() - self._asked_us.since >= ANSWER_WITHIN:
            return News.TIME_UP
        who, where = in_a_sentence(request.user), in_a_sentence(request.host)
        seconds = f"{ANSWER_WITHIN:.0f}"
        return self._stand(
            sharing_words.ASKED.format(user=who, host=where, seconds=seconds),
            sharing_words.ASKED_BESIDE_A_QUESTION.format(user=who, seconds=seconds),
        )

    def stay(self) -> str:
        """Answer that this session goes on; what to tell. Raises StorageError when the other cannot be told: it goes on all the same."""
        asked, self._asked_us, self.standing = self._asked_us, None, ""
        writer = self.work.session.writer
        if asked is None or writer is None:
            return sharing_words.NOBODY_ASKS
        self._answered = asked.request.token
        writer.refuse(asked.request)
        return sharing_words.STAYS

    @property
    def farewell(self) -> str:
        """What is told when this session has given way."""
        if self._asked_us is None:
            return ""
        request = self._asked_us.request
        return sharing_words.GAVE_WAY.format(
            year=self.work.content.year,
            user=in_a_sentence(request.user),
            host=in_a_sentence(request.host),
            seconds=f"{ANSWER_WITHIN:.0f}",
        )

    # The one who looks

    def _look_for_the_end(self) -> News | None:
        was_free, self._was_free = self._was_free, self.is_free
        if self._was_free:
            self.standing = ""
            return None if was_free else News.FREE
        return self._look_for_the_answer() if self._asked else None

    def _look_for_the_answer(self) -> News | None:
        asked, paths = self._asked, self._paths
        assert asked is not None
        holder = holder_at(paths.holder, paths.lock)
        if holder is not None and holder.refused == asked.request.token:
            self.withdraw()
            self.answer = sharing_words.REFUSED.format(
                user=in_a_sentence(holder.user), host=in_a_sentence(holder.host)
            )
            self.standing = ""
            return News.REFUSED
        if self._clock() - asked.since >= ANSWER_WITHIN + GRACE:
            return self._stand(sharing_words.NO_ANSWER)
        return None

    def ask(self) -> None:
        """Ask the one who writes to give way. Raises StorageError."""
        paths = self._paths
        with system_calls.as_storage_error(file_words.FILE_NOT_WRITTEN, path=paths.request):
            self._asked = _Asked(make_request(paths.request), self._clock())
        self.standing = sharing_words.WAITING.format(seconds=f"{ANSWER_WITHIN:.0f}")

    def withdraw(self) -> None:
        """Ask no longer."""
        if self._asked is not None:
            withdraw(self._paths.request, self._asked.request)
            self._asked = None

    def take_over(self) -> str:
        """Go on as the one who writes; what to tell. Raises StorageError."""
        self.withdraw()
        before = self.work.session.dossier.seq
        self.work.move_to(self.work.workspace.but(chosen_year=self.work.content.year))
        self._begin()
        if not self.work.writable:
            return sharing_words.NOT_TAKEN
        is_same = self.work.session.dossier.seq == before
        return sharing_words.TAKEN if is_same else sharing_words.TAKEN_WITH_CHANGES

    # The one whose files are gone

    def suggested_file(self) -> Path:
        """Where the content of a dossier that went away may be written."""
        return named_paths.path_of(f"~/{self.work.content.year}.json")

    def rescue(self, path: Path) -> str:
        """Write the content as a package to the new file *path*; what to tell. Raises StorageError."""
        with system_calls.as_storage_error(file_words.FILE_NOT_WRITTEN, path=path):
            system_calls.create(path, self._write(self.work.content).encode())
        return sharing_words.WRITTEN.format(path=path)

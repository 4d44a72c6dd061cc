"""How far a terminal at the end of a long line is behind, by its own word: it is asked whether it is there, and answers when it has come so far.

An SSH server takes whatever is written, megabytes of it, however slow the line behind it is; only the answer tells that it arrived.
"""

from __future__ import annotations

QUESTION, ANSWER = "\x1b[5n", "[0n"
"""«Device status»: every terminal since the VT100 says that all is well."""
ASK_AFTER = 100
"""Bytes after which it is asked again."""
MOST_UNDERWAY = 150
"""Bytes that may be under way: a sixth of a second at 9,600 bit/s, a dozen digits, or one screen that is longer."""


class Pace:
    """Counts what was sent since the last answer. A terminal that has never answered is not waited for."""

    def __init__(self, *, is_asked: bool) -> None:
        self._is_asked = is_asked
        self._has_answered = False
        self._asked_about = 0
        """Bytes that stood before the question that is open."""
        self._later = 0
        """Bytes behind it, or behind the last one that was answered."""

    @property
    def is_awaited(self) -> bool:
        """Whether a question is open."""
        return self._asked_about > 0

    @property
    def is_full(self) -> bool:
        """Whether so much is under way that the next screen had better wait."""
        return self._has_answered and self.is_awaited and self._asked_about + self._later >= MOST_UNDERWAY

    def question_behind(self, sent: str) -> str:
        """What is to be sent behind that."""
        if not self._is_asked:
            return ""
        self._later += len(sent.encode())
        if self.is_awaited or self._later < ASK_AFTER:
            return ""
        self._asked_about, self._later = self._later, 0
        return QUESTION

    def answered(self) -> None:
        """The terminal has come to the question."""
        self._has_answered = True
        self._asked_about = 0

    def give_up(self) -> None:
        """It does not answer any more: it is not asked again."""
        self._is_asked = False
        self._asked_about = 0

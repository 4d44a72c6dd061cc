"""The companion of a lesson: two or three lines at the foot of every page, and a hint when it is due."""

from __future__ import annotations

from typing import Any

from forms.model.text import shorten
from tui.desk.canvas import Line, Role, line_of, wrapped
from tui.desk.lesson.key_names import demand_known_keys, with_keys
from tui.desk.page import Page
from tui.jobs.lesson.learning import LearnerReport, Learning
from tui.texts.help.keys import BY_ACTION, Action
from tui.texts.sessions import lesson_words

MOST_WORDS, MOST_HINT = 2, 4
"""Lines."""
LONGEST_READ_OUT = 240
"""Characters of what is left, where it is no line of a screen."""


class Companion:
    """Shows how the learner stands; what is opened is noted, and everything that is done is followed by a look.

    Raises Refused for a lesson that names keys that are not there.
    """

    def __init__(self, learning: Learning) -> None:
        self.learning = learning
        demand_known_keys(learning.lesson)

    def opened(self, page: Page[Any]) -> None:
        """A page was opened."""
        if page.about is not None:
            self.learning.note_opened(page.about)

    def look(self, report: LearnerReport) -> None:
        """Something was done. Raises StorageError."""
        self.learning.look(report)

    @property
    def wants_hint(self) -> bool:
        """Whether a hint is still to come."""
        return self.learning.task is not None and not self.learning.is_hinted

    def hint(self) -> None:
        """Show the hint."""
        self.learning.is_hinted = True

    def lines(self, width: int) -> list[Line]:
        """The task; below it what is left, or the hint."""
        words = wrapped(self._words(), width, MOST_WORDS)
        below = wrapped(self._hint(), width, MOST_HINT) if self.learning.is_hinted else [self._left(width)]
        return [
            *(line_of([(text, Role.HEADING)], width) for text in words),
            *(line_of([(text, Role.TEXT)], width) for text in below if text),
        ]

    def sentences(self) -> list[str]:
        """The same, to be read out."""
        below = self._hint() if self.learning.is_hinted else self._left(LONGEST_READ_OUT)
        return [text for text in (self._words(), below) if text]

    def _words(self) -> str:
        learning = self.learning
        tasks, task, before = learning.lesson.tasks, learning.task, ""
        if learning.just_done is not None:
            before = lesson_words.JUST_DONE.format(number=tasks.index(learning.just_done) + 1)
        if task is None:
            return before + lesson_words.ALL_DONE.format(total=len(tasks), leave=lesson_words.STEP_LEAVE)
        words = with_keys(task.words)
        return before + lesson_words.TASK.format(number=learning.number, total=len(tasks), words=words)

    def _hint(self) -> str:
        task = self.learning.task
        return lesson_words.HINT.format(hint=with_keys(task.hint)) if task else ""

    def _left(self, width: int) -> str:
        """What is left, cut so that the key of the hint stands behind it."""
        if not self.learning.left:
            return ""
        key = BY_ACTION[Action.HELP].label
        room = width - len(lesson_words.LEFT.format(left="", key=key))
        return lesson_words.LEFT.format(left=shorten(self.learning.left[0], room), key=key)

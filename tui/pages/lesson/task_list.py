"""The tasks of the lesson: which are done, which is in hand, what one has at hand for it."""

from __future__ import annotations

from collections.abc import Sequence

from forms.lesson.tasks import Task
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.line_numbers import LineNumbers
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.jobs.lesson.learning import Learning
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import Action
from tui.texts.sessions import lesson_words

NUMBER, STATE = 5, 12


class TaskPage(ListPage[OpenReport]):
    """The sheet of the task in hand, then the tasks; Enter takes one in hand."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)
        assert host.learning is not None
        self.letters = LineNumbers(self)
        self._learning: Learning = host.learning
        task = self._learning.task
        self._sheet: Sequence[str] = ()
        if task is not None and task.sheet:
            heading = lesson_words.SHEET.format(number=self._learning.number)
            self._sheet = (heading, *task.sheet, "")
        self.cursor.row = len(self._sheet) + (self._learning.number - 1)

    @property
    def _tasks(self) -> Sequence[Task]:
        return self._learning.lesson.tasks

    def title(self) -> str:
        return lesson_words.TITLE

    def columns(self) -> Sequence[Column]:
        """Number, title, state; a line of the sheet goes over all of them."""
        width = self.host.width - 1
        if self._sheet:
            return (Column((), width),)
        return (Column((), NUMBER), Column((), width - NUMBER - STATE), Column((), STATE))

    def count(self) -> int:
        return len(self._sheet) + len(self._tasks)

    def can_stop(self, row: int) -> bool:
        """Tasks, not the sheet."""
        return row >= len(self._sheet)

    def cell(self, row: int, col: int) -> Cell:
        if row < len(self._sheet):
            return Cell(self._sheet[row], role=Role.TEXT if row else Role.HEADING)
        task = self._tasks[row - len(self._sheet)]
        number = f"{self.number(row):>3}"
        state = self._state(task)
        if self._sheet:
            return Cell(lesson_words.TASK_IN_A_LINE.format(number=number, state=state, title=task.title))
        return Cell((number, task.title, state)[col])

    def _state(self, task: Task) -> str:
        if task is self._learning.task:
            return lesson_words.IN_HAND
        return lesson_words.TASK_DONE if task.key in self._learning.done else ""

    def number(self, row: int) -> int:
        """From one on."""
        return row - len(self._sheet) + 1 if self.can_stop(row) else 0

    def open(self, row: int) -> None:
        """Take the task in hand."""
        self._learning.go_to_task(self._tasks[row - len(self._sheet)].key)
        self.host.back()
        self.host.say(lesson_words.GONE_TO.format(number=self.number(row)))

    def explain(self) -> str:
        return lesson_words.PAGE_HELP

"""The letter in a file, before it is taken: each field that changes, as it is and as it would be."""

from __future__ import annotations

from collections.abc import Sequence

from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Message
from tui.jobs.intake.new_letter import LetterPlan, change_line
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import Action
from tui.texts.records import letter_words

LEAST_LABEL, LEAST_OF_A_SIDE = 20, 12


class LetterPreviewPage(ListPage[OpenReport]):
    """What *plan* would change; Enter takes it."""

    is_asking = True
    actions = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], plan: LetterPlan) -> None:
        super().__init__(host)
        self._plan = plan

    def title(self) -> str:
        return letter_words.TITLE.format(count=len(self._plan.changes))

    def columns(self) -> Sequence[Column]:
        """The field, then both values."""
        side = max((self.host.width - 1) // 3, LEAST_OF_A_SIDE)
        return (
            Column((letter_words.FIELD,), max(self.host.width - 1 - 2 * side, LEAST_LABEL)),
            Column((letter_words.NOW,), side),
            Column((letter_words.IN_FILE,), side),
        )

    def count(self) -> int:
        return len(self._plan.changes)

    def cell(self, row: int, col: int) -> Cell:
        return Cell(self._plan.changes[row][col])

    def messages(self) -> list[Message]:
        """The whole change at the cursor."""
        return [(None, change_line(self._plan.changes[self.cursor.row]))] if self.count() else []

    def open(self, row: int) -> None:
        """Take it."""
        plan = self._plan
        self.host.back()
        self.work.commit(plan.edits)
        self.host.page.look_again()
        self.host.say(letter_words.TAKEN.format(year=plan.year, count=len(plan.changes)))

    def hint(self) -> str:
        return letter_words.PREVIEW_HINT

    def explain(self) -> str:
        return letter_words.PREVIEW_HELP

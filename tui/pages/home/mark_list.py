"""Notes at cells and values to be looked at again, in one list; Enter goes to the place."""

from __future__ import annotations

from collections.abc import Sequence

from forms.dossier.place_names import title_of
from forms.report.marks import MarkedPlace, marks
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Message
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import Action
from tui.texts.records import mark_words

KIND_WIDTH = 10


class MarksPage(ListPage[OpenReport]):
    """All of them as they stand now."""

    steady = True
    actions = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)

    @property
    def marks(self) -> Sequence[MarkedPlace]:
        """The notes, then what is to be looked at again."""
        return self.once("marks", None, lambda: marks(self.work.content))

    def title(self) -> str:
        return mark_words.TITLE

    def columns(self) -> Sequence[Column]:
        """Kind, place, what it says."""
        left = self.host.width - 1 - KIND_WIDTH
        return (
            Column((mark_words.KIND,), KIND_WIDTH),
            Column((mark_words.PLACE,), left - left // 2),
            Column((mark_words.TEXT,), left // 2),
        )

    def count(self) -> int:
        return len(self.marks)

    def cell(self, row: int, col: int) -> Cell:
        mark = self.marks[row]
        place = title_of(mark.place, self.work.content)
        return Cell((mark_words.KINDS[mark.kind], place, mark.text)[col])

    def messages(self) -> list[Message]:
        """The whole text."""
        return [(None, self.marks[self.cursor.row].text)] if self.count() else []

    def open(self, row: int) -> None:
        """Go to the place."""
        self.host.open(self.marks[row].place)

    def hint(self) -> str:
        return mark_words.HINT

    def explain(self) -> str:
        return mark_words.HELP if self.count() else mark_words.NONE

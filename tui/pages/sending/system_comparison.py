"""A file of the national system beside ours: what differs, row by row, to be looked at in our records and tables."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.comparison.mismatches import Mismatch
from forms.model.text import shorten
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.keys import Action
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Message
from tui.jobs.official.system_file import (
    SystemFile,
    mismatch_in_words,
    mismatches_of,
    sent_before,
    side_in_words,
)
from tui.jobs.open_report import OpenReport
from tui.texts.revisions import compare_words

SIDE_WIDTH = 12
NAME_IN_TITLE = 24


class ComparisonLine(NamedTuple):
    """A line of the page: a difference, or a *note* on the file."""

    mismatch: Mismatch | None = None
    note: str = ""


class SystemComparisonPage(ListPage[OpenReport]):
    """The differences, then what is to be told of the file itself; Enter goes to the record or the cell."""

    steady = True
    actions = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], file: SystemFile) -> None:
        super().__init__(host)
        self.file = file
        self._sent = sent_before(self.work.workspace, self.work.content, host.say)

    @property
    def mismatches(self) -> Sequence[Mismatch]:
        """What differs now: what was put right meanwhile is gone."""
        return self.once("mismatches", None, self._mismatches)

    def _mismatches(self) -> Sequence[Mismatch]:
        return mismatches_of(self.file, self.work.content, self._sent)

    @property
    def lines(self) -> Sequence[ComparisonLine]:
        """All lines."""
        return self.once("lines", None, self._lines)

    def _lines(self) -> Sequence[ComparisonLine]:
        notes = (ComparisonLine(note=note) for note in self.file.notes)
        return [*map(ComparisonLine, self.mismatches), *notes]

    def title(self) -> str:
        """Which file, and in how many places it differs."""
        return compare_words.TITLE.format(
            name=shorten(self.file.name, NAME_IN_TITLE), count=len(self.mismatches)
        )

    def columns(self) -> Sequence[Column]:
        """The place, then what stands in the file, here and in what was sent last, if anything was."""
        titles = [compare_words.COLUMN_THEIRS, compare_words.COLUMN_OURS]
        if self._sent is not None:
            titles.append(compare_words.COLUMN_SENT.format(number=self.work.content.last_sent))
        value = max((self.host.width - 1) // 5, SIDE_WIDTH)
        place = max(self.host.width - 1 - value * len(titles), 20)
        return (Column((compare_words.COLUMN_PLACE,), place), *(Column((title,), value) for title in titles))

    def count(self) -> int:
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        mismatch, note = self.lines[row]
        if mismatch is None:
            return Cell("" if col else note, role=Role.DIM)
        sides = (mismatch.theirs, mismatch.ours, mismatch.sent)
        return Cell(side_in_words(mismatch, sides[col - 1]) if col else mismatch.label)

    def messages(self) -> list[Message]:
        """The whole difference: its parts may be long."""
        if not self.count():
            return []
        mismatch, note = self.lines[self.cursor.row]
        return [(None, mismatch_in_words(mismatch, self.work.content.last_sent) if mismatch else note)]

    def open(self, row: int) -> None:
        """Go to the record, the list or the cell."""
        mismatch = self.lines[row].mismatch
        if mismatch is None:
            self.host.say(self.explain())
        else:
            self.host.open(mismatch.place)

    def explain(self) -> str:
        return compare_words.HELP if self.mismatches else compare_words.SAME

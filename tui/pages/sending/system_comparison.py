"""A file of the national system beside ours: what differs, row by row, to be looked at in our records and tables."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exports.comparison.mismatches import Mismatch
from forms.model.text import shorten
from forms.package.complaints import complaints
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Message
from tui.desk.page_names import PageName
from tui.jobs.official.system_file import (
    SystemFile,
    mismatch_in_words,
    mismatches_of,
    sent_before,
    side_in_words,
)
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import Action
from tui.texts.revisions import compare_words

SIDE_WIDTH = 12
NAME_IN_TITLE = 24


class ComparisonLine(NamedTuple):
    """A line of the page: its cells, and all that it says; a difference; or what *leads* to the complaints of the system."""

    cells: tuple[str, ...]
    whole: str
    mismatch: Mismatch | None = None
    leads: bool = False


class SystemComparisonPage(ListPage[OpenReport]):
    """That there are complaints, the differences, what is to be told of the file; Enter goes to the record or the cell."""

    steady = True
    actions = (Action.HELP, Action.FIND, Action.NEXT_ISSUE, Action.REPLIES, Action.MENU, Action.BACK)

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
        return [
            *self._complaints(),
            *map(self._line, self.mismatches),
            *(ComparisonLine((note,), note) for note in self.file.notes),
        ]

    def _complaints(self) -> Iterator[ComparisonLine]:
        for file in complaints(self.work.content):
            if file.digest == self.file.digest:
                count, left = len(file.remarks), sum(not remark.done for remark in file.remarks)
                cells = (compare_words.COMPLAINTS, str(count), compare_words.LEFT.format(left=left))
                whole = compare_words.COMPLAINTS_LEFT.format(count=count, left=left)
                yield ComparisonLine(cells, whole, leads=True)

    def _line(self, mismatch: Mismatch) -> ComparisonLine:
        sides = (side_in_words(mismatch, side) for side in (mismatch.theirs, mismatch.ours, mismatch.sent))
        whole = mismatch_in_words(mismatch, self.work.content.last_sent)
        return ComparisonLine((mismatch.label, *sides), whole, mismatch)

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
        line = self.lines[row]
        role = Role.NOTICE if line.leads else Role.TEXT if line.mismatch else Role.DIM
        return Cell(line.cells[col] if col < len(line.cells) else "", role=role)

    def messages(self) -> list[Message]:
        """The whole line: its parts may be long."""
        return [(None, self.lines[self.cursor.row].whole)] if self.count() else []

    def open(self, row: int) -> None:
        """Go to the record, the list or the cell."""
        line = self.lines[row]
        if line.leads:
            self.host.open(PageName.REPLIES)
        elif line.mismatch is None:
            self.host.say(self.explain())
        else:
            self.host.open(line.mismatch.place)

    def explain(self) -> str:
        return compare_words.HELP if self.mismatches else compare_words.SAME

    def hint(self) -> str:
        return compare_words.NOTHING_TYPED_HERE

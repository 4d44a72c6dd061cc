"""An official file about to be filled: which column receives which field, what stays empty, what changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports.official.fill_plan import CellChange, FillPlan
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.jobs.official.filling import PlanLine, plan_lines, write_filled
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import Action
from tui.texts.records import fill_words

SIGN, FIRST = 5, 44


class FillPage(ListPage[OpenReport]):
    """The plan below a line that carries it out; the space bar keeps what a cell of the file holds."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], template: Path, plan: FillPlan) -> None:
        super().__init__(host)
        self.template = template
        self.plan = plan
        self.lines: list[PlanLine] = [PlanLine(fill_words.FILL_START), *plan_lines(plan)]
        self.theirs: frozenset[CellChange] = frozenset()
        """The changes that are not made: the cells keep what the file holds."""

    def title(self) -> str:
        """Điền vào tệp..."""
        return fill_words.FILL_TITLE.format(name=self.template.name[:40])

    def columns(self) -> Sequence[Column]:
        """A sign, then two columns of words."""
        rest = max(self.host.width - SIGN - FIRST - 1, 20)
        return (Column((), SIGN), Column((), FIRST), Column((), rest))

    def count(self) -> int:
        return len(self.lines)

    def can_stop(self, row: int) -> bool:
        """Headings but the first are passed over."""
        return row == 0 or not self.lines[row].head

    def cell(self, row: int, col: int) -> Cell:
        """A part of a line; the words of a heading begin in its second column."""
        line = self.lines[row]
        if line.head:
            cut = len(shorten_to_words(line.head, self.columns()[1].width - 1))
            return Cell(("", line.head[:cut], line.head[cut:].strip())[col], role=Role.HEADING)
        if col == 0:
            return Cell("" if line.change is None else "=" if line.change in self.theirs else "?")
        return Cell(line.first if col == 1 else line.second)

    def own_key(self, name: str, char: str | None) -> bool:
        """The space bar decides a change."""
        if char != " ":
            return False
        change = self.lines[self.cursor.row].change
        if change is None:
            self.host.say(fill_words.FILL_HELP)
        else:
            self.theirs = self.theirs ^ {change}
            self.cursor.step(1)
        return True

    def open(self, row: int) -> None:
        """Write the file; on another line Enter leads to the first."""
        if row:
            self.go(0)
            return
        work = self.work
        plan = self.plan.keeping(self.theirs)
        notices: list[str] = []
        path, notice = write_filled(self.template, plan, work.workspace, work.content, notices.append)
        self.host.back()
        self.host.say(" ".join(filter(None, (fill_words.FILL_DONE.format(path=path), notice, *notices))))

    def hint(self) -> str:
        return fill_words.FILL_HELP

    def explain(self) -> str:
        """What the keys do; a change in words."""
        line = self.lines[self.cursor.row]
        if line.change is None:
            return fill_words.FILL_HELP
        return fill_words.FILL_THEIRS if line.change in self.theirs else fill_words.FILL_OURS


def shorten_to_words(text: str, width: int) -> str:
    """The words from the beginning of *text* that fit."""
    return text if len(text) <= width else text[: text.rfind(" ", 0, width)]

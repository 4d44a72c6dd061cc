"""Lấy dữ liệu: the first time at once, later after a look at the cells that change."""

from __future__ import annotations

from collections.abc import Sequence

from forms.model.text import format_number
from tui.desk.grid.cells import Cell, Column
from tui.desk.keys import Action
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.jobs.open_report import OpenReport
from tui.jobs.taking import FigureChange, changes_of_take
from tui.texts import desk_words, sheet_words

MOST_PLACE = 90


def take(host: Host[OpenReport]) -> TakePage | None:
    """Take the figures, or show what would change; None when there is nothing to show."""
    work = host.work
    if work.content.roster.own_block is None:
        host.say(sheet_words.NO_OWN_BLOCK)
    elif work.content.taken_at is None and work.typed_derived and not work.content.roster.is_empty:
        host.ask(
            sheet_words.ASK_DROP_TYPED,
            lambda answer: _take_first(host, drop=answer.casefold() in desk_words.YES_WORDS),
        )
    elif work.content.taken_at is None:
        _take_first(host, drop=False)
    elif not work.stale_cells:
        host.say(sheet_words.NOTHING_DERIVED)
    else:
        return TakePage(host)
    return None


def _take_first(host: Host[OpenReport], *, drop: bool) -> None:
    host.work.take(drop_typed=drop)
    host.say(sheet_words.TAKEN)


class TakePage(ListPage[OpenReport]):
    """What «Lấy dữ liệu» would change; Enter takes it."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)

    @property
    def changes(self) -> list[FigureChange]:
        """The cells of the own block that would change."""
        return self.once("changes", None, self._changes)

    def _changes(self) -> list[FigureChange]:
        figures = self.work.figures
        changes = changes_of_take(self.work.content, figures, self.work.workspace.now())
        return [change for change in changes if figures.block in (None, change.column.block)]

    def title(self) -> str:
        return sheet_words.CHANGES_TITLE.format(count=len(self.changes))

    def columns(self) -> Sequence[Column]:
        """Place, then old and new figure."""
        place = max(min(self.host.width - 20, MOST_PLACE), 20)
        return (
            Column((" " + sheet_words.CELL,), place),
            Column((sheet_words.OLD,), 9, right=True),
            Column((sheet_words.NEW,), 9, right=True),
        )

    def count(self) -> int:
        return len(self.changes)

    def cell(self, row: int, col: int) -> Cell:
        change = self.changes[row]
        if col == 0:
            line, column = change.row, change.column
            place = sheet_words.CHANGED_CELL.format(table=change.table.number, row=line.ma_so)
            measure = "" if column.key == column.block else column.measure_title.replace(":", "")
            return Cell(" · ".join(part for part in (place, measure, line.label.lstrip("-+ ")) if part))
        value = change.old if col == 1 else change.new
        return Cell("" if value is None else format_number(value))

    def open(self, row: int) -> None:
        """Take the figures."""
        count = len(self.changes)
        self.host.back()
        self.work.take()
        self.host.say(sheet_words.DERIVED.format(count=count))

    def explain(self) -> str:
        return sheet_words.CHANGES_HELP

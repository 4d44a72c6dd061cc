"""Lấy dữ liệu: always after a look at the cells that it would change."""

from __future__ import annotations

from collections.abc import Sequence

from forms.model.text import format_number, runs_told
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.open_report import OpenReport
from tui.jobs.taking import FigureChange, changes_of_take
from tui.texts import desk_words, sheet_words
from tui.texts.help.keys import Action

MOST_PLACE = 90


def take(host: Host[OpenReport], drop_typed: bool | None = None) -> TakePage | None:
    """What taking the figures would change; None when that is nothing, or when it was asked what happens to typed ones.

    *drop_typed* is the answer to that.
    """
    work = host.work
    if not work.content.form.derived_tables:
        host.say(sheet_words.ALL_TYPED)
    elif work.content.roster.own_block is None:
        host.say(sheet_words.NO_OWN_BLOCK)
    elif isinstance(host.page, TakePage):
        host.say(sheet_words.CHANGES_HELP)
    elif not _is_first(work) and not work.stale_cells:
        host.say(sheet_words.NOTHING_DERIVED)
    elif drop_typed is None and _is_first(work) and work.typed_derived and not work.content.is_empty:
        host.ask(
            sheet_words.ASK_DROP_TYPED.format(
                numbers=runs_told([table.number for table in work.content.form.derived_tables])
            ),
            lambda answer: host.open(PageName.TAKE, answer.casefold() in desk_words.YES_WORDS),
        )
    else:
        return TakePage(host, drop_typed=bool(drop_typed))
    return None


def _is_first(work: OpenReport) -> bool:
    return work.content.taken_at is None


class TakePage(ListPage[OpenReport]):
    """What «Lấy dữ liệu» would change, with *drop_typed* instead of what was typed; Enter takes it."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], *, drop_typed: bool) -> None:
        super().__init__(host)
        self._drop_typed = drop_typed

    @property
    def changes(self) -> list[FigureChange]:
        """The cells of the own block that would change, those that get a figure before those that get 0."""
        return self.once("changes", None, self._changes)

    def _changes(self) -> list[FigureChange]:
        figures = self.work.figures
        edits = self.work.edits_of_take(drop_typed=self._drop_typed)
        changes = changes_of_take(self.work.content, figures, edits)
        own = (change for change in changes if figures.block in (None, change.column.block))
        return sorted(own, key=lambda change: not (change.old or change.new))

    def title(self) -> str:
        if _is_first(self.work):
            count = sum(bool(change.new) for change in self.changes)
            return sheet_words.FIRST_CHANGES_TITLE.format(count=count)
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
        said = sheet_words.DERIVED.format(count=len(self.changes))
        said = sheet_words.TAKEN if _is_first(self.work) else said
        self.host.back()
        self.work.commit(self.work.edits_of_take(drop_typed=self._drop_typed))
        self.host.say(said)

    def explain(self) -> str:
        return sheet_words.CHANGES_HELP

"""The summed tables: the same grid, all ownership blocks; Enter opens the facilities behind a number."""

from __future__ import annotations

from collections.abc import Sequence

from exports.district.arrivals import Arrival
from forms.model.table import Column as TableColumn
from forms.model.table import Row, Table
from forms.model.text import format_number
from forms.report.figures import Number
from tui import texts
from tui.desk.grid import Cell, Column
from tui.desk.keys import Action
from tui.desk.lists import ListPage
from tui.desk.page import Host
from tui.jobs.office import SumWork
from tui.pages.tables.sheet import SheetPage

CODE, FIGURE, LEAST_NAME = 12, 12, 20


class SumPage(SheetPage):
    """One table of the sum. Nothing is typed here."""

    actions = (Action.HELP, Action.FIND, Action.NEXT_ISSUE, Action.MENU, Action.BACK)

    def __init__(self, host: Host, table: Table) -> None:
        super().__init__(host, table)
        self.whole = table.has_blocks
        self.unfolded = True
        self.settle()

    def why_not(self, row: int, col: int) -> str:
        """A sum is added up."""
        return str(self.work.refusal())

    def _state_line(self) -> str:
        return ""

    def open(self, row: int, col: int) -> bool:
        """The facilities behind the number."""
        place = self._place(row, col)
        work = self.work
        if place is None or not isinstance(work, SumWork):
            return False
        self.host.push(
            BehindSumPage(
                self.host,
                self.table,
                *place,
                work.collection.behind(self.table.id, place[0].key, place[1].key),
            )
        )
        return True


class BehindSumPage(ListPage):
    """The facilities whose figures make a number, the largest first."""

    steady = True
    actions = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)

    def __init__(
        self,
        host: Host,
        table: Table,
        row: Row,
        column: TableColumn,
        behind: Sequence[tuple[Arrival, Number]],
    ) -> None:
        super().__init__(host)
        self._table, self._row = table, row
        self._behind = sorted(behind, key=lambda each: -each[1])
        self.settle()

    def title(self) -> str:
        """Which number, of how many facilities."""
        return texts.SUM_BEHIND_TITLE.format(
            number=self._table.number, row=self._row.ma_so, count=len(self._behind)
        )

    def columns(self) -> Sequence[Column]:
        """Code, name, its figure."""
        name = max(self.host.width - CODE - FIGURE - 1, LEAST_NAME)
        return (
            Column((texts.CODE,), CODE),
            Column((texts.NAME,), name),
            Column((texts.SUM_FIGURE,), FIGURE, right=True),
        )

    def count(self) -> int:
        """Number of facilities."""
        return len(self._behind)

    def cell(self, row: int, col: int) -> Cell:
        """A part of a line."""
        arrival, number = self._behind[row]
        return Cell((arrival.facility_code or "", arrival.name, format_number(number))[col])

    def open(self, row: int, col: int) -> bool:
        """The report of the facility."""
        from tui.pages.district.guest import open_arrival

        open_arrival(self.host, self._behind[row][0])
        return True

    def why_not(self, row: int, col: int) -> str:
        """Facilities are opened."""
        return self.explain()

    def explain(self) -> str:
        """What stands here."""
        return texts.SUM_BEHIND_HELP if self.count() else texts.NOBODY_BEHIND

"""The facilities whose figures make a number of the sum; Enter opens the report of one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from forms.model.table import Column as TableColumn
from forms.model.table import Row, Table
from forms.model.text import format_number
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.district.office import SumReport
from tui.texts import desk_words
from tui.texts.district import office_words
from tui.texts.help.keys import Action
from tui.texts.records import list_words

CODE, FIGURE, LEAST_NAME = 12, 12, 20


class BehindSumPage(ListPage[SumReport]):
    """The facilities whose figures make a number, the largest first."""

    steady = True
    actions = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)

    def __init__(self, host: Host[SumReport], table: Table, row: Row, column: TableColumn) -> None:
        super().__init__(host)
        self._table, self._row = table, row
        behind = host.work.collection.behind(table.id, row.key, column.key)
        self._behind = sorted(behind, key=itemgetter(1), reverse=True)

    def title(self) -> str:
        """Which number, of how many facilities."""
        return office_words.SUM_BEHIND_TITLE.format(
            number=self._table.number, row=self._row.ma_so, count=len(self._behind)
        )

    def columns(self) -> Sequence[Column]:
        """Code, name, its figure."""
        name = max(self.host.width - CODE - FIGURE - 1, LEAST_NAME)
        return (
            Column((desk_words.CODE,), CODE),
            Column((desk_words.NAME,), name),
            Column((office_words.SUM_FIGURE,), FIGURE, right=True),
        )

    def count(self) -> int:
        return len(self._behind)

    def cell(self, row: int, col: int) -> Cell:
        arrival, number = self._behind[row]
        return Cell((arrival.facility_code or "", arrival.name, format_number(number))[col])

    def open(self, row: int) -> None:
        """The report of the facility."""
        self.host.open(PageName.ARRIVAL, self._behind[row][0], self.work.answers)

    def explain(self) -> str:
        return office_words.SUM_BEHIND_HELP if self.count() else list_words.NOBODY_BEHIND

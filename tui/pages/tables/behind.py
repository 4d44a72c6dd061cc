"""The records behind a figure: which children, classes or people a cell counts."""

from __future__ import annotations

from forms.model.table import Column, Row, Table
from forms.sets.mn2019.records import RECORD_BY_KEY
from tui import texts
from tui.desk.page import Host
from tui.pages.records.record_list import RecordsPage


class BehindPage(RecordsPage):
    """The list behind one cell of a derived table."""

    def __init__(self, host: Host, table: Table, row: Row, column: Column) -> None:
        assert row.query is not None
        title = texts.BEHIND_TITLE.format(number=table.number, row=row.ma_so)
        record = RECORD_BY_KEY[row.query.record]
        super().__init__(host, record, lambda: host.work.behind(table, row, column), title)
        self._row = row

    def list_help(self) -> str:
        """What the figure counts."""
        return f"{self._row.label.lstrip('-+ ')} · {texts.LIST_HELP}"

    def when_empty(self) -> str:
        """The figure is 0."""
        return texts.NOBODY_BEHIND

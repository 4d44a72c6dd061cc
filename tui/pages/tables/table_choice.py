"""Which page shows a table: that of a facility's report, or that of a sum."""

from __future__ import annotations

from forms.model.table import Table
from tui.desk.page import Host
from tui.pages.tables.sheet import SheetPage


def table_page(host: Host, table: Table) -> SheetPage:
    """The page of a table."""
    if host.work.is_sum:
        from tui.pages.district.sums import SumPage

        return SumPage(host, table)
    return SheetPage(host, table)

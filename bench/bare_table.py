"""Textual's own table with the cells of the list of children, as anybody would show it: what the list is measured against."""

from __future__ import annotations

import sys
from typing import Any

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Static

HEADINGS = ("STT", "Họ tên", "Lớp", "Ngày sinh", "Giới tính")


class BareTable(App[None]):
    """One table of so many rows."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """The table."""
        yield DataTable(cursor_type="row")
        yield Static("READY")

    def on_mount(self) -> None:
        """Fill it."""
        table: DataTable[Any] = self.query_one(DataTable)
        table.styles.height = "1fr"
        table.add_columns(*HEADINGS)
        table.add_rows(
            (str(row), f"Trẻ Mẫu {row}", f"L{row % 20}", "12/05/2016", "Nữ")
            for row in range(1, self._rows + 1)
        )
        table.focus()


if __name__ == "__main__":
    BareTable(int(sys.argv[1])).run(mouse=False)

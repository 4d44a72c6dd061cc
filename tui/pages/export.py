"""An export under way: how far it is, what came of it. Esc stops it; a file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui import texts
from tui.canvas import Role
from tui.keys import Action
from tui.pages.base import Host
from tui.pages.grid import Cell, Column
from tui.pages.lists import ListPage

BAR = 40


class ExportPage(ListPage):
    """One export. *cancel* stops the process that makes the file."""

    actions = (Action.BACK, Action.HELP)

    def __init__(self, host: Host, kind: str, cancel: Callable[[], None]) -> None:
        super().__init__(host)
        self.kind = kind
        self._cancel = cancel
        self._lines = [texts.EXPORT_STARTED[kind]]
        self.is_running = True
        self.settle()

    def progress(self, done: int, total: int) -> None:
        """So many steps of so many."""
        if not self.is_running:
            return
        filled = BAR * done // max(total, 1)
        self._lines[1:] = ["", f"[{'#' * filled}{'.' * (BAR - filled)}] {done}/{total}"]

    def finish(self, lines: Sequence[str]) -> None:
        """What came of it."""
        self.is_running = False
        room = max(self.host.width - 3, 20)
        self._lines = [line[at : at + room] for line in lines for at in range(0, len(line), room)]
        self.settle()

    def title(self) -> str:
        """What is made."""
        return texts.EXPORT_TITLE[self.kind]

    def headings(self, width: int) -> list[tuple[tuple[str, Role], ...]]:
        """None."""
        return []

    def columns(self) -> Sequence[Column]:
        """One column of text."""
        return (Column(("",), max(self.host.width - 1, 20)),)

    def count(self) -> int:
        """Number of lines."""
        return len(self._lines)

    def cell(self, row: int, col: int) -> Cell:
        """A line."""
        return Cell(self._lines[row])

    def open(self, row: int, col: int) -> bool:
        """Enter leads back once it is done."""
        if not self.is_running:
            self.host.back()
        return True

    def escape(self) -> bool:
        """Esc stops what is under way; after that it leads back."""
        if not self.is_running:
            return False
        self._cancel()
        self.finish([texts.EXPORT_STOPPED])
        return True

    def why_not(self, row: int, col: int) -> str:
        """Nothing is typed here."""
        return self.explain()

    def explain(self) -> str:
        """What Esc does now."""
        return texts.EXPORT_RUNNING if self.is_running else texts.EXPORT_OVER

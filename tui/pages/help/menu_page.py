"""The menu: everything that can be done on a page, numbered, for keyboards without function keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.line_numbers import LineNumbers
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Page
from tui.desk.shown_report import ShownReport
from tui.texts.help import help_words
from tui.texts.help.keys import BY_ACTION, Action


def menu_of_page(host: Host[ShownReport]) -> MenuPage:
    """The menu of the page in front; of a menu the same anew: what can be done may have changed since."""
    if isinstance(host.page, MenuPage):
        host.back()
    return MenuPage(host, host.page)


class MenuPage(ListPage[ShownReport]):
    """The menu of a page."""

    actions = (Action.HELP, Action.BACK)

    def __init__(self, host: Host[ShownReport], about: Page[Any]) -> None:
        super().__init__(host)
        self.letters = LineNumbers(self)
        self.entries = [action for action in about.doable() if action is not Action.MENU]

    def title(self) -> str:
        return help_words.MENU_TITLE

    def columns(self) -> Sequence[Column]:
        return (Column((), 5), Column((), 9), Column((), max(self.host.width - 15, 20)))

    def count(self) -> int:
        return len(self.entries)

    def cell(self, row: int, col: int) -> Cell:
        key = BY_ACTION[self.entries[row]]
        return (Cell(f"{row + 1:>3}"), Cell(key.label), Cell(key.long))[col]

    def number(self, row: int) -> int:
        """1, 2, 3..."""
        return row + 1

    def open(self, row: int) -> None:
        """Carry the entry out on the page below."""
        self.host.back()
        action = self.entries[row]
        if action is Action.BACK:
            self.host.escape()
        else:
            self.host.act(action)

    def explain(self) -> str:
        return help_words.MENU_HELP

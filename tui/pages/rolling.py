"""Chuyển hồ sơ lên năm học mới on screen: everything is told first, nothing is written before Enter."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace

from forms.errors import NhomtreError
from forms.roll import Roll
from forms.roster import SchoolYear
from tui import texts
from tui.canvas import Role
from tui.keys import Action
from tui.pages.base import Host
from tui.pages.grid import Cell, Column
from tui.pages.lists import ListPage
from tui.rolling import told


class RollPage(ListPage):
    """What the next school year would begin with."""

    actions = (Action.MENU, Action.HELP, Action.BACK)

    def __init__(self, host: Host, rolled: Roll) -> None:
        super().__init__(host)
        self.rolled = rolled
        self.settle()

    def title(self) -> str:
        """Into which year."""
        return texts.ROLL_TITLE.format(year=self.rolled.content.year)

    def headings(self, width: int) -> list[tuple[tuple[str, Role], ...]]:
        """None."""
        return []

    def columns(self) -> Sequence[Column]:
        """One column of text."""
        return (Column(("",), max(self.host.width - 1, 20)),)

    @property
    def lines(self) -> list[str]:
        """What moves up, who leaves, what wants a look."""
        width = max(self.host.width - 3, 20)
        return [
            line
            for text in told(self.work.content, self.rolled)
            for line in textwrap.wrap(text, width, drop_whitespace=False, subsequent_indent="    ")
        ]

    def count(self) -> int:
        """Number of lines."""
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        """A line."""
        return Cell(self.lines[row])

    def open(self, row: int, col: int) -> bool:
        """Write the new year and go on with it."""
        year = self.rolled.content.year
        try:
            self.work.workspace.keep(self.rolled.content)
            self.work.move_to(replace(self.work.workspace, chosen_year=year))
        except NhomtreError as error:
            self.host.say(str(error))
            return True
        old = SchoolYear(year.start - 1)
        self.host.home()
        self.host.say(texts.ROLLED.format(year=year, old=old))
        return True

    def why_not(self, row: int, col: int) -> str:
        """Nothing is typed here."""
        return texts.ROLL_HELP

    def explain(self) -> str:
        """What Enter does."""
        return texts.ROLL_HELP


def start(host: Host) -> None:
    """Show what the next year would be, or why it cannot be made."""
    work = host.work
    try:
        rolled = work.workspace.roll(work.content, SchoolYear(work.content.year.start + 1))
    except NhomtreError as error:
        host.say(str(error))
    else:
        host.push(RollPage(host, rolled))

"""The first start in an empty folder: a new report, a package, or the training copy."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from forms.model.errors import NhomtreError
from tui import texts
from tui.desk.canvas import Role
from tui.desk.grid import Cell, Column
from tui.desk.keys import Action
from tui.desk.numbered import NumberedPage
from tui.desk.page import Host
from tui.jobs.workspace import training_workspace


class FirstPage(NumberedPage):
    """Three ways to begin."""

    actions = (Action.MENU, Action.HELP)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.settle()

    def title(self) -> str:
        """The name of the program."""
        return texts.HOME_TITLE

    def headings(self, width: int) -> list[tuple[tuple[str, Role], ...]]:
        """None."""
        return []

    def columns(self) -> Sequence[Column]:
        """Number and choice."""
        return (Column(("",), 5), Column(("",), max(self.host.width - 6, 20)))

    def count(self) -> int:
        """A line for each choice, after the greeting."""
        return len(texts.FIRST_LINES) + len(texts.FIRST_CHOICES)

    def can_stop(self, row: int) -> bool:
        """The choices."""
        return row >= len(texts.FIRST_LINES)

    def cell(self, row: int, col: int) -> Cell:
        """A line of the greeting, or a choice."""
        choice = row - len(texts.FIRST_LINES)
        if choice < 0:
            return Cell(texts.FIRST_LINES[row] if col == 1 else "")
        return Cell(f"{choice + 1:>3}" if col == 0 else texts.FIRST_CHOICES[choice])

    def number(self, row: int) -> int:
        """Choices are numbered, the greeting is not."""
        return max(row - len(texts.FIRST_LINES) + 1, 0)

    def open(self, row: int, col: int) -> bool:
        """Begin."""
        (self._new, self._package, self._training)[row - len(texts.FIRST_LINES)]()
        return True

    def _new(self) -> None:
        self.work.put(("facility", "school_year"), self.work.content.year.start)
        self._go_home()

    def _package(self) -> None:
        self.host.ask(texts.ASK_PACKAGE, self._read)

    def _read(self, name: str) -> None:
        from forms.package.reader import read
        from tui.jobs.user_files import bytes_of

        try:
            package = read(bytes_of(Path(os.path.expanduser(name))))  # noqa: PTH111 - "~nobody" stays as it is
        except NhomtreError as error:
            self.host.say(str(error).splitlines()[0])
            return
        self.work.adopt(package)
        self.host.say(texts.ALL_SAVED)
        self._go_home()

    def _training(self) -> None:
        workspace = training_workspace(self.work.workspace.folder, None, self.work.workspace.day)
        workspace.make_training_copy(again=False)
        self.work.move_to(replace(workspace))
        self._go_home()

    def _go_home(self) -> None:
        from tui.pages.home.home import HomePage

        self.host.begin(HomePage(self.host))

    def why_not(self, row: int, col: int) -> str:
        """Choices are chosen."""
        return texts.FIRST_HELP

    def explain(self) -> str:
        """How to choose."""
        return texts.FIRST_HELP

"""Help: the place where one was, the keys, whom to call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from tui.desk.canvas import Role, wrapped
from tui.desk.frame import in_words
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Deed, Host, Page, sentence_of
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.pages.help.contact_card import contact_card
from tui.texts import report_words
from tui.texts.help import help_words
from tui.texts.help.keys import BY_ACTION, OF_THE_SCREEN, Action, Key, label_of


def help_of_page(host: Host[ShownReport]) -> HelpPage | None:
    """Help on the page in front; None when that is help already. A learner is also helped with the task in hand."""
    host.give_hint()
    return None if isinstance(host.page, HelpPage) else HelpPage(host, host.page)


class HelpPage(ListPage[ShownReport]):
    """Help on a page."""

    actions = (Action.CAMPAIGN, Action.PRINT, Action.MENU, Action.BACK)

    def __init__(self, host: Host[ShownReport], about: Page[Any]) -> None:
        super().__init__(host)
        self._about = about
        self._doable = about.doable()

    def title(self) -> str:
        return help_words.HELP_TITLE

    def columns(self) -> Sequence[Column]:
        return (Column((), self.host.width - 1),)

    @property
    def lines(self) -> list[tuple[str, Role]]:
        """The text, wrapped."""
        return self.once("lines", (self.host.width, self.work.workspace), self._lines)

    def _lines(self) -> list[tuple[str, Role]]:
        width = max(self.host.width - 4, 20)
        lines: list[tuple[str, Role]] = []

        def paragraph(text: str, role: Role = Role.TEXT, hang: int = 0) -> None:
            for line in wrapped(text, width, hang=hang) or [""]:
                lines.append((line, role))

        about = list(filter(None, self._about.help()))
        told = " ".join(about)
        about += [in_words(message) for message in self._about.messages() if message[1] not in told]
        about += [in_words((issue.severity, sentence_of(issue))) for issue in self._about.beside()]
        about += self._reasons()
        if about:
            paragraph(help_words.HELP_HERE, Role.HEADING)
            for text in about:
                paragraph(text)
            paragraph("")
        paragraph(help_words.HELP_KEYS, Role.HEADING)
        for keys, what in (*map(_in_words, self._keys()), *self._about.moves(), *OF_THE_SCREEN):
            paragraph(f"{keys:<15} {what}", hang=16)
        paragraph("")
        if signs := self._about.signs():
            paragraph(help_words.HELP_SIGNS, Role.HEADING)
            for sign, meaning in signs.items():
                paragraph(f"{sign}  {meaning}")
            paragraph("")
        paragraph(help_words.HELP_CONTACT, Role.HEADING)
        for text in contact_card(self.work):
            paragraph(text)
        paragraph(report_words.WELCOME_FOLDER.format(folder=self.work.workspace.folder))
        return lines

    def _reasons(self) -> list[str]:
        """Why what is wrong in focus is asked at all, and where that was read."""
        form = self.work.content.form
        reasons = (form.reason_of(issue.rule) for issue in self._about.issues_in_focus())
        return [
            help_words.WHY.format(why=reason.why, source=reason.source)
            for reason in dict.fromkeys(reasons)
            if reason is not None
        ]

    def _keys(self) -> list[Key]:
        """What can be done on the page, by keys first."""
        return sorted((BY_ACTION[action] for action in self._doable), key=lambda key: not key.name)

    def count(self) -> int:
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        text, role = self.lines[row]
        return Cell(text, role=role)

    def open(self, row: int) -> None:
        """Enter leads back as well."""
        self.host.back()

    def deeds(self) -> Mapping[Action, Deed]:
        """What is printed here are the keys."""
        return {Action.PRINT: partial(self.host.open, PageName.KEY_SHEET)}

    def explain(self) -> str:
        return help_words.HELP_HELP_LINE


def _in_words(key: Key) -> tuple[str, str]:
    """Its names, and what it does."""
    also = [label_of(name) for name in key.also]
    return (key.label + (f" ({', '.join(also)})" if also else "") or BY_ACTION[Action.MENU].label), key.long

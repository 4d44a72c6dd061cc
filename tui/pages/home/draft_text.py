"""A text that was being typed when a session ended and that fits its cell no more: to read and to copy."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from datetime import datetime

from forms.dossier.place_names import exists, place_of_value, title_of
from forms.store.drafts.draft import Draft
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.desk.shown_report import ShownReport
from tui.texts import desk_words


class DraftPage(ListPage[ShownReport]):
    """The text of *draft*. Leaving the page puts it away: *drop* gives the name of its file."""

    def __init__(self, host: Host[ShownReport], draft: Draft, drop: Callable[[], str]) -> None:
        super().__init__(host)
        self._draft = draft
        self._drop = drop

    def title(self) -> str:
        return desk_words.DRAFT_TITLE

    def columns(self) -> Sequence[Column]:
        return (Column((), self.host.width - 1),)

    @property
    def lines(self) -> list[tuple[str, Role]]:
        """When and where it was typed, then the text, wrapped."""
        return self.once("lines", self.host.width, self._lines)

    def _lines(self) -> list[tuple[str, Role]]:
        draft, content, width = self._draft, self.work.content, self.host.width - 4
        place = place_of_value(draft.path, content.form)
        about = (
            desk_words.DRAFT_TYPED_AT_PLACE if place and exists(place, content) else desk_words.DRAFT_TYPED_AT
        )
        title = title_of(place, content) if place and exists(place, content) else ""
        when = about.format(at=datetime.fromisoformat(draft.at), place=title)
        return [
            *((line, Role.HEADING) for line in textwrap.wrap(when, width)),
            ("", Role.TEXT),
            *((line, Role.TEXT) for line in textwrap.wrap(draft.text, width)),
            ("", Role.TEXT),
            *((line, Role.DIM) for line in textwrap.wrap(desk_words.DRAFT_NOT_IN_ITS_CELL, width)),
        ]

    def count(self) -> int:
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        text, role = self.lines[row]
        return Cell(text, role=role)

    def open(self, row: int) -> None:
        """Enter leaves as well."""
        self._leave()

    def escape(self) -> bool:
        self._leave()
        return True

    def _leave(self) -> None:
        name = self._drop()
        self.host.back()
        self.host.say(desk_words.DRAFT_DROPPED.format(name=name))

    def explain(self) -> str:
        return desk_words.DRAFT_HELP

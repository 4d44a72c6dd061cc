"""A text that was being typed when a session ended and that fits its cell no more: to read and to copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from forms.dossier.content import Content
from forms.dossier.place_names import exists, place_of_value, title_of
from forms.model.code_list import Item
from forms.model.text import shorten
from forms.store.drafts.draft import Draft
from tui.desk.canvas import Role, wrapped
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.texts import desk_words


def choose_dropped(host: Host[ShownReport]) -> None:
    """Offer the texts that were dropped lately; the one that is chosen is shown whole."""
    file = host.work.draft_file
    dropped = file.dropped() if file else []
    if not dropped:
        host.say(desk_words.DROPPED_NONE)
        return
    items = [Item(str(number), _in_a_line(draft, host), {}) for number, draft in enumerate(dropped, 1)]
    host.choose(
        desk_words.DROPPED_TITLE,
        items,
        lambda item: host.open(PageName.DRAFT, dropped[int(item.code) - 1]),
    )


def _in_a_line(draft: Draft, host: Host[ShownReport]) -> str:
    place = title_of_draft(draft, host.work.content)
    at = datetime.fromisoformat(draft.at)
    return desk_words.DROPPED_LINE.format(at=at, text=shorten(draft.text, host.width // 2), place=place)


def title_of_draft(draft: Draft, content: Content) -> str:
    """Where it was typed, in words; empty when there is no such place any more."""
    place = place_of_value(draft.path, content.form)
    return title_of(place, content) if place and exists(place, content) else ""


class DraftPage(ListPage[ShownReport]):
    """The text of *draft*. Leaving the page puts it away by *drop*, unless that was done before."""

    def __init__(
        self, host: Host[ShownReport], draft: Draft, drop: Callable[[], object] | None = None
    ) -> None:
        super().__init__(host)
        self._draft = draft
        self._drop = drop

    def title(self) -> str:
        return desk_words.DRAFT_TITLE if self._drop else desk_words.DROPPED_TITLE

    def columns(self) -> Sequence[Column]:
        return (Column((), self.host.width - 1),)

    @property
    def lines(self) -> list[tuple[str, Role]]:
        """When and where it was typed, then the text, wrapped."""
        return self.once("lines", self.host.width, self._lines)

    def _lines(self) -> list[tuple[str, Role]]:
        draft, width = self._draft, self.host.width - 4
        title = title_of_draft(draft, self.work.content)
        about = desk_words.DRAFT_TYPED_AT_PLACE if title else desk_words.DRAFT_TYPED_AT
        when = about.format(at=datetime.fromisoformat(draft.at), place=title)
        why = desk_words.DRAFT_NOT_IN_ITS_CELL if self._drop else desk_words.DROPPED_WHY
        return [
            *((line, Role.HEADING) for line in wrapped(when, width)),
            ("", Role.TEXT),
            *((line, Role.TEXT) for line in wrapped(draft.text, width)),
            ("", Role.TEXT),
            *((line, Role.DIM) for line in wrapped(why, width)),
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
        if self._drop is not None:
            self._drop()
            self.host.say(desk_words.DRAFT_DROPPED)
        self.host.back()

    def explain(self) -> str:
        return desk_words.DRAFT_HELP if self._drop else desk_words.DROPPED_HELP

"""The draft of what is being typed: kept while the keys rest and at every end, offered in its cell by the next session.

Enter goes on typing it, Esc drops it; a letter waits for one of them, because a start may lead to the cell unasked and
letters may have been typed before the screen stood. Where it fits no more it is shown as a text to read and copy.
A report that is only looked at has no draft file.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from forms.dossier.content import Path
from forms.dossier.place_names import exists, place_of_value
from forms.model.errors import NhomtreError
from forms.model.text import shorten
from tui.desk.page import Host, Page, Unfinished
from tui.desk.page_names import PageName
from tui.texts import desk_words

if TYPE_CHECKING:
    from forms.store.drafts.draft import Draft
    from forms.store.drafts.draft_file import DraftFile

EXPLANATIONS = "explanations"
"""The part whose texts are typed where the report is signed off."""
LEAST_TEXT = 12
"""Cells of the text in the offer, however narrow the screen is."""


class Typist(Host[Any], Protocol):
    """The desk as its drafts see it."""

    @property
    def unfinished(self) -> Unfinished | None:
        """What is being typed."""


class Drafts:
    """The draft of the report that is open."""

    def __init__(self, host: Typist) -> None:
        self._host = host
        self._file: DraftFile | None = None
        self._page: Page[Any] | None = None
        """Where the draft is offered, and the path of the cell there."""
        self._cell: Path | None = None
        self._letters_came = False
        """Whether letters were refused; the Enter behind them belongs to them."""

    # Offering

    def offer(self) -> None:
        """Take up what a session before this one left: in its cell, else as a text."""
        host = self._host
        self._file, self._page = host.work.draft_file, None
        draft = self._file.offered if self._file else None
        if draft is not None:
            self._offer(draft)
        if host.work.came_back is not None:
            host.open(PageName.CAME_BACK)

    def _offer(self, draft: Draft) -> None:
        host = self._host
        if self._go_to(draft):
            self._page, self._cell = host.page, host.page.path_here
        else:
            host.home()
            host.open(PageName.DRAFT, draft, self._drop)

    def _go_to(self, draft: Draft) -> bool:
        host, content = self._host, self._host.work.content
        if content.value(draft.path) != draft.old:
            return False
        place = place_of_value(draft.path, content.form)
        if draft.path[0] == EXPLANATIONS:
            host.open(PageName.SIGN_OFF)
        elif place is None or not exists(place, content):
            return False
        else:
            host.open(place)
        return host.page.seek(draft.path)

    @property
    def _here(self) -> Draft | None:
        """The draft that is offered where the cursor is."""
        host = self._host
        draft = self._file.offered if self._file else None
        if draft is None or host.page is not self._page or host.page.path_here != self._cell:
            return None
        return draft if host.work.content.value(draft.path) == draft.old and host.unfinished is None else None

    @property
    def sentence(self) -> str:
        """The offer; empty where there is none."""
        draft = self._here
        if draft is None:
            return ""
        sentence = desk_words.DRAFT_OFFER.get(draft.path[0], desk_words.DRAFT_OFFER_TEXT)
        at = datetime.fromisoformat(draft.at)
        room = self._host.width - len(sentence.format(text="", at=at))
        return sentence.format(text=shorten(draft.text, max(room, LEAST_TEXT)), at=at)

    def key(self, name: str, char: str | None) -> bool:
        """Whether a key answers the offer or waits for the answer."""
        if self._here is None:
            return False
        if name == "enter":
            if not self._letters_came:
                self.accept()
            self._letters_came = False
        elif name == "escape":
            self._drop()
            self._host.say(desk_words.DRAFT_DROPPED)
        elif name in ("backspace", "delete") or (char is not None and char.isprintable()):
            self._letters_came = True
        else:
            return False
        return True

    def accept(self) -> bool:
        """Go on typing the draft that is offered here; False when none is."""
        draft = self._here
        if draft is None or self._file is None:
            return False
        self._file.accept()
        self._host.page.take_up(draft.path, draft.text)
        return True

    def _drop(self) -> None:
        """Put it away. Raises StorageError."""
        if self._file is not None:
            self._file.set_aside()

    # Keeping

    def after_key(self, name: str) -> None:
        """What was kept is gone once it is committed, and put away once Esc has dropped it."""
        if self._host.work.draft_file is not self._file:
            self.offer()
            return
        wanted = self._file.wanted if self._file else None
        typed = self._host.unfinished if wanted else None
        if self._file is None or wanted is None or (typed and typed.path == wanted.path):
            return
        if name == "escape":
            with suppress(NhomtreError):  # the text itself was dropped
                self._file.set_aside()
        else:
            self._file.want(None)
            self.save()

    def note(self) -> None:
        """Where the keys are carried out: what is being typed now is to be kept."""
        if self._file is None:
            return
        typed, content = self._host.unfinished, self._host.work.content
        old = content.value(typed.path) if typed else None
        if typed is None or typed.text == old:
            self._file.want(None)
        else:
            self._file.want(typed.path, typed.text, old)

    def save(self) -> None:
        """Write what was noted. From any thread; a disk that is full tells itself at the next commit."""
        if self._file is not None:
            with suppress(NhomtreError):
                self._file.save()

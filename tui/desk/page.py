"""What every page is, and what a page may ask of the desk that holds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from forms.model.issue import Issue, Severity
from forms.model.place import Place
from tui.desk.canvas import Line
from tui.desk.keys import Action
from tui.jobs.open_report import Work
from tui.jobs.remarks import remarks_at

if TYPE_CHECKING:
    from tui.jobs.background import Job

Message = tuple[Severity | None, str]
Made = TypeVar("Made")


class Host(Protocol):
    """The desk as pages see it."""

    work: Work
    issue_in_hand: Issue | None
    issue_place: int
    width: int

    @property
    def page(self) -> Page:
        """The page in front."""

    def home(self) -> Page:
        """Back to the first page."""

    def begin(self, page: Page) -> None:
        """Make *page* the first page and the only one."""

    def push(self, page: Page) -> None:
        """Show *page*; Esc comes back to this one."""

    def back(self) -> None:
        """Leave the page in front."""

    def say(self, text: str) -> None:
        """One sentence on the message line, until the next key."""

    def ask(self, question: str, answer: Callable[[str], None], text: str = "") -> None:
        """Ask for a line of text on the message line; Esc drops the question."""

    def act(self, action: Action) -> None:
        """Carry out an action of the key list."""

    def enter(self, work: Work, first: Callable[[Any], Page]) -> None:
        """Go into another dossier; Esc on its first page leads back to this one."""

    def start(self, job: Job[Any]) -> None:
        """Begin work away from the keys."""

    def size(self) -> tuple[int, int]:
        """Columns and rows of the body."""


class Page:
    """A page: title, headings, body, the line that explains, messages, and the keys that it knows."""

    actions: tuple[Action, ...] = (Action.HELP, Action.MENU, Action.BACK)
    workbook = "xlsx"
    """What F8 makes here."""
    is_asking = False
    """Whether something made of the content waits here for an answer: undo and redo wait as well."""
    part = "cells"
    """The part of the dossier that is edited here."""
    alone = False
    """Whether only its own keys work here, not those that work everywhere else."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self._kept: dict[str, tuple[object, object, Any]] = {}

    def kept(self, name: str, state: object, make: Callable[[], Made]) -> Made:
        """What *make* gave for this content and *state*; made again when one of them is another."""
        content = self.work.content
        known = self._kept.get(name)
        if known is None or known[0] is not content or known[1] != state:
            known = self._kept[name] = (content, state, make())
        made: Made = known[2]
        return made

    @property
    def work(self) -> Work:
        """The open dossier."""
        return self.host.work

    def title(self) -> str:
        """What the page is."""
        raise NotImplementedError

    def headings(self, width: int) -> list[Line]:
        """Lines that stay while the body scrolls."""
        return []

    def body(self, width: int, height: int) -> list[Line]:
        """The visible lines."""
        raise NotImplementedError

    def explain(self) -> str:
        """One line about the place of the cursor."""
        return ""

    def messages(self) -> list[Message]:
        """What is wrong there."""
        return []

    def place_here(self) -> Place | None:
        """The place in the report where the cursor is."""
        return None

    def all_messages(self) -> list[Message]:
        """What the office said of this place, then what is wrong there."""
        remarks, here = self.work.remarks, self.place_here()
        banners = remarks_at(remarks, here) if remarks and here else ()
        return [*((remark.severity, remark.sentence) for remark in banners), *self.messages()]

    def key(self, name: str, char: str | None) -> bool:
        """Take a key; False when it means nothing here."""
        return False

    def paste(self, text: str) -> None:
        """Take pasted text."""

    def act(self, action: Action) -> bool:
        """Carry out an action of this page's own; False leaves it to the desk."""
        return False

    def leave(self) -> bool:
        """Before another action or page: commit what is being typed. False keeps it where it is."""
        return True

    def saved(self) -> str:
        """What to say when what was typed is kept; nothing leaves it to the desk, which tells when it was saved."""
        return ""

    def escape(self) -> bool:
        """Whether Esc was used here; otherwise the desk goes back."""
        return False

    def help(self) -> list[str]:
        """Paragraphs about this page and the place of the cursor."""
        return []

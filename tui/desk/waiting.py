"""Pages that wait for work away from the keys; Esc stops it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from forms.model.errors import NhomtreError
from tui import texts
from tui.desk.canvas import Role
from tui.desk.grid import Cell, Column
from tui.desk.keys import Action
from tui.desk.lists import ListPage
from tui.desk.page import Host, Page
from tui.jobs.background import Job

if TYPE_CHECKING:
    from exports.reading.workbook_reader import Watch

Made = TypeVar("Made")


class WaitPage(ListPage):
    """Lines of text while something is made; *cancel* stops what is under way."""

    actions: tuple[Action, ...] = (Action.BACK,)

    def __init__(self, host: Host, lines: Sequence[str], cancel: Callable[[], None]) -> None:
        super().__init__(host)
        self._cancel = cancel
        self._lines = list(lines)
        self.is_running = True
        self.settle()

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

    def escape(self) -> bool:
        """Esc stops what is under way; after that it leads back."""
        if not self.is_running:
            return False
        self._cancel()
        self.is_running = False
        self.stopped()
        return True

    def stopped(self) -> None:
        """What is shown then."""

    def open(self, row: int, col: int) -> bool:
        """Enter leads back once it is done."""
        if not self.is_running:
            self.host.back()
        return True

    def why_not(self, row: int, col: int) -> str:
        """Nothing is typed here."""
        return self.explain()


class ReadingPage(WaitPage):
    """A workbook being read. Whatever is typed meanwhile comes here and changes nothing."""

    alone = True

    def __init__(self, host: Host, title: str, cancel: Callable[[], None]) -> None:
        self._title = title
        super().__init__(host, [texts.READING], cancel)

    def title(self) -> str:
        """The title of the page that will stand here."""
        return self._title

    def explain(self) -> str:
        """What Esc does."""
        return texts.READING_HELP

    def paste(self, text: str) -> None:
        """Nothing is taken."""
        self.host.say(self.explain())

    def stopped(self) -> None:
        """Back to where one was."""
        self.host.back()
        self.host.say(texts.READING_STOPPED)


class Reading(Job[Made | NhomtreError], Generic[Made]):
    """*read* reads a file; then *show* makes the page of what was read, or why it was not is said."""

    def __init__(
        self, host: Host, title: str, read: Callable[[Watch], Made], show: Callable[[Made], Page]
    ) -> None:
        super().__init__()
        self._host = host
        self._read = read
        self._show = show
        self._page = ReadingPage(host, title, self.stop)

    def begin(self) -> None:
        """Show that it is being read, and read."""
        self._host.push(self._page)
        self._host.start(self)

    def work(self) -> Made | NhomtreError:
        """What was read, or why it was not."""
        try:
            return self._read(self.watch)
        except NhomtreError as error:
            return error

    def done(self, result: Made | NhomtreError) -> None:
        """The page of it in the place of the one that waited."""
        if self._host.page is not self._page:
            return
        self._host.back()
        if isinstance(result, NhomtreError):
            self._host.say(str(result))
        else:
            self._host.push(self._show(result))

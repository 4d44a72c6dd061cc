"""Pages that wait for work away from the keys; Esc stops it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from forms.model.errors import NhomtreError
from tui.desk.grid.cells import Cell, Column
from tui.desk.keys import Action
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.desk.shown_report import (
    Report,
)
from tui.jobs.background import Job
from tui.texts import desk_words

if TYPE_CHECKING:
    from exports.reading.workbook_reader import Watch

WaitResult = TypeVar("WaitResult")


class WaitPage(ListPage[Report]):
    """Lines of text while something is made; Esc stops it and leads back.

    *keys* tells what Esc does, *stopped* what is said once it has, *stop* gives up what is under way.
    """

    alone = True
    actions: tuple[Action, ...] = (Action.BACK,)

    def __init__(
        self, host: Host[Any], title: str, line: str, keys: str, stopped: str, stop: Callable[[], None]
    ) -> None:
        super().__init__(host)
        self._title, self._keys, self._stopped = title, keys, stopped
        self._stop = stop
        self._lines = [line]
        self.settle()

    def tell(self, line: str) -> None:
        """How far it is."""
        self._lines = [line]

    def title(self) -> str:
        return self._title

    def columns(self) -> Sequence[Column]:
        return (Column((), max(self.host.width - 1, 20)),)

    def count(self) -> int:
        return len(self._lines)

    def cell(self, row: int, col: int) -> Cell:
        return Cell(self._lines[row])

    def explain(self) -> str:
        return self._keys

    def paste(self, text: str) -> None:
        """Nothing is taken."""
        self.host.say(self.explain())

    def escape(self) -> bool:
        """Esc stops what is under way and leads back to where one was."""
        self._stop()
        self.host.back()
        self.host.say(self._stopped)
        return True


class Reading(Job[WaitResult | NhomtreError], Generic[WaitResult]):
    """*read* reads a file; then *show* goes to the page of what was read, or why it was not is said."""

    def __init__(
        self,
        host: Host[Any],
        title: str,
        read: Callable[[Watch], WaitResult],
        show: Callable[[WaitResult], None],
    ) -> None:
        super().__init__()
        self._host = host
        self._read = read
        self._show = show
        self._page = WaitPage(
            host, title, desk_words.READING, desk_words.READING_HELP, desk_words.READING_STOPPED, self.stop
        )

    def begin(self) -> None:
        """Show that it is being read, and read."""
        self._host.wait(self, self._page)

    def work(self) -> WaitResult | NhomtreError:
        """What was read, or why it was not."""
        try:
            return self._read(self.watch)
        except NhomtreError as error:
            return error

    def done(self, result: WaitResult | NhomtreError) -> None:
        """The page of it in the place of the one that waited."""
        if self._host.page is not self._page:
            return
        self._host.back()
        if isinstance(result, NhomtreError):
            self._host.say(str(result))
        else:
            self._show(result)

"""A page that waits for work away from the keys; Esc stops it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from forms.model.errors import NhomtreError
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.desk.shown_report import ShownReport
from tui.jobs.background import Job, Result
from tui.texts.help.keys import Action


class WaitWords(NamedTuple):
    """What a page says while it waits: *keys* what Esc does, *stopped* that it has; *progress* has {done}, {total}."""

    title: str
    line: str
    keys: str
    stopped: str = ""
    progress: str = ""


def wait_for(
    host: Host[Any],
    words: WaitWords,
    work: Callable[[Job[Any]], Result],
    show: Callable[[Result], None],
    *,
    can_stop: bool = True,
) -> None:
    """Carry *work* out behind a page that waits; where one was, *show* its result, or say why there is none.

    *work* is carried out as ``Job`` says, *show* on the side of the keys. Esc stops it, if it *can_stop*: nothing is shown then.
    """

    def ended(outcome: Result | NhomtreError) -> None:
        page.end(partial(finish, outcome))

    def finish(outcome: Result | NhomtreError) -> None:
        host.back()
        if isinstance(outcome, NhomtreError):
            host.say(str(outcome))
        else:
            show(outcome)

    job = Job(work, ended, lambda done, total: page.tell(words.progress.format(done=done, total=total)))
    page = WaitPage(host, words, job.stop if can_stop else None)
    host.wait(job, page)


class WaitPage(ListPage[ShownReport]):
    """A line of text while something is made. *stop* gives up what is under way; None where that cannot be."""

    alone = True
    actions: tuple[Action, ...] = (Action.BACK,)

    def __init__(self, host: Host[Any], words: WaitWords, stop: Callable[[], None] | None) -> None:
        super().__init__(host)
        if stop is None:
            self.actions = ()
        self._words = words
        self._stop = stop
        self._line = words.line
        self._finish: Callable[[], None] | None = None

    def end(self, finish: Callable[[], None]) -> None:
        """The work has ended: *finish* once this page is in front, for the keys above it were meant for what is there."""
        self._finish = finish
        if self.host.page is self:
            self.come_to_front()

    def come_to_front(self) -> None:
        """Finish what has ended meanwhile."""
        finish, self._finish = self._finish, None
        if finish is not None:
            finish()

    def tell(self, line: str) -> None:
        """How far it is."""
        self._line = line

    def title(self) -> str:
        return self._words.title

    def columns(self) -> Sequence[Column]:
        return (Column((), max(self.host.width - 1, 20)),)

    def count(self) -> int:
        return 1

    def cell(self, row: int, col: int) -> Cell:
        return Cell(self._line)

    def explain(self) -> str:
        return self._words.keys

    def paste(self, text: str) -> None:
        """Nothing is taken."""
        self.host.say(self.explain())

    def escape(self) -> bool:
        """Esc stops what is under way and leads back to where one was; it says so where that cannot be."""
        if self._stop is None:
            self.host.say(self._words.keys)
            return True
        self._stop()
        self.host.back()
        self.host.say(self._words.stopped)
        return True

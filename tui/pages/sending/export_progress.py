"""An export under way: how far it is, what came of it. Esc stops it; a file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from textwrap import wrap

from forms.model.errors import NhomtreError
from tui.desk.grid.cells import Cell, Column
from tui.desk.keys import Action
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.jobs.background import Job
from tui.jobs.export_process import export_in_process
from tui.jobs.exporting import ExportKind
from tui.jobs.open_report import Work
from tui.texts.revisions import export_words

BAR = 40


class ExportPage(ListPage[Work]):
    """One export. *stop* stops the process that makes the file."""

    actions = (Action.BACK, Action.HELP)

    def __init__(self, host: Host[Work], kind: ExportKind, stop: Callable[[], None]) -> None:
        super().__init__(host)
        self.kind = kind
        self.is_running = True
        self._stop = stop
        self._lines = [export_words.EXPORT_STARTED[kind]]
        self.settle()

    def columns(self) -> Sequence[Column]:
        return (Column((), max(self.host.width - 1, 20)),)

    def count(self) -> int:
        return len(self._lines)

    def cell(self, row: int, col: int) -> Cell:
        return Cell(self._lines[row])

    def escape(self) -> bool:
        """Esc stops what is under way; after that it leads back."""
        if not self.is_running:
            return False
        self._stop()
        self.finish([export_words.EXPORT_STOPPED])
        return True

    def open(self, row: int) -> None:
        """Enter leads back once it is done."""
        if not self.is_running:
            self.host.back()

    def progress(self, done: int, total: int) -> None:
        """So many steps of so many."""
        if not self.is_running:
            return
        filled = BAR * done // max(total, 1)
        self._lines[1:] = ["", f"[{'#' * filled}{'.' * (BAR - filled)}] {done}/{total}"]

    def finish(self, lines: Sequence[str]) -> None:
        """What came of it."""
        self.is_running = False
        room = max(self.host.width - 3, 20)
        self._lines = [part for line in lines for part in wrap(line, room, break_on_hyphens=False)]
        self.settle()

    def title(self) -> str:
        """What is made."""
        return export_words.EXPORT_TITLE[self.kind]

    def explain(self) -> str:
        """What Esc does now."""
        return export_words.EXPORT_RUNNING if self.is_running else export_words.EXPORT_OVER


class Export(Job[list[str]]):
    """Makes the files in a process of its own; the lines are what came of it."""

    def __init__(self, host: Host[Work], kind: ExportKind) -> None:
        super().__init__()
        self.kind = kind
        self.page = ExportPage(host, kind, self.stop)
        self._workspace = host.work.workspace

    def work(self) -> list[str]:
        """The paths of the files, or why there are none."""
        notices: list[str] = []
        try:
            paths = export_in_process(self._workspace, self.kind, self.watch, self._progress, notices.append)
        except NhomtreError as error:
            return [*notices, str(error)]
        return [export_words.EXPORTED, *map(str, paths), *notices]

    def _progress(self, done: int, total: int) -> None:
        self.meanwhile(partial(self.page.progress, done, total))

    def done(self, result: list[str]) -> None:
        """Show it."""
        self.page.finish(result)


def export_page(host: Host[Work], kind: ExportKind) -> None:
    """Make a file in a process of its own, and show how far it is."""
    if host.work.why_not_printed:
        host.say(host.work.why_not_printed)
        return
    job = Export(host, kind)
    host.wait(job, job.page)

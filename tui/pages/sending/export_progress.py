"""An export under way: how far it is, what came of it. Esc stops it; a file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from exports.output.outside_folders import folder_in_words
from forms.model.errors import NhomtreError
from tui.desk.canvas import width_of, wrapped
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.jobs.background import Job
from tui.jobs.export_kinds import ExportKind
from tui.jobs.export_process import export_in_process
from tui.jobs.open_report import OpenReport
from tui.pages.sending.copying import offer_copies
from tui.texts import home_words
from tui.texts.help.keys import Action
from tui.texts.revisions import export_words

BAR = 40


class ExportPage(ListPage[OpenReport]):
    """One export. *stop* stops the process that makes the file."""

    actions = (Action.BACK, Action.HELP)

    def __init__(self, host: Host[OpenReport], kind: ExportKind, stop: Callable[[], None]) -> None:
        super().__init__(host)
        self.kind = kind
        self.is_running = True
        self._stop = stop
        self._notices: list[str] = []
        self._files: list[Path] = []
        count = home_words.in_words(len(self.work.content.form.tables))
        self._lines = [export_words.EXPORT_STARTED[kind].format(count=count)]

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
        self._end([export_words.EXPORT_STOPPED])
        return True

    def open(self, row: int) -> None:
        """Enter copies what was made to where the owner finds it; it leads back where nothing was."""
        if self._files:
            offer_copies(self.host, self._files)
        elif not self.is_running:
            self.host.back()

    def progress(self, done: int, total: int) -> None:
        """So many steps of so many."""
        if not self.is_running:
            return
        filled = BAR * done // max(total, 1)
        self._lines[1:] = [
            "",
            f"[{'#' * filled}{'.' * (BAR - filled)}] {export_words.STEP[self.kind]} {done}/{total}",
        ]

    def note(self, sentence: str) -> None:
        """Something worth saying beside the files."""
        self._notices.append(sentence)

    def finish(self, outcome: list[Path] | NhomtreError) -> None:
        """The paths of the files, or why there are none."""
        if isinstance(outcome, NhomtreError):
            self._end([*self._notices, str(outcome)])
        else:
            self._files = outcome
            folders = {path.parent for path in outcome}
            data_folder = self.work.workspace.folder
            kept = [
                export_words.KEPT_IN.format(where=folder_in_words(folder, data_folder)) for folder in folders
            ]
            names = chain.from_iterable(map(self._lines_of, outcome))
            self._end([export_words.EXPORTED, *names, *kept, *self._notices])

    def _lines_of(self, path: Path) -> Sequence[str]:
        """The path of a file; its name on a line of its own where both have no room on one."""
        if width_of(str(path)) <= self._room:
            return (str(path),)
        return str(path)[: -len(path.name)], path.name

    @property
    def _room(self) -> int:
        return max(self.host.width - 3, 20)

    def _end(self, lines: Sequence[str]) -> None:
        self.is_running = False
        self._lines = [part for line in lines for part in wrapped(line, self._room)]

    def title(self) -> str:
        return export_words.EXPORT_TITLE[self.kind]

    def explain(self) -> str:
        """What Esc does now."""
        if self.is_running:
            return export_words.EXPORT_RUNNING
        return export_words.EXPORT_OVER if self._files else export_words.EXPORT_FAILED_OVER


def export_page(host: Host[OpenReport], kind: ExportKind, place: str = "") -> None:
    """Make a file in a process of its own, and show how far it is."""
    if refusal := host.work.export_refusal:
        raise refusal
    workspace = host.work.workspace

    def work(job: Job[Any]) -> list[Path]:
        return export_in_process(
            workspace,
            kind,
            job.watch,
            job.progress,
            lambda sentence: job.tell(partial(page.note, sentence)),
            place,
        )

    job = Job(work, lambda outcome: page.finish(outcome), lambda done, total: page.progress(done, total))
    page = ExportPage(host, kind, job.stop)
    host.wait(job, page)

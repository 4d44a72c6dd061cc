"""Work of the office away from the keys: reading the folder, making files of the sum."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from exports.district.report_sum import Collection, collect
from forms.model.errors import NhomtreError
from tui import texts
from tui.desk.page import Host
from tui.desk.waiting import WaitPage
from tui.jobs.background import Job
from tui.jobs.workspace import Workspace


class Making(Job["Path | NhomtreError"]):
    """A file of the sum, made away from the keys."""

    def __init__(self, host: Host, title: str, make: Callable[[], Path]) -> None:
        super().__init__()
        self._host, self._make = host, make
        self._page = OfficeWait(host, title, texts.OFFICE_EXPORTING, self.stop)

    def begin(self) -> None:
        """Show that it is being made, and make it."""
        self._host.push(self._page)
        self._host.start(self)

    def work(self) -> Path | NhomtreError:
        """Its path, or why there is none."""
        try:
            return self._make()
        except NhomtreError as error:
            return error

    def done(self, result: Path | NhomtreError) -> None:
        """Say it."""
        if self._host.page is self._page:
            self._host.back()
        said = str(result) if isinstance(result, NhomtreError) else texts.OFFICE_WRITTEN.format(path=result)
        self._host.say(said)


class OfficeWait(WaitPage):
    """Something is read or made."""

    alone = True

    def __init__(self, host: Host, title: str, line: str, cancel: Callable[[], None]) -> None:
        self._title = title
        super().__init__(host, [line], cancel)

    def tell(self, line: str) -> None:
        """How far it is."""
        self._lines = [line]

    def title(self) -> str:
        """What is read or made."""
        return self._title

    def explain(self) -> str:
        """What Esc does."""
        return texts.OFFICE_READING_HELP

    def stopped(self) -> None:
        """Back to where one was."""
        self.host.back()
        self.host.say(texts.OFFICE_STOPPED)


class Collecting(Job["Collection | NhomtreError"]):
    """The folder being read; *first* shows what arrived."""

    def __init__(self, host: Host, workspace: Workspace, first: Callable[[Collection], None]) -> None:
        super().__init__()
        self._host, self._workspace, self._first = host, workspace, first
        self.page = OfficeWait(host, texts.OFFICE_READING_TITLE, texts.OFFICE_EXPORTING, self.stop)

    def work(self) -> Collection | NhomtreError:
        """Everything that arrived."""
        workspace = self._workspace
        try:
            return collect(
                [workspace.folder],
                workspace.today,
                workspace.chosen_year,
                progress=lambda done, total: self.meanwhile(partial(self._show, done, total)),
                cancelled=lambda: self.is_stopped,
            )
        except NhomtreError as error:
            return error

    def _show(self, done: int, total: int) -> None:
        self.page.tell(texts.OFFICE_READING.format(done=done, total=total))

    def done(self, result: Collection | NhomtreError) -> None:
        """Show it."""
        if isinstance(result, NhomtreError):
            self._host.back()
            self._host.say(str(result))
            return
        self._first(result)

"""Work of the office away from the keys: reading the folder, making files of the sum."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from exports.district.report_sum import Collection, collect
from forms.model.errors import NhomtreError
from tui.desk.kinds.wait_page import WaitPage
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.background import Job
from tui.jobs.district.office import SumReport
from tui.jobs.workspace import DatedFolder
from tui.texts.district import office_words


def _wait_page(host: Host[Any], title: str, stop: Callable[[], None]) -> WaitPage:
    return WaitPage(
        host,
        title,
        office_words.OFFICE_EXPORTING,
        office_words.OFFICE_READING_HELP,
        office_words.OFFICE_STOPPED,
        stop,
    )


class Making(Job["Path | NhomtreError"]):
    """A file of the sum, made away from the keys."""

    def __init__(self, host: Host[Any], title: str, make: Callable[[], Path]) -> None:
        super().__init__()
        self._host, self._make = host, make
        self._page = _wait_page(host, title, self.stop)

    def begin(self) -> None:
        """Show that it is being made, and make it."""
        self._host.wait(self, self._page)

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
        said = (
            str(result)
            if isinstance(result, NhomtreError)
            else office_words.OFFICE_WRITTEN.format(path=result)
        )
        self._host.say(said)


class Collecting(Job["Collection | NhomtreError"]):
    """The folder being read; then the office's first page shows what arrived."""

    def __init__(self, host: Host[Any], workspace: DatedFolder) -> None:
        super().__init__()
        self._host, self._workspace = host, workspace
        self._page = _wait_page(host, office_words.OFFICE_READING_TITLE, self.stop)

    def begin(self) -> None:
        """Show that it is being read, and read."""
        self._host.wait(self, self._page)

    def work(self) -> Collection | NhomtreError:
        """Everything that arrived."""
        workspace = self._workspace
        try:
            return collect(
                [workspace.folder],
                workspace.today,
                workspace.chosen_year,
                progress=lambda done, total: self.meanwhile(partial(self._show, done, total)),
                workers=1,  # a pool of processes cannot start here: Textual puts a stand-in for stderr, without a number
                cancelled=lambda: self.is_stopped,
            )
        except NhomtreError as error:
            return error

    def _show(self, done: int, total: int) -> None:
        self._page.tell(office_words.OFFICE_READING.format(done=done, total=total))

    def done(self, result: Collection | NhomtreError) -> None:
        """Show it."""
        if isinstance(result, NhomtreError):
            self._host.back()
            self._host.say(str(result))
            return
        self._host.begin(SumReport(self._workspace, result), PageName.OFFICE)


def read_folder(host: Host[SumReport]) -> None:
    """Read the folder of the office, then show its first page."""
    Collecting(host, host.work.workspace).begin()

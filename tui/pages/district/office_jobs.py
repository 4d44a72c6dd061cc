"""Work of the office away from the keys: reading the folder, making files of the sum."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from exports.district.report_sum import Collection, collect
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.background import Job
from tui.jobs.district.office import SumReport
from tui.jobs.workspace import DatedFolder
from tui.texts.district import office_words


def _words(title: str) -> WaitWords:
    return WaitWords(
        title,
        office_words.OFFICE_EXPORTING,
        office_words.OFFICE_READING_HELP,
        office_words.OFFICE_STOPPED,
        office_words.OFFICE_READING,
    )


def make_file(host: Host[Any], title: str, make: Callable[[], Path]) -> None:
    """Make a file of the sum, then say where it is."""
    wait_for(
        host,
        _words(title),
        lambda job: make(),
        lambda path: host.say(office_words.OFFICE_WRITTEN.format(path=path)),
    )


def read_folder(host: Host[SumReport]) -> None:
    """Read the folder of the office, then show its first page."""
    workspace, only_approved = host.work.workspace, host.work.only_approved
    wait_for(
        host,
        _words(office_words.OFFICE_READING_TITLE),
        partial(_collect, workspace),
        lambda collection: host.begin(
            SumReport(workspace, collection, only_approved=only_approved), PageName.OFFICE
        ),
    )


def _collect(workspace: DatedFolder, job: Job[Any]) -> Collection:
    return collect(
        [workspace.folder],
        workspace.today,
        workspace.chosen_year,
        progress=job.progress,
        cancelled=lambda: job.is_stopped,
    )

"""Work of the office away from the keys: reading the folder, making files of the sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from exports.district.answers_folder import AnswersFolder
from exports.district.arriving.arrivals import (
    Arrival,
)
from exports.district.report_sum import Collection, collect
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.desk.shown_report import ANSWERER
from tui.jobs.background import Job
from tui.jobs.district.approving import approve
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


def approve_after_question(
    host: Host[SumReport],
    answers: AnswersFolder,
    arrivals: Sequence[Arrival],
    end: Callable[[int], None],
) -> None:
    """Approve open reports without words: the name of who answers is the one question, the last one is offered."""
    work = host.work

    def answer(text: str) -> None:
        if not text:
            host.say(office_words.NO_ANSWERER)
            return
        work.last_used[ANSWERER] = text
        wait_for(host, _words(office_words.APPROVE_THEM.upper()), partial(_approve, text), end)

    def _approve(by: str, job: Job[Any]) -> int:
        return approve(
            work.workspace, answers, arrivals, by, progress=job.progress, cancelled=lambda: job.is_stopped
        )

    doubtful = sum(bool(arrival.errors or arrival.missing) for arrival in arrivals)
    beside = office_words.APPROVE_DOUBTFUL.format(count=doubtful) if doubtful else ""
    question = office_words.ASK_APPROVE.format(count=len(arrivals), beside=beside)
    host.ask(question, answer, work.last_used.get(ANSWERER, ""), in_words=True)


def read_folder(host: Host[SumReport]) -> None:
    """Read the folder of the office, then show its first page."""
    workspace = host.work.workspace
    wait_for(
        host,
        _words(office_words.OFFICE_READING_TITLE),
        partial(_collect, workspace),
        lambda collection: host.begin(again_of(host.work, collection), PageName.OFFICE),
    )


def again_of(work: SumReport, arrivals: Collection, *, turned: bool = False) -> SumReport:
    """The desk as it was, on what arrived until now; *turned* when the other reports are to be added up."""
    again = SumReport(work.workspace, arrivals, only_approved=work.only_approved is not turned)
    again.last_used = work.last_used
    return again


def _collect(workspace: DatedFolder, job: Job[Any]) -> Collection:
    return collect(
        [workspace.folder],
        workspace.today,
        workspace.chosen_year,
        progress=job.progress,
        cancelled=lambda: job.is_stopped,
    )

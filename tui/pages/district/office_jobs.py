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
from forms.model.errors import NhomtreError
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Host
from tui.desk.shown_report import ANSWERER
from tui.jobs.background import Job
from tui.jobs.district.approving import approve
from tui.jobs.district.office import SumReport
from tui.texts.district import office_words


def _words(title: str) -> WaitWords:
    return WaitWords(
        title,
        office_words.OFFICE_EXPORTING,
        office_words.OFFICE_READING_HELP,
        office_words.OFFICE_STOPPED,
        office_words.OFFICE_DONE_OF,
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
            work.workspace,
            answers,
            work.arrivals.letters,
            arrivals,
            by,
            progress=job.progress,
            cancelled=lambda: job.is_stopped,
        )

    doubtful = sum(bool(arrival.errors or arrival.missing) for arrival in arrivals)
    beside = office_words.APPROVE_DOUBTFUL.format(count=doubtful) if doubtful else ""
    question = office_words.ASK_APPROVE.format(count=len(arrivals), beside=beside)
    host.ask(question, answer, work.last_used.get(ANSWERER, ""), in_words=True)


def read_folder(host: Host[SumReport]) -> None:
    """Begin to read the folder behind the page in front, unless that is under way; what is read is taken in as it comes."""
    _look(host, host.work)


def look_again(host: Host[Any], work: SumReport) -> None:
    """See what has come into the folder meanwhile, when that is not too soon; unlike ``read_folder`` nobody asked for it."""
    if work.reading is not None and not work.reading.is_resting:
        _look(host, work)


def _look(host: Host[Any], work: SumReport) -> None:
    reading = work.reading
    if reading is None:
        return

    def ended(trouble: NhomtreError | None) -> None:
        told, reading.trouble = reading.trouble, str(trouble or "")
        if reading.trouble != told:
            host.say(reading.trouble or office_words.OFFICE_FOLDER_BACK)

    reading.begin(host.start, work.take_in, ended)

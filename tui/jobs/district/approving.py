"""Many reports approved at once, each by an answer file of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exports.district.answers_folder import AnswersFolder
from exports.district.arriving.arrivals import (
    Arrival,
)
from exports.output.progress import Progress
from forms.package.answers import Answer
from tui.jobs.workspace import DatedFolder

APPROVAL = "approve"


def is_open(arrival: Arrival, answers: AnswersFolder) -> bool:
    """Whether the office has not answered a report yet, and it is one to be answered."""
    is_sent = arrival.state in (None, *arrival.form.answers[APPROVAL].sources)
    return is_sent and answers.to(arrival) is None


def approve(
    workspace: DatedFolder,
    answers: AnswersFolder,
    arrivals: Sequence[Arrival],
    by: str,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Approve those of *arrivals* that are open, without words; how many that were. Raises StorageError.

    When *cancelled* answers true, those that are approved by then stay so.
    """
    unanswered = [arrival for arrival in arrivals if is_open(arrival, answers)]
    for number, arrival in enumerate(unanswered):
        if cancelled():
            return number
        answers.give(
            arrival,
            Answer(arrival.form.answers[APPROVAL], workspace.now(), by, "", arrival.revision),
        )
        if progress:
            progress(number + 1, len(unanswered))
    return len(unanswered)

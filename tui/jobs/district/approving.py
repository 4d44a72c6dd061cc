"""Reports answered, each by a file of its own with a letter to the facility beside it; many of them approved at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from exports.district.answers_folder import AnswersFolder, StandingAnswers
from exports.district.arriving.arrivals import (
    Arrival,
)
from exports.district.arriving.office_letters import OfficeLetters
from exports.district.letters.answer_letter import answer_letter
from exports.layout.office_letter import as_text
from exports.output.output_files import write_new
from exports.output.progress import Progress
from forms.dossier.content import Content, empty_content
from forms.package.answers import Answer
from tui.jobs.exporting import on_paper
from tui.jobs.workspace import DatedFolder

APPROVAL = "approve"
LETTER_TEXT, LETTER_PAPER = ".txt", ".pdf"


def is_open(arrival: Arrival, answers: AnswersFolder | StandingAnswers) -> bool:
    """Whether the office has not answered a report yet, and it is one to be answered."""
    move = arrival.form.answers.get(APPROVAL)
    is_sent = move is not None and arrival.state in (None, *move.sources)
    return is_sent and answers.to(arrival) is None


def give(
    workspace: DatedFolder, answers: AnswersFolder, arrival: Arrival, answer: Answer, content: Content
) -> Path:
    """Write *answer* to a report, then the letter to its facility, for paper and for a message; the path of the answer.

    *content* is the report, with the letter of the office. Raises StorageError, and Refused when the letter cannot be printed: the answer stands then.
    """
    path = answers.give(arrival, answer)
    letter = answer_letter(arrival, answer, content, workspace.today, path.name)
    write_new(path.with_suffix(LETTER_TEXT), as_text(letter).encode())
    write_new(path.with_suffix(LETTER_PAPER), on_paper(letter))
    return path


def approve(
    workspace: DatedFolder,
    answers: AnswersFolder,
    letters: OfficeLetters,
    arrivals: Sequence[Arrival],
    by: str,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Approve those of *arrivals* that are open, without words; how many that were. Raises as ``give``.

    When *cancelled* answers true, those that are approved by then stay so.
    """
    unanswered = [arrival for arrival in arrivals if is_open(arrival, answers)]
    for number, arrival in enumerate(unanswered):
        if cancelled():
            return number
        answer = Answer(arrival.form.answers[APPROVAL], workspace.now(), by, "", arrival.revision)
        blank = empty_content(arrival.school_year or workspace.year, arrival.form)
        give(workspace, answers, arrival, answer, letters.in_force(blank))
        if progress:
            progress(number + 1, len(unanswered))
    return len(unanswered)

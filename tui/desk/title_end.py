"""The end of the title line: the next date, the days left, what is missing."""

from __future__ import annotations

from datetime import date

from forms.dossier.campaign import Receiver, campaign_of, receiver_of
from forms.entry.record_edits import is_untouched
from forms.report.deadlines import Deadline, Step, next_date
from tui.desk.shown_report import ShownReport
from tui.jobs.revisions.errors_left import errors_left
from tui.texts import deadline_words


class TitleEnd:
    """The next date, the days left, what is missing: worked out once for each content."""

    def __init__(self) -> None:
        self._of: tuple[object, object, bool] = (None, None, True)
        self._parts: tuple[str, ...] = ()

    def parts(self, work: ShownReport, *, is_checked: bool = True) -> tuple[str, ...]:
        """The parts, what matters most first; what is missing only of a report that *is_checked*."""
        content, workspace, was_checked = self._of
        if content is not work.content or workspace is not work.workspace or was_checked is not is_checked:
            self._of = (work.content, work.workspace, is_checked)
            mode = () if work.writable or work.is_sum else (deadline_words.LOOKING_ONLY,)
            self._parts = (*mode, *next_date_words(work), *(left_over_words(work) if is_checked else ()))
        return self._parts


def next_date_words(work: ShownReport) -> tuple[str, ...]:
    """What comes next and when."""
    state = work.content.state
    found = next_date(campaign_of(work.content), state, work.workspace.today)
    return (
        date_parts(found, work.content.form.states[state].title, receiver_of(work.content)) if found else ()
    )


def date_parts(deadline: Deadline, state: str, receiver: Receiver) -> tuple[str, ...]:
    """The next date in words: «Hạn nộp 24/9», «còn 5 ngày»; *state* is the report's, in words."""
    day, since = _short(deadline.day), _short(deadline.since)
    templates, left = deadline_words.NEXT_DATE[deadline.step], ""
    match deadline.step:
        case Step.REVIEW if deadline.since is None:
            templates = deadline_words.REVIEW_UNTIL
        case Step.TRAINING | Step.SEND | Step.RESEND:
            days = deadline.days or 0
            if days < 0:
                templates = deadline_words.DATE_PASSED[deadline.step]
            else:
                left = deadline_words.DAYS_LEFT.format(days=days) if days else deadline_words.DAY_IS_TODAY
    words = [
        part.format(day=day, since=since, time=deadline.time, state=state, receiver=receiver)
        for part in templates
    ]
    return tuple(part for part in (*words, left) if part)


def _short(day: date | None) -> str:
    return f"{day.day}/{day.month}" if day else ""


def left_over_words(work: ShownReport) -> tuple[str, ...]:
    """What is missing and wrong, while it can be put right and once something was entered."""
    if work.content.is_frozen or is_untouched(work.content):
        return ()
    left = errors_left(work.issues)
    return (left,) if left else ()

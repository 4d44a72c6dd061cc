"""Dates and people in words: the end of the title line, the contact card of the letter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from forms.dossier.campaign import Campaign, campaign_of
from forms.model.issue import Severity
from forms.model.record import FieldType
from forms.model.text import format_date
from forms.report.deadlines import Deadline, Step, next_date
from forms.sets.mn2019.records import CAMPAIGN
from forms.sets.mn2019.states import STATES
from tui import texts
from tui.jobs.open_report import Work


class TitleEnd:
    """The next date, the days left, what is missing: worked out once for each content."""

    def __init__(self) -> None:
        self._of: tuple[object, object] = (None, None)
        self._parts: tuple[str, ...] = ()

    def parts(self, work: Work) -> tuple[str, ...]:
        """The parts, what matters most first."""
        if self._of[0] is not work.content or self._of[1] is not work.workspace:
            self._of = (work.content, work.workspace)
            mode = () if work.writable or work.is_sum else (texts.LOOKING_ONLY,)
            self._parts = (*mode, *_next(work), *_left_over(work))
        return self._parts


def _next(work: Work) -> tuple[str, ...]:
    state = work.content.state
    found = next_date(campaign_of(work.content), state, work.workspace.today)
    return date_parts(found, STATES[state].title) if found else ()


def date_parts(deadline: Deadline, state: str) -> tuple[str, ...]:
    """The next date in words: «Hạn nộp 24/9», «còn 5 ngày»; *state* is the report's, in words."""
    day, since = _short(deadline.day), _short(deadline.since)
    templates, left = texts.NEXT_DATE[deadline.step], ""
    match deadline.step:
        case Step.REVIEW if deadline.since is None:
            templates = texts.REVIEW_UNTIL
        case Step.TRAINING | Step.SEND | Step.RESEND:
            days = deadline.days or 0
            if days < 0:
                templates = texts.DATE_PASSED[deadline.step]
            else:
                left = texts.DAYS_LEFT.format(days=days) if days else texts.DAY_IS_TODAY
    words = [part.format(day=day, since=since, time=deadline.time, state=state) for part in templates]
    return tuple(part for part in (*words, left) if part)


def _short(day: date | None) -> str:
    return f"{day.day}/{day.month}" if day else ""


def _left_over(work: Work) -> tuple[str, ...]:
    """What is missing and wrong, while it can be put right and once something was entered."""
    content = work.content
    if content.is_frozen or content.tree.keys() <= _BEFORE_ANYTHING:
        return ()
    missing = sum(issue.is_missing for issue in work.issues)
    wrong = sum(issue.severity is Severity.ERROR for issue in work.issues) - missing
    return (
        *((texts.FIELDS_LEFT.format(count=missing),) if missing else ()),
        *((texts.WRONG_LEFT.format(count=wrong),) if wrong else ()),
    )


_BEFORE_ANYTHING = {"school_year", CAMPAIGN.place}


def contact_card(work: Work) -> list[str]:
    """Dates and people of the letter, a paragraph each; how to enter them when there is no letter."""
    campaign = campaign_of(work.content)
    if campaign is None:
        return [texts.NO_CAMPAIGN]
    found = next_date(campaign, work.content.state, work.workspace.today)
    coming = " · ".join((*_next(work), *_left_over(work)))
    return [
        *([texts.CARD_NEXT.format(text=coming)] if coming else []),
        *([texts.CARD_PASSED] if found and (found.days or 0) < 0 else []),
        *filter(None, (_card_line(campaign, line) for line in texts.CARD)),
        texts.CARD_CHANGE,
    ]


def _card_line(campaign: Campaign, line: Sequence[tuple[str, str]]) -> str:
    values = ((_shown(campaign, key), words) for key, words in line)
    text = ", ".join(words.format(value=value) for value, words in values if value)
    return text[:1].upper() + text[1:]


def _shown(campaign: Campaign, key: str) -> str:
    day = campaign.day(key) if CAMPAIGN.field_by_key[key].type is FieldType.DATE else None
    return format_date(day) if day else campaign.text(key)

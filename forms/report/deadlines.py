"""The next date of a report: what is to be done, by when, and how many days are left (letter 849 §4, §5.2)."""

from __future__ import annotations

from datetime import date

from forms.dossier.campaign import Campaign
from forms.model.declared import Frozen, StrEnum
from forms.model.record import FieldRole
from forms.sets.workflow import StateId


class Step(StrEnum):
    """What comes next."""

    TRAINING = "training"
    SEND = "send"
    REVIEW = "review"
    """The office is going through the reports, or will."""
    ANSWER = "answer"
    """The review is over: its answer is to be looked at."""
    RESEND = "resend"
    REST = "rest"
    """Nothing is to be done; the state of the report says why."""


class Deadline(Frozen):
    """A step and its day, the last one to send or of the review; *days* until then, less than 0 when it is over.

    *since* is the first day of the review, *time* the hour of the training as the letter writes it.
    """

    step: Step
    day: date | None = None
    days: int | None = None
    since: date | None = None
    time: str = ""


_AT_REST = ("approved", "locked", "unlock_requested")


def next_date(campaign: Campaign | None, state: StateId, today: date) -> Deadline | None:
    """The next date of a report in *state* (an id of ``STATES``); None when no letter gives it.

    The training is next until the day before it; on its day it is the sending.
    """
    if state in _AT_REST:
        return Deadline(Step.REST)
    if campaign is None:
        return None
    match state:
        case "draft":
            training = campaign.day(FieldRole.TRAINING)
            if training is not None and today < training:
                return _until(Step.TRAINING, training, today, time=campaign.text(FieldRole.TRAINING_TIME))
            return _until(Step.SEND, campaign.day(FieldRole.LAST_DAY), today)
        case "sent":
            first, last = campaign.day(FieldRole.REVIEW_FROM), campaign.day(FieldRole.REVIEW_TO)
            if last is None or today > last:
                return Deadline(Step.ANSWER)
            return _until(Step.REVIEW, last, today, since=first)
        case _:
            return _until(Step.RESEND, campaign.day(FieldRole.RESEND), today)


def _until(
    step: Step, day: date | None, today: date, *, since: date | None = None, time: str = ""
) -> Deadline | None:
    return None if day is None else Deadline(step, day, (day - today).days, since, time)

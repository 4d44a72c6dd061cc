"""The next date of a report: by state and day, with the dates of letter 849 and with some of them unknown."""

from __future__ import annotations

from datetime import date

import pytest

from forms.dossier.campaign import Campaign
from forms.report.deadlines import Deadline, Step, next_date
from forms.sets import form_of
from forms.sets.mn2019.states import STATES
from forms.sets.workflow import StateId

LETTER = Campaign(form_of(2019).letters[2019], form_of(2019).letter)
TRAINING, LAST, REVIEWED, RESEND = (
    date(2019, 9, 19),
    date(2019, 9, 24),
    date(2019, 9, 30),
    date(2019, 10, 5),
)
REVIEW_FROM = date(2019, 9, 21)


def day(text: str) -> date:
    """``19/9`` of 2019."""
    number, month = text.split("/")
    return date(2019, int(month), int(number))


def training(days: int) -> Deadline:
    return Deadline(Step.TRAINING, TRAINING, days, time="08 giờ")


def review(days: int) -> Deadline:
    return Deadline(Step.REVIEW, REVIEWED, days, since=REVIEW_FROM)


@pytest.mark.parametrize(
    ("state", "today", "wanted"),
    [
        ("draft", "13/9", training(6)),
        ("draft", "18/9", training(1)),
        ("draft", "19/9", Deadline(Step.SEND, LAST, 5)),
        ("draft", "23/9", Deadline(Step.SEND, LAST, 1)),
        ("draft", "24/9", Deadline(Step.SEND, LAST, 0)),
        ("draft", "25/9", Deadline(Step.SEND, LAST, -1)),
        ("draft", "24/12", Deadline(Step.SEND, LAST, -91)),
        ("sent", "18/9", review(12)),
        ("sent", "21/9", review(9)),
        ("sent", "30/9", review(0)),
        ("sent", "1/10", Deadline(Step.ANSWER)),
        ("rejected", "22/9", Deadline(Step.RESEND, RESEND, 13)),
        ("rejected", "5/10", Deadline(Step.RESEND, RESEND, 0)),
        ("rejected", "6/10", Deadline(Step.RESEND, RESEND, -1)),
        ("unlocked", "1/10", Deadline(Step.RESEND, RESEND, 4)),
        ("approved", "1/10", Deadline(Step.REST)),
        ("locked", "1/10", Deadline(Step.REST)),
        ("unlock_requested", "1/10", Deadline(Step.REST)),
    ],
)
def test_the_next_date_follows_from_state_and_day(state: StateId, today: str, wanted: Deadline) -> None:
    assert next_date(LETTER, state, day(today)) == wanted


@pytest.mark.parametrize("state", STATES)
def test_without_a_letter_there_is_no_date(state: StateId) -> None:
    found = next_date(None, state, TRAINING)
    assert found == (None if state in ("draft", "sent", "rejected", "unlocked") else Deadline(Step.REST))


@pytest.mark.parametrize(
    ("record", "state", "wanted"),
    [
        ({"last_day": "2019-09-24"}, "draft", Deadline(Step.SEND, LAST, 14)),
        ({"training": "2019-09-19"}, "draft", Deadline(Step.TRAINING, TRAINING, 9)),
        ({"training": "2019-09-09"}, "draft", None),
        ({"last_day": "2019-09-24"}, "sent", Deadline(Step.ANSWER)),
        ({"review_to": "2019-09-30"}, "sent", Deadline(Step.REVIEW, REVIEWED, 20)),
        ({"review_from": "2019-09-21"}, "sent", Deadline(Step.ANSWER)),
        ({"last_day": "2019-09-24"}, "rejected", None),
    ],
)
def test_dates_that_the_letter_lacks_are_passed_over(
    record: dict[str, str], state: StateId, wanted: Deadline | None
) -> None:
    assert next_date(Campaign(record, LETTER.letter), state, date(2019, 9, 10)) == wanted


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_an_answer_on_every_day_of_the_campaign(state: StateId) -> None:
    for ordinal in range(date(2019, 9, 1).toordinal(), date(2019, 11, 1).toordinal()):
        assert next_date(LETTER, state, date.fromordinal(ordinal)) is not None

"""The reporting campaign: states of a report, dates and offices by school year.

Source of 2019-2020: letter 849/GDĐT-CSVC, Phòng Giáo dục và Đào tạo Quận 12, 13/9/2019. A year without
a letter has no campaign.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from forms.roster import SchoolYear


class State(NamedTuple):
    """A state of the report."""

    id: str
    title: str
    editable: bool


STATES: dict[str, State] = {
    state.id: state
    for state in (
        State("draft", "Nháp", editable=True),
        State("sent", "Đã gửi", editable=False),
        State("approved", "Đã duyệt", editable=False),
        State("rejected", "Bị từ chối", editable=True),
        State("locked", "Đã khóa", editable=False),
        State("unlock_requested", "Đã gửi yêu cầu mở khóa", editable=False),
        State("unlocked", "Đã mở khóa", editable=True),
    )
}


class Campaign(NamedTuple):
    """One letter: who receives the reports, where they are, the day of the training and the last day to send."""

    letter: str
    office: str
    place: str
    training: date
    last_day: date


CAMPAIGNS: dict[int, Campaign] = {
    2019: Campaign(
        letter="849/GDĐT-CSVC",
        office="Phòng Giáo dục và Đào tạo Quận 12",
        place="Quận 12",
        training=date(2019, 9, 19),
        last_day=date(2019, 9, 24),
    )
}


def campaign_of(year: SchoolYear) -> Campaign | None:
    """The campaign of a school year, when there is a letter."""
    return CAMPAIGNS.get(year.start)

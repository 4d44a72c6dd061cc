"""The contact card of the letter: what comes next, its dates and people."""

from __future__ import annotations

from collections.abc import Sequence

from forms.dossier.campaign import Campaign, campaign_of, receiver_of
from forms.dossier.content import Content
from forms.model.record import FieldRole, FieldType
from forms.model.text import format_date
from forms.report.deadlines import next_date
from tui.desk.shown_report import ShownReport
from tui.desk.title_end import left_over_words, next_date_words
from tui.texts import deadline_words


def contact_card(work: ShownReport) -> list[str]:
    """Dates and people of the letter, a paragraph each; how to enter them when there is no letter."""
    campaign = campaign_of(work.content)
    if campaign is None:
        return [deadline_words.NO_CAMPAIGN]
    deadline = next_date(campaign, work.content.state, work.workspace.today)
    coming = " · ".join((*next_date_words(work), *left_over_words(work)))
    return [
        *([deadline_words.CARD_NEXT.format(text=coming)] if coming else []),
        *([deadline_words.CARD_PASSED] if deadline and (deadline.days or 0) < 0 else []),
        *filter(None, (_card_line(work.content, campaign, line) for line in deadline_words.CARD)),
        deadline_words.CARD_CHANGE,
    ]


def _card_line(content: Content, campaign: Campaign, line: Sequence[tuple[FieldRole, str]]) -> str:
    receiver = receiver_of(content)
    values = ((_shown(campaign, role), words) for role, words in line)
    text = ", ".join(words.format(value=value, receiver=receiver) for value, words in values if value)
    return text[:1].upper() + text[1:]


def _shown(campaign: Campaign, role: FieldRole) -> str:
    field = campaign.letter.field_by_role.get(role)
    day = campaign.day(role) if field and field.type is FieldType.DATE else None
    return format_date(day) if day else campaign.text(role)

"""What is kept of people in a data folder, where, why and for how long: the same on both faces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Content
from forms.sets.form_set import FormSet
from forms.store.drafts.draft_file import DAYS_ASIDE
from forms.store.year_paths import DAYS_TO_KEEP, NEWEST_TO_KEEP
from tui.texts.sessions import privacy_words

PUPIL = "{pupil}"
"""What a sentence has that is about somebody."""


def pupil_of(form: FormSet) -> str:
    """What somebody is called of whom records are kept; '' in a form without any."""
    return form.pupils.called if form.rolling.children else ""


def what_is_kept(folder: Path, content: Content) -> list[tuple[str, Sequence[str]]]:
    """Headings, each with its items, those about people where there are any, of the dossier *content* in *folder*."""
    form = content.form
    facts = {
        "folder": folder,
        "form": form.code,
        "report": form.report_name,
        "pupil": pupil_of(form),
        "newest": NEWEST_TO_KEEP,
        "days": DAYS_TO_KEEP,
        "dropped": DAYS_ASIDE,
        "receiver": receiver_of(content),
    }
    counts = content.counts
    people = (
        privacy_words.KEPT_OF.format(count=counts[record.place], noun=record.noun, about=record.about)
        for record in form.lists
        if record.about
    )
    sections = (
        (privacy_words.KEPT, (*people, *privacy_words.KEPT_ITEMS)),
        (privacy_words.WHERE, privacy_words.WHERE_ITEMS),
        (privacy_words.WHY, privacy_words.WHY_ITEMS),
        (privacy_words.HOW_LONG, privacy_words.HOW_LONG_ITEMS),
        (privacy_words.LOST, privacy_words.LOST_ITEMS),
    )
    return [
        (heading, [item.format(**facts) for item in items if facts["pupil"] or PUPIL not in item])
        for heading, items in sections
    ]

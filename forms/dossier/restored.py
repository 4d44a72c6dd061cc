"""A dossier that goes back to another state of itself, and does not forget what was sent."""

from __future__ import annotations

from typing import Any

from forms.dossier import dossier_words
from forms.dossier.campaign import receiver_of
from forms.dossier.content import NUMBERS_GIVEN, Content, PartName, empty_content
from forms.model.errors import Refused

_ACCOUNT: tuple[PartName | str, ...] = ("state", "revision", "sent", "answers", "complaints", "portal")
"""What tells of sendings, and of what came of them."""


def restored(present: Content, wanted: Content) -> Content:
    """*wanted* in the place of *present*. What was sent since stays sent, so that no number is given twice.

    Raises Refused when that cannot be: the two are of different forms or know of different sendings, or the report is with the office.
    """
    if present.form is not wanted.form and present != empty_content(present.year, present.form):
        raise Refused(
            dossier_words.OTHER_FORM.format(year=present.year, own=present.form.name, theirs=wanted.form.name)
        )
    here, there = present.part("sent"), wanted.part("sent")
    tree: dict[str, Any] = dict(wanted.tree)
    for number in here.keys() & there.keys():
        if here[number].get("code") != there[number].get("code"):
            raise Refused(dossier_words.OTHER_SENDING.format(number=number))
    if present.last_sent > wanted.last_sent or not here.keys() <= there.keys():
        if not there.keys() <= here.keys():
            number = min(there.keys() - here.keys(), key=int)
            raise Refused(dossier_words.OTHER_SENDING.format(number=number))
        if present.is_frozen:
            raise Refused(
                dossier_words.SENT_SINCE.format(number=present.last_sent, receiver=receiver_of(present))
            )
        for part in _ACCOUNT:
            tree.pop(part, None)
            if part in present.tree:
                tree[part] = present.tree[part]
    refs = {**present.part(NUMBERS_GIVEN)}
    for letter, number in wanted.part(NUMBERS_GIVEN).items():
        refs[letter] = max(number, refs.get(letter, 0))
    if refs:
        tree[NUMBERS_GIVEN] = refs
    return Content(tree)

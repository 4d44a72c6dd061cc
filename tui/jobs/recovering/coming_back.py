"""Changes that came back after a sudden end: told, kept or set aside."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from forms.dossier import dossier_words
from forms.dossier.content import NUMBERS_GIVEN, Content, difference
from forms.model.errors import Refused
from forms.model.text import format_moment
from forms.report.differences import differences
from tui.texts.sessions import recovery_words

if TYPE_CHECKING:
    from forms.store.chain.came_back import CameBack
    from forms.store.store import Session

MOST_PLACES = 3


def moments(came_back: CameBack) -> str:
    """When they were saved: the first and the last."""
    first, last = (format_moment(came_back.changes[place].at) for place in (0, -1))
    words = recovery_words.ONE_MOMENT if first == last else recovery_words.TWO_MOMENTS
    return words.format(first=first, last=last)


def told(came_back: CameBack, content: Content) -> str:
    """When, how many and where, in a sentence."""
    labels = list(dict.fromkeys(each.label for each in differences(came_back.before, content)))
    places = "; ".join(islice(labels, MOST_PLACES))
    if len(labels) > MOST_PLACES:
        places = recovery_words.MORE_PLACES.format(places=places, more=len(labels) - MOST_PLACES)
    sentence = recovery_words.CAME_BACK if labels else recovery_words.CAME_BACK_SOMEWHERE
    return sentence.format(count=len(came_back.changes), moments=moments(came_back), places=places)


def set_aside(session: Session) -> int:
    """Take them back by one change, which can be undone and got back; how many they were. Raises Refused, StorageError."""
    came_back, dossier = session.came_back, session.dossier
    if came_back is None or dossier.seq != came_back.changes[-1].seq:
        raise Refused(recovery_words.CHANGED_SINCE)
    edits = difference(dossier.content, came_back.before)
    # the numbers of records that go are not given again: they would stand in the way of getting them back
    dossier.commit((edit for edit in edits if edit.path[0] != NUMBERS_GIVEN), dossier_words.PUT_ASIDE)
    session.came_back = None
    return len(came_back.changes)

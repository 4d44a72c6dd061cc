"""Changes that were set aside after a sudden end: for 30 days they are offered among what can be restored."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from itertools import islice

from forms.dossier.content import apply
from forms.dossier.put_aside import Aside, getting_back, put_aside, reason_of_getting_back
from forms.model.errors import Refused, StorageError
from forms.model.text import format_date, format_moment
from forms.report.differences import EditWords, differences
from forms.store.store import Session
from tui.jobs.keeping.restoring import Restoration, There
from tui.jobs.recovering.coming_back import MOST_PLACES
from tui.texts.sessions import recovery_words


def asides(session: Session, today: date) -> list[Aside]:
    """What was set aside and can still be got back, newest first; nothing where the history cannot be read."""
    with suppress(StorageError):
        return [aside for aside in put_aside(session.dossier.journal.changes()) if today <= aside.last_day]
    return []


def plan_getting_back(session: Session, seq: int, today: date) -> Restoration:
    """What getting back what the change *seq* set aside would change. Raises Refused when that is nothing."""
    aside = next((aside for aside in asides(session, today) if aside.seq == seq), None)
    if aside is None:
        raise Refused(recovery_words.NO_ASIDE.format(seq=seq))
    present = session.dossier.content
    wanted, late = getting_back(present, aside)
    if not wanted:
        raise Refused(recovery_words.NOTHING_FITS)
    content = apply(present, wanted)
    title = recovery_words.AN_ASIDE.format(count=len(aside.edits))
    until = format_date(aside.last_day)
    notices = [recovery_words.GETS_BACK.format(at=format_moment(aside.at), until=until)]
    if late:
        words = EditWords(present, content)
        places = "; ".join(words.of(edit).label for edit in islice(late, MOST_PLACES))
        notices.append(recovery_words.CHANGED_OTHERWISE.format(count=len(late), places=places))
    told = differences(present, content)
    reason = reason_of_getting_back(seq)
    return Restoration(title, There.DOSSIER, present, content, None, notices, told, [], reason)

"""What was changed in a report, when, by whom and why: all of it or at one place."""

from __future__ import annotations

from forms.model.text import format_moment
from forms.report.past.past_edits import Past, PastEdit
from forms.store.store import Session
from tui.texts.revisions import history_words


def past_of(session: Session) -> Past:
    """What was changed until now. Raises DamagedFile, StorageError."""
    dossier = session.dossier
    return Past(dossier.content, dossier.journal.changes())


def gap(session: Session, past: Past) -> str:
    """Says that older changes of the *session*'s dossier are not known here; '' when all are."""
    if past.first:
        return history_words.BEGINS_LATE.format(first=past.first) if past.first > 1 else ""
    seq = session.dossier.seq
    return history_words.ALL_GONE.format(last=seq) if seq else ""


def sentence(edit: PastEdit) -> str:
    """All of it in a line."""
    change, difference = edit.change, edit.difference
    old, new = (text or history_words.NOTHING for text in (difference.old, difference.new))
    line = history_words.LINE.format(
        at=format_moment(change.at), who=change.who, label=difference.label, old=old, new=new
    )
    line = history_words.BY_KIND[change.kind].format(line=line)
    return history_words.WITH_REASON.format(line=line, reason=change.reason) if change.reason else line

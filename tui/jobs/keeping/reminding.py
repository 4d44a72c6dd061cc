"""Whether it is time for a backup outside: days with changes that only this computer has."""

from __future__ import annotations

from datetime import date

from forms.model.errors import StorageError
from forms.model.text import format_moment
from forms.store.backups.carried_away import carried_away, first_behind
from forms.store.year_paths import YearPaths
from tui.jobs.workspace import Workspace
from tui.texts.sessions import keeping_words

MOST_DAYS = 3
"""So many days changes may lie on this computer alone."""


def reminder(workspace: Workspace, paths: YearPaths) -> str:
    """That it is time, or that nobody can know, in a sentence; '' when it is not."""
    try:
        carried = carried_away(paths)
        since = first_behind(paths, carried.seq)
    except StorageError:
        # what cannot be known counts as not carried away
        return keeping_words.NOT_KNOWN_WHAT_IS_CARRIED
    if not since:
        return ""
    days = (workspace.today - date.fromisoformat(since[:10])).days
    if days < MOST_DAYS:
        return ""
    if not carried.at:
        return keeping_words.NEVER_CARRIED.format(days=days)
    return keeping_words.LONG_NOT_CARRIED.format(days=days, at=format_moment(carried.at))

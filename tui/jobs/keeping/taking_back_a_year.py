"""Whether a year that was rolled can be taken back."""

from __future__ import annotations

from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
from forms.store.store import Session
from tui.jobs.workspace import Workspace
from tui.texts import rolling_words


def year_to_return_to(workspace: Workspace, session: Session) -> SchoolYear:
    """The year from which the dossier of *session* was rolled. Raises Refused once it holds a change of its own, DamagedFile, StorageError."""
    year = session.dossier.content.year
    before = SchoolYear(year.start - 1)
    if not session.is_as_begun or before not in workspace.store.years():
        raise Refused(rolling_words.ROLL_STAYS.format(year=year))
    return before

"""Whether a year that was rolled can be taken back."""

from __future__ import annotations

from forms.dossier.dossier import Kind
from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
from forms.store.store import Session
from tui.jobs.workspace import Workspace
from tui.texts import rolling_words


class NotRolled(Refused):
    """The year was rolled from none that is here."""


def year_to_return_to(workspace: Workspace, session: Session) -> SchoolYear:
    """The year from which the dossier of *session* was rolled.

    Raises NotRolled; Refused once it holds a change of its own; DamagedFile, StorageError.
    """
    year = session.dossier.content.year
    before = SchoolYear(year.start - 1)
    first = next(iter(session.dossier.journal.changes()), None)
    if first is None or first.kind is not Kind.FIRST or before not in workspace.store.years():
        raise NotRolled(rolling_words.NOT_ROLLED.format(year=year, old=before))
    if not session.is_as_begun:
        raise Refused(rolling_words.ROLL_STAYS.format(year=year, old=before))
    return before

"""What a session that ended suddenly had acknowledged and not folded yet."""

from __future__ import annotations

from forms.dossier.content import Content
from forms.dossier.dossier import Change, Kind
from forms.model.declared import Frozen


class CameBack(Frozen):
    """Changes that the journal gave back on opening, at least one, and the content before them."""

    before: Content
    changes: tuple[Change, ...]

    @property
    def can_be_taken_back(self) -> bool:
        """Whether none of them is a step that is never undone, such as a sending."""
        return not any(change.kind in (Kind.FIRST, Kind.MOVE) for change in self.changes)

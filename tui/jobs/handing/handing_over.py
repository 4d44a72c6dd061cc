"""What is made of a dossier and given away, noted in its history."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from forms.dossier.content import Edit
from forms.dossier.dossier import Change, Kind
from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.model.place import Place
from forms.report.differences import Difference
from forms.report.past.past_edits import PastEdit
from forms.store.handing.handovers import Handover, handovers, note_handover
from forms.store.holding.holder import signature
from forms.store.year_paths import YearPaths
from tui.jobs.workspace import Notice, Workspace
from tui.texts.revisions import history_words


def note_given(
    workspace: Workspace,
    year: SchoolYear,
    what: str,
    name: str | Path,
    notice: Notice,
    kind: Kind = Kind.EXPORT,
    place: str = "",
) -> None:
    """Note that *what* was given away as the file *name*, of which only the last part is kept; *notice* hears when that fails."""
    handover = Handover(workspace.now(), signature(), kind, what, Path(name).name, place)
    try:
        note_handover(YearPaths(workspace.folder, year), handover)
    except StorageError as error:
        notice(str(error))


def with_handovers(
    workspace: Workspace, year: SchoolYear, edits: Sequence[PastEdit], place: Place | None
) -> list[PastEdit]:
    """*edits*, oldest first, and between them what was given away, of all or of one *place*. Raises StorageError."""
    named = None if place is None else place.record
    given = [
        _as_edit(handover)
        for handover in handovers(YearPaths(workspace.folder, year))
        if place is None or handover.place == named
    ]
    merged: list[PastEdit] = []
    latest = ""
    for edit in edits:
        # a clock that went back turns no order round
        latest = max(latest, edit.change.at)
        while given and given[0].change.at < latest:
            merged.append(given.pop(0))
        merged.append(edit)
    return [*merged, *given]


def _as_edit(handover: Handover) -> PastEdit:
    what = history_words.GIVEN.get(handover.what, handover.what)
    label = history_words.GIVEN_LABELS[handover.kind].format(what=what)
    edit = Edit(("exports", handover.name), None, handover.what)
    change = Change(0, handover.at, handover.by, (), kind=handover.kind)
    return PastEdit(change, Difference(edit, label, "", handover.name))

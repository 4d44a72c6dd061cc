"""Khôi phục where a dossier is open: by its own session, or beside it; then the one that was restored is open."""

from __future__ import annotations

from forms.model.errors import Refused
from forms.store.year_paths import YearPaths
from tui.jobs.keeping.restoring import (
    Outcome,
    Restoration,
    There,
    demand_as_wanted,
    replace_content,
    restore,
)
from tui.jobs.open_report import OpenReport
from tui.jobs.workspace import Notice, Workspace
from tui.texts.sessions import keeping_words


def whole_folder(work: OpenReport) -> Workspace:
    """The folder of *work* with no year chosen: what a file is of is said, not refused."""
    return work.workspace.but(chosen_year=None)


def restore_open(work: OpenReport, planned: Restoration, notice: Notice) -> Outcome:
    """Do what was planned; *work* goes on with the dossier that was restored.

    Raises Refused in a session that only looks and when the dossier is not any more what it was, StorageError.
    """
    if not work.writable:
        raise Refused(keeping_words.RESTORES_NOT)
    is_open_year = planned.year == work.content.year
    if is_open_year and planned.there is There.DOSSIER:
        paths = YearPaths(work.workspace.folder, planned.year)
        outcome = replace_content(work.session, paths, planned, work.commit)
        demand_as_wanted(work.workspace, planned)
        return outcome
    if is_open_year:  # nothing is written there yet but the lock, which whoever lays files down needs
        work.workspace.close(work.session)
    goal = work.workspace
    try:
        outcome = restore(whole_folder(work), planned, notice)
        goal = goal.but(chosen_year=planned.year)
    finally:
        if is_open_year or goal is not work.workspace:
            work.move_to(goal)
    return outcome

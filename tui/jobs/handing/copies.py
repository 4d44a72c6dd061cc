"""Files that were made, copied to a folder outside: each a line of the history once it is there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from exports.output.output_files import Written
from exports.output.outside_folders import copy_out
from forms.dossier.dossier import Kind
from forms.dossier.roster import SchoolYear
from tui.jobs.handing.handing_over import note_given
from tui.jobs.workspace import Notice, Workspace


def copied_out(
    workspace: Workspace, year: SchoolYear, files: Iterable[Path], folder: Path, notice: Notice
) -> list[Written]:
    """Copy *files* into *folder*, each noted once it is there. Raises StorageError: those before are there, and noted."""
    copies = []
    for copy in copy_out(files, folder):
        note_given(workspace, year, "copies", copy.path, notice, Kind.HANDOVER)
        copies.append(copy)
    return copies

"""The reports of many facilities added up, and the files that are made of the sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from exports.district.inbox import collect
from exports.district.report_sum import Collection, of_approved
from exports.output.output_files import write_new
from forms.dossier.roster import SchoolYear
from tui.jobs.district.sum_kinds import SumFile
from tui.jobs.workspace import DatedFolder

if TYPE_CHECKING:
    from exports.output.progress import Progress


def combine(
    workspace: DatedFolder,
    paths: Sequence[Path],
    year: SchoolYear | None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    only_approved: bool = False,
) -> Collection:
    """Read, check and add up what lies in *paths*; *year* None is that of most reports.

    Raises StorageError, and Stopped when *cancelled* answers true.
    """
    collection = collect(paths, workspace.today, year, progress, cancelled=cancelled)
    return of_approved(collection) if only_approved else collection


def write_sum(workspace: DatedFolder, collection: Collection, kind: SumFile, folder: Path) -> Path:
    """A file of *kind* in *folder*; its path. Raises Refused, StorageError."""
    data = sum_file(workspace, collection, kind)
    of_all = kind in (SumFile.PROGRESS, SumFile.REMINDER)
    of_set = collection.form.id if collection.beside and not of_all else ""
    name = kind.named(
        collection.school_year,
        collection.part,
        is_of_approved=collection.is_of_approved,
        of_set=of_set,
    )
    return write_new(folder / name, data).path


def sum_file(workspace: DatedFolder, collection: Collection, kind: SumFile) -> bytes:
    """A file of *kind*. Raises Refused when nothing was added up and *kind* is of the sum."""
    # start-up: openpyxl is for a sum that is written
    from tui.jobs.district.sum_files import made

    return made(workspace, collection, kind)

"""The folder of what facilities sent to the office."""

from __future__ import annotations

from datetime import date

from exports.district.arriving.office_letters import OfficeLetters
from exports.district.report_sum import Collection
from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.store.system import named_paths
from tui.jobs.workspace import DatedFolder
from tui.texts.district import office_words


def nothing_yet(workspace: DatedFolder) -> Collection:
    """What is there before a file was read: the letters of the office."""
    return Collection((), (), workspace.chosen_year, letters=OfficeLetters([workspace.folder]))


def office_folder(folder: str, year: SchoolYear | None, day: date | None) -> DatedFolder:
    """The folder of arrivals. Raises StorageError when there is none."""
    path = named_paths.path_of(folder).absolute()
    if not path.is_dir():
        raise StorageError(office_words.OFFICE_NO_FOLDER.format(folder=path))
    return DatedFolder(path, chosen_year=year, day=day)

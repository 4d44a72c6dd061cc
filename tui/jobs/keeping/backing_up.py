"""Sao lưu: each dossier of the folder as one file in another place, read back before it counts."""

import errno
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from exports.output.output_files import read_back, whose_file, write_new
from forms.dossier.dossier import Kind
from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.store.backups.backup_file import Backup, encode_backup
from forms.store.backups.carried_away import CarriedAway, note_carried_away
from forms.store.backups.gathering import gather
from forms.store.system import system_calls, system_words
from forms.store.year_paths import YearPaths
from tui.jobs.handing.handing_over import note_given
from tui.jobs.workspace import Notice, Workspace
from tui.texts import command_line_words
from tui.texts.sessions import keeping_words


class Kept(NamedTuple):
    """A backup that was written and read back."""

    year: SchoolYear
    path: Path
    at: datetime
    seq: int


def back_up(workspace: Workspace, folder: Path, notice: Notice) -> Iterator[Kept]:
    """Write a backup of the chosen school year, else of every one of the workspace, into *folder*, which is there.

    Raises StorageError, when the others are kept: what was not told as kept is no backup.
    """
    _demand_folder(folder)
    years = workspace.store.years()
    failures: list[str] = []
    for year in [workspace.chosen_year] if workspace.chosen_year or not years else years:
        try:
            kept = _kept(workspace, year or workspace.year, folder, notice)
        except StorageError as error:
            failures.append(str(error))
        else:
            yield kept
    if failures:
        raise StorageError(" ".join(dict.fromkeys(failures)))


def _kept(workspace: Workspace, year: SchoolYear, folder: Path, notice: Notice) -> Kept:
    backup = backup_of(workspace, year, notice)
    data = encode_backup(backup)
    written = write_new(folder / file_name(backup), data)
    read_back(written.path, data)
    note_given(workspace, year, "backup", written.path, notice, Kind.HANDOVER)
    if not folder.resolve().is_relative_to(workspace.data_folder.resolve()):
        with suppress(StorageError):  # then it is only reminded of too early
            note_carried_away(YearPaths(workspace.folder, year), CarriedAway(backup.head.seq, backup.at))
    return Kept(year, written.path, datetime.fromisoformat(backup.at), backup.head.seq)


def _demand_folder(folder: Path) -> None:
    """A folder that is missing is not made: it would lie on this computer, where a stick was meant."""
    with system_calls.as_storage_error(keeping_words.NO_FOLDER, folder=folder):
        names, is_folder = system_calls.identity(folder), folder.is_dir()
    if not is_folder:
        why = system_words.BY_NUMBER[errno.ENOENT if names is None else errno.ENOTDIR]
        raise StorageError(keeping_words.NO_FOLDER.format(folder=folder, why=why))


def backup_of(workspace: Workspace, year: SchoolYear, notice: Notice) -> Backup:
    """The dossier of *year* as it is now. Raises StorageError."""
    with workspace.open(write=False, year=year, notice=notice) as session:
        return gather(
            YearPaths(workspace.folder, year),
            session.dossier.content,
            session.head,
            workspace.now(),
            notice,
            training=workspace.training,
        )


def file_name(backup: Backup) -> str:
    """Whose it is, of which year, made when."""
    made = keeping_words.FILE_MOMENT.format(made=datetime.fromisoformat(backup.at))
    parts = [keeping_words.FILE_BACKUP, whose_file(backup.content), str(backup.content.year), made]
    if backup.is_training:
        parts.append(command_line_words.FILE_TRAINING)
    return "_".join(parts) + ".zip"

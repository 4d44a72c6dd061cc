"""The files of a backup laid down in a data folder: a whole dossier where there is none that opens, or what was sent.

Nothing that is there is removed: what has to go is moved into the backups under a name with ``.hong``. What makes a dossier of it comes
last, so that at each step it is not there yet, or cannot be opened, or is that of the backup with all that belongs to it.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH105

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from forms.model.errors import DamagedFile, StorageError
from forms.store import store_words
from forms.store.backups import backup_words
from forms.store.backups.backup_file import Backup, main_name
from forms.store.chain.head_file import HeadFile, encode_head
from forms.store.handing.handovers import lists_joined
from forms.store.holding.lock import WriterLock
from forms.store.recovery import recover
from forms.store.repair import remove_leftovers
from forms.store.system import platform_calls, system_calls
from forms.store.year_paths import YearPaths


def place(paths: YearPaths, backup: Backup) -> list[str]:
    """Make *backup* the dossier of a school year of which there is none, or none that opens; what to tell of it, in sentences.

    An erasure that was decided is done first; one that cannot be done any more keeps the dossier from being opened, so it is set aside
    with it, as the last step. Raises DossierInUse, NewerSchema, StorageError.
    """
    with system_calls.as_storage_error(store_words.FOLDER_NOT_WRITABLE, folder=paths.folder):
        system_calls.make_folder(paths.folder)
    lock = WriterLock(paths)
    lock.acquire()
    try:
        remove_leftovers(paths)
        with system_calls.as_storage_error(backup_words.NOT_PLACED, folder=paths.folder):
            is_erasure_stuck = _is_erasure_stuck(paths)
            if _is_damaged(paths, is_erasure_stuck=is_erasure_stuck):
                _set_aside(paths)
            put_sent(paths, backup.files)
            _put_handovers(paths, backup)
            for name in (name for name in backup.files if name.endswith(".journal")):
                _put(paths, name, backup.files[name])
            _put(paths, main_name(paths.year), backup.files[main_name(paths.year)])
            heads = HeadFile(paths.head)
            heads.write(encode_head(backup.head))
            heads.sync()
            heads.close()
            if not is_erasure_stuck:
                return []
            note = paths.erasure.set_aside(paths.damaged)[-1]
            return [backup_words.ERASURE_SET_ASIDE.format(year=paths.year, aside=note.name)]
    finally:
        lock.release()


def lacking_sent(paths: YearPaths, files: Mapping[str, bytes]) -> list[str]:
    """Which of *files* were sent and are not in the folder as they were. Raises OSError."""
    sent = (name for name in files if name.startswith("exports/") or ".ban-" in name)
    return [name for name in sent if not _holds(paths.folder / name, files[name])]


def confirm(paths: YearPaths, names: Iterable[str]) -> None:
    """Return when the names in a dossier, *names* among them, are on disk: whoever gave them may have ended before. Raises OSError."""
    places = [paths.main, paths.backups / paths.main.name, *(paths.folder / name for name in names)]
    above = {folder for place in places for folder in place.parents}
    for folder in sorted(folder for folder in above if folder.is_relative_to(paths.folder.parent)):
        if folder.is_dir():
            platform_calls.sync_folder(folder)


def put_sent(paths: YearPaths, files: Mapping[str, bytes]) -> None:
    """Make what was sent of the dossier be as in *files*. The lock must be held. Raises OSError."""
    for name in lacking_sent(paths, files):
        _put(paths, name, files[name])


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and system_calls.read_bytes(path) == data


def _is_erasure_stuck(paths: YearPaths) -> bool:
    """Whether an erasure was decided that cannot be done; one that can is done. Raises OSError."""
    try:
        paths.erasure.settle()
    except DamagedFile:
        return True
    return False


def _is_damaged(paths: YearPaths, *, is_erasure_stuck: bool) -> bool:
    """Whether there is a dossier that cannot be opened. Raises StorageError when there is one that can."""
    try:
        recovery = recover(paths)
    except DamagedFile:
        return True
    if recovery is not None and recovery.seq and not is_erasure_stuck:
        raise StorageError(backup_words.THERE_IS_ONE.format(year=paths.year, folder=paths.folder))
    return is_erasure_stuck


def _set_aside(paths: YearPaths) -> None:
    """What cannot be opened, the journal last."""
    generations = (generation.path for generation in paths.generations())
    journals = (journal.path for journal in paths.old_journals())
    for path in (paths.main, *generations, *journals, paths.head, paths.journal):
        if path.exists():
            _move_aside(paths, path)


def _move_aside(paths: YearPaths, path: Path) -> None:
    system_calls.make_folder(paths.backups)
    os.replace(path, paths.damaged(path.name))
    for folder in {paths.backups, path.parent}:
        platform_calls.sync_folder(folder)


def _put_handovers(paths: YearPaths, backup: Backup) -> None:
    """What was given away since the backup was, whatever is restored."""
    brought = backup.files.get(paths.handovers.name)
    if brought is not None:
        with system_calls.one_at_a_time(paths.handovers_lock):
            there = system_calls.or_none(system_calls.read_bytes, paths.handovers) or b""
            data = lists_joined(there, brought)
            if data != there:
                system_calls.write_durably(paths.handovers, data, paths.temporary(paths.handovers.name))


def _put(paths: YearPaths, name: str, data: bytes) -> None:
    target = paths.folder / name
    if not _holds(target, data):
        system_calls.make_folder(target.parent)
        temporary = paths.temporary(f"{paths.year}.{target.name}")
        with system_calls.temporary_file(temporary, data):
            system_calls.demand_written(temporary, data)
            if os.path.lexists(target):
                _move_aside(paths, target)
            system_calls.replace(temporary, target)
    platform_calls.sync_folder(target.parent)

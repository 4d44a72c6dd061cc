"""Making the files of a school year fit for a writer to go on.

Nothing damaged is removed: it is moved or copied into the backups under a name with ``.hong``. Each step leaves files
from which the same state is opened, so a crash between two steps does no harm.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH108

from __future__ import annotations

import os
from pathlib import Path

from forms.store import (
    store_words,
)
from forms.store.chain.journal_lines import Mark
from forms.store.journal import JournalFile
from forms.store.recovery import Recovery, Remedy
from forms.store.system import (
    platform_calls,
    system_calls,
)
from forms.store.year_paths import YearPaths

_MEGABYTE = 1 << 20
ENOUGH = 50 * _MEGABYTE
"""Room for a year of work in the dossier and its backups."""


def remove_leftovers(paths: YearPaths) -> None:
    """Remove half-written files of writers and exports that are gone; the lock must be held. Raises StorageError."""
    with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=paths.folder):
        for path in paths.temporaries():
            system_calls.remove(path)
        if paths.exports.is_dir():
            for name in ("", *system_calls.names(paths.exports)):
                folder = paths.exports / name
                if folder.is_dir():
                    for path in system_calls.left_unfinished(folder):
                        system_calls.remove(path)


def remove_dossier(paths: YearPaths) -> None:
    """Remove the files of a school year that holds nothing of its own; the lock must be held. Raises OSError."""
    kept = [*(each.path for each in paths.generations()), *(each.path for each in paths.old_journals())]
    beside = (paths.head, paths.checked, paths.carried, paths.handovers)
    # what tells of a dossier goes before what it is opened from
    for path in (*kept, *beside, paths.main, paths.journal):
        if path.exists():
            os.unlink(path)
            platform_calls.sync_folder(path.parent)


def low_disk(folder: Path) -> str:
    """That little room is left where the dossiers are, in a sentence; '' when it is enough or cannot be known."""
    try:
        free = platform_calls.free_space(folder)
    except OSError:
        return ""
    return store_words.LOW_DISK.format(free=free // _MEGABYTE) if free < ENOUGH else ""


def repair(paths: YearPaths, recovery: Recovery) -> JournalFile:
    """Set aside what is damaged, say so in *recovery*, and return the journal to go on with. Raises StorageError."""
    with system_calls.as_storage_error(store_words.NOT_SET_ASIDE, year=paths.year):
        if recovery.has_bad_main:
            _move_aside(paths, recovery, paths.main)
        for path in recovery.bad_journals:
            _move_aside(paths, recovery, path)
        if recovery.remedy is Remedy.ASIDE:
            _move_aside(paths, recovery, paths.journal)
        elif recovery.remedy is Remedy.ROLL:
            system_calls.make_folder(paths.backups)
            _move(paths.journal, paths.rolled(*recovery.rolled))
        elif recovery.remedy is Remedy.SPLIT or recovery.damage_end:
            _keep_good_lines(paths, recovery)
        journal = JournalFile(paths.journal, recovery.mark, recovery.content.form)
        if recovery.remedy is Remedy.TRIM:
            journal.trim()
    return journal


def _keep_good_lines(paths: YearPaths, recovery: Recovery) -> None:
    """Copy the journal aside; of it stays what lies between damage in old lines and the end of the state."""
    system_calls.make_folder(paths.backups)
    raw = system_calls.read_bytes(paths.journal)
    target = paths.damaged(paths.journal.name)
    system_calls.create(target, raw)
    system_calls.demand_written(target, raw)
    platform_calls.sync_folder(target.parent)
    _note(recovery, paths.journal, target)
    good = raw[recovery.damage_end : recovery.mark.offset]
    system_calls.write_durably(paths.journal, good, paths.temporary(paths.journal.name))
    recovery.mark = Mark(len(good), recovery.mark.line)


def _move_aside(paths: YearPaths, recovery: Recovery, path: Path) -> None:
    system_calls.make_folder(paths.backups)
    target = paths.damaged(path.name)
    _move(path, target)
    _note(recovery, path, target)


def _move(path: Path, target: Path) -> None:
    system_calls.replace(path, target)
    platform_calls.sync_folder(target.parent)
    platform_calls.sync_folder(path.parent)


def _note(recovery: Recovery, path: Path, target: Path) -> None:
    recovery.notices.append(store_words.SET_ASIDE.format(name=path.name, copy=target.name))

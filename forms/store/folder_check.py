"""What stands under the names of a school year before it is opened: files and folders, and no links where it is written."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from forms.model.errors import StorageError
from forms.store import store_words
from forms.store.system import system_calls
from forms.store.year_paths import YearPaths


def demand_kinds(paths: YearPaths) -> None:
    """Raise StorageError that names what is no file, or no folder, where one must be."""
    wanted = {paths.main: stat.S_ISREG, paths.journal: stat.S_ISREG, paths.backups: stat.S_ISDIR}
    for path, is_right in wanted.items():
        mode = _mode(path, follows=True)
        if mode is not None and not is_right(mode):
            sentence = store_words.NO_FILE if is_right is stat.S_ISREG else store_words.NO_FOLDER
            raise StorageError(
                sentence.format(year=paths.year, folder=paths.folder, name=path.name, kind=_kind(mode))
            )


def demand_lock(paths: YearPaths) -> None:
    """Raise StorageError that names the lock when it is no file: what another kind of thing holds off is not known."""
    mode = _mode(paths.lock, follows=False)
    if mode is not None and not stat.S_ISREG(mode):
        raise StorageError(
            store_words.NO_LOCK_FILE.format(year=paths.year, folder=paths.folder, name=paths.lock.name)
        )


def demand_exports(paths: YearPaths) -> None:
    """Raise StorageError that names what stands where the folders of exports and sent revisions are. Raises OSError."""
    for path in (paths.exports, paths.exports / str(paths.year)):
        mode = _stat(path, follows=True) or _stat(path, follows=False)
        if mode is not None and not stat.S_ISDIR(mode):
            name = path.relative_to(paths.folder).as_posix()
            raise StorageError(store_words.NO_EXPORTS.format(name=name, kind=_kind(mode)))


def _kind(mode: int) -> str:
    return store_words.KINDS.get(stat.S_IFMT(mode), store_words.OTHER_KIND)


def demand_no_links(paths: YearPaths) -> None:
    """Raise StorageError for a link: written anew, it would be a file of its own, and what it led to would stay behind."""
    for path in _links(paths):
        raise StorageError(
            store_words.LINKED.format(
                year=paths.year, folder=paths.folder, name=path.name, target=os.path.realpath(path)
            )
        )


def _links(paths: YearPaths) -> Iterator[Path]:
    for path in (paths.main, paths.journal, paths.backups):
        mode = _mode(path, follows=False)
        if mode is not None and stat.S_ISLNK(mode):
            yield path


def _mode(path: Path, *, follows: bool) -> int | None:
    """The mode of what stands there; None when nothing does. Raises StorageError."""
    with system_calls.as_storage_error(store_words.FILE_NOT_READ, name=path.name):
        return _stat(path, follows=follows)


def _stat(path: Path, *, follows: bool) -> int | None:
    """The same. Raises OSError."""
    try:
        return path.stat(follow_symlinks=follows).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None

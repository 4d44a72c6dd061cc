"""One writer at a time: a lock of the system that dies with its process.

Only a writer loads this module: filelock costs a third of what the rest of the store does.
"""

from __future__ import annotations

import os
from contextlib import suppress

from forms.model.errors import DossierGone, DossierInUse, StorageError
from forms.store.holding import (
    holding_words,
)
from forms.store.holding.holder import holder_at, in_use, put_note, this_session
from forms.store.system import (
    platform_calls,
    system_calls,
)
from forms.store.system.rare_modules import RARE
from forms.store.system.stand_ins import stand_ins
from forms.store.year_paths import YearPaths

with stand_ins(RARE):
    from filelock import FileLock, Timeout


class WriterLock:
    """The lock of one school year. Its file stays and is empty: on Windows nobody else can read it while it is held."""

    def __init__(self, paths: YearPaths) -> None:
        self._paths = paths
        self._path = paths.lock
        self._lock = _lock_of(paths)
        self._file: system_calls.FileIdentity | None = None
        self._holder = this_session()

    def acquire(self) -> None:
        """Take the lock and note who holds it. Raises DossierInUse, StorageError."""
        paths = self._paths
        try:
            self._lock.acquire()
        except Timeout as error:
            who = in_use(paths.year, holder_at(paths.holder, paths.lock))
            raise DossierInUse(who, holding_words.ADVICE) from error
        except OSError as error:
            why = system_calls.reason(error)
            raise StorageError(
                holding_words.NOT_LOCKED.format(year=paths.year, folder=paths.folder, why=why)
            ) from error
        except (RuntimeError, NotImplementedError) as error:
            raise StorageError(holding_words.NO_LOCKS_HERE.format(year=paths.year)) from error
        try:
            with system_calls.as_storage_error(
                holding_words.NOT_LOCKED, year=paths.year, folder=paths.folder
            ):
                self._file = system_calls.identity(paths.lock)
        except StorageError:
            self._lock.release(force=True)
            raise
        with suppress(OSError):
            # the note of an older version
            os.truncate(paths.lock, 0)
        system_calls.remove(paths.request)
        with suppress(OSError):
            # only for the message to others
            put_note(paths.holder, self._holder)

    def refuse(self, token: str) -> None:
        """Tell whoever made the request of that *token* that it is not granted. Raises StorageError when that cannot be told."""
        self._holder = self._holder.but(refused=token)
        with system_calls.as_storage_error(holding_words.NOT_TOLD):
            put_note(self._paths.holder, self._holder)

    def demand(self) -> None:
        """Raise DossierGone when others find another lock under its name, StorageError when that cannot be known."""
        with system_calls.as_storage_error(holding_words.NOT_WRITTEN):
            is_ours = self._is_ours()
        if not is_ours:
            raise DossierGone(holding_words.GONE.format(year=self._paths.year))

    def _is_ours(self) -> bool:
        return self._file is not None and system_calls.identity(self._path) == self._file

    def release(self) -> None:
        """Give the lock back; whoever made a request sees it by that."""
        with suppress(OSError):
            if self._is_ours():
                system_calls.remove(self._paths.holder)
        with suppress(OSError):
            self._lock.release(force=True)


def is_free(paths: YearPaths) -> bool:
    """Whether nobody holds the lock of that school year at this moment."""
    lock = _lock_of(paths)
    try:
        lock.acquire()
    except (Timeout, OSError, RuntimeError, NotImplementedError):
        return False
    lock.release()
    return True


def _lock_of(paths: YearPaths) -> FileLock:
    mode = platform_calls.FILE_MODE
    return FileLock(paths.lock, timeout=0, mode=mode, thread_local=False, preserve_lock_file=True)

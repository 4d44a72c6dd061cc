"""One writer at a time: a lock of the system that dies with its process, and a note of who holds it.

Only the writer loads this module: filelock costs a third of what the rest of the store does.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock, Timeout

from forms.dossier.roster import SchoolYear
from forms.model.errors import DossierInUse, StorageError
from forms.store import (
    store_words,
)
from forms.store.system import (
    system_calls,
)


class Holder(NamedTuple):
    """Who holds a lock, as noted in its file: empty where it is not known; *start* is ISO."""

    pid: str
    host: str
    user: str
    tty: str
    start: str
    is_remote: bool


def user() -> str:
    """Name of the user of this process."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return store_words.UNKNOWN


def host() -> str:
    """Name of this computer."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    return os.environ.get("COMPUTERNAME") or store_words.UNKNOWN


class WriterLock:
    """The lock of one school year. The lock file stays; only the lock on it counts."""

    def __init__(self, path: Path, year: SchoolYear) -> None:
        self.path = path
        self.year = year
        self._lock = FileLock(path, timeout=0, mode=system_calls.FILE_MODE, thread_local=False)

    def acquire(self, start: str) -> None:
        """Take the lock and note who holds it since *start* (ISO). Raises DossierInUse, StorageError."""
        try:
            self._lock.acquire()
        except Timeout as error:
            raise DossierInUse(_held(self.year, holder_of(self.path))) from error
        except OSError as error:
            why, folder = system_calls.reason(error), self.path.parent
            raise StorageError(
                store_words.NOT_LOCKED.format(year=self.year, folder=folder, why=why)
            ) from error
        except (RuntimeError, NotImplementedError) as error:
            raise StorageError(store_words.NO_LOCKS_HERE.format(year=self.year)) from error
        with suppress(OSError):
            # only for the message to others: the lock holds without it
            self._note(start)

    def _note(self, start: str) -> None:
        note = {
            "pid": os.getpid(),
            "host": host(),
            "user": user(),
            "tty": _terminal(),
            "start": start,
            "SSH": bool(os.environ.get("SSH_CONNECTION")),
        }
        fd = os.open(self.path, os.O_WRONLY | os.O_TRUNC | system_calls.BINARY)
        try:
            system_calls.make_private(fd)
            system_calls.write_all(fd, json.dumps(note, ensure_ascii=False, sort_keys=True).encode())
        finally:
            os.close(fd)

    def release(self) -> None:
        """Give the lock back."""
        with suppress(OSError):
            self._lock.release(force=True)


def _terminal() -> str:
    try:
        return os.ttyname(sys.__stdin__.fileno()) if sys.__stdin__ else ""
    except (OSError, ValueError, AttributeError):
        return ""


def holder_of(path: Path) -> Holder | None:
    """What the holder noted in the lock file; None when nothing readable stands there."""
    try:
        note: dict[str, Any] = json.loads(system_calls.read_bytes(path))
        pid, where, who, tty, start = (
            str(note.get(key) or "") for key in ("pid", "host", "user", "tty", "start")
        )
        return Holder(pid, where, who, tty, start, bool(note.get("SSH"))) if note else None
    except (OSError, ValueError, AttributeError):
        return None


def _held(year: SchoolYear, holder: Holder | None) -> str:
    if holder is None:
        return store_words.HELD_BY_UNKNOWN.format(year=year)
    sentence = store_words.HELD[bool(holder.tty), holder.is_remote]
    unknown = store_words.UNKNOWN
    return sentence.format(
        year=year,
        host=holder.host or unknown,
        tty=holder.tty,
        user=holder.user or unknown,
        pid=holder.pid or unknown,
        since=_since(holder.start),
    )


def _since(start: str) -> str:
    try:
        return store_words.SINCE.format(start=datetime.fromisoformat(start))
    except ValueError:
        return store_words.UNKNOWN_TIME

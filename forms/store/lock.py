"""One writer at a time: a lock of the system that dies with its process, and a note of who holds it."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from forms.dossier.roster import SchoolYear
from forms.model.errors import DossierInUse, StorageError
from forms.store import system_files


def user() -> str:
    """Name of the user of this process."""
    import getpass  # with socket below, a tenth of the start of a command that only reads

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "không rõ"


def host() -> str:
    """Name of this computer."""
    import socket

    return socket.gethostname()


class WriterLock:
    """The lock of one school year. The lock file stays; only the lock on it counts."""

    def __init__(self, path: Path, year: SchoolYear) -> None:
        self.path = path
        self.year = year
        from filelock import FileLock  # only a writer needs it; it costs a third of the store's import

        self._lock = FileLock(path, timeout=0, mode=system_files.FILE_MODE, thread_local=False)

    def acquire(self, start: str) -> None:
        """Take the lock and note who holds it since *start* (ISO). Raises DossierInUse, StorageError."""
        from filelock import Timeout

        try:
            self._lock.acquire()
        except Timeout as error:
            raise DossierInUse(
                f"Hồ sơ {self.year} {_told(holder(self.path))}. Hãy đóng ở nơi đó trước, hoặc chỉ mở để xem."
            ) from error
        except OSError as error:
            raise StorageError(
                f"Không mở được hồ sơ {self.year} để ghi trong {self.path.parent}: {system_files.reason(error)}."
                " Dữ liệu không bị thay đổi; vẫn có thể mở để xem."
            ) from error
        except (RuntimeError, NotImplementedError) as error:
            raise StorageError(
                f"Không khóa được hồ sơ {self.year}: ổ đĩa này không cho khóa file."
                " Dữ liệu không bị thay đổi; hãy chép thư mục sang ổ đĩa trong máy."
            ) from error
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
        fd = os.open(self.path, os.O_WRONLY | os.O_TRUNC | system_files.BINARY)
        try:
            system_files.make_private(fd)
            system_files.write_all(fd, json.dumps(note, ensure_ascii=False, sort_keys=True).encode())
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


def holder(path: Path) -> dict[str, Any] | None:
    """What the holder noted in the lock file; None when nothing readable stands there."""
    try:
        found = json.loads(system_files.read_bytes(path))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _told(note: dict[str, Any] | None) -> str:
    if not note:
        return "đang mở ở một nơi khác (không rõ ai đang mở)"
    where = f"máy {note.get('host') or 'không rõ'}"
    if note.get("tty"):
        where += f", cửa sổ {note['tty']}"
    if note.get("SSH"):
        where += " (SSH)"
    who = f"người dùng {note.get('user') or 'không rõ'}, tiến trình {note.get('pid') or 'không rõ'}"
    return f"đang mở ở {where}, {who}, từ {_since(note.get('start'))}"


def _since(start: object) -> str:
    try:
        return f"{datetime.fromisoformat(str(start)):%H:%M ngày %d/%m/%Y}"
    except ValueError:
        return "lúc không rõ"

"""The calls to the system: bounded reads, new private files, durable folders, the time.

Files are made 0600 and folders 0700 whatever the umask. The one home of reading a file that a user names or others
sent, of writing a file whole or not at all, and of saying why the system refused. Loads nothing heavy.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH101, PTH102, PTH105, PTH108, PTH208

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from forms.model.errors import StorageError
from forms.store.system import (
    system_words,
)

FILE_MODE = 0o600
FOLDER_MODE = 0o700
BINARY: int = getattr(os, "O_BINARY", 0)
_WITHOUT_WAITING: int = getattr(os, "O_NONBLOCK", 0)
_CHUNK = 1 << 20
_REPLACE_TRIES = 5
_REPLACE_WAIT = 0.05
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.ENOSYS}
"""What network drives answer that cannot make a folder durable."""
_NO_MODES = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS}
"""What a file system without modes answers, such as that of a memory stick."""
_DENIED_ON_WINDOWS = 5


def now() -> datetime:
    """Local time with its offset."""
    return datetime.now().astimezone()


def stamp(moment: datetime) -> str:
    """The time as it is stored: ISO, to the second."""
    return moment.isoformat(timespec="seconds")


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in a few Vietnamese words; a ValueError is its answer to an impossible name."""
    if isinstance(error, ValueError):
        return system_words.IMPOSSIBLE_NAME
    on_windows = getattr(error, "winerror", None)
    # a file that a program holds open cannot be renamed over: Windows then denies the access
    is_rename = error.filename2 is not None
    if on_windows in system_words.HELD_ON_WINDOWS or (on_windows == _DENIED_ON_WINDOWS and is_rename):
        return system_words.HELD_ELSEWHERE
    number = error.errno or 0
    code = errno.errorcode.get(number, system_words.UNKNOWN)
    return system_words.BY_NUMBER.get(number) or system_words.OTHER.format(code=code)


@contextmanager
def as_storage_error(sentence: str, /, **parts: object) -> Iterator[None]:
    """Turn an OSError inside into a StorageError: *sentence* with its *parts* and ``{why}``."""
    try:
        yield
    except OSError as error:
        raise StorageError(sentence.format(why=reason(error), **parts)) from error


def read_bytes(path: Path, start: int = 0) -> bytes:
    """The bytes of *path*, a file of ours, from *start* on. Raises OSError."""
    fd = os.open(path, os.O_RDONLY | BINARY)
    try:
        if start:
            os.lseek(fd, start, os.SEEK_SET)
        return _read(fd, None)
    finally:
        os.close(fd)


class NotARegularFile(Exception):
    """A folder, a pipe or a device."""


class Beginning(NamedTuple):
    """The first bytes of a file and the size of the whole."""

    data: bytes
    size: int


def read_beginning(path: Path, most: int, *, regular: bool) -> Beginning:
    """At most *most* bytes of a file that a user names or others sent.

    Only a *regular* one, without waiting for a pipe; else whatever can be read. Raises OSError, NotARegularFile, and
    ValueError for a name that no file can have.
    """
    fd = os.open(path, os.O_RDONLY | BINARY | (_WITHOUT_WAITING if regular else 0))
    try:
        status = os.fstat(fd)
        if regular and not stat.S_ISREG(status.st_mode):
            raise NotARegularFile
        data = _read(fd, most)
    finally:
        os.close(fd)
    return Beginning(data, max(status.st_size, len(data)))


def _read(fd: int, most: int | None) -> bytes:
    parts = []
    rest = most
    while part := os.read(fd, _CHUNK if rest is None else min(_CHUNK, rest)):
        parts.append(part)
        if rest is not None:
            rest -= len(part)
    return b"".join(parts)


def write_all(fd: int, data: bytes) -> None:
    """Write all of *data*. Raises OSError, perhaps after a part of it."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def make_private(fd: int) -> None:
    """Mode 0600, also where the umask took more away, if the file system knows modes. Raises OSError."""
    if hasattr(os, "fchmod"):
        with _where_there_are_modes():
            os.fchmod(fd, FILE_MODE)


@contextmanager
def _where_there_are_modes() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_MODES:
            raise


def sync_data(fd: int) -> None:
    """Return when what was written is on disk."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(fd)
    else:
        os.fsync(fd)


def create(path: Path, data: bytes) -> None:
    """Make the new file *path* with *data*, on disk; nothing remains of it after an error. Raises OSError."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, FILE_MODE)
    try:
        try:
            make_private(fd)
            write_all(fd, data)
            os.fsync(fd)
        finally:
            os.close(fd)
    except BaseException:
        remove(path)
        raise


@contextmanager
def draft(path: Path, data: bytes) -> Iterator[None]:
    """*data* under the temporary name *path* while the block gives it its own; removed when that fails. Raises OSError."""
    create(path, data)
    try:
        yield
    except BaseException:
        remove(path)
        raise


def remove(path: Path) -> None:
    """Remove *path* if it is there and can be removed."""
    with suppress(OSError):
        os.unlink(path)


def replace(source: Path, target: Path) -> None:
    """Rename *source* over *target*; on Windows another program may hold it for a moment. Raises OSError."""
    for attempt in range(1, _REPLACE_TRIES + 1):
        try:
            os.replace(source, target)
        except PermissionError:
            if os.name != "nt" or attempt == _REPLACE_TRIES:
                raise
            time.sleep(_REPLACE_WAIT * attempt)
        else:
            return


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable, where the system has such a call. Raises OSError."""
    if os.name == "nt":
        return
    try:
        fd = os.open(path, os.O_RDONLY)
    except PermissionError:
        # a folder that may be written and not read
        return
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(fd)


def make_folder(path: Path) -> None:
    """Make *path* and what is missing above it; a folder that is there stays as it is. Raises OSError."""
    if path.is_dir():
        return
    if path.exists() or path == path.parent:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
    make_folder(path.parent)
    with suppress(FileExistsError):
        os.mkdir(path, FOLDER_MODE)
    with _where_there_are_modes():
        os.chmod(path, FOLDER_MODE)
    sync_folder(path.parent)


def names(path: Path) -> list[str]:
    """The names in a folder, sorted; none when there is no such folder. Raises OSError."""
    try:
        return sorted(os.listdir(path))
    except FileNotFoundError:
        return []


def or_none(read: Callable[[Path], bytes], path: Path) -> bytes | None:
    """What *read* gives of *path*; None when there is no such file. Raises OSError."""
    try:
        return read(path)
    except FileNotFoundError:
        return None

"""The calls to the system: bounded reads, new private files, durable folders, the time.

Files are made 0600 and folders 0700 whatever the umask. The one home of reading a file that a user names or others
sent, of writing a file whole or not at all, and of saying why the system refused. Loads nothing heavy.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH101, PTH102, PTH105, PTH106, PTH108, PTH116, PTH208

import errno
import os
import re
import stat
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from forms.model.declared import Frozen
from forms.model.errors import StorageError
from forms.store.system import (
    system_words,
)
from forms.store.system.platform_calls import (
    BINARY,
    FILE_MODE,
    FIRST_PAUSE,
    LONGEST_PAUSE,
    NO_STRANGER,
    WITHOUT_WAITING,
    host_name,
    is_held,
    is_running,
    lock_at_once,
    make_private,
    sync_folder,
    where_there_are_modes,
    while_held,
)

FOLDER_MODE = 0o700
_CHUNK = 1 << 20
_NO_FILE_THERE = {errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP}
"""What opening a socket answers, or a device behind which nothing stands."""
LOCK_PATIENCE = 10.0
"""Seconds for which others are waited for who do the same."""


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
    if isinstance(error, NotARegularFile):
        return system_words.NOT_REGULAR
    if is_held(error):
        return system_words.HELD_ELSEWHERE
    number = error.errno or 0
    code = errno.errorcode.get(number, system_words.UNKNOWN)
    return system_words.BY_NUMBER.get(number) or system_words.OTHER.format(code=code)


class as_storage_error:  # noqa: N801  # read as a word of the language, as contextlib names its own
    """Turn an OSError inside into a StorageError: *sentence* with its *parts* and ``{why}``, which names who is closed to us.

    Every commit passes two of these: as a generator each would cost it several microseconds.
    """

    def __init__(self, sentence: str, /, **parts: object) -> None:
        self._sentence = sentence
        self._parts = parts

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            why, name = reason(error), _name_of_closed(error)
            told = self._sentence.format(why=why, **self._parts)
            if name and name not in told:
                told = self._sentence.format(why=system_words.AT.format(why=why, name=name), **self._parts)
            raise StorageError(told) from error


def _name_of_closed(error: OSError) -> str:
    """The file or folder that *error* says we may not use, where people see it, else the folder that it is in; '' for other errors."""
    if (
        error.errno not in (errno.EACCES, errno.EPERM)
        or is_held(error)
        or not isinstance(error.filename, str)
    ):
        return ""
    path = Path(error.filename)
    return path.parent.name if path.name.startswith(".") else path.name


def read_bytes(path: Path, start: int = 0) -> bytes:
    """The bytes of *path*, a file of ours, from *start* on. Raises OSError."""
    fd = _open_regular(path)
    try:
        if start:
            os.lseek(fd, start, os.SEEK_SET)
        return _read(fd, None)
    finally:
        os.close(fd)


class NotARegularFile(OSError):
    """A pipe, a device, a socket: whoever reads it may wait for ever, or get no end of bytes."""


class Beginning(NamedTuple):
    """The first bytes of a file and the size of the whole."""

    data: bytes
    size: int


def read_beginning(path: Path, most: int) -> Beginning:
    """At most *most* bytes of a file that a user names or others sent.

    Raises OSError, NotARegularFile among them, and ValueError for a name that no file can have.
    """
    fd = _open_regular(path)
    try:
        size = os.fstat(fd).st_size
        data = _read(fd, most)
    finally:
        os.close(fd)
    return Beginning(data, max(size, len(data)))


def _open_regular(path: Path) -> int:
    """A file to be read, opened without waiting. Raises NotARegularFile, IsADirectoryError, other OSError."""
    try:
        fd = os.open(path, os.O_RDONLY | BINARY | WITHOUT_WAITING)
    except OSError as error:
        if error.errno in _NO_FILE_THERE:
            raise NotARegularFile(*error.args) from error
        raise
    try:
        _demand_regular(os.fstat(fd).st_mode)
    except OSError:
        os.close(fd)
        raise
    return fd


def _demand_regular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise NotARegularFile(errno.EINVAL, os.strerror(errno.EINVAL))


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


def demand_written(path: Path, data: bytes) -> None:
    """Raise OSError when *path* does not hold just *data*: a disk may keep other bytes than it was given."""
    if read_bytes(path) != data:
        raise OSError(errno.EIO, "read back different", str(path))


@contextmanager
def temporary_file(path: Path, data: bytes) -> Iterator[None]:
    """*data* under the temporary name *path* while the block gives it its own; removed when that fails. Raises OSError."""
    create(path, data)
    try:
        yield
    except BaseException:
        remove(path)
        raise


def write_durably(path: Path, data: bytes, temporary: Path) -> None:
    """Make *path* a file of *data*, on disk: written as *temporary* and read back before it takes the place of what is there.

    Raises OSError; *path* is then the old or the new file, whole.
    """
    with temporary_file(temporary, data):
        demand_written(temporary, data)
        replace(temporary, path)
    sync_folder(path.parent)


def unfinished_name(number: int) -> str:
    """What this process calls a file outside the dossier while it writes it: by its computer, others may write in the same folder."""
    return f"{_unfinished_here()}{os.getpid()}-{number}.tmp"


def _unfinished_here() -> str:
    return f".nhomtre-{zlib.crc32(host_name().encode()):08x}-"


def left_unfinished(folder: Path) -> Iterator[Path]:
    """The files in *folder* under such a name whose process is gone, as only its own computer can know. Raises OSError."""
    for name in names(folder):
        match = re.fullmatch(re.escape(_unfinished_here()) + r"(\d+)-\d+\.tmp", name)
        if match and not is_running(int(match[1])):
            yield folder / name


def remove(path: Path) -> None:
    """Remove *path* if it is there and can be removed."""
    with suppress(OSError):
        os.unlink(path)


def replace(source: Path, target: Path) -> None:
    """Rename *source* over *target*, as soon as no other program holds them. Raises OSError."""
    while_held(lambda: os.replace(source, target))


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Wait until no other process, or thread, is inside a block with the same *path*: an empty file that is made and stays.

    Raises OSError, also when ``LOCK_PATIENCE`` seconds were not enough.
    """
    fd = os.open(path, os.O_RDWR | os.O_CREAT | BINARY | NO_STRANGER, FILE_MODE)
    try:
        make_private(fd)
        until, seconds = time.monotonic() + LOCK_PATIENCE, FIRST_PAUSE
        while not lock_at_once(fd):
            if time.monotonic() >= until:
                raise BlockingIOError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
            time.sleep(seconds)
            seconds = min(seconds * 2, LONGEST_PAUSE)
        yield
    finally:
        with suppress(OSError):  # what was done inside is done
            os.close(fd)


FileIdentity = tuple[int, int]
"""Which file a name leads to, as the system counts them (device, number): two files that are there at one time differ."""


class FileThere(Frozen):
    """What is under a name: which file, and its size in bytes."""

    identity: FileIdentity
    size: int


def there(file: Path | int) -> FileThere | None:
    """What is there of a path or an open descriptor; None when nothing is. Raises OSError."""
    try:
        status = os.stat(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return FileThere((status.st_dev, status.st_ino), status.st_size)


def identity(file: Path | int) -> FileIdentity | None:
    """Which file is there, of a path or an open descriptor; None when none is. Raises OSError."""
    found = there(file)
    return found.identity if found else None


def make_folder(path: Path) -> None:
    """Make *path* and what is missing above it, on disk; a folder that is there stays as it is. Raises OSError."""
    if not path.is_dir():
        if path.exists() or path == path.parent:
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
        make_folder(path.parent)
        with suppress(FileExistsError):
            os.mkdir(path, FOLDER_MODE)
        with where_there_are_modes():
            os.chmod(path, FOLDER_MODE)
    # also of one that is there: whoever made it may have ended before its name was on disk
    sync_folder(path.parent)


def names(path: Path) -> list[str]:
    """The names in a folder, sorted; none when there is no such folder. Raises OSError."""
    try:
        return sorted(os.listdir(path))
    except FileNotFoundError:
        return []


def files_below(folder: Path) -> list[Path]:
    """The files in *folder* and in the folders inside it, links to folders not followed. Raises OSError.

    ``Path.rglob`` says nothing of a folder that it may not look into.
    """
    found = []
    for name in names(folder):
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            found += files_below(path)
        elif path.is_file():
            found.append(path)
    return found


def remove_folder(folder: Path) -> None:
    """Remove *folder* with all that is in it, if it is there; of a link only the link. Raises OSError."""
    if folder.is_symlink():
        os.unlink(folder)
        return
    for name in names(folder):
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            remove_folder(path)
        else:
            os.unlink(path)
    with suppress(FileNotFoundError):
        os.rmdir(folder)


def or_none(read: Callable[[Path], bytes], path: Path) -> bytes | None:
    """What *read* gives of *path*; None when there is no such file. Raises OSError."""
    try:
        return read(path)
    except FileNotFoundError:
        return None

"""The calls to the system: whole reads, new private files, durable folders; failures told in Vietnamese.

Files are made 0600 and folders 0700 whatever the umask.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH101, PTH102, PTH105, PTH108, PTH208

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from forms.model.errors import StorageError

FILE_MODE = 0o600
FOLDER_MODE = 0o700
BINARY: int = getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 20
_REPLACE_TRIES = 5
_REPLACE_WAIT = 0.05

_REASONS = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết phần đĩa được cấp",
    errno.EFBIG: "tệp quá lớn so với mức máy cho phép",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "thư mục chỉ cho đọc",
    errno.EIO: "ổ đĩa báo lỗi đọc, ghi",
    errno.ENOTDIR: "đường dẫn không phải là thư mục",
    errno.EEXIST: "đã có một file trùng tên",
    errno.EISDIR: "đường dẫn là một thư mục",
    errno.ENOENT: "không tìm thấy file hoặc thư mục",
    errno.EMFILE: "đang mở quá nhiều file",
    errno.ENAMETOOLONG: "tên quá dài",
}


def reason(error: OSError) -> str:
    """Why the system refused, in a few Vietnamese words."""
    number = error.errno or 0
    return _REASONS.get(number) or f"máy báo lỗi {errno.errorcode.get(number, 'không rõ')}"


@contextmanager
def told(what: str, safe: str) -> Iterator[None]:
    """Turn an OSError inside into a StorageError: *what* failed, why, and what is *safe*."""
    try:
        yield
    except OSError as error:
        raise StorageError(f"{what}: {reason(error)}. {safe}") from error


def read_bytes(path: Path, start: int = 0) -> bytes:
    """The bytes of *path* from *start* on. Raises OSError."""
    fd = os.open(path, os.O_RDONLY | BINARY)
    try:
        if start:
            os.lseek(fd, start, os.SEEK_SET)
        parts = []
        while part := os.read(fd, _CHUNK):
            parts.append(part)
    finally:
        os.close(fd)
    return b"".join(parts)


def write_all(fd: int, data: bytes) -> None:
    """Write all of *data*. Raises OSError, perhaps after a part of it."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def make_private(fd: int) -> None:
    """Mode 0600, also where the umask took more away."""
    if hasattr(os, "fchmod"):
        os.fchmod(fd, FILE_MODE)


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
    """Make the names in a folder durable; Windows has no such call. Raises OSError."""
    if os.name == "nt":
        return
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
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

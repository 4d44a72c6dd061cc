"""Writes a file whole or not at all, and makes names of files out of titles."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from forms.model.errors import StorageError
from forms.model.text import fold

MAX_SLUG = 60
MOST_OF_A_NAME = 1000
"""Files «name (2)», «name (3)»... beside each other."""
_DEVICES = re.compile(r"(con|prn|aux|nul|conin|conout|clock|com[0-9]|lpt[0-9])")
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.ENOSYS}
_REASONS = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EACCES: "không có quyền ghi vào đây",
    errno.EPERM: "không có quyền ghi vào đây",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EISDIR: "đường dẫn là một thư mục",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EIO: "ổ đĩa báo lỗi",
    errno.EFBIG: "tệp quá lớn cho ổ đĩa này",
    errno.EEXIST: "đã có quá nhiều tệp cùng tên",
    errno.ELOOP: "đường dẫn đi vòng",
}
_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}
"""What a file system answers that knows no hard links."""
_OPEN_ELSEWHERE = "tệp đang mở trong chương trình khác; hãy đóng tệp đó (ví dụ trong Excel) rồi xuất lại"
_NOT_WRITTEN = "Không ghi được {path}: {why}. Tệp cũ, nếu có, vẫn còn nguyên."
_OTHER_NAME = "Đã có một tệp khác tên {name}; tệp đó giữ nguyên, tệp mới mang tên khác."
_HELD = (
    "Tệp {name} đang mở trong chương trình khác (ví dụ trong Excel) hoặc không đọc được; "
    "tệp đó giữ nguyên, tệp mới mang tên khác."
)


class _Taken(Exception):
    """Another file bears the name."""


class Written(NamedTuple):
    """The file that holds the data; a sentence when it does not bear the name that was wanted."""

    path: Path
    notice: str = ""


def write_new(path: Path, data: bytes) -> Written:
    """Make a file of *data* called *path*, or ``name (2).pdf`` and so on where other files bear the names.

    No file that is there is touched; one that holds just *data* is the answer and nothing is written.
    Otherwise as ``write_whole``.
    """
    notice = ""
    for chosen in _names(path):
        if not os.path.lexists(chosen):
            with suppress(_Taken):  # another program was faster
                _write_safely(chosen, data, only_new=True)
                return Written(chosen, notice)
        try:
            if chosen.is_file() and chosen.read_bytes() == data:
                return Written(chosen, notice)
        except OSError:
            notice = notice or _HELD.format(name=path.name)
        notice = notice or _OTHER_NAME.format(name=path.name)
    raise StorageError(_NOT_WRITTEN.format(path=path, why=_REASONS[errno.EEXIST]))


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, MOST_OF_A_NAME):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def write_whole(path: Path, data: bytes) -> None:
    """Make *path* a file of *data*, readable by its owner only. On StorageError the old file stands as it was.

    Folders on the way are made, for the owner only. Only a failure to put the folder itself on disk, the
    last step, comes when the new file stands already; it is whole too.
    """
    if path.is_dir():
        raise StorageError(f"Không ghi được {path}: đường dẫn là một thư mục. Chưa ghi gì.")
    _write_safely(path, data, only_new=False)


def _write_safely(path: Path, data: bytes, *, only_new: bool) -> None:
    """The file and its folders, on disk. Raises StorageError; _Taken when *path* was to be new and is not."""
    try:
        _make_folders(path.parent)
        _write(path, data, _give_new_name if only_new else Path.replace)
    except (OSError, ValueError) as error:
        raise StorageError(_NOT_WRITTEN.format(path=path, why=_reason(error))) from error
    try:
        _sync_folder(path.parent)
    except OSError as error:
        raise StorageError(
            f"Đã ghi {path} nhưng ổ đĩa chưa xác nhận ({_reason(error)}). Hãy mở lại tệp để kiểm tra."
        ) from error


def _write(path: Path, data: bytes, give_name: Callable[[Path, Path], object]) -> None:
    descriptor, temporary = _open_beside(path)
    try:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        give_name(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _give_new_name(temporary: Path, path: Path) -> None:
    """Rename a file to a name that none bears. Raises _Taken when one does."""
    try:
        if sys.platform == "win32":
            temporary.rename(path)
            return
        path.hardlink_to(temporary)
    except FileExistsError:
        raise _Taken from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        temporary.replace(path)
    else:
        temporary.unlink()


def _open_beside(path: Path) -> tuple[int, Path]:
    """A new file in the folder of *path*, opened for writing."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in count():
        temporary = path.parent / f".nhomtre-{os.getpid()}-{number}.tmp"
        try:
            return os.open(temporary, flags, 0o600), temporary
        except FileExistsError:
            if number > 1000:
                raise
    raise AssertionError


def _make_folders(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folders(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(0o700)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        # a folder that may be written and not read
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        # some network drives cannot
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "tên tệp có ký tự không dùng được"
    if getattr(error, "winerror", None) in (5, 32, 33):
        return _OPEN_ELSEWHERE
    return _REASONS.get(error.errno or 0, f"lỗi hệ thống số {error.errno}")


def file_slug(text: str) -> str:
    """Part of a file name made of a title: small letters, digits and hyphens; never empty."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:MAX_SLUG].strip("-")
    if not slug or _DEVICES.fullmatch(slug):
        return f"tep-{slug}".strip("-")
    return slug

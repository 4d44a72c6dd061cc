"""Writes a file whole or not at all, and makes names of files out of titles."""

from __future__ import annotations

import errno
import os
import re
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

from forms.errors import StorageError
from forms.text import fold

MAX_SLUG = 60
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
    errno.ELOOP: "đường dẫn đi vòng",
}
_OPEN_ELSEWHERE = "tệp đang mở trong chương trình khác; hãy đóng tệp đó (ví dụ trong Excel) rồi xuất lại"


def write_whole(path: Path, data: bytes) -> None:
    """Make *path* a file of *data*, readable by its owner only. On StorageError the old file stands as it was.

    Folders on the way are made, for the owner only. Only a failure to put the folder itself on disk, the
    last step, comes when the new file stands already; it is whole too.
    """
    if path.is_dir():
        raise StorageError(f"Không ghi được {path}: đường dẫn là một thư mục. Chưa ghi gì.")
    try:
        _make_folders(path.parent)
        _write(path, data)
    except (OSError, ValueError) as error:
        raise StorageError(
            f"Không ghi được {path}: {_reason(error)}. Tệp cũ, nếu có, vẫn còn nguyên."
        ) from error
    try:
        _sync_folder(path.parent)
    except OSError as error:
        raise StorageError(
            f"Đã ghi {path} nhưng ổ đĩa chưa xác nhận ({_reason(error)}). Hãy mở lại tệp để kiểm tra."
        ) from error


def _write(path: Path, data: bytes) -> None:
    descriptor, temporary = _open_beside(path)
    try:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


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

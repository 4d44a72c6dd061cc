"""The files that facilities sent: found in folders, and read only as far as they may be."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from forms.package.reader import MAX_BYTES

EXPECTED_NAME = "danh-sach.txt"
ANSWERS_FOLDER, SUMS_FOLDER = "tra-loi", "tong-hop"
"""What the office itself makes lies in these folders, which are not read."""
"""In a folder: the facilities that are to send, a code and a name a line."""

MOST_DEPTH = 40
"""Folders within each other."""

_HIDDEN = (".", "~$")
"""What names begin with that are passed by: hidden files, and those that Office keeps beside an open one."""

NOT_FOUND = "không tìm thấy tệp hoặc thư mục này"
_REASONS = {
    errno.ENOENT: NOT_FOUND,
    errno.ENOTDIR: NOT_FOUND,
    errno.EACCES: "máy không cho phép đọc",
    errno.EPERM: "máy không cho phép đọc",
    errno.ELOOP: "lối tắt đi vòng, không dẫn tới tệp nào",
    errno.ENAMETOOLONG: "tên quá dài, máy không mở được",
    errno.EIO: "ổ đĩa báo lỗi khi đọc",
}
NOT_A_FILE = "không phải một tệp thường"
FOLDER_LINK = "lối tắt tới một thư mục, không mở theo"
TOO_DEEP = "thư mục nằm quá sâu, không mở"
NOTHING_INSIDE = "thư mục không có tệp .json hay .xlsx nào"
TOO_LARGE = "tệp nặng {size} MB, nhiều nhất là {most} MB"
EMPTY = "tệp rỗng"
MEGABYTE = 1_000_000


class NotRead(Exception):
    """A file is not read; the text says why."""


class ArrivingFile(NamedTuple):
    """A path to be read, or, with a *reason*, why it is not."""

    path: Path
    reason: str = ""


def reason_of(error: OSError | ValueError) -> str:
    """Why the system did not open something, in words."""
    number = (error.errno or 0) if isinstance(error, OSError) else errno.ENOENT
    return _REASONS.get(number, f"máy báo lỗi số {number} khi đọc")


def bytes_of(path: Path) -> bytes:
    """All of a file that is not larger than a package may be. Raises NotRead; a larger one is not read at all."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe would wait
    try:
        descriptor = os.open(path, flags)
        try:
            data = _small(descriptor)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise NotRead(reason_of(error)) from error
    if not data:
        raise NotRead(EMPTY)
    return data


def _small(descriptor: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise NotRead(NOT_A_FILE)
    if status.st_size > MAX_BYTES:
        size, most = -(-status.st_size // MEGABYTE), MAX_BYTES // MEGABYTE
        raise NotRead(TOO_LARGE.format(size=size, most=most))
    with open(descriptor, "rb", closefd=False) as file:
        return file.read(MAX_BYTES + 1)


def files_in(given: Iterable[Path], suffixes: tuple[str, ...]) -> list[ArrivingFile]:
    """Every file of what was given, folders opened: in the order of their paths, each once.

    Links to folders are not followed; a folder that is given itself may be one. Lists of expected
    facilities are left out.
    """
    found: dict[str, ArrivingFile] = {}
    for path in given:
        is_folder = _is_folder(path)
        inside = list(_inside(path, 0)) if is_folder else [ArrivingFile(path)]
        if is_folder and not any(_is_wanted(each, suffixes) or each.reason for each in inside):
            inside.append(ArrivingFile(path, NOTHING_INSIDE))
        for each in inside:
            if each.path.name == EXPECTED_NAME:
                continue
            # the same file may be given by several names: the first in order is kept
            key = os.path.abspath(each.path)  # noqa: PTH100 - links stay as they are
            if key not in found or str(each.path) < str(found[key].path):
                found[key] = each
    return sorted(found.values(), key=lambda each: str(each.path))


def _is_wanted(each: ArrivingFile, suffixes: tuple[str, ...]) -> bool:
    return each.path.suffix.lower() in suffixes


def _inside(folder: Path, depth: int) -> Iterator[ArrivingFile]:
    if depth > MOST_DEPTH:
        yield ArrivingFile(folder, TOO_DEEP)
        return
    try:
        with os.scandir(folder) as entries:
            children = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield ArrivingFile(folder, reason_of(error))
        return
    for entry in children:
        if entry.name.startswith(_HIDDEN) or entry.name in (ANSWERS_FOLDER, SUMS_FOLDER):
            continue
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(path, depth + 1)
        elif entry.is_symlink() and _is_folder(path):
            yield ArrivingFile(path, FOLDER_LINK)
        else:
            yield ArrivingFile(path)


def lists_in(given: Iterable[Path]) -> list[Path]:
    """The lists of expected facilities in the folders that were given, or given themselves."""
    paths = [(path / EXPECTED_NAME, True) if _is_folder(path) else (path, False) for path in given]
    return sorted(
        {
            path
            for path, in_folder in paths
            if path.name == EXPECTED_NAME and not (in_folder and _is_absent(path))
        }
    )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_absent(path: Path) -> bool:
    return not os.path.lexists(path)

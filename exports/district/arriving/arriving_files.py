"""The files that facilities sent: found in folders, and read only as far as they may be."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from exports.district.arriving import arrival_words
from forms.package.reader import MAX_BYTES
from forms.store.system import (
    system_calls,
)

EXPECTED_NAMES = ("danh-sach.txt", "danh-sach.xlsx", "danh-sach.xls", "danh-sach.ods", "danh-sach.csv")
"""In a folder: the facilities that are to send, a code and a name a line or row."""

ANSWERS_FOLDER, SUMS_FOLDER, LETTERS_FOLDER = "tra-loi", "tong-hop", "cong-van"
"""What the office itself makes, and its letters, lie in these folders, in which no arrivals are looked for."""

MOST_DEPTH = 40
"""Folders within each other."""

_OWN = re.compile(r"nhomtre\.log(\..*)?|tra-loi_.*\.json|.*\.tmp")
"""Names of files of the program itself: its log, answers of the office wherever they lie, what it has not finished."""

_HIDDEN = (".", "~$")
"""What names begin with that are passed by: hidden files, and those that Office keeps beside an open one."""

BYTES_A_MEGABYTE = 1_000_000


class NotRead(Exception):
    """A file is not read; the text says why."""

    is_unread = False


class Unread(NotRead):
    """It cannot be read at all, whatever stands in it."""

    is_unread = True


class ArrivingFile(NamedTuple):
    """A path to be read, or, with a *reason*, why it is not; *is_unread*: a folder that cannot be read."""

    path: Path
    reason: str = ""
    is_unread: bool = False


def bytes_of(path: Path) -> bytes:
    """All of a file that is not larger than a package may be. Raises NotRead."""
    try:
        data, size = system_calls.read_beginning(path, MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Unread(system_calls.reason(error)) from error
    if size > MAX_BYTES:
        raise NotRead(
            arrival_words.TOO_LARGE.format(
                size=-(-size // BYTES_A_MEGABYTE), most=MAX_BYTES // BYTES_A_MEGABYTE
            )
        )
    if not data:
        raise NotRead(arrival_words.EMPTY)
    return data


def files_in(given: Iterable[Path], suffixes: tuple[str, ...]) -> list[ArrivingFile]:
    """Every file of what was given, folders opened: in the order of their paths, each once.

    Links to folders are not followed; a folder that is given itself may be one. Lists of expected
    facilities are left out.
    """
    by_path: dict[str, ArrivingFile] = {}
    for path in given:
        is_folder = _is_folder(path)
        inside = list(_inside(path, 0)) if is_folder else [ArrivingFile(path)]
        if is_folder and not any(_is_wanted(file, suffixes) or file.reason for file in inside):
            inside.append(ArrivingFile(path, arrival_words.NOTHING_INSIDE))
        for file in inside:
            if file.path.name in EXPECTED_NAMES:
                continue
            # the same file may be given by several names: the first in order is kept
            key = os.path.abspath(file.path)  # noqa: PTH100 - links stay as they are
            if key not in by_path or str(file.path) < str(by_path[key].path):
                by_path[key] = file
    return sorted(by_path.values(), key=lambda file: str(file.path))


def _is_wanted(file: ArrivingFile, suffixes: tuple[str, ...]) -> bool:
    return file.path.suffix.lower() in suffixes


def _inside(folder: Path, depth: int) -> Iterator[ArrivingFile]:
    if depth > MOST_DEPTH:
        yield ArrivingFile(folder, arrival_words.TOO_DEEP)
        return
    try:
        with os.scandir(folder) as entries:
            children = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield ArrivingFile(folder, system_calls.reason(error), is_unread=True)
        return
    for entry in children:
        if (
            entry.name.startswith(_HIDDEN)
            or entry.name in (ANSWERS_FOLDER, SUMS_FOLDER, LETTERS_FOLDER)
            or _OWN.fullmatch(entry.name)
        ):
            continue
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(path, depth + 1)
        elif entry.is_symlink() and _is_folder(path):
            yield ArrivingFile(path, arrival_words.FOLDER_LINK)
        else:
            yield ArrivingFile(path)


def folders_of(given: Iterable[Path]) -> list[Path]:
    """The folders that were given, and those of the files that were."""
    return [path if _is_folder(path) else path.parent for path in given]


def lists_in(given: Sequence[Path]) -> list[Path]:
    """The lists of expected facilities in the folders that were given, or given themselves."""
    named = {path for path in given if path.name in EXPECTED_NAMES and not _is_folder(path)}
    inside = {path / name for path in given if _is_folder(path) for name in EXPECTED_NAMES}
    return sorted(named | {path for path in inside if os.path.lexists(path)})


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False

"""Writes a file whole or not at all, and makes names of files out of titles."""

import errno
import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from exports.output import output_words
from forms.dossier.content import Content
from forms.model.errors import StorageError
from forms.model.text import fold
from forms.store.system import (
    platform_calls,
    system_calls,
    system_words,
)

MAX_SLUG = 60
MOST_OF_A_NAME = 1000
"""Files «name (2)», «name (3)»... beside each other."""
_MOST_DRAFTS = 1000
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|(?:conin|conout|clock)\$")
"""What Windows takes for a device, whatever follows behind a dot."""
_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}
"""What a file system answers that knows no hard links."""


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
            notice = notice or output_words.HELD.format(name=path.name)
        notice = notice or output_words.OTHER_NAME.format(name=path.name)
    raise StorageError(output_words.NAMES_USED_UP.format(path=path))


def read_back(path: Path, data: bytes) -> None:
    """See that *path* holds just *data*. Raises StorageError when it does not, or cannot be read."""
    with system_calls.as_storage_error(output_words.NOT_READ_BACK, path=path):
        is_same = hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(data).digest()
    if not is_same:
        raise StorageError(output_words.READ_BACK_DIFFERENT.format(path=path))


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
        raise StorageError(
            output_words.NOT_WRITTEN.format(path=path, why=system_words.BY_NUMBER[errno.EISDIR])
        )
    _write_safely(path, data, only_new=False)


def _write_safely(path: Path, data: bytes, *, only_new: bool) -> None:
    """The file and its folders, on disk. Raises StorageError; _Taken when *path* was to be new and is not."""
    if not _is_portable(path.name):
        raise StorageError(output_words.NOT_PORTABLE.format(name=path.name))
    try:
        system_calls.make_folder(path.parent)
        _sweep(path.parent)
        _write(path, data, _give_new_name if only_new else system_calls.replace)
    except (OSError, ValueError) as error:
        raise StorageError(
            output_words.NOT_WRITTEN.format(path=path, why=system_calls.reason(error))
        ) from error
    with system_calls.as_storage_error(output_words.NOT_CONFIRMED, path=path):
        platform_calls.sync_folder(path.parent)


def _sweep(folder: Path) -> None:
    """Remove what an export left half-written there that was ended; a folder that cannot be looked through stays as it is."""
    with suppress(OSError):
        for path in system_calls.left_unfinished(folder):
            system_calls.remove(path)


def _is_portable(name: str) -> bool:
    """Whether Windows takes a file for what it is called: on a memory stick it may come there from anywhere."""
    stem = name.partition(".")[0].rstrip().casefold()
    return not _DEVICES.fullmatch(stem) and not name.endswith((".", " "))


def _write(path: Path, data: bytes, give_name: Callable[[Path, Path], object]) -> None:
    for number in count():
        temporary = path.parent / system_calls.unfinished_name(number)
        try:
            with system_calls.temporary_file(temporary, data):
                give_name(temporary, path)
        except FileExistsError:
            if number > _MOST_DRAFTS:
                raise
        else:
            return


def _give_new_name(temporary: Path, path: Path) -> None:
    """Rename a file to a name that none bears. Raises _Taken when one does."""
    try:
        if sys.platform == "win32":
            platform_calls.while_held(lambda: temporary.rename(path))
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


def whose_file(content: Content) -> str:
    """The part of a file name that says whose report it is: the code of the facility, else its name."""
    name = str(content.facility.get("code") or content.facility.get("name") or "")
    return file_slug(name) if any(map(str.isalnum, name)) else output_words.NAMELESS


def file_slug(text: str) -> str:
    """Part of a file name made of a title: small letters, digits and hyphens; never empty."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:MAX_SLUG].strip("-")
    if not slug or _DEVICES.fullmatch(slug):
        return f"tep-{slug}".strip("-")
    return slug

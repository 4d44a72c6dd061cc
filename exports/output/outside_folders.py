"""Folders that people know by name: the desktop, the documents, a memory stick; files copied there and read back."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import platformdirs

from exports.output import output_words as words
from exports.output.output_files import Written, read_back, write_new
from forms.store.revisions import EXPORTS
from forms.store.system import (
    named_paths,
    platform_calls,
    system_calls,
)


class KnownFolder(NamedTuple):
    """A folder, and what people call it."""

    title: str
    path: Path


def known_folders() -> list[KnownFolder]:
    """The sticks that are plugged in, the desktop, the documents: those that are there.

    In a process that is shut in a folder, what its user can reach of it.
    """
    if (walls := named_paths.folder_around()) is not None:
        return [
            KnownFolder(words.HANDED_OUT, walls / EXPORTS),
            KnownFolder(words.HANDED_IN, walls / named_paths.ARRIVALS),
        ]
    sticks = [
        KnownFolder(words.STICK.format(name=path.name or path.drive), path)
        for path in platform_calls.removable_folders()
    ]
    own = (
        KnownFolder(words.DESKTOP, platformdirs.user_desktop_path()),
        KnownFolder(words.DOCUMENTS, platformdirs.user_documents_path()),
    )
    return [*sticks, *(folder for folder in own if folder.path.is_dir())]


def folder_in_words(path: Path, data_folder: Path) -> str:
    """What people call the folder *path*; its path where it has no name of that kind."""
    known = [*known_folders(), KnownFolder(words.DATA_FOLDER, data_folder)]
    around = next((folder for folder in known if path.is_relative_to(folder.path)), None)
    return str(path) if around is None else around.title


def copy_out(files: Iterable[Path], folder: Path) -> Iterator[Written]:
    """Copy *files* into *folder*, each read back when it is given; no file that is there is touched. Raises StorageError."""
    for file in files:
        with system_calls.as_storage_error(words.NOT_COPIED, path=file):
            data = file.read_bytes()
        copy = write_new(folder / file.name, data)
        read_back(copy.path, data)
        yield copy

"""The path that a user means by a name: anywhere, or in a process that is shut in a folder only there."""

# through os, as in system_calls
# ruff: noqa: PTH111, PTH208

import os
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from forms.model.errors import Refused
from forms.store.system import system_calls, system_words

ARRIVALS = "nhan"
"""The folder for files that are handed in, inside the one that a process is shut in; names of files start there."""

_walls: list[Path] = []


def shut_in(folder: Path) -> None:
    """From now on no name that a user gives to this process leads out of *folder*. It is made, and the one for what is handed in.

    Raises OSError.
    """
    system_calls.make_folder(folder / ARRIVALS)
    _walls[:] = [Path(os.path.realpath(folder))]


def folder_around() -> Path | None:
    """The folder that this process is shut in; None for one that is free."""
    return _walls[0] if _walls else None


def path_of(name: str) -> Path:
    """The path that a user means; «~» is the home folder, and stays as it is where there is none.

    Letters with marks may be written in one sign or in several: where the name is not there as it was given, it is what reads the same.
    Where the process is shut in, «~» is the folder of what is handed in; a name without a place is looked for there, then in the
    folder around it. Raises Refused for whatever leads out, links among them, in the same words whether or not something
    is there.
    """
    walls = folder_around()
    return _as_on_disk(Path(os.path.expanduser(name))) if walls is None else _inside(walls, name)


def _as_on_disk(path: Path) -> Path:
    """*path* with each name as the disk has it; as it is from where nothing, or more than one thing, reads like it."""
    if str(path).isascii() or os.path.lexists(path):
        return path
    found = Path(path.anchor)
    for part in path.parts[len(found.parts) :]:
        alike: list[str] = []
        if not part.isascii() and not os.path.lexists(found / part):
            with suppress(OSError, ValueError):
                alike = [name for name in os.listdir(found) if _reads_as(name) == _reads_as(part)]
        found /= alike[0] if len(alike) == 1 else part
    return found


def _reads_as(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def handed_in() -> list[Path]:
    """The files that lie in the folder of what is handed in, newest first; none where the process is free."""
    walls = folder_around()
    return [] if walls is None else [path for _, path in sorted(_arrivals(walls / ARRIVALS), reverse=True)]


def _arrivals(folder: Path) -> Iterator[tuple[float, Path]]:
    with suppress(OSError):
        for name in system_calls.names(folder):
            path = folder / name
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path.stat().st_mtime, path


def _inside(walls: Path, name: str) -> Path:
    if name == "~" or name.startswith("~/"):
        return _resolved(walls, walls / ARRIVALS, name[1:].lstrip("/"))
    meant = [_resolved(walls, folder, name) for folder in (walls / ARRIVALS, walls)]
    return next((path for path in meant if os.path.lexists(path)), meant[0])


def _resolved(walls: Path, folder: Path, name: str) -> Path:
    """Where *name* leads, seen from *folder*. Raises Refused; nothing outside is looked at to know it."""
    try:
        plain = Path(os.path.normpath(folder / name))
        # in this order: the second one asks the system about what it finds on the way
        if plain.is_relative_to(walls) and (path := Path(os.path.realpath(plain))).is_relative_to(walls):
            return path
    except ValueError as error:  # a name that no file can have
        raise Refused(system_words.OUTSIDE.format(arrivals=ARRIVALS)) from error
    raise Refused(system_words.OUTSIDE.format(arrivals=ARRIVALS))

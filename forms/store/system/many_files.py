"""Many files of a folder changed as one: all of them written beside, one note that decides, then names given and taken away.

::

    .NAME/0001 ...      the new files
    .NAME.json          the note: which name and which sum each of them has, and what goes; with it the change is decided

Before the note stands nothing has changed, and what lies beside goes; once it stands, whoever opens next does what is left. Nothing
is moved or taken away before every new file was looked at, beside or in its place.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH106, PTH108

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from forms.model.errors import DamagedFile
from forms.model.values import NotJson, dumps, loads
from forms.store.system import platform_calls, system_calls, system_words


class ManyFiles:
    """A change of many files of *folder* under a *name* of its own; whoever makes or ends it holds the lock."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._beside = folder / f".{name}"
        self._note = folder / f".{name}.json"
        self._temporary = folder / f".{name}.{os.getpid()}.tmp"

    @property
    def is_decided(self) -> bool:
        """Whether it has been decided and is not done. Raises OSError."""
        return system_calls.identity(self._note) is not None

    def decide(self, files: Mapping[str, bytes], gone: Collection[str]) -> None:
        """Write *files* (by their names in the folder) beside, then that they take their places and *gone* goes.

        Raises OSError: then nothing is decided, or it ``is_decided``.
        """
        self.drop()
        try:
            system_calls.make_folder(self._beside)
            noted = {}
            for number, (name, data) in enumerate(files.items(), 1):
                staged = self._beside / f"{number:04}"
                system_calls.create(staged, data)
                system_calls.demand_written(staged, data)
                noted[name] = [staged.name, _sum(data)]
            platform_calls.sync_folder(self._beside)
            system_calls.write_durably(
                self._note, _sealed({"files": noted, "gone": sorted(gone)}), self._temporary
            )
        except OSError:
            if not self.is_decided:
                self.drop()
            raise

    def drop(self) -> None:
        """Remove what was written beside and never decided."""
        with suppress(OSError):
            for name in system_calls.names(self._beside):
                system_calls.remove(self._beside / name)
            os.rmdir(self._beside)

    def settle(self) -> None:
        """Do what is decided and not done yet, the note last; else ``drop``.

        Raises OSError, and DamagedFile when the note or a new file is not what was written: nothing is touched then.
        """
        if not self.is_decided:
            self.drop()
            return
        files, gone = self._read()
        for staged, target in self._waiting(files):
            system_calls.make_folder(target.parent)
            system_calls.replace(staged, target)
        for name in gone:
            with suppress(FileNotFoundError):
                os.unlink(self._folder / name)
        touched = {(self._folder / name).parent for name in (*files, *gone)}
        for folder in sorted(touched):
            if folder.is_dir():
                platform_calls.sync_folder(folder)
        self.drop()
        os.unlink(self._note)
        platform_calls.sync_folder(self._folder)

    def set_aside(self, aside: Callable[[str], Path]) -> list[Path]:
        """Move what is decided and cannot be done where *aside* (name → free path) says, the note last. Raises OSError."""
        own = self._beside.name.removeprefix(".")
        paths = {f"{own}.{name}": self._beside / name for name in system_calls.names(self._beside)}
        moved = []
        for name, path in {**paths, f"{own}.json": self._note}.items():
            target = aside(name)
            system_calls.make_folder(target.parent)
            system_calls.replace(path, target)
            platform_calls.sync_folder(target.parent)
            moved.append(target)
        with suppress(FileNotFoundError):
            os.rmdir(self._beside)
        platform_calls.sync_folder(self._folder)
        return moved

    def _waiting(self, files: Mapping[str, tuple[str, str]]) -> list[tuple[Path, Path]]:
        """The new files that are not in their places yet, and these. Raises DamagedFile when one is not what was written, OSError."""
        waiting = []
        for name, (number, wanted) in files.items():
            staged, target = self._beside / number, self._folder / name
            data = system_calls.or_none(system_calls.read_bytes, staged)
            if data is not None:
                waiting.append((staged, target))
            else:
                data = system_calls.or_none(system_calls.read_bytes, target)
            if data is None or _sum(data) != wanted:
                raise DamagedFile(
                    system_words.NOT_AS_NOTED.format(note=self._note.name, name=name, folder=self._folder)
                )
        return waiting

    def _read(self) -> tuple[dict[str, tuple[str, str]], list[str]]:
        """Name → number beside and sum; the names that go. Raises DamagedFile, OSError."""
        raw = system_calls.read_bytes(self._note)
        with suppress(NotJson, KeyError, TypeError, ValueError, AttributeError):
            note = loads(raw.partition(b"\n")[0])
            if raw == _sealed(note):
                return {name: (number, wanted) for name, (number, wanted) in note["files"].items()}, note[
                    "gone"
                ]
        raise DamagedFile(system_words.DAMAGED_NOTE.format(name=self._note.name, folder=self._folder))


def _sealed(note: Mapping[str, object]) -> bytes:
    body = dumps(note).encode()
    return body + b"\n" + _sum(body).encode() + b"\n"


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()

"""Many files of a folder changed as one: all of them written beside, one note that decides, then names given and taken away.

::

    .NAME/0001 ...      the new files
    .NAME.json          the note: which name each of them gets, and what goes; with it the change is decided

Before the note stands nothing has changed, and what lies beside goes; once it stands, whoever opens next does what is left.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH106, PTH108

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

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
            numbers = {name: f"{number:04}" for number, name in enumerate(files, 1)}
            for name, data in files.items():
                system_calls.create(self._beside / numbers[name], data)
            for folder in (self._beside, self._folder):
                platform_calls.sync_folder(folder)
            with system_calls.temporary_file(
                self._temporary, _sealed({"files": numbers, "gone": sorted(gone)})
            ):
                system_calls.replace(self._temporary, self._note)
            platform_calls.sync_folder(self._folder)
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
        """Do what is decided and not done yet, the note last; else ``drop``. Raises DamagedFile, OSError."""
        if not self.is_decided:
            self.drop()
            return
        note = self._read()
        for name, number in note["files"].items():
            if system_calls.identity(self._beside / number) is not None:
                target = self._folder / name
                system_calls.make_folder(target.parent)
                system_calls.replace(self._beside / number, target)
        for name in note["gone"]:
            with suppress(FileNotFoundError):
                os.unlink(self._folder / name)
        touched = {(self._folder / name).parent for name in (*note["files"], *note["gone"])}
        for folder in sorted(touched):
            if folder.is_dir():
                platform_calls.sync_folder(folder)
        with suppress(FileNotFoundError):
            os.rmdir(self._beside)
        os.unlink(self._note)
        platform_calls.sync_folder(self._folder)

    def _read(self) -> dict[str, Any]:
        raw = system_calls.read_bytes(self._note)
        try:
            note: dict[str, Any] = loads(raw.partition(b"\n")[0])
            if raw == _sealed(note):
                return note
        except (NotJson, TypeError, ValueError):
            pass
        raise DamagedFile(system_words.DAMAGED_NOTE.format(name=self._note.name, folder=self._folder))


def _sealed(note: Mapping[str, Any]) -> bytes:
    body = dumps(note).encode()
    return body + b"\n" + sha256(body).hexdigest().encode() + b"\n"

"""Sent revisions: each a folder of files to hand in, and the frozen content that it was made of.

::

    exports/2019-2020/ban-2/                the files of revision 2
    backups/2019-2020.ban-2.json            its content, in the form of a main file; never removed
    exports/2019-2020/.ban-2.tmp/           both while it is being sent
    backups/.2019-2020.ban-2.tmp

Sending writes everything under the temporary names, then the one journal line that says «sent», then gives the
names. That line decides: after a crash what it speaks of gets its name, and what it does not speak of goes.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH105, PTH106

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from forms.dossier.content import Content
from forms.model.errors import DamagedFile
from forms.store import (
    store_words,
)
from forms.store.chain.journal_lines import START
from forms.store.documents import tables_of
from forms.store.folder_check import demand_exports
from forms.store.main_file import Header, encode_main, read_main
from forms.store.system import (
    platform_calls,
    system_calls,
)
from forms.store.year_paths import YearPaths

EXPORTS = "exports"
"""The folder of files that were made for people, in the data folder."""
_SENT = r"ban-\d+"
_STAGED = r"\.ban-(\d+)\.tmp"


def holds_sent_files(folder: Path) -> bool:
    """Whether a folder among the exports is that of a sent revision."""
    return re.fullmatch(_SENT, folder.name) is not None


class Revisions:
    """The sent revisions of one school year in a data folder."""

    def __init__(self, paths: YearPaths) -> None:
        self._paths = paths
        self._exports = paths.folder / EXPORTS / str(paths.year)

    def folder(self, number: int) -> Path:
        """Where the files of a revision lie."""
        return self._exports / f"ban-{number}"

    def pin(self, number: int) -> Path:
        """Where the frozen content of a revision lies."""
        return self._paths.backups / f"{self._paths.year}.ban-{number}.json"

    def content(self, number: int) -> Content | None:
        """The frozen content of a revision; None when there is none. Raises DamagedFile, NewerSchema, StorageError."""
        return self._read(self.pin(number))

    def stage(self, number: int, content: Content, seq: int, at: str, files: Mapping[str, bytes]) -> None:
        """Write everything of a revision under temporary names, durably. Raises StorageError; nothing remains then."""
        staged, pin = self._staged(number), self._staged_pin(number)
        self.discard(number)
        try:
            with system_calls.as_storage_error(store_words.NOT_SENT):
                demand_exports(self._paths)
                system_calls.make_folder(self._paths.backups)
                system_calls.make_folder(staged)
                frozen = encode_main(Header(number, seq, START, at), tables_of(content))
                for path, data in {
                    pin: frozen,
                    **{staged / name: data for name, data in files.items()},
                }.items():
                    system_calls.create(path, data)
                    system_calls.demand_written(path, data)
                for folder in (staged, self._paths.backups):
                    platform_calls.sync_folder(folder)
        except BaseException:
            self.discard(number)
            raise

    def discard(self, number: int) -> None:
        """Remove what is staged of a revision."""
        staged = self._staged(number)
        with suppress(OSError):
            for name in system_calls.names(staged):
                system_calls.remove(staged / name)
            os.rmdir(staged)
        system_calls.remove(self._staged_pin(number))

    def publish(self, number: int) -> list[str]:
        """Give a staged revision its names; sentences about what had them before. Raises StorageError."""
        notices = []
        with system_calls.as_storage_error(store_words.SENT_WITHOUT_NAME, number=number):
            for staged, target in (
                (self._staged_pin(number), self.pin(number)),
                (self._staged(number), self.folder(number)),
            ):
                if not staged.exists():
                    continue
                if os.path.lexists(target):
                    beside = _free(target)
                    os.replace(target, beside)
                    notices.append(store_words.NAME_TAKEN.format(name=target.name, new_name=beside.name))
                system_calls.replace(staged, target)
                platform_calls.sync_folder(target.parent)
        return notices

    def settle(self, content: Content) -> list[str]:
        """Finish or undo a sending that was cut short; what happened, in sentences. Raises StorageError."""
        notices = []
        with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=self._paths.folder):
            demand_exports(self._paths)
            numbers = sorted(self._staged_numbers())
        for number in numbers:
            if self._is_sent(number, content):
                notices.append(store_words.SENDING_FINISHED.format(number=number))
                notices += self.publish(number)
            else:
                self.discard(number)
                notices.append(store_words.SENDING_UNDONE.format(number=number))
        return notices

    def _is_sent(self, number: int, content: Content) -> bool:
        """Whether *content* knows of exactly the sending that is staged. Raises StorageError."""
        known = content.part("sent").get(str(number))
        if known is None:
            return False
        for path in (self._staged_pin(number), self.pin(number)):
            try:
                staged = self._read(path)
            except DamagedFile:
                break
            if staged is not None:
                own = staged.part("sent").get(str(number), {})
                return all(own.get(key) == known.get(key) for key in ("at", "by", "code"))
        # what was sent is not thrown away for want of a file that tells
        return True

    def _staged_numbers(self) -> set[int]:
        prefix = f".{self._paths.year}"
        numbers = {
            int(match[1])
            for name in system_calls.names(self._exports)
            if (match := re.fullmatch(_STAGED, name))
        }
        pins = system_calls.names(self._paths.backups)
        return numbers | {
            int(match[1])
            for name in pins
            if name.startswith(prefix) and (match := re.fullmatch(_STAGED, name[len(prefix) :]))
        }

    def _read(self, path: Path) -> Content | None:
        with system_calls.as_storage_error(store_words.FILE_NOT_READ, name=path.name):
            revision = read_main(path)
        return revision.content if revision else None

    def _staged(self, number: int) -> Path:
        return self._exports / f".ban-{number}.tmp"

    def _staged_pin(self, number: int) -> Path:
        return self._paths.backups / f".{self._paths.year}.ban-{number}.tmp"


def _free(path: Path) -> Path:
    """A free name beside *path* for what has its name."""
    for number in itertools.count(1):
        beside = path.with_name(f"{path.stem}-cu-{number}{path.suffix}")
        if not beside.exists():
            return beside
    raise AssertionError

"""The main file through TinyDB: replaced as a whole, older generations kept. Imported by who writes it."""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH108, PTH121

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tinydb.storages import Storage

from forms.dossier.roster import SchoolYear
from forms.model.values import loads
from forms.store import system_files
from forms.store.clock import now, stamp
from forms.store.journal import Mark
from forms.store.layout import Layout, superfluous
from forms.store.main_file import Head, Tables, decode, encode


class DossierStorage(Storage):
    """TinyDB storage of one school year; whoever writes holds the lock of that year.

    *head* is the header of the main file on disk, None when there is none; *is_durable* is false when the system
    did not confirm the last write. Set *seq* and *mark* before a write.
    """

    def __init__(self, path: Path | str, clock: Callable[[], datetime] = now) -> None:
        super().__init__()
        path = Path(path)
        year = SchoolYear.parse(path.stem)
        if year is None:
            raise ValueError(path.name)
        self.layout = Layout(path.parent, year)
        self.clock = clock
        self.head: Head | None = None
        self.seq = 0
        self.mark = Mark()
        self._body: bytes | None = None
        self._is_known = False
        self.is_durable = True

    def read(self) -> Tables | None:
        """The tables, a fresh object each time; None when there is no file.

        Raises DamagedFile, NewerSchema, StorageError.
        """
        if self._body is None:
            with system_files.told(
                f"Không đọc được file {self.layout.main.name}", "Không có gì bị thay đổi."
            ):
                raw = system_files.or_none(system_files.read_bytes, self.layout.main)
            if raw is None:
                self.adopt(None)
                return None
            head, self._body = decode(raw, self.layout.main.name)
            self.adopt(head)
        found: Tables = loads(self._body)
        return found

    def adopt(self, head: Head | None) -> None:
        """Go on from a main file that was read already; None: there is none that is good."""
        self.head = head
        self._is_known = True
        if head is not None:
            self.seq, self.mark = head.seq, head.mark

    def write(self, data: Tables) -> None:
        """Make *data* the main file, durable, and keep the file before it as a generation.

        Raises StorageError; the main file is then the old or the new one, whole.
        """
        main = self.layout.main
        if not self._is_known:
            self.read()
        with system_files.told(
            f"Chưa ghi được file {main.name}",
            "Mọi thay đổi đã báo «Đã lưu» vẫn an toàn trong nhật ký.",
        ):
            system_files.make_folder(self.layout.backups)
            head = Head(self._next_generation(), self.seq, self.mark, stamp(self.clock()))
            raw = encode(head, data)
            temporary = self.layout.temporary(main.name)
            system_files.create(temporary, raw)
            try:
                self._keep_generation()
                system_files.replace(temporary, main)
            except BaseException:
                system_files.remove(temporary)
                raise
            self.head, self._body = head, raw.partition(b"\n")[2][:-1]
            self.is_durable = False
            system_files.sync_folder(self.layout.folder)
            self.is_durable = True
        self._prune()

    def _next_generation(self) -> int:
        known = [each.number for each in self.layout.generations()[:1]]
        return max([0, *known, self.head.gen if self.head else 0]) + 1

    def _keep_generation(self) -> None:
        main = self.layout.main
        if self.head is None or not main.exists():
            return
        target = self.layout.generation(self.head.gen, self.head.at[:10])
        try:
            os.link(main, target)
        except OSError:
            # there already, from a write that was cut short; or a file system without links
            if not (target.exists() and os.path.samefile(main, target)):
                copy = self.layout.temporary(target.name)
                system_files.create(copy, system_files.read_bytes(main))
                try:
                    system_files.replace(copy, target)
                except BaseException:
                    system_files.remove(copy)
                    raise
        system_files.sync_folder(self.layout.backups)

    def _prune(self) -> None:
        with suppress(OSError):
            # the new state is safe; what cannot be removed now is tried again after the next write
            for generation in superfluous(self.layout.generations()):
                os.unlink(generation.path)

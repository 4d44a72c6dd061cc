"""The main file as a TinyDB database: checked header, replaced as a whole, older generations kept.

Three lines of Python ask it for the children of a class::

    from tinydb import TinyDB, where
    from forms.store.database import DossierStorage
    TinyDB("2019-2020.json", storage=DossierStorage).table("children").search(where("record").class_code == "NT1")

Older generations and sent revisions in ``backups`` are asked in the same way. Only the writer loads this module.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH108

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.store import (
    store_words,
)
from forms.store.chain.journal_lines import Mark
from forms.store.documents import REPORT, Tables, content_of_documents, documents_of, table_names
from forms.store.main_file import NO_HEADER, Header, MainFile, decode_main, encode_main
from forms.store.system import (
    platform_calls,
    system_calls,
)
from forms.store.year_paths import YearPaths, superfluous


class DossierStorage(Storage):
    """TinyDB storage of one file in the form of a main file; whoever writes holds the lock of its school year.

    *header* is the header of the file, None before it was read; *is_durable* is false when the system did not
    confirm the last write. Set *seq* and *mark* before a write that folds changes.
    """

    def __init__(self, path: Path | str, clock: Callable[[], datetime] = system_calls.now) -> None:
        super().__init__()
        self.path = Path(path)
        self.clock = clock
        self.header: Header | None = None
        self.seq = 0
        self.mark = NO_HEADER.mark
        self.is_durable = True

    def read(self) -> Tables | None:
        """The tables, fresh objects each time; None when there is no file.

        Raises DamagedFile, NewerSchema, OSError.
        """
        self.header, tables = self._there()
        self.seq, self.mark = self.header.seq, self.header.mark
        return tables

    def _there(self) -> tuple[Header, Tables | None]:
        raw = system_calls.or_none(system_calls.read_bytes, self.path)
        return (NO_HEADER, None) if raw is None else decode_main(raw, self.path.name)

    def write(self, data: Tables) -> None:
        """Make *data* the main file, durable, and keep the file before it as a generation.

        Raises StorageError; the main file is then the old or the new one, whole.
        """
        year = SchoolYear.parse(self.path.stem)
        if year is None:
            raise StorageError(store_words.NOT_A_SCHOOL_YEAR.format(name=self.path.name))
        paths = YearPaths(self.path.parent, year)
        with system_calls.as_storage_error(store_words.NOT_FOLDED, name=self.path.name):
            if self.header is None:
                # nobody read it, or it could not be read: what is folded stays as it was set
                self.header, _ = self._there()
            self._replace(paths, data, self.header)
        with suppress(OSError):
            # the new state is safe; what cannot be removed now is tried again after the next write
            for generation in superfluous(paths.generations()):
                os.unlink(generation.path)

    def _replace(self, paths: YearPaths, tables: Tables, before: Header) -> None:
        system_calls.make_folder(paths.backups)
        numbers = [generation.number for generation in paths.generations()[:1]]
        number = max([0, *numbers, before.generation]) + 1
        header = Header(number, self.seq, self.mark, system_calls.stamp(self.clock()))
        temporary = paths.temporary(self.path.name)
        data = encode_main(header, tables)
        with system_calls.temporary_file(temporary, data):
            # what is damaged never replaces a good file
            system_calls.demand_written(temporary, data)
            if before.generation and self.path.exists():
                _keep(self.path, paths, before)
            system_calls.replace(temporary, self.path)
        self.header = header
        self.is_durable = False
        platform_calls.sync_folder(paths.folder)
        self.is_durable = True


def _keep(path: Path, paths: YearPaths, header: Header) -> None:
    """Give the file as it is the name of its generation, too."""
    target = paths.generation(header.generation, header.at[:10])
    try:
        os.link(path, target)
    except OSError:
        # there already, from a write that was cut short; or a file system without links
        data, there = system_calls.read_bytes(path), system_calls.or_none(system_calls.read_bytes, target)
        if there not in (None, data):
            # the generation of another history, of the same number
            system_calls.replace(target, paths.damaged(target.name))
        if there != data:
            system_calls.write_durably(target, data, paths.temporary(target.name))
    platform_calls.sync_folder(paths.backups)


class _Gathering(Storage):
    """Keeps the tables in memory, as TinyDB changes them, until they are flushed: a fold is one write of the file."""

    def __init__(self, storage: DossierStorage) -> None:
        super().__init__()
        self._storage = storage
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        if self._tables is None:
            self._tables = self._storage.read()
        return self._tables

    def write(self, data: Tables) -> None:
        self._tables = data

    def flush(self) -> None:
        """Write the file. Raises StorageError; the tables stay then, for the next flush."""
        self._storage.write(self._tables or {})


class Database:
    """The dossier of one school year in TinyDB, as its one writer reads and folds it."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._storage = DossierStorage(path, clock)
        self._gathering = _Gathering(self._storage)
        self._tinydb = TinyDB(storage=lambda: self._gathering)
        self._content: Content | None = None

    def read(self) -> MainFile | None:
        """What the file holds; None when it is not there. Raises DamagedFile, NewerSchema, OSError."""
        names = self._tinydb.tables()
        header = self._storage.header
        if header is None or not header.generation:
            return None
        in_order = attrgetter("doc_id")
        tables = {name: sorted(self._tinydb.table(name), key=in_order) for name in names}
        content = content_of_documents(tables)
        if all(not documents or documents[-1].doc_id == len(documents) for documents in tables.values()):
            self._content = content
        return MainFile(header, content)

    def holds(self, seq: int) -> bool:
        """Whether that change is in the file, durably."""
        header = self._storage.header or NO_HEADER
        return seq == header.seq and self._storage.is_durable

    def fold(self, content: Content, seq: int, mark: Mark) -> None:
        """Make the file hold *content*, the state after change *seq*. Raises StorageError."""
        if self._content is None:
            self._tinydb.drop_tables()
        for name in table_names(content.form):
            self._put(name, content)
        self._content = content
        self._storage.seq, self._storage.mark = seq, mark
        self._gathering.flush()

    def _put(self, name: str, content: Content) -> None:
        """Make the table *name* hold what *content* has of it: only what differs is touched."""
        before: Any = self._content.tree.get(name) if self._content else None
        after: Any = content.tree.get(name)
        if before is after and name != REPORT:
            return
        if after is None and name != REPORT:
            self._tinydb.drop_table(name)
            return
        table = self._tinydb.table(name)
        if name in content.form.list_places and before is not None and list(before) == list(after):
            ids = [number for number, ref in enumerate(after, 1) if after[ref] is not before[ref]]
            table.update(lambda document: document.update(record=after[document["ref"]]), doc_ids=ids)
        else:
            documents = documents_of(content, name) or []
            table.truncate()
            table.insert_multiple(Document(document, number) for number, document in enumerate(documents, 1))

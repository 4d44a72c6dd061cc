"""Three stores that do the same: 50 records, of which a save changes all, durable when it returns."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import ClassVar, NamedTuple, Protocol

from tinydb import TinyDB

from forms.dossier.content import Edit
from forms.dossier.roster import SchoolYear
from forms.model.errors import NhomtreError
from forms.store import store_writer
from forms.store.backups.backup_file import decode_backup, encode_backup
from forms.store.backups.gathering import gather
from forms.store.store import Session, Store
from forms.store.year_paths import YearPaths

RECORDS = 50
YEAR = SchoolYear(2019)


class Seen(NamedTuple):
    """What a start finds: the texts of all records (None: it does not open), and whether it says that something is wrong."""

    texts: frozenset[str] | None
    is_told: bool


class Contestant(Protocol):
    """A store in a folder."""

    name: ClassVar[str]
    files: ClassVar[Mapping[str, str]]
    """What can be damaged, and which files that are."""
    syncs_by_itself: ClassVar[bool]
    """Whether it asks the system without Python, so that no disk can be made slow for it."""

    def open(self, folder: Path) -> Callable[[str], object]:
        """A store with its records; what is returned saves a text in all of them."""

    def finish(self, folder: Path, kind: str) -> None:
        """What is done after a sudden end, before a file of that *kind* is damaged."""

    def read(self, folder: Path) -> Seen:
        """What the next start finds."""


class Ours:
    """The store of this program; folded at every fifth save."""

    name: ClassVar = "nhomtre"
    syncs_by_itself: ClassVar = False
    files: ClassVar[Mapping[str, str]] = {
        "main file": "2019-2020.json",
        "journal": "2019-2020.journal",
        "generation": "backups/2019-2020.0*.json",
        "old journal": "backups/2019-2020.*.journal",
        "sent revision": "backups/2019-2020.ban-*.json",
        "sent files": "exports/2019-2020/ban-*/*",
        "backup": "backup.zip",
    }

    def _store(self, folder: Path) -> Store:
        return Store(folder, lambda: datetime(2019, 9, 19, 8, tzinfo=timezone(timedelta(hours=7))), "thử@máy")

    def open(self, folder: Path) -> Callable[[str], object]:
        """Opened as the screens do."""
        store_writer.ROTATE_AT = 100_000
        session = self._store(folder).open(YEAR, write=True)
        refs = [f"c{number:04}" for number in range(1, RECORDS + 1)]
        if not session.dossier.content.records("children"):
            session.dossier.commit([Edit(("children", ref), None, {"address": ""}) for ref in refs])
            self._send(session)

        def save(text: str) -> None:
            content = session.dossier.content
            paths = [("children", ref, "address") for ref in refs]
            session.dossier.commit([Edit(path, content.value(path), text) for path in paths])
            if session.dossier.seq % 5 == 0:
                session.fold()

        return save

    def _send(self, session: Session) -> None:
        files = {"bieu.pdf": b"%PDF" * 5000, "bieu.xlsx": b"PK" * 5000}
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        about = {"at": "2019-09-19T08:00:00+07:00", "by": "Người Mẫu", "code": "X", "files": digests}
        edits = [
            Edit(("sent", "1"), None, about),
            Edit(("revision",), None, 1),
            Edit(("state",), None, "rejected"),
        ]
        session.send(edits, files)

    def finish(self, folder: Path, kind: str) -> None:
        """A backup of it."""
        with self._store(folder).open(YEAR, write=False) as session:
            content, head = session.dossier.content, session.head
            backup = gather(
                YearPaths(folder, YEAR),
                content,
                head,
                "2019-09-19T08:00:00+07:00",
                lambda _: None,
                training=False,
            )
        (folder / "backup.zip").write_bytes(encode_backup(backup))

    def read(self, folder: Path) -> Seen:
        """At the start, by the daily look, and before a backup is taken."""
        told = False
        with suppress(FileNotFoundError):
            (folder / ".2019-2020.checked").unlink()
        if (folder / "backup.zip").exists():
            try:
                decode_backup((folder / "backup.zip").read_bytes(), "backup.zip")
            except NhomtreError:
                told = True
        try:
            with self._store(folder).open(YEAR, write=True) as session:
                records = session.dossier.content.records("children").values()
                told = bool(session.notices or session.check_kept()) or told
                return Seen(frozenset(str(record.get("address")) for record in records), told)
        except NhomtreError:
            return Seen(None, is_told=True)


class Sqlite:
    """SQLite with a write-ahead log, fully synchronous; ``PRAGMA integrity_check`` at every start."""

    name: ClassVar = "SQLite"
    syncs_by_itself: ClassVar = True
    files: ClassVar[Mapping[str, str]] = {"database": "a.db", "log": "a.db-wal"}

    def open(self, folder: Path) -> Callable[[str], object]:
        """Connected."""
        folder.mkdir(exist_ok=True)
        connection = sqlite3.connect(folder / "a.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE IF NOT EXISTS children (id INTEGER PRIMARY KEY, address TEXT)")
        if not connection.execute("SELECT count(*) FROM children").fetchone()[0]:
            connection.executemany(
                "INSERT INTO children VALUES (?, '')", [(number,) for number in range(RECORDS)]
            )
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        def save(text: str) -> None:
            connection.execute("BEGIN")
            connection.execute("UPDATE children SET address = ?", (text,))
            connection.execute("COMMIT")

        return save

    def finish(self, folder: Path, kind: str) -> None:
        """For the database the log is brought into it, as a program does that ends in order."""
        if kind == "database":
            with closing(sqlite3.connect(folder / "a.db")) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def read(self, folder: Path) -> Seen:
        """Checked, then read."""
        try:
            with closing(sqlite3.connect(folder / "a.db")) as connection:
                is_sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                rows = connection.execute("SELECT address FROM children").fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return Seen(None, is_told=True)
        return Seen(frozenset(str(row[0]) for row in rows), is_told=not is_sound)


class Stock:
    """TinyDB with the storage that it comes with."""

    name: ClassVar = "TinyDB"
    syncs_by_itself: ClassVar = False
    files: ClassVar[Mapping[str, str]] = {"file": "a.json"}

    def open(self, folder: Path) -> Callable[[str], object]:
        """Its file."""
        folder.mkdir(exist_ok=True)
        database = TinyDB(folder / "a.json")
        if not len(database):
            database.insert_multiple(
                {"name": f"Trẻ Mẫu {number}", "address": ""} for number in range(RECORDS)
            )
        return lambda text: database.update({"address": text})

    def finish(self, folder: Path, kind: str) -> None:
        """Nothing."""

    def read(self, folder: Path) -> Seen:
        """As any program would."""
        try:
            with TinyDB(folder / "a.json") as database:
                return Seen(frozenset(str(document.get("address")) for document in database), is_told=False)
        except (ValueError, TypeError, AttributeError, KeyError):
            return Seen(None, is_told=True)


CONTESTANTS: tuple[Contestant, ...] = (Ours(), Sqlite(), Stock())

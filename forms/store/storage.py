"""The main file: TinyDB tables behind a checked header, replaced as a whole, older generations kept.

Two lines of canonical JSON: the header (see ``Head``), then the tables. The checksum in the header covers its
other fields and the body. Later schemas must keep this outer form: it tells a newer file from a damaged one.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH108, PTH121

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from tinydb.storages import Storage

from forms.errors import DamagedFile, NewerSchema
from forms.roster import SchoolYear
from forms.store import files
from forms.store.journal import Mark
from forms.store.layout import Layout, superfluous
from forms.values import NotJson, dumps, loads

FORMAT = "nhomtre"
SCHEMA = 1

Tables = dict[str, dict[str, Any]]


def now() -> datetime:
    """Local time with its offset."""
    return datetime.now().astimezone()


def stamp(moment: datetime) -> str:
    """ISO, to the second."""
    return moment.isoformat(timespec="seconds")


class Head(NamedTuple):
    """What the header says: generation, last change folded, end of the journal then, and when (ISO)."""

    gen: int
    seq: int
    mark: Mark
    at: str


def encode(head: Head, tables: Tables) -> bytes:
    """The whole main file. Raises ValueError for what JSON cannot hold."""
    body = dumps(tables).encode()
    fields: dict[str, Any] = {
        "format": FORMAT,
        "schema": SCHEMA,
        "gen": head.gen,
        "seq": head.seq,
        "journal": head.mark.offset,
        "line": head.mark.line,
        "at": head.at,
    }
    fields["sha256"] = _digest(fields, body)
    return dumps(fields).encode() + b"\n" + body + b"\n"


def _digest(fields: dict[str, Any], body: bytes) -> str:
    return hashlib.sha256(dumps(fields).encode() + b"\n" + body).hexdigest()


def decode(raw: bytes, name: str) -> tuple[Head, bytes]:
    """Header and body of a main file. Raises DamagedFile, NewerSchema, each naming the file *name*."""
    first, _, rest = raw.partition(b"\n")
    try:
        fields = loads(first)
        told = fields.pop("sha256")
        # the header is written canonically, so that every bit of it is checked
        good = (
            rest.endswith(b"\n")
            and told == _digest(fields, rest[:-1])
            and first == dumps(fields | {"sha256": told}).encode()
            and fields["format"] == FORMAT
        )
        schema = fields["schema"]
    except (NotJson, KeyError, TypeError, AttributeError, ValueError) as error:
        raise _damaged(name) from error
    if not good:
        raise _damaged(name)
    if schema > SCHEMA:
        raise NewerSchema(
            f"File {name} do một bản nhomtre mới hơn ghi; hãy cập nhật chương trình rồi mở lại."
            " Dữ liệu không bị thay đổi."
        )
    try:
        mark = Mark(fields["journal"], fields["line"])
        return Head(fields["gen"], fields["seq"], mark, fields["at"]), rest[:-1]
    except KeyError as error:
        raise _damaged(name) from error


def _damaged(name: str) -> DamagedFile:
    return DamagedFile(f"File {name} bị hỏng: nội dung không đúng như lúc ghi. Không có gì bị thay đổi.")


def decode_tables(raw: bytes, name: str) -> tuple[Head, Tables]:
    """Header and tables of a main file. Raises DamagedFile, NewerSchema."""
    head, body = decode(raw, name)
    return head, loads(body)


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
            with files.told(f"Không đọc được file {self.layout.main.name}", "Không có gì bị thay đổi."):
                raw = files.or_none(files.read_bytes, self.layout.main)
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
        with files.told(
            f"Chưa ghi được file {main.name}",
            "Mọi thay đổi đã báo «Đã lưu» vẫn an toàn trong nhật ký.",
        ):
            files.make_folder(self.layout.backups)
            head = Head(self._next_generation(), self.seq, self.mark, stamp(self.clock()))
            raw = encode(head, data)
            temporary = self.layout.temporary(main.name)
            files.create(temporary, raw)
            try:
                self._keep_generation()
                files.replace(temporary, main)
            except BaseException:
                files.remove(temporary)
                raise
            self.head, self._body = head, raw.partition(b"\n")[2][:-1]
            self.is_durable = False
            files.sync_folder(self.layout.folder)
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
                files.create(copy, files.read_bytes(main))
                try:
                    files.replace(copy, target)
                except BaseException:
                    files.remove(copy)
                    raise
        files.sync_folder(self.layout.backups)

    def _prune(self) -> None:
        with suppress(OSError):
            # the new state is safe; what cannot be removed now is tried again after the next write
            for generation in superfluous(self.layout.generations()):
                os.unlink(generation.path)

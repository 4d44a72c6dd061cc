"""The main file: a checked header, then the tables, as bytes.

Two lines of canonical JSON: the header (see ``Head``), then the tables. The checksum in the header covers its
other fields and the body. Later schemas must keep this outer form: it tells a newer file from a damaged one.
"""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from forms.model.errors import DamagedFile, NewerSchema
from forms.model.values import NotJson, dumps, loads
from forms.store.journal import Mark

FORMAT = "nhomtre"
SCHEMA = 1

Tables = dict[str, dict[str, Any]]


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

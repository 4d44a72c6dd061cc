"""The main file as bytes: a checked header, then the tables.

Two lines of canonical JSON: the header (see ``Header``), then the tables. The checksum in the header covers its
other fields and the body. Later schemas must keep this outer form: it tells a newer file from a damaged one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from forms.dossier.content import Content
from forms.model.declared import Frozen
from forms.model.errors import DamagedFile, NewerSchema
from forms.model.values import NotJson, dumps, loads
from forms.sets import UNNAMED, UnknownSet, demand_known
from forms.store import (
    store_words,
)
from forms.store.chain.journal_lines import START, Mark
from forms.store.documents import REPORT, Tables, content_of
from forms.store.system import (
    system_calls,
)

Fields = dict[str, Any]
"""A header as it is stored."""

FILE_FORMAT = "nhomtre"
SCHEMA = 3
_MOST_OF_HEADER = 4096


class Header(Frozen):
    """What the header says: generation, last change folded, end of the journal then, and when (ISO).

    *is_chained*: whether every line of the journal behind it names the one before; *schema*: that of the file that it was read from.
    """

    generation: int
    seq: int
    mark: Mark
    at: str
    is_chained: bool = True
    schema: int = SCHEMA


NO_HEADER = Header(0, 0, START, "", is_chained=False)
"""Of a main file that is not there."""


class MainFile(Frozen):
    """What a main file holds."""

    header: Header
    content: Content


def encode_main(header: Header, tables: Tables) -> bytes:
    """The whole main file. Raises ValueError for what JSON cannot hold."""
    body = dumps(tables).encode()
    fields: Fields = {
        "format": FILE_FORMAT,
        "schema": SCHEMA,
        "gen": header.generation,
        "seq": header.seq,
        "journal": header.mark.offset,
        "line": header.mark.line,
        "at": header.at,
        "chained": header.is_chained,
    }
    fields["sha256"] = _digest(fields, body)
    return dumps(fields).encode() + b"\n" + body + b"\n"


def _digest(fields: Fields, body: bytes) -> str:
    return hashlib.sha256(dumps(fields).encode() + b"\n" + body).hexdigest()


def decode_main(raw: bytes, name: str) -> tuple[Header, Tables]:
    """Header and tables of a main file. Raises DamagedFile, NewerSchema, each naming the file *name*."""
    first, _, rest = raw.partition(b"\n")
    body = rest[:-1]
    try:
        fields = loads(first)
        checksum = fields.pop("sha256")
        # the header is written canonically, so that every bit of it is checked
        is_good = (
            rest.endswith(b"\n")
            and checksum == _digest(fields, body)
            and first == dumps(fields | {"sha256": checksum}).encode()
            and fields["format"] == FILE_FORMAT
        )
        schema = fields["schema"]
    except (NotJson, KeyError, TypeError, AttributeError, ValueError) as error:
        raise _damaged(name) from error
    if not is_good or not isinstance(schema, int):
        raise _damaged(name)
    if schema > SCHEMA:
        raise NewerSchema(store_words.NEWER_SCHEMA.format(name=name))
    try:
        tables = loads(body)
        for step in range(schema, SCHEMA):
            fields, tables = STEPS[step](fields, tables)
        for report in tables.get(REPORT, {}).values():
            demand_known(report.get("form", ""))
        mark = Mark(fields["journal"], fields["line"])
        return Header(fields["gen"], fields["seq"], mark, fields["at"], fields["chained"], schema), tables
    except UnknownSet as error:
        raise NewerSchema(store_words.UNKNOWN_SET.format(name=name, why=error)) from error
    except KeyError as error:
        raise _damaged(name) from error


def _not_chained(fields: Fields, tables: Tables) -> tuple[Fields, Tables]:
    """From schema 1, behind which lines do not name the one before."""
    return fields | {"chained": False}, tables


def _of_the_unnamed_set(fields: Fields, tables: Tables) -> tuple[Fields, Tables]:
    """From schema 2, in which no report named its set."""
    reports = {number: {**report, "form": UNNAMED} for number, report in tables.get(REPORT, {}).items()}
    return fields, {**tables, **({REPORT: reports} if reports else {})}


STEPS: dict[int, Callable[[Fields, Tables], tuple[Fields, Tables]]] = {
    1: _not_chained,
    2: _of_the_unnamed_set,
}
"""Schema → what makes header and tables of it those of the next one: pure, in order."""


def _damaged(name: str) -> DamagedFile:
    return DamagedFile(store_words.DAMAGED_FILE.format(name=name))


def moment_of_writing(path: Path) -> str:
    """When a main file was written (ISO), as its header says and nobody has checked; '' where it does not say."""
    try:
        first, _, _ = system_calls.read_beginning(path, _MOST_OF_HEADER).data.partition(b"\n")
        return str(loads(first)["at"])
    except (OSError, NotJson, KeyError, TypeError):
        return ""


def read_main(path: Path) -> MainFile | None:
    """A main file, older generation or sent revision; None when it is not there.

    Raises DamagedFile, NewerSchema, OSError.
    """
    raw = system_calls.or_none(system_calls.read_bytes, path)
    if raw is None:
        return None
    header, tables = decode_main(raw, path.name)
    return MainFile(header, content_of(tables))

"""The list of what was made of a dossier and given away, beside its journal.

A line is canonical JSON with a checksum, as in the journal, but in no chain: it is appended without the lock of the dossier, so that a
session that only reads notes what it made, too. The list has a lock of its own, which an erasure holds until it is done::

    {"at":"2019-09-19T14:05:03+07:00","by":"mau@may","kind":"export","name":"01-MN-DN.pdf","place":"","what":"pdf","sum":"0f..."}
"""

# every call goes through os, where a test can make it fail
from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator

from forms.dossier.dossier import Kind
from forms.model.declared import Frozen
from forms.model.errors import StorageError
from forms.model.values import NotJson, dumps, loads
from forms.store.handing import handing_words
from forms.store.system import platform_calls, system_calls
from forms.store.year_paths import YearPaths, years_in

_SUM = ',"sum":"'
_DIGITS = 16


class Handover(Frozen):
    """A file that was made or carried away: when (ISO), by whom; its *kind*, EXPORT or HANDOVER; *what* it is («pdf»); its name.

    *place*: the record that it is about; '' when it is about all.
    """

    at: str
    by: str
    kind: Kind
    what: str
    name: str
    place: str = ""


def encode_handover(handover: Handover) -> bytes:
    """Its line."""
    fields = {key: getattr(handover, key) for key in Handover._fields}
    body = dumps({**fields, "kind": handover.kind.value})
    return f'{body[:-1]}{_SUM}{_digest(body)}"}}\n'.encode()


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:_DIGITS]


def _decode(line: bytes) -> Handover | None:
    try:
        body, mark, digest = line.decode().rpartition(_SUM)
        if not mark or digest != _digest(body + "}") + '"}':
            return None
        fields = loads(body + "}")
        return Handover(**{**fields, "kind": Kind(fields["kind"])})
    except (UnicodeDecodeError, NotJson, KeyError, TypeError, ValueError):
        return None


def note_handover(paths: YearPaths, handover: Handover) -> None:
    """Add a line, on disk on return, where something of that year is stored. Raises StorageError."""
    with system_calls.as_storage_error(handing_words.NOT_NOTED, name=handover.name):
        if paths.year not in years_in(paths.folder):
            return
        with system_calls.one_at_a_time(paths.handovers_lock):
            _append(paths, handover)


def _append(paths: YearPaths, handover: Handover) -> None:
    if paths.erasure.is_decided:
        # whose process is gone: the next opening replaces the list
        raise StorageError(handing_words.ERASURE_FIRST.format(name=handover.name))
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | platform_calls.BINARY | platform_calls.NO_STRANGER
    fd = os.open(paths.handovers, flags, platform_calls.FILE_MODE)
    try:
        platform_calls.make_private(fd)
        line = encode_handover(handover)
        system_calls.write_all(fd, line if _ends_whole(fd) else b"\n" + line)
        platform_calls.sync_data(fd)
        platform_calls.sync_folder(paths.folder)  # the name, where this line is the first
    finally:
        os.close(fd)


def _ends_whole(fd: int) -> bool:
    """Whether the last line was written to its end."""
    if not os.lseek(fd, 0, os.SEEK_END):
        return True
    os.lseek(fd, -1, os.SEEK_END)
    return os.read(fd, 1) == b"\n"


def handovers(paths: YearPaths) -> list[Handover]:
    """All that were noted, in their order; a line that is not whole is left out. Raises StorageError."""
    with system_calls.as_storage_error(handing_words.NOT_READ, year=paths.year):
        return list(_handovers_in(system_calls.or_none(system_calls.read_bytes, paths.handovers) or b""))


def _handovers_in(data: bytes) -> Iterator[Handover]:
    for line in data.split(b"\n"):
        if handover := _decode(line):
            yield handover


def lists_joined(there: bytes, brought: bytes) -> bytes:
    """The files *there* and *brought* as one, each line once."""
    lines = dict.fromkeys((*brought.split(b"\n"), *there.split(b"\n")))
    return b"".join(line + b"\n" for line in lines if line)


def renamed(data: bytes, name: Callable[[str], str]) -> bytes:
    """The file *data* with each name as *name* gives it."""
    return b"".join(encode_handover(one.but(name=name(one.name))) for one in _handovers_in(data))

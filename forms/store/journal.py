"""The journal: one JSON line per change, each with a checksum, on disk before ``append`` returns.

A line is canonical JSON whose last member is ``sum``, 16 hex digits of the SHA-256 of the line without it::

    {"at":"2019-09-19T14:05:03","edits":[[["facility","phone"],null,"0901"]],"kind":"edit",...,"sum":"0f..."}

An edit is ``[path, old, new]`` or ``[path, old, new, index]``. Where an edit replaces a whole list of records,
old and new are lists of ``[ref, record]``: the order of entry counts.
"""

from __future__ import annotations

# every call goes through os, where a test can make it fail
import errno
import hashlib
import os
from collections.abc import Mapping
from enum import Enum
from pathlib import Path as FilePath
from typing import Any, NoReturn

from forms.dossier.content import Edit
from forms.dossier.dossier import Change, Kind
from forms.model.declared import Frozen
from forms.model.errors import DossierGone, StorageError
from forms.model.values import NotJson, dumps, loads
from forms.sets.form_set import FormSet
from forms.store import (
    store_words,
)
from forms.store.holding import (
    holding_words,
)
from forms.store.system import (
    platform_calls,
    system_calls,
)

_MARK = b',"sum":"'
_SUM_DIGITS = 16
_TAIL = len(_MARK) + _SUM_DIGITS + len(b'"}\n')
_HEAD = b'{"at":"'


class BadLine(Exception):
    """The bytes are not a line of a journal."""


def encode_change(change: Change, form: FormSet) -> bytes:
    """The line of a *change* of a report of *form*, with its newline. Raises ValueError for what JSON cannot hold."""
    text = dumps(
        {
            "seq": change.seq,
            "at": change.at,
            "who": change.who,
            "kind": change.kind.value,
            "reason": change.reason,
            "edits": [_encode_edit(edit, form) for edit in change.edits],
        }
    )
    body = text.encode()
    return body[:-1] + _MARK + _digest(body) + b'"}\n'


def decode_change(line: bytes) -> Change:
    """The change of one line given with its newline. Raises BadLine."""
    body = line[:-_TAIL] + b"}"
    if line[-_TAIL:] != _MARK + _digest(body) + b'"}\n':
        raise BadLine
    try:
        fields = loads(body)
        edits = tuple(_decode_edit(*edit) for edit in fields["edits"])
        kind = Kind(fields["kind"])
        return Change(fields["seq"], fields["at"], fields["who"], edits, fields["reason"], kind)
    except (NotJson, KeyError, TypeError, ValueError) as error:
        raise BadLine from error


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:_SUM_DIGITS].encode()


def _encode_edit(edit: Edit, form: FormSet) -> list[Any]:
    is_list = len(edit.path) == 1 and edit.path[0] in form.list_places
    old, new = (_pairs(value) if is_list else value for value in (edit.old, edit.new))
    return [edit.path, old, new] if edit.rank is None else [edit.path, old, new, edit.rank]


def _decode_edit(steps: list[str], old: Any, new: Any, index: int | None = None) -> Edit:
    path = tuple(steps)
    if len(path) == 1:
        old, new = _mapping(old), _mapping(new)
    return Edit(path, old, new, index)


def _pairs(value: Any) -> Any:
    return [[ref, record] for ref, record in value.items()] if isinstance(value, Mapping) else value


def _mapping(value: Any) -> Any:
    return dict(value) if isinstance(value, list) else value


class End(Enum):
    """What stands behind the good lines of a journal."""

    CLEAN = "nothing"
    TORN = "a last line without its newline: it was being written"
    DAMAGED = "a line that does not hold what was written, or not the next number"


class Mark(Frozen):
    """A place behind a whole line: its offset in bytes and the checksum of the line before it."""

    offset: int = 0
    line: str = ""


START = Mark()


class Scan(Frozen):
    """The good lines of a piece of journal, with the mark behind each, and what ended them."""

    changes: tuple[Change, ...]
    marks: tuple[Mark, ...]
    end: End


def scan(data: bytes, start: int = 0) -> Scan:
    """Read lines up to the first that is torn, damaged or out of sequence; *start* is the offset of *data*."""
    changes: list[Change] = []
    marks: list[Mark] = []
    at = 0
    while at < len(data):
        newline = data.find(b"\n", at)
        if newline < 0:
            return Scan(tuple(changes), tuple(marks), _unfinished(data[at:]))
        try:
            change = decode_change(data[at : newline + 1])
        except BadLine:
            return Scan(tuple(changes), tuple(marks), End.DAMAGED)
        if changes and change.seq != changes[-1].seq + 1:
            return Scan(tuple(changes), tuple(marks), End.DAMAGED)
        at = newline + 1
        changes.append(change)
        marks.append(Mark(start + at, data[at - 3 - _SUM_DIGITS : at - 3].decode()))
    return Scan(tuple(changes), tuple(marks), End.CLEAN)


def _unfinished(rest: bytes) -> End:
    is_beginning = rest[: len(_HEAD)] == _HEAD[: len(rest)] and b"\0" not in rest
    return End.TORN if is_beginning else End.DAMAGED


def read_from(path: FilePath, mark: Mark) -> bytes | None:
    """What the journal holds behind *mark*; None when the line before it is not the marked one. Raises OSError."""
    if mark.offset < _TAIL:
        return None
    data = system_calls.or_none(lambda place: system_calls.read_bytes(place, mark.offset - _TAIL), path)
    if data is None or data[:_TAIL] != _MARK + mark.line.encode() + b'"}\n':
        return None
    return data[_TAIL:]


class JournalFile:
    """The journal of a report of *form* in use, open for appending. *mark* is its end; it is made by the first append."""

    def __init__(self, path: FilePath, mark: Mark, form: FormSet) -> None:
        self.path = path
        self.form = form
        self.mark = mark
        self._fd: int | None = None
        self._is_closed = False
        self._is_broken = False
        self._file = system_calls.identity(path)
        """The file that was under the path when it was last known to be ours; None: there was none."""

    @property
    def is_broken(self) -> bool:
        """Whether a change that was refused may still stand in the file."""
        return self._is_broken

    def append(self, change: Change) -> None:
        """Return when *change* is on disk. Raises StorageError, DossierGone; nothing of it is kept then.

        After a failure that could not be taken back, nothing is appended until it can be.
        """
        try:
            line = encode_change(change, self.form)
        except ValueError as error:
            raise StorageError(store_words.UNWRITABLE_VALUE) from error
        if self._is_closed:
            raise StorageError(store_words.CLOSED)
        with system_calls.as_storage_error(store_words.NOT_SAVED):
            fd = self._open()
            self.demand()
        try:
            system_calls.write_all(fd, line)
            platform_calls.sync_data(fd)
        except OSError as error:
            self._take_back(fd, error)
        self.mark = Mark(self.mark.offset + len(line), line[-3 - _SUM_DIGITS : -3].decode())

    def demand(self) -> None:
        """Raise DossierGone when another file or none is under its name, or somebody else wrote to it. Raises OSError."""
        if system_calls.identity(self.path) != self._file:
            raise self._gone()
        is_whole = self._file is not None and not self._is_broken
        if is_whole and self.path.stat().st_size != self.mark.offset:
            raise self._gone()

    def trim(self) -> None:
        """Cut off what stands behind the mark. Raises OSError, DossierGone."""
        self._is_broken = True
        self._open()

    def _open(self) -> int:
        fd = self._fd
        if fd is not None and not self._is_broken:
            return fd
        if fd is None:
            if system_calls.identity(self.path) != self._file:
                raise self._gone()
            fd = os.open(
                self.path,
                os.O_WRONLY | os.O_APPEND | os.O_CREAT | platform_calls.BINARY,
                platform_calls.FILE_MODE,
            )
        try:
            self._file = system_calls.identity(fd)
            self._make_fit(fd)
        except (OSError, DossierGone):
            if self._fd is None:
                os.close(fd)
            raise
        self._fd = fd
        return fd

    def _make_fit(self, fd: int) -> None:
        if self._fd is None:
            platform_calls.make_private(fd)
            if not self.mark.offset:
                platform_calls.sync_folder(self.path.parent)
        if self._is_broken:
            # what a refused change left behind goes before anything new comes
            if os.fstat(fd).st_size < self.mark.offset:
                raise self._gone()
            os.ftruncate(fd, self.mark.offset)
            self._is_broken = False

    def _gone(self) -> DossierGone:
        return DossierGone(holding_words.GONE.format(year=self.path.stem))

    def _take_back(self, fd: int, error: OSError) -> NoReturn:
        why = system_calls.reason(error)
        try:
            os.ftruncate(fd, self.mark.offset)
        except OSError:
            self._is_broken = True
            raise StorageError(store_words.NOT_TAKEN_BACK.format(why=why)) from error
        raise StorageError(store_words.NOT_SAVED.format(why=why)) from error

    def first(self) -> int:
        """Number of the first change in the journal. Raises OSError."""
        fd = os.open(self.path, os.O_RDONLY | platform_calls.BINARY)
        with os.fdopen(fd, "rb") as file:
            try:
                return decode_change(file.readline()).seq
            except BadLine as error:
                raise OSError(errno.EIO, "journal damaged", str(self.path)) from error

    def rotate(self, target: FilePath) -> None:
        """Move the journal to *target* and begin anew with the next append. Raises OSError."""
        self._close_file()
        system_calls.replace(self.path, target)
        self.mark = START
        self._file = None
        platform_calls.sync_folder(target.parent)
        platform_calls.sync_folder(self.path.parent)

    def close(self) -> None:
        """No more appends."""
        self._is_closed = True
        self._close_file()

    def _close_file(self) -> None:
        fd, self._fd = self._fd, None
        if fd is not None:
            try:
                os.close(fd)
            except OSError:
                # every line was on disk before its append returned: nothing hangs on this call
                return

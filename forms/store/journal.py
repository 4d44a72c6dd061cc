"""The journal in use: one line per change (``journal_lines``), on disk when ``sync`` returns."""

from __future__ import annotations

# every call goes through os, where a test can make it fail
import errno
import os
from pathlib import Path as FilePath
from typing import NoReturn

from forms.dossier.dossier import Change
from forms.model.errors import DossierGone, StorageError
from forms.sets.form_set import FormSet
from forms.store import (
    store_words,
)
from forms.store.chain.journal_lines import BadLine, Mark, decode_change, encode_change, sum_of
from forms.store.holding import (
    holding_words,
)
from forms.store.system import (
    platform_calls,
    system_calls,
)


class JournalFile:
    """The journal of a report of *form* in use, open for appending. *mark* is its end; it is made by the first line."""

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

    def write(self, change: Change) -> Mark:
        """Send *change* on its way to the disk; the mark behind it, for ``sync``. Raises StorageError, DossierGone; nothing of it is kept then.

        After a failure that could not be taken back, nothing is written until it can be.
        """
        try:
            line = encode_change(change, self.form, self.mark.line)
        except ValueError as error:
            raise StorageError(store_words.UNWRITABLE_VALUE) from error
        if self._is_closed:
            raise StorageError(store_words.CLOSED)
        with system_calls.as_storage_error(store_words.NOT_SAVED):
            fd = self._open()
            self.demand()
        try:
            system_calls.write_all(fd, line)
            platform_calls.begin_sync(fd, self.mark.offset, len(line))
        except OSError as error:
            self._take_back(fd, error)
        return Mark(self.mark.offset + len(line), sum_of(line))

    def sync(self, mark: Mark) -> None:
        """Return when what was written up to *mark* is on disk. Raises StorageError as ``write`` does."""
        assert self._fd is not None
        try:
            platform_calls.sync_data(self._fd)
        except OSError as error:
            self._take_back(self._fd, error)
        self.mark = mark

    def demand(self) -> None:
        """Raise DossierGone when another file or none is under its name, or somebody else wrote to it. Raises OSError."""
        found = self._found()
        is_whole = self._file is not None and not self._is_broken
        if is_whole and found and found.size != self.mark.offset:
            raise self._gone()

    def trim(self) -> None:
        """Cut off what stands behind the mark. Raises OSError, DossierGone."""
        self._is_broken = True
        self._open()

    def confirm(self) -> None:
        """Return when every line up to the mark is on disk, whoever wrote it. Raises OSError, DossierGone."""
        if self.mark.offset:
            platform_calls.sync_data(self._open())

    def _open(self) -> int:
        fd = self._fd
        if fd is not None and not self._is_broken:
            return fd
        if fd is None:
            self._found()
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

    def _found(self) -> system_calls.FileThere | None:
        """What is under the name: the file known, or one made in vain, which could not be looked at. Raises DossierGone, OSError."""
        found = system_calls.there(self.path)
        is_known = (found.identity if found else None) == self._file
        if not is_known and (self._file is not None or (found and found.size)):
            raise self._gone()
        return found

    def _make_fit(self, fd: int) -> None:
        if self._fd is None:
            platform_calls.make_private(fd)
            if not self.mark.offset:
                platform_calls.sync_folder(self.path.parent)
        if self._is_broken:
            # what a refused change left behind goes before anything new comes
            if os.fstat(fd).st_size < self.mark.offset:
                raise self._gone()
            self._cut(fd)
            self._is_broken = False

    def _gone(self) -> DossierGone:
        return DossierGone(holding_words.GONE.format(year=self.path.stem))

    def _take_back(self, fd: int, error: OSError) -> NoReturn:
        why = system_calls.reason(error)
        try:
            self._cut(fd)
        except OSError:
            self._is_broken = True
            raise StorageError(store_words.NOT_TAKEN_BACK.format(why=why)) from error
        raise StorageError(store_words.NOT_SAVED.format(why=why)) from error

    def _cut(self, fd: int) -> None:
        os.ftruncate(fd, self.mark.offset)
        # else a power cut brings it back, in the middle of what is written since
        platform_calls.sync_data(fd)

    def first(self) -> int:
        """Number of the first change in the journal. Raises OSError."""
        fd = os.open(self.path, os.O_RDONLY | platform_calls.BINARY)
        with os.fdopen(fd, "rb") as file:
            try:
                return decode_change(file.readline()).seq
            except BadLine as error:
                raise OSError(errno.EIO, "journal damaged", str(self.path)) from error

    def rotate(self, target: FilePath) -> None:
        """Move the journal to *target* and begin anew with the next line. Raises OSError, DossierGone."""
        # what a refused change left behind does not go along
        self._open()
        self._close_file()
        system_calls.replace(self.path, target)
        self.mark = Mark(0, self.mark.line)
        self._file = None
        platform_calls.sync_folder(target.parent)
        platform_calls.sync_folder(self.path.parent)

    def close(self) -> None:
        """No more lines."""
        self._is_closed = True
        self._close_file()

    def _close_file(self) -> None:
        fd, self._fd = self._fd, None
        if fd is not None:
            try:
                os.close(fd)
            except OSError:
                # every line was on disk before it was acknowledged: nothing hangs on this call
                return

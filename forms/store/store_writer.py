"""The one writer of a school year: it holds the lock, appends to the journal and folds it into the database.

It keeps three things apart: the content at the last fold, the changes since, and the open journal. A fold works from
the first two, so that it may run in a thread while edits go on. Loads TinyDB and filelock; a reader does without.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from forms.dossier.content import Content, apply, empty_content
from forms.dossier.dossier import Change
from forms.model.errors import DossierGone, StorageError
from forms.sets.form_set import FormSet
from forms.store import (
    store_words,
)
from forms.store.backups import checkup
from forms.store.chain.head_file import Head, HeadFile, encode_head, head_at
from forms.store.chain.history import history
from forms.store.database import Database
from forms.store.folder_check import demand_lock, demand_no_links
from forms.store.holding import (
    holding_words,
)
from forms.store.holding.holder import signature
from forms.store.holding.leave_request import LeaveRequest, request_at
from forms.store.holding.lock import WriterLock
from forms.store.journal import JournalFile
from forms.store.main_file import NO_HEADER, MainFile
from forms.store.recovery import Recovery, recover
from forms.store.repair import low_disk, remove_dossier, remove_leftovers, repair
from forms.store.system import (
    system_calls,
)
from forms.store.year_paths import YearPaths, years_half_written

ROTATE_AT = 1 << 20
"""Bytes of journal above which it is rotated after a fold."""


class WriterJournal:
    """The journal of a writer: durable first, then remembered for the next fold."""

    def __init__(self, paths: YearPaths, file: JournalFile, holding: WriterLock, seq: int) -> None:
        self.paths = paths
        self.file = file
        self.loss = ""
        """Why nothing more is written: the files are not ours any more."""
        self._holding = holding
        self._heads = HeadFile(paths.head)
        self.seq = seq
        self.pending: list[Change] = []
        self.lock = threading.RLock()

    def append(self, change: Change) -> None:
        """Return when *change* is on disk. Raises StorageError, DossierGone; nothing of it is kept then."""
        with self.lock:
            self._demand_known()
            try:
                self._holding.demand()
                mark = self.file.write(change)
                # worked out while the disk is at the line
                note = encode_head(Head(change.seq, mark.line))
                self.file.sync(mark)
            except DossierGone as error:
                self.loss = str(error)
                raise
            self.pending.append(change)
            self.seq = change.seq
            self._heads.write(note)

    @property
    def head(self) -> Head:
        """The end of the chain."""
        return Head(self.seq, self.file.mark.line)

    def sync_head(self) -> None:
        """Return when the last acknowledged change is noted durably."""
        with self.lock:
            self._heads.write(encode_head(self.head))
            self._heads.sync()

    def renew_head(self) -> None:
        """Note the last acknowledged change again where the note was lost or could not be made."""
        with self.lock, contextlib.suppress(StorageError):
            if self.seq and head_at(self.paths.head) != self.head:
                self.demand()
                self.sync_head()

    def demand(self) -> None:
        """Raise DossierGone when the files are not ours any more, StorageError when that cannot be known."""
        with self.lock:
            self._demand_known()
            with self.while_ours(), system_calls.as_storage_error(holding_words.NOT_WRITTEN):
                self._holding.demand()
                self.file.demand()

    def _demand_known(self) -> None:
        if self.loss:
            raise DossierGone(self.loss)

    @contextlib.contextmanager
    def while_ours(self) -> Iterator[None]:
        """Remember the loss when it comes up inside that the files are not ours any more."""
        try:
            yield
        except DossierGone as error:
            self.loss = str(error)
            raise

    def changes(self) -> Iterable[Change]:
        """All changes, oldest first. Raises DamagedFile, StorageError."""
        with self.lock:
            return history(self.paths, self.head)

    def _take_back(self) -> None:
        """Cut off the change that was refused and could not be taken back then, where that can be done by now: else it comes again."""
        with self.lock, contextlib.suppress(OSError, StorageError):
            if self.file.is_broken:
                self.demand()
                self.file.trim()

    def rotate(self) -> None:
        """Put the journal away under the numbers of its changes and begin a new one."""
        # it only grows when this fails; the next fold tries again
        with contextlib.suppress(OSError, DossierGone):
            self.file.rotate(self.paths.rolled(self.file.first(), self.seq))

    def close(self) -> None:
        """No more changes."""
        self._take_back()
        self.file.close()
        self._heads.close()


class Writer:
    """What makes an open dossier writable."""

    def __init__(
        self, journal: WriterJournal, database: Database, lock: WriterLock, content: Content
    ) -> None:
        self.journal = journal
        self._database = database
        self._lock = lock
        self._folded = content
        self._is_closed = False
        self._checked = ""
        self._folding = threading.Lock()

    @property
    def is_broken(self) -> bool:
        """Whether a change that was refused may still stand in the journal."""
        return self.journal.file.is_broken

    @property
    def signature(self) -> str:
        """Who signs the changes of this process."""
        return signature()

    @property
    def loss(self) -> str:
        """Why nothing more is written, once the files are not ours any more."""
        return self.journal.loss

    def request(self) -> LeaveRequest | None:
        """Who asks this session to let another one write."""
        return request_at(self.journal.paths.request)

    def low_disk(self) -> str:
        """That little room is left for the dossier, in a sentence; '' when it is enough or cannot be known."""
        return low_disk(self.journal.paths.folder)

    def demand_ours(self) -> None:
        """Raise DossierGone when the files are not ours any more, StorageError when that cannot be known."""
        self.journal.demand()

    def refuse(self, request: LeaveRequest) -> None:
        """Tell whoever asks that this session goes on. Raises StorageError when that cannot be told."""
        self._lock.refuse(request.token)

    def fold(self, *, again: bool = False) -> None:
        """Bring the main file up to the journal; nothing when it is, unless it is to be written *again*.

        May run in a thread. Raises StorageError.
        """
        journal = self.journal
        with self._folding:
            if self._is_closed:
                return
            with journal.lock:
                pending, mark, seq = tuple(journal.pending), journal.file.mark, journal.seq
            if self._database.holds(seq) and not again:
                journal.renew_head()
                return
            # a journal that was removed is no reason not to fold, only a lock that others may hold
            with journal.while_ours():
                self._lock.demand()
            content = self._folded
            for change in pending:
                content = apply(content, change.edits)
            # the main file never knows of a change that the note lacks
            journal.sync_head()
            self._database.fold(content, seq, mark)
            with journal.lock:
                self._folded = content
                del journal.pending[: len(pending)]
                if mark.offset >= ROTATE_AT and mark == journal.file.mark:
                    journal.rotate()

    def check_kept(self, day: str) -> list[str]:
        """Look through what is kept and what was sent, once each *day*; what was damaged or cannot be looked at, in sentences.

        What is damaged is set aside; for a generation or an old journal the present state is kept once more. May run in a thread.
        Raises StorageError when the files are not this writer's, or that cannot be known: nothing was looked at then.
        """
        paths = self.journal.paths
        with self._folding:
            if self._is_closed or self._checked == day or (since := checkup.day_of_check(paths)) == day:
                self._checked = day
                return []
            with self.journal.while_ours():
                self._lock.demand()
            kept = [*checkup.damaged_generations(paths), *checkup.damaged_journals(paths)]
            told = [*kept, *checkup.damaged_revisions(paths, self._folded, self.journal.head)]
            told += checkup.changed_sent_files(paths, self._folded)
            told += checkup.run_out(paths, self.journal.head, since, day) if since else []
            with contextlib.suppress(StorageError):  # then the next session looks again
                checkup.note_checked(paths, day)
            self._checked = day
        if kept:
            try:
                self.fold(again=True)
            except StorageError as error:
                told.append(str(error))
        return told

    def withdraw(self) -> None:
        """Remove the dossier, and let others write. Raises StorageError.

        What opens it goes last: where this ends early, all of the dossier is still there, or nothing tells of one.
        """
        paths = self.journal.paths
        with self._folding:
            self.demand_ours()
            self._is_closed = True
            self.journal.close()
            try:
                with system_calls.as_storage_error(store_words.NOT_WITHDRAWN, year=paths.year):
                    remove_dossier(paths)
            except StorageError as error:
                self.journal.loss = str(error)
                raise
            finally:
                self._lock.release()

    def close(self) -> None:
        """Fold, and let others write. Raises StorageError when the fold failed; the lock is given back anyway."""
        try:
            self.fold()
        finally:
            self.release()

    def release(self) -> None:
        """Let others write, with what the journal holds."""
        if self._is_closed:
            return
        self._is_closed = True
        self.journal.close()
        self._lock.release()


def open_to_write(
    paths: YearPaths, clock: Callable[[], datetime], form: FormSet | None = None
) -> tuple[Writer, Recovery]:
    """Take the lock, recover and repair: a writer that stands at the newest good state; of *form* where there is none yet.

    Raises DossierInUse, DamagedFile, NewerSchema, StorageError.
    """
    with system_calls.as_storage_error(store_words.FOLDER_NOT_WRITABLE, folder=paths.folder):
        system_calls.make_folder(paths.folder)
    demand_no_links(paths)
    demand_lock(paths)
    lock = WriterLock(paths)
    lock.acquire()
    try:
        with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=paths.folder):
            is_decided = paths.erasure.is_decided
        # only what was decided may be told as half done
        sentence = store_words.HALF_ERASED if is_decided else store_words.FOLDER_NOT_READ
        with system_calls.as_storage_error(sentence, year=paths.year, folder=paths.folder):
            paths.erasure.settle()
        _sweep(paths)
        database = Database(paths.main, clock)
        recovery = recover(paths, database.read) or Recovery(
            MainFile(NO_HEADER, empty_content(paths.year, form))
        )
        file = repair(paths, recovery)
        if recovery.seq > recovery.folded:
            # written by a process that ended before it knew: what is shown from now on is on disk
            with system_calls.as_storage_error(store_words.FOLDER_NOT_WRITABLE, folder=paths.folder):
                file.confirm()
        journal = WriterJournal(paths, file, lock, recovery.seq)
    except BaseException:
        lock.release()
        raise
    return Writer(journal, database, lock, recovery.content), recovery


def _sweep(paths: YearPaths) -> None:
    """Remove what ended writers and exports left half-written; that of other years where nobody writes. Raises StorageError."""
    remove_leftovers(paths)
    with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=paths.folder):
        years = years_half_written(paths.folder)
    for year in years:
        other = YearPaths(paths.folder, year)
        lock = WriterLock(other)
        with contextlib.suppress(StorageError):
            lock.acquire()
            try:
                remove_leftovers(other)
            finally:
                lock.release()

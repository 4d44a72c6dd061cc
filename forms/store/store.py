"""The data folder: dossiers by school year, opened for one writer or for reading."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from forms.dossier.content import Edit, apply
from forms.dossier.dossier import Change, Dossier, Journal, Kind
from forms.dossier.erased_records import erased_records
from forms.dossier.roster import SchoolYear
from forms.model.errors import NhomtreError, StorageError
from forms.store import (
    store_words,
)
from forms.store.chain.came_back import CameBack
from forms.store.chain.head_file import Head
from forms.store.chain.history import Way, history, lines_to
from forms.store.drafts.draft_file import DraftFile
from forms.store.folder_check import demand_kinds
from forms.store.recovery import Recovery, recover
from forms.store.revisions import Revisions
from forms.store.system import (
    system_calls,
)
from forms.store.year_paths import YearPaths, years_in

if TYPE_CHECKING:
    from forms.sets.form_set import FormSet
    from forms.store.store_writer import (
        Writer,
        WriterJournal,
    )

_READER_TRIES = 5
_CLOCK_TOLERANCE = timedelta(minutes=1)


class NoDossier(StorageError):
    """There is no dossier of that school year."""


class ReaderJournal:
    """The journal of a reader, up to *head*."""

    def __init__(self, paths: YearPaths, head: Head) -> None:
        self.paths = paths
        self.head = head

    def append(self, change: Change) -> None:
        """Raise StorageError: a reader changes nothing."""
        raise StorageError(store_words.READ_ONLY)

    def changes(self) -> Iterable[Change]:
        """All changes, oldest first. Raises DamagedFile, StorageError."""
        return history(self.paths, self.head)


class Session:
    """An open dossier; a context manager. *notices* are Vietnamese sentences about what was met on opening."""

    def __init__(
        self,
        dossier: Dossier,
        notices: list[str],
        revisions: Revisions,
        journal: ReaderJournal | WriterJournal,
        writer: Writer | None = None,
        draft_file: DraftFile | None = None,
    ) -> None:
        self.dossier = dossier
        self.notices = notices
        self.revisions = revisions
        self._journal = journal
        self.writer = writer
        self.draft_file = draft_file
        """What is being typed; only a writer keeps it."""
        self.came_back: CameBack | None = None
        """What a session before this one left unfolded by a sudden end, until somebody has looked at it; only for a writer."""
        self.is_held_elsewhere = False
        """Whether it only looks because another session held the dossier when it was opened."""

    @property
    def head(self) -> Head:
        """The last change: number, and the sum that stands for it and all before it."""
        return self._journal.head

    @property
    def loss(self) -> str:
        """Why nothing more can be saved, once the files of the dossier are not those any more that were opened."""
        return self.writer.loss if self.writer else ""

    def notice_loss(self) -> None:
        """See whether the files are still those that were opened: else ``loss`` says so."""
        if self.writer is not None:
            with contextlib.suppress(StorageError):  # then it is told, or cannot be known now
                self.writer.demand_ours()

    @property
    def is_writable(self) -> bool:
        """Whether changes can be committed."""
        return self.writer is not None and not self.loss

    def send(self, edits: Sequence[Edit], files: Mapping[str, bytes]) -> Path:
        """Make the next revision by *edits*, with the *files* (name → bytes); the folder of its files.

        All of it or nothing, at whatever moment the process ends. Raises StorageError; when the text of the error
        does not say otherwise nothing was sent.
        """
        dossier = self.dossier
        if self.writer is None:
            raise StorageError(store_words.READ_ONLY_SENDS_NOT)
        self.writer.demand_ours()
        content = apply(dossier.content, edits)
        number = content.last_sent
        self.revisions.stage(number, content, dossier.seq + 1, dossier.clock(), files)
        try:
            dossier.commit(edits, kind=Kind.MOVE)
        except NhomtreError:
            if not self.writer.is_broken:
                self.revisions.discard(number)
            # else the next opening sees whether the line stands, and decides
            raise
        self.notices += self.revisions.publish(number)
        return self.revisions.folder(number)

    def fold(self) -> None:
        """Bring the main file up to the journal; nothing when it is, or for a reader. May run in a thread.

        Raises StorageError; the changes are safe in the journal all the same.
        """
        if self.writer:
            self.writer.fold()

    def check_kept(self) -> list[str]:
        """Once a day look through what is kept of it: what was damaged, in sentences. May run in a thread."""
        if self.writer is not None:
            with contextlib.suppress(StorageError):  # what cannot be looked at now is looked at another time
                return self.writer.check_kept(self.dossier.clock()[:10])
        return []

    @property
    def is_as_begun(self) -> bool:
        """Whether the change that it began with, as a whole, is its only one. Raises DamagedFile, StorageError."""
        dossier = self.dossier
        return dossier.seq == 1 and all(change.kind is Kind.FIRST for change in dossier.journal.changes())

    def withdraw(self) -> None:
        """Remove the dossier that is as it was begun, and close. Raises StorageError; what is left opens as it was."""
        if self.writer is None or not self.is_as_begun:
            raise StorageError(store_words.READ_ONLY)
        if self.draft_file is not None:
            self.draft_file.set_aside()
        self.writer.withdraw()

    def close(self) -> None:
        """Fold, and let others write. Raises StorageError when the fold failed; the lock is given back anyway."""
        if self.writer:
            self.writer.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except StorageError:
            # why the work failed is worth more than that it could not be folded as well
            if error is None:
                raise


class Store:
    """The dossiers of one data folder."""

    def __init__(
        self, folder: Path, clock: Callable[[], datetime] = system_calls.now, who: str | None = None
    ) -> None:
        self.folder = Path(folder)
        self.clock = clock
        self._who = who

    def years(self) -> list[SchoolYear]:
        """The school years of which anything is stored, oldest first. Raises StorageError."""
        with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=self.folder):
            return years_in(self.folder)

    def revisions(self, year: SchoolYear) -> Revisions:
        """The sent revisions of that school year."""
        return Revisions(YearPaths(self.folder, year))

    def way_over(self, year: SchoolYear, head: Head) -> Way | None:
        """How the history of *year* stands to *head*; None when no line of that number is left. Raises StorageError."""
        paths = YearPaths(self.folder, year)
        recovery = recover(paths)
        if recovery is None:
            return None
        lines = lines_to(paths, recovery.head)
        if any(line.change.seq == head.seq and line.mark.line == head.line for line in lines):
            return Way.OVER
        if any(erased.went_over(*head) for erased in erased_records(recovery.content)):
            return Way.BEFORE_ERASURE
        return Way.APART if any(line.change.seq == head.seq for line in lines) else None

    def open(self, year: SchoolYear, *, write: bool, form: FormSet | None = None) -> Session:
        """Open the dossier of *year*; a new one for a writer writes nothing before its first change.

        It is of the form that it was made with; a new one of *form*, else of the one with which reports of that year are begun.

        Raises DossierInUse, DamagedFile, NewerSchema, NoDossier, StorageError.
        """
        paths = YearPaths(self.folder, year)
        demand_kinds(paths)
        return self._open_to_write(paths, form) if write else self._open_to_read(paths)

    def _open_to_read(self, paths: YearPaths) -> Session:
        finished = self._half_erased(paths)
        if finished:
            # nothing can be read before it is done
            self._open_to_write(paths).close()
        for _ in range(_READER_TRIES):
            recovery = recover(paths)
            # a writer at work may have moved the files meanwhile, or be in the middle of a line
            if recovery is None or not recovery.notices:
                break
        if recovery is None or recovery.seq == 0:
            raise NoDossier(store_words.NO_DOSSIER.format(year=paths.year, folder=paths.folder))
        journal = ReaderJournal(paths, recovery.head)
        notices = [*finished, *recovery.notices]
        return Session(self._dossier(recovery, journal), notices, Revisions(paths), journal)

    def _half_erased(self, paths: YearPaths) -> list[str]:
        """What an opening says that does what is left of an erasure which ended too early; nothing where there is none."""
        with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=self.folder):
            is_decided = paths.erasure.is_decided
        return [store_words.ERASURE_FINISHED.format(year=paths.year)] if is_decided else []

    def _open_to_write(self, paths: YearPaths, form: FormSet | None = None) -> Session:
        # TinyDB, filelock, getpass: a fifth of the start of a command that only reads
        from forms.store.store_writer import open_to_write

        finished = self._half_erased(paths)
        writer, recovery = open_to_write(paths, self.clock, form)
        notices = recovery.notices
        is_odd = bool(notices) or recovery.is_of_earlier_schema
        notices += finished
        try:
            self._check_clock(recovery)
            revisions = Revisions(paths)
            try:
                notices += revisions.settle(recovery.content)
            except StorageError as error:
                notices.append(str(error))
            dossier = self._dossier(recovery, writer.journal, self._who or writer.signature)
            draft_file = DraftFile(paths, writer.demand_ours)
            notices += draft_file.open()
            notices += filter(None, (writer.low_disk(),))
            if is_odd:
                try:
                    writer.fold(again=True)
                except StorageError as error:
                    notices.append(str(error))
        except BaseException:
            writer.release()
            raise
        session = Session(dossier, notices, revisions, writer.journal, writer, draft_file)
        session.came_back = recovery.came_back
        return session

    def _dossier(self, recovery: Recovery, journal: Journal, who: str = "") -> Dossier:
        return Dossier(recovery.content, journal, recovery.seq, lambda: system_calls.stamp(self.clock()), who)

    def _check_clock(self, recovery: Recovery) -> None:
        with contextlib.suppress(ValueError):
            last = datetime.fromisoformat(recovery.at).replace(tzinfo=None)
            present = self.clock().replace(tzinfo=None)
            if present < last - _CLOCK_TOLERANCE:
                recovery.notices.append(store_words.CLOCK_WENT_BACK.format(last=last, present=present))

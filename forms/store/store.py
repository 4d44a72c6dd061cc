"""The data folder: dossiers by school year, opened for one writer or for reading.

A writer keeps three things apart: the content at the last fold, the changes since, and the open journal. A fold
works from the first two, so that it may run in a thread while edits go on.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from forms.dossier.content import Content, Edit, apply, empty_content
from forms.dossier.dossier import Change, Dossier, Kind
from forms.dossier.roster import SchoolYear
from forms.model.errors import NhomtreError, StorageError
from forms.store import layout, system_files
from forms.store.clock import now, stamp
from forms.store.documents import tables_of
from forms.store.journal import JournalFile, Mark
from forms.store.layout import Layout
from forms.store.lock import WriterLock, host, user
from forms.store.main_file import Head
from forms.store.opening import Opened, Remedy, history, load
from forms.store.repair import remove_leftovers, repair
from forms.store.revisions import Revisions

if TYPE_CHECKING:
    from forms.store.storage import DossierStorage

ROTATE_AT = 1 << 20
"""Bytes of journal above which it is rotated after a fold."""

_READER_TRIES = 5
_CLOCK_TOLERANCE = timedelta(minutes=1)

Clock = Callable[[], datetime]


class NoDossier(StorageError):
    """There is no dossier of that school year."""


class _Writing:
    """The journal of a writer: durable first, then remembered for the next fold."""

    def __init__(self, place: Layout, file: JournalFile, seq: int) -> None:
        self.place = place
        self.file = file
        self.seq = seq
        self.pending: list[Change] = []
        self.lock = threading.RLock()

    def append(self, change: Change) -> None:
        with self.lock:
            self.file.append(change)
            self.pending.append(change)
            self.seq = change.seq

    def changes(self) -> Iterable[Change]:
        with self.lock:
            return history(self.place, self.seq)


class _Reading:
    """The journal of a reader."""

    def __init__(self, place: Layout, seq: int) -> None:
        self.place = place
        self.seq = seq

    def append(self, change: Change) -> None:
        raise StorageError("Hồ sơ đang mở chỉ để xem nên không ghi được. Dữ liệu không bị thay đổi.")

    def changes(self) -> Iterable[Change]:
        return history(self.place, self.seq)


class Main:
    """The main file as a writer keeps it; TinyDB is loaded with the first write."""

    def __init__(self, place: Layout, head: Head | None, clock: Clock) -> None:
        self._place = place
        self._head = head
        self._clock = clock
        self._storage: DossierStorage | None = None

    def holds(self, seq: int) -> bool:
        """Whether that change is in the file, durably."""
        head, durable = (
            (self._storage.head, self._storage.is_durable) if self._storage else (self._head, True)
        )
        return seq == (head.seq if head else 0) and durable

    def write(self, content: Content, seq: int, mark: Mark) -> None:
        """Make the file hold *content*. Raises StorageError."""
        if self._storage is None:
            from forms.store.storage import DossierStorage

            self._storage = DossierStorage(self._place.main, self._clock)
            self._storage.adopt(self._head)
        self._storage.seq, self._storage.mark = seq, mark
        self._storage.write(tables_of(content))


class Session:
    """An open dossier; a context manager. *notices* are Vietnamese sentences about what was found on opening."""

    def __init__(
        self,
        dossier: Dossier,
        notices: list[str],
        revisions: Revisions,
        main: Main | None = None,
        lock: WriterLock | None = None,
    ) -> None:
        self.dossier = dossier
        self.notices = notices
        self.revisions = revisions
        self._main = main
        self._lock = lock
        self._folded = dossier.content
        self._is_closed = False
        self._folding = threading.Lock()

    @property
    def is_writable(self) -> bool:
        """Whether changes can be committed."""
        return self._main is not None

    def send(self, edits: Sequence[Edit], made: Mapping[str, bytes]) -> Path:
        """Make the next revision by *edits*, with the files *made* (name → bytes); the folder of its files.

        All of it or nothing, at whatever moment the process ends. Raises StorageError; when the text of the error
        does not say otherwise nothing was sent.
        """
        dossier = self.dossier
        if not self.is_writable:
            raise StorageError("Hồ sơ đang mở chỉ để xem nên không gửi được. Không có gì thay đổi.")
        content = apply(dossier.content, edits)
        number = content.last_sent
        self.revisions.stage(number, content, dossier.seq + 1, dossier.clock(), made)
        try:
            dossier.commit(edits, kind=Kind.MOVE)
        except NhomtreError:
            if not (isinstance(dossier.journal, _Writing) and dossier.journal.file.is_broken):
                self.revisions.discard(number)
            # else the next opening sees whether the line stands, and decides
            raise
        self.notices += self.revisions.publish(number)
        return self.revisions.folder(number)

    def fold(self) -> None:
        """Bring the main file up to the journal; nothing when it is, or for a reader. May run in a thread.

        Raises StorageError; the changes are safe in the journal all the same.
        """
        journal, main = self.dossier.journal, self._main
        if main is None or not isinstance(journal, _Writing):
            return
        with self._folding:
            if self._is_closed:
                return
            with journal.lock:
                pending, mark, seq = tuple(journal.pending), journal.file.mark, journal.seq
            if main.holds(seq):
                return
            content = self._folded
            for change in pending:
                content = apply(content, change.edits)
            main.write(content, seq, mark)
            with journal.lock:
                self._folded = content
                del journal.pending[: len(pending)]
                if mark.offset >= ROTATE_AT and mark == journal.file.mark:
                    self._rotate(journal)

    def _rotate(self, journal: _Writing) -> None:
        # the journal only grows when this fails; the next fold tries again
        with contextlib.suppress(OSError):
            first = journal.file.first()
            journal.file.rotate(journal.place.rolled(first, journal.seq))

    def close(self) -> None:
        """Fold, and let others write. Raises StorageError when the fold failed; the lock is given back anyway."""
        if self._is_closed:
            return
        try:
            self.fold()
        finally:
            self._is_closed = True
            if isinstance(self.dossier.journal, _Writing):
                self.dossier.journal.file.close()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Store:
    """The dossiers of one data folder."""

    def __init__(self, folder: Path, clock: Clock = now, who: str | None = None) -> None:
        self.folder = Path(folder)
        self.clock = clock
        self._who = who

    @property
    def who(self) -> str:
        """Who signs the changes."""
        return self._who or f"{user()}@{host()}"

    def years(self) -> list[SchoolYear]:
        """The school years of which anything is stored, oldest first. Raises StorageError."""
        with system_files.told(f"Không đọc được thư mục {self.folder}", "Không có gì bị thay đổi."):
            return layout.years(self.folder)

    def revisions(self, year: SchoolYear) -> Revisions:
        """The sent revisions of that school year."""
        return Revisions(Layout(self.folder, year))

    def open(self, year: SchoolYear, *, write: bool) -> Session:
        """Open the dossier of *year*; a new one for a writer writes nothing before its first change.

        Raises DossierInUse, DamagedFile, NewerSchema, NoDossier, StorageError.
        """
        place = Layout(self.folder, year)
        return self._open_to_write(place) if write else self._open_to_read(place)

    def _open_to_read(self, place: Layout) -> Session:
        for _ in range(_READER_TRIES):
            opened = load(place)
            # a writer at work may have moved the files meanwhile, or be in the middle of a line
            if opened is None or not (opened.has_lost or opened.remedy is Remedy.TRIM):
                break
        if opened is None or opened.seq == 0:
            raise NoDossier(f"Chưa có hồ sơ năm học {place.year} trong {place.folder}.")
        journal = _Reading(place, opened.seq)
        return Session(self._dossier(opened, journal), opened.notices, Revisions(place))

    def _open_to_write(self, place: Layout) -> Session:
        with system_files.told(
            f"Không mở được thư mục {place.folder} để ghi", "Dữ liệu không bị thay đổi; vẫn có thể mở để xem."
        ):
            system_files.make_folder(place.folder)
        lock = WriterLock(place.lock, place.year)
        lock.acquire(stamp(self.clock()))
        try:
            return self._open_locked(place, lock)
        except BaseException:
            lock.release()
            raise

    def _open_locked(self, place: Layout, lock: WriterLock) -> Session:
        remove_leftovers(place)
        opened = load(place) or Opened(empty_content(place.year), 0, "", None)
        must_fold = opened.has_bad_main or opened.has_lost
        journal = _Writing(place, repair(place, opened), opened.seq)
        main = Main(place, opened.head, self.clock)
        self._check_clock(opened)
        revisions = Revisions(place)
        try:
            opened.notices += revisions.settle(opened.content)
        except StorageError as error:
            opened.notices.append(str(error))
        session = Session(self._dossier(opened, journal, self.who), opened.notices, revisions, main, lock)
        if must_fold:
            try:
                session.fold()
            except StorageError as error:
                opened.notices.append(str(error))
        return session

    def _dossier(self, opened: Opened, journal: _Writing | _Reading, who: str = "") -> Dossier:
        return Dossier(opened.content, journal, opened.seq, lambda: stamp(self.clock()), who)

    def _check_clock(self, opened: Opened) -> None:
        with contextlib.suppress(ValueError):
            last = datetime.fromisoformat(opened.at).replace(tzinfo=None)
            present = self.clock().replace(tzinfo=None)
            if present < last - _CLOCK_TOLERANCE:
                opened.notices.append(
                    f"Đồng hồ máy lùi: lần ghi trước lúc {last:%H:%M ngày %d/%m/%Y},"
                    f" bây giờ là {present:%H:%M ngày %d/%m/%Y}. Hãy xem lại ngày giờ của máy."
                )

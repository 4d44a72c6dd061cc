"""The files that facilities sent: each is read once, and the reports among them are there as soon as they are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from exports.district import sum_words
from exports.district.answers_folder import AnswersFolder
from exports.district.arriving.arrivals import (
    SUFFIXES,
    Arrival,
    Exclusion,
)
from exports.district.arriving.arriving_files import files_in, folders_of, lists_in
from exports.district.arriving.examination import Examination, examine_all
from exports.district.arriving.expected_facilities import ExpectedList, join_lists, read_expected
from exports.district.arriving.known_files import KnownFiles, Stamp, stamp_of
from exports.district.arriving.office_letters import OfficeLetters
from exports.district.report_sum import Collection, combine
from exports.output.progress import Progress
from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError

FIRST_PART = 24
"""Files after which what is read by then is shown."""
GROWTH = 3 / 2
"""By how much more it is shown again: all that is made of the parts is then a small multiple of what is made of the whole."""


class Inbox:
    """What lies in *given* paths, folders opened. *year* None is that of most reports, *apart* as for ``examine_all``."""

    def __init__(
        self,
        given: Iterable[Path],
        today: date,
        year: SchoolYear | None = None,
        known: KnownFiles | None = None,
        *,
        apart: bool = False,
    ) -> None:
        self._given = list(given)
        self._today, self._year = today, year
        self._known = known or KnownFiles(None, today)
        self._apart = apart
        self._lists: dict[Path, tuple[Stamp | None, ExpectedList]] = {}
        folders = folders_of(self._given)
        self._answers, self._letters = AnswersFolder(folders), OfficeLetters(folders)
        self._seen: object = None
        """What the last look saw, whole."""
        self._had_files = self._has_unread = False

    def look(
        self,
        progress: Progress | None = None,
        workers: int | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[Collection]:
        """What has been read by now, again and again, at last all; nothing when all is as it was at the last look.

        A file that is as it was is not read again. *workers* as for ``examine_all``. Raises Stopped when
        *cancelled* answers true, StorageError when a process dies or a folder that was looked through is gone; never for
        what stands in a file.
        """
        arriving = files_in(self._given, SUFFIXES)
        if self._had_files and not any(os.path.lexists(file.path) for file in arriving if not file.reason):
            # the place where a stick was mounted may stay, empty
            if self._has_unread:  # it may have gone while it was looked through
                self._seen = None
            raise StorageError(sum_words.FOLDER_GONE)
        lists = {path: stamp_of(path) for path in lists_in(self._given)}
        stamps = {file.path: None if file.reason else stamp_of(file.path) for file in arriving}
        seen = arriving, stamps, lists, self._letters.stamp()
        if seen == self._seen:
            return
        self._read_lists(lists)
        read: list[Examination] = [
            Exclusion(str(file.path), file.reason, is_unread=file.is_unread)
            for file in arriving
            if file.reason
        ]
        left: list[Path] = []
        for file in arriving:
            if not file.reason:
                known = self._known.of(file.path, stamps[file.path])
                left.append(file.path) if known is None else read.append(known)
        try:
            yield from self._examined(left, stamps, read, progress, workers, cancelled)
            self._seen, self._had_files = seen, any(not file.reason for file in arriving)
        finally:
            is_whole = not any(file.is_unread for file in arriving)
            self._known.keep({str(path) for path in stamps} if is_whole else None)

    def _examined(
        self,
        left: Sequence[Path],
        stamps: dict[Path, Stamp | None],
        read: list[Examination],
        progress: Progress | None,
        workers: int | None,
        cancelled: Callable[[], bool] | None,
    ) -> Iterator[Collection]:
        before = len(read)

        def tell(done: int, _: int) -> None:
            if progress:
                progress(before + done, before + len(left))

        next_part = max(FIRST_PART, before)
        if before >= FIRST_PART and left:
            yield self._combined(read)
            next_part = int(before * GROWTH)
        for examined in examine_all(left, self._today, workers, tell, cancelled, apart=self._apart):
            stamp = stamps[Path(examined.file)]
            one = self._known.small(examined) if isinstance(examined, Arrival) else examined
            if stamp is not None and not (isinstance(one, Exclusion) and one.is_unread):
                self._known.note(one, stamp)
            read.append(one)
            if next_part <= len(read) < before + len(left):
                yield self._combined(read)
                next_part = int(len(read) * GROWTH)
        self._has_unread = any(isinstance(one, Exclusion) and one.is_unread for one in read)
        yield self._combined(read)

    def _read_lists(self, lists: dict[Path, Stamp | None]) -> None:
        known = self._lists
        self._lists = {
            path: known[path] if path in known and known[path][0] == stamp else (stamp, read_expected(path))
            for path, stamp in lists.items()
        }

    def _combined(self, read: Sequence[Examination]) -> Collection:
        lists = [(path, expected) for path, (_, expected) in self._lists.items()]
        wrong = [Exclusion(str(path), text) for path, expected in lists for text in expected.problems]
        expected = join_lists(expected for _, expected in lists)
        return combine([*read, *wrong], self._year, expected, self._answers, self._letters)


def collect(
    paths: Iterable[Path],
    today: date,
    year: SchoolYear | None = None,
    progress: Progress | None = None,
    workers: int | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Collection:
    """Every package and report workbook in *paths* read, checked and decided about. Raises as ``Inbox.look``."""
    *_, collection = Inbox(paths, today, year).look(progress, workers, cancelled)
    return collection

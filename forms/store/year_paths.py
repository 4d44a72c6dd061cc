"""Where the files of a school year lie, and which old generations are kept.

::

    2019-2020.json                          the main file
    2019-2020.journal                       changes since the last rotation
    2019-2020.draft                         what was being typed
    2019-2020.draft.2019-09-19.1            a draft that was dropped on that day
    2019-2020.handovers                     what was made of it and given away
    .2019-2020.handovers.lock               held by the one who writes that list; empty
    .2019-2020.head                         the last change that was acknowledged
    .2019-2020.checked                      the day on which what is kept was last looked through
    .2019-2020.carried                      what the last backup that was carried away holds
    .2019-2020.lock                         held by the one who writes; empty
    .2019-2020.holder                       who that is
    .2019-2020.request                      who asks to write instead
    .2019-2020.erasure/                     files that are written anew without a record
    .2019-2020.erasure.json                 that they are to take their places
    backups/2019-2020.000012.2019-09-19.json    generation 12, written on that day
    backups/2019-2020.000001-000345.journal     changes 1 to 345
    backups/2019-2020.json.1.hong               a damaged file, set aside
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path

from forms.dossier.roster import SchoolYear
from forms.model.declared import Frozen
from forms.store.system import (
    system_calls,
)
from forms.store.system.many_files import ManyFiles

DAMAGED_ENDING = ".hong"
"""Of the names of what was set aside."""
NEWEST_TO_KEEP = 10
DAYS_TO_KEEP = 30

_GENERATION = r"\.(\d{6,})\.([0-9-]{10})\.json"
_ROLLED = r"\.(\d{6,})-(\d{6,})\.journal"
_YEAR = rf"(?P<year>\d{{4}}-\d{{4}})(?:\.json|\.journal|{_GENERATION}|{_ROLLED})|\.(?P<noted>\d{{4}}-\d{{4}})\.head"
"""A file that a dossier can be opened from, or that tells of one: none that was set aside as damaged."""
_temporary_numbers = itertools.count(1)


class Generation(Frozen):
    """An older main file; *day* is the ISO day on which it was written."""

    number: int
    day: str
    path: Path


class OldJournal(Frozen):
    """A journal that was rotated away: the changes *first* to *last*."""

    first: int
    last: int
    path: Path


class YearPaths(Frozen):
    """The paths of one school year in a data folder."""

    folder: Path
    year: SchoolYear

    @property
    def main(self) -> Path:
        """The main file."""
        return self.folder / f"{self.year}.json"

    @property
    def journal(self) -> Path:
        """The journal in use."""
        return self.folder / f"{self.year}.journal"

    @property
    def draft(self) -> Path:
        """What was being typed when the last session ended."""
        return self.folder / f"{self.year}.draft"

    @property
    def handovers(self) -> Path:
        """What was made of the dossier and given away."""
        return self.folder / f"{self.year}.handovers"

    @property
    def handovers_lock(self) -> Path:
        """The lock of that list, which is written without the lock of the dossier: empty."""
        return self.folder / f".{self.handovers.name}.lock"

    @property
    def head(self) -> Path:
        """The note of the last acknowledged change."""
        return self.folder / f".{self.year}.head"

    @property
    def checked(self) -> Path:
        """The note of the day on which what is kept was last looked through."""
        return self.folder / f".{self.year}.checked"

    @property
    def carried(self) -> Path:
        """The note of the last backup that was carried away."""
        return self.folder / f".{self.year}.carried"

    @property
    def lock(self) -> Path:
        """The lock file: empty."""
        return self.folder / f".{self.year}.lock"

    @property
    def holder(self) -> Path:
        """The note of who holds the lock."""
        return self.folder / f".{self.year}.holder"

    @property
    def request(self) -> Path:
        """The request to whoever holds the lock, to let another session write."""
        return self.folder / f".{self.year}.request"

    @property
    def erasure(self) -> ManyFiles:
        """The change of all files by which a record is erased."""
        return ManyFiles(self.folder, f"{self.year}.erasure")

    @property
    def exports(self) -> Path:
        """What was exported, in a folder a school year."""
        return self.folder / "exports"

    @property
    def backups(self) -> Path:
        """Generations, rolled journals and damaged files."""
        return self.folder / "backups"

    def generation(self, number: int, day: str) -> Path:
        """Where that generation is kept."""
        return self.backups / f"{self.year}.{number:06}.{day}.json"

    def rolled(self, first: int, last: int) -> Path:
        """Where the journal of those changes is kept."""
        return self.backups / f"{self.year}.{first:06}-{last:06}.journal"

    def damaged(self, name: str) -> Path:
        """A free name for the damaged file *name*."""
        for number in itertools.count(1):
            path = self.backups / f"{name}.{number}{DAMAGED_ENDING}"
            if not path.exists():
                return path
        raise AssertionError

    def temporary(self, name: str) -> Path:
        """A new name for a file that is being written beside *name*."""
        return self.folder / f".{name}.{os.getpid()}.{next(_temporary_numbers)}.tmp"

    def temporaries(self) -> Iterator[Path]:
        """What writers left behind. Raises OSError."""
        for name in system_calls.names(self.folder):
            if name.startswith(f".{self.year}.") and name.endswith(".tmp"):
                yield self.folder / name

    def generations(self) -> list[Generation]:
        """The kept generations, newest first by number. Raises OSError."""
        generations = [
            Generation(int(match[1]), match[2], path) for match, path in self._backups_like(_GENERATION)
        ]
        return sorted(generations, key=attrgetter("number"), reverse=True)

    def old_journals(self) -> list[OldJournal]:
        """The rolled journals, oldest first. Raises OSError."""
        journals = [
            OldJournal(int(match[1]), int(match[2]), path) for match, path in self._backups_like(_ROLLED)
        ]
        return sorted(journals, key=attrgetter("first", "last"))

    def _backups_like(self, pattern: str) -> Iterator[tuple[re.Match[str], Path]]:
        prefix = str(self.year)
        for name in system_calls.names(self.backups):
            if name.startswith(prefix) and (match := re.fullmatch(pattern, name[len(prefix) :])):
                yield match, self.backups / name


def superfluous(generations: Sequence[Generation]) -> list[Generation]:
    """Those of *generations* (newest first) that need not be kept.

    Kept are the newest 10, and the newest of each day for 30 days. Days are counted as the generations
    name them, back from the newest: a clock that jumps must not remove anything.
    """
    days: list[str] = []
    result = []
    for place, generation in enumerate(generations):
        newest_of_day = generation.day not in days
        if newest_of_day:
            days.append(generation.day)
        if place >= NEWEST_TO_KEEP and not (newest_of_day and len(days) <= DAYS_TO_KEEP):
            result.append(generation)
    return result


def years_in(folder: Path) -> list[SchoolYear]:
    """The school years of which a data folder holds something, oldest first. Raises OSError."""
    years: set[SchoolYear] = set()
    for name in (*system_calls.names(folder), *system_calls.names(folder / "backups")):
        match = re.fullmatch(_YEAR, name)
        year = SchoolYear.parse(match["year"] or match["noted"]) if match else None
        if year is not None and year not in years and not _is_unused_journal(folder, name):
            years.add(year)
    return sorted(years, key=lambda year: year.start)


def years_half_written(folder: Path) -> list[SchoolYear]:
    """The school years of which a file was being written, by a living process or one that is gone. Raises OSError."""
    matches = (re.fullmatch(r"\.(\d{4}-\d{4})\..*\.tmp", name) for name in system_calls.names(folder))
    years = {SchoolYear.parse(match[1]) for match in matches if match}
    return sorted((year for year in years if year), key=lambda year: year.start)


def _is_unused_journal(folder: Path, name: str) -> bool:
    """Whether it was made for a first change that could not be written."""
    if not name.endswith(".journal"):
        return False
    path = folder / name
    return path.is_file() and not path.stat().st_size

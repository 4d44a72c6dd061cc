"""What files were when they were last examined, kept from one opening of a folder to the next.

A file is known by its path, size and time; when one of these is another, by the hash of its bytes. What is kept lies with the
user's own data and not beside the arrivals, where whoever sends a file could write it. It is rebuilt from the arrivals
whenever it is not there, damaged, or of another version of the program.
"""

import hashlib
import json
import time
import zlib
from collections.abc import Callable, Collection, Hashable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from exports.district.arriving.arrival_words import NAMED_BY_FILE, STALE
from exports.district.arriving.arrivals import Arrival, Exclusion, digest_of
from exports.district.arriving.arriving_files import NotRead, bytes_of
from exports.district.packed_figures import PackedFigures
from exports.layout.program import PROGRAM_VERSION
from exports.output.output_files import write_whole
from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.store.system import system_calls

HashableT = TypeVar("HashableT", bound=Hashable)

LAYOUT = 2
"""Of the file: another number is another version. It has a line a report: while one is read or written nobody else gets on."""
MOST_BYTES, MOST_INSIDE = 50_000_000, 500_000_000
"""Of the file, and of what is packed in it."""
TICK = 2 * 10**9
"""Nanoseconds within which a file may be changed and bear the same time: FAT counts every other second."""
_PLAIN_REMARKS = frozenset((STALE, NAMED_BY_FILE))
"""Those that quote nothing of what stands in a file."""


class Stamp(NamedTuple):
    """When a file was changed last, in nanoseconds, and its size."""

    changed: int
    size: int


class _Known(NamedTuple):
    """A file as it was examined; *looked_at* (nanoseconds) when, *day* the day on which it was checked where that matters."""

    stamp: Stamp
    looked_at: int
    day: str
    examined: Arrival | Exclusion


def stamp_of(path: Path) -> Stamp | None:
    """That of a file; None when it cannot be asked."""
    with suppress(OSError, ValueError):
        status = path.stat()
        return Stamp(status.st_mtime_ns, status.st_size)
    return None


class KnownFiles:
    """What files are, as long as this lives; *file* keeps the reports among them longer, None nothing.

    Reports of which something is quoted are not kept: nobody knows whom it names.
    """

    def __init__(self, file: Path | None, today: date, clock: Callable[[], int] = time.time_ns) -> None:
        self._file, self._today, self._clock = file, today.isoformat(), clock
        self._once: dict[Hashable, Hashable] = {}
        self._files = self._read()
        self._by_digest: dict[bytes, _Known] = {}
        for known in self._files.values():
            self._note_digest(known)
        self._is_changed = False

    def of(self, path: Path, stamp: Stamp | None) -> Arrival | Exclusion | None:
        """What the file *path*, changed as *stamp* says, was found to be; None when it is to be examined."""
        if stamp is None:
            return None
        known = self._files.get(str(path))
        if known is None or known.stamp != stamp or known.stamp.changed > known.looked_at - TICK:
            known = self._of_its_hash(path, stamp)
        return known.examined if known and known.day in ("", self._today) else None

    def _of_its_hash(self, path: Path, stamp: Stamp) -> _Known | None:
        if not self._by_digest:
            return None
        with suppress(NotRead):
            same = self._by_digest.get(digest_of(bytes_of(path)))
            if same is not None and Path(same.examined.file).suffix.lower() == path.suffix.lower():
                moved = same._replace(stamp=stamp, looked_at=self._clock())
                return self._put(moved._replace(examined=same.examined._replace(file=str(path))))
        return None

    def note(self, examined: Arrival | Exclusion, stamp: Stamp) -> None:
        """Keep what a file is that bore *stamp* before it was read."""
        depends = isinstance(examined, Arrival) and examined.kind == "package" and not examined.sent_at
        self._put(_Known(stamp, self._clock(), self._today if depends else "", examined))

    def _put(self, known: _Known) -> _Known:
        self._files[known.examined.file] = known
        self._note_digest(known)
        self._is_changed = True
        return known

    def _note_digest(self, known: _Known) -> None:
        # one that is named by its file has another name as another file
        if isinstance(known.examined, Arrival) and not known.examined.named_by_file:
            self._by_digest[known.examined.digest] = known

    def small(self, arrival: Arrival) -> Arrival:
        """The same, with equal values kept once: those that come from other processes are all copies."""
        return arrival._replace(
            kind=self._same(arrival.kind),
            set_name=self._same(arrival.set_name),
            school_year=self._same(arrival.school_year),
            state=self._same(arrival.state),
            sent_by=self._same(arrival.sent_by),
            block=self._same(arrival.block),
            remarks=self._same(arrival.remarks),
            figures=arrival.figures._replace(filled=self._same(arrival.figures.filled)),
        )

    def _same(self, value: HashableT) -> HashableT:
        return self._once.setdefault(value, value)  # type: ignore[return-value]

    def keep(self, files: Collection[str] | None) -> None:
        """Write down what is known, of *files* alone where these are all that are left; a disk that takes it not is no loss."""
        for path in () if files is None else self._files.keys() - files:
            del self._files[path]
            self._is_changed = True
        if self._file is None or not self._is_changed:
            return
        filled: dict[bytes, int] = {}
        rows = [row for known in self._files.values() if (row := _row(known, filled))]
        lines = [_version(), [bits.hex() for bits in filled], *rows]
        text = "\n".join([json.dumps(line, ensure_ascii=False) for line in lines])
        packed = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
        with suppress(StorageError):
            write_whole(self._file, hashlib.sha256(packed).digest() + packed)
        self._is_changed = False

    def _read(self) -> dict[str, _Known]:
        """What was kept; nothing when it is damaged."""
        if self._file is None:
            return {}
        try:
            data = system_calls.read_beginning(self._file, MOST_BYTES).data
            seal, packed = data[:32], data[32:]
            if hashlib.sha256(packed).digest() != seal:
                return {}
            text = zlib.decompressobj().decompress(packed, MOST_INSIDE)
            version, filled, *rows = text.decode("utf-8", "surrogatepass").split("\n")
            if json.loads(version) != _version():
                return {}
            bits = [bytes.fromhex(item) for item in json.loads(filled)]
            return {row["file"]: self._known(row, bits) for row in map(json.loads, rows)}
        except (OSError, ValueError, TypeError, KeyError, IndexError, zlib.error, RecursionError):
            return {}

    def _known(self, row: Mapping[str, Any], filled: list[bytes]) -> _Known:
        """Raises whatever a row has that is none."""
        changed, size, looked_at, day = row["known"]
        fields = {name: row[name] for name in Arrival._fields}
        start = fields["school_year"]
        fields["school_year"] = None if start is None else SchoolYear(start)
        fields["digest"] = bytes.fromhex(fields["digest"])
        bits, numbers = fields["figures"]
        fields["figures"] = PackedFigures(filled[bits], numbers.encode("ascii"))
        fields["remarks"] = tuple(fields["remarks"])
        return _Known(Stamp(changed, size), looked_at, day, self.small(Arrival(**fields)))


def _version() -> list[object]:
    return [LAYOUT, PROGRAM_VERSION, list(Arrival._fields)]


def _row(known: _Known, filled: dict[bytes, int]) -> dict[str, Any] | None:
    """A report to be kept; None for what is not."""
    arrival = known.examined
    if not isinstance(arrival, Arrival) or not _PLAIN_REMARKS.issuperset(arrival.remarks):
        return None
    year, figures = arrival.school_year, arrival.figures
    return {
        **arrival._asdict(),
        "school_year": None if year is None else year.start,
        "digest": arrival.digest.hex(),
        "figures": [filled.setdefault(figures.filled, len(filled)), figures.numbers.decode("ascii")],
        "known": [*known.stamp, known.looked_at, known.day],
    }

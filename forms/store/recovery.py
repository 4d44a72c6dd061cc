"""From the files of a school year to its newest good state, and its history. Nothing here writes; see ``repair``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from forms.dossier.content import Conflict, Content, apply, empty_content
from forms.dossier.dossier import Change
from forms.model.declared import Frozen
from forms.model.errors import DamagedFile
from forms.store import (
    store_words,
)
from forms.store.journal import START, End, Mark, Scan, read_from, scan
from forms.store.main_file import NO_HEADER, MainFile, read_main
from forms.store.system import (
    system_calls,
)
from forms.store.year_paths import YearPaths


class Remedy(Enum):
    """What a writer does with the journal that it found."""

    KEEP = "go on behind the mark"
    TRIM = "cut off the torn line behind the mark"
    SPLIT = "copy it aside, then cut off what is behind the mark"
    ASIDE = "move it aside: nothing of it leads to the state"
    ROLL = "keep it with the rolled journals: the state is newer than its last line"


class Recovery:
    """The newest good state, and what is wrong with the files.

    *mark* is where the journal goes on; *rolled* is the first and last change of a journal to ROLL; *at* is when
    the newest change was made (ISO).
    """

    def __init__(self, content: Content, seq: int, at: str) -> None:
        self.content = content
        self.seq = seq
        self.at = at
        self.mark = START
        self.remedy = Remedy.KEEP
        self.rolled = (0, 0)
        self.has_bad_main = False
        self.bad_journals: list[Path] = []
        self.notices: list[str] = []

    @property
    def has_lost(self) -> bool:
        """Whether something that was written cannot be read."""
        return self.remedy in (Remedy.SPLIT, Remedy.ASIDE) or bool(self.bad_journals)


class _Piece(Frozen):
    """A journal, or the part of it behind *start*."""

    path: Path
    scan: Scan
    start: Mark = START
    before: int = 0


def recover(paths: YearPaths, read: Callable[[], MainFile | None] | None = None) -> Recovery | None:
    """The newest good state; None when nothing was ever written. *read* gives the main file.

    Raises DamagedFile, NewerSchema, StorageError.
    """
    with system_calls.as_storage_error(store_words.DOSSIER_NOT_READ, year=paths.year, folder=paths.folder):
        try:
            main = read() if read else read_main(paths.main)
        except DamagedFile:
            return _without_main(paths, has_bad_main=True)
        return _from_main(paths, main) if main else _without_main(paths, has_bad_main=False)


def _from_main(paths: YearPaths, main: MainFile) -> Recovery:
    header = main.header
    tail = read_from(paths.journal, header.mark)
    if tail is not None:
        lines = scan(tail, header.mark.offset)
        if not lines.changes or lines.changes[0].seq == header.seq + 1:
            return _replay(paths, main, [_Piece(paths.journal, lines, header.mark, header.seq)])
    return _replay(paths, main, _pieces(paths, header.seq))


def _without_main(paths: YearPaths, *, has_bad_main: bool) -> Recovery | None:
    base, bad = _newest_generation(paths)
    pieces = _pieces(paths, base.header.seq if base else 0)
    if base is None:
        if _first(pieces) != 1:
            if (
                has_bad_main
                or bad
                or any(piece.scan.changes or piece.scan.end is End.DAMAGED for piece in pieces)
            ):
                raise DamagedFile(store_words.NOTHING_LEFT.format(year=paths.year, folder=paths.folder))
            if not pieces:
                return None
        base = MainFile(NO_HEADER, empty_content(paths.year))
    recovery = _replay(paths, base, pieces)
    recovery.has_bad_main = has_bad_main
    header = base.header
    if has_bad_main or bad or header.generation:
        rescue = store_words.Rescue(
            "damaged" if has_bad_main else "missing",
            "damaged" if bad else "good",
            "generation" if header.generation else "journal",
        )
        notice = store_words.RECOVERED[rescue].format(
            name=paths.main.name, bad=bad, number=header.generation, at=header.at, seq=recovery.seq
        )
        recovery.notices.insert(0, notice)
    return recovery


def _first(pieces: Sequence[_Piece]) -> int:
    return next((piece.scan.changes[0].seq for piece in pieces if piece.scan.changes), 0)


def _newest_generation(paths: YearPaths) -> tuple[MainFile | None, int]:
    """The newest generation that is good, and how many newer ones are not."""
    bad = 0
    for generation in paths.generations():
        try:
            main = read_main(generation.path)
        except DamagedFile:
            bad += 1
        else:
            if main:
                return main, bad
    return None, bad


def _pieces(paths: YearPaths, after: int) -> list[_Piece]:
    # the journal in use first: when a writer rotates it meanwhile, it is read twice, never missed
    current = system_calls.or_none(system_calls.read_bytes, paths.journal)
    result = []
    for journal in paths.old_journals():
        if journal.last > after:
            raw = system_calls.or_none(system_calls.read_bytes, journal.path)
            result.append(_Piece(journal.path, scan(raw or b"")))
    if current:
        result.append(_Piece(paths.journal, scan(current)))
    return result


def _replay(paths: YearPaths, base: MainFile, pieces: Sequence[_Piece]) -> Recovery:
    recovery = Recovery(base.content, base.header.seq, base.header.at)
    for piece in pieces:
        good = _follow(recovery, piece)
        if piece.path == paths.journal:
            _settle(recovery, piece, good)
        elif good < len(piece.scan.changes) or piece.scan.end is not End.CLEAN:
            recovery.bad_journals.append(piece.path)
    _note(recovery)
    return recovery


def _follow(recovery: Recovery, piece: _Piece) -> int:
    """Bring *recovery* as far as the piece leads; the number of its changes that are in the state."""
    for number, change in enumerate(piece.scan.changes):
        if change.seq <= recovery.seq:
            continue
        if change.seq > recovery.seq + 1:
            return number
        try:
            recovery.content = apply(recovery.content, change.edits)
        except Conflict:
            return number
        recovery.seq, recovery.at = change.seq, change.at
    return len(piece.scan.changes)


def _settle(recovery: Recovery, piece: _Piece, good: int) -> None:
    """Decide where the journal in use goes on: its first *good* changes are in the state."""
    changes, end = piece.scan.changes, piece.scan.end
    mark, last = (piece.scan.marks[good - 1], changes[good - 1].seq) if good else (piece.start, piece.before)
    is_whole = good == len(changes)
    if is_whole and end is End.TORN and (last == recovery.seq or not changes):
        recovery.remedy, recovery.mark = Remedy.TRIM, mark
    elif mark.offset and last == recovery.seq:
        recovery.mark = mark
        if not is_whole or end is not End.CLEAN:
            recovery.remedy = Remedy.SPLIT
    elif is_whole and end is End.CLEAN:
        recovery.remedy, recovery.rolled = Remedy.ROLL, (changes[0].seq, last)
    else:
        recovery.remedy = Remedy.ASIDE


def _note(recovery: Recovery) -> None:
    if recovery.has_lost:
        recovery.notices.append(store_words.DAMAGED_JOURNAL.format(seq=recovery.seq))
    elif recovery.remedy is Remedy.TRIM:
        recovery.notices.append(store_words.TORN_LINE)
    elif recovery.remedy is Remedy.ROLL:
        recovery.notices.append(store_words.NO_OLD_CHANGES.format(first=recovery.seq + 1))


def history(paths: YearPaths, last: int) -> list[Change]:
    """The changes that lead without a gap to number *last*, oldest first. Raises DamagedFile, StorageError."""
    with system_calls.as_storage_error(store_words.JOURNAL_NOT_READ, year=paths.year):
        pieces = _pieces(paths, 0)
    changes: list[Change] = []
    for piece in pieces:
        is_current = piece.path == paths.journal
        if piece.scan.end is End.DAMAGED or (piece.scan.end is End.TORN and not is_current):
            raise DamagedFile(store_words.DAMAGED_HISTORY.format(name=piece.path.name))
        for change in piece.scan.changes:
            if changes and change.seq > changes[-1].seq + 1:
                changes.clear()
            if not changes or change.seq > changes[-1].seq:
                changes.append(change)
    if not changes or changes[-1].seq < last:
        return []
    return [change for change in changes if change.seq <= last]

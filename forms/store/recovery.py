"""From the files of a school year to its newest good state. Nothing here writes; see ``repair``.

The state is that of the main file and of the lines behind it that follow in the chain. Where the main file is missing, damaged, older than a
kept generation or journal, or of another history than the last acknowledged line, the newest good generation is asked as well,
and what leads further along this history is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from forms.dossier.content import Conflict, Content, apply, empty_content
from forms.dossier.dossier import Change
from forms.dossier.sent_revisions import sent
from forms.model.declared import Enum, Frozen
from forms.model.errors import DamagedFile, NewerSchema
from forms.sets import UnknownSet, set_named
from forms.store import store_words
from forms.store.chain.came_back import CameBack
from forms.store.chain.head_file import Head, head_at, read_head
from forms.store.chain.journal_lines import START, End, Line, Mark, Scan, damage_end, end_of_line, scan
from forms.store.main_file import NO_HEADER, SCHEMA, MainFile, read_main
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

    *mark* is where the journal goes on, behind the last line of the state; *rolled* is the first and last change of a journal to ROLL;
    *at* is when the newest change was made (ISO).
    """

    def __init__(self, base: MainFile) -> None:
        header = base.header
        self.content = base.content
        self.seq = header.seq
        self.at = header.at
        self.mark = Mark(0, header.mark.line)
        self.is_chained = header.is_chained
        """Whether only a line that names the one before may follow."""
        self.sums = {header.seq: header.mark.line}
        """Number → sum of the lines that are known to be in the state."""
        self._base = base
        self._followed: list[Change] = []
        self.remedy = Remedy.KEEP
        self.rolled = (0, 0)
        self.damage_end = 0
        """Where damage ends among the lines that are in the main file."""
        self.has_bad_main = False
        """Whether the main file is not what the state was made of."""
        self.is_of_main = True
        """Whether it was begun with the main file, or with nothing where none was ever written."""
        self.bad_journals: list[Path] = []
        self.notices: list[str] = []

    @property
    def folded(self) -> int:
        """The last change in the file that it was begun with."""
        return self._base.header.seq

    @property
    def is_of_earlier_schema(self) -> bool:
        """Whether it was begun with a file of an earlier schema, or goes on from lines of one."""
        return self._base.header.schema < SCHEMA or (self.seq > 0 and not self.is_chained)

    @property
    def head(self) -> Head:
        """The end of the chain."""
        return Head(self.seq, self.mark.line)

    @property
    def came_back(self) -> CameBack | None:
        """What no main file held yet, though it is as it was left; None when that changes nothing."""
        is_fresh = not self.has_bad_main and self.is_of_main
        if not is_fresh or self.content == self._base.content:
            return None
        return CameBack(self._base.content, tuple(self._followed))

    @property
    def has_lost(self) -> bool:
        """Whether something that was written cannot be read."""
        return self.remedy in (Remedy.SPLIT, Remedy.ASIDE) or bool(self.bad_journals)

    @property
    def has_gap(self) -> bool:
        """Whether lines at the end of a journal are not there, acknowledged or not."""
        return self.has_lost or self.remedy is Remedy.TRIM

    def holds(self, head: Head | None) -> bool:
        """Whether the state is *head* or goes on from it, as far as is known; so with none."""
        return head is None or self.sums.get(head.seq) == head.line

    def follow(self, line: Line) -> bool:
        """Carry out the change of the next line; False when it does not follow."""
        if line.change.seq != self.seq + 1 or line.before not in (
            {self.mark.line} if self.is_chained else {self.mark.line, None}
        ):
            return False
        try:
            self.content = apply(self.content, line.change.edits)
        except Conflict:
            return False
        self.seq, self.at = line.change.seq, line.change.at
        self.mark = Mark(0, line.mark.line)
        self.sums[self.seq] = line.mark.line
        self.is_chained = line.before is not None
        self._followed.append(line.change)
        return True


class _Piece(Frozen):
    """A journal, or the part of it behind *start*."""

    path: Path
    scan: Scan
    start: Mark = START
    before: int = 0


def recover(paths: YearPaths, read: Callable[[], MainFile | None] | None = None) -> Recovery | None:
    """The newest good state; None when nothing was ever written that is known of. *read* gives the main file.

    Raises DamagedFile, NewerSchema, StorageError.
    """
    with system_calls.as_storage_error(store_words.DOSSIER_NOT_READ, year=paths.year, folder=paths.folder):
        # before the journal, which grows first
        head = head_at(paths.head)
        try:
            main = read() if read else read_main(paths.main)
        except DamagedFile:
            recovery = _without_main(paths, store_words.MAIN_DAMAGED)
        else:
            if main is None:
                recovery = _without_main(paths, store_words.MAIN_MISSING)
            elif main.content.year != paths.year:
                recovery = _without_main(paths, store_words.MAIN_OF_OTHER_YEAR)
            else:
                recovery = _from_main(paths, main, head)
        if recovery is None:
            if head is not None:
                raise DamagedFile(_only_noted(paths, head))
        else:
            if not recovery.seq and head is not None and head.seq:
                # what looks like a first line that was being written once held more
                raise DamagedFile(store_words.NOTHING_LEFT.format(year=paths.year, folder=paths.folder))
            _note_missing(recovery, head)
            if recovery.has_gap or not recovery.holds(head):
                recovery.notices.append(_what_is_known(paths, recovery))
    return recovery


def _from_main(paths: YearPaths, main: MainFile, head: Head | None) -> Recovery:
    recovery = _behind_main(paths, main)
    newest = next(iter(paths.generations()), None)
    is_old = newest is not None and newest.number > main.header.generation
    # a journal is put away only behind a fold: files that know less are older ones
    goes_on = any(journal.last > recovery.seq for journal in paths.old_journals())
    if not (is_old or goes_on) and recovery.holds(head):
        return recovery
    sentence = store_words.MAIN_BEHIND if recovery.holds(head) else store_words.MAIN_OTHER
    others = [_with_later_journals(paths, main)] if goes_on else []
    with suppress(DamagedFile):
        if other := _without_main(paths, sentence):
            others.insert(0, other)
    # of those that lead as far, the first
    furthest = max([recovery, *others], key=lambda each: (each.holds(head), each.seq))
    if furthest is not recovery:
        return furthest
    if is_old:
        recovery.has_bad_main = True
        sentence = store_words.MAIN_OLD.format(name=paths.main.name, number=main.header.generation)
        recovery.notices.insert(0, f"{sentence} {store_words.BROUGHT_UP.format(seq=recovery.seq)}")
    return recovery


def _with_later_journals(paths: YearPaths, main: MainFile) -> Recovery:
    """The state of a main file that is older than a journal that was put away, though the journal in use goes on from it: an older one, too."""
    recovery = _replay(paths, main, _pieces(paths, main.header.seq))
    recovery.has_bad_main = True
    sentence = store_words.MAIN_BEHIND.format(name=paths.main.name)
    recovery.notices.insert(0, f"{sentence} {store_words.BROUGHT_UP.format(seq=recovery.seq)}")
    return recovery


def _behind_main(paths: YearPaths, main: MainFile) -> Recovery:
    """The state of the main file and of the lines behind it."""
    header = main.header
    journal = system_calls.or_none(system_calls.read_bytes, paths.journal) or b""
    end = end_of_line(journal, header.mark.line)
    if not end:
        recovery = _replay(paths, main, _pieces(paths, header.seq))
        if (
            not journal
            and header.mark.offset
            and not any(old.last == header.seq for old in paths.old_journals())
        ):
            recovery.notices.append(store_words.NO_OLD_CHANGES.format(first=header.seq + 1))
        return recovery
    mark = Mark(end, header.mark.line)
    recovery = _replay(paths, main, [_Piece(paths.journal, scan(journal[end:], end), mark, header.seq)])
    recovery.damage_end = damage_end(journal[:end])
    if recovery.damage_end or end != header.mark.offset:
        recovery.notices.append(store_words.DAMAGED_OLD_LINES)
    return recovery


class _Base(Frozen):
    """The newest generation that is good, if any, and how many newer ones are not."""

    main: MainFile | None
    bad: int


def _without_main(paths: YearPaths, sentence: str) -> Recovery | None:
    """The state of the newest good generation and the journals; *sentence* says what is wrong with the main file."""
    is_missing = sentence is store_words.MAIN_MISSING
    newest = _newest_generation(paths)
    base, bad = newest.main, newest.bad
    pieces = _pieces(paths, base.header.seq if base else 0)
    if base is None:
        if _first(pieces) != 1:
            # only the journal in use may end within its first line
            is_damaged = any(
                piece.scan.lines or piece.scan.end is End.DAMAGED or piece.path != paths.journal
                for piece in pieces
            )
            if not is_missing or bad or is_damaged:
                is_of_other_year = sentence is store_words.MAIN_OF_OTHER_YEAR and not bad and not is_damaged
                left = store_words.ONLY_OF_OTHER_YEAR if is_of_other_year else store_words.NOTHING_LEFT
                raise DamagedFile(left.format(name=paths.main.name, year=paths.year, folder=paths.folder))
            if not pieces:
                return None
        base = MainFile(NO_HEADER, _begun(paths, pieces))
    recovery = _replay(paths, base, pieces)
    recovery.has_bad_main = not is_missing
    header = base.header
    recovery.is_of_main = is_missing and not header.generation
    if not is_missing or bad or header.generation:
        sentences = [sentence.format(name=paths.main.name)]
        if bad:
            sentences.append(store_words.GENERATIONS_DAMAGED.format(bad=bad))
        rescue = store_words.OPENED_GENERATION if header.generation else store_words.OPENED_JOURNAL
        sentences.append(rescue.format(number=header.generation, at=header.at, seq=recovery.seq))
        recovery.notices.insert(0, " ".join(sentences))
    return recovery


def _first(pieces: Sequence[_Piece]) -> int:
    return next((piece.scan.lines[0].change.seq for piece in pieces if piece.scan.lines), 0)


def _begun(paths: YearPaths, pieces: Sequence[_Piece]) -> Content:
    """What a journal from the first line on begins with. Raises NewerSchema when it is of a set that is not known here."""
    first = next((piece.scan.lines[0].change for piece in pieces if piece.scan.lines), None)
    try:
        return empty_content(paths.year, set_named(first.form if first else ""))
    except UnknownSet as error:
        raise NewerSchema(store_words.UNKNOWN_SET.format(name=paths.journal.name, why=error)) from error


def _newest_generation(paths: YearPaths) -> _Base:
    bad = 0
    for generation in paths.generations():
        try:
            main = read_main(generation.path)
        except DamagedFile:
            bad += 1
        else:
            if main and main.content.year == paths.year:
                return _Base(main, bad)
            bad += main is not None
    return _Base(None, bad)


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
    recovery = Recovery(base)
    for piece in pieces:
        good = _follow(recovery, piece)
        if piece.path == paths.journal:
            _settle(recovery, piece, good)
        elif good < len(piece.scan.lines) or piece.scan.end is not End.CLEAN:
            recovery.bad_journals.append(piece.path)
    _note(recovery)
    return recovery


def _follow(recovery: Recovery, piece: _Piece) -> int:
    """Bring *recovery* as far as the piece leads; the number of its lines that are in the state."""
    for number, line in enumerate(piece.scan.lines):
        known = recovery.sums.get(line.change.seq)
        if line.change.seq <= recovery.seq:
            if known and known != line.mark.line:
                return number
        elif not recovery.follow(line):
            return number
    return len(piece.scan.lines)


def _settle(recovery: Recovery, piece: _Piece, good: int) -> None:
    """Decide where the journal in use goes on: its first *good* lines are in the state."""
    lines, end = piece.scan.lines, piece.scan.end
    mark, last = (lines[good - 1].mark, lines[good - 1].change.seq) if good else (piece.start, piece.before)
    is_whole = good == len(lines)
    if is_whole and end is End.TORN and (last == recovery.seq or not lines):
        recovery.remedy = Remedy.TRIM
        recovery.mark = Mark(mark.offset, recovery.mark.line)
    elif mark.offset and last == recovery.seq:
        recovery.mark = mark
        if not is_whole or end is not End.CLEAN:
            recovery.remedy = Remedy.SPLIT
    elif is_whole and end is End.CLEAN:
        recovery.remedy, recovery.rolled = Remedy.ROLL, (lines[0].change.seq, last)
    else:
        recovery.remedy = Remedy.ASIDE


def _note(recovery: Recovery) -> None:
    if recovery.has_lost:
        recovery.notices.append(store_words.DAMAGED_JOURNAL.format(seq=recovery.seq))
    elif recovery.remedy is Remedy.TRIM:
        recovery.notices.append(store_words.TORN_LINE.format(seq=recovery.seq))
    elif recovery.remedy is Remedy.ROLL and recovery.rolled[1] < recovery.folded:
        recovery.notices.append(store_words.NO_OLD_CHANGES.format(first=recovery.seq + 1))


def _only_noted(paths: YearPaths, head: Head) -> str:
    """That nothing is left but the note of the last change, and what was sent."""
    sentence = store_words.ONLY_NOTED.format(
        year=paths.year, folder=paths.folder, seq=head.seq, name=paths.head.name
    )
    pins = [pin for pin in system_calls.names(paths.backups) if pin.startswith(f"{paths.year}.ban-")]
    left = store_words.SENT_IS_LEFT.format(names=", ".join(f"backups/{pin}" for pin in pins))
    return f"{sentence} {left}" if pins else sentence


def _note_missing(recovery: Recovery, head: Head | None) -> None:
    """Say what was acknowledged and is not in the state."""
    if recovery.holds(head) or head is None:
        return
    if head.seq > recovery.seq:
        sentence = store_words.CHANGES_MISSING.format(first=recovery.seq + 1, last=head.seq)
    else:
        sentence = store_words.OTHER_HISTORY.format(seq=head.seq)
    recovery.notices.append(sentence)


def _what_is_known(paths: YearPaths, recovery: Recovery) -> str:
    """Up to which change the state and what was made of it are certain: never that nothing else was acknowledged."""
    kept = _newest_generation(paths).main
    sentences = [store_words.KNOWN_FOLDED.format(seq=recovery.folded)]
    if kept is not None:
        sentences.append(store_words.KNOWN_KEPT.format(seq=kept.header.seq, number=kept.header.generation))
    last = sent(recovery.content, recovery.content.last_sent)
    made_of = read_head(last.head) if last else None
    if last and made_of:
        sentences.append(store_words.KNOWN_PRINTED.format(seq=made_of.seq, number=last.number))
    return " ".join(sentences)

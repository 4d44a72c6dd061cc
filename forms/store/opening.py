"""From the files of a school year to its newest good state. Nothing here writes; see ``repair``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from forms.dossier.content import Conflict, Content, apply, empty_content
from forms.dossier.dossier import Change
from forms.model.errors import DamagedFile
from forms.store import system_files
from forms.store.documents import content_of
from forms.store.journal import START, End, Mark, Scan, read_from, scan
from forms.store.layout import Layout
from forms.store.main_file import Head, decode_tables


class Remedy(Enum):
    """What a writer does with the journal that it found."""

    KEEP = "go on behind the mark"
    TRIM = "cut off the torn line behind the mark"
    SPLIT = "copy it aside, then cut off what is behind the mark"
    ASIDE = "move it aside: nothing of it leads to the state"
    ROLL = "keep it with the rolled journals: the state is newer than its last line"


@dataclass(eq=False)
class Opened:
    """The newest good state, and what is wrong with the files.

    *head* is None when the main file is not good; *mark* is where the journal goes on; *rolled* is the first
    and last change of a journal to ROLL; *at* is when the newest change was made (ISO).
    """

    content: Content
    seq: int
    at: str
    head: Head | None
    mark: Mark = START
    remedy: Remedy = Remedy.KEEP
    rolled: tuple[int, int] = (0, 0)
    has_bad_main: bool = False
    bad_rolled: list[Path] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def is_folded(self) -> bool:
        """Whether the main file holds all of it."""
        return self.head is not None and self.head.seq == self.seq

    @property
    def has_lost(self) -> bool:
        """Whether something that was written cannot be read."""
        return self.remedy in (Remedy.SPLIT, Remedy.ASIDE) or bool(self.bad_rolled)


class _Base(NamedTuple):
    content: Content
    seq: int
    at: str


class _Piece(NamedTuple):
    """A journal, or the part of it behind *start*."""

    path: Path
    scan: Scan
    start: Mark = START
    before: int = 0


def load(layout: Layout) -> Opened | None:
    """The newest good state; None when nothing was ever written. Raises DamagedFile, NewerSchema, StorageError."""
    with system_files.told(
        f"Không đọc được hồ sơ {layout.year} trong {layout.folder}", "Không có gì bị thay đổi."
    ):
        raw = system_files.or_none(system_files.read_bytes, layout.main)
        if raw is not None:
            try:
                head, tables = decode_tables(raw, layout.main.name)
            except DamagedFile:
                pass
            else:
                return _from_main(layout, head, _Base(content_of(tables), head.seq, head.at))
        return _without_main(layout, has_bad_main=raw is not None)


def _from_main(layout: Layout, head: Head, base: _Base) -> Opened:
    tail = read_from(layout.journal, head.mark)
    if tail is not None:
        found = scan(tail, head.mark.offset)
        if not found.changes or found.changes[0].seq == head.seq + 1:
            return _replay(layout, base, [_Piece(layout.journal, found, head.mark, head.seq)], head)
    return _replay(layout, base, _pieces(layout, head.seq), head)


def _without_main(layout: Layout, *, has_bad_main: bool) -> Opened | None:
    generation, base, bad = _newest_generation(layout)
    pieces = _pieces(layout, base.seq if base else 0)
    if base is None:
        if _first(pieces) != 1:
            if (
                has_bad_main
                or bad
                or any(piece.scan.changes or piece.scan.end is End.DAMAGED for piece in pieces)
            ):
                raise DamagedFile(
                    f"Hồ sơ {layout.year} bị hỏng và không còn bản lưu nào đọc được. Không có gì bị thay đổi:"
                    f" hãy giữ nguyên thư mục {layout.folder} và khôi phục từ bản sao lưu khác."
                )
            if not pieces:
                return None
        base = _Base(empty_content(layout.year), 0, "")
    opened = _replay(layout, base, pieces, None)
    opened.has_bad_main = has_bad_main
    if has_bad_main or generation or bad:
        opened.notices.insert(0, _recovered(layout, opened, generation, base, bad))
    return opened


def _first(pieces: Sequence[_Piece]) -> int:
    return next((piece.scan.changes[0].seq for piece in pieces if piece.scan.changes), 0)


def _newest_generation(layout: Layout) -> tuple[int, _Base | None, int]:
    bad = 0
    for generation in layout.generations():
        raw = system_files.or_none(system_files.read_bytes, generation.path)
        if raw is None:
            continue
        try:
            head, tables = decode_tables(raw, generation.path.name)
        except DamagedFile:
            bad += 1
        else:
            return generation.number, _Base(content_of(tables), head.seq, head.at), bad
    return 0, None, bad


def _recovered(layout: Layout, opened: Opened, generation: int, base: _Base, bad: int) -> str:
    name = layout.main.name
    text = f"File {name} bị hỏng" if opened.has_bad_main else f"Không thấy file {name}"
    if bad:
        text += f", {bad} bản lưu cũng hỏng"
    if generation:
        text += f"; đã mở bản lưu số {generation} (ghi lúc {base.at}) cùng nhật ký"
    else:
        text += "; đã dựng lại từ nhật ký"
    return f"{text}, đến thay đổi số {opened.seq}."


def _pieces(layout: Layout, after: int) -> list[_Piece]:
    # the journal in use first: when a writer rotates it meanwhile, it is read twice, never missed
    current = system_files.or_none(system_files.read_bytes, layout.journal)
    result = []
    for rolled in layout.rolled_journals():
        if rolled.last > after:
            raw = system_files.or_none(system_files.read_bytes, rolled.path)
            result.append(_Piece(rolled.path, scan(raw or b"")))
    if current:
        result.append(_Piece(layout.journal, scan(current)))
    return result


def _replay(layout: Layout, base: _Base, pieces: Sequence[_Piece], head: Head | None) -> Opened:
    opened = Opened(base.content, base.seq, base.at, head)
    for piece in pieces:
        good = _follow(opened, piece)
        if piece.path == layout.journal:
            _settle(opened, piece, good)
        elif good < len(piece.scan.changes) or piece.scan.end is not End.CLEAN:
            opened.bad_rolled.append(piece.path)
    _tell(opened)
    return opened


def _follow(opened: Opened, piece: _Piece) -> int:
    """Bring *opened* as far as the piece leads; the number of its changes that are in the state."""
    for number, change in enumerate(piece.scan.changes):
        if change.seq <= opened.seq:
            continue
        if change.seq > opened.seq + 1:
            return number
        try:
            opened.content = apply(opened.content, change.edits)
        except Conflict:
            return number
        opened.seq, opened.at = change.seq, change.at
    return len(piece.scan.changes)


def _settle(opened: Opened, piece: _Piece, good: int) -> None:
    """Decide where the journal in use goes on: its first *good* changes are in the state."""
    changes, end = piece.scan.changes, piece.scan.end
    mark, last = (piece.scan.marks[good - 1], changes[good - 1].seq) if good else (piece.start, piece.before)
    is_whole = good == len(changes)
    if is_whole and end is End.TORN and (last == opened.seq or not changes):
        opened.remedy, opened.mark = Remedy.TRIM, mark
    elif mark.offset and last == opened.seq:
        opened.mark = mark
        if not is_whole or end is not End.CLEAN:
            opened.remedy = Remedy.SPLIT
    elif is_whole and end is End.CLEAN:
        opened.remedy, opened.rolled = Remedy.ROLL, (changes[0].seq, last)
    else:
        opened.remedy = Remedy.ASIDE


def _tell(opened: Opened) -> None:
    if opened.has_lost:
        opened.notices.append(
            f"Nhật ký bị hỏng: đã mở đến thay đổi số {opened.seq}, những dòng hỏng không đọc lại được."
        )
    elif opened.remedy is Remedy.TRIM:
        opened.notices.append(
            "Dòng cuối của nhật ký ghi dở (máy hoặc chương trình tắt giữa lúc ghi) nên đã bỏ;"
            " mọi thay đổi đã báo «Đã lưu» vẫn còn."
        )
    elif opened.remedy is Remedy.ROLL:
        opened.notices.append(
            f"Nhật ký thiếu các thay đổi trước số {opened.seq + 1}: nội dung vẫn đủ,"
            " nhưng không hoàn tác được những thay đổi cũ."
        )


def history(layout: Layout, upto: int) -> list[Change]:
    """The changes that lead without a gap to number *upto*, oldest first. Raises DamagedFile, StorageError."""
    with system_files.told(f"Không đọc được nhật ký {layout.year}", "Không có gì bị thay đổi."):
        pieces = _pieces(layout, 0)
    found: list[Change] = []
    for piece in pieces:
        is_current = piece.path == layout.journal
        if piece.scan.end is End.DAMAGED or (piece.scan.end is End.TORN and not is_current):
            raise DamagedFile(
                f"Nhật ký {piece.path.name} bị hỏng: không đọc được các thay đổi cũ. Nội dung hồ sơ vẫn an toàn."
            )
        for change in piece.scan.changes:
            if found and change.seq > found[-1].seq + 1:
                found.clear()
            if not found or change.seq > found[-1].seq:
                found.append(change)
    if not found or found[-1].seq < upto:
        return []
    return [change for change in found if change.seq <= upto]

"""The daily look at what is kept: generations, old journals and what was sent are read; what is damaged is set aside and told.

A sent revision is made again out of the history. In the place of a damaged generation or journal the writer keeps the present
state once more. Files that were sent are people's: they stay where they are.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH105

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from forms.dossier.content import Content, apply, empty_content
from forms.dossier.put_aside import put_aside
from forms.dossier.sent_revisions import all_sent
from forms.model.declared import Frozen
from forms.model.errors import DamagedFile, NewerSchema, StorageError
from forms.model.text import format_moment
from forms.sets import set_named
from forms.store import store_words
from forms.store.backups import backup_words
from forms.store.chain.head_file import Head
from forms.store.chain.history import history
from forms.store.chain.journal_lines import START, damage_end, heading_of
from forms.store.documents import tables_of
from forms.store.main_file import Header, encode_main, read_main
from forms.store.revisions import Revisions
from forms.store.system import platform_calls, system_calls
from forms.store.year_paths import Generation, OldJournal, YearPaths


def day_of_check(paths: YearPaths) -> str:
    """The day (ISO) on which that was done last; '' when it never was, or nobody can read when."""
    with suppress(OSError):
        return system_calls.read_bytes(paths.checked).decode("ascii", "replace")
    return ""


def note_checked(paths: YearPaths, day: str) -> None:
    """Note durably that it was done: after a power cut an older note may stand for a day that comes again. Raises StorageError."""
    with system_calls.as_storage_error(store_words.NOT_FOLDED, name=paths.checked.name):
        temporary = paths.temporary(paths.checked.name.lstrip("."))
        system_calls.write_durably(paths.checked, day.encode(), temporary)


def damaged_generations(paths: YearPaths) -> list[str]:
    """Set aside the kept generations that hold what nobody wrote; a sentence of each. The lock must be held."""

    def look(generation: Generation) -> str:
        if not _is_damaged(generation.path):
            return ""
        return _set_aside(paths, generation, backup_words.GENERATION_DAMAGED)

    return _looked_through(paths.backups, paths.generations, look)


def damaged_journals(paths: YearPaths) -> list[str]:
    """Set aside the old journals that do not hold what was written; a sentence of each. The lock must be held.

    The lines behind the damage stay: the newer changes go on to be undone and looked through.
    """

    def look(journal: OldJournal) -> str:
        raw = system_calls.read_bytes(journal.path)
        good = raw[damage_end(raw) :]
        first, last = _numbers(good)
        if (first, last) == (journal.first, journal.last):
            return ""
        if last == journal.last:
            with system_calls.as_storage_error(backup_words.NOT_SET_ASIDE, name=journal.path.name):
                temporary = paths.temporary(journal.path.name)
                system_calls.write_durably(paths.rolled(first, last), good, temporary)
        return _set_aside(paths, journal, backup_words.JOURNAL_DAMAGED)

    return _looked_through(paths.backups, paths.old_journals, look)


class _Sent(Frozen):
    """A file of the sent revision *number*; *wanted* is its sum as it was sent, '' where that is not noted."""

    number: int
    path: Path
    wanted: str = ""


_Kept = TypeVar("_Kept", Generation, OldJournal, _Sent)


def _looked_through(
    folder: Path, kept: Callable[[], Iterable[_Kept]], look: Callable[[_Kept], str]
) -> list[str]:
    """What *look* tells of each of *kept* in *folder*; what cannot be looked at is told and hides nothing of the others."""
    told = []
    try:
        with system_calls.as_storage_error(backup_words.NOT_LOOKED_AT, name=folder.name):
            there = list(kept())
    except StorageError as error:
        return [str(error)]
    for each in there:
        try:
            with system_calls.as_storage_error(backup_words.NOT_LOOKED_AT, name=each.path.name):
                told.append(look(each))
        except StorageError as error:
            told.append(str(error))
    return [sentence for sentence in told if sentence]


def _numbers(lines: bytes) -> tuple[int, int]:
    """Of the first and the last change in good lines; zeros when there are none."""
    if not lines:
        return 0, 0
    first, last = lines[: lines.index(b"\n") + 1], lines[lines.rfind(b"\n", 0, -1) + 1 :]
    return heading_of(first)[0], heading_of(last)[0]


def changed_sent_files(paths: YearPaths, content: Content) -> list[str]:
    """A sentence of each file of a sent revision that is not what was sent; one that is gone was put elsewhere."""
    revisions = Revisions(paths)

    def look(file: _Sent) -> str:
        raw = system_calls.or_none(system_calls.read_bytes, file.path)
        if raw is None or hashlib.sha256(raw).hexdigest() == file.wanted:
            return ""
        return backup_words.SENT_FILE_CHANGED.format(number=file.number, name=file.path.name)

    files = [
        _Sent(sent.number, revisions.folder(sent.number) / name, wanted)
        for sent in all_sent(content)
        for name, wanted in sent.files.items()
    ]
    return _looked_through(paths.exports, lambda: files, look)


def damaged_revisions(paths: YearPaths, content: Content, head: Head) -> list[str]:
    """Make the sent revisions again that hold what nobody wrote; a sentence of each. The lock must be held."""

    def look(pin: _Sent) -> str:
        is_there = system_calls.identity(pin.path) is not None
        if is_there and not _is_damaged(pin.path):
            return ""
        made = _made_again(paths, pin.number, head)
        if made is None:
            # one that is not there was told on the day it was set aside
            return _set_aside(paths, pin, backup_words.REVISION_DAMAGED) if is_there else ""
        with system_calls.as_storage_error(backup_words.NOT_SET_ASIDE, name=pin.path.name):
            temporary = paths.temporary(pin.path.name)
            with system_calls.temporary_file(temporary, made):
                system_calls.demand_written(temporary, made)
                told = _set_aside(paths, pin, backup_words.REVISION_MADE_AGAIN) if is_there else ""
                system_calls.replace(temporary, pin.path)
            platform_calls.sync_folder(pin.path.parent)
        return told or backup_words.REVISION_MADE_ANEW.format(number=pin.number)

    pins = [_Sent(sent.number, Revisions(paths).pin(sent.number)) for sent in all_sent(content)]
    return _looked_through(paths.backups, lambda: pins, look)


def run_out(paths: YearPaths, head: Head, since: str, day: str) -> list[str]:
    """What was put aside and is offered no more since the day after *since* (ISO): a sentence of each."""
    try:
        changes = history(paths, head)
    except StorageError:  # told where the history is asked for
        return []
    return [
        backup_words.ASIDE_RUN_OUT.format(at=format_moment(aside.at))
        for aside in put_aside(changes)
        if since <= aside.last_day.isoformat() < day
    ]


def _is_damaged(path: Path) -> bool:
    try:
        read_main(path)
    except NewerSchema:
        return False
    except DamagedFile:
        return True
    return False


def _set_aside(paths: YearPaths, kept: Generation | OldJournal | _Sent, sentence: str) -> str:
    """Say so in a *sentence*. Raises StorageError: it is told as damaged, though it stays."""
    with system_calls.as_storage_error(backup_words.NOT_SET_ASIDE, name=kept.path.name):
        aside = paths.damaged(kept.path.name)
        os.replace(kept.path, aside)
        platform_calls.sync_folder(paths.backups)
    fields = {name: getattr(kept, name) for name in kept._fields}
    return sentence.format(**fields, aside=aside.name)


def _made_again(paths: YearPaths, number: int, head: Head) -> bytes | None:
    """The frozen content of a revision as the history led to it; None when the history does not reach back."""
    for content, seq, at in _states(paths, head):
        if str(number) in content.part("sent"):
            return encode_main(Header(number, seq, START, at), tables_of(content))
    return None


def _states(paths: YearPaths, head: Head) -> Iterator[tuple[Content, int, str]]:
    """Every state from the first one on; none when lines are missing."""
    try:
        changes = history(paths, head)
    except StorageError:
        return
    content = empty_content(paths.year, set_named(changes[0].form if changes else ""))
    for number, change in enumerate(changes, 1):
        if change.seq != number:
            return
        content = apply(content, change.edits)
        yield content, change.seq, change.at

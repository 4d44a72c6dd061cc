"""The daily look at what is kept: generations, old journals and what was sent are read; what is damaged is set aside and told.

A sent revision is made again out of the history. In the place of a damaged generation or journal the writer keeps the present
state once more. Files that were sent are people's: they stay where they are.
"""

# every call goes through os, where a test can make it fail
# ruff: noqa: PTH105

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from forms.dossier.content import Content, apply, empty_content
from forms.dossier.put_aside import put_aside
from forms.dossier.sent_revisions import all_sent
from forms.model.errors import DamagedFile, NewerSchema, StorageError
from forms.model.text import format_moment
from forms.store import store_words
from forms.store.backups import backup_words
from forms.store.chain.head_file import Head
from forms.store.chain.history import history
from forms.store.chain.journal_lines import START, damage_end, decode_change
from forms.store.documents import tables_of
from forms.store.main_file import Header, encode_main, read_main
from forms.store.revisions import Revisions
from forms.store.system import platform_calls, system_calls
from forms.store.year_paths import YearPaths


def day_of_check(paths: YearPaths) -> str:
    """The day (ISO) on which that was done last; '' when it never was. Raises StorageError."""
    with system_calls.as_storage_error(store_words.FILE_NOT_READ, name=paths.checked.name):
        return (system_calls.or_none(system_calls.read_bytes, paths.checked) or b"").decode(
            "ascii", "replace"
        )


def note_checked(paths: YearPaths, day: str) -> None:
    """Note durably that it was done: after a power cut an older note may stand for a day that comes again. Raises StorageError."""
    with system_calls.as_storage_error(store_words.NOT_FOLDED, name=paths.checked.name):
        temporary = paths.temporary(paths.checked.name.lstrip("."))
        with system_calls.temporary_file(temporary, day.encode()):
            system_calls.replace(temporary, paths.checked)
        platform_calls.sync_folder(paths.folder)


def damaged_generations(paths: YearPaths) -> list[str]:
    """Set aside the kept generations that cannot be read; a sentence of each. The lock must be held. Raises StorageError."""
    told = []
    with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=paths.folder):
        for generation in paths.generations():
            if _is_damaged(generation.path):
                aside = _set_aside(paths, generation.path)
                told.append(
                    backup_words.GENERATION_DAMAGED.format(number=generation.number, aside=aside.name)
                )
    return told


def damaged_journals(paths: YearPaths) -> list[str]:
    """Set aside the old journals that do not hold what was written; a sentence of each. The lock must be held. Raises StorageError.

    The lines behind the damage stay: the newer changes go on to be undone and looked through.
    """
    told = []
    with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=paths.folder):
        for journal in paths.old_journals():
            raw = system_calls.read_bytes(journal.path)
            good = raw[damage_end(raw) :]
            first, last = _numbers(good)
            if (first, last) == (journal.first, journal.last):
                continue
            if last == journal.last:
                temporary = paths.temporary(journal.path.name)
                with system_calls.temporary_file(temporary, good):
                    system_calls.replace(temporary, paths.rolled(first, last))
            aside = _set_aside(paths, journal.path)
            told.append(
                backup_words.JOURNAL_DAMAGED.format(first=journal.first, last=journal.last, aside=aside.name)
            )
    return told


def _numbers(lines: bytes) -> tuple[int, int]:
    """Of the first and the last change in good lines; zeros when there are none."""
    if not lines:
        return 0, 0
    first, last = lines[: lines.index(b"\n") + 1], lines[lines.rfind(b"\n", 0, -1) + 1 :]
    return decode_change(first).seq, decode_change(last).seq


def changed_sent_files(paths: YearPaths, content: Content) -> list[str]:
    """A sentence of each file of a sent revision that is not what was sent; one that is gone was put elsewhere. Raises StorageError."""
    told = []
    with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=paths.folder):
        for sent in all_sent(content):
            folder = Revisions(paths).folder(sent.number)
            for name, wanted in sent.files.items():
                raw = system_calls.or_none(system_calls.read_bytes, folder / name)
                if raw is not None and hashlib.sha256(raw).hexdigest() != wanted:
                    told.append(backup_words.SENT_FILE_CHANGED.format(number=sent.number, name=name))
    return told


def damaged_revisions(paths: YearPaths, content: Content, head: Head) -> list[str]:
    """Make the sent revisions again that cannot be read; a sentence of each. The lock must be held. Raises StorageError."""
    told = []
    for sent in all_sent(content):
        pin = Revisions(paths).pin(sent.number)
        with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=paths.folder):
            if not _is_damaged(pin):
                continue
            made = _made_again(paths, sent.number, head)
            aside = _set_aside(paths, pin)
            if made is not None:
                temporary = paths.temporary(pin.name)
                with system_calls.temporary_file(temporary, made):
                    system_calls.replace(temporary, pin)
                platform_calls.sync_folder(pin.parent)
        sentence = backup_words.REVISION_DAMAGED if made is None else backup_words.REVISION_MADE_AGAIN
        told.append(sentence.format(number=sent.number, aside=aside.name))
    return told


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


def _set_aside(paths: YearPaths, path: Path) -> Path:
    aside = paths.damaged(path.name)
    os.replace(path, aside)
    platform_calls.sync_folder(paths.backups)
    return aside


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
    content = empty_content(paths.year)
    for number, change in enumerate(changes, 1):
        if change.seq != number:
            return
        content = apply(content, change.edits)
        yield content, change.seq, change.at

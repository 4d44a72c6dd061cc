"""The file that a dossier is restored from, read and checked: a backup, a kept generation, a package."""

from pathlib import Path
from typing import NamedTuple

from forms.dossier.content import Content
from forms.model.errors import DamagedFile, NewerSchema, Refused, StorageError
from forms.model.text import format_moment
from forms.package.parts import PackageRefused
from forms.package.reader import MAX_BYTES, Package, read
from forms.store.backups.backup_file import Backup, decode_backup, is_backup, main_name
from forms.store.backups.gathering import main_of
from forms.store.chain.head_file import Head
from forms.store.chain.journal_lines import scan
from forms.store.documents import content_of
from forms.store.main_file import FILE_FORMAT, decode_main
from forms.store.system import system_calls
from tui.texts import file_words
from tui.texts.sessions import keeping_words

MOST_BYTES = 1 << 28
_MOST_OFFENCES = 3
_FIRST_BYTES = 1 << 12
"""They tell what kind of file it is."""


class Source(NamedTuple):
    """What a file gives. *package* has no history, and what it means depends on the dossier that it comes to."""

    title: str
    backup: Backup | None = None
    package: Package | None = None


def source_in(path: Path, *, training: bool) -> Source:
    """What the file gives; a kept generation does not say whether it is of a *training* copy. Raises StorageError when it cannot be read, Refused for what is no whole state of a dossier."""
    raw = _bytes_of(path)
    if is_backup(raw) or _is_generation(raw):
        return _state(raw, path.name, training=training)
    if not raw.lstrip().startswith(b"{") or len(raw) > MAX_BYTES:
        raise Refused(keeping_words.NO_SOURCE.format(name=path.name))
    if is_journal(raw):
        raise Refused(keeping_words.A_JOURNAL.format(name=path.name))
    try:
        return Source(keeping_words.A_PACKAGE, package=read(raw))
    except PackageRefused as error:
        told = [str(offence) for offence in error.offences[:_MOST_OFFENCES]]
        told += [keeping_words.AND_MORE] * (len(error.offences) > _MOST_OFFENCES)
        count = len(error.offences)
        raise Refused(
            keeping_words.NO_PACKAGE.format(name=path.name, count=count, why="; ".join(told))
        ) from None


def state_in(path: Path, *, training: bool) -> Source | None:
    """The backup or kept generation that the file is; None when it is neither. Raises as ``source_in``."""
    beginning = _bytes_of(path, _FIRST_BYTES)
    if is_backup(beginning) or _is_generation(beginning):
        return _state(_bytes_of(path), path.name, training=training)
    raw = _bytes_of(path, MAX_BYTES)
    if is_journal(raw):
        raise Refused(keeping_words.A_JOURNAL_ALONE.format(name=path.name))
    # one that lacks its beginning is known by its end
    return _state(raw, path.name, training=training) if is_backup(raw) else None


def is_journal(raw: bytes) -> bool:
    """Whether it is a journal, whole or not."""
    return raw.startswith(b"{") and bool(scan(raw).lines)


def _state(raw: bytes, name: str, *, training: bool) -> Source:
    if is_backup(raw):
        backup = decode_backup(raw, name)
        return Source(keeping_words.A_BACKUP.format(at=format_moment(backup.at)), backup)
    backup = _generation(raw, name, training=training)
    return Source(keeping_words.A_GENERATION.format(at=format_moment(backup.at)), backup)


def _is_generation(raw: bytes) -> bool:
    return f'"format":"{FILE_FORMAT}"'.encode() in raw.partition(b"\n")[0]


def _bytes_of(path: Path, most: int = MOST_BYTES) -> bytes:
    try:
        return system_calls.read_beginning(path, most).data
    except (OSError, ValueError) as error:
        why = system_calls.reason(error)
        raise StorageError(file_words.FILE_UNREADABLE.format(path=path, why=why)) from error


def _generation(raw: bytes, name: str, *, training: bool) -> Backup:
    """A main file, kept generation or sent revision as a backup without history."""
    try:
        header, tables = decode_main(raw, name)
    except (DamagedFile, NewerSchema) as error:
        raise Refused(str(error)) from error
    head = Head(header.seq, header.mark.line)
    return backup_without_history(content_of(tables), head, header.at, is_training=training)


def backup_without_history(content: Content, head: Head, at: str, *, is_training: bool) -> Backup:
    """*content* alone."""
    return Backup(content, head, at, is_training, {main_name(content.year): main_of(content, head, at)})

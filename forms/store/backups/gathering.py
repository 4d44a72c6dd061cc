"""A dossier as it lies in a data folder, gathered for its backup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from forms.dossier.content import Content
from forms.dossier.sent_revisions import all_sent
from forms.model.errors import DamagedFile, StorageError
from forms.store import store_words
from forms.store.backups import backup_words
from forms.store.backups.backup_file import Backup, belongs, main_name
from forms.store.chain.head_file import Head
from forms.store.chain.history import lines_to
from forms.store.chain.journal_lines import Mark, sum_of
from forms.store.documents import tables_of
from forms.store.main_file import Header, decode_main, encode_main
from forms.store.revisions import Revisions
from forms.store.system import system_calls
from forms.store.year_paths import YearPaths


def gather(
    paths: YearPaths, content: Content, head: Head, at: str, notice: Callable[[str], None], *, training: bool
) -> Backup:
    """The backup of *content*, with the history that leads to its *head* and everything that was sent.

    What is damaged or cannot be read stays behind and *notice* is told. Raises StorageError.
    """
    files = {main_name(paths.year): main_of(content, head, at)}
    with system_calls.as_storage_error(store_words.DOSSIER_NOT_READ, year=paths.year, folder=paths.folder):
        try:
            given = system_calls.or_none(system_calls.read_bytes, paths.handovers)
            files |= {} if given is None else {paths.handovers.name: given}
        except OSError as error:
            notice(backup_words.HANDOVERS_NOT_READ.format(why=system_calls.reason(error)))
        try:
            files |= _history(paths, head)
        except StorageError:
            notice(backup_words.NO_HISTORY.format(year=paths.year))
        for sent in all_sent(content):
            files |= _sent(paths, sent.number, notice)
    return Backup(content, head, at, training, files)


def main_of(content: Content, head: Head, at: str) -> bytes:
    """*content* as the first main file of a folder, behind the line *head* of a journal that is put away."""
    return encode_main(Header(1, head.seq, Mark(0, head.line), at), tables_of(content))


def _history(paths: YearPaths, head: Head) -> dict[str, bytes]:
    """The lines that lead to *head*, as one journal. Raises StorageError, DamagedFile among them, OSError."""
    way = lines_to(paths, head)
    if not way:
        return {}
    raw = {sum_of(line): line for line in _lines(paths)}
    if any(line.mark.line not in raw for line in way):
        # written anew in between, without a record
        raise StorageError(backup_words.NO_HISTORY.format(year=paths.year))
    name = paths.rolled(way[0].change.seq, way[-1].change.seq).relative_to(paths.folder).as_posix()
    return {name: b"".join(raw[line.mark.line] for line in way)}


def _lines(paths: YearPaths) -> Iterator[bytes]:
    # the journal in use first: when a writer rotates it meanwhile, it is read twice, never missed
    journals = [system_calls.or_none(system_calls.read_bytes, paths.journal) or b""]
    for old in paths.old_journals():
        journals.append(system_calls.or_none(system_calls.read_bytes, old.path) or b"")
    for journal in journals:
        yield from (line + b"\n" for line in journal.split(b"\n")[:-1])


def _sent(paths: YearPaths, number: int, notice: Callable[[str], None]) -> dict[str, bytes]:
    """The frozen content of a revision and the files that were handed in, as far as they are whole. Raises NewerSchema."""
    revisions = Revisions(paths)
    pin, folder = revisions.pin(number), revisions.folder(number)
    handed_in: list[str] = []
    with _left_behind(number, folder, notice):
        handed_in = system_calls.names(folder)
    found = {}
    for path in (pin, *(folder / name for name in handed_in)):
        name = path.relative_to(paths.folder).as_posix()
        with _left_behind(number, path, notice):
            if belongs(name, paths.year) and path.is_file():
                data = system_calls.read_bytes(path)
                if path == pin:
                    decode_main(data, pin.name)
                found[name] = data
    return found


@contextmanager
def _left_behind(number: int, path: Path, notice: Callable[[str], None]) -> Iterator[None]:
    """What of a sent revision is damaged, or cannot be read, is told and stays behind."""
    try:
        yield
    except DamagedFile:
        notice(backup_words.SENT_LEFT_OUT.format(number=number, name=path.name))
    except OSError as error:
        why = system_calls.reason(error)
        notice(backup_words.SENT_NOT_READ.format(number=number, name=path.name, why=why))

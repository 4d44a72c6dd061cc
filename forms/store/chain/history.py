"""The changes that led to a state, out of all journals of a school year."""

from __future__ import annotations

from forms.dossier.dossier import Change
from forms.model.declared import Enum
from forms.model.errors import DamagedFile
from forms.store import store_words
from forms.store.chain.head_file import Head
from forms.store.chain.journal_lines import End, Line, scan
from forms.store.system import system_calls
from forms.store.year_paths import YearPaths


class Way(Enum):
    """How a history stands to a head that a print or a backup bears."""

    OVER = "it goes over it"
    BEFORE_ERASURE = "it did, before a record was erased from it"
    APART = "it does not"


def history(paths: YearPaths, head: Head) -> list[Change]:
    """The changes that lead without a gap to *head*, oldest first. Raises DamagedFile, StorageError."""
    return [line.change for line in lines_to(paths, head)]


def lines_to(paths: YearPaths, head: Head) -> list[Line]:
    """The lines that lead without a gap to *head*, oldest first. Raises DamagedFile, StorageError."""
    with system_calls.as_storage_error(store_words.JOURNAL_NOT_READ, year=paths.year):
        # the journal in use first: when a writer rotates it meanwhile, it is read twice, never missed
        current = system_calls.or_none(system_calls.read_bytes, paths.journal)
        lines: dict[str, Line] = {}
        for old in paths.old_journals():
            if old.first <= head.seq:
                data = system_calls.or_none(system_calls.read_bytes, old.path) or b""
                _gather(lines, data, old.path.name, ends_here=False)
        _gather(lines, current or b"", paths.journal.name, ends_here=True)
    way: list[Line] = []
    unnamed = {line.change.seq: line for line in lines.values() if line.before is None}
    line = lines.get(head.line)
    while line is not None:
        way.append(line)
        line = unnamed.get(line.change.seq - 1) if line.before is None else lines.get(line.before)
    return way[::-1]


def _gather(lines: dict[str, Line], data: bytes, name: str, *, ends_here: bool) -> None:
    found = scan(data)
    if found.end is End.DAMAGED or (found.end is End.TORN and not ends_here):
        raise DamagedFile(store_words.DAMAGED_HISTORY.format(name=name))
    lines.update((line.mark.line, line) for line in found.lines)

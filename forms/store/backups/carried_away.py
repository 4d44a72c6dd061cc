"""What the last backup that was carried away holds, and since when there are changes that none holds."""

from __future__ import annotations

from bisect import bisect_right

from forms.model.declared import Frozen
from forms.model.errors import DamagedFile
from forms.model.values import NotJson, dumps, loads
from forms.store import store_words
from forms.store.chain.journal_lines import BadLine, heading_of
from forms.store.system import system_calls
from forms.store.year_paths import YearPaths


class CarriedAway(Frozen):
    """The last change that a backup outside holds, and when that was made (ISO)."""

    seq: int
    at: str


NEVER_CARRIED_AWAY = CarriedAway(0, "")


def carried_away(paths: YearPaths) -> CarriedAway:
    """What is noted; NEVER_CARRIED_AWAY where nothing is. Raises StorageError for a note that nobody can read."""
    with system_calls.as_storage_error(store_words.FILE_NOT_READ, name=paths.carried.name):
        raw = system_calls.or_none(system_calls.read_bytes, paths.carried)
    if raw is None:
        return NEVER_CARRIED_AWAY
    try:
        noted = loads(raw)
        return CarriedAway(int(noted["seq"]), str(noted["at"]))
    except (NotJson, KeyError, TypeError, ValueError) as error:
        raise DamagedFile(store_words.DAMAGED_FILE.format(name=paths.carried.name)) from error


def note_carried_away(paths: YearPaths, carried: CarriedAway) -> None:
    """Note it durably. Raises StorageError."""
    with system_calls.as_storage_error(store_words.NOT_FOLDED, name=paths.carried.name):
        temporary = paths.temporary(paths.carried.name.lstrip("."))
        data = dumps({"at": carried.at, "seq": carried.seq}).encode()
        system_calls.write_durably(paths.carried, data, temporary)


def first_behind(paths: YearPaths, seq: int) -> str:
    """When the first change behind the change *seq* was made (ISO); '' where there is none. Raises StorageError."""
    with system_calls.as_storage_error(store_words.JOURNAL_NOT_READ, year=paths.year):
        journals = [journal.path for journal in paths.old_journals() if journal.last > seq]
        for path in (*journals, paths.journal):
            raw = system_calls.or_none(system_calls.read_bytes, path) or b""
            # the last line may be in the middle of being written
            lines = raw[: raw.rfind(b"\n") + 1].splitlines(keepends=True)
            try:
                place = bisect_right(lines, seq, key=lambda line: heading_of(line)[0])
                if place < len(lines):
                    return heading_of(lines[place])[1]
            except BadLine as error:
                raise DamagedFile(store_words.DAMAGED_HISTORY.format(name=path.name)) from error
    return ""

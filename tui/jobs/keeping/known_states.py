"""What a dossier can be restored from, as it is seen lying about: no file is read whole yet."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from exports.output.outside_folders import KnownFolder
from forms.dossier.roster import SchoolYear
from forms.model.text import format_date
from forms.store.main_file import moment_of_writing
from forms.store.store import Session
from forms.store.system import system_calls
from forms.store.year_paths import YearPaths
from tui.jobs.keeping.getting_back import asides
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.sessions import keeping_words, recovery_words

_NAME = re.compile(
    rf"{keeping_words.FILE_BACKUP}_(?P<whose>.+)_(?P<year>\d{{4}}-\d{{4}})"
    r"_(?P<day>\d{4}-\d\d-\d\d)-(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)"
    rf"(?P<training>_{command_line_words.FILE_TRAINING})?( \(\d+\))?\.zip",
    re.IGNORECASE,
)
"""A backup by its name; a file system may have made capitals of it."""


class KnownState(NamedTuple):
    """A state of a dossier: when it was made (ISO, as a file says it), what it is, where it lies.

    *source* is the file, or the number of the change that set it aside.
    """

    at: str
    title: str
    where: str
    source: Path | int

    @property
    def name(self) -> str:
        """Its file; '' for what lies in none."""
        return self.source.name if isinstance(self.source, Path) else ""

    @property
    def is_outside(self) -> bool:
        """Whether it lies elsewhere than in the data folder."""
        return self.where != keeping_words.ON_THIS_COMPUTER


def known_states(workspace: Workspace, year: SchoolYear, folders: Sequence[KnownFolder]) -> list[KnownState]:
    """The backups in *folders*, then the kept generations of *year*, newest first each."""
    outside = {
        state.source: state for folder in folders for state in _backups(folder, training=workspace.training)
    }
    newest_first = sorted(outside.values(), key=attrgetter("at"), reverse=True)
    return [*newest_first, *_generations(YearPaths(workspace.folder, year))]


def states_aside(session: Session, today: date) -> list[KnownState]:
    """What was set aside after a sudden end and can still be got back, newest first."""
    return [
        KnownState(
            aside.at,
            recovery_words.AN_ASIDE_UNTIL.format(count=len(aside.edits), until=format_date(aside.last_day)),
            keeping_words.ON_THIS_COMPUTER,
            aside.seq,
        )
        for aside in asides(session, today)
    ]


def _backups(folder: KnownFolder, *, training: bool) -> Iterator[KnownState]:
    names: Sequence[str] = ()
    with suppress(OSError):  # a stick that is being pulled out has none
        names = sorted(system_calls.names(folder.path))
    for name in names:
        match = _NAME.fullmatch(name)
        if match and (match["training"] is not None) == training:
            at = f"{match['day']}T{match['hour']}:{match['minute']}:{match['second']}"
            title = keeping_words.A_FILE_OUTSIDE.format(year=match["year"], whose=match["whose"])
            yield KnownState(at, title, folder.title, folder.path / name)


def _generations(paths: YearPaths) -> Iterator[KnownState]:
    with suppress(OSError):
        for generation in paths.generations():
            at = moment_of_writing(generation.path) or generation.day
            title = keeping_words.A_KEPT_STATE.format(number=generation.number)
            yield KnownState(at, title, keeping_words.ON_THIS_COMPUTER, generation.path)

"""Khôi phục: a dossier goes back to what a file holds; told before it is done, one change, what was there kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from forms.dossier.content import Content, Edit, difference, empty_content
from forms.dossier.dossier import Change, Kind
from forms.dossier.erased_records import erased_records
from forms.dossier.restored import restored
from forms.dossier.roster import SchoolYear
from forms.model.declared import Enum
from forms.model.errors import DamagedFile, Refused, StorageError
from forms.report.differences import Difference, differences
from forms.store import store_words
from forms.store.backups.backup_file import Backup
from forms.store.backups.carried_away import CarriedAway, note_carried_away
from forms.store.backups.placing import confirm, lacking_sent, place, put_sent
from forms.store.chain.head_file import Head
from forms.store.chain.journal_lines import scan
from forms.store.erasing.redaction import as_erased
from forms.store.main_file import read_main
from forms.store.store import NoDossier, Session
from forms.store.system import system_calls
from forms.store.year_paths import YearPaths
from tui.jobs.intake.adopting import content_of, erased_in_other_years
from tui.jobs.keeping.lineage import Standing, relation
from tui.jobs.keeping.sources import Source, backup_without_history, source_in
from tui.jobs.workspace import Notice, Workspace
from tui.texts.sessions import keeping_words


class There(Enum):
    """What the folder has of the school year."""

    NOTHING = "nothing"
    DAMAGED = "a dossier that does not open"
    DOSSIER = "a dossier"


class Restoration(NamedTuple):
    """What restoring from a file would do: *notices* say how the two stand to each other."""

    title: str
    there: There
    present: Content
    wanted: Content
    backup: Backup | None
    """What is laid down; None where only the content changes."""
    notices: list[str]
    differences: list[Difference]
    lacking: list[str]
    """Files of sent revisions that are not here as they were."""
    reason: str
    """Of the change that does it."""

    @property
    def year(self) -> SchoolYear:
        """The school year of the file."""
        return self.wanted.year

    @property
    def counts(self) -> str:
        """What the file holds, in words."""
        return self.wanted.form.counted(self.wanted.counts)

    @property
    def is_same(self) -> bool:
        """Whether the dossier holds just that already."""
        return self.there is There.DOSSIER and not difference(self.present, self.wanted)

    @property
    def is_needed(self) -> bool:
        """Whether anything would change: the dossier, or files of what was sent."""
        return not self.is_same or bool(self.lacking)

    @property
    def replaces(self) -> bool:
        """Whether something that can be opened would be replaced: only with consent."""
        return self.there is There.DOSSIER and not self.is_same


class Commit(Protocol):
    """Makes edits one change. Raises NhomtreError: nothing has changed then."""

    def __call__(self, edits: Sequence[Edit], reason: str, kind: Literal[Kind.EDIT, Kind.MOVE], /) -> object:
        """*kind* MOVE is not undone."""


class Outcome(NamedTuple):
    """A restoration that was done: where the state before is kept, None when there was none; whether undo takes it back."""

    kept: Path | None
    is_undoable: bool


def plan_restoration(workspace: Workspace, path: Path) -> Restoration:
    """What the file at *path* would make of the dossier of its school year. Changes nothing.

    Raises Refused for a file that is no whole state, or one of another facility, year or kind; StorageError.
    """
    source = source_in(path, training=workspace.training)
    year = source.backup.content.year if source.backup else source.package.year  # type: ignore[union-attr]
    if workspace.chosen_year and workspace.chosen_year != year:
        raise Refused(keeping_words.OTHER_YEAR.format(there=year, asked=workspace.chosen_year))
    there, present = _present(workspace, year)
    backup = source.backup or _of_package(workspace, source, present)
    _demand_same_kind(workspace, backup)
    wanted = restored(present, as_erased(backup.content, _changes_in(backup), present))
    told = differences(present, wanted) if there is There.DOSSIER else []
    notices = [keeping_words.SOURCE.format(year=year, title=source.title, name=path.name)]
    if there is There.DAMAGED:
        notices.append(keeping_words.CANNOT_BE_OPENED)
    elif there is There.DOSSIER and source.backup:
        notices += _relation(workspace, backup, is_same=not difference(present, wanted))
    elif others := workspace.store.years():
        beside = ", ".join(map(str, others))
        if there is There.NOTHING:
            notices.append(keeping_words.YEAR_BESIDE.format(years=beside, year=year))
    notices += erased_in_other_years(workspace, wanted, present)
    paths = YearPaths(workspace.folder, year)
    with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=paths.folder):
        files = sent_files(backup, present)
        lacking = lacking_sent(paths, files)
        if there is There.DOSSIER:
            # what an earlier restoring laid down and could not finish is told as done only once it is durable
            confirm(paths, files)
    if lacking and there is There.DOSSIER:
        notices.append(keeping_words.SENT_LACKING.format(count=len(lacking)))
    reason = keeping_words.REASON.format(title=source.title)
    return Restoration(source.title, there, present, wanted, backup, notices, told, lacking, reason)


def _changes_in(backup: Backup) -> list[Change]:
    journals = [data for name, data in backup.files.items() if name.endswith(".journal")]
    return [line.change for data in journals for line in scan(data).lines]


def sent_files(backup: Backup, present: Content) -> Mapping[str, bytes]:
    """The files of *backup* that are put back beside *present*: none of what was sent, where records were erased since."""
    return backup.files if erased_records(backup.content) == erased_records(present) else {}


def _present(workspace: Workspace, year: SchoolYear) -> tuple[There, Content]:
    if year not in workspace.store.years():
        return There.NOTHING, empty_content(year)
    try:
        return There.DOSSIER, workspace.present(year)
    except DamagedFile:
        return There.DAMAGED, empty_content(year)
    except NoDossier:
        # only what an earlier restoring, cut short, has set aside
        return There.NOTHING, empty_content(year)


def _of_package(workspace: Workspace, source: Source, present: Content) -> Backup:
    assert source.package is not None
    content = content_of(workspace, source.package, present, replacing=True)
    return backup_without_history(content, Head(1, ""), workspace.now(), is_training=workspace.training)


def _demand_same_kind(workspace: Workspace, backup: Backup) -> None:
    if backup.is_training != workspace.training:
        raise Refused(keeping_words.TRAINING_THERE if backup.is_training else keeping_words.TRAINING_HERE)
    code = backup.content.facility.get("code")
    codes = sorted({str(known) for known in _facility_codes(workspace) if known})
    if code and codes and str(code) not in codes:
        here = ", ".join(codes)
        raise Refused(keeping_words.OTHER_FACILITY.format(there=code, here=here, folder=workspace.folder))


def _facility_codes(workspace: Workspace) -> Iterator[object]:
    for year in workspace.store.years():
        with suppress(DamagedFile, NoDossier):
            yield workspace.present(year).facility.get("code")


def _relation(workspace: Workspace, backup: Backup, *, is_same: bool) -> list[str]:
    """Which of the two is the older one, or that neither is; *is_same*: nothing would be replaced."""
    standing, there, here = relation(workspace, backup)
    if standing is Standing.SAME:
        return []
    sentence = keeping_words.OLDER_ALIKE if is_same and standing is Standing.OLDER else _STANDINGS[standing]
    return [sentence.format(there=there.seq, here=here.seq, count=here.seq - there.seq)]


_STANDINGS = {
    Standing.OLDER: keeping_words.OLDER,
    Standing.BEFORE_ERASURE: keeping_words.BEFORE_ERASURE,
    Standing.NEWER: keeping_words.NEWER,
    Standing.AFTER_ERASURE: keeping_words.AFTER_ERASURE,
    Standing.APART: keeping_words.APART,
    Standing.UNKNOWN: keeping_words.LINEAGE_UNKNOWN,
}


def restore(workspace: Workspace, planned: Restoration, notice: Notice) -> Outcome:
    """Do what was planned, and read it again. Raises Refused when the dossier is not any more what it was, StorageError."""
    paths = YearPaths(workspace.folder, planned.year)
    if planned.there is There.DOSSIER:
        with workspace.open(write=True, year=planned.year, notice=notice) as session:
            outcome = replace_content(session, paths, planned, session.dossier.commit)
    else:
        assert planned.backup is not None
        for sentence in place(paths, planned.backup):
            notice(sentence)
        with suppress(StorageError):  # the file lies where it came from
            note_carried_away(paths, CarriedAway(planned.backup.head.seq, planned.backup.at))
        outcome = Outcome(None, is_undoable=False)
    demand_as_wanted(workspace, planned)
    return outcome


def what_was_restored(
    planned: Restoration, outcome: Outcome, where: Callable[[Path], str] = str
) -> Iterator[str]:
    """Sentences of what was done, where the state before lies (as *where* tells it), how it is taken back."""
    if not planned.is_same:
        yield keeping_words.RESTORED.format(year=planned.year, counts=planned.counts)
    if planned.lacking and planned.there is There.DOSSIER:
        yield keeping_words.SENT_PUT_BACK.format(count=len(planned.lacking))
    if outcome.kept is not None:
        yield keeping_words.KEPT.format(path=where(outcome.kept))
        yield keeping_words.UNDONE_BY_KEY if outcome.is_undoable else keeping_words.UNDONE_BY_FILE


def demand_as_wanted(workspace: Workspace, planned: Restoration) -> None:
    """Raise StorageError when the dossier does not read as it was to become."""
    with workspace.open(write=False, year=planned.year) as session:
        if session.dossier.content != planned.wanted:
            raise StorageError(keeping_words.NOT_AS_WANTED.format(title=planned.title))


def replace_content(session: Session, paths: YearPaths, planned: Restoration, commit: Commit) -> Outcome:
    """Do what was planned by one change of the *session* that writes, which *commit* makes. Raises as ``restore``."""
    if session.dossier.content != planned.present:
        raise Refused(keeping_words.CHANGED_MEANWHILE)
    # what is replaced is a main file first, and a generation from the next fold on
    session.fold()
    with system_calls.as_storage_error(store_words.FILE_NOT_READ, name=paths.main.name):
        before = read_main(paths.main)
    if planned.backup is not None:
        with system_calls.as_storage_error(store_words.FOLDER_NOT_WRITABLE, folder=paths.folder):
            put_sent(paths, sent_files(planned.backup, planned.present))
    edits = difference(planned.present, planned.wanted)
    if not edits:
        return Outcome(None, is_undoable=False)
    moves = planned.present.is_frozen or any(edit.path[0] in ("state", "revision", "sent") for edit in edits)
    commit(edits, planned.reason, Kind.MOVE if moves else Kind.EDIT)
    with suppress(StorageError):  # tried again, and told, when it is closed
        session.fold()
    kept = paths.generation(before.header.generation, before.header.at[:10]) if before else None
    if kept is not None:
        with suppress(StorageError, OSError):
            again = read_main(kept)
            if again is not None and again.content == planned.present:
                return Outcome(kept, is_undoable=not moves)
    return Outcome(None, is_undoable=not moves)

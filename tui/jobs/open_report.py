"""The open dossier as the screens work on it: content, figures, issues; every commit durable before it shows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Literal

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Content, Edit, Path, Scope
from forms.dossier.dossier import Change, Kind
from forms.dossier.roster import Subject
from forms.model.errors import DamagedFile, DossierInUse, NewerSchema, Refused, StorageError
from forms.model.issue import Issue
from forms.model.table import Column, Row, Table
from forms.report.checking.table_view import Previous
from forms.report.figures import Figures, Number, take
from forms.report.staleness import StaleCells
from forms.store import store_words
from forms.store.drafts.draft_file import DraftFile
from forms.store.store import Session
from forms.store.system import system_calls
from tui.jobs.inspection import Inspection, records_behind
from tui.jobs.recovering.coming_back import set_aside
from tui.jobs.workspace import Workspace
from tui.texts import report_words
from tui.texts.sessions import sharing_words

if TYPE_CHECKING:
    from forms.sets.form_set import FormSet
    from forms.store.chain.came_back import CameBack
    from tui.jobs.official.system_file import SystemFile

MOST_SYSTEM_FILES = 4
"""One for each list, and the form."""


def open_session(workspace: Workspace, form: FormSet | None = None) -> tuple[Session, list[str]]:
    """The dossier of the workspace for writing; for looking only when another process holds it.

    In a folder without a dossier it is a new one, of *form* as ``Store.open``: nothing is written before the first change.
    """
    year = workspace.year
    try:
        session = workspace.store.open(year, write=True, form=form)
    except (DamagedFile, NewerSchema):
        raise
    except StorageError as error:
        # in use elsewhere, or a folder that cannot be written: it can still be looked at
        try:
            session = workspace.store.open(year, write=False)
        except StorageError:
            raise error from None
        sentence = str(error)
        if isinstance(error, DossierInUse):
            session.is_held_elsewhere = True
            sentence = sharing_words.HELD_HERE.format(who=error.who)
        return session, [sentence, *session.notices]
    return session, list(session.notices)


def names_of(content: Content) -> tuple[str, str]:
    """Whose a report is, and which revision in which state."""
    named = content.facility.get("name")  # the title stands before the records are linked
    name = named if named and isinstance(named, str) else report_words.NO_NAME
    state = content.form.states[content.state].title.lower()
    words = report_words.DRAFT if content.state == content.form.draft else report_words.REVISION
    return name, words.format(revision=content.revision, state=state)


class OpenReport:
    """One session on one dossier. *saved_at* is the time of the last change that is on disk."""

    has_records = True
    """Whether records stand behind the figures."""
    is_own = True
    asked = None
    is_sum = False
    export_refusal: Refused | None = None
    """Why no files are made of it here; None when they are."""

    def __init__(self, workspace: Workspace, session: Session, notices: list[str] | None = None) -> None:
        self.workspace = workspace
        self.session = session
        self.notices = notices or []
        self.saved_at = ""
        self.last_used: dict[str, str] = {}
        """``child.ethnicity`` → the code chosen last."""
        self.given: dict[str, frozenset[str]] = {}
        """``children/c0003`` → the fields that it began with and nobody has confirmed."""
        self.system_files: deque[SystemFile] = deque(maxlen=MOST_SYSTEM_FILES)
        """The last files of the national system that were compared."""
        self._inspection: Inspection | None = None

    @property
    def names(self) -> tuple[str, str]:
        """Whose it is, and which revision in which state: for the title of every page."""
        return names_of(self.content)

    @property
    def inspection(self) -> Inspection:
        """What the content shows. Remembers what it saw, so that a key costs little."""
        if self._inspection is None:
            previous = self.workspace.figures_before(self.content)
            self._inspection = Inspection(lambda: self.workspace.today, previous)
        return self._inspection

    @property
    def content(self) -> Content:
        """What the dossier holds now."""
        return self.session.dossier.content

    @property
    def draft_file(self) -> DraftFile | None:
        """Where what is being typed is kept; None for a session that only looks."""
        return self.session.draft_file

    @property
    def came_back(self) -> CameBack | None:
        """What the journal gave back after a sudden end and nobody has looked at yet."""
        return self.session.came_back

    def keep_came_back(self) -> None:
        """It was looked at and stays."""
        self.session.came_back = None

    def set_came_back_aside(self) -> int:
        """Take it back by one change, which can be undone; how many changes it was. Raises Refused, StorageError."""
        self._demand_writable()
        count = set_aside(self.session)
        self._saved()
        return count

    @property
    def has_changes(self) -> bool:
        """Whether anything was ever changed in it: a new one has nothing to undo."""
        return self.session.dossier.seq > 0

    @property
    def loss(self) -> str:
        """Why nothing more can be saved, looked up now; empty while the files are those that were opened."""
        self.session.notice_loss()
        return self.session.loss

    @property
    def writable(self) -> bool:
        """Whether this session may change the dossier."""
        return self.session.is_writable

    def refusal(self, scope: Scope = Scope.REPORT) -> Refused | None:
        """Why that cannot be edited now; None when it can."""
        if not self.writable:
            return self._read_only
        if self.content.is_frozen and scope is Scope.REPORT:
            return Refused(
                report_words.FROZEN.format(
                    state=self.content.form.states[self.content.state].title.lower(),
                    receiver=receiver_of(self.content),
                )
            )
        return None

    def can_edit(self, scope: Scope = Scope.REPORT) -> bool:
        """Whether that can be edited now."""
        return self.refusal(scope) is None

    @property
    def issues(self) -> list[Issue]:
        """Every issue, in order."""
        return self.inspection.issues(self.content)

    @property
    def figures(self) -> Figures:
        """The figures of the five tables."""
        return self.inspection.figures(self.content)

    @property
    def remarks(self) -> list[Issue]:
        """What the office asks to put right and is not ticked off yet."""
        return self.inspection.remarks(self.content)

    @property
    def to_do(self) -> list[Issue]:
        """The remarks of the office, then every issue: what F9 walks."""
        return [*self.remarks, *self.issues]

    @property
    def previous(self) -> Previous | None:
        """The figures of the year before; None when they are not known."""
        return self.inspection.previous

    def last_year(self, table: Table, row: Row, column: Column) -> Number | None:
        """The figure of the year before; None when it is not known."""
        return self.inspection.last_year(table, row, column)

    def issues_of(self, place: str) -> list[Issue]:
        """The issues of one record, of the letter, of a whole list or of a whole table."""
        return self.inspection.issues_of(self.content, place)

    @property
    def stale_cells(self) -> StaleCells:
        """(table, row) → columns whose figure the records would give otherwise now."""
        return self.inspection.stale_cells(self.content)

    def behind(self, table: Table, row: Row, column: Column) -> tuple[Subject, ...]:
        """The records behind a figure."""
        return records_behind(self.content, table, row, column)

    def commit(
        self, edits: Iterable[Edit], reason: str = "", kind: Literal[Kind.EDIT, Kind.MOVE] = Kind.EDIT
    ) -> None:
        """Make the edits one change. Raises Refused, StorageError: nothing has changed then."""
        self._demand_writable()
        if self.session.dossier.commit(edits, reason, kind):
            self._saved()

    def _demand_writable(self) -> None:
        if not self.writable:
            raise self._read_only

    @property
    def _read_only(self) -> Refused:
        return Refused(self.session.loss or report_words.READ_ONLY)

    def send(self, edits: Sequence[Edit], files: Mapping[str, bytes]) -> None:
        """Make the next revision, with its files. Raises Refused, StorageError."""
        self.session.send(edits, files)
        self._saved()

    def folder_of(self, number: int) -> str:
        """Where the files of a revision lie in the data folder."""
        return self.session.revisions.folder(number).relative_to(self.workspace.folder).as_posix()

    def files_of(self, number: int) -> list[FilePath]:
        """The files of a revision; none where its folder is gone. Raises StorageError."""
        folder = self.session.revisions.folder(number)
        with system_calls.as_storage_error(store_words.FOLDER_NOT_READ, folder=folder):
            return [folder / name for name in system_calls.names(folder)]

    def put(self, path: Path, value: Any, reason: str = "") -> None:
        """Put one value. Raises as ``commit``."""
        self.commit([Edit(path, self.content.value(path), value)], reason)

    def undo(self) -> bool:
        """Take the last change back; False when there is none. Raises as ``commit``."""
        self._demand_writable()
        return self._stepped(self.session.dossier.undo())

    def redo(self) -> bool:
        """Make the change again that was taken back last; False when there is none. Raises as ``commit``."""
        self._demand_writable()
        return self._stepped(self.session.dossier.redo())

    def _stepped(self, change: Change | None) -> bool:
        if change is not None:
            self._saved()
        return change is not None

    def edits_of_take(self, *, drop_typed: bool) -> list[Edit]:
        """What «Lấy dữ liệu» would edit, with *drop_typed* instead of what was typed before."""
        edits = list(take(self.content, self.workspace.now()))
        if drop_typed:
            for table, cells in self.typed_derived.items():
                beside = self.content.form.table_by_id[table].rows_beside_taken
                left = {row: typed for row, typed in cells.items() if row in beside}
                edits.append(Edit(("cells", table), cells, left or None))
        return edits

    @property
    def typed_derived(self) -> Mapping[str, Any]:
        """The typed cells of the tables that «Lấy dữ liệu» fills, by table."""
        cells = self.content.part("cells")
        return {
            table.id: cells[table.id]
            for table in self.content.form.tables
            if table.derived and not cells.get(table.id, {}).keys() <= table.rows_beside_taken
        }

    def move_to(self, workspace: Workspace, form: FormSet | None = None) -> None:
        """Go on with another dossier, a new one of *form*; this one is folded and closed. Raises StorageError."""
        session, notices = open_session(workspace, form)
        self._go_on(workspace, session, notices)

    def withdraw(self, workspace: Workspace) -> None:
        """Remove this dossier, which is as it was begun, and go on with another one. Raises StorageError."""
        session, notices = open_session(workspace)
        try:
            self.session.withdraw()
        except StorageError:
            session.close()
            raise
        self._go_on(workspace, session, notices)

    def _go_on(self, workspace: Workspace, session: Session, notices: list[str]) -> None:
        self.workspace.close(self.session)
        self._take_up(workspace, session, notices)

    def _take_up(self, workspace: Workspace, session: Session, notices: list[str]) -> None:
        notices += self.workspace.leftovers
        self.workspace, self.session, self.notices = workspace, session, notices
        self.saved_at = ""
        self._inspection = None

    def let_go(self) -> None:
        """Let others write this dossier; until ``take_up_again`` it is only looked at as it was."""
        self.workspace.close(self.session)
        self.session.writer = self.session.draft_file = None

    def begin_anew(self, form: FormSet) -> None:
        """Begin the new dossier, of which nothing is written, as one of *form*. Raises StorageError."""
        self.let_go()
        self._take_up(self.workspace, *open_session(self.workspace, form))

    def take_up_again(self) -> None:
        """Go on with it as it is by now. Raises StorageError."""
        workspace = self.workspace.but(chosen_year=self.content.year)
        self._take_up(workspace, *open_session(workspace))

    def make_anew(self, make: Callable[[Workspace], None]) -> None:
        """Let *make* fill the folder of this dossier of invented data anew, and go on with what is there then. Raises StorageError."""
        workspace = self.workspace.but(chosen_year=None)
        self.let_go()
        try:
            make(workspace)
        finally:
            workspace = workspace.but()
            self._take_up(workspace, *open_session(workspace))

    def fold(self) -> None:
        """Bring the main file up to the journal; may run in a thread. Raises StorageError: the journal has it all."""
        self.session.fold()

    def check_kept(self) -> list[str]:
        """Once a day look through what is kept of it; what was damaged, in sentences. May run in a thread."""
        return self.session.check_kept()

    def _saved(self) -> None:
        self.saved_at = self.workspace.clock().strftime("%H:%M")

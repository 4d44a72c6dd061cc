"""What every page may ask of the report that is open: an owner's dossier, a guest's report, the sum of many.

It stands with the pages, who need it, and not with those who fulfil it: a page that needs more says so in its
type (``Page[OpenReport]``, ``Page[SumReport]``), and the registry opens it from such a report only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from forms.dossier.content import Content, Edit, Path, Scope
from forms.dossier.roster import Subject
from forms.model.errors import Refused
from forms.model.issue import Issue
from forms.model.place import Place
from forms.model.table import Column, Row, Table
from forms.report.figures import Figures, Number
from tui.jobs.workspace import DatedFolder

if TYPE_CHECKING:
    from forms.store.drafts.draft_file import DraftFile

ANSWERER = "answer.by"
"""In ``last_used``: who answered last in this session."""


class ShownReport(Protocol):
    """A report to look at. Where it may be edited, ``commit`` keeps edits; elsewhere ``refusal`` is why not."""

    has_records: bool
    """Whether records stand behind the figures; a sum, and what came as a workbook or without them, has none."""
    is_own: bool
    """Whether it is an owner's dossier, not what somebody else sent or a sum."""
    is_sum: bool
    """Whether facilities stand behind the figures."""

    @property
    def has_changes(self) -> bool:
        """Whether anything was ever changed in it here: where nothing was, nothing can be undone."""

    @property
    def export_refusal(self) -> Refused | None:
        """Why no files are made of it here; None when they are."""

    @property
    def workspace(self) -> DatedFolder:
        """Its folder, on one day."""

    @property
    def names(self) -> tuple[str, str]:
        """Whose it is, and which revision in which state."""

    @property
    def content(self) -> Content:
        """What it holds now."""

    @property
    def figures(self) -> Figures:
        """The figures of the five tables."""

    @property
    def issues(self) -> Sequence[Issue]:
        """Every issue, in order."""

    @property
    def remarks(self) -> Sequence[Issue]:
        """What the office asks to put right."""

    @property
    def to_do(self) -> Sequence[Issue]:
        """The remarks, then every issue: what F9 walks."""

    def issues_of(self, place: str) -> list[Issue]:
        """The issues of one record, of the letter, of a whole list or of a whole table."""

    @property
    def stale_cells(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """(table, row) → columns whose figure the records would give otherwise now."""

    def last_year(self, table: Table, row: Row, column: Column) -> Number | None:
        """The figure of the year before; None when it is not known."""

    def behind(self, table: Table, row: Row, column: Column) -> tuple[Subject, ...]:
        """The records behind a figure."""

    @property
    def writable(self) -> bool:
        """Whether it may be changed in this session at all."""

    def refusal(self, scope: Scope = Scope.REPORT) -> Refused | None:
        """Why that cannot be edited now; None when it can."""

    def can_edit(self, scope: Scope = Scope.REPORT) -> bool:
        """Whether that can be edited now."""

    def commit(self, edits: Iterable[Edit]) -> None:
        """Make the edits one change. Raises NhomtreError: nothing has changed then."""

    def put(self, path: Path, value: Any) -> None:
        """Put one value. Raises as ``commit``."""

    def undo(self) -> bool:
        """Take the last change back; False when there is none. Raises as ``commit``."""

    def redo(self) -> bool:
        """Make the change again that was taken back last; False when there is none. Raises as ``commit``."""

    def fold(self) -> None:
        """Bring what is on disk into one file; may run in a thread. Raises StorageError."""

    def check_kept(self) -> list[str]:
        """Look through older states that are kept; what was damaged, in sentences. May run in a thread."""

    @property
    def saved_at(self) -> str:
        """The time of the last change that is on disk."""

    @property
    def loss(self) -> str:
        """Why nothing more can be saved, looked up now; empty where nothing went away."""

    @property
    def draft_file(self) -> DraftFile | None:
        """Where what is being typed is kept; None where nothing can be."""

    @property
    def asked(self) -> dict[Place, str] | None:
        """What the answer to it is going to ask its facility, by place; None where nobody is answered from here."""

    @property
    def last_used(self) -> dict[str, str]:
        """``child.ethnicity`` → the code chosen last."""

    @property
    def given(self) -> dict[str, frozenset[str]]:
        """``children/c0003`` → the fields that it began with in this session and nobody has confirmed."""

"""The office's desk: a folder of what facilities sent, one report of it, the answers that were given.

Nothing of a facility is changed here. Answers lie in ``tra-loi`` and what is made of the sum in ``tong-hop``,
two folders in the folder of the arrivals that are not read as arrivals.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from exports.district.arriving.arrivals import (
    Arrival,
)
from exports.district.arriving.arriving_files import (
    SUMS_FOLDER,
)
from exports.district.arriving.office_letters import OfficeLetters
from exports.district.report_sum import Collection, of_approved
from forms.dossier.campaign import campaign_of, receiver_of, subject_of
from forms.dossier.content import Content, Edit, Scope, apply
from forms.dossier.content import Path as FieldPath
from forms.dossier.roster import Subject
from forms.model.declared import Frozen
from forms.model.errors import Refused
from forms.model.issue import Issue
from forms.model.place import Place
from forms.model.record import FieldRole
from forms.model.table import Column, Row, Table
from forms.model.text import parse_iso
from forms.model.values import absence_of
from forms.package.adopt import carried
from forms.package.reader import package_of, parsed
from forms.report.figures import Figures, Number
from forms.report.staleness import StaleCells
from tui.jobs.district.folder_reading import FolderReading
from tui.jobs.inspection import Inspection, records_behind
from tui.jobs.open_report import names_of
from tui.jobs.user_files import bytes_of
from tui.jobs.workspace import DatedFolder
from tui.texts import report_words
from tui.texts.district import office_words


class _LookedAt:
    """A report that is only looked at: nothing of it is kept here, nothing can be typed."""

    writable = False
    is_own = False
    saved_at = ""
    loss = ""
    draft_file = None
    """Nothing is typed here."""
    came_back = None

    def __init__(self, workspace: DatedFolder, content: Content, why_closed: str) -> None:
        self.workspace = workspace
        self._content = content
        self.last_used: dict[str, str] = {}
        self.given: dict[str, frozenset[str]] = {}
        self.asked: dict[Place, str] | None = {}
        self._why_closed = why_closed

    @property
    def has_changes(self) -> bool:
        """Nothing is changed."""
        return False

    @property
    def content(self) -> Content:
        """What came."""
        return self._content

    def refusal(self, scope: Scope = Scope.REPORT) -> Refused | None:
        """It is closed."""
        return Refused(self._why_closed)

    def can_edit(self, scope: Scope = Scope.REPORT) -> bool:
        """Never."""
        return False

    def commit(self, edits: Iterable[Edit]) -> None:
        """Nothing is kept. Raises Refused."""
        raise Refused(report_words.READ_ONLY)

    def put(self, path: FieldPath, value: Any) -> None:
        """Nothing is kept. Raises Refused."""
        raise Refused(report_words.READ_ONLY)

    def undo(self) -> bool:
        """Nothing was done. Raises Refused."""
        raise Refused(report_words.READ_ONLY)

    def redo(self) -> bool:
        """Nothing was done. Raises Refused."""
        raise Refused(report_words.READ_ONLY)

    def fold(self) -> None:
        """Nothing is kept."""

    def check_kept(self) -> list[str]:
        """Nothing is kept."""
        return []


class GuestReport(_LookedAt):
    """One facility's report as the facility saw it on the day of its sending, with its records where they came."""

    is_sum = False

    @property
    def export_refusal(self) -> Refused:
        """It is the facility that prints it."""
        return Refused(office_words.GUEST_NOT_PRINTED)

    def __init__(self, workspace: DatedFolder, content: Content, arrival: Arrival) -> None:
        self.has_records = not content.withholds_records
        closed = office_words.GUEST_READ_ONLY if self.has_records else office_words.GUEST_WITHOUT_RECORDS
        super().__init__(workspace, content, closed)
        sent_on = parse_iso(arrival.sent_at[:10])
        self._inspection = Inspection(lambda: sent_on or workspace.today, asks_readiness=not content.is_empty)

    @property
    def names(self) -> tuple[str, str]:
        """Whose it is, and which revision in which state."""
        return names_of(self.content)

    @property
    def issues(self) -> list[Issue]:
        """Every issue, in order."""
        return self._inspection.issues(self.content)

    @property
    def figures(self) -> Figures:
        """The figures of the five tables."""
        return self._inspection.figures(self.content)

    @property
    def remarks(self) -> list[Issue]:
        """What the office asks to put right."""
        return self._inspection.remarks(self.content)

    @property
    def to_do(self) -> list[Issue]:
        """The remarks, then every issue."""
        return [*self.remarks, *self.issues]

    def issues_of(self, place: str) -> list[Issue]:
        """The issues of one record, of the letter, of a whole list or of a whole table."""
        return self._inspection.issues_of(self.content, place)

    @property
    def stale_cells(self) -> StaleCells:
        """The cells whose figure the records would give otherwise."""
        return self._inspection.stale_cells(self.content)

    def last_year(self, table: Table, row: Row, column: Column) -> Number | None:
        """Not known."""
        return None

    def behind(self, table: Table, row: Row, column: Column) -> tuple[Subject, ...]:
        """The records behind a figure."""
        return records_behind(self.content, table, row, column)


class _Sum(Frozen):
    stamp: object
    collection: Collection
    content: Content


class SumReport(_LookedAt):
    """The sum of what arrived, or of what is approved of it: figures and the issues of the structural rules, no records."""

    has_records = False
    is_sum = True

    @property
    def export_refusal(self) -> Refused:
        """Its files are made from the first page of the desk."""
        return Refused(office_words.SUM_PRINTED_THERE.format(receiver=receiver_of(self.content)))

    def __init__(
        self,
        workspace: DatedFolder,
        arrivals: Collection,
        arrival: Arrival | None = None,
        reading: FolderReading | None = None,
    ) -> None:
        super().__init__(workspace, _blank(workspace, arrivals), office_words.SUM_READ_ONLY)
        self.arrivals = arrivals
        self.answers = arrivals.answers
        self.only_approved = False
        if arrival is None:
            self.asked = None
        self.arrival = arrival
        """The one report that it shows, when it is no sum of many."""
        self.reading = reading
        """The folder from which the arrivals come."""
        self._done: list[Content] = []
        self._undone: list[Content] = []
        """The desk before each change of a letter, and before each undo."""
        self._set_name = ""
        """Of the set that was turned to, where there are several."""
        self._turns = 0
        """How often something else was to be added up."""
        self._sum = _Sum(None, arrivals, self._content)

    def refusal(self, scope: Scope = Scope.REPORT) -> Refused | None:
        """The letter of the office is its own; a sum is worked out, a guest's report the facility's."""
        is_own = scope is Scope.BESIDE and self.arrival is None
        return None if is_own else Refused(self._why_closed)

    def can_edit(self, scope: Scope = Scope.REPORT) -> bool:
        """Whether it may be."""
        return self.refusal(scope) is None

    @property
    def has_changes(self) -> bool:
        """Whether the letter was changed since the desk was opened."""
        return bool(self._done or self._undone)

    def commit(self, edits: Iterable[Edit]) -> None:
        """Keep the letter as it becomes. Raises Refused, StorageError."""
        edits, letter = tuple(edits), self.content.form.letter
        if self.arrival is not None or any(edit.path[0] != letter.place for edit in edits):
            raise Refused(self._why_closed)
        before, after = self.content, apply(self.content, edits)
        subject = subject_of(after)
        for edit in edits:
            key = edit.path[1]
            if edit.new is not None and not absence_of(edit.new) and subject.get(key) is None:
                raise Refused(office_words.LETTER_VALUE_WRONG.format(field=letter.field_by_key[key].label))
        self._keep(after)
        self._done.append(before)
        self._undone.clear()

    def _keep(self, content: Content) -> None:
        self.arrivals.letters.keep(content)
        self._turns += 1

    def put(self, path: FieldPath, value: Any) -> None:
        """Put one value into the letter. Raises as ``commit``."""
        self.commit([Edit(path, self.content.value(path), value)])

    def undo(self) -> bool:
        """The letter as it was before its last change. Raises StorageError."""
        return self._turn_back(self._done, self._undone)

    def redo(self) -> bool:
        """The letter as it was before the last undo. Raises StorageError."""
        return self._turn_back(self._undone, self._done)

    def _turn_back(self, taken: list[Content], given: list[Content]) -> bool:
        if not taken:
            return False
        now = self.content
        self._keep(taken[-1])
        taken.pop()
        given.append(now)
        return True

    def take_in(self, arrivals: Collection) -> None:
        """What arrived until now."""
        self.arrivals, self.answers = arrivals.of_set(self._set_name), arrivals.answers
        self._turns += 1

    def turn(self) -> None:
        """Add up what is approved alone, or all again."""
        self.only_approved = not self.only_approved
        self._turns += 1

    def turn_to_next_set(self) -> None:
        """Add up the reports of the next set."""
        self.arrivals = self.arrivals.of_next_set
        self._set_name = self.arrivals.set_name
        self._turns += 1

    @property
    def stamp(self) -> object:
        """Another value as soon as something else arrived, was answered or is to be added up."""
        return self._turns, self.answers.stamp()

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many files of how many are read; None while none is."""
        return self.reading.progress if self.reading else None

    @property
    def collection(self) -> Collection:
        """What is added up now."""
        return self._sum_now().collection

    @property
    def content(self) -> Content:
        """Empty but for the year; another one as soon as another sum stands: what was made of the one before is forgotten."""
        return self._sum_now().content

    def _sum_now(self) -> _Sum:
        answered = self.answers.stamp() if self.only_approved else None
        stamp = self._turns, answered
        if self._sum.stamp != stamp:
            added = of_approved(self.arrivals) if self.only_approved else self.arrivals
            self._sum = _Sum(stamp, added, _blank(self.workspace, self.arrivals))
        return self._sum

    @property
    def names(self) -> tuple[str, str]:
        """The office, and of how many facilities; or the one report."""
        if self.arrival is not None:
            return self.arrival.name, office_words.BOOK_REVISION.format(revision=self.arrival.revision)
        added = self.collection
        text = office_words.SUM_OF_PART if added.part else office_words.SUM_OF
        return office_of(self.content), text.format(count=len(added.summands), part=added.part)

    @property
    def issues(self) -> list[Issue]:
        """Those of the sum."""
        return list(self.collection.issues)

    @property
    def figures(self) -> Figures:
        """The sum."""
        return self.collection.total

    @property
    def remarks(self) -> list[Issue]:
        """The office asks nothing of itself."""
        return []

    @property
    def to_do(self) -> list[Issue]:
        """Its issues."""
        return self.issues

    def issues_of(self, place: str) -> list[Issue]:
        """There are no records."""
        return []

    @property
    def stale_cells(self) -> StaleCells:
        """Nothing is derived here."""
        return {}

    def last_year(self, table: Table, row: Row, column: Column) -> Number | None:
        """Not known."""
        return None

    def behind(self, table: Table, row: Row, column: Column) -> tuple[Subject, ...]:
        """There are no records; ``collection`` knows the facilities."""
        return ()


def _blank(workspace: DatedFolder, arrivals: Collection) -> Content:
    # nothing is entered but the letter, and nothing is left to do: the reports in it were sent
    office = arrivals.office_content(workspace.year)
    return Content({**office.tree, "state": arrivals.form.send.target})


def office_of(content: Content) -> str:
    """The office that receives the reports of that school year."""
    campaign = campaign_of(content)
    return (campaign.text(FieldRole.OFFICE) if campaign else "") or office_words.SOME_OFFICE


def guest_of(workspace: DatedFolder, arrival: Arrival, letters: OfficeLetters) -> GuestReport | SumReport:
    """One arrival to look at: with its records from a package, its figures from a workbook; *letters* are the office's.

    Raises NhomtreError.
    """
    if arrival.kind == "package":
        content = carried(package_of(parsed(bytes_of(Path(arrival.file)))))
        return GuestReport(workspace, letters.in_force(content), arrival)
    return SumReport(workspace, Collection((arrival,), (), arrival.school_year, letters=letters), arrival)


def sums_folder(folder: Path) -> Path:
    """Where what is made of the sum goes."""
    return folder / SUMS_FOLDER

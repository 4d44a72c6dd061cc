"""The office's desk: a folder of what facilities sent, one report of it, the answers that were given.

Nothing of a facility is changed here. Answers lie in ``tra-loi`` and what is made of the sum in ``tong-hop``,
two folders in the folder of the arrivals that are not read as arrivals.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path

from exports.district.arrivals import Arrival
from exports.district.arriving_files import ANSWERS_FOLDER, SUMS_FOLDER
from exports.district.report_sum import Collection
from exports.output_files import file_slug, write_new
from forms.dossier.campaign import campaign_of
from forms.dossier.content import Content, empty_content
from forms.dossier.dossier import Change, Dossier
from forms.dossier.roster import SchoolYear
from forms.model.errors import NhomtreError, Refused, StorageError
from forms.model.issue import Issue
from forms.model.text import parse_iso
from forms.package.adopt import carried
from forms.package.answers import Answer, AnswerFile, read_answer, write_answer
from forms.package.reader import read
from forms.report.checking.checker import Checker
from forms.report.checking.table_view import Previous
from forms.report.figures import Figures
from forms.sets.mn2019.states import STATES
from forms.store.revisions import Revisions
from forms.store.store import Session
from forms.store.year_paths import YearPaths
from tui.jobs.open_report import StaleCells, Work
from tui.jobs.user_files import bytes_of
from tui.jobs.workspace import Workspace
from tui.texts import report_words
from tui.texts.district import office_words


class OfficeWorkspace(Workspace):
    """The folder of the arrivals: it holds no dossiers."""

    @property
    def year(self) -> SchoolYear:
        """The school year: chosen, else that of today."""
        return self.chosen_year or SchoolYear(
            self.today.year if self.today.month >= 6 else self.today.year - 1
        )

    def figures_before(self, year: SchoolYear) -> Previous | None:
        """Nothing is known of other years."""
        return None


def office_workspace(folder: str, year: SchoolYear | None, day: date | None) -> OfficeWorkspace:
    """The folder of arrivals. Raises StorageError when there is none."""
    path = Path(folder).expanduser().absolute()
    if not path.is_dir():
        raise StorageError(office_words.OFFICE_NO_FOLDER.format(folder=path))
    return OfficeWorkspace(path, chosen_year=year, day=day)


class _NoJournal:
    """Nothing is written."""

    def append(self, change: Change) -> None:
        raise StorageError(report_words.READ_ONLY)

    def changes(self) -> tuple[Change, ...]:
        return ()


def _looking(workspace: Workspace, content: Content) -> Session:
    dossier = Dossier(content, _NoJournal(), 0, workspace.now, "")
    return Session(dossier, [], Revisions(YearPaths(workspace.folder, content.year)))


class GuestWork(Work):
    """One facility's report, to look at."""

    why_not_printed = office_words.GUEST_NOT_PRINTED

    def __init__(self, workspace: Workspace, content: Content, arrival: Arrival) -> None:
        super().__init__(workspace, _looking(workspace, content))
        self.arrival = arrival
        self.answers = Answers(workspace.folder)

    @cached_property
    def checker(self) -> Checker:
        """It does not know the year before of others."""
        return Checker()

    @property
    def checked_on(self) -> date:
        """The day of its sending, as the facility saw it."""
        return parse_iso(self.arrival.sent_at[:10]) or self.workspace.today

    def refusal(self, part: str = "cells") -> Refused:
        """It is another's."""
        return Refused(office_words.GUEST_READ_ONLY)


class SumWork(Work):
    """The sum of a collection: figures and the issues of the structural rules, no records."""

    is_sum = True
    why_not_printed = office_words.SUM_PRINTED_THERE

    def __init__(self, workspace: Workspace, collection: Collection, arrival: Arrival | None = None) -> None:
        year = collection.school_year or workspace.year
        content = Content({**empty_content(year).tree, "state": "sent"})
        super().__init__(workspace, _looking(workspace, content))
        self.collection = collection
        self.answers = Answers(workspace.folder)
        self.arrival = arrival
        """The one report that it shows, when it is no sum of many."""

    @property
    def names(self) -> tuple[str, str]:
        """The office, and of how many facilities; or the one report."""
        if self.arrival is not None:
            return self.arrival.name, office_words.BOOK_REVISION.format(revision=self.arrival.revision)
        return office_of(self.content), office_words.SUM_OF.format(count=len(self.collection.summands))

    @property
    def issues(self) -> list[Issue]:
        """Those of the sum."""
        return list(self.collection.issues)

    @property
    def figures(self) -> Figures:
        """The sum."""
        return self.collection.total

    @property
    def stale_cells(self) -> StaleCells:
        """Nothing is derived here."""
        return {}

    def issues_of(self, place: str) -> list[Issue]:
        """There are no records."""
        return []

    def refusal(self, part: str = "cells") -> Refused:
        """A sum is added up, not typed."""
        return Refused(office_words.SUM_READ_ONLY)


def office_of(content: Content) -> str:
    """The office that receives the reports of that school year."""
    campaign = campaign_of(content)
    return (campaign.text("office") if campaign else "") or office_words.SOME_OFFICE


def guest_of(workspace: Workspace, arrival: Arrival) -> Work:
    """One arrival to look at: with its records from a package, its figures from a workbook. Raises NhomtreError."""
    if arrival.kind == "package":
        return GuestWork(workspace, carried(read(bytes_of(Path(arrival.file)))), arrival)
    return SumWork(workspace, Collection((arrival,), (), arrival.school_year), arrival)


Key = tuple[str, int, str]
"""Facility code, revision, check code."""


def key_of(arrival: Arrival) -> Key:
    """What an answer names of a report."""
    return arrival.facility_code or "", arrival.revision, arrival.check_code or ""


class Answers:
    """The answer files in a folder of arrivals, read again when one was written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: tuple[object, Mapping[Key, Answer]] | None = None

    @property
    def given(self) -> Mapping[Key, Answer]:
        """Of several answers to one report the last; files that cannot be read are passed by."""
        stamp = self.stamp()
        if self._known is None or self._known[0] != stamp:
            self._known = stamp, _read_answers(self.folder)
        return self._known[1]

    def has(self, arrival: Arrival) -> bool:
        """Whether a report was answered here."""
        return key_of(arrival) in self.given

    def stamp(self) -> object:
        """Another value as soon as an answer was written."""
        with suppress(OSError):
            return (self.folder / ANSWERS_FOLDER).stat().st_mtime_ns
        return None

    def state_of(self, arrival: Arrival) -> str:
        """The state of a report in words: as answered here, else as it came."""
        answer = self.given.get(key_of(arrival))
        state = answer.move.target if answer else arrival.state
        return STATES[state].title if state else office_words.STATE_UNTOLD


def _read_answers(folder: Path) -> Mapping[Key, Answer]:
    found: dict[Key, Answer] = {}
    # two answers of one moment: the file that was written last
    for path in sorted((folder / ANSWERS_FOLDER).glob("*.json"), key=lambda path: path.stat().st_mtime_ns):
        try:
            file = read_answer(bytes_of(path))
        except NhomtreError:
            continue
        key = file.facility, file.answer.revision, file.check_code
        if key not in found or found[key].at <= file.answer.at:
            found[key] = file.answer
    return found


def give(folder: Path, arrival: Arrival, answer: Answer) -> Path:
    """Write the answer file of a report; its path. Raises StorageError."""
    code, revision, check_code = key_of(arrival)
    file = AnswerFile(code, str(arrival.school_year), check_code, answer)
    name = f"tra-loi_{file_slug(code or arrival.name)}_{arrival.school_year}_ban-{revision}.json"
    return write_new(folder / ANSWERS_FOLDER / name, write_answer(file).encode()).path


def sums_folder(folder: Path) -> Path:
    """Where what is made of the sum goes."""
    return folder / SUMS_FOLDER

"""The office's desk: what arrived, the sum, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from exports.district.report_sum import Collection
from tui import texts
from tui.desk.desk import Desk
from tui.desk.keys import Action
from tui.desk.page import Host
from tui.jobs.combining import progress_book, sum_book, sum_print
from tui.jobs.office import Answers, SumWork, sums_folder
from tui.jobs.workspace import Workspace
from tui.pages.district.facilities import FacilitiesPage, FilesPage, Line
from tui.pages.district.office_jobs import Collecting, Making
from tui.pages.home.steps import Steps, StepsPage, state_of

FILE_WIDTH, CODE_WIDTH = 34, 14


class OfficeHome(StepsPage):
    """The steps of the office."""

    actions = (Action.HELP, Action.NEXT_ISSUE, Action.MENU, Action.BACK)

    def title(self) -> str:
        """Bàn của phòng."""
        return texts.OFFICE_TITLE

    @property
    def collection(self) -> Collection:
        """What arrived."""
        assert isinstance(self.work, SumWork)
        return self.work.collection

    @property
    def answers(self) -> Answers:
        """The answers that were given."""
        assert isinstance(self.work, SumWork)
        return self.work.answers

    def stamp(self) -> object:
        """The answers that were given."""
        return self.answers.stamp()

    @property
    def folder(self) -> Path:
        """The folder of the arrivals."""
        return self.work.workspace.folder

    def add_steps(self, steps: Steps) -> None:
        """What arrived, the sum, what is made of it."""
        found, host, answers = self.collection, self.host, self.answers

        def add(title: str, what: str, state: str, open_page: Callable[[], None]) -> None:
            steps.add(title, what, state, texts.OFFICE_HELP, open_page)

        steps.heading(texts.OFFICE_ARRIVED)
        answered = sum(map(answers.has, found.taken))
        add(
            texts.OFFICE_TAKEN,
            texts.OFFICE_TAKEN_WHAT.format(count=len(found.taken)),
            texts.OFFICE_ANSWERED.format(count=answered) if answered else "",
            lambda: host.push(FacilitiesPage(host, found.taken, answers)),
        )
        turned = len(found.turned)
        add(
            texts.OFFICE_TURNED,
            texts.OFFICE_TURNED_WHAT.format(count=turned),
            texts.OFFICE_TURNED_STATE if turned else texts.DONE,
            self._turned,
        )
        absent = len(found.not_arrived)
        add(
            texts.OFFICE_ABSENT,
            texts.OFFICE_TAKEN_WHAT.format(count=absent) if found.expected else texts.OFFICE_NO_LIST,
            "",
            self._absent,
        )
        steps.heading(texts.OFFICE_SUM)
        self.add_tables(steps)
        count = len(found.issues)
        add(
            texts.OFFICE_CHECK,
            texts.OFFICE_CHECK_WHAT.format(errors=count),
            state_of(count, count),
            partial(self.go_to, "issues"),
        )
        for title, make in (
            (texts.OFFICE_PRINT, sum_print),
            (texts.OFFICE_EXCEL, sum_book),
            (texts.OFFICE_PROGRESS, progress_book),
        ):
            add(title, "", "", partial(self._make, title, make))
        add(texts.OFFICE_AGAIN, "", "", lambda: read_folder(host, self.work.workspace))

    def _turned(self) -> None:
        lines = [
            Line(
                (_short(self.folder, turned.file), turned.reason),
                turned.reason,
                turned.arrival,
                is_wrong=True,
            )
            for turned in self.collection.turned
        ]
        self.host.push(FilesPage(self.host, texts.OFFICE_TURNED, texts.TURNED_COLUMNS, lines, FILE_WIDTH))

    def _absent(self) -> None:
        lines = [Line((each.code, each.name), each.name) for each in self.collection.not_arrived]
        self.host.push(FilesPage(self.host, texts.OFFICE_ABSENT, texts.ABSENT_COLUMNS, lines, CODE_WIDTH))

    def _make(self, title: str, make: Callable[[Workspace, Collection, Path], Path]) -> None:
        work = self.work
        assert isinstance(work, SumWork)
        Making(
            self.host, title, partial(make, work.workspace, work.collection, sums_folder(self.folder))
        ).begin()


def _short(folder: Path, file: str) -> str:
    path = Path(file)
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def read_folder(host: Host, workspace: Workspace) -> None:
    """Read the folder, then show the office's first page."""
    desk = host
    assert isinstance(desk, Desk)

    def first(found: Collection) -> None:
        desk.work = SumWork(workspace, found)
        desk.begin(OfficeHome(desk))

    job = Collecting(host, workspace, first)
    host.push(job.page)
    host.start(job)

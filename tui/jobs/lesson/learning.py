"""Learning: which task is in hand, what is left of it, when a hint is due. It looks at the dossier; nobody tells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from forms.dossier.content import Content
from forms.lesson.goals import IsOpened
from forms.lesson.standing import Deed, Standing
from forms.lesson.tasks import Lesson, Task
from forms.model.issue import Issue
from forms.model.place import Place
from forms.report.staleness import StaleCells, stale_cells
from forms.store.handing.handovers import handovers
from forms.store.year_paths import YearPaths
from tui.jobs.current_report import report_of
from tui.jobs.lesson.lesson_copy import lesson_in
from tui.jobs.lesson.lesson_office import lay_answer
from tui.jobs.lesson.progress_file import read_progress, write_progress
from tui.jobs.workspace import Notice, Workspace


class LearnerReport(Protocol):
    """What is asked of the report of the lesson."""

    @property
    def workspace(self) -> Workspace:
        """Its folder."""

    @property
    def content(self) -> Content:
        """What it holds now."""

    @property
    def issues(self) -> Sequence[Issue]:
        """Every issue."""

    @property
    def stale_cells(self) -> StaleCells:
        """The cells that a take would change."""


class Learning:
    """One run of a lesson. Tasks that are done stay done, whatever comes after."""

    def __init__(self, workspace: Workspace) -> None:
        self.lesson: Lesson = lesson_in(workspace)
        self._kept = read_progress(workspace.folder)
        self._progress = self._kept
        self.task: Task | None = self.lesson.task(self._kept.task) or self.lesson.next_after(
            "", self._kept.done
        )
        """The task in hand; None when all are done."""
        self.just_done: Task | None = None
        """The task that the last look found done."""
        self.left: list[str] = []
        """What is left of the task in hand, in words."""
        self.is_hinted = False
        """Whether the hint stands there."""
        self._nearness: tuple[Task, int] | None = None
        self._content: Content | None = None
        self._made: frozenset[str] = frozenset()
        self._has_opened = False

    @property
    def done(self) -> frozenset[str]:
        """The keys of the tasks that are done."""
        return self._progress.done

    @property
    def number(self) -> int:
        """The place of the task in hand, from one on."""
        return self.lesson.tasks.index(self.task) + 1 if self.task else len(self.lesson.tasks)

    def note_opened(self, place: Place) -> None:
        """A record was opened, or what stands behind a number."""
        self._has_opened = True
        self._progress = self._progress.but(opened=self._progress.opened | {str(place)})

    def go_to_task(self, key: str) -> None:
        """Take that task in hand, done or not."""
        self.task, self.is_hinted, self._nearness = self.lesson.task(key), False, None
        self.left = []
        self._progress = self._progress.but(task=key, done=self._progress.done - {key})

    def look(self, report: LearnerReport) -> None:
        """See what was done since the last look: tasks that are done by now, or a hint where it led nowhere.

        Raises StorageError when the answer of the office or the progress cannot be written.
        """
        self.just_done = None
        lay_answer(report.workspace, self.lesson, report.content)
        while (task := self.task) is not None:
            standing = self._standing(report, task)
            left = task.left(standing)
            if left:
                self._judge(task, standing, len(left))
                self.left = [sentence for sentence in left if sentence]
                break
            done = self._progress.done | {task.key}
            self.just_done, self.is_hinted, self._nearness = task, False, None
            self.task = self.lesson.next_after(task.key, done)
            self.left = []
            self._progress = self._progress.but(done=done, task=self.task.key if self.task else "")
        self._content, self._has_opened = report.content, False
        self._keep(report.workspace)

    def _judge(self, task: Task, standing: Standing, count: int) -> None:
        """Something was done that could have brought the task nearer and did not: the hint comes by itself."""
        happened = {
            Deed.CHANGE: self._content is not None and self._content is not standing.content,
            Deed.LOOK: self._has_opened,
            Deed.FILE: standing.made != self._made,
        }
        before, self._nearness, self._made = self._nearness, (task, count), standing.made
        if before is not None and before[0] is task and before[1] <= count:
            self.is_hinted = self.is_hinted or any(happened[deed] for deed in task.open_deeds(standing))

    def _standing(self, report: LearnerReport, task: Task) -> Standing:
        wants_files = any(goal.deed is Deed.FILE for goal in task.goals)
        standing = Standing(
            report.content,
            report.issues,
            bool(report.content.taken_at) and not report.stale_cells,
            self._made,
            self._progress.opened,
        )
        return _with_files(standing, report.workspace) if wants_files else standing

    def _keep(self, workspace: Workspace) -> None:
        wanted = frozenset(place for task in self.lesson.tasks for place in _places(task))
        progress = self._progress.but(
            opened=self._progress.opened & wanted, task=self.task.key if self.task else ""
        )
        if progress != self._kept:
            write_progress(workspace.folder, progress)
            self._kept = progress


def _places(task: Task) -> set[str]:
    """What is opened for a task."""
    return {str(goal.place) for goal in task.goals if isinstance(goal, IsOpened)}


def _with_files(standing: Standing, workspace: Workspace) -> Standing:
    """Also what was made in the folder."""
    made = handovers(YearPaths(workspace.folder, standing.content.year))
    return standing._replace(
        made=frozenset(one.what for one in made), years=frozenset(workspace.store.years())
    )


def tasks_done(workspace: Workspace, notice: Notice) -> list[tuple[Task, bool]]:
    """The tasks of the lesson in the folder, each with whether it is done. Raises StorageError."""
    lesson, kept = lesson_in(workspace), read_progress(workspace.folder)
    content = workspace.read(notice)
    issues = report_of(workspace, content).issues
    is_taken = bool(content.taken_at) and not stale_cells(content)
    standing = _with_files(Standing(content, issues, is_taken, opened=kept.opened), workspace)
    return [(task, task.key in kept.done or not task.left(standing)) for task in lesson.tasks]

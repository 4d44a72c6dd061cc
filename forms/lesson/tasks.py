"""A lesson: its tasks in order, and which of them come next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from forms.dossier.roster import SchoolYear
from forms.lesson.goals import Goal
from forms.lesson.standing import Deed, Standing
from forms.model.declared import Frozen
from forms.package.answers import Answer
from forms.package.reader import Package


class Task(Frozen):
    """A task: a *title* for lists, the *words* that say what to do, a *hint* how. It is done when all *goals* are reached.

    Words and hint name keys by their actions («{take}»): what stands on them is said by the face. *sheet* are lines that one
    has at hand for the task: a letter, a list to paste.
    """

    key: str
    title: str
    words: str
    hint: str
    goals: tuple[Goal, ...]
    sheet: tuple[str, ...] = ()

    def left(self, standing: Standing) -> list[str]:
        """What is still to be done, a sentence each; of some only the number counts and the sentence is empty."""
        return [sentence for goal in self.goals for sentence in goal.left(standing)]

    def open_deeds(self, standing: Standing) -> frozenset[Deed]:
        """What would bring it nearer now."""
        return frozenset(goal.deed for goal in self.goals if goal.left(standing))


class Lesson(Frozen):
    """A lesson: its title, the copy that it begins with, how many faults are planted there, the tasks, and how the office answers.

    *answers* are by the number of the revision that they are about; the time of each is that of its making.
    """

    title: str
    year: SchoolYear
    start: Package
    faults: int
    tasks: tuple[Task, ...]
    answers: Mapping[int, Answer]
    source: Any = None
    """The file that it was read from, as bytes."""

    def task(self, key: str) -> Task | None:
        """The task of that key."""
        return next((task for task in self.tasks if task.key == key), None)

    def next_after(self, key: str, done: Collection[str]) -> Task | None:
        """The first task after that of *key* that is not done, else the first of all; None when all are done."""
        keys = [task.key for task in self.tasks]
        place = keys.index(key) + 1 if key in keys else 0
        order: Sequence[Task] = (*self.tasks[place:], *self.tasks[:place])
        return next((task for task in order if task.key not in done), None)

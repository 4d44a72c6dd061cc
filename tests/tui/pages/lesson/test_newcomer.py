"""Whoever can only read finishes the lesson: a program that knows the screen and what stands on keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import FULL, Open, Screen
from tests.tui.pages.lesson.lesson_variants import varied
from tests.tui.pages.lesson.newcomer import Newcomer
from tui.desk.frame import cursor_place
from tui.jobs.lesson.learning import tasks_done
from tui.jobs.lesson.lesson_copy import begin_lesson
from tui.jobs.workspace import lesson_workspace
from tui.texts.help.keys import KEYS, MOVING_AND_EDITING, label_of

KEYBOARD = {
    **{label_of(name): name for key in KEYS for name in (key.name, *key.also)},
    **{label_of(name): name for name in MOVING_AND_EDITING},
    "phím cách": "space",
}
"""What stands on a key → how the terminal calls it: what fingers know."""
SEEDS = range(12) if FULL else range(2)


def newcomer_at(screen: Screen) -> Newcomer:
    desk = screen.desk
    screen.terminal.start = lambda job: job.carry_out(desk.carry_out)  # type: ignore[method-assign]
    return Newcomer(
        lambda: screen.lines,
        lambda: cursor_place(desk.lines(), desk.explaining_line)[1],
        lambda label: screen.press(KEYBOARD[label]),
        screen.type,
        desk.paste,
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_a_newcomer_finishes_the_lesson(seed: int, tmp_path: Path, open_desk: Open) -> None:
    file = tmp_path / "bai.json"
    file.write_bytes(varied(seed))
    workspace = lesson_workspace(tmp_path / "data", None, None)
    begin_lesson(workspace, again=False, file=file)
    newcomer = newcomer_at(open_desk(workspace.but()))

    def done() -> list[str]:
        return [task.key for task, is_done in tasks_done(workspace.but(), lambda _: None) if is_done]

    tasks = [task.key for task, _ in tasks_done(workspace.but(), lambda _: None)]
    for number, key in enumerate(tasks, 1):
        assert newcomer.number == str(number)
        assert key not in done(), "before the deed it is not done"
        newcomer.learn()
        assert key in done(), newcomer.task
    assert newcomer.is_through

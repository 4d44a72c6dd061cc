"""A desk on the copy of a lesson; work away from the keys is done at once, files are made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.conftest import Open, Screen
from tui.jobs.lesson.lesson_copy import begin_lesson
from tui.jobs.workspace import lesson_workspace

Learn = Callable[[], Screen]


@pytest.fixture
def lesson(tmp_path: Path, open_desk: Open) -> Screen:
    """The first page of the lesson of the program."""
    workspace = lesson_workspace(tmp_path / "data", None, None)
    begin_lesson(workspace, again=False)
    return open_desk(workspace.but())

"""Random sessions on the desk, recorded: every screen and what kind of key led to it."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from forms.model.errors import NhomtreError
from forms.package.training import TRAINING_FOLDER
from tests.tui.conftest import Screen, screen_on
from tests.tui.page_driver import PAGES
from tui.desk.canvas import Line
from tui.desk.frame import cursor_place
from tui.desk.kinds.list_page import ListPage
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import DatedFolder, training_workspace

NOW = datetime(2019, 9, 19, 14, 5, tzinfo=timezone(timedelta(hours=7)))
PLACES = (
    *("home", "facility", "child", "class", "staff-member", "classes", "children", "staff", "codes"),
    *("table-1", "table-2", "table-3", "table-4", "table-5", "table-2-whole", "table-4-whole"),
    *(
        "quick-classes",
        "quick-children",
        "quick-staff",
        "many",
        "missing",
        "behind",
        "issues",
        "help",
        "menu",
    ),
)
"""Pages that are worked on every day; a session goes to one of them after every ``STAY`` keys."""
STAY = 25
MOVES = ("up", "down", "down", "left", "right", "right", "tab", "shift+tab", "home", "end", "enter")
PAGING = ("pagedown", "pagedown", "pageup")
SWITCHES = ("escape", "escape", "f1", "f9", "f9", "f10", "f6", "enter", "ctrl+z", "ctrl+f")
LETTERS = "nguyễn thị mẫu hoa lê trần văn an 幼e\u0302"


class Kind(StrEnum):
    """What a key does to the screen."""

    FIRST = "first screen"
    DIGIT = "digit"
    MOVE = "move"
    TEXT = "text"
    PAGING = "page down"
    SWITCH = "page switch"
    SEARCH = "list search"


class Shot(NamedTuple):
    """A screen, the place of the cursor on it, and the kind of key that led to it."""

    kind: Kind
    lines: tuple[Line, ...]
    cursor: tuple[int, int]


@contextmanager
def training_folder() -> Iterator[Path]:
    """A folder with a training copy, to be copied."""
    with (
        patch.object(DatedFolder, "_now", staticmethod(lambda: NOW)),
        tempfile.TemporaryDirectory() as folder,
    ):
        training_workspace(Path(folder), None, None).make_training_copy(again=False)
        assert (Path(folder) / TRAINING_FOLDER).exists()
        yield Path(folder)


def recorded(training: Path, seed: int, keys: int) -> list[Shot]:
    """The session of *seed*: its first screen and *keys* more."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(training, Path(folder) / "data")
        workspace = training_workspace(Path(folder) / "data", None, None)
        session, notices = open_session(workspace)
        try:
            screen = screen_on(OpenReport(workspace, session, notices))
            return [_shot(screen, Kind.FIRST), *_pressed(screen, random.Random(seed), keys)]
        finally:
            session.close()


def _shot(screen: Screen, kind: Kind) -> Shot:
    lines = tuple(screen.desk.lines())
    return Shot(kind, lines, cursor_place(lines, screen.desk.explaining_line))


def _pressed(screen: Screen, rng: random.Random, keys: int) -> Iterator[Shot]:
    for number in range(keys):
        if number % STAY == 0:
            place = rng.choice(PLACES)
            with suppress(NhomtreError):
                if screen.desk._question is None and screen.page.leave():
                    screen.desk.home()
                    PAGES[place](screen)
            yield _shot(screen, Kind.SWITCH)
            continue
        page, is_asked = screen.page, screen.desk._question is not None
        kind = _one(screen, rng)
        if screen.page is not page or (screen.desk._question is not None) is not is_asked:
            kind = Kind.SWITCH
        yield _shot(screen, kind)


def _one(screen: Screen, rng: random.Random) -> Kind:
    chance = rng.random()
    if chance < 0.4:
        screen.press(rng.choice(MOVES))
        return Kind.MOVE
    if chance < 0.5:
        screen.press(rng.choice(PAGING))
        return Kind.PAGING
    if chance < 0.62:
        screen.press(rng.choice(SWITCHES))
        return Kind.SWITCH
    in_list = isinstance(screen.page, ListPage) and screen.desk._question is None
    if chance < 0.8:
        screen.type(rng.choice("0123456789"))
        return Kind.SEARCH if in_list else Kind.DIGIT
    screen.type(rng.choice(LETTERS) if chance < 0.95 else "⌫")
    return Kind.SEARCH if in_list else Kind.TEXT

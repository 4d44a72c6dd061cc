"""The screens without a terminal: a desk on a fresh training copy, keys in, lines out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NoReturn

import pytest

from forms.model.errors import StorageError
from forms.package.training import TRAINING_FOLDER
from tui.desk.canvas import plain
from tui.desk.desk import Desk
from tui.desk.page_names import PageName
from tui.jobs.background import Job
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import DatedFolder, Workspace, training_workspace
from tui.pages import registry
from tui.pages.sending.export_progress import ExportPage

FULL = os.environ.get("NHOMTRE_FULL") == "1"
NOW = datetime(2019, 9, 19, 14, 5, tzinfo=timezone(timedelta(hours=7)))
DISK_FULL = "Đĩa đầy nên chưa ghi được. Dữ liệu đã lưu vẫn nguyên."
SYMBOLS = {"⏎": "enter", "⇥": "tab", "⌫": "backspace", "←": "left", "→": "right", "↑": "up", "↓": "down"}


@dataclass
class FakeTerminal:
    """Remembers what the desk asked of the terminal side."""

    desk: Desk = field(init=False)
    quits: int = 0
    exports: list[str] = field(default_factory=list)
    holds: bool = False
    """Whether work waits for ``carry_out``; otherwise it is done when the key that began it has been."""
    holds_exports: bool = False
    """Whether an export goes on for ever."""
    held: list[Job[Any]] = field(default_factory=list)

    def quit(self) -> None:
        self.quits += 1

    def start(self, job: Job[Any]) -> None:
        page = self.desk.page
        if isinstance(page, ExportPage):
            self.exports.append(page.kind)
            if self.holds_exports:
                self.held.append(job)
            else:
                page.finish([])
        elif self.holds:
            self.held.append(job)
        else:
            job.carry_out(self.desk.carry_out)

    def carry_out(self) -> None:
        """The work that was held."""
        while self.held:
            self.held.pop(0).carry_out(self.desk.carry_out)


@dataclass
class Screen:
    """A desk with hands and eyes."""

    desk: Desk
    terminal: FakeTerminal

    def __post_init__(self) -> None:
        self.terminal.desk = self.desk

    @property
    def work(self) -> OpenReport:
        work: OpenReport = self.desk.work
        return work

    @property
    def page(self) -> Any:
        return self.desk.page

    def press(self, *names: str) -> None:
        """Keys by their names; a single character is that character."""
        for name in names:
            if name == "space":
                self.desk.key("space", " ")
            else:
                self.desk.key(name, name if len(name) == 1 else None)

    def type(self, burst: str) -> None:
        """Characters one after another; ⏎ ⇥ ⌫ ← → are those keys, words in ‹› are named keys."""
        text, rest = "", burst
        while rest:
            if rest[0] == "‹":
                text, _, rest = rest[1:].partition("›")
                self.press(text)
            else:
                text, rest = rest[0], rest[1:]
                self.press(SYMBOLS.get(text, "space" if text == " " else text))

    def at(self, place: str) -> None:
        """Go to a place from the first page."""
        self.desk.home()
        registry.go(self.desk, place)

    @property
    def lines(self) -> list[str]:
        return [plain(line) for line in self.desk.lines()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def said(self) -> str:
        """The lines below the body, above the keys."""
        lines = self.lines
        return " ".join(" ".join(lines[self.desk.explaining_line : -1]).split())

    def cell(self, place: str) -> Any:
        """What was typed at ``T4.203:TU_THUC.permanent``."""
        where, _, column = place.partition(":")
        return self.work.content.value(("cells", *where.split("."), column))

    def figure(self, place: str) -> Any:
        """The figure shown there."""
        where, _, column = place.partition(":")
        table, row = where.split(".")
        shape = self.work.content.form.table_by_id[table]
        return self.work.figures.cell(shape, shape.row_by_key[row], column)

    @property
    def under_cursor(self) -> str:
        """What stands between the brackets of the cursor."""
        line = next(line for line in self.lines[2:-5] if "[" in line and "]" in line)
        return line[line.index("[") + 1 : line.rindex("]")].strip()

    def undo_all(self) -> int:
        """Ctrl+Z until there is nothing left; how often it did something."""
        count = 0
        while True:
            self.press("ctrl+z")
            if self.desk.said != "Đã hoàn tác và lưu.":
                return count
            count += 1


def screen_on(work: OpenReport, first: PageName = PageName.HOME) -> Screen:
    """A new desk of 80×24 on a report that is open."""
    terminal = FakeTerminal()
    desk = Desk(work, terminal, registry.page_of, 80, 24, companion_of=registry.companion_of)
    desk.begin(work, first)
    return Screen(desk, terminal)


Open = Callable[[Workspace], Screen]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NHOMTRE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(DatedFolder, "_now", staticmethod(lambda: NOW))


@pytest.fixture
def open_desk() -> Iterator[Open]:
    """Opens a desk at 80×24; the sessions are closed at the end."""
    opened: list[OpenReport] = []

    def open_it(workspace: Workspace) -> Screen:
        is_new = workspace.year not in workspace.store.years()
        session, notices = open_session(workspace)
        work = OpenReport(workspace, session, notices)
        screen = screen_on(work, PageName.FIRST_START if is_new else PageName.HOME)
        screen.desk.drafts.offer()
        opened.append(work)
        return screen

    yield open_it
    for work in opened:
        work.session.close()


@pytest.fixture(scope="session")
def training_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a training copy, made once; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("training")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatedFolder, "_now", staticmethod(lambda: NOW))
        training_workspace(folder, None, None).make_training_copy(again=False)
    assert (folder / TRAINING_FOLDER).exists()
    return folder


@pytest.fixture
def training(training_folder: Path, tmp_path: Path) -> Workspace:
    """A fresh training copy."""
    shutil.copytree(training_folder, tmp_path / "data")
    return training_workspace(tmp_path / "data", None, None)


@pytest.fixture
def screen(training: Workspace, open_desk: Open) -> Screen:
    """The first page of the training copy."""
    return open_desk(training)


@pytest.fixture
def empty_folder(tmp_path: Path, open_desk: Open) -> Screen:
    """The first page in a folder without a dossier."""
    return open_desk(Workspace(tmp_path / "empty", day=NOW.date()))


@pytest.fixture
def looking(screen: Screen, training: Workspace, open_desk: Open) -> Screen:
    """A second session on the training copy, which the first one holds."""
    assert screen.work.writable
    return open_desk(Workspace(training.folder, training=True))


@pytest.fixture
def full_disk(screen: Screen) -> Callable[[], Callable[[], None]]:
    """Call it and writing fails; call what it gives and writing works again."""

    def fill() -> Callable[[], None]:
        journal: Any = screen.work.session.dossier.journal

        def append(_change: object) -> NoReturn:
            raise StorageError(DISK_FULL)

        journal.append = append

        def empty() -> None:
            del journal.append

        return empty

    return fill

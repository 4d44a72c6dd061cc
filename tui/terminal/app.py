"""The app: Textual's loop around the desk. Signals, work in threads, the way out."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult

from forms.model.errors import NhomtreError
from tui.desk.desk import Desk
from tui.desk.page_names import PageName
from tui.desk.shown_report import (
    Report,
)
from tui.jobs import bug_log
from tui.jobs.open_report import Work, open_session
from tui.jobs.workspace import Workspace
from tui.pages import registry
from tui.terminal.capabilities import Looks, looks_on
from tui.terminal.contrast import BACKGROUND_QUESTION, told_background
from tui.terminal.ending import HANGUP, TERMINATED, be_gone_in_time
from tui.terminal.grid_widget import Grid
from tui.terminal.key_stream import NotUtf8
from tui.terminal.terminal_owner import Heard
from tui.terminal.textual_private import LeanApp
from tui.texts import terminal_words

if sys.platform == "win32":
    from textual.drivers.windows_driver import WindowsDriver as TerminalDriver
else:
    from tui.terminal.linux_driver import LinuxDriver as TerminalDriver

if TYPE_CHECKING:
    from tui.jobs.background import Job

FOLD_AFTER = 2.0
"""Seconds without a key after which the journal is folded into the file."""


class NhomtreApp(LeanApp):
    """One screen with one widget."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { background: ansi_default; overflow: hidden; }"

    def __init__(self, work: Report, looks: Looks) -> None:
        super().__init__(TerminalDriver)
        self.animation_level = "none"
        self._starting = contextlib.ExitStack()  # the screen is painted once, when all of it is there
        self._starting.enter_context(self.batch_update())
        self.looks = looks
        self.first: Callable[[], None] | None = None
        """What begins as soon as the first frame stands."""
        self.desk = Desk(work, self, registry.page_of, rule=looks.rule)
        self._jobs: dict[asyncio.Task[None], Job[Any]] = {}
        self._fold: asyncio.TimerHandle | None = None
        self._folding: asyncio.Task[None] | None = None

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Grid(self.desk, self.looks, self.touched, self.paint)

    @property
    def grid(self) -> Grid:
        """The one widget."""
        return self.query_one(Grid)

    def on_mount(self) -> None:
        """Focus, and signals: everything committed is on disk already, so they only fold and leave."""
        self.grid.focus()
        self._loop_of_app = asyncio.get_running_loop()
        # handlers of Python itself: they run also while the loop is busy
        for name, status in (("SIGHUP", HANGUP), ("SIGTERM", TERMINATED)):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_, status=status: self._end_soon(status))

    def on_ready(self) -> None:
        """The first frame stands: what was made so far stays, later garbage is collected."""
        gc.freeze()
        gc.enable()
        self._starting.close()
        if self.looks.has_exact_colours:
            self.send(BACKGROUND_QUESTION)
        if self.first is not None:
            self.first()
            self.grid.repaint()

    def quit(self) -> None:
        """Leave; what is under way is given up."""
        self._leave(0)

    def _leave(self, status: int) -> None:
        self._stop_jobs()
        self.exit(status)

    def _end_soon(self, status: int) -> None:
        be_gone_in_time(status)
        self._loop_of_app.call_soon_threadsafe(self._leave, status)

    def hang_up(self) -> None:
        """The terminal is gone: nobody is left to wait for."""
        self._end_soon(HANGUP)

    def on_heard(self, heard: Heard) -> None:
        """Bytes that no keyboard set to UTF-8 sends are told; of answers only that about the background is ours."""
        if isinstance(heard.event, NotUtf8):
            self.grid.call_later(self._told, lambda: self.desk.say(terminal_words.NOT_UTF8_KEYS))
        elif background := told_background(heard.event.sequence):
            self.grid.show_with(looks_on(background, self.looks))

    def draw_again(self) -> None:
        """All of the screen."""
        self.refresh(layout=True)

    def start(self, job: Job[Any]) -> None:
        """Carry *job* out in a thread; what it tells comes after the keys that were pressed before."""
        task = asyncio.create_task(asyncio.to_thread(job.carry_out, self._tell))
        self._jobs[task] = job
        task.add_done_callback(self._jobs.pop)

    def _stop_jobs(self) -> None:
        for job in self._jobs.values():
            job.stop()

    def _tell(self, call: Callable[[], None]) -> None:
        # the way of a key: through the app to the grid
        self.call_later(lambda: self.grid.call_later(self._told, call))

    def _told(self, call: Callable[[], None]) -> None:
        self.desk.carry_out(call)
        self.grid.repaint()

    def touched(self) -> None:
        """A key was pressed: fold the journal once the keys have rested."""
        if self._fold is not None:
            self._fold.cancel()
        self._fold = asyncio.get_running_loop().call_later(FOLD_AFTER, self._start_folding)

    def _start_folding(self) -> None:
        self._folding = asyncio.create_task(asyncio.to_thread(self._fold_now))

    def _fold_now(self) -> None:
        # what is not folded stays in the journal; the next commit tells when the disk is full
        with contextlib.suppress(NhomtreError):
            self.desk.work.fold()

    def fail(self, error: Exception) -> None:
        """A bug: what was typed up to the last cell is on disk; the log names no child."""
        self._stop_jobs()
        self._bug = bug_log.record(error, self.desk.work.workspace.folder)
        self.exit(1, message=self._bug)


def run(workspace: Workspace, looks: Looks, place: str | None) -> int:
    """Show the app until it is left; the exit status. Raises NhomtreError when nothing can be opened."""
    is_new = workspace.year not in workspace.store.years()
    session, notices = open_session(workspace)
    work = Work(workspace, session, notices)
    app = NhomtreApp(work, looks)
    app.desk.begin(work, PageName.FIRST_START if is_new else PageName.HOME)
    if place and not is_new:
        registry.go(app.desk, place)
    if notices:
        app.desk.say(" ".join(notices))
    try:
        return app.run(mouse=False) or 0
    finally:
        work.session.close()

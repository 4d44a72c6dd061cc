"""The app: Textual's loop around the desk. Signals, exports in a process of their own, the way out."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys

from textual.app import App, ComposeResult

from tui import crash, places, texts
from tui.desk import Desk
from tui.pages.first import FirstPage
from tui.pages.home import HomePage
from tui.terminal import Looks
from tui.widgets.grid import Grid
from tui.work import Work, open_session
from tui.workspace import Workspace

FOLD_AFTER = 2.0
"""Seconds without a key after which the journal is folded into the file."""


class NhomtreApp(App[int]):
    """One screen with one widget."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { background: ansi_default; overflow: hidden; }"

    def __init__(self, work: Work, looks: Looks) -> None:
        super().__init__(ansi_color=True)
        self.animation_level = "none"
        self.looks = looks
        self.desk = Desk(work, self, rule=looks.rule)
        self._export: asyncio.subprocess.Process | None = None
        self._exporting: asyncio.Task[None] | None = None

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Grid(self.desk, self.looks)

    @property
    def grid(self) -> Grid:
        """The one widget."""
        return self.query_one(Grid)

    def on_mount(self) -> None:
        """Focus, and signals: everything committed is on disk already, so they only fold and leave."""
        self.grid.focus()
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name):
                with contextlib.suppress(NotImplementedError):
                    loop.add_signal_handler(getattr(signal, name), self.quit)

    def quit(self) -> None:
        """Leave."""
        self.exit(0)

    def start_export(self, kind: str) -> None:
        """Make the file in a process of its own, so that keys are answered meanwhile."""
        if self._exporting and not self._exporting.done():
            self.desk.say(texts.ALREADY_EXPORTING)
            return
        self.desk.say(texts.EXPORT_STARTED)
        self._exporting = asyncio.create_task(self._run_export(kind))

    async def _run_export(self, kind: str) -> None:
        workspace = self.desk.work.workspace
        command = [sys.executable, "-m", "tui.cli", *workspace.arguments(), "export", kind]
        pipe = asyncio.subprocess.PIPE
        try:
            process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)
            self._export = process
            out, err = await process.communicate()
        except OSError:
            self._tell(texts.EXPORT_FAILED)
            return
        if process.returncode == 0:
            self._tell(texts.EXPORT_DONE.format(path=out.decode("utf-8", "replace").strip()))
        else:
            said = err.decode("utf-8", "replace").strip().splitlines()
            self._tell(said[-1] if said else texts.EXPORT_FAILED)

    def _tell(self, text: str) -> None:
        self.desk.say(text)
        self.grid.repaint()

    def _handle_exception(self, error: Exception) -> None:
        """A bug: what was typed up to the last cell is on disk; the log names no child."""
        self._bug = crash.record(error, self.desk.work.workspace.folder)
        self.exit(1, message=self._bug)


def run(workspace: Workspace, looks: Looks, place: str | None) -> int:
    """Show the app until it is left; the exit status. Raises NhomtreError when nothing can be opened."""
    is_new = workspace.year not in workspace.store.years()
    session, notices = open_session(workspace)
    work = Work(workspace, session, notices)
    app = NhomtreApp(work, looks)
    app.desk.begin(FirstPage(app.desk) if is_new else HomePage(app.desk))
    if place and not is_new:
        places.go(app.desk, place)
    if notices:
        app.desk.say(" ".join(notices))
    try:
        return app.run(mouse=False) or 0
    finally:
        work.session.close()

"""The app: Textual's loop around the desk. Signals, work in threads, the way out."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from forms.model.errors import NhomtreError
from forms.model.text import harmless
from forms.package.writer import write
from tui.desk.desk import Desk
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.jobs import bug_log
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.sessions.readable_letters import ReadableLetters
from tui.jobs.sessions.sharing import LOOK_AGAIN, LOOK_EVERY, News, Sharing
from tui.jobs.workspace import Workspace
from tui.pages import registry
from tui.terminal.capabilities import Looks, looks_on
from tui.terminal.contrast import BACKGROUND_QUESTION, told_background
from tui.terminal.ending import (
    be_gone_in_time,
    bugs_come_to,
    ignore_keys_behind_the_end,
    on_signal,
)
from tui.terminal.grid_widget import Grid, wear_own_colours
from tui.terminal.key_stream import Click, NotUtf8, TerminalReply
from tui.terminal.terminal_owner import Heard
from tui.terminal.textual_private import LeanApp
from tui.texts import terminal_words

if sys.platform == "win32":
    from tui.terminal.windows_driver import WindowsDriver as TerminalDriver
else:
    from tui.terminal.linux_driver import LinuxDriver as TerminalDriver

if TYPE_CHECKING:
    from tui.jobs.background import Job

ENDINGS = (
    ("SIGHUP", ExitStatus.HANGUP),
    ("SIGBREAK", ExitStatus.HANGUP),  # Windows, when its console is closed
    ("SIGINT", ExitStatus.INTERRUPTED),
    ("SIGTERM", ExitStatus.TERMINATED),
    # by themselves these would end it, too, and leave the terminal as it is: a limit of the machine, its battery, a stray one
    *(
        (f"SIG{name}", ExitStatus.TERMINATED)
        for name in ("XCPU", "PWR", "ALRM", "VTALRM", "PROF", "USR1", "USR2", "IO", "STKFLT")
    ),
)
"""The signals that end the app, those that the system has, and the exit status after each."""
REST_AFTER = 2.0
"""Seconds without a key after which what is being typed is kept and the journal is folded into the file."""


HINT_AFTER = 20.0
"""Seconds without a key after which a learner gets the hint of the task."""


class OneScreen(Screen[None], inherit_css=False):
    """The whole terminal."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(id="_default")
        self.styles.overflow_x = self.styles.overflow_y = "hidden"
        wear_own_colours(self.styles)
        self._grid = grid

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the newest size only, and paint also where that is the one from before.

        Textual tells the screen each size a second time behind its layout: behind a newer one it would undo that, and so on without end.
        """
        if event.size != self.app.size:
            event.prevent_default()
        else:
            self.call_later(self._grid.repaint)


class NhomtreApp(LeanApp, inherit_css=False):
    """One screen with one widget. None has a style sheet: Textual's own are about what is not there, and each is dear to read."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        work: ShownReport,
        looks: Looks,
        letters: ReadableLetters | None = None,
        *,
        has_mouse: bool = False,
        presents: bool = False,
    ) -> None:
        super().__init__(TerminalDriver)
        self.animation_level = "none"
        wear_own_colours(self.styles)
        self._starting = contextlib.ExitStack()  # the screen is painted once, when all of it is there
        self._starting.enter_context(self.batch_update())
        self.looks = looks
        self.first: Callable[[], None] | None = None
        """What begins as soon as the first frame stands."""
        self._has_mouse = has_mouse
        self.desk = Desk(
            work,
            self,
            registry.page_of,
            letters=letters,
            has_mouse=has_mouse,
            companion_of=registry.companion_of,
            presents=presents,
        )
        self._jobs: dict[asyncio.Task[None], Job[Any]] = {}
        self._rest: asyncio.TimerHandle | None = None
        self._hint: asyncio.TimerHandle | None = None
        self._next: asyncio.TimerHandle | None = None
        """The next look at other sessions without a key."""
        self._touched_at = 0.0
        """By the clock of the loop: when the last key came."""
        self._next_look = 0.0
        """By the clock of the loop: the moment from which a key looks at other sessions again."""
        self._resting: asyncio.Task[None] | None = None
        self._loop_of_app: asyncio.AbstractEventLoop | None = None
        self._has_bug = False
        self._sharing: Sharing | None = None
        self._farewell = ""
        """What is said behind the last screen: about the first bug, or that this session gave way to another one."""

    def share(self, sharing: Sharing) -> None:
        """There may be other sessions on the dossier."""
        self._sharing = sharing
        self.desk.share(sharing)

    def get_default_screen(self) -> Screen[None]:
        """The one screen."""
        return OneScreen(self.grid)

    def get_css_variables(self) -> dict[str, str]:
        """No colours of a theme: the terminal has its own."""
        return {}

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield self.grid

    @cached_property
    def grid(self) -> Grid:
        """The one widget. To ask Textual for it would read a selector."""
        return Grid(self.desk, self.looks, self.touched, self.paint)

    def on_mount(self) -> None:
        """Focus, and signals: everything committed is on disk already, so they keep what is being typed and leave."""
        self.grid.focus()
        self._loop_of_app = asyncio.get_running_loop()
        self._loop_of_app.set_exception_handler(self._loop_failed)
        # handlers of Python itself: they run also while the loop is busy
        for name, status in ENDINGS:
            if hasattr(signal, name):
                on_signal(getattr(signal, name), partial(self.end_soon, status), self.fail_soon)

    def on_resize(self) -> None:
        """The window has another size, or had one in between: it lost lines then, at a size that was perhaps never told."""
        self.grid.forget()

    def on_ready(self) -> None:
        """The first frame stands: what was made so far stays."""
        gc.freeze()
        self._starting.close()
        if self.looks.has_exact_colours:
            self.send(BACKGROUND_QUESTION)
        self._look_from_now_on()
        self.call_after_refresh(self.grid.call_later, lambda: self.go_on())

    def go_on(self) -> None:
        """What could wait until the first frame stands; keys that were typed ahead come in their order."""
        self.desk.stand()
        if self.first is not None:
            self.first()
        self._await_hint()
        self.grid.repaint()
        gc.freeze()  # so does what was made to check it; later garbage is collected
        gc.enable()

    def quit(self) -> None:
        """Leave; what is under way is given up."""
        self._leave(0)

    def _leave(self, status: int) -> None:
        ignore_keys_behind_the_end()
        self._stop_jobs()
        self.exit(status)
        self.keep_draft()

    def end_soon(self, status: int) -> None:
        """From any thread: keep what is being typed and end with *status*, in time whatever else waits.

        Keys that came before are carried out first.
        """
        be_gone_in_time(status, self._last_words)
        if (loop := self._loop_of_app) is None:
            return
        leaving = self._leave_after_the_keys(status)
        try:
            asyncio.run_coroutine_threadsafe(leaving, loop)
        except RuntimeError:  # the loop is closed: it ends already
            leaving.close()

    async def _leave_after_the_keys(self, status: int) -> None:
        self.keep_draft()
        self._tell(lambda: self._leave(status))

    def _last_words(self) -> None:
        self.keep_draft()
        self.give_back()
        self._say_why()

    def keep_draft(self) -> None:
        """What is being typed is on disk when this returns, if the bug that ends all lets it be known."""
        try:
            self.desk.drafts.note()
            self.desk.drafts.save()
        except Exception as error:
            self._record(error)

    def hang_up(self) -> None:
        """The terminal is gone: nobody is left to wait for."""
        self.end_soon(ExitStatus.HANGUP)

    def on_heard(self, heard: Heard) -> None:
        """Bytes that no keyboard set to UTF-8 sends are told; of answers only that about the background is ours."""
        event = heard.event
        match event:
            case NotUtf8():
                self.grid.call_later(self._told, lambda: self.desk.say(terminal_words.NOT_UTF8_KEYS))
            case Click():
                self.grid.call_later(self.grid.click, event.column, event.line)
            case TerminalReply() if background := told_background(event.sequence):
                self.grid.show_with(looks_on(background, self.looks))

    def unsent(self) -> str:
        """What the terminal is to be sent so that it shows the screen as it is now."""
        return self.grid.unsent()

    def start(self, job: Job[Any]) -> None:
        """Carry *job* out in a thread; what it tells comes after the keys that were pressed before."""
        self._jobs[self._in_a_thread(job.carry_out, self._tell)] = job

    def _in_a_thread(self, work: Callable[..., None], *arguments: object) -> asyncio.Task[None]:
        task = asyncio.create_task(asyncio.to_thread(work, *arguments))
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._jobs.pop(task, None)
        if not task.cancelled() and (bug := task.exception()) is not None:
            self.fail(bug)

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
        """A key was pressed: see what others want, and write what can wait once the keys have rested."""
        loop = asyncio.get_running_loop()
        if loop.time() >= self._next_look:
            self._look()
        self._touched_at = loop.time()
        if self._rest is None:
            self._rest = loop.call_later(REST_AFTER, self._rest_or_wait)
        self._await_hint()

    def _await_hint(self) -> None:
        """One timer, and only while a lesson waits for its hint."""
        companion = self.desk.companion
        if self._hint is None and companion is not None and companion.wants_hint:
            self._hint = asyncio.get_running_loop().call_later(HINT_AFTER, self._hint_or_wait)

    def _hint_or_wait(self) -> None:
        loop = asyncio.get_running_loop()
        left = self._touched_at + HINT_AFTER - loop.time()
        self._hint = loop.call_later(left, self._hint_or_wait) if left > 0 else None
        companion = self.desk.companion
        if self._hint is None and companion is not None and companion.wants_hint:
            companion.hint()
            self.grid.repaint()

    def _rest_or_wait(self) -> None:
        """One timer for many keys: it waits again for as long as the last of them came later than it was set."""
        loop = asyncio.get_running_loop()
        left = self._touched_at + REST_AFTER - loop.time()
        self._rest = loop.call_later(left, self._rest_or_wait) if left > 0 else None
        if self._rest is None:
            self._begin_rest()

    def on_unmount(self) -> None:
        """No key comes any more; a rest that began now would want a thread of a loop that is closing."""
        for timer in (self._rest, self._hint, self._next):
            if timer is not None:
                timer.cancel()

    def _look_from_now_on(self) -> None:
        """A timer of the loop: one of Textual's, with its messages, is most of what an idle session takes of the processor."""
        self._next = asyncio.get_running_loop().call_later(LOOK_EVERY, self._look_in_between)

    def _look_in_between(self) -> None:
        self._look_from_now_on()
        if self.message_queue_size or self.grid.message_queue_size:
            self.grid.call_later(self._look)  # keys that came before are carried out first
        else:
            self._look()

    def _look(self) -> None:
        self._next_look = asyncio.get_running_loop().time() + LOOK_AGAIN
        news = self.desk.look()
        if news is News.TIME_UP and self._sharing is not None:
            self._stop_jobs()
            self._farewell = self._sharing.farewell
            be_gone_in_time(ExitStatus.GAVE_WAY, self._last_words)
            self.exit(ExitStatus.GAVE_WAY)
            self.keep_draft()
        elif news is not None:
            self.grid.repaint()

    def _begin_rest(self) -> None:
        self.desk.drafts.note()
        self._resting = self._in_a_thread(self._write_what_waits)

    def _write_what_waits(self) -> None:
        self.desk.drafts.save()
        # what is not folded stays in the journal; the next commit tells when the disk is full
        with contextlib.suppress(NhomtreError):
            self.desk.work.fold()
            if told := self.desk.work.check_kept():
                self._tell(lambda: self.desk.say(" ".join(told)))

    # Bugs, wherever they come up

    def fail(self, error: BaseException) -> None:
        """End after a bug: what was typed is on disk or kept as a draft; the log names no child."""
        is_first = not self._has_bug
        self._record(error)
        if is_first:
            be_gone_in_time(ExitStatus.REFUSED, self._last_words)
            self.exit(ExitStatus.REFUSED)
            self.keep_draft()
            self._stop_jobs()

    def fail_soon(self, error: BaseException) -> None:
        """A bug that came up in any thread."""
        try:
            if self._loop_of_app is None:
                self._record(error)
            else:
                self._loop_of_app.call_soon_threadsafe(self.fail, error)
        except RuntimeError:  # the loop is closed: it ends already
            self._record(error)

    def _loop_failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if (error := context.get("exception")) is not None:
            self.fail(error)

    def _record(self, error: BaseException) -> None:
        sentence = bug_log.record(error, self.desk.work.workspace.folder)
        if not self._has_bug:
            self._has_bug, self._farewell = True, sentence

    def _say_why(self) -> None:
        sentence, self._farewell = self._farewell, ""
        if sentence and sys.__stderr__ is not None:
            sys.__stderr__.write(f"{harmless(sentence)}\n")
            sys.__stderr__.flush()

    def show_until_left(self) -> int:
        """The exit status. However it ends, what is being typed is kept and the terminal is given back."""
        with bugs_come_to(self.fail_soon):
            try:
                self.run(mouse=self._has_mouse)
            except Exception as error:
                self._record(error)
            finally:
                self.keep_draft()  # keys may have come after the end was asked for
                self.give_back()
        self._say_why()
        return ExitStatus.REFUSED if self._has_bug else self.return_value or 0


def run(
    workspace: Workspace,
    looks: Looks,
    letters: ReadableLetters,
    place: str | None,
    *,
    has_mouse: bool,
    presents: bool,
) -> int:
    """Show the app until it is left; the exit status. Raises NhomtreError when nothing can be opened."""
    is_new = workspace.year not in workspace.store.years()
    session, notices = open_session(workspace)
    work = OpenReport(workspace, session, notices)
    app = NhomtreApp(work, looks, letters, has_mouse=has_mouse, presents=presents)
    sharing = Sharing(work, write)
    app.share(sharing)
    app.desk.is_starting = True
    app.desk.begin(work, PageName.FIRST_START if is_new else PageName.HOME)
    if place and not is_new:
        registry.go(app.desk, place)
    app.desk.drafts.offer()
    if notices:
        app.desk.say(" ".join(notices))
    if place is None:
        app.desk.offer_letters()
    try:
        return app.show_until_left()
    finally:
        sharing.withdraw()
        workspace.close(work.session)

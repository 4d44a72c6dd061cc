"""The terminal on Linux and macOS: raw mode, keys in, the screen out, the window's size; and its end told at once.

Textual offers drivers as classes. This one shares nothing with its stock driver but the interface: that one waits
for a terminal that stands still, spins on one that is gone, and takes what a terminal answers for text.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import selectors
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, cast

from textual import constants, events
from textual.driver import Driver
from textual.geometry import Size

from tui.terminal.ending import on_signal
from tui.terminal.key_stream import Click, Event, KeyStream, NotUtf8, Pasted, Stroke, TerminalReply
from tui.terminal.lean.pace import ANSWER, Pace
from tui.terminal.screen_writer import ScreenWriter
from tui.terminal.terminal_owner import Heard, TerminalOwner

assert sys.platform != "win32"

import termios  # noqa: E402 (there are none on Windows)
import tty  # noqa: E402

if TYPE_CHECKING:
    from textual.app import App

BEGIN = "\x1b[?1049h\x1b[?2004h\x1b[?7l"
"""Alternate screen, pastes bracketed, no wrapping at the edge."""
END = "\x1b[m\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
STEADY_CURSOR, OWN_CURSOR = "\x1b[4 q", "\x1b[0 q"
"""A line below the letter, for input methods and magnifiers; it does not blink. At the end that of the terminal again."""
HIDDEN_CURSOR = "\x1b[?25l"
"""Where the shape cannot be told and some would show ``q``, on the console of Linux: who needs its place finds it hidden."""
MOUSE_ON, MOUSE_OFF = "\x1b[?1000h\x1b[?1006h", "\x1b[?1006l\x1b[?1000l"
READ_AT_ONCE = 4096
LAST_WORDS = 0.5
"""Seconds that the terminal has to take what was drawn, and to answer what it was asked, before it is left."""
MOST_PATIENCE = 10.0
"""Seconds after which a terminal that did answer is not waited for any more."""


class LinuxDriver(Driver):
    """Keys and screen of one terminal."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert sys.__stdin__ is not None
        assert sys.__stdout__ is not None
        self._owner = cast("TerminalOwner", app)
        self._input = sys.__stdin__.fileno()
        self._output = sys.__stdout__.fileno()
        self._modes_before: list[Any] | None = None
        self._writer: ScreenWriter | None = None
        self._pace = Pace(is_asked=False)
        self._last_answer = threading.Event()
        """Set while no answer is under way."""
        self._last_answer.set()
        self._patience: asyncio.TimerHandle | None = None
        self._reader: _KeyReader | None = None
        is_console = os.environ.get("TERM", "").startswith("linux")
        self._cursor = (HIDDEN_CURSOR, "") if is_console else (STEADY_CURSOR, OWN_CURSOR)
        """What is written about the cursor at the beginning and at the end."""
        on_signal(signal.SIGTSTP, self._stop, self._failed)
        on_signal(signal.SIGCONT, self._go_on, self._failed)

    @property
    def can_suspend(self) -> bool:
        """A shell may stop us."""
        return True

    def write(self, data: str) -> None:
        """Queue *data* for the terminal; never waits."""
        if self._writer is None:
            return
        question = self._pace.question_behind(data)
        if question:
            self._last_answer.clear()
        self._writer.write(data + question)
        if self._is_full:
            self._owner.line_is_full()
            if self._pace.is_full and self._patience is None:
                self._patience = self._loop.call_later(MOST_PATIENCE, self._give_up)

    @property
    def _is_full(self) -> bool:
        return self._pace.is_full or (self._writer is not None and self._writer.is_behind)

    def _give_up(self) -> None:
        self._pace.give_up()
        self._go_on_painting()

    def _answered(self) -> None:
        self._pace.answered()
        self._go_on_painting()

    def _go_on_painting(self) -> None:
        if not self._pace.is_full and self._patience is not None:
            self._patience.cancel()
            self._patience = None
        if not self._is_full:
            self._owner.line_is_free()

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        with _stopped_in_the_background():
            self._modes_before = _modes(self._input)
        self._writer = ScreenWriter(self._output, self._lost, self._caught_up)
        self._pace = Pace(is_asked=bool(os.environ.get("SSH_TTY")))
        # a line that was full before a stop is none any more
        self._call_soon(self._go_on_painting)
        on_signal(signal.SIGWINCH, self._look_at_size, self._failed)
        self._prepare()
        self._reader = _KeyReader(self._input, self._keys, self._lost, self._failed)
        self._reader.start()
        self._look_at_size()

    def _prepare(self) -> None:
        """The modes and the screen that we need; keys that came already stay."""
        raw = _modes(self._input)
        if raw is not None:
            raw[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            raw[tty.IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
            raw[tty.OFLAG] &= ~termios.OPOST  # a line feed keeps the column
            raw[tty.CC][termios.VMIN] = 1
            _set_modes(self._input, raw)
        self.write(BEGIN + self._cursor[0] + MOUSE_ON * self._mouse)

    def disable_input(self) -> None:
        """Read no more keys."""
        if threading.current_thread() is threading.main_thread():  # Python lets no other one
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        if self._reader is not None:
            # an answer that is still under way would be read by the shell
            self._last_answer.wait(LAST_WORDS)
            self._reader.stop()
            self._reader = None
            with contextlib.suppress(termios.error):
                termios.tcflush(self._input, termios.TCIFLUSH)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        if self._modes_before is not None:
            _set_modes(self._input, self._modes_before)
            self._modes_before = None
        self._pace.give_up()
        self.write(MOUSE_OFF * self._mouse + self._cursor[1] + END)

    def close(self) -> None:
        """Draw what is left, if the terminal takes it."""
        if self._writer is not None:
            self._writer.close(LAST_WORDS)
            self._writer = None

    def _look_at_size(self) -> None:
        """Tell the window's size, in the loop: a signal may come between reading a size and telling it, and the older one would be told last."""
        self._call_soon(self._tell_size)

    def _tell_size(self) -> None:
        size = Size(*_size(self._output))
        self.process_message(events.Resize(size, size))

    def _keys(self, happened: list[Event]) -> None:
        for event in happened:
            match event:
                case Stroke(name, char):
                    self.process_message(events.Key(name, char))
                case Pasted(text):
                    self.process_message(events.Paste(text))
                case TerminalReply(sequence) if sequence == ANSWER:
                    self._last_answer.set()
                    self._call_soon(self._answered)
                case NotUtf8() | TerminalReply() | Click():
                    self.process_message(Heard(event))

    def _call_soon(self, call: Callable[..., None], *arguments: object) -> None:
        # a loop that is closed ends already
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, *arguments)

    def _lost(self) -> None:
        self._last_answer.set()
        self._call_soon(self._owner.hang_up)

    def _caught_up(self) -> None:
        self._call_soon(self._go_on_painting)

    def _failed(self, error: BaseException) -> None:
        self._call_soon(self._owner.fail, error)

    def _stop(self) -> None:
        if self._auto_restart:
            self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        if self._auto_restart:
            # whoever stopped us may have left any picture and any modes behind
            if self._writer is None:
                self.resume_application_mode()
            else:
                with _stopped_in_the_background():
                    self._prepare()
                self._look_at_size()


class _KeyReader:
    """Reads the keyboard in a thread until it is stopped or the terminal is gone."""

    def __init__(
        self,
        descriptor: int,
        keys: Callable[[list[Event]], None],
        lost: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._descriptor = descriptor
        self._keys = keys
        self._lost = lost
        self._failed = failed
        self._wake, self._waker = os.pipe()
        self._thread = threading.Thread(target=self._run, name="nhomtre-keys", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        os.write(self._waker, b"x")
        self._thread.join()
        os.close(self._wake)
        os.close(self._waker)

    def _run(self) -> None:
        try:
            if self._read_until_stopped():
                self._lost()
        except Exception as error:
            self._failed(error)

    def _read_until_stopped(self) -> bool:
        """Whether it ended because the terminal is gone."""
        stream = KeyStream(constants.ESCAPE_DELAY, is_st=os.environ.get("TERM", "").startswith("st"))
        with selectors.DefaultSelector() as selector:
            keyboard = selector.register(self._descriptor, selectors.EVENT_READ)
            wake = selector.register(self._wake, selectors.EVENT_READ)
            while True:
                ready = [key for key, _ in selector.select(stream.wait)]
                if wake in ready:
                    return False
                if keyboard not in ready:
                    self._keys(stream.expire())
                    continue
                try:
                    data = os.read(self._descriptor, READ_AT_ONCE)
                except OSError:
                    return True
                if not data:
                    return True
                self._keys(stream.feed(data))


@contextlib.contextmanager
def _stopped_in_the_background() -> Iterator[None]:
    """A change of modes by a process in the background stops it, until its user brings it to the front."""
    before = {
        number: signal.signal(number, lambda *_: os.kill(os.getpid(), signal.SIGSTOP))
        for number in (signal.SIGTTOU, signal.SIGTTIN)
    }
    try:
        if (modes := _modes(0)) is not None:
            _set_modes(0, modes)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _modes(descriptor: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(descriptor)
    except termios.error:
        return None


def _set_modes(descriptor: int, modes: list[Any]) -> None:
    with contextlib.suppress(termios.error):
        termios.tcsetattr(descriptor, termios.TCSANOW, modes)


def _size(descriptor: int) -> tuple[int, int]:
    """Columns and rows; where the terminal does not say, what the environment says, else 80 × 24."""
    try:
        columns, rows = os.get_terminal_size(descriptor)
    except OSError:
        columns, rows = 0, 0
    if columns and rows:
        return columns, rows
    return _number("COLUMNS") or 80, _number("LINES") or 24


def _number(name: str) -> int:
    """A setting of the environment; 0 where it is none."""
    said = os.environ.get(name, "")
    return int(said) if said.isdecimal() else 0

"""The console of the command line on POSIX and on Windows: Vietnamese before anything is said, and what its keys may end."""

from __future__ import annotations

import atexit
import codecs
import locale
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.jobs.sessions.letter_set import LetterSet, drawn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

if sys.platform == "win32":
    import ctypes

_UTF8_PAGE = 65001
_PLAIN = "nhomtre.without-marks"
"""Name of an error handler of codecs."""


def have_streams() -> None:
    """A standard stream that is closed leads nowhere: its number must not go to a file of ours, which would get what is printed."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            null = os.open(os.devnull, os.O_RDWR)
            if null != number:
                os.dup2(null, number)
                os.close(null)
        if getattr(sys, name) is None:
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115 - it stays open
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


def speak_vietnamese(*, without_marks: bool) -> None:
    """Vietnamese on the streams of this process, and in the console behind them, whatever the locale says of files.

    In ASCII, letters without their marks, where that is asked for or a terminal of another encoding reads.
    """
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        # the console outlives this process: whoever comes next finds it as it was
        atexit.register(kernel.SetConsoleCP, kernel.GetConsoleCP())
        atexit.register(kernel.SetConsoleOutputCP, kernel.GetConsoleOutputCP())
        kernel.SetConsoleCP(_UTF8_PAGE)
        kernel.SetConsoleOutputCP(_UTF8_PAGE)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            is_plain = without_marks or (stream.isatty() and letters_of_locale() is not None)
            stream.reconfigure(
                encoding="ascii" if is_plain else "utf-8", errors=_PLAIN if is_plain else "replace"
            )


def printed_width() -> int:
    """The width of what is printed: as the environment says, else as the terminal does, else 80."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


def letters_of_locale() -> LetterSet | None:
    """ASCII where the terminals of this locale do not read UTF-8; None where the locale says nothing against whole letters."""
    # Windows' consoles have their code page set
    speaks_utf8 = sys.platform == "win32" or codecs.lookup(locale.getpreferredencoding(False)).name == "utf-8"
    return None if speaks_utf8 else LetterSet.ASCII


def _without_marks(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return drawn(error.object[error.start : error.end], LetterSet.ASCII), error.end


codecs.register_error(_PLAIN, _without_marks)


def leave_keys_to_the_screens() -> None:
    """On a screen Ctrl+C and Ctrl+\\ are keys, also those typed before it stands and behind its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.signal(signal.SIGQUIT, signal.SIG_IGN)


_held: list[int] = []
"""Interrupts (Ctrl+C) that came where none is let through."""


def hold_interrupts() -> None:
    """From now on an interrupt is only noted: for the start, and where the end has begun."""
    signal.signal(signal.SIGINT, _hold)


@contextmanager
def interruptible() -> Iterator[None]:
    """The first interrupt, also one that was held, raises KeyboardInterrupt inside; no other one comes after it."""
    hook, sys.unraisablehook = sys.unraisablehook, _pass_interrupts_by(sys.unraisablehook)
    before = signal.signal(signal.SIGINT, _interrupt)
    try:
        if _held:
            _interrupt()
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        _held.clear()
        sys.unraisablehook = hook


def _hold(number: int, _frame: object) -> None:
    _held.append(number)


def _interrupt(*_signal: object) -> None:
    hold_interrupts()
    raise KeyboardInterrupt


def _pass_interrupts_by(
    hook: Callable[[UnraisableHookArgs], object],
) -> Callable[[UnraisableHookArgs], object]:
    """As *hook*; but what came where Python lets nothing be raised is not told, and the next one counts."""

    def tell(unraisable: UnraisableHookArgs) -> None:
        if isinstance(unraisable.exc_value, KeyboardInterrupt):
            signal.signal(signal.SIGINT, _interrupt)
        else:
            hook(unraisable)

    return tell

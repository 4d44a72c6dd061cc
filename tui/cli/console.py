"""The console of the command line on POSIX and on Windows: Vietnamese before anything is said, and what its keys may end."""

from __future__ import annotations

import atexit
import os
import signal
import sys

if sys.platform == "win32":
    import ctypes

_UTF8_PAGE = 65001


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


def speak_utf8() -> None:
    """Vietnamese on the streams of this process, and in the console behind them, whatever the locale says."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        # the console outlives this process: whoever comes next finds it as it was
        atexit.register(kernel.SetConsoleCP, kernel.GetConsoleCP())
        atexit.register(kernel.SetConsoleOutputCP, kernel.GetConsoleOutputCP())
        kernel.SetConsoleCP(_UTF8_PAGE)
        kernel.SetConsoleOutputCP(_UTF8_PAGE)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def take_signals_of_keys(*, ignored: bool) -> None:
    """On a screen Ctrl+C and Ctrl+\\ are keys, also those typed before it stands and behind its end; a command they end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN if ignored else signal.default_int_handler)
    if sys.platform != "win32" and ignored:
        signal.signal(signal.SIGQUIT, signal.SIG_IGN)

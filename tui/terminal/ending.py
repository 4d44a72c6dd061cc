"""The ends of the process: one that its terminal or machine asks for, in time; one by a bug, wherever that comes up."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Alarm = Callable[[BaseException], None]
"""Takes a bug, in whatever thread it came up."""

MOST_SECONDS = 1.8
"""From the request to the end at the latest. What is committed is on disk by then; the lock goes with the process."""

FOR_LAST_WORDS = 0.4
"""Seconds of them for what is written when nothing else got that far."""


def be_gone_in_time(status: int, last_words: Callable[[], None]) -> None:
    """End the process with *status* after ``MOST_SECONDS`` unless it has ended by itself.

    A little before, *last_words* is called in a thread of its own: the loop may never come to it, and it may not come back.
    """

    def end() -> None:
        time.sleep(MOST_SECONDS - FOR_LAST_WORDS)
        threading.Thread(target=last_words, name="nhomtre-last-words", daemon=True).start()
        time.sleep(FOR_LAST_WORDS)
        os._exit(status)

    threading.Thread(target=end, name="nhomtre-ending", daemon=True).start()


@contextmanager
def bugs_come_to(tell: Alarm) -> Iterator[None]:
    """Inside, a bug of any thread or of what Python clears away comes to *tell*; else its traceback would be on the screen."""
    before = threading.excepthook, sys.unraisablehook
    threading.excepthook = lambda bug: tell(bug.exc_value or RuntimeError())
    sys.unraisablehook = lambda bug: tell(bug.exc_value or RuntimeError())
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook = before


def ignore_keys_behind_the_end() -> None:
    """Ctrl+C and Ctrl+Z are signals again once the terminal is as it was: stopped now the process would keep its lock."""
    for name in ("SIGINT", "SIGTSTP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def on_signal(number: int, call: Callable[[], None], tell: Alarm) -> None:
    """Do *call* whenever the signal comes; a bug in it comes to *tell*, not up in what the main thread is doing then."""

    def handle(*_: object) -> None:
        try:
            call()
        except Exception as error:
            tell(error)

    signal.signal(number, handle)

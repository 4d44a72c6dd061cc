"""The end of the process when its terminal or its machine asks for it: in time, whatever else waits."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

MOST_SECONDS = 1.8
"""From the request to the end at the latest. What is committed is on disk by then; the lock goes with the process."""

FOR_LAST_WORDS = 0.4
"""Seconds of them for what is written when nothing else got that far."""

HANGUP, TERMINATED = 128 + 1, 128 + 15  # as a shell tells of SIGHUP and SIGTERM
"""Exit status of a process whose terminal went, and of one that was told to end."""


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

"""The end of the process when its terminal or its machine asks for it: in time, whatever else waits."""

from __future__ import annotations

import os
import threading
import time

MOST_SECONDS = 1.8
"""From the request to the end at the latest. What is committed is on disk by then; the lock goes with the process."""

HANGUP, TERMINATED = 128 + 1, 128 + 15  # as a shell tells of SIGHUP and SIGTERM
"""Exit status of a process whose terminal went, and of one that was told to end."""


def be_gone_in_time(status: int) -> None:
    """End the process with *status* after ``MOST_SECONDS`` unless it has ended by itself."""

    def end() -> None:
        time.sleep(MOST_SECONDS)
        os._exit(status)

    threading.Thread(target=end, name="nhomtre-ending", daemon=True).start()

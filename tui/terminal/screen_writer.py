"""What is drawn goes to the terminal: at once as far as that takes it, the rest from a thread of its own.

Whoever draws never waits for a terminal that does not read, and wakes no thread for one that does.
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
import threading
from collections import deque
from collections.abc import Callable

CHUNK = 4096
"""Bytes that are written at once."""


class ScreenWriter:
    """Writes to the terminal behind *descriptor*; *lost* is called once, in any thread, when that terminal is gone.

    The queue has no limit: whoever draws looks at *is_behind*, and at *caught_up*, which a thread calls once it is empty again.
    """

    def __init__(
        self, descriptor: int, lost: Callable[[], None], caught_up: Callable[[], None] = lambda: None
    ) -> None:
        self._lost = lost
        self._caught_up = caught_up
        self._queue: deque[bytes] = deque()
        """What the terminal has not taken, also while it is being written."""
        self._news = threading.Condition()
        self._is_ending = False
        self._is_given_up = False
        self._is_lost = False
        self._descriptor, self._is_own = _opened_for_us(descriptor)
        self._thread = threading.Thread(target=self._run, name="nhomtre-screen", daemon=True)
        self._thread.start()

    @property
    def is_behind(self) -> bool:
        """Whether the terminal has not taken all of what was written."""
        return bool(self._queue)

    def write(self, text: str) -> None:
        """Write what the terminal takes of *text* and queue the rest; returns at once."""
        data = text.encode("utf-8", "replace")
        with self._news:
            if self._is_lost:
                return
            self._queue.append(data)
            if self._is_own and len(self._queue) == 1:
                self._write_first(data)
            if self._queue:
                self._news.notify()

    def _write_first(self, data: bytes) -> None:
        """What a signal writes in between stands behind it in the queue."""
        try:
            rest = bytes(self._write_some(memoryview(data)))
        except OSError:
            self._lose()
            return
        self._queue.popleft()
        if rest:
            self._queue.appendleft(rest)

    def _lose(self) -> None:
        self._is_lost = True
        self._queue.clear()
        if not self._is_ending:
            self._lost()

    def close(self, patience: float) -> None:
        """Let the thread write what is queued, at most *patience* seconds long, and end.

        What the terminal has not taken by then is dropped: it would come in between whatever is written next.
        """
        with self._news:
            self._is_ending = True
            self._news.notify()
        self._thread.join(patience)
        self._is_given_up = self._thread.is_alive()
        if self._queue and not self._is_lost and not self._thread.is_alive():
            # a bug ended the thread: what gives the terminal back is written all the same
            with contextlib.suppress(OSError):
                os.write(self._descriptor, b"".join(self._queue)[-CHUNK:])
        if self._is_own and not self._thread.is_alive():
            os.close(self._descriptor)

    def _run(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._queue or self._is_ending)
                if not self._queue:
                    return
                count, data = len(self._queue), b"".join(self._queue)
            try:
                self._write_all(data)
            except OSError:
                with self._news:
                    self._lose()
                return
            if self._is_given_up:
                if self._is_own:
                    os.close(self._descriptor)
                return
            with self._news:
                for _ in range(count):
                    self._queue.popleft()
                is_behind = self.is_behind
            if not is_behind:
                self._caught_up()

    def _write_all(self, data: bytes) -> None:
        view = self._write_some(memoryview(data))
        while view:
            select.select((), (self._descriptor,), ())
            if self._is_given_up:
                return
            view = self._write_some(view)

    def _write_some(self, view: memoryview) -> memoryview:
        """What is left when the terminal takes no more. Raises OSError: the terminal is gone."""
        with contextlib.suppress(BlockingIOError):
            while view:
                view = view[os.write(self._descriptor, view[:CHUNK]) :]
        return view


def _opened_for_us(descriptor: int) -> tuple[int, bool]:
    """The terminal opened once more, so that not waiting for it is our own affair and not that of the shell; else itself."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # no such name or no permission for it
            name = os.ttyname(descriptor)
            return os.open(name, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC), True
    return descriptor, False

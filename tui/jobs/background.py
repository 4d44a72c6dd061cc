"""Work away from the keys: in a thread, waiting for a process that can be ended, while the screen is answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from forms.model.errors import NhomtreError

if TYPE_CHECKING:
    from subprocess import Popen

    from exports.output.progress import Progress

Result = TypeVar("Result")
Tell = Callable[[Callable[[], None]], None]
"""Carries out a call on the side of the keys, in order with them."""


def _unseen(done: int, total: int) -> None:
    """Nobody looks how far it is."""


class Job(Generic[Result]):
    """One piece of work, begun once. Once it is stopped nothing more is heard of it.

    *work* is carried out in the thread; it is handed the job, to tell how far it is, to name the process that it
    waits for, to see whether it is still wanted. *ended* takes its result, or why there is none, and *progress* how
    far it is, both on the side of the keys; a bug is raised there.
    """

    def __init__(
        self,
        work: Callable[[Job[Any]], Result],
        ended: Callable[[Result | NhomtreError], None],
        progress: Progress = _unseen,
    ) -> None:
        self._work = work
        self._ended = ended
        self._progress = progress
        self._process: Popen[bytes] | None = None
        self._lock = Lock()
        self._tell: Tell | None = None
        self.is_stopped = False

    def stop(self) -> None:
        """Give it up, from the side of the keys; only its process is ended."""
        with self._lock:
            self.is_stopped = True
            if self._process is not None:
                self._process.kill()

    def carry_out(self, tell: Tell) -> None:
        """All of it, in the thread that calls."""
        self._tell = tell
        try:
            outcome: Result | NhomtreError = self._work(self)
        except NhomtreError as error:
            outcome = error
        except Exception as error:
            self.tell(partial(_raise, error))
            return
        self.tell(lambda: self._ended(outcome))

    # For the work, in its thread

    def tell(self, call: Callable[[], None]) -> None:
        """Carry out a call on the side of the keys, unless the job is stopped by then."""
        assert self._tell is not None
        self._tell(lambda: None if self.is_stopped else call())

    def progress(self, done: int, total: int) -> None:
        """So many steps of so many are done."""
        self.tell(lambda: self._progress(done, total))

    def watch(self, process: Popen[bytes]) -> None:
        """The process that the work waits for from now on."""
        with self._lock:
            self._process = process
            if self.is_stopped:
                process.kill()


def _raise(bug: Exception) -> None:
    raise bug

"""Work away from the keys: in a thread, waiting for a process that can be ended, while the screen is answered."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from subprocess import Popen

Result = TypeVar("Result")
Tell = Callable[[Callable[[], None]], None]
"""Carries out a call on the side of the keys, in order with them."""


class Job(ABC, Generic[Result]):
    """One piece of work. Once it is stopped nothing more is heard of it."""

    def __init__(self) -> None:
        self._process: Popen[bytes] | None = None
        self._lock = Lock()
        self._tell: Tell | None = None
        self.carry_out_there: Tell = _at_once
        """How a call is carried out on the side of the keys: there a refusal becomes a sentence."""
        self.is_stopped = False

    @abstractmethod
    def work(self) -> Result:
        """The work, in the thread; the processes it waits for are handed to ``watch``."""

    @abstractmethod
    def done(self, result: Result) -> None:
        """What becomes of the result, on the side of the keys."""

    def meanwhile(self, call: Callable[[], None]) -> None:
        """From the thread: carry out a call on the side of the keys."""
        assert self._tell is not None
        self._tell(lambda: None if self.is_stopped else self.carry_out_there(call))

    def watch(self, process: Popen[bytes]) -> None:
        """The process that the work waits for from now on."""
        with self._lock:
            self._process = process
            if self.is_stopped:
                process.kill()

    def stop(self) -> None:
        """Give it up, from the side of the keys; only its process is ended."""
        with self._lock:
            self.is_stopped = True
            if self._process is not None:
                self._process.kill()

    def carry_out(self, tell: Tell) -> None:
        """All of it, in the thread that calls; a bug is raised on the side of the keys."""
        self._tell = tell
        try:
            result = self.work()
        except Exception as error:
            bug = error

            def failed() -> None:
                raise bug

            self.meanwhile(failed)
        else:
            self.meanwhile(lambda: self.done(result))


def _at_once(call: Callable[[], None]) -> None:
    call()

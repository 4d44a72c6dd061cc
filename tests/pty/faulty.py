"""The program with a bug of one kind that comes up when Ctrl+X is pressed: ``python -m tests.pty.faulty KIND ...``."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, NoReturn

from tui.cli.main import main
from tui.desk.desk import Desk
from tui.jobs.background import Job
from tui.jobs.open_report import OpenReport
from tui.terminal import linux_driver
from tui.terminal.app import NhomtreApp
from tui.terminal.key_stream import KeyStream
from tui.terminal.screen_writer import ScreenWriter

SECRET = "Nguyễn Thị Bí Mật"
"""Stands in the message and in the locals of every bug: it must be seen nowhere."""
TRIGGER = "ctrl+x"
READY = "x x x"


class Bug(RuntimeError):
    """The bug."""


def fail(*_arguments: object, **_more: object) -> NoReturn:
    child = SECRET
    raise Bug(child)


class Unclearable:
    """Fails when it is cleared away."""

    def __del__(self) -> None:
        fail()


def on_trigger(call: Callable[[Any], None]) -> None:
    """Do *call* with the desk when the key comes."""
    before = Desk.key

    def key(desk: Desk, name: str, char: str | None) -> None:
        if name == TRIGGER:
            call(desk)
        else:
            before(desk, name, char)

    Desk.key = key  # type: ignore[method-assign,assignment]


def replacing(owner: type, name: str) -> Callable[[Any], None]:
    """From the key on *name* fails."""
    return lambda _desk: setattr(owner, name, fail)


def in_a_job(desk: Any) -> None:
    class Failing(Job[None]):
        def carry_out(self, tell: object) -> None:
            fail()

    desk.terminal.start(Failing.__new__(Failing))


def in_a_thread(_desk: object) -> None:
    threading.Thread(target=fail).start()


def when_cleared_away(_desk: object) -> None:
    Unclearable()


def in_the_loop(_desk: object) -> None:
    asyncio.get_running_loop().call_soon(fail)


def in_a_signal_handler(_desk: object) -> None:
    linux_driver._size = fail
    os.kill(os.getpid(), signal.SIGWINCH)


def at_rest(_desk: object) -> None:
    OpenReport.fold = fail  # type: ignore[method-assign]


def in_the_input(desk: Any) -> None:
    KeyStream.feed = fail  # type: ignore[method-assign]
    desk.say(READY)


def in_the_output(desk: Any) -> None:
    ScreenWriter._write_some = fail  # type: ignore[method-assign]
    desk.say(READY)


def in_what_waits_for_the_terminal(desk: Any) -> None:
    ScreenWriter._write_some = lambda _writer, view: view  # type: ignore[method-assign,assignment]
    ScreenWriter._write_all = fail  # type: ignore[method-assign]
    desk.say(READY)


def twice(desk: object) -> None:
    in_a_thread(desk)
    in_the_loop(desk)
    fail()


def while_drafts_fail(desk: Any) -> None:
    desk.drafts.note = fail
    fail()


def at_the_start(_desk: object) -> None:
    """Nothing more: it failed before."""


KINDS: dict[str, Callable[[Any], None]] = {
    "key": fail,
    "drawing": replacing(Desk, "lines"),
    "input": in_the_input,
    "output": in_the_output,
    "waiting output": in_what_waits_for_the_terminal,
    "job": in_a_job,
    "rest": at_rest,
    "thread": in_a_thread,
    "finaliser": when_cleared_away,
    "loop": in_the_loop,
    "signal": in_a_signal_handler,
    "twice": twice,
    "drafts": while_drafts_fail,
    "start": at_the_start,
}


def never_back(desk: Any) -> None:
    """No bug: it only never comes back."""
    sys.__stdout__.write(READY)  # type: ignore[union-attr]
    sys.__stdout__.flush()  # type: ignore[union-attr]
    while True:
        pass


if __name__ == "__main__":
    kind = sys.argv[1]
    if kind == "start":
        NhomtreApp.on_mount = fail  # type: ignore[method-assign]
    on_trigger(KINDS.get(kind, never_back))
    sys.exit(main(sys.argv[2:]))

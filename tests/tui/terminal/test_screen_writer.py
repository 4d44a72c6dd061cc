"""What is drawn goes out at once as far as the terminal takes it, never waits, and keeps its order."""

from __future__ import annotations

import os
import signal
import sys
import threading
import tty
from collections.abc import Iterator

import pytest

from tui.terminal.screen_writer import ScreenWriter

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such terminals on Windows")

MUCH = "".join(f"{number:06}\n" for number in range(40_000))
"""More than any terminal takes before it is read."""


class Line:
    """Both ends of a terminal, and how often it was said to be lost."""

    def __init__(self) -> None:
        self.screen, self.program = os.openpty()
        tty.setraw(self.program)
        self.losses = 0
        self.is_lost = threading.Event()
        self.has_caught_up = threading.Event()
        self.writer = ScreenWriter(self.program, self._lose, self.has_caught_up.set)

    def _lose(self) -> None:
        self.losses += 1
        self.is_lost.set()

    def read(self, size: int) -> str:
        """So many bytes as they come."""
        data = b""
        while len(data) < size:
            data += os.read(self.screen, size - len(data))
        return data.decode()


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    line.writer.close(5)
    os.close(line.program)


def test_a_terminal_that_reads_is_written_to_by_whoever_draws(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    writers: set[int] = set()
    some = ScreenWriter._write_some

    def noted(writer: ScreenWriter, view: memoryview) -> memoryview:
        writers.add(threading.get_ident())
        return some(writer, view)

    monkeypatch.setattr(ScreenWriter, "_write_some", noted)
    line.writer.write("biểu 4")
    assert line.read(len("biểu 4".encode())) == "biểu 4"
    assert writers == {threading.get_ident()}


def test_one_that_does_not_read_is_not_waited_for_and_gets_all_in_order(line: Line) -> None:
    line.writer.write(MUCH)
    line.writer.write("after it")
    assert line.read(len(MUCH) + len("after it")) == MUCH + "after it"
    line.writer.write("and at once again")
    assert line.read(len("and at once again")) == "and at once again"


def test_whoever_draws_can_see_that_it_is_behind_and_is_told_when_it_is_not_any_more(line: Line) -> None:
    line.writer.write("a frame")
    assert not line.writer.is_behind
    line.writer.write(MUCH)
    assert line.writer.is_behind
    assert not line.has_caught_up.is_set()
    line.read(len("a frame") + len(MUCH))
    assert line.has_caught_up.wait(10)
    assert not line.writer.is_behind


def test_what_a_terminal_has_not_taken_in_time_comes_in_between_nothing(line: Line) -> None:
    line.writer.write(MUCH)
    line.writer.close(0.05)
    other = ScreenWriter(line.program, line._lose)
    other.write("another screen")
    seen = ""
    while "another screen" not in seen:
        seen += line.read(1)
    assert len(seen) < len(MUCH)
    line.writer._thread.join(10)
    line.writer = other
    other.write("!")
    assert line.read(1) == "!"


def test_what_a_signal_writes_stands_behind_what_was_being_written(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = ScreenWriter._write_some
    before = signal.signal(signal.SIGUSR1, lambda *_: line.writer.write("end"))

    def interrupted(writer: ScreenWriter, view: memoryview) -> memoryview:
        monkeypatch.setattr(ScreenWriter, "_write_some", some)
        signal.raise_signal(signal.SIGUSR1)
        return some(writer, view)

    monkeypatch.setattr(ScreenWriter, "_write_some", interrupted)
    try:
        line.writer.write("a frame, ")
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert line.read(len("a frame, end")) == "a frame, end"


@pytest.mark.parametrize("waits", [False, True])
def test_a_terminal_that_is_gone_is_told_once(line: Line, *, waits: bool) -> None:
    if waits:
        line.writer.write(MUCH)
    os.close(line.screen)
    line.writer.write("a frame")
    line.writer.write("another")
    assert line.is_lost.wait(10)
    assert line.losses == 1

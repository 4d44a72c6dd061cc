"""A terminal that goes or stands still never keeps the process: it ends in time, the lock is free, nothing is lost."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyte
import pytest

from forms.dossier.content import Content
from forms.package.training import training_year
from forms.store.drafts.draft import decode_draft
from tests.pty.driver import ROOT, nhomtre
from tests.pty.stored import cells, in_training
from tests.pty.test_endings import PLACE, next_session_can_write

pytestmark = pytest.mark.slow

MOST_SECONDS = 2.0
TURNS = 50 if os.environ.get("NHOMTRE_FULL") == "1" else 1
HANGUP = 129


class Line:
    """A program at the end of a line whose other side reads only when it is told to."""

    def __init__(self, folder: Path) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        command = [sys.executable, "-m", "tui.cli", "--data", str(folder), "--demo", "--today", "2019-09-19"]
        self.process = subprocess.Popen(
            [*command, "--at", PLACE],
            stdin=slave, stdout=slave, stderr=slave, start_new_session=True, cwd=ROOT,
            env={**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8"},
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(slave)
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)

    def read_until(self, text: str) -> None:
        """Read until *text* stands on the screen."""
        while text not in "\n".join(self._screen.display):
            self._stream.feed(os.read(self.master, 65536))

    def send(self, data: bytes) -> None:
        os.write(self.master, data)

    def close(self) -> None:
        os.close(self.master)

    def seconds_to_end(self) -> float:
        """How long the process goes on; it is killed when that is far too long."""
        begin = time.monotonic()
        try:
            self.process.wait(MOST_SECONDS * 4)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return time.monotonic() - begin


def idle(line: Line) -> None:
    """Nothing was typed."""


def one_key(line: Line) -> None:
    line.send(b"5")
    line.read_until("[5")


def burst(line: Line) -> None:
    line.send(b"".join(b"%d\r" % (index % 90) for index in range(150)))


def stalled(line: Line) -> None:
    """Nobody reads what 400 keys draw."""
    for _ in range(40):
        line.send(b"\x1b[B\x1b[A" * 5)
    line.send(b"5\r6\r7")


def exporting(line: Line) -> None:
    line.send(b"\x1b[18~")
    line.read_until("PDF")


def saving(line: Line) -> None:
    """The first of many cells is on disk and shown, the next ones are being saved."""
    line.send(b"".join(b"%d\r" % (7000 + index) for index in range(90)))
    line.read_until("7.000")


def stopped(line: Line) -> None:
    one_key(line)
    line.process.send_signal(signal.SIGSTOP)


HALF_TYPED: dict[Callable[[Line], None], str] = {one_key: "5", stopped: "5"}
"""What was being typed when the line was closed, where that is sure."""


@pytest.fixture
def before(stored: Callable[[], Content]) -> dict[tuple[str, str], Any]:
    return cells(stored(), "T4")


def answer_the_offer(line: Line, draft: Path) -> None:
    """What the session before was typing is offered, or shown where the cell has changed; it is dropped."""
    if draft.exists():
        line.read_until("Esc bỏ" if decode_draft(draft.read_bytes()).old == 1 else "Esc")
        line.send(b"\x1b")
        line.read_until("bỏ phần gõ dở")


@pytest.mark.promise("R8")
@pytest.mark.long
@pytest.mark.parametrize("what", [idle, one_key, burst, stalled, exporting, saving, stopped])
def test_a_closed_line_ends_the_process_in_time(
    what: Callable[[Line], None],
    folder: Path,
    before: dict[tuple[str, str], Any],
    stored: Callable[[], Content],
) -> None:
    draft = in_training(folder) / f"{training_year()}.draft"
    for turn in range(TURNS + 1):  # the last turn answers what the one before was typing
        line = Line(folder)
        line.read_until("203")
        line.read_until("Menu")
        answer_the_offer(line, draft)
        what(line)
        line.close()
        assert line.seconds_to_end() <= MOST_SECONDS, f"turn {turn}"
        assert line.process.returncode in (HANGUP, -signal.SIGHUP), f"turn {turn}"
        if text := HALF_TYPED.get(what):
            assert decode_draft(draft.read_bytes()).text == text, f"turn {turn}"
        next_session_can_write(folder)
    assert set(before) <= set(cells(stored(), "T4"))


@pytest.mark.promise("R8")
def test_a_terminal_that_stands_still_is_left_in_time(
    folder: Path, before: dict[tuple[str, str], Any]
) -> None:
    line = Line(folder)
    line.read_until("Menu")
    stalled(line)
    line.process.send_signal(signal.SIGTERM)
    assert line.seconds_to_end() <= MOST_SECONDS
    assert line.process.returncode == 128 + signal.SIGTERM
    line.close()
    next_session_can_write(folder)


@pytest.fixture
def wild(folder: Path) -> Iterator[Any]:
    with nhomtre(folder, "--at", PLACE) as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        yield terminal


def test_a_wrong_byte_is_told_and_ends_nothing(wild: Any, folder: Path) -> None:
    wild.send(b"1\xe9\xff2")
    wild.wait_for("không phải UTF-8", "[12")
    wild.send(b"\r")
    wild.wait_for(" 12 ")
    assert wild.leave() == 0


def test_what_a_terminal_answers_is_no_text(wild: Any, folder: Path) -> None:
    wild.send(b"\x1b[?1;2c\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[P\x1b[24;80R12\r")
    wild.wait_for(" 12 ")
    assert wild.leave() == 0
    assert (in_training(folder) / "2019-2020.json").exists()


def test_keys_typed_before_the_screen_stands_mean_what_they_mean_later(
    folder: Path, stored: Callable[[], Content]
) -> None:
    line = Line(folder)
    line.send(b"12\r34\r")
    line.read_until("Menu")
    line.read_until(" 34 ")
    line.close()
    line.seconds_to_end()
    found = cells(stored(), "T4")
    assert (found["203", "TU_THUC.permanent"], found["203", "TU_THUC.semi_permanent"]) == (12, 34)

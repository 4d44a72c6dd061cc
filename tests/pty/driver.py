"""A program in a pseudo terminal of its own: keys go in as bytes, the screen comes out through pyte.

Whatever it writes is read at once by a thread, as a terminal does; waiting means looking at the screen
until it shows what is waited for, with a deadline.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import resource
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

ROOT = Path(__file__).parents[2]
DEADLINE = 30.0
TODAY = "2019-09-19"

KEYS = {
    "F1": b"\x1bOP", "F2": b"\x1bOQ", "F3": b"\x1bOR", "F4": b"\x1bOS", "F5": b"\x1b[15~", "F6": b"\x1b[17~",
    "F7": b"\x1b[18~", "F8": b"\x1b[19~", "F9": b"\x1b[20~", "F10": b"\x1b[21~",
    "Esc": b"\x1b", "Enter": b"\r", "Tab": b"\t", "Backspace": b"\x7f", "Delete": b"\x1b[3~",
    "Up": b"\x1b[A", "Down": b"\x1b[B", "Right": b"\x1b[C", "Left": b"\x1b[D", "Home": b"\x1b[H", "End": b"\x1b[F",
    "PgUp": b"\x1b[5~", "PgDn": b"\x1b[6~", "Ctrl+Z": b"\x1a", "Ctrl+Y": b"\x19",
    "Insert": b"\x1b[2~", "Ctrl+N": b"\x0e", "Ctrl+D": b"\x04", "Ctrl+T": b"\x14", "Ctrl+F": b"\x06", "Ctrl+L": b"\x0c",
}  # fmt: skip
QUIT = KEYS["F10"] + KEYS["End"] + KEYS["Enter"] + b"c" + KEYS["Enter"]
"""The last entry of the menu, and yes."""

STATUS = b"\x1b[5n"
"""Asks whether the terminal is there."""
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]"  # private marks
    rb"|\x1b\[\?[0-9;]*\$[a-z]"  # questions about modes
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # window titles and the like
    rb"|\x1bP[^\x1b]*\x1b\\"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*|P[^\x1b]*|[ -/]*)?\Z")


class GaveUp(AssertionError):
    """What was waited for did not come."""


class Terminal:
    """A running program and what its user sees."""

    _most_at_once = 65536
    """Bytes that are read at once."""

    def __init__(
        self,
        command: Iterable[str | Path],
        *,
        home: Path,
        env: Mapping[str, str | None] | None = None,
        rows: int = 24,
        columns: int = 80,
        file_limit: int | None = None,
        background: str | None = None,
        answers: bool = True,
    ) -> None:
        self.rows, self.columns = rows, columns
        self._answers = answers
        self.background = background
        """What the terminal answers when it is asked for its background: ``ffff/ffff/ffff``."""
        self.written = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        self._lock = threading.Lock()
        self._news = threading.Condition(self._lock)
        self._ended = False
        self._stop = os.pipe()
        self.reads = threading.Event()
        """While it is not set, nothing is read, as on a line that stands still."""
        self.reads.set()
        self.master, slave = os.openpty()
        self._size(rows, columns)
        self.modes_before = _modes(self.master)

        def in_the_child() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            if file_limit is not None:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(
                    resource.RLIMIT_FSIZE, (file_limit, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
                )

        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdin=slave, stdout=slave, stderr=slave, start_new_session=True, preexec_fn=in_the_child,
            cwd=ROOT, env=_environment(home, env or {}),
        )  # fmt: skip
        os.close(slave)
        self._reader = threading.Thread(target=self._drain, daemon=True)
        self._reader.start()

    # What comes out

    def _drain(self) -> None:
        while True:
            if self._stop[0] in select.select([self.master, self._stop[0]], [], [])[0]:
                return
            self.reads.wait(DEADLINE)
            try:
                data = os.read(self.master, self._most_at_once)
            except OSError:
                data = b""
            self._pass_on(len(data))
            with self._news:
                if data:
                    questions = (self.written[-len(STATUS) + 1 :] + data).count(STATUS)
                    self.written += data
                    self._show(data)
                    if self.background and b"\x1b]11;?" in data:
                        os.write(self.master, f"\x1b]11;rgb:{self.background}\x1b\\".encode())
                    os.write(self.master, b"\x1b[0n" * questions * self._answers)
                else:
                    self._ended = True
                self._news.notify_all()
            if not data:
                return

    def _pass_on(self, size: int) -> None:
        """The line takes its time for so many bytes: none here."""

    def _show(self, data: bytes) -> None:
        whole = _UNKNOWN_TO_PYTE.sub(b"", self._pending + data)
        unfinished = _UNFINISHED.search(whole)
        self._pending = whole[unfinished.start() :] if unfinished else b""
        self._stream.feed(whole[: len(whole) - len(self._pending)])

    def spoil(self, rubbish: str) -> None:
        """Another program writes on the screen."""
        with self._lock:
            self._stream.feed(rubbish.encode())

    @property
    def lines(self) -> list[str]:
        """The screen as it is now."""
        with self._lock:
            return [line.rstrip() for line in self._screen.display]

    def looks(self) -> list[str]:
        """The screen line by line; below each the runs of cells that do not look plain: columns, colour, attributes."""
        with self._lock:
            found = []
            for y in range(self.rows):
                row = self._screen.buffer[y]
                found.append(self._screen.display[y].rstrip())
                runs = groupby(range(self.columns), key=lambda x, row=row: _look(row[x]))  # type: ignore[misc]
                for look, cells in runs:
                    places = list(cells)
                    if look:
                        found.append(f"    ^ {places[0]}-{places[-1]} {look}")
            return found

    @property
    def cursor(self) -> tuple[int, int, bool]:
        """Column and line of the terminal's own cursor, and whether the cell there is in reverse."""
        with self._lock:
            x, y = self._screen.cursor.x, self._screen.cursor.y
            return x, y, self._screen.buffer[y][x].reverse

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def output(self) -> bytes:
        """Every byte written so far."""
        with self._lock:
            return bytes(self.written)

    def wait(
        self, what: Callable[[list[str]], Any], name: str = "the screen", seconds: float = DEADLINE
    ) -> Any:
        """Look at the screen until *what* finds something there."""
        until = time.monotonic() + seconds
        while True:
            with self._lock:
                lines = [line.rstrip() for line in self._screen.display]
                seen, ended = len(self.written), self._ended
            found = what(lines)
            if found:
                return found
            left = until - time.monotonic()
            if left <= 0 or ended:
                why = "the program ended" if ended else f"not within {seconds:g} s"
                raise GaveUp(f"{name}: {why}\n" + "\n".join(lines))
            with self._news:
                if len(self.written) == seen and not self._ended:
                    self._news.wait(min(left, 0.1))

    def wait_for(self, *texts: str, seconds: float = DEADLINE) -> str:
        """Until every one of *texts* is on the screen; the screen."""

        def all_there(lines: list[str]) -> str:
            whole = "\n".join(lines)
            return whole if all(text in whole for text in texts) else ""

        shown: str = self.wait(all_there, " and ".join(map(repr, texts)), seconds)
        return shown

    def wait_gone(self, text: str, seconds: float = DEADLINE) -> None:
        """Until *text* is not on the screen any more."""
        self.wait(lambda lines: text not in "\n".join(lines), f"{text!r} gone", seconds)

    def rest(self, seconds: float = 0.3) -> list[str]:
        """The screen once nothing was written for so long."""
        with self._news:
            while True:
                size = len(self.written)
                self._news.wait_for(lambda size=size: len(self.written) != size or self._ended, seconds)  # type: ignore[misc]
                if len(self.written) == size:
                    return [line.rstrip() for line in self._screen.display]

    # What goes in

    def send(self, data: bytes | str) -> None:
        """Every byte at once (one write as long as the kernel takes it)."""
        rest = data.encode() if isinstance(data, str) else data
        while rest:
            rest = rest[os.write(self.master, rest) :]

    def send_slowly(self, chunks: Iterable[bytes], gap: float) -> None:
        """Each chunk in a write of its own, *gap* seconds apart."""
        for chunk in chunks:
            self.send(chunk)
            until = time.monotonic() + gap
            while (left := until - time.monotonic()) > 0:
                threading.Event().wait(left)

    def send_one_by_one(self, chunks: Iterable[bytes]) -> None:
        """Each chunk in a write of its own, once what was before it has been painted."""
        for chunk in chunks:
            before = len(self.output)
            self.send(chunk)
            self.wait(lambda _, before=before: len(self.output) > before, f"a painting after {chunk!r}")  # type: ignore[misc]

    def press(self, *names: str) -> None:
        """Named keys in one write."""
        self.send(b"".join(KEYS[name] for name in names))

    def resize(self, rows: int, columns: int) -> None:
        """Another window size; the kernel tells the program."""
        with self._lock:
            self.rows, self.columns = rows, columns
            self._screen.resize(rows, columns)
        self._size(rows, columns)

    def _size(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # The end

    def leave(self) -> int:
        """Out through the menu; the exit status."""
        self.send(QUIT)
        return self.status()

    def status(self, seconds: float = DEADLINE) -> int:
        """The exit status once the program has ended and all it wrote was read."""
        status = self.process.wait(seconds)
        self._reader.join(seconds)
        return status

    def kill(self, number: int = signal.SIGKILL) -> int:
        """Send a signal; the exit status."""
        self.process.send_signal(number)
        return self.status()

    def hang_up(self) -> int:
        """Close the window; the exit status."""
        os.close(self._stop[1])
        self._reader.join(DEADLINE)
        os.close(self.master)
        self.master = -1
        return self.process.wait(DEADLINE)

    def modes_after(self) -> list[Any]:
        """The line discipline now, to compare with ``modes_before``."""
        return _modes(self.master)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(DEADLINE)
        self._reader.join(DEADLINE)
        for descriptor in (self.master, *self._stop):
            with contextlib.suppress(OSError):
                os.close(descriptor)


def nhomtre(folder: Path, *arguments: str, demo: bool = True, **more: Any) -> Terminal:
    """``python -m tui.cli.main --data FOLDER --demo ...`` in a terminal of 80×24."""
    chosen = ["--demo"] if demo else []
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "tui.cli",
        "--data",
        folder,
        "--today",
        TODAY,
        *chosen,
        *arguments,
    ]
    return Terminal(command, home=folder.parent / "home", **more)


def _look(char: Any) -> str:
    names = [name for name in ("bold", "reverse", "underscore", "italics", "blink") if getattr(char, name)]
    colours = [
        f"{ground} {colour}" for ground in ("fg", "bg") if (colour := getattr(char, ground)) != "default"
    ]
    return ", ".join([*colours, *names])


def _modes(descriptor: int) -> list[Any]:
    return termios.tcgetattr(descriptor)


_OURS = (
    "TERM",
    "COLORTERM",
    "NO_COLOR",
    "SSH_TTY",
    "NHOMTRE_HOME",
    "XDG_DATA_HOME",
    "PYTHONUTF8",
    "LINES",
    "COLUMNS",
)


def _environment(home: Path, changes: Mapping[str, str | None]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _OURS and not name.startswith(("LC_", "LANG", "TEXTUAL", "PYTEST"))
    }
    wanted: dict[str, str | None] = {
        **kept,
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
        "HOME": str(home),
        **changes,
    }
    return {name: value for name, value in wanted.items() if value is not None}

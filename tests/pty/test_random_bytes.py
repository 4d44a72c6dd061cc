"""Any byte in any order in a real terminal: no traceback, no hang, no control character in a record, and undo leads back."""

from __future__ import annotations

import fcntl
import os
import random
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.content import apply, empty_content
from forms.dossier.dossier import Kind
from forms.model.values import Typed
from forms.package.training import training_year
from forms.store.store import Store
from tests.pty.driver import KEYS, ROOT, TODAY
from tests.pty.stored import in_training

FULL = os.environ.get("NHOMTRE_FULL") == "1"
SEEDS = range(4) if FULL else range(1)
COUNT = 75_000 if FULL else 1_500
"""Keys and other things a seed; 300,000 in all when the run is full."""
AT_ONCE = 250
PATIENCE = 120.0
"""Seconds after which a program that does not answer hangs."""
LEFT, BROKEN = 0, b"Traceback (most recent call last)"

MOVING = tuple(
    KEYS[name]
    for name in ("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "Tab", "Enter", "Enter", "Esc")
)
EDITING = tuple(KEYS[name] for name in ("Backspace", "Delete", "Ctrl+Z", "Ctrl+Y", "Enter"))
ACTIONS = (*(KEYS[f"F{number}"] for number in (1, 2, 3, 4, 5, 6, 9, 10)), b"\x1b[24~", b"\x07", b"\x0f")
EXPORTS = (KEYS["F7"], KEYS["F8"])
LETTERS = tuple(
    char.encode()
    for char in "0123456789aăâbcdđeêghiklmnoôơpqrstuưvxyÁữợ ,./-漢👩e\u0302\u0323²٣\u202e\u200b\u00a0"
)
REPLIES = (
    b"\x1b[?1;2c", b"\x1b[>41;379;0c", b"\x1b[0n", b"\x1b[24;80R", b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b]10;rgb:0/0/0\x07",
    b"\x1b[?2026;2$y", b"\x1bP1$r0m\x1b\\", b"\x1bP!|00000000\x1b\\", b"\x1b[8;24;80t", b"\x1b_Gi=1;OK\x1b\\", b"\x1b[I", b"\x1b[O",
    b"\x1b[?62;c", b"\x1b[3;4;5t", b"\x1b^pm\x1b\\", b"\x1bXsos\x1b\\",
)  # fmt: skip
FOREIGN = (
    b"\x1b[P", b"\x1b[4h", b"\x1b[4l", b"\x1b[M", b"\x1b[N", b"\x1b[[A", b"\x1b[[E", b"\x1b[7~", b"\x1b[8~", b"\x1b[3$", b"\x1b[3^",
    b"\x1b[a", b"\x1bOa", b"\x1bOj", b"\x1bOM", b"\x1b[27;5;97~", b"\x1b[97;3u", b"\x1b[1;5D", b"\x1b[15;2~", b"\x1b[<0;10;10M",
    b"\x1b[<64;1;1M", b"\x1b[M !!", b"\x1b[32;10;10M", b"\x1ba", b"\x1b\xc3\xb3", b"\x1b\x1b[A", b"\x9b1;2c", b"\xc2\x9b31m",
    b"\xc2\x85", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\xff\xfe", b"\xe1\xba",
)  # fmt: skip
PASTES = (
    "Lê Thị Thử", "1\t2\t3\n4\t5\t6", "a\x1b[2Jb\x1b]0;x\x07c", "\x00\x01\x07\x08\x7f\x80\x9b31m", "\u202eđảo\u2066x\u2069\u200f",
    "x" * 3000, "\r\n\r\n", "\x1b[200~lồng", "e\u0302\u0323" * 9, "1\t" * 500, "",
)  # fmt: skip
END_OF_PASTE, PROBE, ANSWER = b"\x1b[201~", b"\x1b[23~", "Phím F11 ".encode()
"""The end of a paste that may be open, then a key that means nothing anywhere and is told by its name."""


def some_bytes(rng: random.Random) -> bytes:
    """One key or one thing that is none."""
    match rng.random():
        case chance if chance < 0.3:
            return rng.choice(MOVING)
        case chance if chance < 0.38:
            return rng.choice(EDITING)
        case chance if chance < 0.45:
            return rng.choice(ACTIONS)
        case chance if chance < 0.451:
            return rng.choice(EXPORTS)
        case chance if chance < 0.7:
            return rng.choice(LETTERS)
        case chance if chance < 0.8:
            return bytes((rng.randrange(256),))
        case chance if chance < 0.86:
            return rng.choice(REPLIES)
        case chance if chance < 0.92:
            return rng.choice(FOREIGN)
        case chance if chance < 0.97:
            whole = rng.choice((*REPLIES, *FOREIGN, *ACTIONS))
            return whole[: rng.randint(1, len(whole))]
    end = b"\x1b[201~" if rng.random() < 0.9 else b""
    return b"\x1b[200~" + rng.choice(PASTES).encode() + end


class Session:
    """The program at the end of a line that is read while it is written to."""

    def __init__(self, folder: Path) -> None:
        self.master, slave = os.openpty()
        self.resize(24, 80)
        command: list[str | Path] = [
            sys.executable,
            "-m",
            "tui.cli",
            "--data",
            folder,
            "--demo",
            "--today",
            TODAY,
            "--year",
            str(training_year()),
        ]
        self.process = subprocess.Popen(
            [*command, "--at", "T4.203:TU_THUC.permanent", "--mouse"],
            stdin=slave, stdout=slave, stderr=slave, start_new_session=True, cwd=ROOT,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": str(folder.parent / "home")},
        )  # fmt: skip
        os.close(slave)
        self.has_ended = False
        self.output = b""
        """What came since the last thing that was sent."""
        self.wait_for("TẬP HUẤN".encode())

    def resize(self, rows: int, columns: int) -> None:
        """Another window size; the kernel tells the program."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, data: bytes) -> None:
        """Every byte, and read meanwhile what comes."""
        self.output, until = b"", time.monotonic() + PATIENCE
        while data and not self.has_ended:
            assert time.monotonic() < until, "the program does not read"
            can_read, can_write, _ = select.select([self.master], [self.master], [], 1)
            if can_read:
                self._read()
            elif can_write:
                data = data[os.write(self.master, data[:512]) :]

    def _read(self) -> None:
        try:
            self.output += os.read(self.master, 65536)
        except OSError:
            self.has_ended = True
        assert BROKEN not in self.output, self.output.decode("utf-8", "replace")

    def wait_for(self, text: bytes, again: bytes = b"") -> bool:
        """Until *text* comes; False when the program ends.

        While nothing comes, *again* is sent and the window changes, so that what was said in the meantime is
        said anew and shown whole.
        """
        until, rows = time.monotonic() + PATIENCE, 24
        while text not in self.output:
            assert time.monotonic() < until, f"the program hangs: {self.output[-2000:]!r}"
            if select.select([self.master], [], [], 0.3)[0]:
                self._read()
            elif again:
                os.write(self.master, again)
                rows = 49 - rows
                self.resize(rows, 80)
            if self.has_ended:
                return False
        return True

    def lives(self) -> bool:
        """Whether it answers; False when it was left, which is all that may end it."""
        self.resize(24, 80)
        self.send(END_OF_PASTE + PROBE)
        if self.wait_for(ANSWER, PROBE):
            return True
        self.leave()
        return False

    def leave(self) -> None:
        """It has ended by itself, without an error."""
        status = self.process.wait(PATIENCE)
        os.close(self.master)
        assert status == LEFT, self.output.decode("utf-8", "replace")

    def close(self) -> None:
        """Close the window."""
        os.close(self.master)
        self.process.wait(PATIENCE)


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a tree of records, keys of free names among them."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield str(key)
            yield from texts_of(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_of(part)
    elif isinstance(value, str | Typed):
        yield value if isinstance(value, str) else value.text


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_random_bytes_break_nothing_and_all_of_them_can_be_undone(folder: Path, seed: int) -> None:
    rng = random.Random(seed)
    session, starts, sent = Session(folder), 1, b""
    try:
        for _ in range(COUNT // AT_ONCE):
            sent = b""
            for _ in range(AT_ONCE):
                if rng.random() < 0.02:
                    session.send(sent)
                    session.resize(rng.randint(5, 60), rng.randint(20, 200))
                    sent = b""
                sent += some_bytes(rng)
            session.send(sent)
            if not session.lives():
                session, starts = Session(folder), starts + 1
    except AssertionError as error:
        error.add_note(f"seed {seed}, start {starts}, sent last: {sent!r}")
        raise
    session.close()
    assert not list(folder.rglob("*.log"))
    store = Store(in_training(folder))
    for year in store.years():
        with store.open(year, write=False) as opened:
            for text in texts_of(opened.dossier.content.tree):
                assert text.isprintable(), repr(text)
    with store.open(training_year(), write=True) as opened:
        first = content = empty_content(training_year())
        changes = list(opened.dossier.journal.changes())
        assert len(changes) > COUNT / 500
        for change in changes:
            content = apply(content, change.edits)
            first = content if change.kind in (Kind.FIRST, Kind.MOVE) else first
        while opened.dossier.undo():
            pass
        assert opened.dossier.content.tree == first.tree

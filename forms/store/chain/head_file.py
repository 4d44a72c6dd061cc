"""The last line that was acknowledged, beside the journal: it tells when lines are missing at its end.

A file that was cut behind a whole line looks as it once was. So each commit notes here, after its line is on disk and before it is
acknowledged, number and sum of the line. The note is not waited for: after a power cut it may be older than the
journal, never newer; each fold makes it durable, and makes it again where it was lost. Without the file nothing is known.
"""

# every call goes through os, where a test can make it fail
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from forms.store.system import platform_calls, system_calls
from forms.store.system.short_sums import short_sum

_HEAD = r"(\d{1,12})\.([0-9a-f]{16})?"
_WIDTH = 64


class Head(NamedTuple):
    """The end of a chain: number and sum of its last line; the sum of that line stands for all before it."""

    seq: int
    line: str

    def __str__(self) -> str:
        return f"{self.seq}.{self.line}"


def read_head(text: str) -> Head | None:
    """The head in a text; None when it is none."""
    match = re.fullmatch(_HEAD, text)
    return Head(int(match[1]), match[2] or "") if match else None


def encode_head(head: Head) -> bytes:
    """The file of a head: always as wide, so that one write replaces another."""
    text = str(head)
    return f"{text} {short_sum(text)}".ljust(_WIDTH - 1).encode() + b"\n"


def head_at(path: Path) -> Head | None:
    """The head that is noted there; None when none is that can be read."""
    with suppress(OSError, UnicodeDecodeError):
        text, _, check = (
            system_calls.read_beginning(path, _WIDTH).data.decode("ascii").rstrip().partition(" ")
        )
        if check == short_sum(text):
            return read_head(text)
    return None


class HeadFile:
    """The note of the last acknowledged line, for the one writer. What cannot be written is removed: it would be wrong."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd: int | None = None
        self._is_named = False
        """Whether the name of the file is on disk, too."""

    def write(self, note: bytes) -> None:
        """Put down *note*, a head that was encoded, without waiting for the disk."""
        try:
            fd = self._open()
            os.lseek(fd, 0, os.SEEK_SET)
            system_calls.write_all(fd, note)
        except OSError:
            self._give_up()

    def sync(self) -> None:
        """Return when what was noted is on disk, under its name."""
        if self._fd is not None:
            try:
                platform_calls.sync_data(self._fd)
                if not self._is_named:
                    platform_calls.sync_folder(self._path.parent)
                    self._is_named = True
            except OSError:
                self._give_up()

    def _open(self) -> int:
        if self._fd is None:
            # what is no file of ours is neither waited for nor followed
            flags = os.O_WRONLY | os.O_CREAT | platform_calls.BINARY | platform_calls.NO_STRANGER
            self._fd = os.open(self._path, flags, platform_calls.FILE_MODE)
            platform_calls.make_private(self._fd)
        return self._fd

    def _give_up(self) -> None:
        self.close()
        system_calls.remove(self._path)

    def close(self) -> None:
        """No more notes."""
        fd, self._fd, self._is_named = self._fd, None, False
        if fd is not None:
            with suppress(OSError):
                os.close(fd)

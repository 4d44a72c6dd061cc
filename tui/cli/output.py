"""Where the command line writes: data to stdout, messages to stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from forms.model.values import dumps

if TYPE_CHECKING:
    from exports.output.output_files import (
        Written,
    )
    from exports.output.progress import (
        Progress,
    )


DONE, CANNOT_READ_OR_WRITE = 0, 3
"""Exit status; 3: a file, a disk or a terminal did not let us."""


def say(text: str) -> None:
    """A message to the user."""
    sys.stderr.write(text + "\n")


def show(text: str) -> None:
    """Data."""
    sys.stdout.write(text + "\n")


def show_json(value: Any) -> None:
    """Data for other programs."""
    show(dumps(value, indent=1, sort=False))


def show_bytes(data: bytes) -> None:
    """A file."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def show_written(written: Written) -> None:
    """The path of a file as data; as a message why it is another than was wanted."""
    if written.notice:
        say(written.notice)
    show(str(written.path))


def progress_line(sentence: str) -> Progress | None:
    """Tells *sentence* («{done}/{total}») on one line of a terminal; None where messages go elsewhere."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        end = "\n" if done == total else ""
        sys.stderr.write("\r" + sentence.format(done=done, total=total) + end)
        sys.stderr.flush()

    return tell

"""Where the command line writes: data to stdout, messages to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from forms.model.errors import StorageError
from forms.model.text import harmless
from forms.model.values import dumps
from forms.store.system import (
    system_calls,
)
from tui.texts import command_line_words

if TYPE_CHECKING:
    from exports.output.output_files import (
        Written,
    )
    from exports.output.progress import (
        Progress,
    )


def say(line: str) -> None:
    """A message to the user; whatever stands in it is harmless to a terminal, as all that is written here."""
    with suppress(OSError):  # nobody can be told
        sys.stderr.write(harmless(line) + "\n")


def say_to_people(line: str) -> None:
    """A message that helps a person at a terminal and is no news to a program."""
    if sys.stderr.isatty():
        say(line)


def show(line: str) -> None:
    """Data."""
    with _to_stdout():
        sys.stdout.write(harmless(line) + "\n")


def show_lines(lines: Iterable[str]) -> None:
    """Data."""
    for line in lines:
        show(line)


def show_json(value: Any) -> None:
    """Data for other programs: the same for them, with characters escaped that are not harmless or cannot be written."""
    is_written = str.isascii if sys.stdout.encoding == "ascii" else str.isprintable
    with _to_stdout():
        for line in dumps(value, indent=1, sort=False).split("\n"):
            sys.stdout.write((line if is_written(line) else "".join(map(_escaped, line))) + "\n")


def _escaped(char: str) -> str:
    if char.isascii() if sys.stdout.encoding == "ascii" else harmless(char) == char:
        return char
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def show_bytes(data: bytes) -> None:
    """A file."""
    with _to_stdout():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def flush() -> None:
    """All data has left. Raises StorageError, BrokenPipeError."""
    with _to_stdout():
        sys.stdout.flush()


@contextmanager
def _to_stdout() -> Iterator[None]:
    """Raises StorageError when what is written inside does not go out; BrokenPipeError when its reader has gone."""
    try:
        yield
    except BrokenPipeError:
        _drop_the_rest()
        raise
    except OSError as error:
        _drop_the_rest()
        why = system_calls.reason(error)
        raise StorageError(command_line_words.OUTPUT_NOT_WRITTEN.format(why=why)) from error


def _drop_the_rest() -> None:
    """What waits in the stream would be tried again at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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

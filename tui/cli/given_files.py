"""A file that is read because an argument names it: one that is there, or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from forms.package.reader import MAX_BYTES
from forms.store.system import named_paths, system_calls
from tui.cli import argument_types
from tui.texts import command_line_words


@contextmanager
def file_to_read(name: str) -> Iterator[Path]:
    """The path that is meant; standard input is a private file until the block is left. Raises StorageError."""
    if name != argument_types.STANDARD:
        yield named_paths.path_of(name)
        return
    with system_calls.as_storage_error(command_line_words.INPUT_NOT_READ):
        folder = TemporaryDirectory(prefix=f"{command_line_words.PROGRAM}-")
        path = Path(folder.name, command_line_words.STANDARD_INPUT)
        system_calls.create(path, sys.stdin.buffer.read(MAX_BYTES + 1))
    with folder:
        yield path

"""Files that the user names."""

from __future__ import annotations

from pathlib import Path

from forms.model.errors import StorageError
from forms.package.reader import MAX_BYTES
from forms.store.system import (
    system_calls,
)
from tui.texts import file_words


def bytes_of(path: Path) -> bytes:
    """A package file, at most one byte more than is allowed. Raises StorageError."""
    try:
        return system_calls.read_beginning(path, MAX_BYTES + 1).data
    except (OSError, ValueError) as error:
        why = system_calls.reason(error)
        raise StorageError(file_words.FILE_UNREADABLE.format(path=path, why=why)) from error

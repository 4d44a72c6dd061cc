"""Files that the user names."""

from __future__ import annotations

from pathlib import Path

from forms.model.errors import StorageError
from forms.package.reader import MAX_BYTES
from tui import texts


def bytes_of(path: Path) -> bytes:
    """A package file, at most one byte more than is allowed. Raises StorageError."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        why = _REASONS.get(type(error), texts.READ_FAILED)
        raise StorageError(texts.FILE_UNREADABLE.format(path=path, why=why)) from error


_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: texts.NOT_FOUND,
    IsADirectoryError: texts.IS_FOLDER,
    NotADirectoryError: texts.NOT_FOUND,
    PermissionError: texts.NO_PERMISSION,
}

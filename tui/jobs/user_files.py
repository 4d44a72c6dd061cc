"""Files that the user names: read within bounds, never written over what the program keeps."""

from __future__ import annotations

from pathlib import Path

from forms.model.errors import Refused, StorageError
from forms.package.reader import MAX_BYTES
from forms.store.revisions import EXPORTS, holds_sent_files
from forms.store.system import (
    system_calls,
)
from tui.jobs.workspace import Workspace
from tui.texts import file_words


def bytes_of(path: Path) -> bytes:
    """A package file, at most one byte more than is allowed. Raises StorageError."""
    try:
        return system_calls.read_beginning(path, MAX_BYTES + 1).data
    except (OSError, ValueError) as error:
        why = system_calls.reason(error)
        raise StorageError(file_words.FILE_UNREADABLE.format(path=path, why=why)) from error


def refuse_own_file(workspace: Workspace, path: Path) -> None:
    """Raises Refused when *path* lies among the files of the dossier, or those of a sent revision."""
    try:
        own = path.resolve().relative_to(workspace.data_folder.resolve())
    except (ValueError, OSError, RuntimeError):  # it lies elsewhere, or nowhere
        return
    if EXPORTS not in own.parts[:-1] or any(map(holds_sent_files, own.parents)):
        raise Refused(file_words.OWN_FILE.format(path=path))

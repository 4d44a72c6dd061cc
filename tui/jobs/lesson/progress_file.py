"""How far a learner has come, kept in the folder of the lesson. Lost or damaged it is empty: most of it the dossier knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from forms.model.declared import Frozen
from forms.model.errors import StorageError
from forms.model.values import NotJson, dumps, loads
from forms.store.system import system_calls
from tui.texts.sessions import lesson_words

PROGRESS_FILE = "tien-do.json"
PARTS = ("done", "opened")


class Progress(Frozen):
    """The *task* in hand, by its key; the tasks that are done; what was opened, by its place."""

    task: str = ""
    done: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()


def read_progress(folder: Path) -> Progress:
    """What is kept in *folder*."""
    try:
        with system_calls.as_storage_error(lesson_words.LESSON_NOT_READ, path=folder / PROGRESS_FILE):
            data = system_calls.or_none(system_calls.read_bytes, folder / PROGRESS_FILE)
        raw = loads(data) if data else {}
    except (StorageError, NotJson):
        return Progress()
    if not isinstance(raw, Mapping):
        return Progress()
    done, opened = (frozenset(map(str, _listed(raw.get(part)))) for part in PARTS)
    return Progress(str(raw.get("task", "")), done, opened)


def _listed(raw: object) -> list[object]:
    return raw if isinstance(raw, list) else []


def write_progress(folder: Path, progress: Progress) -> None:
    """Keep it. Raises StorageError."""
    raw = {"task": progress.task, **{part: sorted(getattr(progress, part)) for part in PARTS}}
    path = folder / PROGRESS_FILE
    with system_calls.as_storage_error(lesson_words.PROGRESS_NOT_KEPT):
        system_calls.write_durably(path, dumps(raw).encode(), path.with_name(f".{PROGRESS_FILE}.tmp"))

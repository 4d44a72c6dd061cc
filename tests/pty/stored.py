"""Reading from the data file what came out of the keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from forms.dossier.content import Content
from forms.package.training import TRAINING_FOLDER, training_year
from forms.store.store import Store


def in_training(folder: Path) -> Path:
    """The folder of the training copy."""
    return folder / TRAINING_FOLDER


def content_of(folder: Path) -> Content:
    """The dossier of the training year as a new session finds it."""
    with Store(folder).open(training_year(), write=False) as session:
        return session.dossier.content


def cells(content: Content, table: str) -> dict[tuple[str, str], Any]:
    """(row, column) → typed value of one table."""
    rows = content.tree.get("cells", {}).get(table, {})
    return {(row, column): value for row, columns in rows.items() for column, value in columns.items()}

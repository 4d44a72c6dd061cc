"""A training copy and what a job says beside its result."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.model.errors import StorageError
from tui.jobs.workspace import Workspace


@pytest.fixture
def notices() -> list[str]:
    """``notices.append`` is a job's ``notice``."""
    return []


@pytest.fixture
def nothing(tmp_path: Path) -> Workspace:
    """A folder without a dossier."""
    return Workspace(tmp_path / "nothing")


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file can be written beside the dossier."""

    def fail(*_: object, **__: object) -> None:
        raise StorageError("Đĩa đầy.")

    monkeypatch.setattr("tui.jobs.exporting.write_new", fail)
    monkeypatch.setattr("tui.jobs.exporting.write_whole", fail)

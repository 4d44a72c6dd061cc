"""What the terminal tests share: the training copy to start from, and reading what was stored."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from forms.dossier.content import Content
from tests.pty.driver import nhomtre
from tests.pty.stored import content_of, in_training


@pytest.fixture(scope="session")
def _training(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training") / "data"
    with nhomtre(folder) as terminal:
        terminal.wait_for("Hạn nộp", " Menu")
        assert terminal.leave() == 0
    return folder


@pytest.fixture
def folder(_training: Path, tmp_path: Path) -> Path:
    """A data folder with a training copy of its own."""
    target = tmp_path / "data"
    shutil.copytree(_training, target)
    (tmp_path / "home").mkdir()
    return target


@pytest.fixture
def stored(folder: Path) -> Callable[[], Content]:
    """What is on disk now."""
    return lambda: content_of(in_training(folder))

"""Reports that were sent, and what came back; files of a few bytes go with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Open, Screen
from tests.tui.sent_copies import reopened, use_quick_files


@pytest.fixture(autouse=True)
def _quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    use_quick_files(monkeypatch)


@pytest.fixture
def sent(tmp_path: Path, open_desk: Open) -> Screen:
    """The first page of a report that was sent."""
    return reopened("sent", tmp_path / "data", open_desk)


@pytest.fixture
def refused(tmp_path: Path, open_desk: Open) -> Screen:
    """The first page of a report that was refused."""
    return reopened("refused", tmp_path / "data", open_desk)

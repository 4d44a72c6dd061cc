"""Fixtures of the unit tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.store.store import Store
from tests.forms.store_cases import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    return Store(tmp_path / "data", clock, "thử@máy")

"""Many edits: the disk stays within what is stated (memory: ``bench.soaking``)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench.soaking import EDITS, MOST_GENERATIONS, soak

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"


@pytest.mark.long
@pytest.mark.promise("R30")
def test_the_disk_stays_within_its_bound(tmp_path: Path) -> None:
    soaked = soak(tmp_path, EDITS if FULL else 600)
    assert soaked.disk <= soaked.bound
    assert 5 < len(list((tmp_path / "backups").glob("2019-2020.0*.json"))) <= MOST_GENERATIONS

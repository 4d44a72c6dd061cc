"""The tables of kills and damages: short runs of them, and that they see what other stores lose."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.faults.contestants import Contestant, Ours, Sqlite, Stock
from bench.faults.damaging import MISSED, REFUSED, UNNOTICED, damage_often
from bench.faults.killing import DEAD, GOOD, MIXED, kill_often

pytestmark = pytest.mark.slow


@pytest.mark.promise("R1")
@pytest.mark.parametrize("is_slow", [False, True])
def test_kills_cost_nothing(tmp_path: Path, is_slow: bool) -> None:
    assert kill_often(Ours(), tmp_path, 4, is_slow=is_slow) == {GOOD: 4}


@pytest.mark.promise("R3")
@pytest.mark.parametrize("kind", Ours.files)
def test_no_damage_is_missed(tmp_path: Path, kind: str) -> None:
    told = damage_often(Ours(), kind, tmp_path, 6)
    assert told[MISSED] + told[UNNOTICED] + told[REFUSED] == 0


def test_what_other_stores_lose_is_seen(tmp_path: Path) -> None:
    kills = kill_often(Stock(), tmp_path, 25, is_slow=True)
    assert kills[DEAD] + kills[MIXED] > 0
    others: tuple[tuple[Contestant, str], ...] = ((Stock(), "file"), (Sqlite(), "log"))
    for store, kind in others:
        assert damage_often(store, kind, tmp_path, 40)[MISSED] > 0

"""Seasons of an office: whatever people, computers and disks do, what was promised is kept."""

from __future__ import annotations

import os

import pytest

from tests.simulation.running import drawn, failing, shrunk

FULL = os.environ.get("NHOMTRE_FULL") == "1"
SEASONS, STEPS = (250, 400) if FULL else (50, 60)
FIRST_SEED = int(os.environ.get("NHOMTRE_SEED", "849"))
PIECES = 10


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("piece", range(PIECES))
def test_nothing_that_was_promised_is_broken_in_a_season(piece: int) -> None:
    for seed in range(FIRST_SEED + piece, FIRST_SEED + SEASONS, PIECES):
        failure = failing(seed, drawn(seed, STEPS))
        if failure is not None:
            pytest.fail(str(shrunk(failure)))


@pytest.mark.slow
def test_a_season_is_the_same_each_time() -> None:
    """A seed that is printed brings the same season again, calls to the system and all."""
    steps = drawn(7, 40)
    assert steps == drawn(7, 40)
    calls: list[int] = []
    for _ in range(2):
        assert failing(7, steps, calls.append) is None
    assert calls[: len(steps)] == calls[len(steps) :]

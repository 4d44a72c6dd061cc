"""Seasons of an office: whatever people, computers and disks do, what was promised is kept."""

from __future__ import annotations

import os

import pytest

from tests.simulation.running import drawn, failing, shrunk
from tests.simulation.season import Step

FULL = os.environ.get("NHOMTRE_FULL") == "1"
SEASONS, STEPS = (250, 400) if FULL else (50, 60)
FIRST_SEED = int(os.environ.get("NHOMTRE_SEED", "849"))
PIECES = 10
ONCE_BROKEN = {
    1078: "edit:467361 close:183918 edit:852761 edit:318969 reopen:380829 send:606716 move:657242 edit:611013 edit:562345",
    927: "edit:311328 fold:19286 send:206102 spoil:597766 answer:655484 edit:379308 move:178482 hand-in:910854",
}
"""Seed → steps after which what was sent was not there: a folder of nobody's was not on disk; a backup left all of it behind."""


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("piece", range(PIECES))
def test_nothing_that_was_promised_is_broken_in_a_season(piece: int) -> None:
    for seed in range(FIRST_SEED + piece, FIRST_SEED + SEASONS, PIECES):
        failure = failing(seed, drawn(seed, STEPS))
        if failure is not None:
            pytest.fail(str(shrunk(failure)))


@pytest.mark.parametrize("seed", ONCE_BROKEN)
def test_a_season_that_was_broken_once_is_not_any_more(seed: int) -> None:
    pairs = (step.split(":") for step in ONCE_BROKEN[seed].split())
    failure = failing(seed, [Step(kind.replace("-", " "), int(drawn_from)) for kind, drawn_from in pairs])
    assert failure is None, failure


@pytest.mark.slow
def test_a_season_is_the_same_each_time() -> None:
    """A seed that is printed brings the same season again, calls to the system and all."""
    steps = drawn(7, 40)
    assert steps == drawn(7, 40)
    calls: list[int] = []
    for _ in range(2):
        assert failing(7, steps, calls.append) is None
    assert calls[: len(steps)] == calls[len(steps) :]

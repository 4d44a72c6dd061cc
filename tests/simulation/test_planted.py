"""Bugs that are planted are found: a season that notices nothing proves nothing."""

from __future__ import annotations

import pytest

from tests.simulation.planted import PLANTS, Plant
from tests.simulation.running import Failure, drawn, failing, shrunk

SEASONS, STEPS = 40, 60

pytestmark = pytest.mark.slow


def found(plant: Plant, patch: pytest.MonkeyPatch) -> Failure | None:
    """The first promise that a planted bug breaks."""
    plant(patch)
    seasons = (failing(seed, drawn(seed, STEPS, PLANTS[plant])) for seed in range(SEASONS))
    return next(filter(None, seasons), None)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_found(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(plant, monkeypatch) is not None


def test_what_was_found_is_told_in_few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    plant = next(plant for plant in PLANTS if plant.__name__ == "nothing_is_undone_after_a_start")
    failure = found(plant, monkeypatch)
    assert failure is not None
    fewer = shrunk(failure)
    assert len(fewer.steps) <= 4
    assert str(fewer).startswith(f"seed {failure.seed}, {len(fewer.steps)} steps: ")
    assert failing(fewer.seed, fewer.steps) == fewer

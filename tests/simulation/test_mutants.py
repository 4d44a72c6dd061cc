"""Operators of the store that are turned round at random are noticed by the seasons."""

from __future__ import annotations

import os

import pytest

from tests.simulation.mutants import outcomes

FULL = os.environ.get("NHOMTRE_FULL") == "1"
COUNT = 40 if FULL else 2
SEED = int(os.environ.get("NHOMTRE_SEED", "849"))
OF_TEN = 8


@pytest.mark.slow
@pytest.mark.long
def test_eight_of_ten_operators_of_the_store_are_noticed_when_they_are_turned_round() -> None:
    found = list(outcomes(COUNT, SEED))
    survivors = [f"{mutant.path}:{mutant.line} {mutant.shown}" for mutant, by in found if not by]
    most = (10 - OF_TEN) * COUNT // 10 if FULL else COUNT - 1  # two are no rate
    assert len(survivors) <= most, survivors

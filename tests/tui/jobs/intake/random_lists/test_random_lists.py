"""Random class lists taken in: what is stored is the truth, or what differs is told."""

from __future__ import annotations

import os
from collections import Counter
from random import Random

import pytest

from tests.tui.jobs.intake.random_lists.judging import judged
from tests.tui.jobs.intake.random_lists.lists import random_book

FULL = os.environ.get("NHOMTRE_FULL") == "1"
SEED = int(os.environ.get("NHOMTRE_SEED", "0"))
LISTS = range(SEED, SEED + (2000 if FULL else 60))
MOST_SHOWN = 20


@pytest.mark.slow
@pytest.mark.long
def test_random_lists_are_read_right_or_told() -> None:
    counts: Counter[str] = Counter()
    silent: list[str] = []
    misses: list[str] = []
    for seed in LISTS:
        verdict = judged(random_book(Random(seed)))
        counts += verdict.counts
        silent += (f"list {seed}, {text}" for text in verdict.silent)
        misses += (f"list {seed}, {text}" for text in verdict.misses)
    print(f"lists {LISTS}: {dict(counts)}", *misses[:MOST_SHOWN], sep="\n")
    assert silent[:MOST_SHOWN] == []
    assert counts["right"] >= 0.97 * counts["cells"]
    assert counts["doubts"] <= 0.01 * counts["cells"]
    assert counts["refused"] <= 0.01 * counts["rows"]

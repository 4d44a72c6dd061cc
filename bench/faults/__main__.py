"""Print the tables; exit status 1 when this program lost or missed anything."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.faults import damaging, killing
from bench.faults.contestants import CONTESTANTS, Ours


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--slow-kills", type=int, default=100, help="with 30 ms more for each fsync")
    parser.add_argument("--damages", type=int, default=1000, help="of each file")
    options = parser.parse_args()
    lost = 0
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        head = f"{'killed while saving':28} {'kills':>6}"
        print(head, *(f"{outcome:>14}" for outcome in killing.OUTCOMES))
        for is_slow, count in ((False, options.kills), (True, options.slow_kills)):
            for contestant in CONTESTANTS:
                if is_slow and contestant.syncs_by_itself:
                    continue
                told = killing.kill_often(contestant, root, count, is_slow=is_slow)
                name = contestant.name + (", slow disk" if is_slow else "")
                print(f"{name:28} {count:6}", *_counts(told, killing.OUTCOMES), flush=True)
                lost += isinstance(contestant, Ours) and told.total() - told[killing.GOOD]
        print()
        print(f"{'damaged':28} {'damages':>7}", *(f"{outcome:>16}" for outcome in damaging.OUTCOMES))
        for contestant in CONTESTANTS:
            for kind in contestant.files:
                told = damaging.damage_often(contestant, kind, root, options.damages)
                print(
                    f"{f'{contestant.name}: {kind}':28} {options.damages:7}",
                    *_counts(told, damaging.OUTCOMES, 16),
                    flush=True,
                )
                lost += isinstance(contestant, Ours) and told[damaging.MISSED] + told[damaging.UNNOTICED]
    return 1 if lost else 0


def _counts(told: Counter[str], outcomes: Sequence[str], width: int = 14) -> list[str]:
    return [f"{told[outcome]:{width}}" for outcome in outcomes]


if __name__ == "__main__":
    sys.exit(main())

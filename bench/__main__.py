"""Run the measurements and print each beside its goal: ``python -m bench [NAME...]``, all of them or those so called (``slow_line``).

Exit status 1 when a goal is missed or a measurement fails. Instructions are callgrind's (valgrind): they hardly depend on the load of the
machine. Ratios of times are the best (CPU), the median (disk) or the median of pairs (starts) of interleaved runs.
"""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path

from bench import cases

WIDTH = 92


def main(names: list[str]) -> int:
    """Print the lines, each as soon as it is known."""
    chosen = [case for case in cases.CASES if not names or case.__module__.rpartition(".")[2] in names]
    if not chosen:
        known = sorted({case.__module__.rpartition(".")[2] for case in cases.CASES})
        print("no such measurement; there are:", *known, file=sys.stderr)
        return 2
    missed = failed = 0
    for case in chosen:
        with tempfile.TemporaryDirectory() as folder:
            try:
                for one in case(Path(folder)):
                    goal = f"goal {one.goal_shown:>8}  {one.verdict}"
                    print(f"{one.what:{WIDTH}}  {one.shown:>10}  {goal}  {one.detail}", flush=True)
                    missed += one.missed
            except Exception:  # the others are measured all the same
                failed += 1
                traceback.print_exc()
    print(f"{missed} missed, {failed} failed", flush=True)
    return 1 if missed or failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

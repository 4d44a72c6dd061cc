"""Run every measurement and print it beside its goal; exit status 1 when one is missed.

Instructions are callgrind's (valgrind): they hardly depend on the load of the machine. Ratios of times
are the best (CPU), the median (disk) or the median of pairs (starts) of interleaved runs.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench import cases


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        results = [case for measure in cases.CASES for case in measure(Path(folder))]
    width = max(len(result.what) for result in results)
    for result in results:
        print(
            f"{result.what:{width}}  {result.shown:>10}  goal {result.goal_shown:>8}  {result.verdict}  {result.detail}"
        )
    return 1 if any(result.missed for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())

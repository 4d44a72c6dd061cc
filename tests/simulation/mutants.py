"""Random operators of the store turned round, one at a time: which of them do the seasons not notice?

``python -m tests.simulation.mutants [--count 10] [--seed N]``: a copy of the tree is changed and lives through seasons.
Where POSIX systems and Windows differ (``platform_calls``) nothing is turned: half of it runs elsewhere. Nor in
three rooms of which a season sees little and that have tests of their own: names of files that people type, what an erasure
takes for a trace, the list of what was given away.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.mutation import Mutant, mutants_of
from tests.simulation.running import drawn, failing

TOP = Path(__file__).parents[2]
ROOM = Path("forms/store")
LEFT_OUT = {"platform_calls", "named_paths", "erasing", "handing"}
LENGTHS = (60,) * 40 + (250,) * 6
"""Steps of the seasons that a mutant meets."""
PATIENCE = 300
"""Seconds of processor time after which it is taken for one that never ends: noticed. A clock would count who else works."""


def candidates() -> list[Mutant]:
    """Every operator of the store."""
    return [
        mutant
        for path in sorted((TOP / ROOM).rglob("*.py"))
        if not LEFT_OUT & {path.stem, path.parent.name}
        for mutant in mutants_of(path.relative_to(TOP), path.read_text("utf-8"))
    ]


def outcomes(count: int, seed: int) -> Iterator[tuple[Mutant, str]]:
    """Each of *count* mutants, and by what the seasons notice it; '' when they do not."""
    known = candidates()
    with tempfile.TemporaryDirectory(prefix="mutants") as folder:
        root = Path(folder) / "tree"
        shutil.copytree(TOP, root, ignore=shutil.ignore_patterns(".*", "build", "__pycache__"))
        for mutant in Random(seed).sample(known, min(count, len(known))):
            path = root / mutant.path
            source = path.read_text("utf-8")
            path.write_text(mutant.applied(source), "utf-8")
            yield mutant, _noticed_by(root)
            path.write_text(source, "utf-8")


def _noticed_by(root: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.simulation.mutants", "--live"]
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if run.returncode == -signal.SIGXCPU:
        return "it never ends"
    return (run.stdout.strip() or run.stderr.strip() or "it ends")[-200:] if run.returncode else ""


def _live() -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 1))
    for seed, length in enumerate(LENGTHS):
        failure = failing(seed, drawn(seed, length))
        if failure is not None:
            print(failure.promise)
            return 1
    return 0


def main() -> int:
    """Try so many mutants; list what became of them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--live", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.live:
        return _live()
    print(f"seed {options.seed}: {options.count} of {len(candidates())} operators", flush=True)
    noticed = 0
    for mutant, by in outcomes(options.count, options.seed):
        noticed += bool(by)
        print(
            f"{'noticed ' if by else 'SURVIVED'} {mutant.path}:{mutant.line} {mutant.shown}  [{by[:90]}]",
            flush=True,
        )
    print(f"{noticed} of {options.count} noticed")
    return 0


if __name__ == "__main__":
    sys.exit(main())

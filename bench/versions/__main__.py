"""Compare two installed versions: ``python -m bench.versions --old PYTHON --new PYTHON [--facilities 20]``.

Exit status 1 when anything differs that ``--expected`` does not name. The main file of a dossier and its backups are
compared and told, but do not count: their form may change with a schema; the journal counts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from bench.versions.differences import Comparison, compare, pairs, read_rewordings
from bench.versions.steps import write_all

HERE = Path(__file__).parent
CLOCK = 1568860200
"""19/9/2019 09:30 in Việt Nam."""
TOLD_ONLY = ("stored: main file, backups",)
EXAMPLES = 3
"""Differences shown of one kind."""


def main() -> int:
    """Write the inputs, let both play, print the table."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="versions") as made:
        root = options.keep or Path(made)
        root.mkdir(parents=True, exist_ok=True)
        for name in ("inputs", "run", "new"):
            shutil.rmtree(root / name, ignore_errors=True)
        (root / "inputs").mkdir()
        scenarios = write_all(root / "inputs", options.facilities)
        if options.only:
            scenarios = {name: steps for name, steps in scenarios.items() if options.only in name}
        (root / "steps.json").write_text(json.dumps(scenarios, ensure_ascii=False, indent=1), "utf-8")
        given = f"{options.old.absolute()} {_digest(root / 'inputs', root / 'steps.json', HERE)}"
        known = root / "given-to-old.txt"
        is_known = (root / "old").is_dir() and known.is_file() and known.read_text("utf-8") == given
        for side, python in (("old", options.old), ("new", options.new)):
            start = time.monotonic()
            if side == "old" and is_known:
                print("old: as it was with the same inputs", file=sys.stderr)
                continue
            shutil.rmtree(root / side, ignore_errors=True)
            _play(python, root)
            (root / "run").rename(root / side)
            print(f"{side}: {python}, {time.monotonic() - start:.0f} s", file=sys.stderr)
        known.write_text(given, "utf-8")
        rewordings = read_rewordings(options.expected) if options.expected else []
        return _table([compare(pair, rewordings) for pair in pairs(root / "old", root / "new")])


def _digest(*places: Path) -> str:
    """SHA-256 of all files of the places, with their names."""
    whole = hashlib.sha256()
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and "__pycache__" not in path.parts:
                whole.update(
                    f"{path.relative_to(place)}\0".encode() + hashlib.sha256(path.read_bytes()).digest()
                )
    return whole.hexdigest()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--old", type=Path, required=True, metavar="PYTHON")
    parser.add_argument("--new", type=Path, required=True, metavar="PYTHON")
    parser.add_argument("--facilities", type=int, default=20, metavar="COUNT")
    parser.add_argument(
        "--expected",
        type=Path,
        metavar="FILE",
        default=HERE / "expected.txt",
        help="intended changes of words: old ⇒ new",
    )
    parser.add_argument("--only", metavar="SCENARIO", help="only scenarios with this in their name")
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="FOLDER",
        help="leave inputs and outputs there; what the old version makes of the same inputs is not made again",
    )
    return parser.parse_args()


def _play(python: Path, root: Path) -> None:
    """Let one version carry out the steps; both do it in a folder of the same name."""
    (root / "run").mkdir()
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "LD_LIBRARY_PATH")}
    environment = {
        **kept,
        "PYTHONPATH": str(HERE / "clock"),
        "PYTHONHASHSEED": "0",
        "FIXED_CLOCK": str(CLOCK),
        "TZ": "<+07>-7",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "TERM": "dumb",
    }
    command = [str(python.absolute()), "-P", str(HERE / "player.py"), str(root / "steps.json")]
    subprocess.run(command, cwd=root / "run", env=environment, stdin=subprocess.DEVNULL, check=True)


def _table(comparisons: list[Comparison]) -> int:
    kinds: dict[str, list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        kinds[comparison.pair.kind].append(comparison)
    width = max(map(len, kinds), default=0)
    print(f"{'what':{width}}  compared  identical  intended  differing")
    failed = False
    for kind, of_kind in sorted(kinds.items()):
        differing = [one for one in of_kind if one.difference]
        intended = [one for one in of_kind if one.intended and not one.difference]
        identical = len(of_kind) - len(differing) - len(intended)
        print(f"{kind:{width}}  {len(of_kind):8}  {identical:9}  {len(intended):8}  {len(differing):9}")
        for one in differing[:EXAMPLES]:
            print(f"    {one.pair.name}: {one.difference}")
        failed = failed or (bool(differing) and kind not in TOLD_ONLY)
    whole = len(comparisons)
    differing_count = sum(bool(one.difference) for one in comparisons)
    print(f"{whole} outputs compared, {differing_count} differ")
    words = sorted({line for one in comparisons for line in one.intended})
    for line in words:
        print(f"intended: {line}")
    print(
        "The clock of both stood at the time of the step. Left out: the dates of the parts inside workbooks (openpyxl"
        " takes them from temporary files) and locks, which name a process."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""What two versions cost: ``python -m bench.versions.speed --old PYTHON --old-tree FOLDER --new PYTHON --new-tree FOLDER``.

Whole commands: CPU of the process and its children, the least of so many turns taken alternately, and the modules that
it loads. Then the figures of ``bench`` itself, each version measured by its own. A ratio above 1 is worse.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.versions import inputs

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("check",),
    ("check", "--json"),
    ("tables", "--json"),
    ("derive",),
    ("export", "pdf", "-o", "OUT.pdf"),
    ("export", "xlsx", "-o", "OUT.xlsx"),
    ("export", "rosters", "-o", "OUT-rosters.xlsx"),
    ("export", "missing", "-o", "OUT-missing.xlsx"),
    ("fill", "BOOKS/mau-0.xlsx", "-o", "OUT-filled.xlsx"),
    ("import", "BOOKS/ho-so.xlsx", "--dry-run"),
    ("verify", "BOOKS/bieu.xlsx"),
    ("combine", "OFFICE"),
    ("combine", "OFFICE", "-o", "OUT-sum.xlsx"),
)
FIGURES = (
    "cases.checking", "cases.committing", "screens.starting", "screens.typing", "screens.many_children",
    "records.listing",
)  # fmt: skip
LOADED = """
import sys
from importlib.metadata import entry_points
(entry,) = {point.value: point for point in entry_points(group="console_scripts", name="nhomtre")}.values()
main = entry.load()
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("LOADED", len(sys.modules), file=sys.stderr)
"""
MEASURE = """
import importlib, json, sys, tempfile
from pathlib import Path
module, name = sys.argv[1].split(".")
with tempfile.TemporaryDirectory() as folder:
    for result in getattr(importlib.import_module(f"bench.{module}"), name)(Path(folder)):
        print("FIGURE", json.dumps([result.what, result.value, result.detail]))
"""


class Side(NamedTuple):
    """One version: its interpreter and the top of its tree."""

    python: Path
    top: Path


def cpu(command: list[str], folder: Path) -> float:
    """Seconds of CPU of a command and its children."""
    environment = {**os.environ, "NHOMTRE_HOME": str(folder / "home")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    null = os.open(os.devnull, os.O_RDWR)
    child = os.posix_spawn(
        command[0],
        command,
        environment,
        file_actions=[(os.POSIX_SPAWN_DUP2, null, descriptor) for descriptor in range(3)],
    )
    os.close(null)
    _, _, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime


def commands(old: Side, new: Side, folder: Path, turns: int) -> Iterator[tuple[str, float, float]]:
    """What each command costs: CPU in ms, then the modules that it loads."""
    for given in COMMANDS:
        least = {old: float("inf"), new: float("inf")}
        loaded = {}
        for turn in range(turns + 1):
            for name, side in (("old", old), ("new", new)):
                words = {
                    "OUT": f"{folder}/{name}-{turn}",
                    "BOOKS": f"{folder}/books",
                    "OFFICE": f"{folder}/office",
                }
                arguments = [_filled(argument, words) for argument in given]
                whole = [
                    str(side.python),
                    "-P",
                    "-c",
                    LOADED,
                    "--data",
                    str(folder / name),
                    "--demo",
                    *arguments,
                ]
                if turn:
                    least[side] = min(least[side], cpu(whole, folder))
                else:  # also compiles, and makes the training copy
                    told = subprocess.run(
                        whole, capture_output=True, text=True, check=False, cwd=folder
                    ).stderr
                    loaded[side] = float(told.rpartition("LOADED ")[2] or "nan")
        shown = " ".join(given)
        yield f"{shown}: CPU (ms)", least[old] * 1e3, least[new] * 1e3
        yield f"{shown}: modules", loaded[old], loaded[new]


def _filled(argument: str, words: dict[str, str]) -> str:
    for word, text in words.items():
        argument = argument.replace(word, text)
    return argument


def figures(old: Side, new: Side, turns: int) -> Iterator[tuple[str, float, float]]:
    """The figures of each version's own ``bench``, the least of the turns."""
    for name in FIGURES:
        least: dict[Side, dict[str, float]] = {old: {}, new: {}}
        for _ in range(turns):
            for side in (old, new):
                for what, value in _measured(side, name):
                    least[side][what] = min(value, least[side].get(what, value))
        for what in least[old].keys() & least[new].keys():
            yield what, least[old][what], least[new][what]


def _measured(side: Side, name: str) -> Iterator[tuple[str, float]]:
    run = subprocess.run(
        [str(side.python), "-c", MEASURE, name], cwd=side.top, capture_output=True, text=True, check=False
    )
    if run.returncode:
        print(f"{side.top}: {name}: {run.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    for line in run.stdout.splitlines():
        if line.startswith("FIGURE "):
            figure: list[Any] = json.loads(line.removeprefix("FIGURE "))
            if figure[1] is not None:
                yield str(figure[0]), float(figure[1])


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--old", type=Path, required=True, metavar="PYTHON")
    parser.add_argument("--new", type=Path, required=True, metavar="PYTHON")
    for side in ("old", "new"):
        parser.add_argument(
            f"--{side}-tree", type=Path, required=True, metavar="FOLDER", help="its bench stands there"
        )
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--part", choices=("commands", "figures"), help="only this part")
    options = parser.parse_args()
    old = Side(options.old.absolute(), options.old_tree)
    new = Side(options.new.absolute(), options.new_tree)
    with tempfile.TemporaryDirectory(prefix="speed") as made:
        folder = Path(made)
        inputs.write_books(folder / "books")
        (folder / "office").mkdir()
        inputs.write_office(folder / "office")
        parts: dict[str, Callable[[], Iterator[tuple[str, float, float]]]] = {
            "commands": lambda: commands(old, new, folder, options.turns),
            "figures": lambda: figures(old, new, max(1, options.turns // 2)),
        }
        print(f"{'what':66}       old       new   new ÷ old")
        for name, part in parts.items():
            if options.part in (None, name):
                for what, before, after in part():
                    ratio = f"{after / before:9.2f}" if before else f"{'-':>9}"
                    print(f"{what:66} {before:9.2f} {after:9.2f}   {ratio}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

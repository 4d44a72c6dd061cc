"""Random operators of ``forms`` and ``exports`` turned round, one at a time: which of them does no test notice?

``python -m bench.mutation [--count 40] [--seed N]``: a copy of the tree is changed; each mutant meets the tests that
mirror its module, then those of its folder, then those of its package, without the slow ones. Exit status 1 when one
survives them all: what the slow tests say of it is asked by hand.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

PACKAGES = ("forms", "exports")
OPERATORS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.And: ("and", "or"), ast.Or: ("or", "and"),
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "//"), ast.FloorDiv: ("//", "*"), ast.Div: ("/", "*"),
    ast.Mod: ("%", "*"), ast.Not: ("not ", ""),
}  # fmt: skip
"""Operator → how it is written, and what stands there in the mutant."""
PATIENCE = 600.0
"""Seconds after which a run is taken for one that never ends: the mutant is noticed."""


class Mutant(NamedTuple):
    """One operator in one place: letters *start* to *end* of a file become *text*."""

    path: Path
    line: int
    start: int
    end: int
    text: str
    shown: str

    def applied(self, source: str) -> str:
        """The file with the mutant in it."""
        return source[: self.start] + self.text + source[self.end :]


def mutants_of(path: Path, source: str) -> Iterator[Mutant]:
    """Every operator of a module outside annotations and texts."""
    starts = [0]
    for text in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(text.encode()))
    data = source.encode()

    def offset(line: int | None, column: int | None) -> int:
        return len(data[: starts[(line or 1) - 1] + (column or 0)].decode())

    for node in _nodes(ast.parse(source)):
        for operator, before, after in _operators(node):
            old, new = OPERATORS.get(type(operator), ("", ""))
            start = (
                offset(before.end_lineno, before.end_col_offset)
                if before
                else offset(node.lineno, node.col_offset)
            )
            end = offset(after.lineno, after.col_offset)
            place = source.find(old, start, end) if old else -1
            if place >= 0:
                line = source[:place].count("\n") + 1
                shown = source.splitlines()[line - 1].strip()
                yield Mutant(
                    path, line, place, place + len(old), new, f"«{old.strip()}» → «{new}» in: {shown}"
                )


def _operators(node: ast.AST) -> Iterator[tuple[ast.AST, ast.expr | None, ast.expr]]:
    """The operators of a node with what stands before and after them."""
    match node:
        case ast.Compare(left, ops, comparators):
            yield from zip(ops, (left, *comparators), comparators, strict=False)
        case ast.BoolOp(op, values):
            yield from ((op, before, after) for before, after in pairwise(values))
        case ast.BinOp(left, op, right):
            yield op, left, right
        case ast.UnaryOp(op, operand):
            yield op, None, operand


def _nodes(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions of a tree, without annotations and the insides of f-strings, whose places are not known."""
    for name, part in ast.iter_fields(tree):
        if name in ("annotation", "returns") or isinstance(part, ast.JoinedStr):
            continue
        for node in part if isinstance(part, list) else [part]:
            if isinstance(node, ast.AST) and not isinstance(node, ast.JoinedStr):
                if isinstance(node, ast.expr):
                    yield node
                yield from _nodes(node)


def tests_of(module: Path, root: Path) -> list[list[str]]:
    """The tests that a mutant of *module* meets, nearest first; each list holds paths below *root*."""
    folder = root / "tests" / module.parent
    mirror = [str(path.relative_to(root)) for path in sorted(folder.glob(f"test_{module.stem}*.py"))]
    while not folder.is_dir():
        folder = folder.parent
    near, package = str(folder.relative_to(root)), f"tests/{module.parts[0]}"
    return [paths for paths in (mirror, [near], [package] if package != near else []) if paths]


def notices(paths: list[str], root: Path) -> bool:
    """Whether one of these tests fails."""
    command = [
        "nice",
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-m",
        "not slow",
        "-p",
        "no:cacheprovider",
        *paths,
    ]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return True
    return run.returncode not in (0, 5)


def main() -> int:
    """Try so many mutants; list those that nobody noticed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    top = Path(__file__).parents[1]
    with tempfile.TemporaryDirectory(prefix="mutation") as made:
        root = Path(made) / "tree"
        shutil.copytree(top, root, ignore=shutil.ignore_patterns(".*", "build", "__pycache__"))
        candidates = [
            mutant
            for package in PACKAGES
            for path in sorted((root / package).rglob("*.py"))
            for mutant in mutants_of(path.relative_to(root), path.read_text("utf-8"))
        ]
        chosen = random.Random(options.seed).sample(candidates, min(options.count, len(candidates)))
        print(f"seed {options.seed}: {len(chosen)} of {len(candidates)} operators", flush=True)
        survivors = [mutant for mutant in chosen if not _is_noticed(mutant, root)]
    print(f"{len(chosen) - len(survivors)} of {len(chosen)} noticed")
    return 1 if survivors else 0


def _is_noticed(mutant: Mutant, root: Path) -> bool:
    path = root / mutant.path
    source = path.read_text("utf-8")
    path.write_text(mutant.applied(source), "utf-8")
    try:
        by = next((paths for paths in tests_of(mutant.path, root) if notices(paths, root)), None)
    finally:
        path.write_text(source, "utf-8")
    print(
        f"{'noticed ' if by else 'SURVIVED'} {mutant.path}:{mutant.line} {mutant.shown}  [{' '.join(by or ())}]",
        flush=True,
    )
    return by is not None


if __name__ == "__main__":
    sys.exit(main())

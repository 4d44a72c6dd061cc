"""The programs that the measurements run in processes of their own import what there is."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"
OURS = ("forms", "exports", "tui", "tests")


def _imports() -> Iterator[tuple[str, str, str]]:
    """Module, name of the import and name imported, of every program that stands in a text; "" for a whole module."""
    for path in sorted(BENCH.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "import" in node.value:
                lines = (line.strip() for line in node.value.splitlines())
                for line in lines:
                    if line.startswith(("from ", "import ")) and line.split()[1].partition(".")[0] in OURS:
                        yield from _names(path.stem, line)


def _names(stem: str, line: str) -> Iterator[tuple[str, str, str]]:
    (statement,) = ast.parse(line).body
    if isinstance(statement, ast.ImportFrom):
        yield from ((stem, statement.module or "", alias.name) for alias in statement.names)
    elif isinstance(statement, ast.Import):
        yield from ((stem, alias.name, "") for alias in statement.names)


IMPORTS = sorted(set(_imports()))


def test_there_are_programs() -> None:
    assert len({stem for stem, _, _ in IMPORTS}) >= 5


@pytest.mark.parametrize(("stem", "module", "name"), IMPORTS)
def test_what_a_program_imports_is_there(stem: str, module: str, name: str) -> None:
    loaded = importlib.import_module(module)
    assert not name or hasattr(loaded, name) or importlib.import_module(f"{module}.{name}")

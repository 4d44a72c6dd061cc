"""The house as the tests of this folder see it: every module parsed once."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("forms", "exports", "tui")
OF_ANOTHER_SYSTEM = {"tui.terminal.windows_driver"}
"""Modules that cannot be imported here."""
VIETNAMESE = re.compile(
    r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """One imported module. *late*: inside a function; *typing_only*: below ``if TYPE_CHECKING``."""

    module: str
    names: tuple[str, ...]
    line: int
    late: bool
    typing_only: bool


@dataclass(frozen=True)
class Module:
    """One Python file of the house."""

    name: str
    path: Path

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text("utf-8"), str(self.path))

    @property
    def is_sign(self) -> bool:
        """Whether it is the ``__init__`` of a folder."""
        return self.path.name == "__init__.py"

    @property
    def folder(self) -> str:
        return str(self.path.parent.relative_to(ROOT))

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        return tuple(_imports(self.tree, late=False, typing_only=False))

    @cached_property
    def public_names(self) -> tuple[str, ...]:
        """The public names that the module itself defines at its top."""
        names: list[str] = []
        for node in self.tree.body:
            match node:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                    names.append(name)
                case ast.Assign(targets=targets):
                    names += [target.id for target in targets if isinstance(target, ast.Name)]
                case ast.AnnAssign(target=ast.Name(id=name)):
                    names.append(name)
        return tuple(dict.fromkeys(name for name in names if not name.startswith("_")))

    @cached_property
    def texts(self) -> tuple[ast.Constant, ...]:
        """The literals of the code that are no docstrings."""
        docstrings = {
            id(statement.value)
            for node in ast.walk(self.tree)
            if isinstance(body := getattr(node, "body", None), list)
            for statement in body
            if isinstance(statement, ast.Expr)
        }
        return tuple(
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        )


def _imports(node: ast.AST, *, late: bool, typing_only: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names=names, lineno=line):
                for alias in names:
                    yield Import(alias.name, (), line, late, typing_only)
            case ast.ImportFrom(module=module, names=names, lineno=line, level=level):
                assert level == 0 and module, "imports are absolute"
                yield Import(module, tuple(alias.name for alias in names), line, late, typing_only)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from _imports(child, late=late, typing_only=True)
            case _:
                inside = late or isinstance(child, Function)
                yield from _imports(child, late=inside, typing_only=typing_only)


_MODULES: dict[Path, Module] = {}


def _module(path: Path) -> Module:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    return _MODULES.setdefault(path, Module(name, path))


def forget_trees() -> None:
    """Let go what was parsed; it is parsed anew when asked for."""
    for module in _MODULES.values():
        for name in ("tree", "texts"):
            module.__dict__.pop(name, None)


@cache
def modules(*packages: str) -> tuple[Module, ...]:
    """The modules below *packages* (folders with slashes), by default of the whole house; never none."""
    found = [
        _module(path) for package in packages or PACKAGES for path in sorted((ROOT / package).rglob("*.py"))
    ]
    assert found, f"nothing stands in {packages}: what guards it would guard nothing"
    return tuple(found)


def loaded_by(statement: str) -> frozenset[str]:
    """The modules that a fresh process has loaded after *statement*; warnings are errors there."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return frozenset(run.stdout.split())

"""A newcomer finds the way: small folders with signs, one meaning a name, shallow classes, no hidden imports."""

from __future__ import annotations

import ast
import re
import subprocess
from collections import Counter, defaultdict

import pytest

from tests.architecture.house import PACKAGES, ROOT, modules

MOST_FILES = 12
DEEPEST = 4
MOST_LATE_IMPORTS = 11
"""Each saves start-up and says so; ``docs/architecture.md`` has the cost of each."""
SIGNS = [module for module in modules() if module.is_sign]
ROOMS = [module for module in modules() if not module.is_sign]


def test_a_folder_is_seen_at_a_glance() -> None:
    full = Counter(module.folder for module in ROOMS)
    assert {folder: count for folder, count in full.items() if count > MOST_FILES} == {}


def test_every_floor_has_a_sign() -> None:
    assert [module.name for module in SIGNS if len(ast.get_docstring(module.tree) or "") <= 60] == []


@pytest.mark.slow
def test_no_module_only_passes_names_on() -> None:
    for module in modules():
        if module.path.name == "__main__.py":
            continue
        passing = (ast.Import, ast.ImportFrom, ast.Expr)
        work = [node for node in module.tree.body if not isinstance(node, passing)]
        assert work or not module.imports, module.name
        assert "__all__" not in module.public_names, module.name


@pytest.mark.slow
def test_the_first_line_of_a_module_is_its_own() -> None:
    lines = Counter((ast.get_docstring(module.tree) or "").partition("\n")[0] for module in modules())
    assert {line: count for line, count in lines.items() if count > 1 or not line.endswith(".")} == {}


def test_a_file_name_means_one_thing() -> None:
    stems = Counter(module.path.stem for module in ROOMS if module.path.name != "__main__.py")
    assert {stem: count for stem, count in stems.items() if count > 1} == {}


@pytest.mark.slow
@pytest.mark.parametrize("package", PACKAGES)
def test_a_name_means_one_thing(package: str) -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for module in modules(package):
        if module.name.endswith("_words") or module.name.startswith("forms.sets."):
            continue  # told with their module: ``sheet_words.NOTE``, and every declaration calls its parts alike
        for name in module.public_names:
            places[name].append(module.name)
    assert {
        name: where for name, where in places.items() if len(where) > 1 and name not in SAME_BY_INTENT
    } == {}


@pytest.mark.slow
def test_classes_stand_on_few_others() -> None:
    bases = {
        node.name: [ast.unparse(base).partition("[")[0].rpartition(".")[2] for base in node.bases]
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }

    def depth(name: str) -> int:
        return 1 + max((depth(base) for base in bases[name] if base in bases and base != name), default=0)

    assert len(bases) > 100
    assert {name for name in bases if depth(name) > DEEPEST} == set()


@pytest.mark.slow
def test_few_imports_hide_in_functions_and_each_says_why() -> None:
    late = [(module, found) for module in modules() for found in module.imports if found.late]
    lines = {module: module.path.read_text("utf-8").splitlines() for module, _ in late}
    assert len(late) <= MOST_LATE_IMPORTS, [f"{module.name}:{found.line}" for module, found in late]
    silent = [
        f"{module.name}:{found.line}"
        for module, found in late
        if "#" not in "".join(lines[module][max(found.line - 3, 0) : found.line])
    ]
    assert silent == []


@pytest.mark.slow
def test_the_cost_of_each_import_in_a_function_is_on_paper() -> None:
    paper = (ROOT / "docs/architecture.md").read_text("utf-8")
    rows = set(re.findall(r"^\| `([\w.]+)` \| `([\w.]+)` \| .+ \| \d+ \| \d+ \|$", paper, re.MULTILINE))
    late = {(module.name, hidden.module) for module in modules() for hidden in module.imports if hidden.late}
    assert rows == late


def test_named_tuples_have_their_annotations_at_once() -> None:
    """As text each of them would be compiled while the program starts; only names for the checker alone must be text."""
    holding = [
        module
        for module in modules()
        if any(
            isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "NamedTuple" for base in node.bases)
            for node in module.tree.body
        )
    ]
    assert len(holding) > 50
    assert [
        module.name
        for module in holding
        if any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in module.tree.body)
        and not any(
            ast.unparse(node.test) == "TYPE_CHECKING" for node in module.tree.body if isinstance(node, ast.If)
        )
    ] == []


def test_nothing_stands_beside_the_floors() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", *PACKAGES], capture_output=True, text=True, check=True
    ).stdout
    beside = [path for path in tracked.split() if path.count("/") == 1 and not path.endswith("__init__.py")]
    assert tracked
    assert beside == []


SAME_BY_INTENT = frozenset({"run", "add_arguments", "main"})
"""What every command and every program of its own calls its parts."""

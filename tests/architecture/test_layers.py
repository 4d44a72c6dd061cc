"""How the house is built: imports point one way, the domain is plain Python, a table is never asked for its name."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path
from unicodedata import is_normalized

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = ("forms", "exports", "tui")
MAY_IMPORT = {"forms": set(), "exports": {"forms"}, "tui": {"forms", "exports"}}
STORE_MAY_IMPORT = {"tinydb", "filelock"}
HEAVY = {"textual", "rich", "fpdf", "openpyxl", "tinydb", "PIL", "segno", "filelock", "platformdirs"}


def files(layer: str) -> list[Path]:
    """The Python files of a layer."""
    return sorted((ROOT / layer).rglob("*.py"))


FILES = [path for layer in LAYERS for path in files(layer)]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(path: Path) -> set[str]:
    """The modules that a file imports, anywhere in it, with the names taken from them."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", FILES, ids=name)
def test_imports_point_from_the_screens_to_the_domain_and_never_back(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    layers = {module.split(".")[0] for module in imported(path)} & {*LAYERS, "tests", "bench"}
    assert layers - {layer} <= MAY_IMPORT[layer]


@pytest.mark.parametrize("path", files("forms"), ids=name)
def test_the_domain_imports_only_the_standard_library(path: Path) -> None:
    modules = {module.split(".")[0] for module in imported(path)}
    allowed = set(sys.stdlib_module_names) | {"forms"}
    if path.is_relative_to(ROOT / "forms" / "store"):
        allowed |= STORE_MAY_IMPORT
    assert modules <= allowed


@pytest.mark.parametrize("path", [path for path in files("forms") if path.parent.name != "store"], ids=name)
def test_nothing_of_the_domain_needs_the_store(path: Path) -> None:
    assert not [module for module in imported(path) if module.startswith("forms.store")]


@pytest.mark.parametrize("path", [*files("forms"), *files("exports")], ids=name)
def test_only_the_screens_know_textual(path: Path) -> None:
    assert not {module.split(".")[0] for module in imported(path)} & {"textual", "rich"}


PURE = [path for floor in ("model", "dossier", "report", "entry") for path in files(f"forms/{floor}")]


@pytest.mark.parametrize("path", PURE, ids=name)
def test_the_heart_of_the_domain_touches_neither_files_nor_the_clock(path: Path) -> None:
    touched = {found.split(".")[0] for found in imported(path)}
    assert not touched & {
        "os",
        "pathlib",
        "io",
        "time",
        "shutil",
        "tempfile",
        "subprocess",
        "locale",
        "random",
    }
    calls = {ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)}
    assert not [call for call in calls if call.split(".")[-1] in ("open", "now", "today", "utcnow", "print")]


def loaded_by(statement: str) -> set[str]:
    """The top modules that a fresh process has loaded after *statement*."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return set(run.stdout.split())


def test_the_domain_loads_nothing_heavy() -> None:
    found = loaded_by(
        "import forms.report.checking.checker, forms.package, forms.report.report, forms.package.training, forms.report.figures"
    )
    assert found & {*HEAVY, "exports", "tui"} == set()


def test_the_store_loads_no_screen_and_no_exporter() -> None:
    if not (ROOT / "forms" / "store").is_dir():
        pytest.skip("there is no store yet")
    assert (
        loaded_by("import forms.store.store")
        & {"textual", "rich", "fpdf", "openpyxl", "PIL", "exports", "tui"}
        == set()
    )


def test_laying_out_a_page_loads_no_drawing_library() -> None:
    if not (ROOT / "exports" / "layout" / "table_page.py").exists():
        pytest.skip("there is no page yet")
    assert (
        loaded_by("import exports.layout.table_page")
        & {"textual", "rich", "fpdf", "openpyxl", "PIL", "tinydb", "tui"}
        == set()
    )


def test_the_command_line_loads_no_textual() -> None:
    if not (ROOT / "tui" / "cli" / "main.py").exists():
        pytest.skip("there is no command line yet")
    assert "textual" not in loaded_by("import tui.cli.main")


def test_importing_the_domain_warns_of_nothing() -> None:
    assert "forms" in loaded_by("import forms")


TABLE_NAMES = {"T1", "T2", "T3", "T4", "T5"}


def asks_for_a_table_by_name(node: ast.AST) -> bool:
    """``table.id == "T3"``, ``table_id in ("T1", "T2")``, ``match table.id: case "T3"``."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        return any(
            isinstance(constant, ast.Constant) and constant.value in TABLE_NAMES
            for side in sides
            for constant in ast.walk(side)
        )
    if isinstance(node, ast.MatchValue):
        return isinstance(node.value, ast.Constant) and node.value.value in TABLE_NAMES
    return False


@pytest.mark.parametrize("path", FILES, ids=name)
def test_what_is_special_about_a_table_is_said_by_its_data(path: Path) -> None:
    lines = [
        node.lineno
        for node in ast.walk(tree(path))
        if asks_for_a_table_by_name(node) and hasattr(node, "lineno")
    ]
    assert lines == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_text_in_the_code_is_composed(path: Path) -> None:
    texts = [
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [text for text in texts if not is_normalized("NFC", text)] == []


def test_the_data_files_of_the_domain_are_composed_utf_8() -> None:
    paths = [*(ROOT / "forms").rglob("*.json")]
    assert len(paths) >= 52
    assert [name(path) for path in paths if not is_normalized("NFC", path.read_text("utf-8"))] == []

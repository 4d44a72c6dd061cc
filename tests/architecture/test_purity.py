"""The domain is plain Python without files or clock; a fresh process of each floor loads nothing that it may not know."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.architecture.house import Module, loaded_by, modules

FLOORS = ("forms/model", "forms/sets", "forms/dossier", "forms/report", "forms/entry", "forms/package")
READS_DATA = {"forms.sets.packaged_file"}
"""The module that reads data files of the project itself."""
STORE_MAY_IMPORT = {"tinydb", "filelock"}
SCREEN = {"textual", "rich"}
MEASURES_LETTERS = "tui.desk.canvas"
"""Takes from rich how many cells a letter is wide: what draws must count the same."""
DRAWING = {"fpdf", "openpyxl", "PIL", "segno"}
OUTSIDE = {"os", "pathlib", "io", "time", "shutil", "tempfile", "subprocess", "locale", "random"}


def tops(module: Module) -> set[str]:
    return {found.module.partition(".")[0] for found in module.imports}


@pytest.mark.slow
def test_the_domain_imports_only_the_standard_library() -> None:
    allowed = {*sys.stdlib_module_names, "forms"}
    for module in modules("forms"):
        its_own = STORE_MAY_IMPORT if module.name.startswith("forms.store") else set()
        assert tops(module) <= allowed | its_own, module.name


@pytest.mark.slow
def test_the_domain_touches_neither_files_nor_the_clock() -> None:
    outside = {"open", "now", "today", "utcnow", "print"}
    for module in modules(*FLOORS):
        assert not tops(module) & OUTSIDE, module.name
        calls = {ast.unparse(node.func) for node in ast.walk(module.tree) if isinstance(node, ast.Call)}
        assert not {call.rpartition(".")[2] for call in calls} & outside, module.name


@pytest.mark.slow
def test_data_of_the_project_is_read_in_one_place_that_works_in_a_zip_too() -> None:
    readers = {
        module.name
        for module in modules(*FLOORS)
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Attribute) and node.attr == "get_data")
        or (isinstance(node, ast.Name) and node.id == "__file__")
    }
    assert readers == READS_DATA


def test_only_the_terminal_floor_knows_textual() -> None:
    for module in modules():
        if not module.name.startswith("tui.terminal") and module.name != MEASURES_LETTERS:
            assert not tops(module) & SCREEN, module.name


def test_the_lines_of_the_desk_are_measured_by_the_widths_of_rich() -> None:
    (measuring,) = [module for module in modules("tui/desk") if module.name == MEASURES_LETTERS]
    assert [found.module for found in measuring.imports if found.module.startswith("rich")] == ["rich.cells"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("floor", "unknown"),
    [
        ("forms/model", {"forms.sets", "forms.dossier", "forms.store", "tinydb", "exports", "tui"}),
        ("forms/package", {"forms.store", "tinydb", "filelock", "exports", "tui", *SCREEN, *DRAWING}),
        ("forms/store", {"exports", "tui", *SCREEN, *DRAWING}),
        ("exports/layout", {"tui", "tinydb", *SCREEN, *DRAWING}),
        ("exports/reading", {"tui", "tinydb", *SCREEN, *DRAWING}),
        ("exports", {"tui", *SCREEN}),
        ("tui/jobs", {"tui.cli", "tui.desk", "argparse", *SCREEN}),
        ("tui/desk", {"tui.cli", "tui.pages", "argparse", "textual"}),
        ("tui/pages", {"tui.cli", "argparse", "textual"}),
    ],
)
def test_a_fresh_process_of_a_floor_loads_nothing_above_it(floor: str, unknown: set[str]) -> None:
    rooms = [
        module.name
        for module in modules(floor)
        if module.path.name != "__main__.py" and module.path.name != "build.py"
    ]
    known = loaded_by(f"import {', '.join(rooms)}")
    assert floor.replace("/", ".") in known
    assert known & unknown == set()


def test_processes_are_started_in_one_place() -> None:
    starters = {
        module.name
        for module in modules()
        if {found.module.partition(".")[0] for found in module.imports if not found.typing_only}
        & {"subprocess", "multiprocessing", "concurrent", "pty"}
    }
    assert starters == {"exports.processes.launching"}


def test_a_command_loads_no_screen() -> None:
    known = loaded_by("import tui.cli.main, tui.cli.commands.check, tui.cli.commands.export")
    assert "tui.cli.commands.check" in known
    assert known & {"tui.desk", "tui.pages", "tui.terminal", *SCREEN} == set()


def test_help_loads_nothing_of_a_dossier() -> None:
    known = loaded_by(
        "import contextlib, tui.cli.main\nwith contextlib.suppress(SystemExit): tui.cli.main.main(['--help'])"
    )
    assert "tui.cli.parser" in known
    assert known & {"forms.store", "forms.report", "tui.cli.commands", *SCREEN} == set()


def test_the_first_page_loads_nothing_that_makes_files() -> None:
    known = loaded_by("import tui.desk.desk, tui.pages.home.home")
    assert "tui.pages.home" in known
    assert known & {"exports", "forms.package.writer", *DRAWING} == set()


def test_a_name_that_a_user_gives_becomes_a_path_in_one_place() -> None:
    """Which a process that is shut in a folder stands on."""
    expanding = {
        module.name
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and (node.attr == "expanduser" or ast.unparse(node) == "Path.home")
    }
    assert expanding == {"forms.store.system.named_paths"}

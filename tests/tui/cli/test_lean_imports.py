"""What the screens do without when Textual is imported: a stand-in has the names that are asked of it, and goes."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest
import rich
import textual
from textual.screen import Screen

from tui.cli.desks.lean_imports import SUBPROCESS, UNUSED, lean_imports, stood_in_for
from tui.terminal.app import NhomtreApp

pytestmark = pytest.mark.slow

TEXTUAL = Path(textual.__file__).parent
AT_START = tuple(
    path
    for folder in (TEXTUAL, TEXTUAL / "css", TEXTUAL / "layouts", TEXTUAL / "renderables")
    for path in folder.glob("*.py")
    if path.name not in ("command.py", "system_commands.py")
)
"""All but the palette's own."""
MENTIONED = {
    *UNUSED,
    "rich.panel",
    "rich.tree",
    "rich.markup",
    "textual.css._help_text",
    "typing_extensions",
    "platformdirs",
}
"""What every module of Textual that is loaded asks by name."""


def asked_by_name(path: Path, module: str, library: Path = TEXTUAL) -> set[str]:
    """What *path* imports of *module* as soon as it is loaded itself."""
    package = ".".join((library.name, *path.relative_to(library).parent.parts))
    return {
        name.name
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ImportFrom) and module in (node.module, f"{package}.{node.module}")
        for name in node.names
    }


@pytest.mark.parametrize("module", sorted(MENTIONED))
def test_a_stand_in_has_the_names_that_textual_imports(module: str) -> None:
    asked = set().union(*(asked_by_name(path, module) for path in AT_START))
    has = stood_in_for()[module]
    assert has is not None
    if module in UNUSED:
        assert asked == set(has)
    else:
        assert asked <= set(has)


@pytest.mark.parametrize("module", ["rich._emoji_replace", "rich.emoji", "rich.markup", "rich.pager"])
def test_a_stand_in_has_the_names_that_rich_imports(module: str) -> None:
    library = Path(rich.__file__).parent
    asked = set().union(
        *(asked_by_name(library / name, module, library) for name in ("console.py", "text.py"))
    )
    has = stood_in_for()[module]
    assert has is not None and asked and asked <= set(has)


def test_what_is_stood_in_for_is_switched_off() -> None:
    source = inspect.getsource(Screen._extend_compose)
    assert "if not self.app._disable_notifications:\n            widgets.insert(0, ToastRack(" in source
    assert not NhomtreApp.ENABLE_COMMAND_PALETTE


@pytest.mark.slow
def test_what_is_spared_is_there_again_afterwards() -> None:
    program = (
        "import sys\n"
        "from tui.cli.desks.lean_imports import lean_imports, stood_in_for\n"
        "with lean_imports():\n"
        "    import textual.app, textual.widget\n"
        "spared = {*stood_in_for(), 'textual.widgets._tree', 'textual.containers', 'rich.box', '_uuid'}\n"
        "assert not spared & set(sys.modules), spared & set(sys.modules)\n"
        "import ssl, subprocess, typing_extensions, uuid\n"
        "from rich.table import Table\n"
        "from textual.command import CommandPalette\n"
        "from textual.widgets._toast import ToastRack\n"
        "from textual.screen import Screen\n"
        "from textual.widget import Widget\n"
        "assert issubclass(CommandPalette, Screen) and issubclass(ToastRack, Widget) and Table(show_header=False)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_what_asyncio_asks_of_processes_is_as_they_have_it() -> None:
    assert {name: getattr(subprocess, name) for name in SUBPROCESS} == SUBPROCESS


def test_what_is_there_already_stays() -> None:
    import textual.command

    with lean_imports():
        assert sys.modules["textual.command"] is textual.command
    assert sys.modules["textual.command"] is textual.command


def test_the_patterns_of_textwrap_are_late_for_the_screens_and_wrap_as_ever() -> None:
    program = (
        "import tui.cli.desks.screens, textwrap\n"
        "from tui.cli.desks.late_patterns import LatePattern\n"
        "assert isinstance(textwrap.TextWrapper.wordsep_re, LatePattern)\n"
        "assert textwrap.wrap('Hoa Sen so-so', 7) == ['Hoa Sen', 'so-so']\n"
        "assert textwrap.wrap('Hoa-Sen', 4) == ['Hoa-', 'Sen']\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

"""What the screens do without when Textual is imported: a stand-in has the names that are asked of it, and goes."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest
import textual
from textual.screen import Screen

from tui.terminal.app import NhomtreApp
from tui.terminal.capabilities import UNUSED, lean_imports

TEXTUAL = Path(textual.__file__).parent
AT_START = tuple(
    path for path in TEXTUAL.glob("*.py") if path.name not in ("command.py", "system_commands.py")
)
"""All but the palette's own."""


@pytest.mark.parametrize("module", UNUSED)
def test_a_stand_in_has_the_names_that_textual_imports(module: str) -> None:
    asked = {
        name.name
        for path in AT_START
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.module == module
        for name in node.names
    }
    assert asked == set(UNUSED[module])


def test_what_is_stood_in_for_is_switched_off() -> None:
    source = inspect.getsource(Screen._extend_compose)
    assert "if not self.app._disable_notifications:\n            widgets.insert(0, ToastRack(" in source
    assert not NhomtreApp.ENABLE_COMMAND_PALETTE


@pytest.mark.slow
def test_what_is_spared_is_there_again_afterwards() -> None:
    program = (
        "import sys\n"
        "from tui.terminal.capabilities import lean_imports\n"
        "with lean_imports():\n"
        "    import textual.app, textual.widget\n"
        "spared = {'ssl', 'textual.command', 'textual.widgets._tree', 'textual.containers', 'rich.table'}\n"
        "assert not spared & set(sys.modules), spared & set(sys.modules)\n"
        "import ssl\n"
        "from rich.table import Table\n"
        "from textual.command import CommandPalette\n"
        "from textual.widgets._toast import ToastRack\n"
        "from textual.screen import Screen\n"
        "from textual.widget import Widget\n"
        "assert issubclass(CommandPalette, Screen) and issubclass(ToastRack, Widget) and Table(show_header=False)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_what_is_there_already_stays() -> None:
    import textual.command

    with lean_imports():
        assert sys.modules["textual.command"] is textual.command
    assert sys.modules["textual.command"] is textual.command

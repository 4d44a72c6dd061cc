"""What the screens do without when Textual is imported: a stand-in has the names that are asked of it, and goes."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import textual

from tui.terminal.app import NhomtreApp
from tui.terminal.capabilities import PALETTE, PALETTE_NAMES, lean_imports

TEXTUAL = Path(textual.__file__).parent
THE_PALETTES_OWN = {"command.py", "system_commands.py"}


def test_the_stand_in_has_the_names_that_textual_imports() -> None:
    asked = {
        name.name
        for path in TEXTUAL.glob("*.py")
        if path.name not in THE_PALETTES_OWN
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == PALETTE
        for name in node.names
    }
    assert asked == set(PALETTE_NAMES)
    assert not NhomtreApp.ENABLE_COMMAND_PALETTE


@pytest.mark.slow
def test_what_is_spared_is_there_again_afterwards() -> None:
    program = (
        "import sys\n"
        "from tui.terminal.capabilities import lean_imports\n"
        "with lean_imports():\n"
        "    import textual.app, textual.widget\n"
        "spared = {'ssl', 'textual.command', 'textual.widgets._input', 'textual.widgets._tree'}\n"
        "assert not spared & set(sys.modules), spared & set(sys.modules)\n"
        "import ssl\n"
        "from textual.command import CommandPalette\n"
        "from textual.screen import Screen\n"
        "assert issubclass(CommandPalette, Screen)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_what_is_there_already_stays() -> None:
    import textual.command

    with lean_imports():
        assert sys.modules[PALETTE] is textual.command
    assert sys.modules[PALETTE] is textual.command

"""The private names of Textual that we touch are there, and nobody else touches one."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from textual import _compositor
from textual.app import App

from tui.terminal import textual_private

TUI = Path(textual_private.__file__).parents[1]


@pytest.mark.parametrize("name", textual_private.PRIVATE_NAMES)
def test_the_app_has_it(name: str) -> None:
    assert name in dir(App) or re.search(rf"self\.{name}\b.* =", inspect.getsource(App.__init__))


def test_the_app_paints_an_update_and_hands_over_what_was_raised() -> None:
    assert "renderable.render_segments(console)" in inspect.getsource(App._display)
    assert list(inspect.signature(App._handle_exception).parameters) == ["self", "error"]


def test_an_update_gives_its_bytes() -> None:
    assert list(inspect.signature(_compositor.CompositorUpdate.render_segments).parameters) == [
        "self",
        "console",
    ]


def test_only_one_module_knows_them() -> None:
    private = re.compile(rf"\btextual\._|\b({'|'.join(textual_private.PRIVATE_NAMES)})\b")
    users = {path.name for path in TUI.rglob("*.py") if private.search(path.read_text("utf-8"))}
    assert users == {"textual_private.py"}


def test_only_the_terminal_side_imports_textual() -> None:
    imports = re.compile(r"^\s*(import|from) textual\b", re.MULTILINE)
    users = {path.parent.name for path in TUI.rglob("*.py") if imports.search(path.read_text("utf-8"))}
    assert users == {"terminal"}

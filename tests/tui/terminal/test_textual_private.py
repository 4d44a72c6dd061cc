"""The private names of Textual that we touch are there, and nobody else touches one."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

from tui.terminal import textual_private

TUI = Path(textual_private.__file__).parents[1]


@pytest.mark.parametrize("name", textual_private.PRIVATE_NAMES)
def test_the_app_has_it(name: str) -> None:
    made = inspect.getsource(App.__init__) + inspect.getsource(MessagePump.__init__)
    assert name in dir(App) or re.search(rf"self\.{name}\b.* =", made)


def test_all_that_textual_paints_goes_one_way_and_what_was_raised_is_handed_over() -> None:
    assert list(inspect.signature(App._display).parameters) == ["self", "screen", "renderable"]
    assert "app._display(self, update)" in inspect.getsource(Screen)
    assert "isinstance(renderable, CompositorUpdate)" in inspect.getsource(App._display)
    assert list(inspect.signature(App._handle_exception).parameters) == ["self", "error"]


def test_it_paints_where_textual_would() -> None:
    """Not in a batch, not before it runs, not after its end."""
    stock = inspect.getsource(App._display)
    for condition in ("self._batch_count", "self._running", "not self._closed", "not self.is_headless"):
        assert condition in stock


def test_only_one_module_knows_them() -> None:
    private = re.compile(rf"\btextual\._|\b({'|'.join(textual_private.PRIVATE_NAMES)})\b")
    users = {path.name for path in TUI.rglob("*.py") if private.search(path.read_text("utf-8"))}
    assert users == {"textual_private.py"}


def test_only_the_terminal_side_imports_textual() -> None:
    imports = re.compile(r"^\s*(import|from) textual\b", re.MULTILINE)
    users = {path.parent.name for path in TUI.rglob("*.py") if imports.search(path.read_text("utf-8"))}
    assert users == {"terminal"}

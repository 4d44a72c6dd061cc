"""Only the cells that changed go to the terminal, straight from the lines of the screen.

Textual's own way, dirty regions merged by its compositor, costs two thirds of a key and paints a changed
line anew from the left edge. A private class of Textual is read here: its version is pinned.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.console import Console
from textual._compositor import CompositorUpdate
from textual.strip import Strip


class Patch(NamedTuple):
    """The cells of a line of the screen that changed: line, first column, what stands there now."""

    y: int
    x: int
    strip: Strip


class ChangedCells(CompositorUpdate):
    """An update of some cells that leaves all others alone."""

    def __init__(self, patches: Iterable[Patch]) -> None:
        self._patches = tuple(patches)

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal."""
        return "".join(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for y, x, strip in self._patches)

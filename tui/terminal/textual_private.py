"""What Textual keeps private and we need, all of it here: its version is pinned, a test names each name.

Only the cells that changed go to the terminal, straight from the lines of the screen: Textual's own way, dirty
regions merged by its compositor, costs two thirds of a key and paints a changed line anew from the left edge.
"""

from collections.abc import Iterable
from typing import NamedTuple

from rich.console import Console
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.driver import Driver
from textual.strip import Strip

PRIVATE_NAMES = ("_display", "_driver", "_handle_exception", "_disable_tooltips", "_disable_notifications")
"""Of ``App``; beside them the class ``textual._compositor.CompositorUpdate``."""


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


class LeanApp(App[int]):
    """An app without tooltips and toasts, two widgets less to make, style and lay out, that paints single cells."""

    def __init__(self, driver: type[Driver]) -> None:
        super().__init__(driver_class=driver, ansi_color=True)
        self._disable_tooltips = self._disable_notifications = True

    def paint(self, cells: ChangedCells) -> None:
        """Show cells that changed; the compositor paints whole screens only."""
        self._display(self.screen, cells)  # type: ignore[arg-type]  # takes any update at run time

    def send(self, sequence: str) -> None:
        """Write a control sequence to the terminal."""
        if self._driver is not None:
            self._driver.write(sequence)

    def give_back(self) -> None:
        """The terminal is as it was, however much of that Textual has done already."""
        if self._driver is not None:
            self._driver.stop_application_mode()
            self._driver.close()

    def fail(self, error: BaseException) -> None:
        """A bug came up."""
        raise NotImplementedError

    def _handle_exception(self, error: Exception) -> None:
        self.fail(error)

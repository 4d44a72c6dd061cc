"""What Textual keeps private and we need, all of it here: its version is pinned, a test names each name.

Whatever Textual wants to paint, the terminal gets what the one widget says that it is to be sent: Textual's own way, dirty
regions merged by its compositor, costs two thirds of a key and paints a changed line anew from the left edge.
"""

from typing import Any

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

PRIVATE_NAMES = (
    *("_display", "_driver", "_handle_exception", "_disable_tooltips", "_disable_notifications"),
    *("_batch_count", "_running", "_closed", "_begin_update", "_end_update"),
)
"""Of ``App``; beside them the class ``textual._compositor.CompositorUpdate``."""


class LeanApp(App[int]):
    """An app without tooltips and toasts, two widgets less to make, style and lay out, that paints what differs.

    While the line to the terminal is full nothing is painted; then the newest screen is.
    """

    def __init__(self, driver: type[Driver]) -> None:
        super().__init__(driver_class=driver, ansi_color=True)
        self._disable_tooltips = self._disable_notifications = True
        self._is_line_full = self._is_paint_owed = False

    def unsent(self) -> str:
        """What the terminal is to be sent so that it shows the screen as it is now."""
        raise NotImplementedError

    def line_is_full(self) -> None:
        """The terminal has not taken what it was sent; ``line_is_free`` will be called."""
        self._is_line_full = True

    def line_is_free(self) -> None:
        """The terminal has taken everything."""
        self._is_line_full = False
        if self._is_paint_owed:
            self._is_paint_owed = False
            self.paint()

    def paint(self) -> None:
        """Show the screen as it is now, as soon as the terminal takes it."""
        if self._batch_count or not self._running or self._closed or self.is_headless or self._driver is None:
            return
        if self._is_line_full:
            self._is_paint_owed = True
            return
        try:
            sent = self.unsent()
        except Exception as error:
            self._handle_exception(error)
            return
        if sent:
            self._begin_update()
            self._driver.write(sent)
            self._end_update()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            self.paint()
        else:
            super()._display(screen, renderable)

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

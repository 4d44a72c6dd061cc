"""The terminal on Windows: Textual's own driver, with its threads watched, because it tells nobody that one has ended."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

from textual.drivers.windows_driver import WindowsDriver as StockDriver

from tui.terminal.terminal_owner import TerminalOwner

if TYPE_CHECKING:
    from textual.app import App

THREADS_OF_TEXTUAL = ("_event_thread", "_writer_thread")
"""Of Textual's driver: what reads the keys and what writes the screen."""

LONGEST_PIECE = 8192
"""Letters that are written at once."""


class WindowsDriver(StockDriver):
    """Keys and screen of one console; a console that is gone is told at once."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._owner = cast("TerminalOwner", app)
        self._is_wanted = False

    def start_application_mode(self) -> None:
        """Take the console over."""
        self._is_wanted = True
        super().start_application_mode()
        for thread in (self._event_thread, self._writer_thread):
            if thread is not None:
                threading.Thread(
                    target=self._watch, args=(thread,), name="nhomtre-watch", daemon=True
                ).start()

    def write(self, data: str) -> None:
        """Write in pieces: Python and a console of Windows lose their way in long ones (textual#2548, cpython#82052)."""
        for start in range(0, len(data), LONGEST_PIECE):
            super().write(data[start : start + LONGEST_PIECE])

    def disable_input(self) -> None:
        """Read no more keys."""
        self._is_wanted = False
        super().disable_input()

    def _watch(self, thread: threading.Thread) -> None:
        """Wait for the end of *thread*: without it no key comes, or whoever draws waits for ever."""
        thread.join()
        if self._is_wanted:
            self._owner.hang_up()

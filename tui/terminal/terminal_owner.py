"""What a driver of a terminal tells the app, and what it asks of it."""

from __future__ import annotations

from typing import Protocol

from textual.message import Message

from tui.terminal.key_stream import Click, NotUtf8, TerminalReply


class Heard(Message):
    """The terminal sent something that is no key; it comes in order with the keys."""

    def __init__(self, event: NotUtf8 | TerminalReply | Click) -> None:
        super().__init__()
        self.event = event


class TerminalOwner(Protocol):
    """What the app does for its terminal. Called in the app's own loop."""

    def hang_up(self) -> None:
        """The terminal is gone. May be told in any thread."""

    def fail(self, error: BaseException) -> None:
        """A bug came up in a thread of the terminal."""

    def line_is_full(self) -> None:
        """The terminal has not taken what it was sent."""

    def line_is_free(self) -> None:
        """It has taken all of it."""

"""A bare Textual app with one stock Input: Enter writes its value to the file named on the command line and ends."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Input


class StockInput(App[None]):
    def compose(self) -> ComposeResult:
        yield Input(placeholder="READY")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        Path(sys.argv[1]).write_text(event.value, "utf-8")
        self.exit()


if __name__ == "__main__":
    StockInput().run()

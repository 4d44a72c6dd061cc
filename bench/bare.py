"""The least Textual app, as anybody would start it: what the screens are measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One widget."""

    def compose(self) -> ComposeResult:
        """The widget."""
        yield Static("READY")


if __name__ == "__main__":
    Bare().run(mouse=False)

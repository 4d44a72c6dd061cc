"""What is looked for in a list: letters narrow it down, Backspace takes the last one back."""

from __future__ import annotations

from collections.abc import Callable

from forms.model.text import clean
from tui.desk.keys import BY_LETTERS

MOST = 40
"""Characters of a query."""


class Query:
    """The text looked for; *changed* shows what fits it. With *paste_anew* a pasted line takes its place."""

    moves: tuple[tuple[str, str], ...] = (BY_LETTERS,)

    def __init__(self, changed: Callable[[], None], *, paste_anew: bool = False) -> None:
        self._changed = changed
        self._paste_anew = paste_anew
        self.text = ""

    def look_for(self, text: str) -> None:
        """Look for *text*."""
        self.text = text[:MOST]
        self._changed()

    def key(self, name: str, char: str | None) -> bool:
        """A letter or Backspace; False for any other key."""
        if name == "backspace":
            self.look_for(self.text[:-1])
        elif char is not None and char.isprintable():
            self.look_for(self.text + char)
        else:
            return False
        return True

    def paste(self, text: str) -> bool:
        """A pasted line is looked for as well."""
        self.look_for(("" if self._paste_anew else self.text) + clean(text))
        return True

    def leave(self) -> None:
        """Another action: what is looked for stays."""

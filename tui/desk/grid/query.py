"""What is looked for in a list: letters narrow it down, Backspace takes the last one back."""

from __future__ import annotations

from collections.abc import Callable

from forms.model.text import clean
from tui.desk.line.buffer import Buffer
from tui.desk.line.input_method import InputMethod
from tui.texts.help.keys import BY_LETTERS

MOST = 40
"""Characters of a query."""


class Query:
    """The text looked for, typed by *input_method*; *changed* shows what fits it. With *paste_anew* a pasted line takes its place."""

    moves: tuple[tuple[str, str], ...] = (BY_LETTERS,)

    def __init__(
        self, changed: Callable[[], None], input_method: InputMethod, *, paste_anew: bool = False
    ) -> None:
        self._changed = changed
        self._input_method = input_method
        self._paste_anew = paste_anew
        self.text = ""
        self._line = Buffer()

    def look_for(self, text: str) -> None:
        """Look for *text*."""
        self.text = text[:MOST]
        self._changed()

    def key(self, name: str, char: str | None) -> bool:
        """A letter or Backspace; False for any other key."""
        if self._line.text != self.text:
            self._line = Buffer.of(self.text)
        if name == "backspace":
            self._input_method.press(self._line, name)
        elif char is not None and char.isprintable():
            self._input_method.type(self._line, char, in_words=True)
        else:
            return False
        self.look_for(self._line.text)
        return True

    def paste(self, text: str) -> bool:
        """A pasted line is looked for as well."""
        self.look_for(("" if self._paste_anew else self.text) + clean(text))
        return True

    def leave(self) -> None:
        """Another action: what is looked for stays."""

    def anew(self) -> None:
        """Something else is looked for."""
        if self.text:
            self.look_for("")

    def takes(self, _line: str) -> bool:
        """Whatever is looked for."""
        return True

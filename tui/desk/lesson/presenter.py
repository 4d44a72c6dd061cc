"""What a presenter shows to a hall: the keys that were just pressed, by their names; the explanation whole."""

from __future__ import annotations

from collections import deque
from typing import Any

from forms.model.text import shorten
from tui.desk.page import BETWEEN, Page
from tui.texts.help.keys import label_of
from tui.texts.sessions import lesson_words

MOST_PRESSED, LONGEST_TYPED, LONGEST_PRESENTED = 5, 12, 400
PRESENTED_LINES = 4
"""Lines of an explanation."""


class Presenter:
    """The keys in the order in which they were pressed; letters one after another are one text."""

    def __init__(self) -> None:
        self._pressed: deque[str] = deque(maxlen=MOST_PRESSED)
        self._typed = ""

    def press(self, name: str, char: str | None) -> None:
        """A key."""
        if char is not None and char.isprintable():
            if self._typed:
                self._pressed.pop()
            self._typed += char
            self._pressed.append(self._typed[-LONGEST_TYPED:])
        else:
            self._typed = ""
            self._pressed.append(label_of(name))

    def keys(self) -> str:
        """«Phím: F3 dang Enter»; empty before the first."""
        return lesson_words.PRESSED.format(keys=" ".join(self._pressed)) if self._pressed else ""


def presented(page: Page[Any]) -> str:
    """All that the page has to say about the place of the cursor, one sentence after another."""
    focus = page.in_focus()
    told = {focus.text, focus.row, focus.column} if focus else set()
    paragraphs = [text for text in page.help() if text and text not in told]
    return shorten(BETWEEN.join(dict.fromkeys(paragraphs)), LONGEST_PRESENTED) or page.explain()

"""Lines that are chosen by their numbers, for keyboards without function keys."""

from __future__ import annotations

from typing import Protocol

from tui.texts.help.keys import BY_NUMBER


class NumberedLines(Protocol):
    """A list whose lines have numbers."""

    def count(self) -> int:
        """Number of lines."""

    def number(self, row: int) -> int:
        """The number of a line; 0 when it has none."""

    def go(self, row: int) -> None:
        """Put the cursor there."""


class LineNumbers:
    """Digits go to the line of that number; two digits to those from 10 on."""

    moves: tuple[tuple[str, str], ...] = (BY_NUMBER,)

    def __init__(self, lines: NumberedLines) -> None:
        self._lines = lines
        self._typed = ""

    def key(self, name: str, char: str | None) -> bool:
        """A digit; False for any other key."""
        if char is None or not (char.isascii() and char.isdecimal()):
            self._typed = ""
            return False
        lines = self._lines
        rows = {lines.number(row): row for row in range(lines.count()) if lines.number(row)}
        for typed in (self._typed + char, char):
            if int(typed) in rows:
                self._typed = typed
                lines.go(rows[int(typed)])
                return True
        self._typed = ""
        return True

    def paste(self, text: str) -> bool:
        """Numbers are typed, not pasted."""
        return False

    def leave(self) -> None:
        """Another action: the digits before it are forgotten."""
        self._typed = ""

    def anew(self) -> None:
        """Another number."""
        self._typed = ""

    def takes(self, line: str) -> bool:
        """The number of a line."""
        lines = self._lines
        return line in {str(lines.number(row)) for row in range(lines.count()) if lines.number(row)}

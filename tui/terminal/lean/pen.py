"""The terminal's cursor while a screen is written: where it is, in which look it writes, and the shortest way elsewhere."""

from __future__ import annotations

from tui.terminal.lean.families import Family
from tui.terminal.lean.renditions import PLAIN, Signs


class Pen:
    """What is known of the cursor; x or y None: nobody knows.

    Behind the last column terminals differ, so there the column counts as unknown.
    """

    def __init__(self, family: Family, signs: Signs, width: int) -> None:
        self.family = family
        self.width = width
        self.x: int | None = None
        self.y: int | None = None
        self.look: str | None = None
        """The sign of the look that it writes in."""
        self._signs = signs

    def copy(self) -> Pen:
        """Another one in the same place, to try a way."""
        other = Pen(self.family, self._signs, self.width)
        other.x, other.y, other.look = self.x, self.y, self.look
        return other

    def lose_place(self) -> None:
        """Where the cursor is now is not known."""
        self.x = self.y = None

    def dipped(self, look: str) -> str:
        """What is sent so that it writes in *look*."""
        if look == self.look:
            return ""
        sent = self._signs.change(self.look, look)
        self.look = look
        return sent

    def plain(self) -> str:
        """What is sent so that erased cells get the background of the terminal, whether or not it paints them otherwise."""
        return self.dipped(PLAIN)

    def price(self, look: str) -> int:
        """Bytes of ``dipped``."""
        return len(self._signs.change(self.look, look))

    def wrote_up_to(self, x: int) -> None:
        """Cells were written, the last one before column *x*."""
        self.x = x if x < self.width else None

    def moved_to(self, x: int, y: int) -> str:
        """What is sent so that it is there."""
        sent = self.way_to(x, y)
        self.x, self.y = x, y
        return sent

    def way_to(self, x: int, y: int) -> str:
        """The shortest way there."""
        if self.y is None or not self.family.steps:
            return "" if (self.x, self.y) == (x, y) else place(x, y)
        if self.y == y:
            if self.x == x:
                return ""
            down = ""
        else:
            down = self._lines_to(y)
        # a carriage return leads to the first column from anywhere
        way = f"{down}\r{columns(x)}"
        if self.x is not None and len(aside := down + columns(x - self.x)) < len(way):
            way = aside
        least = len(way)
        if least > 4 and self.family.columns and len(down) + len(str(x + 1)) + 3 < least:
            way = f"{down}\x1b[{x + 1}G"
        return there if len(way) > 3 and len(there := place(x, y)) < len(way) else way

    def _lines_to(self, y: int) -> str:
        assert self.y is not None
        steps = y - self.y
        if steps > 0:
            way = "\n" * steps if steps < 5 else f"\x1b[{steps}B"
        else:
            way = "\x1bM" * -steps if steps > -3 else f"\x1b[{-steps}A"
        if len(way) > 4 and self.family.columns and y < 9:
            return f"\x1b[{y + 1}d"
        return way


def columns(steps: int) -> str:
    """What leads so many columns to the right, to the left if they are below nought."""
    if steps > 0:
        return f"\x1b[{steps}C" if steps > 1 else "\x1b[C"
    return "\b" * -steps if steps > -5 else f"\x1b[{-steps}D"


def place(x: int, y: int) -> str:
    """CUP; ones are left out."""
    line = y + 1 if y else ""
    return f"\x1b[{line};{x + 1}H" if x else f"\x1b[{line}H"

"""What a terminal shows, by pyte; and a screen sent whole, without a thought of what is there already.

pyte knows no REP and homes no cursor when the margins go: the first is never sent, after the second the place counts as unknown.
It erases with the attributes of the moment, as a terminal with bce does, underlining included: an erasure that is not plain is seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyte
from rich.color import ColorSystem
from rich.style import Style

from tui.desk.canvas import Line, Role
from tui.terminal.capabilities import looks
from tui.terminal.lean.families import FAMILIES, UNKNOWN, Family

STYLES = looks().styles
COLOURED: Mapping[Role, str] = {
    **STYLES,
    Role.DIM: "color(243)",
    Role.ERROR: "underline color(160)",
    Role.CURSOR: "reverse color(25)",
    Role.CARET: "reverse underline",
}
"""As after the background was told, and a little worse: attributes and colours in all their combinations."""
EVERY: Mapping[str, Family] = {**dict(FAMILIES), "unheard-of": UNKNOWN}

Picture = tuple[list[list[Any]], tuple[int, int]]


class Eye:
    """A terminal of so many cells, as the driver leaves it: nothing wraps."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self._stream.feed("\x1b[?7l")
        self._rows: list[list[Any]] = [[] for _ in range(height)]

    def fed(self, sent: str) -> Picture:
        """Every cell, with its look, and the place of the cursor, after *sent*."""
        self._stream.feed(sent)
        for y in self.screen.dirty:
            self._rows[y] = [self.screen.buffer[y][x] for x in range(self.screen.columns)]
        self.screen.dirty.clear()
        return list(self._rows), (self.screen.cursor.x, self.screen.cursor.y)


def whole(
    lines: Sequence[Line],
    cursor: tuple[int, int],
    styles: Mapping[Role, str] = STYLES,
    before: Sequence[Line | None] | None = None,
) -> str:
    """Every line at its place, every piece in its own style, as Rich writes them; without those that are the same as *before*."""
    pairs = zip(lines, before or [None] * len(lines), strict=True)
    drawn = (
        f"\x1b[{y + 1};1H\x1b[K"
        + "".join(
            Style.parse(styles[role]).render(text, color_system=ColorSystem.EIGHT_BIT) for text, role in line
        )
        for y, (line, old) in enumerate(pairs)
        if line != old
    )
    return "".join(drawn) + f"\x1b[{cursor[1] + 1};{cursor[0] + 1}H"

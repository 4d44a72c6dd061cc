"""Only the cells that changed go to the terminal.

Textual paints a changed line anew from the left edge of the widget, which on a slow line is most of what a
key costs. A private class of Textual is read here: its version is pinned.
"""

from __future__ import annotations

from rich.console import Console, RenderableType
from textual._compositor import ChopsUpdate


class ChangedCells(ChopsUpdate):
    """An update that writes each changed part of a line and nothing to its left."""

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal."""
        parts = []
        for y, start, stop in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                first, last = max(x, start), min(end, stop)
                if strip is not None and first < last:
                    parts.append(
                        f"\x1b[{y + 1};{first + 1}H{strip.crop(first - x, last - x).render(console)}"
                    )
        return "".join(parts)


def lean(update: RenderableType | None) -> RenderableType | None:
    """The same update with as few bytes."""
    if type(update) is ChopsUpdate:
        return ChangedCells(update.chops, update.spans, update.chop_ends)
    return update

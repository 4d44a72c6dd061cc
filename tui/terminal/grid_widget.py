"""THE widget: draws the lines of the desk and hands it every key in the order of its arrival.

It keeps the focus and has no bindings: letters, Backspace, Enter and function keys come through the same
``on_key``, one after another, so a burst gives what the same keys give one at a time.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tui.desk.canvas import Line, Role, difference
from tui.desk.desk import Desk
from tui.desk.frame import cursor_place
from tui.jobs.sessions.letter_set import drawn
from tui.terminal.capabilities import Looks
from tui.terminal.textual_private import ChangedCells, Patch

MANY_LINES = 8
"""Above so many changed lines little of each is as it was: they are painted whole."""


class Grid(Widget, can_focus=True, inherit_css=False):
    """The whole screen, line by line; only the cells that changed are painted again."""

    DEFAULT_CSS = "Grid { width: 100%; height: 100%; background: ansi_default; color: ansi_default; }"

    def __init__(
        self,
        desk: Desk,
        looks: Looks,
        touched: Callable[[], None],
        paint: Callable[[ChangedCells], None],
    ) -> None:
        super().__init__()
        self.desk = desk
        self._touched = touched
        self._paint = paint
        self._letters = desk.letters.drawn
        """With which the screen was drawn last."""
        self._lines: list[Line] = []
        self._styles = _styles(looks)

    def show_with(self, looks: Looks) -> None:
        """Show everything in other looks."""
        self._styles = _styles(looks)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """The screen has a size, or another one."""
        self._fit()

    def _fit(self) -> None:
        if (self.desk.width, self.desk.height) != self.size or not self._lines:
            self.desk.resize(*self.size)
            self._draw()

    def _draw(self) -> None:
        self._lines = self.desk.lines()
        # Textual puts the terminal's own cursor there at the end of whatever it paints
        self.app.cursor_position = Offset(*cursor_place(self._lines, self.desk.explaining_line))

    def on_key(self, event: events.Key) -> None:
        """One key."""
        event.stop()
        event.prevent_default()
        self.desk.key(event.key, event.character)
        self.repaint()
        self._touched()

    def on_paste(self, event: events.Paste) -> None:
        """A block from the clipboard."""
        event.stop()
        event.prevent_default()
        self.desk.paste(event.text)
        self.repaint()
        self._touched()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click that Textual's own driver tells of."""
        self.click(event.x, event.y)

    def click(self, column: int, line: int) -> None:
        """A click on a cell of the screen."""
        self.desk.click(column, line)
        self.repaint()
        self._touched()

    def repaint(self) -> None:
        """Paint the cells that differ from what was drawn."""
        old, before = self._lines, self.app.cursor_position
        self._draw()
        if len(old) != len(self._lines) or self._letters is not self.desk.letters.drawn:
            self._letters = self.desk.letters.drawn
            self.refresh()
            return
        changed = [(y, a, b) for y, (a, b) in enumerate(zip(old, self._lines, strict=True)) if a != b]
        if len(changed) > MANY_LINES:
            patches = [Patch(y, 0, self._strip(line)) for y, _, line in changed]
        else:
            found = [(y, difference(old_line, line)) for y, old_line, line in changed]
            patches = [Patch(y, here[0], self._strip(here[1])) for y, here in found if here]
        if patches or before != self.app.cursor_position:
            self._paint(ChangedCells(patches))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are now: what Textual remembers of them may be older."""
        return [self.render_line(y).crop(crop.x, crop.right) for y in crop.line_range]

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        self._fit()
        if y >= len(self._lines):
            return Strip.blank(self.size.width)
        return self._strip(self._lines[y])

    def _strip(self, line: Line) -> Strip:
        return Strip([Segment(drawn(text, self._letters), self._styles[role]) for text, role in line])


def _styles(looks: Looks) -> dict[Role, Style]:
    return {role: Style.parse(style) for role, style in looks.styles.items()}

"""THE widget: draws the lines of the desk and hands it every key in the order of its arrival.

It keeps the focus and has no bindings: letters, Backspace, Enter and function keys come through the same
``on_key``, one after another, so a burst gives what the same keys give one at a time. What keys typed ahead
lead to is painted once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.css.styles import RenderStyles
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.desk.canvas import Line
from tui.desk.desk import Desk
from tui.desk.frame import cursor_place
from tui.jobs.sessions.letter_set import drawn
from tui.terminal.capabilities import Looks
from tui.terminal.lean.shadow import Shadow, renditions_of
from tui.texts.help.keys import PAINT_ANEW

LONGEST_UNPAINTED = 0.25
"""Seconds that keys typed ahead may keep the screen as it is."""


def wear_own_colours(styles: RenderStyles) -> None:
    """The terminal's own colours. No style sheet says so: to read one takes as long as to lay out the screen."""
    styles.background = styles.color = "ansi_default"


class Grid(Widget, can_focus=True, inherit_css=False):
    """The whole screen, line by line; only the cells that changed are painted again."""

    def __init__(
        self,
        desk: Desk,
        looks: Looks,
        touched: Callable[[], None],
        paint: Callable[[], None],
    ) -> None:
        super().__init__()
        self.styles.width = self.styles.height = "100%"
        wear_own_colours(self.styles)
        self.desk = desk
        self._touched = touched
        self._paint = paint
        self._lines: list[Line] = []
        self._cursor = (0, 0)
        self._styles = looks.styles
        self._shadow = Shadow(looks.family, renditions_of(looks.styles))
        self._painted_at = 0.0
        """By the clock of the loop."""
        self._will_paint = False

    def show_with(self, looks: Looks) -> None:
        """Show everything in other looks."""
        self._styles = looks.styles
        self._shadow.show_with(renditions_of(looks.styles))
        self._paint()

    def show_again(self) -> None:
        """Show everything, whatever the terminal shows now."""
        self.forget()
        self._paint()

    def forget(self) -> None:
        """Nothing is known of what the terminal shows; the next painting shows everything."""
        self._shadow.forget()

    def on_resize(self, event: events.Resize) -> None:
        """The screen has a size, or another one."""
        self._fit()

    def _fit(self) -> None:
        size = self.outer_size  # it has no border
        if (self.desk.width, self.desk.height) != size or not self._lines:
            self.desk.resize(*size)
            self._draw()

    def _draw(self) -> None:
        self._lines = self.desk.lines()
        column, line = cursor_place(self._lines, self.desk.explaining_line)
        # a screen too small has no line that explains
        self._cursor = min(column, self.desk.width - 1), min(line, len(self._lines) - 1)

    def unsent(self) -> str:
        """What the terminal is to be sent so that it shows the lines as they are now."""
        self._fit()
        return self._shadow.sent(self._lines, self.desk.width, self._cursor, self.desk.letters.drawn)

    def on_key(self, event: events.Key) -> None:
        """One key."""
        event.stop()
        event.prevent_default()
        if event.key == PAINT_ANEW:
            self.show_again()
            return
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
        """Paint what differs from what the terminal shows, once the keys are carried out that wait."""
        loop = asyncio.get_running_loop()
        is_awaited = self.app.message_queue_size or self.message_queue_size
        if is_awaited and loop.time() - self._painted_at < LONGEST_UNPAINTED:
            if not self._will_paint:
                self._will_paint = True
                loop.call_soon(self._paint_later)
            return
        self._painted_at = loop.time()
        self._draw()
        self._paint()

    def _paint_later(self) -> None:
        self._will_paint = False
        self.repaint()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are now: what Textual remembers of them may be older."""
        return [self.render_line(y).crop(crop.x, crop.right) for y in crop.line_range]

    def render_line(self, y: int) -> Strip:
        """One line of the screen, for pictures of it: the terminal gets its own from ``unsent``."""
        self._fit()
        if y >= len(self._lines):
            return Strip.blank(self.size.width)
        cells = [(drawn(text, self.desk.letters.drawn), role) for text, role in self._lines[y]]
        segments = [Segment(text, Style.parse(self._styles[role])) for text, role in cells]
        return Strip(segments, self.size.width)  # else Textual measures it letter by letter

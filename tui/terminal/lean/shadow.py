"""What the terminal shows, as far as it was sent; a new screen costs what differs from that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.desk.canvas import Line, Role
from tui.jobs.sessions.letter_set import LetterSet
from tui.terminal.lean.drawn_line import DrawnLine, blank_line, cells_of
from tui.terminal.lean.families import Family
from tui.terminal.lean.line_change import approach, changed_line, size
from tui.terminal.lean.pen import Pen
from tui.terminal.lean.renditions import Rendition, Signs
from tui.terminal.lean.scrolls import scroll_between

ERASE_BELOW = "\x1b[J"
MANY_LINES = 6
"""From so many changed lines on it is tried whether erasing the screen below the first of them is shorter."""

_NUMBERS = {"underline": "4", "reverse": "7"}


def renditions_of(styles: Mapping[Role, str]) -> dict[Role, Rendition]:
    """The looks of roles whose styles are said in the words of Rich: ``underline color(25)``."""
    return {role: tuple(map(_number, style.split())) for role, style in styles.items()}


def _number(word: str) -> str:
    return f"38;5;{word[6:-1]}" if word.startswith("color(") else _NUMBERS[word]


class Shadow:
    """The cells of one terminal, its cursor and its look."""

    def __init__(self, family: Family, renditions: Mapping[Role, Rendition]) -> None:
        self._family = family
        self._letters = LetterSet.WHOLE
        self._signs = Signs(partial_resets=family.partial_resets)
        self._lines: Sequence[Line] = ()
        self._drawn: list[DrawnLine] = []
        self._pen = Pen(family, self._signs, 0)
        self.show_with(renditions)

    def show_with(self, renditions: Mapping[Role, Rendition]) -> None:
        """Roles look otherwise from the next screen on."""
        self._sign_of = {role: self._signs.of(rendition) for role, rendition in renditions.items()}
        self._lines = ()

    def forget(self) -> None:
        """Nobody knows what the terminal shows: the next screen is sent whole."""
        self._lines = ()
        self._drawn = []

    def sent(
        self,
        lines: Sequence[Line],
        width: int,
        cursor: tuple[int, int],
        letters: LetterSet = LetterSet.WHOLE,
    ) -> str:
        """What shows *lines*, each *width* cells wide, in those letters, and the cursor at column and line *cursor*."""
        if letters is not self._letters:
            self._letters = letters
            self._lines = ()
        if len(self._drawn) != len(lines) or self._pen.width != width:
            self._pen = Pen(self._family, self._signs, width)
            start = self._pen.plain() + self._pen.moved_to(0, 0) + ERASE_BELOW
            self._drawn = [blank_line(width)] * len(lines)
            self._lines = ()
        else:
            start = ""
        new = self._new(lines, width)
        changed = [y for y, (a, b) in enumerate(zip(self._drawn, new, strict=True)) if a is not b and a != b]
        sent = self._shortest(new, changed, width) if changed else ""
        self._lines, self._drawn = tuple(lines), new
        column, line = cursor
        return start + sent + approach(self._pen, new[line], column, line)

    def _new(self, lines: Sequence[Line], width: int) -> list[DrawnLine]:
        if len(self._lines) != len(lines):
            return [cells_of(line, self._sign_of, self._letters, width) for line in lines]
        return [
            shown if line is before or line == before else cells_of(line, self._sign_of, self._letters, width)
            for line, before, shown in zip(lines, self._lines, self._drawn, strict=True)
        ]

    def _shortest(self, new: list[DrawnLine], changed: list[int], width: int) -> str:
        old, best, pen = self._drawn, None, self._pen.copy()
        best = _by_lines(pen, old, new, changed)
        if len(changed) >= MANY_LINES and _is_mostly_new(old, new, changed[0]):
            first, erasing = changed[0], self._pen.copy()
            start = erasing.moved_to(0, first) + erasing.plain() + ERASE_BELOW
            blank = [*old[:first], *[blank_line(width)] * (len(new) - first)]
            erased = start + _by_lines(erasing, blank, new, range(first, len(new)))
            if size(erased) < size(best):
                best, pen = erased, erasing
        if scroll := scroll_between(old, new, changed, self._family):
            scrolling = self._pen.copy()
            start = scroll.sent(scrolling, len(new))
            moved = scroll.applied(old, width)
            left = [y for y, (a, b) in enumerate(zip(moved, new, strict=True)) if a != b]
            scrolled = start + _by_lines(scrolling, moved, new, left)
            if size(scrolled) < size(best):
                best, pen = scrolled, scrolling
        self._pen = pen
        return best


def _by_lines(pen: Pen, old: Sequence[DrawnLine], new: Sequence[DrawnLine], changed: Iterable[int]) -> str:
    return "".join([changed_line(pen, old[y], new[y], y) for y in changed])


def _is_mostly_new(old: Sequence[DrawnLine], new: Sequence[DrawnLine], first: int) -> bool:
    """Whether from line *first* on more text goes than stays as it is."""
    stays = sum(a.length for a, b in zip(old[first:], new[first:], strict=True) if a == b)
    goes = sum(max(a.length - b.length, 0) for a, b in zip(old[first:], new[first:], strict=True))
    return stays < goes

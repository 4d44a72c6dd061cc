"""Lines that stand elsewhere on the new screen: found by voting, moved by the terminal."""

from collections import Counter
from collections.abc import Sequence

from forms.model.declared import Frozen
from tui.terminal.lean.drawn_line import DrawnLine, blank_line
from tui.terminal.lean.families import Family
from tui.terminal.lean.pen import Pen

FEWEST = 3
"""Lines that moved together, below which looking closer does not pay."""
MOST_STEPS = 4
"""Lines that a terminal without IL and DL is moved by, one step each."""


class Scroll(Frozen):
    """The lines from *top* to *bottom*, both inside, move up by *up* lines, down if it is negative."""

    top: int
    bottom: int
    up: int

    def applied(self, lines: Sequence[DrawnLine], width: int) -> list[DrawnLine]:
        """What the terminal shows afterwards."""
        inside = list(lines[self.top : self.bottom + 1])
        blanks = [blank_line(width)] * abs(self.up)
        moved = inside[self.up :] + blanks if self.up > 0 else blanks + inside[: self.up]
        return [*lines[: self.top], *moved, *lines[self.bottom + 1 :]]

    def sent(self, pen: Pen, height: int) -> str:
        """The sequences; afterwards nobody knows where the cursor is."""
        start = pen.plain()
        is_whole = self.bottom == height - 1 and (self.top == 0 or pen.family.moves_lines)
        if not is_whole:
            start += f"\x1b[{self.top + 1};{self.bottom + 1}r"
            pen.lose_place()
        count = abs(self.up)
        if pen.family.moves_lines:
            number = "" if count == 1 else str(count)
            move = f"\x1b[{number}{'M' if self.up > 0 else 'L'}"
            start += pen.moved_to(0, self.top) + move
        elif self.up > 0:
            start += pen.moved_to(0, self.bottom) + "\n" * count
        else:
            start += pen.moved_to(0, self.top) + "\x1bM" * count
        if not is_whole:
            start += "\x1b[r"
            pen.lose_place()
        return start


def scroll_between(
    old: Sequence[DrawnLine], new: Sequence[DrawnLine], changed: Sequence[int], family: Family
) -> Scroll | None:
    """The one by which most of the *changed* lines come where they are wanted; None where few do, or the terminal moves none."""
    if not family.scrolls or len(changed) < FEWEST:
        return None
    if {old[y].text for y in changed}.isdisjoint([new[y].text for y in changed]):
        return None
    places: dict[DrawnLine, list[int]] = {}
    for y in changed:
        if old[y].text and old[y].length:
            places.setdefault(old[y], []).append(y)
    ways = [(before - y, y) for y in changed for before in places.get(new[y], ())]
    votes = Counter(up for up, _ in ways if up and (family.moves_lines or abs(up) <= MOST_STEPS))
    if not votes:
        return None
    up, count = votes.most_common(1)[0]
    if count < FEWEST:
        return None
    ends = [line for way, y in ways if way == up for line in (y, y + up)]
    return Scroll(min(ends), max(ends), up)

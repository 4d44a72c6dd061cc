"""A line of the screen as cells: a letter and a look each; a line with wide or composed letters is one piece."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from tui.desk.canvas import Line, Role, one_cell_each
from tui.jobs.sessions.letter_set import LetterSet, drawn
from tui.terminal.lean.renditions import PLAIN

SAME = b"\0"
"""In ``differing``."""


class DrawnLine(NamedTuple):
    """*text* and *looks* have a letter a cell, *looks* the signs of looks; both are empty where a letter takes two cells or none."""

    text: str
    looks: str
    spans: tuple[tuple[str, str], ...]
    """Text and the sign of its look."""

    @property
    def length(self) -> int:
        """Columns up to the last cell that is no plain blank."""
        return max(len(self.text.rstrip(" ")), len(self.looks.rstrip(PLAIN)))


@lru_cache(4)
def blank_line(width: int) -> DrawnLine:
    """What an erased line is."""
    blanks = " " * width
    return DrawnLine(blanks, PLAIN * width, ((blanks, PLAIN),))


def cells_of(line: Line, signs: Mapping[Role, str], letters: LetterSet, width: int) -> DrawnLine:
    """The cells of *line* in those letters."""
    spans = [(drawn(text, letters), signs[role]) for text, role in line]
    text = "".join([text for text, _ in spans])
    if len(text) != width or not one_cell_each(text):
        return DrawnLine("", "", tuple(spans))
    return DrawnLine(text, "".join([sign * len(text) for text, sign in spans]), tuple(spans))


def differing(old: DrawnLine, new: DrawnLine) -> bytes:
    """A byte a cell, ``SAME`` where two lines agree whose letters take a cell each."""
    unlike = _number(old.text) ^ _number(new.text)
    if old.looks != new.looks:
        unlike |= _number(old.looks) ^ _number(new.looks)
    return (unlike | unlike >> 8).to_bytes(2 * len(new.text), "little")[::2]


def standing(line: DrawnLine) -> bytes:
    """The same for what is on *line* beside plain blanks."""
    return differing(blank_line(len(line.text)), line)


@lru_cache(128)
def _number(cells: str) -> int:
    """Two bytes a cell, so that two lines are compared at once: letters that take one cell are of the first plane."""
    return int.from_bytes(cells.encode("utf-16-le"), "little")

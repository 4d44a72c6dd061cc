"""A line of the screen as cells: a letter and a look each; a line with wide or composed letters is one piece."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.desk.canvas import Line, Role, one_cell_each
from tui.jobs.sessions.letter_set import LetterSet, drawn
from tui.terminal.lean.renditions import PLAIN


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


def differing(old: DrawnLine, new: DrawnLine) -> str:
    """A letter a cell, ``x`` where two lines differ whose letters take a cell each, else a blank."""
    if old.looks == new.looks:
        return "".join([" " if a == b else "x" for a, b in zip(old.text, new.text, strict=True)])
    cells = zip(old.text, new.text, old.looks, new.looks, strict=True)
    return "".join([" " if a == b and c == d else "x" for a, b, c, d in cells])


def standing(line: DrawnLine) -> str:
    """The same for what is on *line* beside plain blanks."""
    if line.looks == PLAIN * len(line.looks):
        return "".join([" " if letter == " " else "x" for letter in line.text])
    cells = zip(line.text, line.looks, strict=True)
    return "".join([" " if letter == " " and look == PLAIN else "x" for letter, look in cells])

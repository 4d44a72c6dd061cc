"""Colours that are readable on the background that the terminal told; none when it told nothing.

Sixteen colours mean something else in every terminal (yellow on white is 1.1 to 4.2 : 1), so colour is only used where
it is exact: the fixed part of the 256, on a background that is known. What carries meaning is underlined or reversed
besides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.desk.canvas import Role

Rgb = tuple[int, int, int]

LEAST_CONTRAST = 4.5
"""Of text against what is behind it (WCAG 2.1, 1.4.3)."""
BACKGROUND_QUESTION = "\x1b]11;?\x1b\\"

CANDIDATES: Mapping[Role, tuple[int, int]] = {
    Role.ERROR: (210, 124),
    Role.WARNING: (221, 94),
    Role.DIM: (116, 24),
    Role.NOTICE: (114, 22),
}
"""Role → numbers of the 256 colours: for a dark background, for a light one."""

_TOLD = r"\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})"


def told_background(sequence: str) -> Rgb | None:
    """The colour in a terminal's answer to ``BACKGROUND_QUESTION``; None when it is another answer."""
    match = re.match(_TOLD, sequence)
    if match is None:
        return None
    red, green, blue = (int(part, 16) * 255 // (16 ** len(part) - 1) for part in match.groups())
    return red, green, blue


def colour_of(number: int) -> Rgb:
    """The colour with that number, 16 to 231: the cube that is the same everywhere."""
    steps = (0, 95, 135, 175, 215, 255)
    red, rest = divmod(number - 16, 36)
    green, blue = divmod(rest, 6)
    return steps[red], steps[green], steps[blue]


def contrast(one: Rgb, other: Rgb) -> float:
    """1 (equal) to 21 (black and white), as WCAG 2.1 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable_colours(background: Rgb) -> dict[Role, int]:
    """Role → number of a colour that can be read there; a role without one keeps the terminal's own."""
    return {
        role: number
        for role, numbers in CANDIDATES.items()
        for number in numbers
        if contrast(colour_of(number), background) >= LEAST_CONTRAST
    }


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

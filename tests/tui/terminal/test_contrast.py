"""Every role can be read on the backgrounds of the terminals that are used, and on any that a terminal tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.canvas import Role
from tui.terminal.contrast import (
    CANDIDATES,
    LEAST_CONTRAST,
    Rgb,
    colour_of,
    contrast,
    readable_colours,
    told_background,
)

BACKGROUNDS: dict[str, Rgb] = {
    "xterm, urxvt, white": (255, 255, 255),
    "xterm, PuTTY, the Linux console, conhost, black": (0, 0, 0),
    "Windows Terminal": (12, 12, 12),
    "PowerShell's blue": (1, 36, 86),
    "macOS Basic": (255, 255, 255),
    "Solarized dark": (0, 43, 54),
    "Solarized light": (253, 246, 227),
    "Ubuntu": (48, 10, 36),
}


@pytest.mark.parametrize("terminal", BACKGROUNDS)
def test_every_role_has_a_colour_that_can_be_read(terminal: str) -> None:
    background = BACKGROUNDS[terminal]
    colours = readable_colours(background)
    assert set(colours) == set(CANDIDATES) == {Role.ERROR, Role.WARNING, Role.DIM, Role.NOTICE}
    assert min(contrast(colour_of(number), background) for number in colours.values()) >= LEAST_CONTRAST


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_no_colour_is_chosen_that_cannot_be_read(background: Rgb) -> None:
    for number in readable_colours(background).values():
        assert contrast(colour_of(number), background) >= LEAST_CONTRAST


def test_contrast_is_the_one_of_the_standard() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert round(contrast((119, 119, 119), (255, 255, 255)), 2) == 4.48


@pytest.mark.parametrize(
    ("sequence", "colour"),
    [
        ("]11;rgb:ffff/ffff/ffff", (255, 255, 255)),
        ("]11;rgb:00/2b/36", (0, 43, 54)),
        ("]11;rgba:0000/0000/0000/ffff", (0, 0, 0)),
        ("]10;rgb:00/00/00", None),
        ("[?1;2c", None),
        ("]11;?", None),
    ],
)
def test_what_a_terminal_tells(sequence: str, colour: Rgb | None) -> None:
    assert told_background(sequence) == colour

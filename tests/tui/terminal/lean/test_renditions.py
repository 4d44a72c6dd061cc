"""Every way from one look to another leads there, and is no longer than setting it anew."""

from __future__ import annotations

from itertools import product

import pytest

from tests.tui.terminal.lean.seen import Eye
from tui.terminal.lean.renditions import Rendition, transition

LOOKS: tuple[Rendition, ...] = tuple(
    tuple(part for part in parts if part)
    for parts in product(
        ("", "4"), ("", "7"), ("", "38;5;25", "38;5;160", "31", "97"), ("", "48;5;2", "44", "103")
    )
)


@pytest.mark.slow
@pytest.mark.parametrize("partial_resets", [False, True])
def test_every_way_leads_there(*, partial_resets: bool) -> None:
    eye = Eye(2, 1)
    for old, new in product(LOOKS, LOOKS):
        sent = transition(old, new, partial_resets=partial_resets)
        anew = "".join(["\x1b[m", *(f"\x1b[{code}m" for code in new), "\rx"])
        before = "".join(["\x1b[m", *(f"\x1b[{code}m" for code in old)])
        assert eye.fed(f"{before}{sent}\rx") == Eye(2, 1).fed(anew), (old, new)
        assert len(sent) <= len(f"\x1b[;{';'.join(new)}m")


def test_from_an_unknown_look_all_is_set() -> None:
    assert transition(None, ("4",), partial_resets=True) == "\x1b[;4m"
    assert transition(None, (), partial_resets=True) == "\x1b[m"


def test_single_attributes_are_taken_away_only_where_the_terminal_can() -> None:
    assert transition(("4", "38;5;25"), ("38;5;25",), partial_resets=True) == "\x1b[24m"
    assert transition(("4", "38;5;25"), ("38;5;25",), partial_resets=False) == "\x1b[;38;5;25m"


def test_an_attribute_without_a_number_that_takes_it_away_is_reset() -> None:
    assert transition(("1", "4"), ("4",), partial_resets=True) == "\x1b[;4m"

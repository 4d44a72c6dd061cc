"""Where a text tells of a person, and how surely."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple


class Sureness(IntEnum):
    """How surely it is that person, the surest first."""

    EXACT = 0
    """As the record has it, in capitals or not."""
    WRITTEN = 1
    """Written in another way: without marks, with signs between, a day in words."""
    CALLED = 2
    """A part of the name that nobody else bears, where people use it for the whole."""
    ALIKE = 3
    """It may be of somebody else, or be another word."""


class Mention(NamedTuple):
    """From *start* up to *end* of a text."""

    start: int
    end: int
    sureness: Sureness


def joined(mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """The parts of the text that *mentions* cover, in order and apart."""
    parts = sorted(mention[:2] for mention in mentions)
    before: tuple[int, int] | None = None
    for start, end in parts:
        if before is not None and start < before[1]:
            before = before[0], max(before[1], end)
            continue
        if before is not None:
            yield before
        before = start, end
    if before is not None:
        yield before

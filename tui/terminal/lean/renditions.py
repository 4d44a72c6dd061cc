"""How letters look: the numbers of SGR, a sign for each look, and the shortest way from one to another."""

from __future__ import annotations

Rendition = tuple[str, ...]
"""The numbers that SGR takes for a look, one entry an attribute: ``("4", "38;5;25")``. The plain look has none."""
PLAIN = " "
"""The sign of the plain look."""
RESET = "\x1b[m"
_OFF = {"4": "24", "7": "27"}
"""Attribute → the number that takes it away; after any other one everything is set anew."""


class Signs:
    """A sign for each look, the same for ever, so that the looks of many cells are one string."""

    def __init__(self, *, partial_resets: bool) -> None:
        self._partial_resets = partial_resets
        self._renditions: dict[str, Rendition] = {PLAIN: ()}
        self._signs: dict[Rendition, str] = {(): PLAIN}
        self._changes: dict[tuple[str | None, str], str] = {}

    def of(self, rendition: Rendition) -> str:
        """The sign of a look."""
        sign = self._signs.setdefault(rendition, chr(ord("A") + len(self._signs)))
        self._renditions[sign] = rendition
        return sign

    def change(self, old: str | None, new: str) -> str:
        """What makes the look *new* of *old*; None: nobody knows what it was."""
        sent = self._changes.get((old, new))
        if sent is None:
            before = None if old is None else self._renditions[old]
            sent = transition(before, self._renditions[new], partial_resets=self._partial_resets)
            self._changes[old, new] = sent
        return sent


def transition(old: Rendition | None, new: Rendition, *, partial_resets: bool) -> str:
    """What makes the look *new* of *old*: the shortest that the terminal may be sent."""
    if old == new:
        return ""
    # an empty number is a nought: everything off first
    whole = f"\x1b[;{';'.join(new)}m" if new else RESET
    if old is None:
        return whole
    added = [code for code in new if code not in old]
    off = [_off(code) for code in old if code not in new]
    if off and not (partial_resets and all(off)):
        return whole
    # a colour that another one takes the place of needs no number that takes it away
    grounds = {ground for ground in map(_ground, added) if ground}
    part = f"\x1b[{';'.join([*(code for code in off if code not in grounds), *added])}m"
    return min(whole, part, key=len)


def _ground(code: str) -> str:
    """The number that takes a colour away; empty for what is no colour."""
    if code.startswith(("38;", "3", "9")) and code not in ("3", "9"):
        return "39"
    return "49" if code.startswith(("4", "10")) and code != "4" else ""


def _off(code: str) -> str:
    return _ground(code) or _OFF.get(code, "")

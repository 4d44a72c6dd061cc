"""What a terminal is trusted with, by the family that TERM names: less than it may have, never more.

TERM says little: PuTTY, Konsole and VTE call themselves xterm. So a family has what every terminal of that name that is still
met has, and REP (repeat the last letter), which xterm's own entry promises, is used nowhere: PuTTY before 0.71 and the
console of Linux have none, and a rule would stay a dot.
"""

from forms.model.declared import Frozen


class Family(Frozen):
    """What may be sent beside CUP, EL, ED and SGR, which every terminal has that the app runs on."""

    steps: bool = False
    """CR, LF, BS, RI, CUU, CUD, CUF, CUB, as on a VT100; a line feed keeps the column (the tty adds nothing)."""
    columns: bool = False
    """HPA and VPA: a column, a line alone."""
    partial_resets: bool = False
    """SGR 24, 27, 39 and 49: one attribute off."""
    scrolls: bool = False
    """DECSTBM: some lines move, the others stay."""
    moves_lines: bool = False
    """IL and DL."""
    erases_cells: bool = False
    """ECH, with the background of the terminal."""


UNKNOWN = Family()
"""Whole texts at places, nothing else: a name that nobody looked into, and Windows, where a line feed returns, too."""
VT100 = Family(steps=True, scrolls=True)
VT220 = Family(steps=True, scrolls=True, moves_lines=True, erases_cells=True)
MULTIPLEXER = Family(steps=True, columns=True, partial_resets=True, scrolls=True, moves_lines=True)
MODERN = MULTIPLEXER.but(erases_cells=True)

FAMILIES: tuple[tuple[str, Family], ...] = (
    ("xterm", MODERN),
    ("putty", MODERN),
    ("linux", MODERN),
    ("tmux", MULTIPLEXER),
    ("screen", MULTIPLEXER),
    ("vt100", VT100),
    ("vt102", VT100),
    ("vt220", VT220),
)
"""How TERM begins → the family; tmux and screen draw for a terminal of their own again, ECH is not in their entries."""


def family_of(term: str) -> Family:
    """The family of a terminal that calls itself *term*."""
    return next((family for name, family in FAMILIES if term.startswith(name)), UNKNOWN)

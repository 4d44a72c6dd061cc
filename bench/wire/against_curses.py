"""Bytes that screens of random sessions take on the line, against ncurses drawing the very same screens."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from bench.results import Result
from bench.wire.curses_replay import paints
from bench.wire.sessions import Kind, Shot, recorded, training_folder
from tui.terminal.capabilities import looks
from tui.terminal.lean.families import family_of
from tui.terminal.lean.shadow import Shadow, renditions_of

SESSIONS = 200 if os.environ.get("NHOMTRE_FULL") == "1" else 20
KEYS = 500
TERM = "xterm-256color"
TOGETHER, EACH = 1.05, 1.2
"""What may be sent of the bytes of ncurses, over all kinds of keys and of each kind."""


def drawing(_folder: Path) -> Iterator[Result]:
    """What a key of each kind sends, and all of them together."""
    ours: dict[Kind, int] = defaultdict(int)
    theirs: dict[Kind, int] = defaultdict(int)
    screens: dict[Kind, int] = defaultdict(int)
    with training_folder() as training:
        for seed in range(SESSIONS):
            shots = recorded(training, seed, KEYS)
            _add(ours, shots, lean_paints(shots, TERM))
            _add(theirs, shots, paints([shot[1:] for shot in shots], TERM, moves_lines=True))
            _add(screens, shots, [b"x" * is_new for is_new in _changes(shots)])
    yield _result(
        "all kinds of keys", sum(ours.values()), sum(theirs.values()), sum(screens.values()), TOGETHER
    )
    for kind in Kind:
        yield _result(f"a {kind}", ours[kind], theirs[kind], screens[kind], EACH)


def lean_paints(shots: Sequence[Shot], term: str) -> list[bytes]:
    """What the app sends for each of *shots* to a terminal that calls itself *term*."""
    shadow = Shadow(family_of(term), renditions_of(looks().styles))
    return [shadow.sent(lines, 80, cursor).encode() for _, lines, cursor in shots]


def _changes(shots: Sequence[Shot]) -> Iterator[bool]:
    """Whether each is another screen than the one before."""
    yield True
    for before, after in pairwise(shots):
        yield before[1:] != after[1:]


def _add(sums: dict[Kind, int], shots: Sequence[Shot], parts: Iterable[bytes]) -> None:
    for shot, part in zip(shots, parts, strict=True):
        sums[shot.kind] += len(part)


def _result(what: str, ours: int, theirs: int, count: int, goal: float) -> Result:
    return Result(
        f"bytes of {what} ÷ ncurses, {SESSIONS} random sessions",
        ours / theirs,
        goal,
        f"{ours / count:.0f} ÷ {theirs / count:.0f}, {count} screens",
    )


CASES = (drawing,)

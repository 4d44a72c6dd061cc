"""Random sessions on the desk: after every key the terminal shows what it shows when the screen is sent whole; in six TERMs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.wire.sessions import recorded, training_folder
from tests.tui.terminal.lean.seen import STYLES, Eye, whole
from tui.terminal.lean.families import family_of
from tui.terminal.lean.shadow import Shadow, renditions_of

FULL = os.environ.get("NHOMTRE_FULL") == "1"
SESSIONS, KEYS = (200, 500) if FULL else (2, 60)
TERMS = ("xterm", "xterm-256color", "linux", "screen-256color", "tmux-256color", "vt100")


@pytest.fixture(scope="module")
def training() -> Iterator[Path]:
    with training_folder() as folder:
        yield folder


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("seed", range(SESSIONS))
def test_lean_or_whole_the_screen_is_the_same(training: Path, seed: int) -> None:
    shots = recorded(training, seed, KEYS)
    # what is sent depends on the family alone: TERMs of one family get the same bytes
    families = {family_of(term): term for term in TERMS}
    terminals = [
        (term, Shadow(family, renditions_of(STYLES)), Eye(80, 24)) for family, term in families.items()
    ]
    plain, before = Eye(80, 24), None
    for number, (kind, lines, cursor) in enumerate(shots):
        expected = plain.fed(whole(lines, cursor, before=before))
        before = lines
        for term, shadow, eye in terminals:
            sent = shadow.sent(lines, 80, cursor)
            assert eye.fed(sent) == expected, (term, number, kind, sent)

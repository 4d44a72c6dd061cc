"""The command ``nhomtre``: sets what the terminal needs, reads the arguments, then carries them out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tui.cli import parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status (0 done, 1 errors or refused, 2 wrong arguments, 3 not read or written)."""
    _speak_utf8()
    options = parser.parse(argv)
    from tui.cli.dispatch import perform  # start-up: help and wrong arguments need none of a dossier

    return perform(options)


def _speak_utf8() -> None:
    """Vietnamese on any stream, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")

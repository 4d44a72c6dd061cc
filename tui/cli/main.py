"""The command ``nhomtre``: sets what the terminal needs, reads the arguments, then carries them out."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli import console, parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status (0 done, 1 errors or refused, 2 wrong arguments, 3 not read or written)."""
    console.have_streams()
    console.speak_utf8()
    options = parser.parse(argv)
    console.take_signals_of_keys(ignored=options.command is None)
    from tui.cli.dispatch import perform  # start-up: help and wrong arguments need none of a dossier

    return perform(options)

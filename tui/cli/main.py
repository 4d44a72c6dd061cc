"""The command ``nhomtre``: sets what the terminal needs, reads the arguments, then carries them out."""

from __future__ import annotations

import signal
from collections.abc import Sequence

from tui.cli import console, parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status (0 done, 1 errors or refused, 2 wrong arguments, 3 not read or written)."""
    console.speak_utf8()
    options = parser.parse(argv)
    _take_signals_of_keys(ignored=options.command is None)
    from tui.cli.dispatch import perform  # start-up: help and wrong arguments need none of a dossier

    return perform(options)


def _take_signals_of_keys(*, ignored: bool) -> None:
    """On a screen Ctrl+C and Ctrl+\\ are keys, also those typed before it stands and behind its end; a command they end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN if ignored else signal.default_int_handler)
    if ignored and hasattr(signal, "SIGQUIT"):
        signal.signal(signal.SIGQUIT, signal.SIG_IGN)

"""The command ``nhomtre``: sets what the terminal needs, reads the arguments, then carries them out."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli import console, parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    console.have_streams()
    console.speak_utf8()
    options = parser.parse(argv)
    if options.command is None:
        console.leave_keys_to_the_screens()
    from tui.cli.dispatch import perform  # start-up: help and wrong arguments need none of a dossier

    return perform(options)

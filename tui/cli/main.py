"""The command ``nhomtre``: sets what the terminal needs, reads the arguments, then carries them out."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from tui.cli import console, parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    console.have_streams()
    given = sys.argv[1:] if argv is None else list(argv)
    console.speak_vietnamese(without_marks=parser.asks_for_plain_letters(given))
    is_starting = not gc.isenabled()
    if is_starting:
        gc.freeze()  # of what there is by now nothing is garbage: it need not be looked through below
    options = parser.parse(given)
    if options.has_screen:
        console.leave_keys_to_the_screens()
        if is_starting:
            gc.collect()  # a parser is all circles; its room goes to what the screens load
    from tui.cli.dispatch import perform  # start-up: help and wrong arguments need none of a dossier

    return perform(options)

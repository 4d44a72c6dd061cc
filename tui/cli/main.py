"""The command ``nhomtre``: sets what the terminal needs, reads the arguments, carries out, tells failures plainly."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from forms.model.errors import Refused, StorageError
from tui.cli import parser
from tui.cli.command_registry import (
    COMMAND_BY_NAME,
)
from tui.cli.output import CANNOT_READ_OR_WRITE, say
from tui.jobs import bug_log
from tui.jobs.workspace import Workspace, data_folder, training_workspace
from tui.texts import command_line_words

REFUSED = 1
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status (0 done, 1 errors or refused, 2 wrong arguments, 3 not read or written)."""
    _speak_utf8()
    options = parser.parse(argv)
    try:
        return _run(options)
    except StorageError as error:
        say(str(error))
        return CANNOT_READ_OR_WRITE
    except Refused as error:
        say(str(error))
        return REFUSED
    except BrokenPipeError:
        # the reader of our output has gone: nothing is left to tell it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CANNOT_READ_OR_WRITE
    except KeyboardInterrupt:
        say(command_line_words.INTERRUPTED)
        return INTERRUPTED
    except Exception as error:
        say(bug_log.record(error, data_folder(options.data)))
        return CANNOT_READ_OR_WRITE


def _run(options: Namespace) -> int:
    if options.office is None and options.command is not None:
        status = COMMAND_BY_NAME[options.command].load().run(_workspace(options), options)
    else:
        from tui.cli.screens import open_app, open_office  # start-up: a command draws none

        status = open_app(_workspace(options), options) if options.office is None else open_office(options)
    sys.stdout.flush()
    return status


def _workspace(options: Namespace) -> Workspace:
    folder = data_folder(options.data)
    if not options.demo:
        return Workspace(folder, chosen_year=options.year, day=options.today)
    workspace = training_workspace(folder, options.year, options.today)
    workspace.make_training_copy(again=options.reset)
    return workspace


def _speak_utf8() -> None:
    """Vietnamese on any stream, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")

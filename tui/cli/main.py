"""The command ``nhomtre``: sets what the terminal needs, reads the arguments, carries out, tells failures plainly."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from forms.model.errors import NhomtreError, Refused
from tui.cli import parser
from tui.cli.output import say, show
from tui.cli.registry import COMMAND_BY_NAME
from tui.jobs import bug_log
from tui.jobs.workspace import Workspace, data_folder, training_workspace
from tui.texts import command_line_words, report_words

REFUSED = 1
CANNOT_READ_OR_WRITE = 3
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status (0 done, 1 errors or refused, 2 wrong arguments, 3 not read or written)."""
    _speak_utf8()
    options = parser.parse(argv)
    try:
        return _run(options)
    except Refused as error:
        say(str(error))
        return REFUSED
    except NhomtreError as error:
        say(str(error))
        return CANNOT_READ_OR_WRITE
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
    if options.office is not None:
        status = _open_office(options)
    elif options.command is None:
        status = _open_app(_workspace(options), options)
    else:
        status = COMMAND_BY_NAME[options.command].load().run(_workspace(options), options)
    sys.stdout.flush()
    return status


def _workspace(options: Namespace) -> Workspace:
    folder = data_folder(options.data)
    if not options.demo:
        return Workspace(folder, chosen_year=options.year, day=options.today)
    workspace = training_workspace(folder, options.year, options.today)
    workspace.make_training_copy(again=options.reset)
    return workspace


# The screens are imported once one can be drawn: commands and a plain terminal do without.


def _open_app(workspace: Workspace, options: Namespace) -> int:
    """The owner's screens; where no screen can be drawn, what can be done without."""
    from tui.terminal import capabilities

    if not capabilities.is_interactive():
        return welcome(workspace)
    if not _prepare_terminal():
        return CANNOT_READ_OR_WRITE
    from tui.terminal.app import run

    return run(workspace, capabilities.looks(ascii_frames=options.ascii), options.at)


def _open_office(options: Namespace) -> int:
    """The office's desk on a folder of arrivals."""
    from tui.jobs.district.office import office_folder
    from tui.terminal import capabilities

    folder = office_folder(options.office, options.year, options.today)
    if not capabilities.is_interactive():
        say(command_line_words.OFFICE_NEEDS_SCREEN)
        return CANNOT_READ_OR_WRITE
    if not _prepare_terminal():
        return CANNOT_READ_OR_WRITE
    from tui.terminal.office_app import run_office

    return run_office(folder, capabilities.looks(ascii_frames=options.ascii))


def _prepare_terminal() -> bool:
    """Whether screens can be drawn here; says why not."""
    from tui.terminal import capabilities

    why_not = capabilities.unfit()
    if why_not:
        say(why_not)
        return False
    capabilities.prepare()
    gc.disable()  # nothing made while starting is garbage; the app turns it on
    return True


def welcome(workspace: Workspace) -> int:
    """What can be done, and where the data lies."""
    show(command_line_words.WELCOME)
    show(report_words.WELCOME_FOLDER.format(folder=workspace.folder))
    years = ", ".join(map(str, workspace.store.years()))
    show(command_line_words.WELCOME_YEARS.format(years=years) if years else command_line_words.WELCOME_EMPTY)
    return 0


def _speak_utf8() -> None:
    """Vietnamese on any stream, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")

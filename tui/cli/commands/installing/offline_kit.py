"""``nhomtre kit``: a folder for a USB stick from which the program is installed without a network."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from forms.store.system import named_paths
from tui.cli import argument_types
from tui.cli.output import say, show
from tui.jobs.kit.machines import EVERY_TARGET, this_target
from tui.jobs.kit.making_kit import make_kit
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.sessions import kit_words


def add_arguments(parser: ArgumentParser) -> None:
    """Where to, and for which machines."""
    parser.add_argument("folder", metavar=command_line_words.FOLDER, type=argument_types.path)
    parser.add_argument("--only-here", action="store_true", help=kit_words.HELP_ONLY_HERE)


def run(_workspace: Workspace, options: Namespace) -> int:
    """Make it; its path to stdout. Raises Refused, StorageError."""
    folder = named_paths.path_of(options.folder).absolute()
    count = make_kit(folder, say, this_target() if options.only_here else EVERY_TARGET)
    show(str(folder))
    say(kit_words.DONE.format(folder=folder, count=count))
    return ExitStatus.DONE

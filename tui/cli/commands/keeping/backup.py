"""``nhomtre backup``: the dossiers carried away, a file each."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from forms.store.system import named_paths
from tui.cli import argument_types
from tui.cli.output import say, show
from tui.jobs.keeping.backing_up import back_up
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.sessions import keeping_words


def add_arguments(parser: ArgumentParser) -> None:
    """Where to."""
    parser.add_argument(
        "folder",
        metavar=command_line_words.FOLDER,
        type=argument_types.path,
        help=keeping_words.HELP_BACKUP_FOLDER,
    )


def run(workspace: Workspace, options: Namespace) -> int:
    """Write them; their paths to stdout."""
    for kept in back_up(workspace, named_paths.path_of(options.folder).absolute(), say):
        show(str(kept.path))
        say(keeping_words.BACKED_UP.format(year=kept.year, where=kept.path.parent, at=kept.at, seq=kept.seq))
    return ExitStatus.DONE

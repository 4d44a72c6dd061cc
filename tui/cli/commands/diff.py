"""``nhomtre diff``: what differs between two sent revisions, or one and now."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.cli import argument_types
from tui.cli.output import say, show, show_json
from tui.jobs.revisions.comparing import compare, difference_line
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.revisions import difference_words


def add_arguments(parser: ArgumentParser) -> None:
    """From A to B."""
    parser.add_argument(
        "first", metavar=command_line_words.REVISION_BEFORE, nargs="?", help=difference_words.HELP_DIFF_SIDE
    )
    parser.add_argument(
        "second", metavar=command_line_words.REVISION_AFTER, nargs="?", help=difference_words.HELP_DIFF_SIDE
    )
    argument_types.add_json(parser)


def run(workspace: Workspace, options: Namespace) -> int:
    """Show the differences."""
    differences = compare(workspace, options.first, options.second, say)
    if options.json:
        show_json([difference.as_json() for difference in differences])
        return ExitStatus.DONE
    for difference in differences:
        show(difference_line(difference))
    say(difference_words.DIFF_COUNT.format(count=len(differences)) if differences else difference_words.SAME)
    return ExitStatus.DONE

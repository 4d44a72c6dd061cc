"""``nhomtre fill``: our records written into the file that was downloaded, told before."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from exports.official.official_file import plan_fill
from tui.cli import argument_types
from tui.cli.given_files import file_to_read
from tui.cli.output import say, show_bytes, show_written
from tui.jobs.exporting import destination
from tui.jobs.official.filling import filled_suffix, hand_filled, plan_lines, write_filled
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words


def add_arguments(parser: ArgumentParser) -> None:
    """The file that was downloaded, and where the filled one goes."""
    parser.add_argument(
        "template",
        metavar=command_line_words.TEMPLATE,
        type=argument_types.path,
        help=command_line_words.HELP_TEMPLATE,
    )
    argument_types.add_output(parser)


def run(workspace: Workspace, options: Namespace) -> int:
    """Fill it; the plan goes to stderr, the path of the new file, or the file itself, to stdout."""
    goal, to_stdout = destination(options.output), options.output == argument_types.STANDARD
    with file_to_read(options.template) as template:
        if goal.file is not None and not to_stdout:
            argument_types.demand_ending(str(goal.file), filled_suffix(template))
        content = workspace.read(say)
        plan = plan_fill(template, content)
        for line in plan_lines(plan):
            say(line.head or f"  {line.first}: {line.second}")
        if to_stdout:
            hand_filled(show_bytes, template, plan, workspace, content, say)
        else:
            show_written(write_filled(template, plan, workspace, content, say, goal))
    return ExitStatus.DONE

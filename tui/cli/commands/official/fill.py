"""``nhomtre fill``: our records written into the file that was downloaded, told before."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from exports.official.official_file import plan_fill
from tui.cli import argument_types
from tui.cli.output import DONE, say, show_written
from tui.jobs.official.filling import plan_lines, write_filled
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
    parser.add_argument(
        "-o",
        "--output",
        metavar=command_line_words.FILE,
        type=argument_types.path,
        help=command_line_words.HELP_OUTPUT,
    )


def run(workspace: Workspace, options: Namespace) -> int:
    """Fill it; the plan goes to stderr, the path of the new file to stdout."""
    template = Path(options.template).expanduser()
    content = workspace.read(say)
    plan = plan_fill(template, content)
    for line in plan_lines(plan):
        say(line.head or f"  {line.first}: {line.second}")
    named = Path(options.output).expanduser() if options.output else None
    show_written(write_filled(template, plan, workspace, content, named))
    return DONE

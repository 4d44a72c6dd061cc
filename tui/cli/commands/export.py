"""``nhomtre export``: a file of the report, written whole or not at all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from exports.output.outside_folders import folder_in_words
from tui.cli import argument_types
from tui.cli.output import DONE, progress_line, say, say_to_people, show_bytes, show_written
from tui.jobs.current_report import current_report
from tui.jobs.export_kinds import ExportKind
from tui.jobs.exporting import destination, export, output_files
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.revisions import export_words

STDOUT = "-"


def add_arguments(parser: ArgumentParser) -> None:
    """What, where to, and whether rosters are blank."""
    kinds = [kind.value for kind in ExportKind]
    parser.add_argument(
        "kind",
        metavar=command_line_words.KIND,
        type=argument_types.one_of(kinds),
        choices=kinds,
        help=command_line_words.HELP_EXPORT_KIND,
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=command_line_words.FILE,
        type=argument_types.path,
        help=command_line_words.HELP_OUTPUT,
    )
    parser.add_argument("--blank", action="store_true", help=command_line_words.HELP_BLANK)


def run(workspace: Workspace, options: Namespace) -> int:
    """Write the files and show their paths; to stdout the file itself."""
    kind, goal, progress = (
        ExportKind(options.kind),
        destination(options.output),
        progress_line(command_line_words.EXPORTING),
    )
    if options.output == STDOUT:
        files = output_files(current_report(workspace, say), kind, goal, progress, blank=options.blank)
        show_bytes(files[0].data)
        return DONE
    for written in export(workspace, kind, goal, say, progress, blank=options.blank):
        show_written(written)
        say_to_people(
            export_words.KEPT_IN.format(where=folder_in_words(written.path.parent, workspace.folder))
        )
    return DONE

"""``nhomtre export``: a file of the report, written whole or not at all."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from exports.output.outside_folders import folder_in_words
from forms.model.text import shorten
from tui.cli import argument_types
from tui.cli.output import progress_line, say, say_to_people, show_bytes, show_written
from tui.jobs.export_kinds import ExportKind
from tui.jobs.exporting import Destination, destination, export, export_to
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.revisions import export_words


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
        "place", metavar=command_line_words.PLACE, nargs="?", default="", help=export_words.HELP_CHILD
    )
    argument_types.add_output(parser)
    parser.add_argument("--blank", action="store_true", help=command_line_words.HELP_BLANK)


def run(workspace: Workspace, options: Namespace) -> int:
    """Write the files and show their paths; to stdout the file itself."""
    kind = ExportKind(options.kind)
    if options.blank and kind is not ExportKind.ROSTERS:
        raise ArgumentTypeError(command_line_words.BLANK_NEEDS_ROSTERS)
    if bool(options.place) is not (kind is ExportKind.CHILD):
        sentence = export_words.PLACE_NEEDS_CHILD if options.place else export_words.CHILD_NEEDS_PLACE
        raise ArgumentTypeError(sentence.format(place=shorten(options.place)))
    place = options.place
    goal, progress = _goal(kind, options.output), progress_line(command_line_words.EXPORTING)
    if options.output == argument_types.STANDARD:
        export_to(show_bytes, workspace, kind, say, progress, blank=options.blank, place=place)
        return ExitStatus.DONE
    for written in export(workspace, kind, goal, say, progress, blank=options.blank, place=place):
        show_written(written)
        say_to_people(
            export_words.KEPT_IN.format(where=folder_in_words(written.path.parent, workspace.folder))
        )
    return ExitStatus.DONE


def _goal(kind: ExportKind, output: str | None) -> Destination:
    """Raises ArgumentTypeError when a file is named that would not say what is in it."""
    goal = destination(output)
    if goal.file is not None and output != argument_types.STANDARD:
        argument_types.demand_ending(str(goal.file), *kind.suffixes)
    return goal

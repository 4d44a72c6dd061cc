"""``nhomtre restore``: a dossier brought back from a file, told before it is replaced."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.cli import argument_types
from tui.cli.commands.diff import difference_line
from tui.cli.counts import counts_of_lists
from tui.cli.given_files import file_to_read
from tui.cli.output import say, show
from tui.jobs.keeping.restoring import Restoration, There, plan_restoration, restore
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.sessions import keeping_words


def add_arguments(parser: ArgumentParser) -> None:
    """From what, and the consent."""
    parser.add_argument(
        "file",
        metavar=command_line_words.FILE,
        type=argument_types.path,
        help=keeping_words.HELP_RESTORE_FILE,
    )
    parser.add_argument("--yes", action="store_true", help=keeping_words.HELP_YES)


def run(workspace: Workspace, options: Namespace) -> int:
    """Show what differs; replace it with consent, and where nothing is replaced."""
    with file_to_read(options.file) as path:
        planned = plan_restoration(workspace, path)
    _tell(planned)
    if planned.is_same:
        say(keeping_words.SAME)
        if not planned.lacking:
            return ExitStatus.DONE
    if planned.replaces and not options.yes:
        say(keeping_words.ASK_YES)
        return ExitStatus.REFUSED
    outcome = restore(workspace, planned, say)
    if planned.lacking:
        say(keeping_words.SENT_PUT_BACK.format(count=len(planned.lacking)))
    if not planned.is_same:
        counts = counts_of_lists(planned.wanted)
        say(keeping_words.RESTORED.format(year=planned.year, counts=counts))
    if outcome.kept is not None:
        say(keeping_words.KEPT.format(path=outcome.kept))
        say(keeping_words.UNDONE_BY_KEY if outcome.is_undoable else keeping_words.UNDONE_BY_FILE)
    return ExitStatus.DONE


def _tell(planned: Restoration) -> None:
    for sentence in planned.notices:
        say(sentence)
    if planned.there is There.DOSSIER:
        for difference in planned.differences:
            show(difference_line(difference))
        if planned.differences:
            say(keeping_words.DIFFERENCES.format(count=len(planned.differences)))

"""``nhomtre restore``: a dossier brought back from a file, told before it is replaced; without one, what there is to choose."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from exports.output.outside_folders import known_folders
from forms.model.errors import StorageError
from forms.model.text import format_moment
from tui.cli import argument_types
from tui.cli.given_files import file_to_read
from tui.cli.output import say, show
from tui.jobs.keeping.getting_back import plan_getting_back
from tui.jobs.keeping.known_states import known_states, states_aside
from tui.jobs.keeping.restoring import Restoration, There, plan_restoration, restore, what_was_restored
from tui.jobs.revisions.comparing import difference_line
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.sessions import keeping_words


def add_arguments(parser: ArgumentParser) -> None:
    """From what, and the consent."""
    parser.add_argument(
        "file",
        nargs="?",
        metavar=command_line_words.FILE,
        type=argument_types.path,
        help=keeping_words.HELP_RESTORE_FILE,
    )
    parser.add_argument(
        "--aside",
        metavar=command_line_words.NUMBER,
        type=argument_types.number,
        help=keeping_words.HELP_ASIDE,
    )
    parser.add_argument("--yes", action="store_true", help=keeping_words.HELP_YES)


def run(workspace: Workspace, options: Namespace) -> int:
    """Show what differs; replace it with consent, and where nothing is replaced."""
    if options.file is not None and options.aside is not None:
        raise ArgumentTypeError(keeping_words.ONE_OF_BOTH)
    if options.aside is not None:
        with workspace.open(write=False, notice=say) as session:
            planned = plan_getting_back(session, options.aside, workspace.today)
    elif options.file is not None:
        with file_to_read(options.file) as path:
            planned = plan_restoration(workspace, path)
    else:
        return _list(workspace)
    _tell(planned)
    if planned.is_same:
        say(keeping_words.SAME)
    if not planned.is_needed:
        return ExitStatus.DONE
    if planned.replaces and not options.yes:
        say(keeping_words.ASK_YES)
        return ExitStatus.REFUSED
    outcome = restore(workspace, planned, say)
    for sentence in what_was_restored(planned, outcome):
        say(sentence)
    return ExitStatus.DONE


def _list(workspace: Workspace) -> int:
    """What can be restored: how to name it to stdout, what it is behind it; also where the dossier does not open, which is told then."""
    states = known_states(workspace, workspace.year, known_folders())
    failure: StorageError | None = None
    if workspace.year in workspace.store.years():
        try:
            with workspace.open(write=False, notice=say) as session:
                states = [*states_aside(session, workspace.today), *states]
        except StorageError as error:
            failure = error
    for state in states:
        name = keeping_words.ASIDE_OPTION.format(seq=state.source) if not state.name else str(state.source)
        show(
            keeping_words.STATE_LINE.format(
                name=name, title=state.title, at=format_moment(state.at), where=state.where
            )
        )
    say(keeping_words.STATES_COUNT.format(count=len(states)))
    if failure is not None:
        raise failure
    return ExitStatus.DONE


def _tell(planned: Restoration) -> None:
    for sentence in planned.notices:
        say(sentence)
    if planned.there is There.DOSSIER:
        for difference in planned.differences:
            show(difference_line(difference))
        if planned.differences:
            say(keeping_words.DIFFERENCES.format(count=len(planned.differences)))

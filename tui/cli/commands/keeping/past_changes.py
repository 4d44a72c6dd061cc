"""``nhomtre history``: what was changed, when, by whom and why."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from forms.dossier.erased_records import erased_records
from forms.dossier.place_names import read_place
from forms.model.text import format_moment, shorten
from tui.cli import argument_types
from tui.cli.output import say, show, show_json
from tui.jobs.handing.handing_over import with_handovers
from tui.jobs.revisions.looking_back import gap, past_of, sentence
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.revisions import history_words


def add_arguments(parser: ArgumentParser) -> None:
    """Of which place."""
    parser.add_argument(
        "place", metavar=command_line_words.PLACE, nargs="?", help=history_words.HELP_HISTORY_PLACE
    )
    argument_types.add_json(parser)


def run(workspace: Workspace, options: Namespace) -> int:
    """Show it, oldest first."""
    named = options.place
    with workspace.open(write=False, notice=say) as session:
        past, content = past_of(session), session.dossier.content
        late = gap(session, past)
    place = None if named is None else read_place(named, content.form)
    if named is not None and place is None:
        raise ArgumentTypeError(history_words.NO_PLACE.format(place=shorten(named)))
    if place is not None and not past.knows(place):
        if erased := [each for each in erased_records(content) if each.record == place.record]:
            if options.json:
                show_json([])
            at = format_moment(erased[-1].at)
            say(history_words.ERASED.format(place=place.record, year=workspace.year, at=at))
            return ExitStatus.DONE
        raise ArgumentTypeError(
            history_words.NEVER_THERE.format(year=workspace.year, place=shorten(str(place)))
        )
    edits = with_handovers(workspace, workspace.year, past.edits(place), place)
    if options.json:
        show_json([edit.as_json() for edit in edits])
    else:
        for edit in edits:
            show(sentence(edit))
        say(history_words.COUNT.format(count=len(edits)) if edits else history_words.NONE)
    if late:
        say(late)
    return ExitStatus.DONE

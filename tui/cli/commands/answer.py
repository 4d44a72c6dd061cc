"""``nhomtre answer``: what the office said of a sent report, and the request to unlock it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from forms.model.text import clean
from forms.sets import newest
from forms.sets.form_set import FormSet
from tui.cli import argument_types
from tui.cli.given_files import file_to_read
from tui.cli.output import say
from tui.jobs.revisions.answering import TypedAnswer, take_answer
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.revisions import answer_words


def add_arguments(parser: ArgumentParser) -> None:
    """A move or the office's file; by whom, in which words, about which places."""
    parser.add_argument(
        "what",
        metavar=command_line_words.EITHER.join((*newest().answers, command_line_words.FILE)),
        type=argument_types.path,
        help=answer_words.HELP_ANSWER_WHAT,
    )
    parser.add_argument("--note", metavar=command_line_words.WORDS, help=answer_words.HELP_ANSWER_NOTE)
    parser.add_argument("--by", metavar=command_line_words.FULL_NAME, help=answer_words.HELP_ANSWER_BY)
    parser.add_argument(
        "--at",
        metavar=answer_words.PLACE_AND_WORDS,
        dest="remarks",
        type=lambda text: text.partition("=")[::2],
        action="append",
        help=answer_words.HELP_ANSWER_AT,
    )
    parser.add_argument("--correct", action="store_true", help=answer_words.HELP_ANSWER_CORRECT)


def run(workspace: Workspace, options: Namespace) -> int:
    """Take the answer in, typed or from the office's file."""
    if typed := _typed(workspace.present(workspace.year).form, options):
        move, content = take_answer(workspace, typed, say)
    else:
        with file_to_read(options.what) as path:
            move, content = take_answer(workspace, path, say)
    say(answer_words.ANSWERED.format(move=move.title, state=content.form.states[content.state].title))
    return ExitStatus.DONE


def _typed(form: FormSet, options: Namespace) -> TypedAnswer | None:
    move = form.answers.get(options.what)
    if move is None:
        return None
    by, note = clean(options.by or ""), clean(options.note or "")
    return TypedAnswer(move, by, note, tuple(options.remarks or ()), options.correct)

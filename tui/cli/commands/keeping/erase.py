"""``nhomtre erase``: a child's record erased for good, after a typed consent."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tui.cli.output import say
from tui.jobs.keeping.erasing_people import (
    ErasurePlan,
    beyond_reach,
    erase_for_good,
    is_agreed,
    plan_erasure,
)
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.sessions import erasing_words


def add_arguments(parser: ArgumentParser) -> None:
    """Who, why, and the consent."""
    parser.add_argument("place", metavar=command_line_words.PLACE, help=erasing_words.HELP_ERASE_PLACE)
    parser.add_argument(
        "--reason", metavar=erasing_words.REASON, required=True, help=erasing_words.HELP_ERASE_REASON
    )
    parser.add_argument("--yes", action="store_true", help=erasing_words.HELP_YES)


def run(workspace: Workspace, options: Namespace) -> int:
    """Tell what goes and what cannot be reached, ask in a terminal, erase."""
    plan = plan_erasure(workspace, options.place)
    if not options.yes:
        _tell(plan)
        if not sys.stdin.isatty():
            say(erasing_words.ASK_YES)
            return ExitStatus.REFUSED
        say(erasing_words.ASK_TYPED.format(title=plan.asked.title))
        if not is_agreed(sys.stdin.readline()):
            say(erasing_words.NOT_AGREED)
            return ExitStatus.REFUSED
    for sentence in erase_for_good(workspace, plan, options.reason):
        say(sentence)
    for sentence in plan.what_is_left:
        say(sentence)
    say(erasing_words.BEYOND.format(what="; ".join(beyond_reach(plan.pupil))))
    return ExitStatus.DONE


def _tell(plan: ErasurePlan) -> None:
    for sentence in (plan.who, *plan.what_is_left):
        say(sentence)
    for heading, items in plan.sections:
        say(heading)
        for text in items:
            say(erasing_words.LINE.format(text=text))

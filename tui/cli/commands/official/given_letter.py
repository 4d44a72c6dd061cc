"""``nhomtre campaign``: the letter of a school year written into a file, or taken from one."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from forms.model.errors import Refused
from forms.package.parts import PackageRefused
from forms.store.system import named_paths
from tui.cli import argument_types
from tui.cli.given_files import file_to_read
from tui.cli.output import say, show, show_bytes
from tui.jobs.intake.new_letter import (
    LetterPlan,
    change_line,
    letter_bytes,
    plan_letter_in,
    take_letter,
    write_letter_file,
)
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.records import letter_words

EXPORT, IMPORT = "export", "import"
LETTER_ENDING = ".json"


def add_arguments(parser: ArgumentParser) -> None:
    """Which way, the file, and whether it is only looked at."""
    ways = (EXPORT, IMPORT)
    parser.add_argument(
        "way",
        metavar=command_line_words.EITHER.join(ways),
        type=argument_types.one_of(ways),
        choices=ways,
        help=letter_words.HELP_WAY,
    )
    parser.add_argument(
        "file",
        metavar=command_line_words.FILE,
        type=argument_types.path,
        help=letter_words.HELP_LETTER_FILE,
    )
    parser.add_argument("--dry-run", action="store_true", help=command_line_words.HELP_DRY_RUN)


def run(workspace: Workspace, options: Namespace) -> int:
    """Write it, or take it in and tell what that changes."""
    if options.way == IMPORT:
        _import(workspace, options.file, is_tried=options.dry_run)
        return ExitStatus.DONE
    if options.dry_run:
        raise ArgumentTypeError(letter_words.DRY_RUN_WITH_IMPORT)
    if options.file == argument_types.STANDARD:
        show_bytes(letter_bytes(workspace.read(say)))
    else:
        path = named_paths.path_of(argument_types.file_ending_in(LETTER_ENDING)(options.file))
        write_letter_file(workspace, path, say)
        show(str(path))
    return ExitStatus.DONE


def _import(workspace: Workspace, name: str, *, is_tried: bool) -> None:
    plan = _plan(workspace, name)
    for change in plan.changes:
        show(change_line(change))
    words = {"year": plan.year, "count": len(plan.changes)}
    if not plan.edits:
        say(letter_words.SAME)
    elif is_tried:
        say(letter_words.WOULD_TAKE.format(**words))
    else:
        take_letter(workspace, plan, say)
        say(letter_words.TAKEN.format(**words))


def _plan(workspace: Workspace, name: str) -> LetterPlan:
    try:
        with file_to_read(name) as path:
            return plan_letter_in(workspace, path)
    except PackageRefused as error:
        for offence in error.offences:
            say(f"  {offence}")
        raise Refused(letter_words.REFUSED_FILE.format(count=len(error.offences))) from None

"""``nhomtre verify``: which revision a code or a file is, and whether paper, file and dossier agree."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from exports.district.verification import Verdict
from tui.cli import argument_types
from tui.cli.given_files import file_to_read
from tui.cli.output import say, show, show_json
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.verifying.verdicts import verdict_on
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.revisions import verify_words


def add_arguments(parser: ArgumentParser) -> None:
    """A code or a file."""
    parser.add_argument(
        "what",
        metavar=command_line_words.CODE_OR_FILE,
        type=argument_types.path,
        help=verify_words.HELP_VERIFY_WHAT,
    )
    argument_types.add_json(parser)


def run(workspace: Workspace, options: Namespace) -> int:
    """Tell what agrees; 1 when something does not."""
    with file_to_read(options.what) as what:
        verdict = verdict_on(workspace, str(what))
    if options.json:
        show_json(_as_json(verdict))
    else:
        for finding in verdict.findings:
            head = verify_words.VERIFY_HEADS[finding.agrees]
            show(f"{head}: {finding.text}" if head else finding.text)
    say(verify_words.VERIFY_AGREES if verdict.agrees else verify_words.VERIFY_DIFFERS)
    say(verify_words.VERIFY_PROVES)
    return ExitStatus.DONE if verdict.agrees else ExitStatus.REFUSED


def _as_json(verdict: Verdict) -> dict[str, object]:
    return {
        "revision": verdict.revision,
        "check_code": verdict.code,
        "agrees": verdict.agrees,
        "findings": [{"agrees": finding.agrees, "message": finding.text} for finding in verdict.findings],
    }

"""``nhomtre send``: the report sent as the next revision."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from forms.model.issue import blocking
from forms.model.text import shorten
from tui.cli.output import progress_line, say, show
from tui.jobs.revisions.sending import Blocked, Explanation, NothingToExplain, send
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.revisions import leaving_words, sending_words


def add_arguments(parser: ArgumentParser) -> None:
    """Who confirms it, words for warnings, whether the records go with it."""
    parser.add_argument(
        "--by", metavar=command_line_words.FULL_NAME, required=True, help=sending_words.HELP_SEND_BY
    )
    parser.add_argument(
        "--explain",
        metavar=sending_words.RULE_AND_WORDS,
        type=_explanation,
        action="append",
        help=sending_words.HELP_SEND_EXPLAIN,
    )
    parser.add_argument("--with-records", action="store_true", help=leaving_words.HELP_WITH_RECORDS)


def _explanation(text: str) -> Explanation:
    rule, equals, words = text.partition("=")
    if not (rule.strip() and equals and words.strip()):
        raise ArgumentTypeError(sending_words.WRONG_EXPLAIN.format(text=shorten(text)))
    return Explanation(rule.strip(), words)


def run(workspace: Workspace, options: Namespace) -> int:
    """Send it; its folder to stdout. What blocks it, or can be explained, is told one by one."""
    try:
        sent = send(
            workspace,
            options.by,
            options.explain or (),
            say,
            progress_line(command_line_words.EXPORTING),
            with_records=options.with_records,
        )
    except Blocked as error:
        for issue in blocking(error.report.issues):
            say(f"  {issue.sentence}")
        raise
    except NothingToExplain as error:
        for issue, _ in error.report.warnings:
            say(sending_words.WARNING_AND_ITS_RULE.format(rule=issue.rule, sentence=issue.sentence))
        raise
    say(sending_words.SENT_DONE.format(number=sent.revision.number, code=sent.revision.code))
    say(sending_words.SENT_FOLDER.format(folder=sent.folder))
    say(sending_words.SENT_NEXT.format(receiver=sent.receiver))
    if sent.unexplained:
        say(sending_words.UNEXPLAINED.format(count=sent.unexplained))
    show(str(sent.folder))
    return ExitStatus.DONE

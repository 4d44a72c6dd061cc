"""``nhomtre check``: every issue of the report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from forms.model.issue import Issue, Severity
from tui.cli import argument_types
from tui.cli.counts import say_issue_count
from tui.cli.output import say, show, show_json
from tui.jobs.current_report import report_of
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts import issue_words


def add_arguments(parser: ArgumentParser) -> None:
    """``--json``."""
    argument_types.add_json(parser)


def run(workspace: Workspace, options: Namespace) -> int:
    """Show the issues; 1 when one of them is an error."""
    issues = report_of(workspace, workspace.read(say)).issues
    if options.json:
        show_json([_as_json(issue) for issue in issues])
    else:
        for issue in issues:
            show(f"{issue_words.SEVERITY[issue.severity]}: {issue.sentence}")
        say_issue_count(issues)
    has_errors = any(issue.severity is Severity.ERROR for issue in issues)
    return ExitStatus.REFUSED if has_errors else ExitStatus.DONE


def _as_json(issue: Issue) -> dict[str, str | None]:
    return {
        "rule": issue.rule,
        "severity": issue.severity,
        "table": issue.place.table,
        "row": issue.place.row,
        "column": issue.place.column,
        "record": issue.place.record,
        "field": issue.place.field,
        "message": issue.sentence,
    }

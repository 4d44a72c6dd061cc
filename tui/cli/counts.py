"""How many issues a report has, in words."""

from __future__ import annotations

from collections.abc import Sequence

from forms.model.issue import Issue, Severity
from tui.cli.output import say
from tui.texts import command_line_words, issue_words


def say_issue_count(issues: Sequence[Issue]) -> None:
    """How many errors and warnings there are."""
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    if issues:
        say(command_line_words.ISSUE_COUNT.format(errors=errors, warnings=len(issues) - errors))
    else:
        say(issue_words.NO_ISSUES)

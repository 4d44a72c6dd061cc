"""What still blocks sending, counted in one way at every door: «4 lỗi (thiếu 2 mục)»."""

from __future__ import annotations

from collections.abc import Iterable

from forms.model.issue import Issue, blocking
from tui.texts import issue_words


def errors_left(issues: Iterable[Issue]) -> str:
    """How many errors are among *issues*, and how many of them are fields that are only missing; '' without one."""
    errors = blocking(issues)
    missing = sum(issue.is_missing for issue in errors)
    if not errors:
        return ""
    if missing == len(errors):
        return issue_words.MISSING_LEFT.format(missing=missing)
    words = issue_words.SOME_MISSING if missing else issue_words.ERRORS_LEFT
    return words.format(errors=len(errors), missing=missing)

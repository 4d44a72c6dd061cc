"""What a content shows when it is looked at: issues, figures, stale cells, the office's remarks.

Worked out once for each content, and only from what has changed since the one before: a key costs little.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from forms.dossier.campaign import subject_of
from forms.dossier.content import Content
from forms.dossier.roster import Subject
from forms.model.issue import Issue
from forms.model.table import Column, Row, Table
from forms.report.checking.checker import Checker, check_alone
from forms.report.checking.table_view import Previous
from forms.report.derivation import Derivation
from forms.report.figures import Figures, Number
from forms.report.staleness import StaleCells
from tui.jobs.revisions.remarks import remark_issues


class Inspection:
    """Looks at one content after another, beside the figures of the year before.

    *today* is asked at each look: an app may be left open over midnight.
    """

    def __init__(
        self, today: Callable[[], date], previous: Previous | None = None, *, asks_readiness: bool = True
    ) -> None:
        self.previous = previous
        self._today = today
        self._checker = Checker(previous, asks_readiness=asks_readiness)
        self._checked: Content | None = None
        self._checked_on: date | None = None
        self._issues: list[Issue] = []
        self._figures: Figures | None = None
        self._of_letter: list[Issue] = []
        self._remarks_of: Content | None = None
        self._remarks: list[Issue] = []

    def issues(self, content: Content) -> list[Issue]:
        """Every issue, in order."""
        self._check(content)
        return self._issues

    def issues_of(self, content: Content, place: str) -> list[Issue]:
        """The issues of one record, of the letter, of a whole list (``classes``) or of a whole table (``T4``)."""
        self._check(content)
        of_letter = (issue for issue in self._of_letter if issue.place.record == place)
        return [*self._checker.issues_of(place), *of_letter]

    def figures(self, content: Content) -> Figures:
        """The figures of the five tables."""
        return self._check(content)

    def _check(self, content: Content) -> Figures:
        today = self._today()
        if self._figures is None or self._checked is not content or self._checked_on != today:
            self._checked, self._checked_on = content, today
            self._issues = self._checker(content, today)
            self._figures = self._checker.figures_of(content)
            self._of_letter = check_alone(subject_of(content), today)
        return self._figures

    def remarks(self, content: Content) -> list[Issue]:
        """What the office asks to put right and is not ticked off yet."""
        if self._remarks_of is not content:
            self._remarks_of = content
            self._remarks = remark_issues(content)
        return self._remarks

    def last_year(self, table: Table, row: Row, column: Column) -> Number | None:
        """The figure of the year before; None when it is not known."""
        return (self.previous or {}).get(table.id, {}).get(row.key, {}).get(column.key)

    def stale_cells(self, content: Content) -> StaleCells:
        """The cells whose figure a take would change now."""
        return self._checker.stale_cells_of(content)


def records_behind(content: Content, table: Table, row: Row, column: Column) -> tuple[Subject, ...]:
    """The records behind a figure."""
    return Derivation(content.roster).behind(table, row, column)

"""What a content shows when it is looked at: issues, figures, stale cells, the office's remarks.

Worked out once for each content, and only from what has changed since the one before: a key costs little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from forms.dossier.campaign import subject_of
from forms.dossier.content import Content
from forms.dossier.roster import Subject
from forms.model.issue import Issue
from forms.model.table import Column, Row, Table
from forms.report.checking.checker import Checker, check_alone
from forms.report.checking.table_view import Previous
from forms.report.derivation import Derivation
from forms.report.figures import Figures, Number, take
from tui.jobs.revisions.remarks import remark_issues

StaleCells = Mapping[tuple[str, str], frozenset[str]]
"""(table, row) → columns whose figure the records would give otherwise now."""
_PLACE_OF_A_CELL = ("taken", "table", "row", "column")


class Inspection:
    """Looks at one content after another, beside the figures of the year before.

    *today* is asked at each look: an app may be left open over midnight.
    """

    def __init__(self, today: Callable[[], date], previous: Previous | None = None) -> None:
        self.previous = previous
        self._today = today
        self._checker = Checker(previous)
        self._checked: Content | None = None
        self._checked_on: date | None = None
        self._issues: list[Issue] = []
        self._figures: Figures | None = None
        self._by_record: dict[str, list[Issue]] = {}
        self._remarks_of: Content | None = None
        self._remarks: list[Issue] = []
        self._stale_for: tuple[object, object] | None = None
        self._stale: StaleCells = {}

    def issues(self, content: Content) -> list[Issue]:
        """Every issue, in order."""
        self._check(content)
        return self._issues

    def issues_of(self, content: Content, place: str) -> list[Issue]:
        """The issues of one record, or of the letter."""
        self._check(content)
        return self._by_record.get(place, [])

    def figures(self, content: Content) -> Figures:
        """The figures of the five tables."""
        return self._check(content)

    def _check(self, content: Content) -> Figures:
        today = self._today()
        if self._figures is None or self._checked is not content or self._checked_on != today:
            self._checked, self._checked_on = content, today
            self._issues = self._checker(content, today)
            self._figures = self._checker.figures_of(content)
            self._by_record = {}
            beside = check_alone(subject_of(content), today)
            for issue in (*self._issues, *beside):
                if issue.place.record:
                    self._by_record.setdefault(issue.place.record, []).append(issue)
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
        """The cells whose figure the records would give otherwise now."""
        sources = (content.roster, content.taken)
        if self._stale_for is None or any(a is not b for a, b in zip(self._stale_for, sources, strict=True)):
            stale: dict[tuple[str, str], set[str]] = {}
            for edit in take(content, content.taken_at or "") if content.taken is not None else ():
                for _, table, row, column in _cells_of(edit.path, edit.old, edit.new):
                    stale.setdefault((table, row), set()).add(column)
            self._stale_for = sources
            self._stale = {place: frozenset(columns) for place, columns in stale.items()}
        return self._stale


def records_behind(content: Content, table: Table, row: Row, column: Column) -> tuple[Subject, ...]:
    """The records behind a figure."""
    return Derivation(content.roster).behind(table, row, column)


def _cells_of(path: tuple[str, ...], old: Any, new: Any) -> Iterator[tuple[str, ...]]:
    """The cells of ``taken`` that an edit changes: a whole row or table may come or go at once."""
    if path[0] != "taken":
        return
    if len(path) == len(_PLACE_OF_A_CELL):
        yield path
        return
    old, new = old or {}, new or {}
    for key in {*old, *new}:
        if old.get(key) != new.get(key):
            yield from _cells_of((*path, key), old.get(key), new.get(key))

"""The kinds of rules on a report as a whole: whether it is ready to be sent. They speak for a facility's own report.

An issue of such a rule stands at a whole table, a whole list, a record or a cell. Source: readiness rules E60-E66, W62, W65;
W67, W75 are choices of ours.
"""

from __future__ import annotations

from forms.model.issue import Repair
from forms.model.rules.rule import Rule, Where


class ReadinessRule(Rule):
    """A rule on a report as a whole; *repairs* are what its issues offer on the spot."""

    repairs: tuple[Repair, ...] = ()


class FiguresCurrent(ReadinessRule):
    """The derived tables hold what the records give now; *before_first_take* is the message until they hold any."""

    before_first_take: str


class ListFilled(ReadinessRule):
    """The list of the record type *record* is not empty once one of the lists *given* holds a record."""

    record: str
    given: tuple[str, ...]


class OwnersHaveMembers(ReadinessRule):
    """Every record of the type *record* has a counted record that belongs to it."""

    record: str


class TableTyped(ReadinessRule):
    """Something is typed in the own block of the *table*; 0 counts as typed."""

    table: str


class FiguresBacked(ReadinessRule):
    """There are records where figures are typed in derived tables."""


class OverridesReasoned(ReadinessRule):
    """A figure typed over another one in a derived table has its reason."""


class DoubtsSettled(ReadinessRule):
    """What was doubtful when a value was taken over from a list of others has been looked at."""

    where: Where = Where.FIELD


class ReportBegun(ReadinessRule):
    """There are records, or figures typed in derived tables."""

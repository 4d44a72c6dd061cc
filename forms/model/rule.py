"""The kinds of rules, and those on tables. A rule is data: an id, its parameters and its message (where → what → how to repair).

The id begins with E (error: blocks sending), W or X (warning). What a kind means stands with its
interpreter (``in_one_row``, ``across_rows``, ``on_records``). A ``Term`` is (table, mã số, measure, factor).
"""

from __future__ import annotations

import re
from typing import Literal

from forms.model.condition import EVERYONE, Condition
from forms.model.declared import Declared
from forms.model.issue import Severity

Term = tuple[str, int, str, int | float]
Numbers = tuple[int, ...]

_FIRST_ROW = r"^Biểu (\d)[^:]*?, mã (\d+)"


class Rule(Declared):
    """What every rule has. *applies_when* is asked of the facility."""

    id: str
    message: str
    applies_when: Condition = EVERYONE
    enabled: bool = True

    @property
    def severity(self) -> Severity:
        """Error or warning, by the first letter of the id."""
        return Severity.ERROR if self.id.startswith("E") else Severity.WARNING


class TableRule(Rule):
    """A rule that reads tables."""

    @property
    def anchor(self) -> tuple[str, int]:
        """The table and the first mã số that the message names: the place of the issue."""
        match = re.match(_FIRST_ROW, self.message)
        if match is None:
            raise ValueError(self.id)
        return f"T{match[1]}", int(match[2])


class CellType(TableRule):
    """Every typed cell is a number of the kind of its table; empty is allowed."""

    tables: tuple[str, ...]


class BlockSum(TableRule):
    """In every row and measure that all blocks have: Tổng số = sum of the ownership blocks."""

    tables: tuple[str, ...]


class ForeignBlocksZero(TableRule):
    """Blocks of another ownership hold 0 or nothing."""

    tables: tuple[str, ...]


class ColumnAtMost(TableRule):
    """In every row and block: the first measure of each pair is at most the second."""

    tables: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


class ColumnLinear(TableRule):
    """In every row and block: the weighted sum of *left* is at most that of *right*."""

    tables: tuple[str, ...]
    left: tuple[tuple[str, int], ...]
    right: tuple[tuple[str, int], ...]


class ColumnSum(TableRule):
    """In every row: *total* = sum of *parts*, in every block or only in *block*."""

    table: str
    total: str
    parts: tuple[str, ...]
    block: str | None = None


class RowSum(TableRule):
    """In every column: row *total* = sum of rows *parts*."""

    table: str
    total: int
    parts: Numbers


class RowEqual(TableRule):
    """In every column (or in *measures*): sum of *left* = sum of *right*; *only_less*: left < right is reported."""

    table: str
    left: Numbers
    right: Numbers
    measures: tuple[str, ...] = ()
    only_less: bool = False


class RowAtMost(TableRule):
    """In every column: sum of *part* is at most the sum of *whole*."""

    table: str
    part: Numbers
    whole: Numbers


class RowColumnsEqual(TableRule):
    """In one row and every block: the two measures of each pair are equal."""

    table: str
    row: int
    pairs: tuple[tuple[str, str], ...]


class Linear(TableRule):
    """Block Tổng số: sum of *left* terms *op* sum of *right* terms + *constant*."""

    left: tuple[Term, ...]
    op: Literal["<=", ">=", "=="]
    right: tuple[Term, ...] = ()
    constant: int = 0
    round_up: bool = False


class Implies(TableRule):
    """Block Tổng số: a sum of *given* above 0 asks for a sum of *then* above 0."""

    given: tuple[Term, ...]
    then: tuple[Term, ...]


class KindRow(TableRule):
    """A row is 1 for a facility of one of its kinds, otherwise 0."""

    table: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


class KindDivisions(TableRule):
    """By kind of the facility: rows that must be 0 and rows that must be above 0."""

    table: str
    zero: tuple[tuple[str, Numbers], ...]
    positive: tuple[tuple[str, Numbers], ...]


class Zero(TableRule):
    """The row holds no one."""

    table: str
    row: int


class Positive(TableRule):
    """The cell is above 0."""

    table: str
    row: int
    measure: str


class TableEmpty(TableRule):
    """Every typed row is empty or 0."""

    table: str


class TeacherNeed(TableRule):
    """Teachers are at least floor(sum of children / children per teacher); *one_session_row* 0 takes the second list."""

    needs: tuple[tuple[str, int, int], ...]
    teachers: tuple[str, int]
    needs_one_session: tuple[tuple[str, int, int], ...] = ()
    one_session_row: tuple[str, int] | None = None


class AreaPerChild(TableRule):
    """The room area of the facility over the children is at least *minimum* square metres, when it is known."""

    children: tuple[str, int]
    minimum: str


class YearChange(TableRule):
    """A total changed by more than *ratio* since the year before, when that is known and at least *base*."""

    rows: tuple[tuple[str, int], ...]
    ratio: str
    base: int

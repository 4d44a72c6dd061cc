"""The kinds of rules, and those on tables. A rule is data: an id, a severity, its parameters, its place and its message.

The message says what is wrong and how to repair it; where that is, is told from the place of the issue, in the way that
``Where`` names. What a kind means stands with its interpreter (``in_one_row``, ``across_rows``, ``on_records``).
A ``Term`` is (table, mã số, measure, factor).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from forms.model.condition import EVERYONE, Condition
from forms.model.declared import Declared, StrEnum
from forms.model.issue import Severity

Term = tuple[str, int, str, int | float]
Numbers = tuple[int, ...]


class Where(StrEnum):
    """How the place of an issue is told before its message; the words are ``forms.report.checking.where_words``."""

    CELL = "table, row, column"
    BLOCK = "table, row, ownership block"
    ROW = "table, row"
    RECORD = "record"
    FIELD = "record, field"
    BORN = "record, date of birth"
    AGED = "record, age"
    PROFILE_FIELD = "field of the facility"
    TABLE = "table"
    LIST = "list of records"


class Rule(Declared):
    """What every rule has. *applies_when* is asked of the facility.

    *where_names* are the words of the where (row, column, field) that are not those of its place: several mã số, a
    shorter title.
    """

    id: str
    severity: Severity
    message: str
    where: Where
    where_names: Mapping[str, str] = MappingProxyType({})
    applies_when: Condition = EVERYONE
    enabled: bool = True


class TableRule(Rule):
    """A rule that reads tables. Its issues stand at the cell that it looks at."""

    where: Where = Where.CELL
    structural = False
    """Whether the kind holds for a sum of reports whenever it holds for each of them."""
    holds_for_zeros = False
    """Whether the kind, looking at one row, holds where nothing is typed and every figure is 0 or empty."""


class CellType(TableRule):
    """Every typed cell is a number of the kind of its table; empty is allowed."""

    structural = True
    holds_for_zeros = True
    tables: tuple[str, ...]


class BlockSum(TableRule):
    """In every row and measure that all blocks have: Tổng số = sum of the ownership blocks."""

    structural = True
    holds_for_zeros = True
    tables: tuple[str, ...]


class ForeignBlocksZero(TableRule):
    """Blocks of another ownership hold 0 or nothing."""

    holds_for_zeros = True
    where: Where = Where.ROW
    tables: tuple[str, ...]


class ColumnAtMost(TableRule):
    """In every row and block: the first measure of each pair is at most the second."""

    structural = True
    holds_for_zeros = True
    where: Where = Where.ROW
    tables: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


class ColumnLinear(TableRule):
    """In every row and block: the weighted sum of *left* is at most that of *right*."""

    structural = True
    holds_for_zeros = True
    where: Where = Where.BLOCK
    tables: tuple[str, ...]
    left: tuple[tuple[str, int], ...]
    right: tuple[tuple[str, int], ...]


class ColumnSum(TableRule):
    """In every row: *total* = sum of *parts*, in every block or only in *block*."""

    structural = True
    holds_for_zeros = True
    where: Where = Where.BLOCK
    table: str
    total: str
    parts: tuple[str, ...]
    block: str | None = None


class RowSum(TableRule):
    """In every column: row *total* = sum of rows *parts*."""

    structural = True
    table: str
    total: int
    parts: Numbers


class RowEqual(TableRule):
    """In every column (or in *measures*): sum of *left* = sum of *right*; *only_less*: left < right is reported."""

    at: tuple[str, int]
    structural = True
    table: str
    left: Numbers
    right: Numbers
    measures: tuple[str, ...] = ()
    only_less: bool = False


class RowAtMost(TableRule):
    """In every column: sum of *part* is at most the sum of *whole*."""

    at: tuple[str, int]
    structural = True
    table: str
    part: Numbers
    whole: Numbers


class RowColumnsEqual(TableRule):
    """In one row and every block: the two measures of each pair are equal."""

    where: Where = Where.ROW
    table: str
    row: int
    pairs: tuple[tuple[str, str], ...]


class Linear(TableRule):
    """Block Tổng số: sum of *left* terms *op* sum of *right* terms + *constant*."""

    at: tuple[str, int]
    structural = True
    where: Where = Where.ROW
    left: tuple[Term, ...]
    op: Literal["<=", ">=", "=="]
    right: tuple[Term, ...] = ()
    constant: int = 0
    round_up: bool = False


class Implies(TableRule):
    """Block Tổng số: a sum of *given* above 0 asks for a sum of *then* above 0."""

    at: tuple[str, int]
    structural = True
    where: Where = Where.ROW
    given: tuple[Term, ...]
    then: tuple[Term, ...]


class WithinNorm(TableRule):
    """Block Tổng số: the *term* is at most what the *norm* of that key allows; nothing is said where none is known."""

    where: Where = Where.ROW
    term: Term
    norm: str


JoiningRule = RowEqual | RowAtMost | Linear | Implies
"""The kinds that join rows or tables: their issues stand at the row *at* (table, mã số)."""


class KindRow(TableRule):
    """A row is 1 for a facility of one of its kinds, which the *field* of the profile tells, otherwise 0."""

    where: Where = Where.ROW
    field: str
    table: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


class KindDivisions(TableRule):
    """By kind of the facility: rows that must be 0 and rows that must be above 0."""

    where: Where = Where.PROFILE_FIELD
    field: str
    table: str
    zero: tuple[tuple[str, Numbers], ...]
    positive: tuple[tuple[str, Numbers], ...]


class Zero(TableRule):
    """The row holds no one."""

    where: Where = Where.ROW
    table: str
    row: int


class Positive(TableRule):
    """The cell is above 0."""

    table: str
    row: int
    measure: str


class TableEmpty(TableRule):
    """Every typed row is empty or 0."""

    holds_for_zeros = True
    where: Where = Where.ROW
    table: str


class TeacherNeed(TableRule):
    """Teachers are at least floor(sum of children / children per teacher); *one_session_row* 0 takes the second list."""

    where: Where = Where.ROW
    needs: tuple[tuple[str, int, int], ...]
    teachers: tuple[str, int]
    needs_one_session: tuple[tuple[str, int, int], ...] = ()
    one_session_row: tuple[str, int] | None = None


class AreaPerChild(TableRule):
    """The room area of the facility over the children is at least *minimum* square metres, when it is known."""

    where: Where = Where.PROFILE_FIELD
    field: str
    children: tuple[str, int]
    minimum: str


class YearChange(TableRule):
    """A total changed by more than *ratio* since the year before, when that is known and at least *base*."""

    where: Where = Where.ROW
    rows: tuple[tuple[str, int], ...]
    ratio: str
    base: int

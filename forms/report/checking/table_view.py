"""What the rules on tables look at, and how their issues are placed and worded.

A facility's own report is checked in its own block, a district's sum in all blocks; the kinds that
name block Tổng số look there, or in each of the four blocks of a sum.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from forms.model.issue import Issue
from forms.model.place import Place
from forms.model.rules import (
    rule as k,
)
from forms.model.table import Column, Row, Table
from forms.report.checking import message_words
from forms.report.checking.messages import shown_number, shown_value
from forms.report.checking.record_view import Answers, RecordView, answers_still
from forms.report.checking.where_words import WHERE
from forms.report.figures import FigureRow, Figures, Number, Rows

Previous = Mapping[str, Mapping[str, Mapping[str, Number]]]
"""The figures of the year before, as ``Figures.as_json`` gives them."""

_NOTHING: Mapping[str, Any] = {}


class Asked(NamedTuple):
    """What rules said, and what they had read: it stays true while all of that is the same."""

    tables: tuple[tuple[str, Rows, object], ...]
    """The tables that were read: id, figures, typed cells, as they were then."""
    rows: tuple[tuple[tuple[str, str], object], ...]
    typed: tuple[tuple[tuple[str, str], object], ...]
    profile: Answers
    issues: tuple[Issue, ...]


class TableView:
    """What the rules on tables look at. *blocks*: those checked for themselves.

    *total_blocks*: where the rules mean the block that adds up the others; without them that one.
    *typed* is table → row key → column key → what was typed; *facility* and *previous* are None for a sum. The view
    notes what is read, so that what a rule said can be remembered with it.
    """

    def __init__(
        self,
        figures: Figures,
        typed: Mapping[str, Mapping[str, Mapping[str, Any]]],
        blocks: tuple[str, ...],
        total_blocks: tuple[str, ...] = (),
        facility: RecordView | None = None,
        previous: Previous | None = None,
    ) -> None:
        self.figures = figures
        self.form = figures.form
        self.blocks = blocks
        self.total_blocks = total_blocks or (self.form.total_block,)
        self.facility = facility
        self._typed = typed
        self._previous = previous
        self._rows: set[tuple[str, str]] = set()
        self._typed_rows: set[tuple[str, str]] = set()

    def answer(self, say: Callable[[], Iterable[Issue]]) -> Asked:
        """What the rules that *say* asks say now, with what they read."""
        rows, typed_rows, facility = self._rows, self._typed_rows, self.facility
        rows.clear()
        typed_rows.clear()
        if facility is not None:
            facility.asked.clear()
        issues = tuple(say())
        figures, typed = self.figures.tables, self._typed
        tables = {at[0] for at in (*rows, *typed_rows)}
        return Asked(
            tuple([(table, figures[table], typed.get(table)) for table in tables]),
            tuple([(at, figures[at[0]][at[1]]) for at in rows]),
            tuple([(at, self._typed_row(at)) for at in typed_rows]),
            facility.answers() if facility is not None and facility.asked else (),
            issues,
        )

    def still(self, answer: Asked) -> Asked | None:
        """*answer* when it is still true, with the tables as they are now; else None."""
        if not self.has_profile(answer.profile):
            return None
        if self.has_tables(answer.tables):
            return answer
        if any(self._row(at) != known for at, known in answer.rows):
            return None
        if any(self._typed_row(at) != known for at, known in answer.typed):
            return None
        tables = self.figures.tables
        return answer._replace(
            tables=tuple((table, tables[table], self._typed.get(table)) for table, _, _ in answer.tables)
        )

    def has_tables(self, tables: Iterable[tuple[str, Rows, object]]) -> bool:
        """Whether these tables are the very ones of now."""
        now, typed = self.figures.tables, self._typed
        return all(now[table] is rows and typed.get(table) is cells for table, rows, cells in tables)

    def has_profile(self, profile: Answers) -> bool:
        """Whether the profile gives the same answers."""
        return not profile or (self.facility is not None and answers_still(self.facility.subject, profile))

    def table(self, table: Table) -> tuple[str, Rows, object]:
        """A table as it is now, for ``has_tables``."""
        return table.id, self.figures.tables[table.id], self._typed.get(table.id)

    def is_blank(self, table: Table, row: Row) -> bool:
        """Whether nothing is typed in the row and every figure is 0 or empty."""
        key = row.key
        return not any(self.figures.tables[table.id][key]) and not self._typed_row((table.id, key))

    def typed(self, table: Table, row: Row) -> Mapping[str, Any]:
        """Column key → what was typed in the row."""
        self._typed_rows.add((table.id, row.key))
        return self._typed_row((table.id, row.key))

    def _row(self, at: tuple[str, str]) -> FigureRow:
        return self.figures.tables[at[0]][at[1]]

    def _typed_row(self, at: tuple[str, str]) -> Mapping[str, Any]:
        cells: Mapping[str, Any] = self._typed.get(at[0], _NOTHING).get(at[1], _NOTHING)
        return cells

    def columns(self, table: Table) -> Iterator[Column]:
        """The columns checked for themselves."""
        for block in self.blocks if table.has_blocks else (None,):
            yield from table.by_block[block].values()

    def row(self, table: Table, number: int) -> FigureRow:
        """The figures of a row; an empty cell is None and counts as 0."""
        key = table.key_by_number[number]
        self._rows.add((table.id, key))
        return self.figures.tables[table.id][key]

    def value(self, table: Table, number: int, column: str) -> Number:
        """A figure; an empty cell counts as 0."""
        return self.row(table, number)[table.index[column]] or 0

    def before(self, table: str, row: str, column: str) -> Number | None:
        """A figure of the year before, when it is known."""
        return (self._previous or {}).get(table, {}).get(row, {}).get(column)

    def total(self, table: Table, numbers: Iterable[int]) -> Callable[[Column], Number]:
        """Column → its sum over the rows *numbers*."""
        rows = [self.row(table, number) for number in numbers]

        def total(column: Column) -> Number:
            place = table.index[column.key]
            return sum([row[place] or 0 for row in rows])

        return total

    def everyone(self, table_id: str, number: int) -> Number:
        """What the row of that mã số has in the column of everyone."""
        table = self.form.table_by_id[table_id]
        return self.value(table, number, table.total_column.key)

    def terms(self, terms: Iterable[k.Term], block: str | None) -> Number:
        """Weighted sum of cells in one block."""
        return sum((self.term(term, block) for term in terms), 0)

    def term(self, term: k.Term, block: str | None) -> Number:
        """One weighted cell; factors such as 2.5 are exact."""
        table_id, number, measure, factor = term
        table = self.form.table_by_id[table_id]
        value = self.value(table, number, table.measures(block)[measure].key)
        return value * (factor if isinstance(factor, int) else Decimal(str(factor)))


def issue_at_cell(rule: k.Rule, table: Table, row: Row, column: Column, **words: str) -> Issue:
    """An issue at a cell; table, row, column and block fill themselves in."""
    words.setdefault("table", table.title)
    words.setdefault("row", str(row.ma_so))
    words.setdefault("column", column.title)
    if column.block:
        words.setdefault("block", table.block_by_key[column.block].label)
    where = WHERE[rule.where].format(**{**words, **rule.where_names})
    return Issue(
        rule.id, rule.severity, where, rule.message.format(**words), Place(table.id, row.key, column.key)
    )


def issue_at_row(
    rule: k.TableRule, view: TableView, at: tuple[str, int], block: str | None, measure: str, **words: str
) -> Issue:
    """An issue at the row *at* (table, mã số) in one block and measure."""
    table_id, number = at
    table = view.form.table_by_id[table_id]
    return issue_at_cell(rule, table, table.row_by_number[number], table.measures(block)[measure], **words)


def pair_words(first: Column, second: Column, value: Number, limit: Number) -> dict[str, str]:
    """The words of a comparison of two columns."""
    return {
        "part_column": first.title,
        "whole_column": second.title,
        "value": shown_number(value),
        "limit": shown_number(limit),
    }


def code_name(view: TableView, field: str) -> str:
    """The name of a code of the profile, as messages show it."""
    if view.facility is None:
        return ""
    return (
        shown_value(view.facility.itself(), view.facility.type.field_by_key[field])
        or message_words.NOT_CHOSEN
    )

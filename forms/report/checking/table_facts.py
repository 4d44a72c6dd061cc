"""What the rules on tables look at, and how their issues are placed and worded.

A facility's own report is checked in its own block, a district's sum in all blocks; the kinds that
name block Tổng số look there, or in each of the four blocks of a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from forms.dossier.roster import Subject
from forms.model import rule as k
from forms.model.issue import Issue
from forms.model.place import Place
from forms.model.table import Column, Row, Table
from forms.report.checking.messages import shown_number, shown_value
from forms.report.checking.where_words import WHERE
from forms.report.figures import Figures, Number
from forms.sets.mn2019.tables import TABLE_BY_ID
from forms.sets.mn2019.tables.columns import BLOCK_BY_KEY, TOTAL_BLOCK, column_title

Previous = Mapping[str, Mapping[str, Mapping[str, Number]]]
"""The figures of the year before, as ``Figures.as_json`` gives them."""


class Facts:
    """What the rules on tables look at. *blocks*: those checked for themselves; *total_blocks*: where Tổng số is meant.

    *typed* is table → row key → column key → what was typed; *facility* and *previous* are None for a sum.
    *read* collects the rows that were looked at: what a rule found stays true until one of them changes.
    """

    def __init__(
        self,
        figures: Figures,
        typed: Mapping[str, Mapping[str, Mapping[str, Any]]],
        blocks: tuple[str, ...],
        total_blocks: tuple[str, ...] = (TOTAL_BLOCK,),
        facility: Subject | None = None,
        previous: Previous | None = None,
    ) -> None:
        self.figures = figures
        self.typed = typed
        self.blocks = blocks
        self.total_blocks = total_blocks
        self.facility = facility
        self.previous = previous
        self.read: set[tuple[str, str]] = set()

    def columns(self, table: Table) -> Iterator[Column]:
        """The columns checked for themselves."""
        for block in self.blocks if table.has_blocks else (None,):
            yield from table.by_block[block].values()

    def value(self, table: Table, number: int, column: str) -> Number:
        """A figure; an empty cell counts as 0."""
        key = table.key_by_number[number]
        self.read.add((table.id, key))
        return self.figures.tables[table.id][key][table.index[column]] or 0

    def before(self, table: str, row: str, column: str) -> Number | None:
        """A figure of the year before, when it is known."""
        return (self.previous or {}).get(table, {}).get(row, {}).get(column)

    def total(self, table: str, numbers: Iterable[int], column: str) -> Number:
        """Sum of a column over rows."""
        return sum(self.value(TABLE_BY_ID[table], number, column) for number in numbers)

    def terms(self, terms: Iterable[k.Term], block: str) -> Number:
        """Weighted sum of cells in one block."""
        return sum((self.term(term, block) for term in terms), 0)

    def term(self, term: k.Term, block: str) -> Number:
        """One weighted cell; factors such as 2.5 are exact."""
        table_id, number, measure, factor = term
        table = TABLE_BY_ID[table_id]
        value = self.value(table, number, table.by_block[block][measure].key)
        return value * (factor if isinstance(factor, int) else Decimal(str(factor)))


def issue_at_cell(rule: k.TableRule, table: Table, row: Row, column: Column, **words: str) -> Issue:
    """An issue at a cell; table, row, column and block fill themselves in."""
    words.setdefault("table", table.title)
    words.setdefault("row", str(row.ma_so))
    words.setdefault("column", column_title(column))
    if column.block:
        words.setdefault("block", BLOCK_BY_KEY[column.block].label)
    where = WHERE[rule.where].format(**{**words, **rule.where_names})
    return Issue(
        rule.id, rule.severity, where, rule.message.format(**words), Place(table.id, row.key, column.key)
    )


def issue_at_row(rule: k.TableRule, at: tuple[str, int], block: str, measure: str, **words: str) -> Issue:
    """An issue at the row *at* (table, mã số) in one block and measure."""
    table_id, number = at
    table = TABLE_BY_ID[table_id]
    return issue_at_cell(rule, table, table.row_by_number[number], table.by_block[block][measure], **words)


def pair_words(first: Column, second: Column, value: Number, limit: Number) -> dict[str, str]:
    """The words of a comparison of two columns."""
    return {
        "part_column": column_title(first),
        "whole_column": column_title(second),
        "value": shown_number(value),
        "limit": shown_number(limit),
    }


def code_name(facts: Facts, field: str) -> str:
    """The name of a code of the profile, as messages show it."""
    if facts.facility is None:
        return ""
    return shown_value(facts.facility, facts.facility.type.field_by_key[field]) or "chưa chọn"

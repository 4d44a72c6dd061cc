"""«Lấy dữ liệu»: the figures of tables 1-3 from the records, and the records behind each figure.

A figure is the crossing of two conditions: the row says which records it counts, the column which
part of them. The records of a type are numbered; a condition is worked out once as a set of those
numbers (a bit each), asked of each value of a field once, so a cell is an intersection.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from typing import Any

from forms.dossier.roster import Roster, Subject, reach
from forms.dossier.value_columns import Columns
from forms.model.condition import EVERYONE, AllOf, AnyOf, Condition
from forms.model.table import Column, Query, Row, Table
from forms.sets.form_set import FormSet, Reach

Cells = Mapping[str, Mapping[str, Mapping[str, int | Decimal]]]
"""Table → row key → column key → figure."""


class Derivation:
    """The figures that follow from a roster; with *only*, what those records of it count for, by type."""

    def __init__(self, roster: Roster, only: Mapping[str, Sequence[Subject]] | None = None) -> None:
        self.roster = roster
        self.block = roster.own_block
        self._only = only
        self._columns: dict[str, Columns] = {}
        # by identity, which is quick; the condition is held, so that no other gets its identity
        self._sets: dict[str, dict[int, tuple[Condition, int]]] = {
            record.key: {} for record in roster.form.records
        }
        self._values: dict[tuple[str, str], dict[Any, int]] = {}

    def take(self) -> Cells | None:
        """The figures other than 0 of the own block of the derived tables; None without such a block."""
        if self.block is None:
            return None
        taken = {table.id: self._rows(table) for table in self.roster.form.derived_tables}
        return {table: rows for table, rows in taken.items() if rows}

    def behind(self, table: Table, row: Row, column: Column) -> tuple[Subject, ...]:
        """The records that a cell counts, in entry order; none for the block of another ownership."""
        if row.query is None or column.block not in (self.block, table.total_block):
            return ()
        record = row.query.record
        return self._subjects(record, self._part(record, self._of_row(row.query), column))

    def _rows(self, table: Table) -> dict[str, dict[str, int | Decimal]]:
        columns = table.measures(self.block).values()
        rows: dict[str, dict[str, int | Decimal]] = {}
        for row in table.data_rows:
            if row.query and (counted := self._of_row(row.query)):
                figures = ((column.key, self._figure(row.query, counted, column)) for column in columns)
                other_than_zero = {key: figure for key, figure in figures if figure}
                if other_than_zero:
                    rows[row.key] = other_than_zero
        return rows

    def _figure(self, query: Query, counted: int, column: Column) -> int | Decimal:
        chosen = self._part(query.record, counted, column)
        if query.total is None:
            return chosen.bit_count()
        amounts = (subject.get(query.total) for subject in self._subjects(query.record, chosen))
        total: int | Decimal = sum(amount for amount in amounts if amount is not None)
        return total

    def _of_row(self, query: Query) -> int:
        """Those that count (derivation §2) and that a row is about."""
        counted = self._by_value(query.record, "counted").get(True, 0)
        return counted and counted & self._set(query.record, query.where)

    def _part(self, record: str, counted: int, column: Column) -> int:
        """Those of a row that the *column* takes."""
        return counted if column.where is EVERYONE else counted & self._set(record, column.where)

    def _subjects(self, record: str, chosen: int) -> tuple[Subject, ...]:
        subjects = self._columns_of(record).subjects
        return tuple(subject for number, subject in enumerate(subjects) if chosen >> number & 1)

    def _set(self, record: str, condition: Condition) -> int:
        sets = self._sets[record]
        known = sets.get(id(condition))
        if known is None:
            known = sets[id(condition)] = (condition, self._work_out(record, condition))
        return known[1]

    def _work_out(self, record: str, condition: Condition) -> int:
        if isinstance(condition, AllOf):
            chosen = _all_of(self._columns_of(record).subjects)
            for part in condition.parts:
                chosen &= self._set(record, part)
            return chosen
        chosen = 0
        if isinstance(condition, AnyOf):
            for part in condition.parts:
                chosen |= self._set(record, part)
            return chosen
        (path,) = condition.paths()
        for value, having in self._by_value(record, path).items():
            if condition.holds(lambda _path, value=value: value):  # type: ignore[misc]
                chosen |= having
        return chosen

    def _by_value(self, record: str, path: str) -> Mapping[Any, int]:
        """Value of *path* → the records that have it."""
        known = self._values.get((record, path))
        if known is None:
            known = self._values[record, path] = _having(self._columns_of(record).values(path))
        return known

    def _columns_of(self, record: str) -> Columns:
        columns = self._columns.get(record)
        if columns is None:
            columns = self._columns[record] = (
                self.roster.columns(record) if self._only is None else Columns(self._only.get(record, ()))
            )
        return columns


def _having(values: Sequence[Any]) -> dict[Any, int]:
    """Value → the numbers of those that have it. What most of them have is not gone through one by one."""
    if not values:
        return {}
    usual, all_of_them = values[0], _all_of(values)
    if values.count(usual) == len(values):
        return {usual: all_of_them}
    having: dict[Any, int] = {}
    for number, value in enumerate(values):
        if value != usual:
            having[value] = having.get(value, 0) | 1 << number
    return {usual: all_of_them ^ reduce(or_, having.values()), **having}


def _all_of(them: Sequence[Any]) -> int:
    return (1 << len(them)) - 1


class CellsOf:
    """Works out the figures of rosters one after another: of the records that changed what they counted for goes, what they count for comes."""

    def __init__(self) -> None:
        self._roster: Roster | None = None
        self._cells: Cells | None = None

    def __call__(self, roster: Roster) -> Cells | None:
        """``Derivation.take`` of *roster*."""
        if roster is not self._roster:
            self._cells = self._follow(roster)
            self._roster = roster
        return self._cells

    def _follow(self, roster: Roster) -> Cells | None:
        before, cells = self._roster, self._cells
        if (
            before is None
            or cells is None
            or before.year != roster.year
            or before.own_block != roster.own_block
        ):
            return Derivation(roster).take()
        gone: dict[str, list[Subject]] = {}
        come: dict[str, list[Subject]] = {}
        for record in roster.form.records:
            _compare(record.key, before, roster, gone, come)
        if not gone and not come:
            return cells
        if sum(map(len, come.values())) > MOST_OF_THEM * sum(len(roster.of(key)) for key in come):
            return Derivation(roster).take()
        lost, won = Derivation(before, gone).take(), Derivation(roster, come).take()
        return _sum(cells, (lost or {}, -1), (won or {}, 1))


MOST_OF_THEM = 0.25
"""Above this share of the records of a type all are counted anew, which costs less."""


def _compare(
    record: str,
    earlier: Roster,
    roster: Roster,
    gone: dict[str, list[Subject]],
    come: dict[str, list[Subject]],
) -> None:
    """Put those that count for something else into *gone*, as they were, and into *come*, as they are."""
    before, now = earlier.of(record), roster.of(record)
    for place in roster.changed(record, earlier):
        was = before[place] if place < len(before) else None
        one = now[place] if place < len(now) else None
        if was and one and one.stands_alike(was) and not _looks_at_members(one.form, one.type.key):
            continue
        if was:
            gone.setdefault(was.type.key, []).append(was)
        if one:
            come.setdefault(one.type.key, []).append(one)


@cache
def _looks_at_members(form: FormSet, record: str) -> bool:
    """Whether a figure of those records hangs on what stands in whole lists."""
    conditions = (
        condition
        for table in form.tables
        for row in table.data_rows
        if row.query and row.query.record == record
        for condition in (row.query.where, *(column.where for column in table.columns))
    )
    totals = (
        row.query.total
        for table in form.tables
        for row in table.data_rows
        if row.query and row.query.record == record
    )
    paths = {path for condition in conditions for path in condition.paths()} | {
        path for path in totals if path
    }
    return any(reach(form, record, path) is Reach.LISTS for path in paths)


def _sum(cells: Cells, *parts: tuple[Cells, int]) -> Cells:
    """*cells* with other ones added or, by a -1, taken off; what is 0 is left out."""
    tables = {table: {row: dict(figures) for row, figures in rows.items()} for table, rows in cells.items()}
    for part, sign in parts:
        for table, rows in part.items():
            for row, figures in rows.items():
                into = tables.setdefault(table, {}).setdefault(row, {})
                for column, figure in figures.items():
                    into[column] = into.get(column, 0) + sign * figure
    kept = {
        table: {
            row: left
            for row, figures in rows.items()
            if (left := {column: figure for column, figure in figures.items() if figure})
        }
        for table, rows in tables.items()
    }
    return {table: rows for table, rows in kept.items() if rows}


def counted_in(subject: Subject, field: str) -> list[tuple[Table, Row]]:
    """The detail rows of the form that count *subject* because of what *field* holds."""
    if not subject.get("counted"):
        return []
    asked = {field, *subject.form.worked_out_of.get(field, ())}
    return [
        (table, row)
        for table in subject.form.tables
        for row in table.data_rows
        if row.query is not None
        and row.query.record == subject.type.key
        and not row.sum_of
        and not asked.isdisjoint(row.query.where.paths())
        and row.query.where.holds(subject.get)
    ]

"""Figures typed over those that the records give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from forms.dossier.content import Content
from forms.model.declared import Frozen
from forms.model.table import Column, Row, Table
from forms.model.values import figure


class Override(Frozen):
    """A cell of a derived table where *typed* stands and the records gave *derived*; *reason* is '' when none was given."""

    table: Table
    row: Row
    column: Column
    typed: int | Decimal
    derived: int | Decimal
    reason: str


def overrides(content: Content) -> Iterator[Override]:
    """What was typed over figures that were taken, in the order of the form; none before the first take, none without records."""
    taken, reasons = content.taken, content.part("reasons")
    if taken is None or content.is_empty:
        return
    for table in content.form.tables:
        typed_rows = content.part("cells").get(table.id) if table.derived else None
        if not typed_rows:
            continue
        for row in table.rows:
            cells = typed_rows.get(row.key)
            if not cells or not table.derives(row):
                continue
            counted = taken.get(table.id, {}).get(row.key, {})
            told = reasons.get(table.id, {}).get(row.key, {})
            for column in table.columns:
                key = column.key
                typed, derived = figure(table.figure, cells.get(key)), counted.get(key, 0)
                if typed not in (None, derived):
                    yield Override(table, row, column, typed, derived, told.get(key) or "")

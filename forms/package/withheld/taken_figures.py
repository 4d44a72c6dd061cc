"""The figures that a package for the office carries: all that are there, and what of them was taken from records."""

from __future__ import annotations

from typing import Any

from forms.dossier.content import Tree
from forms.sets.form_set import FormSet


def taken_of(cells: Tree, form: FormSet, block: str | None) -> Tree:
    """Of *cells* what counts as taken from records: those of the own *block* other than 0, in the derived tables.

    Without such a block those of every ownership, as they were taken before it was lost. With what was typed over them
    they give the same figures again: a total below which something is typed is the sum of its parts, any other one is
    its own count.
    """
    taken: dict[str, dict[str, dict[str, Any]]] = {}
    for table in form.tables:
        own = table.by_block.get(block if table.has_blocks else None)
        columns = (
            own.values() if own else (c for key in table.owned_blocks for c in table.by_block[key].values())
        )
        keys = [column.key for column in columns] if table.derived else []
        for row, values in cells.get(table.id, {}).items() if keys else ():
            if numbers := {key: values[key] for key in keys if values.get(key)}:
                taken.setdefault(table.id, {})[row] = numbers
    return taken


def is_of_its_cells(figures: Tree, given: Tree) -> bool:
    """Whether *figures*, as a package carries them, are those *given* by its own cells; its reader leaves out empty tables."""
    return {table: rows for table, rows in given.items() if rows} == figures

"""Whether the figures are those that the records give: the cells that «Lấy dữ liệu» would change now."""

from __future__ import annotations

from collections.abc import Mapping

from forms.dossier.content import Content, Tree
from forms.model.table import Table
from forms.report.derivation import CellsOf
from forms.report.figures import Rows, table_rows

StaleCells = Mapping[tuple[str, str], frozenset[str]]
"""(table, row) → columns of the own block whose figure a take would change."""

_NOTHING: Tree = {}


class StaleCellsOf:
    """Finds the stale cells of contents one after another; with the same sources nothing is worked out again."""

    def __init__(self) -> None:
        self._cells_of = CellsOf()
        self._sources: tuple[object, ...] = ()
        self._stale: StaleCells = {}

    def __call__(self, content: Content) -> StaleCells:
        """The cells that a take would change; before the first one those that it would fill."""
        sources = (
            content.roster,
            content.taken,
            *(_typed(content, table) for table in content.form.derived_tables),
        )
        if len(sources) != len(self._sources) or any(
            now is not before for now, before in zip(sources, self._sources, strict=True)
        ):
            self._sources, self._stale = sources, stale_cells(content, self._cells_of)
        return self._stale


def stale_cells(content: Content, cells_of: CellsOf | None = None) -> StaleCells:
    """The cells that a take would change; an empty cell counts as 0. None without a block of its own (as ``take``).

    What was typed over a figure stays, so such a cell is not among them. None where the records were withheld.
    """
    if content.withholds_records:
        return {}
    block = content.roster.own_block
    taken, now = content.taken, (cells_of or CellsOf())(content.roster)
    if now is None or now == (taken or _NOTHING):
        return {}
    stale: dict[tuple[str, str], frozenset[str]] = {}
    for table in content.form.derived_tables:
        before, after = (
            _own_figures(table, block, figures, _typed(content, table))
            for figures in (taken or _NOTHING, now)
        )
        keys = [column.key for column in table.measures(block).values()]
        places = [table.index[key] for key in keys]
        for row, figures in after.items():
            was = before[row]
            if was == figures:
                continue
            columns = (
                key
                for key, place in zip(keys, places, strict=True)
                if (was[place] or 0) != (figures[place] or 0)
            )
            stale[table.id, row] = frozenset(columns)
    return {place: columns for place, columns in stale.items() if columns}


def _typed(content: Content, table: Table) -> Tree:
    typed: Tree = content.part("cells").get(table.id, _NOTHING)
    return typed


def _own_figures(table: Table, block: str | None, taken: Tree, typed: Tree) -> Rows:
    return table_rows(table, block, taken.get(table.id, _NOTHING), typed)

"""Lấy dữ liệu: the figures of tables 1-3 taken again, and which cells that changes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from forms.dossier.content import Content, Edit, apply
from forms.model.table import Column, Row, Table
from forms.report.figures import Figures, FiguresOf, Number, take
from tui.jobs.workspace import Notice, Workspace


class FigureChange(NamedTuple):
    """A cell whose figure is another now."""

    table: Table
    row: Row
    column: Column
    old: Number | None
    new: Number | None


def take_again(workspace: Workspace, notice: Notice) -> tuple[Figures, list[FigureChange]]:
    """Take the figures into the dossier; all figures as they are then, and the cells that changed.

    Raises Refused, StorageError.
    """
    figures_of = FiguresOf()
    with workspace.open(write=True, notice=notice) as session:
        before = session.dossier.content
        old = figures_of(before)
        session.dossier.commit(take(before, workspace.now()))
        new = figures_of(session.dossier.content)
    return new, list(cell_changes(old, new))


def changes_of_take(content: Content, figures: Figures, edits: Iterable[Edit]) -> Iterator[FigureChange]:
    """What the *edits* of taking the figures of *content* would change in *figures*."""
    return cell_changes(figures, FiguresOf()(apply(content, edits)))


def cell_changes(old: Figures, new: Figures) -> Iterator[FigureChange]:
    """The cells that differ, in the order of the tables."""
    for table in new.form.tables:
        for key, row in new.tables[table.id].items():
            before = old.tables[table.id][key]
            for column, was, now in zip(table.columns, before, row, strict=True):
                if was != now:
                    yield FigureChange(table, table.row_by_key[key], column, was, now)

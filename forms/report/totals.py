"""What a report is known by at a glance, beside the year before: the page before sending shows it."""

from collections.abc import Iterable
from typing import NamedTuple

from forms.report.checking.table_view import Previous
from forms.report.figures import Figures, Number


class TotalFigure(NamedTuple):
    """A total of the form (``FormSet.totals``), now and the year before; None where no figure is known."""

    title: str
    now: Number | None
    before: Number | None


def totals(figures: Figures, previous: Previous | None) -> list[TotalFigure]:
    """The totals in the order of the form."""
    found = []
    for total in figures.form.totals:
        table = figures.form.table_by_id[total.table]
        rows = [table.row_by_number[number] for number in total.rows]
        column = table.total_column.key
        before = (previous or {}).get(table.id, {})
        found.append(
            TotalFigure(
                total.title,
                _sum(figures.cell(table, row, column) for row in rows),
                _sum(before.get(row.key, {}).get(column) for row in rows),
            )
        )
    return found


def _sum(numbers: Iterable[Number | None]) -> Number | None:
    """The sum of those that are known."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None

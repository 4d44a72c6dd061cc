"""Figures packed small, about a kilobyte a report, for sums of many thousands; added up as they are."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import NamedTuple

from forms.model.values import as_number
from forms.report.figures import Figures, Number, Rows
from forms.report.report import ReportCells
from forms.sets.correspondence import Correspondence
from forms.sets.form_set import FormSet

FigurePlace = tuple[str, str, str]
"""Table id, row key, column key."""


class PackedFigures(NamedTuple):
    """The cells by their number in the order of the form.

    *filled*: a bit for each cell that is not empty, little endian. *numbers*: those other than 0, as the
    text ``,17=3,18=2.5,``. Equal figures are equal bytes.
    """

    filled: bytes
    numbers: bytes


@cache
def _number_of(form: FormSet) -> dict[FigurePlace, int]:
    """Place of a cell → its number."""
    places = (
        (table.id, row.key, column.key)
        for table in form.tables
        for row in table.data_rows
        for column in table.columns
    )
    return {place: number for number, place in enumerate(places)}


def pack(figures: Figures) -> PackedFigures:
    """*figures*, small."""
    values = [*chain.from_iterable(row for table in figures.form.tables for row in _rows(figures, table.id))]
    bits = "".join(["0" if value is None else "1" for value in reversed(values)])
    numbers = ",".join([f"{number}={value}" for number, value in enumerate(values) if value])
    return PackedFigures(
        int(bits, 2).to_bytes(-(-len(values) // 8), "little"), f",{numbers},".encode() if numbers else b","
    )


def _rows(figures: Figures, table: str) -> Iterable[tuple[Number | None, ...]]:
    return figures.tables[table].values()


def number_at(packed: PackedFigures, place: FigurePlace, form: FormSet) -> Number:
    """One figure; 0 for an empty cell."""
    key = b",%d=" % _number_of(form)[place]
    start = packed.numbers.find(key)
    if start < 0:
        return 0
    start += len(key)
    return _read(packed.numbers[start : packed.numbers.index(b",", start)])


def add_up(parts: Iterable[PackedFigures], form: FormSet) -> Figures:
    """The figures of several reports added cell by cell, of no block; a cell is empty that is empty in all."""
    filled = 0
    totals: dict[int, Number] = {}
    for part in parts:
        filled |= int.from_bytes(part.filled, "little")
        for number, value in _parts(part.numbers):
            totals[number] = totals.get(number, 0) + value
    for number, value in totals.items():
        if isinstance(value, Decimal):
            totals[number] = as_number(value)
    return _sum_of(filled, totals, form)


def cells_apart(one: PackedFigures, other: PackedFigures) -> int:
    """How many cells hold another number; an empty one is 0."""
    different = set(_parts(one.numbers)) ^ set(_parts(other.numbers))
    return len({number for number, _ in different})


def corresponding_cells_apart(
    one: PackedFigures, form: FormSet, other: PackedFigures, of: FormSet, known: Correspondence
) -> int:
    """The same of two forms: of the cells of *of* whose row and column stand in *form*, by what that declares as *known*."""
    return sum(
        number_at(one, (*here, column_here), form) != number_at(other, (*there, column), of)
        for there, here in known.rows.items()
        for (table, column), column_here in known.columns.items()
        if table == there[0]
    )


def figures_of_cells(cells: ReportCells, block: str | None, form: FormSet) -> Figures:
    """Figures of what ``Figures.as_json`` gives."""
    tables: dict[str, Rows] = {}
    for table in form.tables:
        rows = cells.get(table.id, {})
        tables[table.id] = {
            row.key: tuple(rows.get(row.key, {}).get(column.key) for column in table.columns)
            for row in table.data_rows
        }
    return Figures(tables, block, form)


def _sum_of(filled: int, numbers: dict[int, Number], form: FormSet) -> Figures:
    tables: dict[str, Rows] = {}
    first = 0
    for table in form.tables:
        rows: dict[str, tuple[Number | None, ...]] = {}
        for row in table.data_rows:
            places = range(first, first + len(table.columns))
            rows[row.key] = tuple(numbers.get(place, 0) if filled >> place & 1 else None for place in places)
            first = places.stop
        tables[table.id] = rows
    return Figures(tables, None, form)


def _parts(numbers: bytes) -> Iterable[tuple[int, Number]]:
    for item in numbers.split(b","):
        if item:
            place, _, text = item.partition(b"=")
            yield int(place), _read(text)


def _read(text: bytes) -> Number:
    return int(text) if text.isdigit() else Decimal(text.decode())

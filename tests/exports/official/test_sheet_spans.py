"""Areas of a sheet: read from their addresses, their ends included, no further than a sheet is read."""

from __future__ import annotations

import pytest

from exports.official.sheet_spans import Area, CellSpan, RowSpan, SheetScan, Tag
from exports.reading.limits import MAX_COLUMNS, MAX_ROWS

AREA = Area(2, 3, 4, 5)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("C2:E4", AREA),
        ("$C$2:$E$4", AREA),
        ("C2", Area(2, 3, 2, 3)),
        ("C2:", Area(2, 3, 2, 3)),
        ("", None),
        ("C:E", None),
        ("C2:E", None),
        ("2:4", None),
        ("C0", None),
        ("c2", None),
    ],
)
def test_an_area_is_read_from_its_address(text: str, area: Area | None) -> None:
    assert Area.of(text) == area


def test_the_ends_of_an_area_belong_to_it() -> None:
    inside = {(row, column) for row in range(1, 7) for column in range(1, 7) if AREA.holds(row, column)}
    assert inside == {(row, column) for row in (2, 3, 4) for column in (3, 4, 5)}
    assert set(AREA.places()) == inside


def test_places_end_where_a_sheet_is_read_no_further() -> None:
    beyond = Area(MAX_ROWS, MAX_COLUMNS, MAX_ROWS + 5, MAX_COLUMNS + 5)
    assert list(beyond.places()) == [(MAX_ROWS, MAX_COLUMNS)]
    assert beyond.holds(MAX_ROWS + 5, MAX_COLUMNS + 5)


@pytest.mark.parametrize(("name", "prefix"), [(b"c", b""), (b"x:c", b"x:")])
def test_a_tag_knows_its_prefix(name: bytes, prefix: bytes) -> None:
    assert Tag(0, 4, name, is_closed=False).prefix == prefix


def test_a_cell_is_calculated_by_its_own_formula_or_by_that_of_several() -> None:
    scan = SheetScan()
    tag = Tag(0, 4, b"c", is_closed=True)
    row = RowSpan(tag, 2)
    row.cells = {1: CellSpan(tag, None), 2: CellSpan(tag, None)}
    row.cells[2].has_formula = True
    scan.rows[2] = row
    scan.calculated = {(2, 3)}
    scan.merged = {(4, 1): False, (4, 2): True}
    assert [scan.is_calculated(2, column) for column in (1, 2, 3, 4)] == [False, True, True, False]
    assert [scan.cell(*place) for place in ((2, 1), (2, 9), (3, 1))] == [row.cells[1], None, None]
    assert [scan.is_merged(4, column) for column in (1, 2, 3)] == [True, True, False]
    assert [scan.is_covered(4, column) for column in (1, 2, 3)] == [False, True, False]

"""The figures of a report: taken, overridden, totals, empty cells, other ownerships, ownership that changes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms.dossier.content import Content
from forms.report.figures import Figures, FiguresOf, Number, is_empty, shown
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.tables import TABLES
from tests.builders import (
    cells,
    empty,
    example,
    facility,
    figures,
    public,
    record,
    retaken,
    then,
    typed,
    unread,
    without,
)
from tests.forms.rule_cases import issues_of

EVERYBODY = (
    "classes/k0001", "classes/k0002", *(f"children/c000{n}" for n in range(1, 7)), *(f"staff/s000{n}" for n in (1, 2, 3)),
)  # fmt: skip


def of(content: Content) -> Figures:
    return FiguresOf()(content)


def cell(content: Content, place: str) -> Number | None:
    """The figure at ``T2.083.TONG.total``."""
    table_id, key, column = place.split(".", 2)
    table = FORM.table_by_id[table_id]
    return of(content).cell(table, table.row_by_key[key], column)


# Overrides


def test_an_override_stands_in_place_of_what_was_taken_and_goes_when_it_is_taken_away() -> None:
    over = cells("T2", 89, total=2)(example())
    assert cell(over, "T2.089.TU_THUC.total") == 2
    assert cell(over, "T2.089.TONG.total") == 2
    assert cell(over, "T2.089.CONG_LAP.total") == 0
    assert cell(cells("T2", 89, total=None)(over), "T2.089.TU_THUC.total") == 0


def test_an_override_is_kept_when_the_figures_are_taken_again() -> None:
    content = then(cells("T2", 111, total=3), record("children/c0001", nutrition="01"), retaken)(example())
    assert cell(content, "T2.111.TU_THUC.total") == 3
    assert cell(content, "T2.108.TU_THUC.total") == 1


def test_a_total_shows_its_own_count_until_one_of_its_parts_is_overridden() -> None:
    counted = figures("T2.84=9")(example())
    assert cell(counted, "T2.083.TU_THUC.total") == 5
    assert cell(counted, "T2.084.TU_THUC.total") == 9
    over = cells("T2", 86, total=4)(counted)
    assert cell(over, "T2.084.TU_THUC.total") == 3 + 4
    assert cell(over, "T2.083.TU_THUC.total") == 3 + 4 + 2
    assert cell(over, "T2.083.TONG.total") == 9
    assert cell(over, "T2.090.TU_THUC.total") == 2


def test_a_total_adds_its_parts_only_in_the_column_that_was_overridden() -> None:
    over = cells("T2", 86, female=1)(figures("T2.84=9")(example()))
    assert cell(over, "T2.084.TU_THUC.total") == 9
    assert cell(over, "T2.084.TU_THUC.female") == 1 + 1


def test_an_override_that_does_not_parse_counts_as_empty() -> None:
    over = cells("T2", 85, total=unread("ba"))(example())
    assert cell(over, "T2.085.TU_THUC.total") is None
    assert cell(over, "T2.084.TU_THUC.total") == 0


# Before anything was taken


def test_before_the_first_take_the_derived_tables_are_empty() -> None:
    found = of(facility(ownership="09")(empty()))
    assert all(is_empty(found, table) for table in TABLES)
    assert found.as_json() == {"T1": {}, "T2": {}, "T3": {}, "T4": {}, "T5": {}}


def test_figures_typed_before_any_were_taken_stand_in_their_block_and_in_the_total() -> None:
    content = then(facility(ownership="09"), cells("T2", 85, total=3), cells("T2", 91, total=2))(empty())
    assert cell(content, "T2.083.TONG.total") == 5
    assert cell(content, "T2.084.TU_THUC.total") == 3
    assert cell(content, "T2.085.CONG_LAP.total") == 0
    assert cell(content, "T2.085.TU_THUC.female") is None
    assert cell(content, "T2.087.TU_THUC.total") is None
    assert "087" not in of(content).as_json()["T2"]


def test_a_take_without_any_child_gives_zeros_and_not_empty_cells() -> None:
    content = then(without(*EVERYBODY), retaken)(example())
    assert {cell(content, f"T2.083.{block}.total") for block in ("TONG", "TU_THUC", "DAN_LAP")} == {0}
    assert cell(content, "T1.054.TU_THUC") == 1


# Rooms and budget


def test_rooms_are_added_by_kind_and_the_total_is_the_own_block() -> None:
    content = cells("T4", 203, permanent=2, temporary=1)(example())
    assert cell(content, "T4.203.TU_THUC.total") == 2 + 1 + 1
    assert cell(content, "T4.203.TONG.total") == 4
    assert cell(content, "T4.203.TONG.semi_permanent") == 1
    assert cell(content, "T4.195.TU_THUC.total") is None
    assert cell(content, "T4.195.TONG.total") is None


def test_a_zero_typed_for_rooms_is_a_figure() -> None:
    content = cells("T4", 195, temporary=0)(example())
    assert cell(content, "T4.195.TU_THUC.total") == 0
    assert cell(content, "T4.195.TU_THUC.permanent") is None


def test_rooms_of_another_ownership_are_kept_and_shown_but_not_in_the_total() -> None:
    content = typed("T4", 195, {"DAN_LAP.permanent": 2})(example())
    assert cell(content, "T4.195.DAN_LAP.total") == 2
    assert cell(content, "T4.195.TONG.total") is None


def test_amounts_are_added_exactly_and_the_sum_of_nothing_is_nothing() -> None:
    content = then(cells("T5", 17, settled=Decimal("0.1")), cells("T5", 18, settled=Decimal("0.2")))(
        example()
    )
    assert cell(content, "T5.016.settled") == Decimal("0.3")
    assert cell(content, "T5.015.settled") == Decimal("0.3")
    assert cell(content, "T5.016.planned") is None
    assert cell(content, "T5.056.settled") is None


def test_an_amount_of_zero_is_not_empty() -> None:
    zero = cells("T5", 17, settled=0)(example())
    assert cell(zero, "T5.015.settled") == 0
    assert not is_empty(of(zero), FORM.table_by_id["T5"])
    assert is_empty(of(example()), FORM.table_by_id["T5"])
    assert not is_empty(of(example()), FORM.table_by_id["T4"])


# Ownership


@pytest.mark.parametrize("ownership", [None, "02"])
def test_without_an_own_block_typed_rooms_are_only_kept(ownership: str | None) -> None:
    content = facility(ownership=ownership)(example())
    found = of(content)
    assert found.block is None
    assert cell(content, "T4.203.TU_THUC.semi_permanent") == 1
    assert cell(content, "T4.203.TONG.total") is None


def test_overrides_rest_while_the_ownership_is_another_and_count_again_when_it_comes_back() -> None:
    over = cells("T2", 120, total=1, minority=1)(example())
    other = then(facility(ownership="03"), retaken)(over)
    assert cell(other, "T2.120.DAN_LAP.total") == 0
    assert cell(other, "T2.120.TU_THUC.total") == 0
    assert cell(other, "T2.083.DAN_LAP.total") == 5
    assert not [issue for issue in issues_of(other) if issue.place.table in ("T1", "T2", "T3")]
    back = then(facility(ownership="09"), retaken)(other)
    assert of(back) == of(over)


def test_what_was_taken_for_another_ownership_is_reported_until_it_is_taken_again() -> None:
    stale = facility(ownership="01")(example())
    rules = {issue.rule for issue in issues_of(stale) if issue.place.table == "T2"}
    assert {"E03", "E04"} <= rules
    assert not [issue for issue in issues_of(retaken(stale)) if issue.place.table in ("T1", "T2", "T3")]


# As they are shown and kept


def test_the_blocks_of_other_ownerships_are_shown_as_zero_and_empty_own_cells_as_empty() -> None:
    content = facility(ownership="09")(empty())
    rooms = FORM.table_by_id["T4"]
    row = rooms.row_by_key["195"]
    found = of(content)
    assert shown(rooms, found, row, "DAN_LAP.total") == 0
    assert shown(rooms, found, row, "TU_THUC.total") is None
    assert shown(rooms, found, row, "TONG.total") is None
    budget = FORM.table_by_id["T5"]
    assert shown(budget, found, budget.row_by_key["017"], "settled") is None


def test_the_figures_as_json_hold_every_cell_that_is_not_empty() -> None:
    found = of(public())
    kept = found.as_json()
    assert kept["T5"] == {key: {"settled": 100} for key in ("015", "016", "017", "020")}
    assert kept["T2"]["086"]["CONG_LAP.total"] == 0


def test_only_the_table_that_was_edited_is_worked_out_again() -> None:
    work = FiguresOf()
    before = work(example())
    after = work(cells("T4", 195, permanent=1)(example()))
    assert after.tables["T2"] is before.tables["T2"]
    assert after.tables["T4"] is not before.tables["T4"]

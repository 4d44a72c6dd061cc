"""«Lấy dữ liệu»: the worked example cell by cell, and what holds for any records."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.dossier.content import Content, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.issue import Severity
from forms.package.adopt import adopt
from forms.package.reader import read
from forms.package.writer import write
from forms.report.checking.checker import Checker
from forms.report.derivation import Derivation
from forms.report.figures import FiguresOf
from forms.report.staleness import stale_cells
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.tables import TABLES
from tests.builders import (
    AT,
    DATA,
    example,
    example_package,
    facility,
    imported,
    record,
    retaken,
    then,
    unread,
)
from tests.forms.naive import Naive
from tests.forms.rosters import Package, messy, packages, sound
from tests.forms.rule_cases import TODAY, issues_of

DERIVED = ("T1", "T2", "T3")


def all_cells(content: Content) -> dict[tuple[str, str, str], Any]:
    """Every cell of tables 1-3 as the app shows it."""
    found = FiguresOf()(content)
    return {
        (table.id, row.key, column.key): found.cell(table, row, column.key)
        for table in TABLES
        if table.derived
        for row in table.data_rows
        for column in table.columns
    }


# The worked example


def test_the_example_gives_exactly_its_expected_figures() -> None:
    facts = json.loads((DATA / "example.json").read_text("utf-8"))
    expected = {
        (table, row, column): value
        for table, rows in facts["expected"].items()
        for row, columns in rows.items()
        for column, value in columns.items()
    }
    found = all_cells(example())
    assert {place: value for place, value in found.items() if value != 0} == expected
    assert None not in found.values()


def test_the_example_has_neither_errors_nor_warnings() -> None:
    assert issues_of(example()) == []


def test_the_plain_second_way_agrees_on_the_example() -> None:
    assert all_cells(example()) == Naive(example_package()).cells()


@pytest.mark.parametrize(
    ("born", "row"),
    [
        ("2016-09-30", "099"), ("2016-08-31", "099"), ("2016-08-29", "100"), ("2017-08-30", "099"),
        ("2017-08-31", "098"), ("2017-09-30", "098"), ("2018-08-30", "098"), ("2018-08-31", "097"),
        ("2019-06-30", "097"),
    ],
)  # fmt: skip
def test_the_age_of_a_nursery_child_is_its_completed_months_on_30_9(born: str, row: str) -> None:
    content = then(record("children/c0003", birth_date=born), retaken)(example())
    table = FORM.table_by_id["T2"]
    behind = Derivation(content.roster).behind(
        table, table.row_by_key[row], table.column_by_key["TONG.total"]
    )
    assert "children/c0003" in [subject.place for subject in behind]


@pytest.mark.parametrize(
    ("born", "row"),
    [
        ("2017-01-01", "102"),
        ("2016-12-31", "103"),
        ("2015-01-01", "104"),
        ("2014-12-31", "105"),
        ("2013-12-31", "106"),
    ],
)
def test_the_age_of_a_kindergarten_child_is_counted_by_years(born: str, row: str) -> None:
    content = record("children/c0005", birth_date=born)(example())
    table = FORM.table_by_id["T2"]
    behind = Derivation(content.roster).behind(
        table, table.row_by_key[row], table.column_by_key["TONG.total"]
    )
    assert "children/c0005" in [subject.place for subject in behind]


@pytest.mark.parametrize("ownership", [None, "02", "77"])
def test_without_a_block_nothing_is_taken_and_what_was_taken_stays(ownership: str | None) -> None:
    changed = facility(ownership=ownership)(example())
    assert Derivation(changed.roster).take() is None
    assert retaken(changed).taken == example().taken
    assert not stale_cells(changed)


def test_changed_records_make_the_figures_stale_until_they_are_taken_again() -> None:
    changed = record("children/c0001", sex="02")(example())
    assert not stale_cells(example())
    assert stale_cells(changed)
    assert not stale_cells(retaken(changed))
    assert not stale_cells(record("children/c0001", phone="0901234567")(example()))


# Any records


@pytest.mark.slow
@given(packages)
def test_every_cell_is_what_the_official_query_counts(package: Package) -> None:
    content = imported(package)
    if Naive(package).block() is None:
        assert content.taken is None
    else:
        assert all_cells(content) == Naive(package).cells()


@pytest.mark.slow
@given(packages)
def test_every_cell_is_as_large_as_the_list_of_the_records_behind_it(package: Package) -> None:
    content = imported(package)
    derivation = Derivation(content.roster)
    if derivation.block is None:
        return
    found = all_cells(content)
    for (table_id, key, column), value in found.items():
        table = FORM.table_by_id[table_id]
        row = table.row_by_key[key]
        behind = derivation.behind(table, row, table.column_by_key[column])
        if row.query and row.query.total:
            assert value == sum(subject.get(row.query.total) or 0 for subject in behind)
        else:
            assert value == len(behind)


def table_errors(content: Content) -> set[str]:
    """The rules of errors in tables 1-3."""
    return {
        issue.rule
        for issue in Checker(asks_readiness=False)(content, TODAY)
        if issue.severity is Severity.ERROR and issue.place.table in DERIVED
    }


@pytest.mark.slow
@given(sound())
def test_sound_records_give_figures_that_meet_every_rule_of_tables_1_to_3(package: Package) -> None:
    assert table_errors(imported(package)) == set()


@pytest.mark.slow
@given(messy())
def test_missing_answers_can_only_break_a_sum_of_rows_or_of_contracts(package: Package) -> None:
    """And a class code that stands twice counts a child by class twice, as a child once: E32 and E33 see it."""
    expected = ["E07", "E10."]
    codes = [group.get("code") for group in package["classes"]]
    if len(set(codes)) < len(codes):
        expected += ["E32.", "E33."]
    assert not [rule for rule in table_errors(imported(package)) if not rule.startswith(tuple(expected))]


@pytest.mark.slow
@given(packages, st.integers())
def test_the_order_of_the_records_changes_no_figure(package: Package, seed: int) -> None:
    before = all_cells(imported(package))
    codes = [group.get("code") for group in package["classes"]]
    shuffled = copy.deepcopy(package)
    for place in ("children", "staff", *(["classes"] if len(codes) == len({*codes}) else [])):
        Random(seed).shuffle(shuffled[place])
    assert all_cells(imported(shuffled)) == before


@pytest.mark.slow
@given(
    packages,
    st.dictionaries(st.sampled_from(["017", "020", "066"]), st.decimals(0, 999, places=3), max_size=2),
)
def test_export_import_and_export_again_gives_the_same_bytes(
    package: Package, amounts: dict[str, Decimal]
) -> None:
    package["cells"] = {
        "T5": {row: {"planned": amount} for row, amount in amounts.items()},
        "T4": {"195": {"TU_THUC.permanent": unread("hai"), "DAN_LAP.temporary": 2}},
    }
    first = write(imported(package)).encode()
    again = adopt(read(first), empty_content(SchoolYear(2019)), "2020-01-01T00:00:00")
    assert write(again).encode() == first


def test_export_keeps_overrides_notes_and_reasons_byte_for_byte() -> None:
    package = example_package()
    package |= {
        "cells": {**package["cells"], "T2": {"120": {"TU_THUC.total": 1, "TU_THUC.minority": 1}}},
        "reasons": {"T2": {"120": {"TU_THUC.total": "người Rơ-măm"}}},
        "notes": {"T4": {"194": {"TONG.total": "đang sửa"}}},
        "reviewed": {"name": "2019-09-20", "level": "2019-09-19"},
        "explanations": {"W26": {"T2/083/TONG.total": "mở thêm lớp"}},
        "state": "rejected",
        "revision": 2,
    }
    first = write(imported(package))
    assert write(adopt(read(first.encode()), empty_content(SchoolYear(2019)), "later")) == first
    assert json.loads(first)["taken_at"] == AT

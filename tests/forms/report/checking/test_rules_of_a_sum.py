"""A district's sum: the structural errors, in every block; no warning, nothing about one facility."""

from __future__ import annotations

from functools import cache

import pytest

from forms.model.issue import Severity
from forms.report.checking.checker import check_sum
from forms.report.figures import Figures, FiguresOf
from forms.sets.mn2019.rules.book import RULES
from tests.builders import (
    cells,
    example,
    facility,
    figures,
    official,
    patched,
    people_founded,
    public,
    record,
    rule_facts,
    summed,
    then,
    without,
)
from tests.forms.rule_cases import issues_of, place_of

BLOCKS = {"CONG_LAP": public, "TU_THUC": example, "DAN_LAP": people_founded}


@cache
def district() -> Figures:
    """One group of each ownership, added up."""
    return summed(FiguresOf()(base()) for base in BLOCKS.values())


def broken(*changes: str, block: str) -> list[str]:
    """The issues after changes in a block, made in Tổng số alike: rule and place."""
    wanted: list[str] = []
    sums = district()
    for change in changes:
        place, _, number = change.partition("=")
        table, row, *measure = place.split(".")
        for each in (block, "TONG"):
            column = ".".join([each, *measure])
            before = _value(sums, table, row, block, measure)
            total = _value(sums, table, row, "TONG", measure)
            new = int(number) if each == block else total - before + int(number)
            wanted.append(f"{table}.{row}.{column}={new}")
    issues = check_sum(patched(sums, *wanted), {})
    assert all(issue.severity is Severity.ERROR for issue in issues)
    return [f"{issue.rule} {place_of(issue)}" for issue in issues]


def _value(sums: Figures, table: str, row: str, block: str, measure: list[str]) -> int:
    index = [
        column["key"]
        for item in official("tables")["tables"]
        if item["id"] == table
        for column in item["columns"]
    ]
    found = sums.tables[table][row][index.index(".".join([block, *measure]))]
    return int(found or 0)


def test_the_sum_of_sound_reports_has_no_issue() -> None:
    assert check_sum(district(), {}) == []


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize(
    ("changes", "rule", "place"),
    [
        (["T1.055=7"], "E10.T1.055", "T1/055/{}"),
        (["T2.101.female=2", "T2.104.female=1"], "E11.101", "T2/101/{}.female"),
        (["T3.177.total=5"], "E12.168", "T3/168/{}.total"),
        (["T1.057=2"], "E20.T1.057", "T1/057/{}"),
        (["T4.197.permanent=1", "T4.197.total=1"], "E20.T4.197_199", "T4/197/{}.total"),
        (["T4.195.total=1"], "E08", "T4/195/{}.total"),
        (
            ["T2.089.minority_female=1", "T2.089.female=1", "T2.089.total=1"],
            "E05",
            "T2/089/{}.minority_female",
        ),
        (["T2.089.minority=1", "T2.089.female=1", "T2.089.total=1"], "E06", "T2/089/{}.total"),
        (["T2.120.total=9", "T2.120.minority=9"], "E23", "T2/120/{}.total"),
        (["T1.060=1"], "E33.89", "T2/089/{}.total"),
        (["T1.065=0", "T1.066=1"], "E32.84", "T2/084/{}.total"),
        (["T1.081=0", "T1.080=1"], "E32.90", "T2/090/{}.total"),
    ],
    ids=lambda value: value if isinstance(value, str) and "/" not in value else "",
)
def test_a_structural_error_is_found_in_each_block(
    changes: list[str], rule: str, place: str, block: str
) -> None:
    found = broken(*changes, block=block)
    assert f"{rule} {place.format(block)}" in found
    others = {other for other in (*BLOCKS, "TONG") if other not in (block, "TONG")}
    assert not [issue for issue in found if any(f"/{other}" in issue for other in others)]


@pytest.mark.parametrize("block", BLOCKS)
def test_children_without_any_class_are_an_error_of_their_block(block: str) -> None:
    rows = ["T1.055=1", "T1.056=0", "T1.057=0", "T1.058=0", "T1.065=0"]
    assert broken(*rows, block=block) == [f"E31.84 T2/084/{block}.total"]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_total_that_is_not_the_sum_of_the_blocks_is_an_error_of_the_total(block: str) -> None:
    sums = patched(district(), f"T1.054.{block}=5")
    assert [(i.rule, place_of(i)) for i in check_sum(sums, {})] == [("E03", "T1/054/TONG")]


def test_the_kinds_of_contract_are_added_in_the_public_block_of_a_sum() -> None:
    sums = patched(district(), "T3.123.CONG_LAP.contract_labour=0")
    rules = {(issue.rule, place_of(issue)) for issue in check_sum(sums, {})}
    assert ("E07", "T3/123/CONG_LAP.total") in rules


def test_cells_that_do_not_parse_are_errors_of_the_sum() -> None:
    typed = {"T4": {"195": {"DAN_LAP.permanent": "x"}}, "T5": {"017": {"settled": "y"}}}
    found = [(issue.rule, place_of(issue)) for issue in check_sum(district(), typed)]
    assert found == [("E01", "T4/195/DAN_LAP.permanent"), ("E02", "T5/017/settled")]


def test_what_is_only_a_warning_for_one_report_is_silent_in_a_sum() -> None:
    warned = then(
        figures("T2.99=2/1/1/1", "T2.100=1"),
        cells("T4", 194, permanent=None),
        cells("T4", 201, permanent=None),
        record("staff/s0001", role="02"),
        facility(ward_registered=True, room_area_m2=1),
        without("staff/s0003"),
    )(example())
    assert {issue.severity for issue in issues_of(warned)} == {Severity.WARNING}
    assert check_sum(FiguresOf()(warned), warned.part("cells")) == []


def test_the_rule_on_the_kind_of_a_facility_says_nothing_of_a_sum() -> None:
    assert "E30" in {issue.rule for issue in issues_of(figures("T1.53=0")(example()))}
    assert (
        check_sum(
            patched(district(), "T1.053.TONG=0", "T1.053.CONG_LAP=0", "T1.053.TU_THUC=0", "T1.053.DAN_LAP=0"),
            {},
        )
        == []
    )


def test_the_kinds_checked_for_a_sum_are_the_official_ones() -> None:
    scope = official("rules")["scopes"]["sum"]
    structural = {rule.id for rule in RULES.on_tables if rule.structural and rule.severity is Severity.ERROR}
    assert structural == {
        key
        for key, facts in rule_facts().items()
        if facts.get("kind") in scope["kinds"] and facts["severity"] in scope["severity"]
    }

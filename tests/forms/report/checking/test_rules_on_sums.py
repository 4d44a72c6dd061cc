"""The rules E10: a row is the sum of its parts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms.report.checking.checker import check_sum
from forms.report.figures import FiguresOf
from tests.builders import Change, cells, figures, patched, public, rule_facts, school, then
from tests.forms.rule_cases import Case, at, expected_message, place_of

OWN = "TU_THUC"
SCHOOL_TREE = {
    1: (2, 15, 33),
    2: (3, 6),
    3: (4, 5),
    6: (7, 8),
    15: (16, 19),
    16: (17, 18),
    19: (20, 21),
    33: (34, 37),
    34: (35, 36),
    37: (38, 39),
}
"""Which rows of table 1 a school stands in, from the first row down to the number of its groups."""


def stands_in(*rows: int) -> Change:
    """The school stands in exactly these of the rows that sort schools by kind, region and size."""
    every = {1, *(part for parts in SCHOOL_TREE.values() for part in parts)}
    return figures(*(f"T1.{row}={int(row in rows)}" for row in sorted(every)))


def _up(row: int) -> list[int]:
    above = [total for total, parts in SCHOOL_TREE.items() if row in parts]
    return [row, *(_up(above[0]) if above else [])]


def _down(row: int, place: int) -> list[int]:
    return [row, *(_down(SCHOOL_TREE[row][place], place) if row in SCHOOL_TREE else [])]


def _school_case(total: int) -> Case:
    first, *_, last = SCHOOL_TREE[total]
    return Case(
        f"E10.T1.{total:03}",
        stands_in(*_up(total), *_down(first, 0), *_down(last, -1)),
        (at(f"T1/{total:03}/{OWN}", value=1, sum=2),),
        near=stands_in(*_up(total), *_down(last, -1)),
        base=school,
    )


TWO_GROUPS = then(
    figures("T1.55=3", "T1.56=2", "T1.65=2", "T3.156=0", "T3.167=3", "T3.168=2", "T3.170=2", "T3.175=2"),
    cells("T4", 194, permanent=2),
)
"""A second nhóm trẻ, with its room and its teacher."""

CASES = (
    *map(_school_case, SCHOOL_TREE),
    Case("E10.T1.055", figures("T1.55=3"), (at(f"T1/055/{OWN}", value=3, sum=2),), near=TWO_GROUPS),
    Case("E10.T2.083", figures("T2.83=6"), (at(f"T2/083/{OWN}.total", value=6, sum=5),)),
    Case(
        "E10.T2.084",
        figures("T2.85.female=2"),
        (at(f"T2/084/{OWN}.female", value=1, sum=2),),
        near=figures("T2.85=1/1/1/1", "T2.86=2/0/0/0"),
    ),
    Case(
        "E10.T2.090",
        figures("T2.91=3"),
        (at(f"T2/090/{OWN}.total", value=2, sum=3),),
        near=figures("T2.91=1/1/0/0", "T2.92=1/0/1/0"),
    ),
    Case(
        "E10.T2.096",
        figures("T2.99=4"),
        (at(f"T2/096/{OWN}.total", value=3, sum=4),),
        near=figures("T2.99=2/1/1/1", "T2.98=1/0/0/0"),
    ),
    Case(
        "E10.T2.101",
        figures("T2.104=2"),
        (at(f"T2/101/{OWN}.total", value=2, sum=3),),
        near=figures("T2.104=0/0/0/0", "T2.103=1/0/1/0"),
    ),
    Case("E10.T3.123", figures("T3.123=2"), (at(f"T3/123/{OWN}.total", value=2, sum=1),)),
    Case(
        "E10.T3.124",
        figures("T3.132=1", "T3.133=1"),
        (at(f"T3/124/{OWN}.total", value=0, sum=1),),
        near=figures("T3.123=2", "T3.124=1", "T3.132=1", "T3.133=1"),
    ),
    Case(
        "E10.T3.125",
        figures("T3.126=1"),
        (at(f"T3/125/{OWN}.total", value=0, sum=1),),
        near=figures(
            "T3.124=1/1/0/0",
            "T3.125=1/1/0/0",
            "T3.126=1/1/0/0",
            "T3.139=0/0/0/0",
            "T3.140=0/0/0/0",
            "T3.142=0/0/0/0",
        ),
    ),
    Case(
        "E10.T3.132",
        figures("T3.133=1"),
        (at(f"T3/132/{OWN}.total", value=0, sum=1),),
        near=figures("T3.123=2", "T3.124=1", "T3.132=1", "T3.138=1"),
    ),
    Case(
        "E10.T3.139",
        figures("T3.147=1", "T3.148=1", "T3.150=1"),
        (at(f"T3/139/{OWN}.total", value=1, sum=2),),
        near=figures("T3.123=2", "T3.139=2", "T3.147=1", "T3.148=1", "T3.150=1"),
    ),
    Case(
        "E10.T3.140",
        figures("T3.141=1"),
        (at(f"T3/140/{OWN}.total", value=1, sum=2),),
        near=figures("T3.142=0/0/0/0", "T3.146=1/1/0/0"),
    ),
    Case(
        "E10.T3.147",
        figures("T3.148=1"),
        (at(f"T3/147/{OWN}.total", value=0, sum=1),),
        near=figures("T3.123=2", "T3.139=2", "T3.147=1", "T3.149=1", "T3.155=1"),
    ),
    Case(
        "E10.T3.147b",
        figures("T3.150=1"),
        (at(f"T3/147/{OWN}.total", value=0, sum=1),),
        near=figures("T3.123=2", "T3.139=2", "T3.147=1", "T3.149=1", "T3.151=1"),
    ),
    Case(
        "E10.T3.156",
        figures("T3.156=1"),
        (at(f"T3/156/{OWN}.total", value=1, sum=0),),
        near=figures("T3.156=1", "T3.162=1", "T3.165=1"),
    ),
    Case("E10.T3.167", figures("T3.167=3"), (at(f"T3/167/{OWN}.total", value=3, sum=2),)),
    Case(
        "E10.T3.168",
        figures("T3.169=1"),
        (at(f"T3/168/{OWN}.total", value=1, sum=2),),
        near=figures("T3.170=0/0/0/0", "T3.169=1/1/1/1"),
    ),
    Case(
        "E10.T3.181",
        figures("T3.182=2"),
        (at(f"T3/181/{OWN}.total", value=1, sum=2),),
        near=figures("T3.182=0/0/0/0", "T3.186=1/1/0/0"),
    ),
    Case(
        "E10.T5.016b",
        cells("T5", 20, settled=None),
        (at("T5/016/settled", value=100, sum=0),),
        near=then(cells("T5", 20, settled=40), cells("T5", 23, settled=60)),
        base=public,
    ),
    Case(
        "E10.T5.056b",
        cells("T5", 57, planned=Decimal("1.5")),
        (at("T5/056/planned", value="1,5", sum=0),),
        near=then(
            cells("T5", 57, planned=Decimal("1.5")),
            cells("T5", 60, planned=1),
            cells("T5", 63, planned=Decimal("0.5")),
        ),
        base=public,
    ),
    Case(
        "E10.T5.064b",
        cells("T5", 68, estimated=7),
        (at("T5/064/estimated", value=0, sum=7),),
        near=then(cells("T5", 68, estimated=7), cells("T5", 67, estimated=7)),
        base=public,
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_row_that_is_not_the_sum_of_its_parts_is_an_error_at_that_row(case: Case) -> None:
    case.trips()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_parts_that_add_up_in_another_way_are_no_error(case: Case) -> None:
    case.nearly()


COMPUTED = {
    # the totals of table 5 are always worked out, so only figures made by hand can break them
    "E10.T5.015": ("T5.015.settled=101", at("T5/015/settled", value=101, sum=100)),
    "E10.T5.016": ("T5.016.settled=101", at("T5/016/settled", value=101, sum=100)),
    "E10.T5.056": ("T5.056.planned=2", at("T5/056/planned", value=2, sum=0)),
    "E10.T5.064": ("T5.064.estimated=3", at("T5/064/estimated", value=3, sum=0)),
}


@pytest.mark.parametrize("rule", COMPUTED)
def test_a_computed_total_that_was_changed_outside_the_app_is_an_error(rule: str) -> None:
    change, expected = COMPUTED[rule]
    content = public()
    issues = check_sum(patched(FiguresOf()(content), change), content.part("cells"))
    own = [issue for issue in issues if issue.rule == rule]
    assert [place_of(issue) for issue in own] == [expected.place]
    assert own[0].sentence == expected_message(rule_facts()[rule], content, expected)
    assert {issue.rule for issue in issues} <= {rule, f"{rule}b", "E10.T5.015"}


@pytest.mark.parametrize("rule", COMPUTED)
def test_computed_totals_are_right_by_themselves(rule: str) -> None:
    content = public()
    assert check_sum(FiguresOf()(content), content.part("cells")) == []

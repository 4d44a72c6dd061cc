"""Rules that are only for some facilities: both ways, and what their limits depend on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms.dossier.content import Content
from tests.builders import (
    Change,
    cells,
    example,
    facility,
    figures,
    people_founded,
    public,
    retaken,
    school,
    then,
    without,
)
from tests.forms.report.checking.test_rules_across_tables import (
    KINDERGARTEN,
    NURSERY,
    children,
    no_rows,
    teachers,
)
from tests.forms.rule_cases import issues_of, rules_of


@pytest.mark.parametrize(
    ("base", "change", "rule"),
    [
        (public, children(69, 2), "W02"),
        (school, children(69, 2), "W02"),
        (example, children(6, 2), "W03"),
        (example, figures("T3.168=4", "T3.170=4", "T3.175=4", "T3.167=5"), "W17.168"),
        (example, figures("T3.181=4", "T3.182=4", "T3.188=4", "T3.167=5"), "W17.181"),
        (example, children(40, 2), "W18.168"),
        (example, children(3, 40), "W18.181"),
        (example, then(), "W24"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_rule_for_some_facilities_leaves_the_others_alone(
    base: Callable[[], Content], change: Change, rule: str
) -> None:
    assert rule not in rules_of(issues_of(change(base())))


@pytest.mark.parametrize("base", [public, people_founded])
def test_budget_figures_are_told_of_to_private_and_people_founded_groups(base: Callable[[], Content]) -> None:
    filled = then(cells("T5", 18, planned=5), cells("T5", 21, planned=5))
    assert ("W22" in rules_of(issues_of(filled(base())))) is (base is people_founded)


def test_without_a_full_day_class_a_teacher_may_have_more_children() -> None:
    half_day = then(children(3, 34), figures("T1.71=0", *no_rows("T2.93")))
    assert rules_of(issues_of(children(3, 34)(public()))) == ["W18.181"]
    assert issues_of(half_day(public())) == []


def test_one_half_day_class_lowers_the_number_of_teachers_that_fit() -> None:
    half_day = then(teachers(181, 182, 188, 3), figures("T1.71=0", *no_rows("T2.93")))
    (issue,) = issues_of(half_day(public()))
    assert issue.rule == "W17.181"
    assert "3 giáo viên, vượt định mức 2 " in issue.message


def test_the_room_area_is_compared_only_when_it_and_the_children_are_known() -> None:
    assert issues_of(facility(room_area_m2=None)(example())) == []
    nobody = then(facility(room_area_m2=1), without(*NURSERY, *KINDERGARTEN), retaken)
    assert "W25" not in rules_of(issues_of(nobody(example())))

"""The rules on cells and on the columns of one row: E01-E08, W22-W24."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms.report.checking.checker import check_sum
from forms.report.figures import FiguresOf
from tests.builders import (
    Change,
    cells,
    example,
    figures,
    patched,
    public,
    rule_facts,
    same,
    then,
    typed,
    unread,
)
from tests.forms.rule_cases import Case, at, expected_message, issues_of, place_of, rules_of

MINORITY, MINORITY_GIRLS = "Dân tộc thiểu số: Tổng số", "Dân tộc thiểu số: Nữ"

CASES = (
    Case(
        "E01",
        cells("T4", 198, temporary=unread("hai")),
        (at("T4/198/TU_THUC.temporary", value="hai"),),
        near=cells("T4", 198, temporary=0),
    ),
    Case(
        "E02",
        cells("T5", 17, settled=Decimal("1.2345")),
        (at("T5/017/settled", value="1,2345"),),
        near=cells("T5", 17, settled=Decimal("0.000")),
    ),
    Case(
        # Tổng số of a facility's own report is its own block: a foreign figure breaks E03 as well
        "E04",
        typed("T4", 195, {"DAN_LAP.permanent": 2}),
        (
            at("T4/195/DAN_LAP.total", value=2),
            at("T4/195/DAN_LAP.permanent", value=2),
        ),
        near=typed("T4", 195, {"DAN_LAP.permanent": 0}),
        also=("E03",),
    ),
    Case(
        "E05",
        figures("T2.89=1/1/0/1"),
        (
            at(
                "T2/089/TU_THUC.minority_female",
                part_column=f"Tư thục, {MINORITY_GIRLS}",
                value=1,
                whole_column=f"Tư thục, {MINORITY}",
                limit=0,
            ),
        ),
        near=figures("T2.89=1/1/1/1"),
    ),
    Case(
        "E06",
        figures("T2.89=1/1/1/0"),
        (at("T2/089/TU_THUC.total", value=2, limit=1),),
        near=figures("T2.89=2/1/1/0"),
    ),
    Case(
        "E07",
        figures("T3.156=1", "T3.156.contract_labour=1", "T3.157=1", "T3.157.contract_labour=1", "T3.158=1"),
        (at("T3/158/CONG_LAP.total", value=1, sum=0),),
        near=figures(
            "T3.156=1",
            "T3.156.contract_labour=1",
            "T3.157=1",
            "T3.157.contract_labour=1",
            "T3.158=1",
            "T3.158.contract_labour=1",
        ),
        base=public,
    ),
    Case(
        "W22",
        then(cells("T5", 17, settled=5, planned=6), cells("T5", 20, settled=5, planned=6)),
        (at("T5/017/settled", value=5), at("T5/020/settled", value=5)),
        near=then(cells("T5", 17, settled=0), cells("T5", 20, settled=0)),
    ),
    Case(
        "W24",
        then(cells("T5", 17, settled=None), cells("T5", 20, settled=None)),
        (at("T5/016/settled"),),
        near=then(cells("T5", 17, settled=Decimal("0.001")), cells("T5", 20, settled=Decimal("0.001"))),
        base=public,
    ),
    Case(
        "W23",
        figures("T2.120=1/0/0/0"),
        (
            at(
                "T2/120/TU_THUC.total",
                part_column="Tư thục, Tổng số",
                value=1,
                whole_column=f"Tư thục, {MINORITY}",
                limit=0,
            ),
        ),
        near=figures("T2.120=1/1/1/1"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_it_is_reported_at_its_cell_in_the_official_words(case: Case) -> None:
    case.trips()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_near_miss_is_not_reported(case: Case) -> None:
    case.nearly()


def test_e03_alone_is_a_total_that_is_not_the_sum_of_the_three_ownerships() -> None:
    content = example()
    figures_by_hand = patched(FiguresOf()(content), "T1.054.TONG=2")
    (issue,) = check_sum(figures_by_hand, content.part("cells"))
    expected = at("T1/054/TONG", value=2, sum=1)
    assert (issue.rule, place_of(issue)) == ("E03", expected.place)
    assert issue.sentence == expected_message(rule_facts()["E03"], content, expected)
    assert check_sum(FiguresOf()(content), content.part("cells")) == []


def test_e08_alone_is_a_total_of_rooms_that_is_not_the_sum_of_their_kinds() -> None:
    content = example()
    by_hand = patched(FiguresOf()(content), "T4.204.TU_THUC.total=1", "T4.204.TONG.total=1")
    issues = check_sum(by_hand, content.part("cells"))
    assert [(issue.rule, place_of(issue)) for issue in issues] == [
        ("E08", "T4/204/TONG.total"),
        ("E08", "T4/204/TU_THUC.total"),
    ]
    expected = at("T4/204/TU_THUC.total", value=1, sum=0)
    assert issues[1].sentence == expected_message(rule_facts()["E08"], content, expected)
    mended = patched(by_hand, "T4.204.TU_THUC.temporary=1", "T4.204.TONG.temporary=1")
    assert check_sum(mended, content.part("cells")) == []


def test_e03_comes_with_e04_when_a_report_holds_rooms_of_another_ownership() -> None:
    content = typed("T4", 195, {"DAN_LAP.permanent": 2})(example())
    issues = issues_of(content)
    expected = at("T4/195/TONG.total", value=0, sum=2)
    assert place_of(issues[0]) == expected.place
    assert issues[0].sentence == expected_message(rule_facts()["E03"], content, expected)
    assert rules_of(issues) == ["E03", "E03", "E04", "E04"]


@pytest.mark.parametrize(
    ("change", "places"),
    [
        (figures("T2.120=0/1/0/0"), ["E06 T2/120/TU_THUC.total", "E05 T2/120/TU_THUC.female"]),
        (figures("T2.120=0/0/1/0"), ["E06 T2/120/TU_THUC.total", "E05 T2/120/TU_THUC.minority"]),
        (
            figures("T2.89=2/0/1/1"),
            ["E05 T2/089/TU_THUC.minority_female"],
        ),
    ],
    ids=["female over total", "minority over total", "minority girls over girls"],
)
def test_each_pair_of_columns_is_compared(change: Change, places: list[str]) -> None:
    found = [f"{issue.rule} {place_of(issue)}" for issue in issues_of(change(example()))]
    assert [place for place in found if not place.startswith("W23")] == places


def test_the_girls_of_row_120_are_compared_too() -> None:
    issues = issues_of(figures("T2.120=2/1/2/0")(example()))
    assert [(i.rule, place_of(i)) for i in issues if i.rule == "W23"] == [("W23", "T2/120/TU_THUC.female")]


def test_the_contract_columns_are_compared_in_the_public_block_only() -> None:
    assert issues_of(same(example())) == []
    broken = figures("T3.158.contract_labour=1", "T3.157.contract_labour=1", "T3.156.contract_labour=1")
    found = issues_of(broken(public()))
    assert {issue.rule for issue in found} == {"E07"}
    assert [place_of(issue) for issue in found] == [f"T3/{row}/CONG_LAP.total" for row in (156, 157, 158)]


@pytest.mark.parametrize(
    "value",
    [unread("12a"), -1, Decimal("1.5"), 10**15, unread("٣"), unread("0" * 40)],
    ids=["letters", "negative", "half a room", "sixteen digits", "arabic digits", "forty digits"],
)
def test_what_is_no_whole_number_is_kept_reported_and_counts_as_empty(value: object) -> None:
    content = cells("T4", 198, permanent=value)(example())
    assert rules_of(issues_of(content)) == ["E01"]
    figures_found = FiguresOf()(content).tables["T4"]["198"]
    assert set(figures_found) == {None}


@pytest.mark.parametrize("value", [Decimal("12.5"), Decimal("0.125"), 0, 10**15 - 1, Decimal("2.000")])
def test_an_amount_may_have_three_decimals(value: object) -> None:
    content = then(cells("T5", 17, planned=value), cells("T5", 20, planned=value))(public())
    assert issues_of(content) == []


def test_an_override_that_does_not_parse_is_reported_once_and_counts_as_empty() -> None:
    content = cells("T2", 120, total=unread("nhiều"))(example())
    (issue,) = issues_of(content)
    assert (issue.rule, place_of(issue)) == ("E01", "T2/120/TU_THUC.total")

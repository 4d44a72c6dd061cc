"""The rules that compare rows of one table in each column: E11, E12, E20, W06-W10, W12, W19, W20."""

from __future__ import annotations

import pytest

from tests.builders import cells, example, figures, record, retaken, then, without
from tests.forms.rule_cases import At, Case, at, issues_of, place_of

OWN = "TU_THUC"


def part(table: str, row: int, value: int, limit: int, *extra: str, also: tuple[str, ...] = ()) -> Case:
    """A row that is part of another: *value* in total is too much, *limit* is not."""
    column = OWN if table == "T1" else f"{OWN}.total"
    return Case(
        f"E20.{table}.{row:03}",
        figures(f"{table}.{row}={value}", *extra),
        (at(f"{table}/{row:03}/{column}", value=value, limit=limit),),
        near=figures("T2.111=0", f"{table}.{row}={limit}"),
        also=also,
    )


def both(place: str, value: int, limit: int) -> tuple[At, At]:
    """The issues of a comparison of rooms, which shows in the kind of rooms and in their total."""
    return (
        at(f"T4/{place}/{OWN}.total", value=value, limit=limit),
        at(f"T4/{place}/{OWN}.permanent", value=value, limit=limit),
    )


CASES = (
    Case("E11.96", figures("T2.96=4", "T2.99=4"), (at(f"T2/096/{OWN}.total", value=4, limit=3),)),
    Case("E11.101", figures("T2.101=3", "T2.104=2"), (at(f"T2/101/{OWN}.total", value=3, limit=2),)),
    Case(
        "E12.168",
        figures("T3.176=1"),
        (at(f"T3/168/{OWN}.total", value=2, limit=1),),
        near=figures("T3.175=0/0/0/0", "T3.180=1/1/1/1"),
    ),
    Case(
        "E12.181",
        figures("T3.193=1"),
        (at(f"T3/181/{OWN}.total", value=2, limit=1),),
        near=figures("T3.188=0/0/0/0", "T3.193=1/1/0/0"),
    ),
    Case(
        "W12.168",
        then(
            record("staff/s0003", birth_date="1999-10-01", sex="01", ethnicity="01", id_number="024567899"),
            retaken,
        ),
        (at(f"T3/168/{OWN}.total", value=0, limit=1),),
        near=then(record("staff/s0003", birth_date="1999-09-30", id_number="024567899"), retaken),
    ),
    Case(
        "W12.181",
        then(record("staff/s0002", birth_date="1999-10-01", sex="01"), retaken),
        (at(f"T3/181/{OWN}.total", value=0, limit=1),),
        near=then(record("staff/s0002", birth_date="1999-09-30", sex="01"), retaken),
    ),
    part("T1", 57, 2, 1),
    part("T1", 58, 2, 1),
    Case(
        "E20.T1.059_060",
        figures("T1.59=1", "T1.60=1", "T2.89=3"),
        (at(f"T1/059/{OWN}", value=2, limit=1),),
        near=figures("T1.60=1", "T2.89=2"),
    ),
    Case(
        "E20.T1.061_068",
        figures("T1.61=1"),
        (at(f"T1/061/{OWN}", value=2, limit=1),),
        near=figures("T1.65=0", "T1.68=1"),
    ),
    part("T1", 71, 2, 1),
    part("T1", 72, 2, 1),
    Case(
        "E20.T1.073_074",
        figures("T1.73=2", "T2.95=2"),
        (at(f"T1/073/{OWN}", value=2, limit=1),),
        near=figures("T1.73=0", "T1.74=1", "T2.95=2"),
    ),
    Case(
        "E20.T1.075_082",
        figures("T1.75=1"),
        (at(f"T1/075/{OWN}", value=2, limit=1),),
        near=figures("T1.81=0", "T1.82=1"),
    ),
    Case(
        # row 70 is also rows 79 + 80, which are at most row 69 by E20.T1.075_082: W07 always comes along
        "E20.T1.070",
        figures("T1.70=2"),
        (at(f"T1/070/{OWN}", value=2, limit=1),),
        near=figures("T1.70=1", "T1.81=0", "T1.79=1"),
        also=("W07",),
    ),
    part("T2", 87, 4, 3),
    part("T2", 88, 4, 3),
    part("T2", 89, 4, 3),
    part("T2", 107, 4, 3),
    part("T2", 93, 3, 2),
    part("T2", 94, 3, 2),
    part("T2", 95, 3, 2),
    part("T2", 112, 3, 2),
    # too many of one nutrition state are too many of all states together: W08 always comes along
    *(part("T2", row, 4, 3, also=("W08.107",)) for row in (108, 109, 110, 111)),
    *(part("T2", row, 3, 2, also=("W08.112",)) for row in (113, 114, 115, 116)),
    Case(
        "E20.T2.117_118",
        figures("T2.117=2"),
        (at(f"T2/117/{OWN}.total", value=3, limit=2),),
        near=figures("T2.117=1"),
    ),
    part("T2", 119, 3, 2),
    part("T2", 121, 2, 1),
    Case(
        "E20.T2.122",
        figures("T2.122=2"),
        (at(f"T2/122/{OWN}.total", value=2, limit=1),),
        near=figures("T2.122=1"),
    ),
    Case(
        "E20.T3.158_161",
        figures("T3.158=1"),
        (at(f"T3/158/{OWN}.total", value=1, limit=0),),
        near=figures("T3.156=1", "T3.157=1", "T3.161=1"),
    ),
    Case(
        "E20.T3.163_166",
        figures("T3.163=1"),
        (at(f"T3/163/{OWN}.total", value=1, limit=0),),
        near=figures("T3.156=1", "T3.162=1", "T3.166=1"),
    ),
    Case(
        "E20.T4.197_199",
        cells("T4", 197, permanent=1),
        both("197", value=1, limit=0),
        near=then(cells("T4", 197, permanent=1), cells("T4", 196, permanent=1)),
    ),
    Case(
        "E20.T4.201_202",
        cells("T4", 202, permanent=1),
        both("201", value=2, limit=1),
        near=then(cells("T4", 202, permanent=1), cells("T4", 200, permanent=2)),
    ),
    Case(
        "E20.T4.206_209",
        cells("T4", 209, permanent=3),
        both("206", value=3, limit=0),
        near=then(cells("T4", 209, permanent=3), cells("T4", 205, permanent=3)),
    ),
    Case(
        "E20.T4.211_212",
        cells("T4", 212, permanent=1),
        both("211", value=1, limit=0),
        near=then(cells("T4", 212, permanent=1), cells("T4", 210, permanent=1)),
    ),
    Case(
        "W06.56",
        figures("T1.65=0"),
        (at(f"T1/056/{OWN}", value=0, limit=1),),
        near=figures("T1.65=0", "T1.67=1"),
    ),
    Case(
        "W06.69",
        figures("T1.81=0"),
        (at(f"T1/069/{OWN}", value=0, limit=1),),
        near=figures("T1.81=0", "T1.77=1"),
    ),
    Case(
        "W07",
        figures("T1.70=1"),
        (at(f"T1/070/{OWN}", value=1, limit=0),),
        near=figures("T1.70=1", "T1.79=1", "T1.81=0"),
    ),
    Case(
        "W08.107",
        figures("T2.108=3"),
        (at(f"T2/107/{OWN}.total", value=4, limit=3),),
        near=figures("T2.108=2"),
    ),
    Case(
        "W08.112",
        figures("T2.113=2", "T2.116=1"),
        (at(f"T2/112/{OWN}.total", value=3, limit=2),),
        near=figures("T2.113=1", "T2.116=1"),
    ),
    Case(
        "W09.107",
        figures("T2.107=2"),
        (at(f"T2/107/{OWN}.total", value=2, limit=3),),
        near=figures("T2.107=3/0/0/0"),
    ),
    Case(
        "W09.112",
        figures("T2.112=1/1/0/0"),
        (at(f"T2/112/{OWN}.total", value=1, limit=2),),
        near=figures("T2.112=2/0/0/0"),
    ),
    Case("W10.100", figures("T2.99=2/1/1/1", "T2.100=1"), (at("T2/100/TONG.total", value=1),)),
    Case("W10.102", figures("T2.104=0/0/0/0", "T2.102=1/0/1/0"), (at("T2/102/TONG.total", value=1),)),
    Case("W10.106", figures("T2.104=0/0/0/0", "T2.106=1/0/1/0"), (at("T2/106/TONG.total", value=1),)),
    Case("W19.174", figures("T3.170=0/0/0/0", "T3.174=1/1/1/1"), (at("T3/174/TONG.total", value=1),)),
    Case("W19.187", figures("T3.182=0/0/0/0", "T3.187=1/1/0/0"), (at("T3/187/TONG.total", value=1),)),
    Case(
        "W20.157",
        figures("T3.156=1", "T3.157=1"),
        (at(f"T3/157/{OWN}.total", value=0, limit=1),),
        near=figures("T3.156=1", "T3.157=1", "T3.159=1"),
    ),
    Case(
        "W20.162",
        figures("T3.156=1", "T3.162=1"),
        (at(f"T3/162/{OWN}.total", value=0, limit=1),),
        near=figures("T3.156=1", "T3.162=1", "T3.164=1"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_it_is_reported_at_its_row_in_the_official_words(case: Case) -> None:
    case.trips()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_near_miss_is_not_reported(case: Case) -> None:
    case.nearly()


def test_rows_are_compared_in_every_column_and_each_gives_its_own_issue() -> None:
    issues = issues_of(figures("T2.87=4/2/2/2")(example()))
    assert [(issue.rule, place_of(issue)) for issue in issues] == [
        ("E20.T2.087", f"T2/087/{OWN}.{measure}")
        for measure in ("total", "female", "minority", "minority_female")
    ]


def test_a_comparison_of_totals_says_nothing_of_the_other_columns() -> None:
    assert issues_of(figures("T2.107=3/1/1/0")(example())) == []


def test_more_on_the_left_is_no_matter_where_only_less_is_asked() -> None:
    rules = {issue.rule for issue in issues_of(figures("T1.61=1")(example()))}
    assert rules == {"E20.T1.061_068"}


def test_a_class_of_mixed_ages_stands_in_no_size_row_and_is_warned_of_when_it_mixes_four() -> None:
    content = then(record("classes/k0002", mixed_ages="4"), retaken)(example())
    assert {issue.rule for issue in issues_of(content)} == {"W06.69", "W46"}


def test_a_facility_without_staff_is_told_of_teachers_and_head_only() -> None:
    content = then(without("staff/s0001", "staff/s0002", "staff/s0003"), retaken)(example())
    assert {issue.rule for issue in issues_of(content)} == {"W16.168", "W16.181", "W21"}

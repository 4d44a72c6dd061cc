"""The rules that compare tables with each other, with the profile and with the year before: E30-E33, W02-W26."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.builders import (
    Change,
    cells,
    example,
    facility,
    figures,
    public,
    record,
    retaken,
    school,
    then,
    without,
)
from tests.forms.rule_cases import Case, at, issues_of, rules_of

NURSERY = ("children/c0001", "children/c0002", "children/c0003")
KINDERGARTEN = ("children/c0004", "children/c0005", "children/c0006")


def no_rows(*places: str) -> tuple[str, ...]:
    """Rows of people set to nobody."""
    return tuple(f"{place}=0/0/0/0" for place in places)


def children(nursery: int, kindergarten: int, *more: str) -> Change:
    """As many children, all checked, in lowland, 25-36 months or 3 years old."""
    return then(
        facility(room_area_m2=None),
        figures(
            f"T2.83={nursery + kindergarten}",
            *(f"T2.{row}={nursery}" for row in (84, 85, 96, 99, 107)),
            *(f"T2.{row}={kindergarten}" for row in (90, 91, 101, 112)),
            f"T2.103={kindergarten - 2}",
            *more,
        ),
    )


def teachers(row: int, level: int, age: int, number: int) -> Change:
    """So many teachers of one section in a public group."""
    rows = (167, row, level, age)
    return figures(
        *(
            f"T3.{each}{measure}={number + (each == 167)}"
            for each in rows
            for measure in ("", ".contract_labour")
        )
    )


CASES = (
    Case(
        "E23",
        figures("T2.120=3/0/3/0"),
        (at("T2/120/TONG.total", value=3, limit=2),),
        near=figures("T2.120=2/0/2/0"),
    ),
    Case("E30", figures("T1.53=0"), (at("T1/053/TONG", value=0, limit=1),), near=facility(kind="19")),
    Case(
        "E31.84",
        then(
            figures("T1.55=1", "T1.56=0", "T1.57=0", "T1.58=0", "T1.65=0", *no_rows("T2.87", "T2.88")),
            cells("T4", 194, permanent=None),
        ),
        (at("T2/084/TONG.total", value=3),),
        base=school,
    ),
    Case(
        "E31.90",
        then(
            figures("T1.55=1", *(f"T1.{row}=0" for row in (69, 71, 72, 73, 81)), *no_rows("T2.93", "T2.94")),
            cells("T4", 203, semi_permanent=None),
        ),
        (at("T2/090/TONG.total", value=2),),
        base=school,
    ),
    Case(
        "W31.56",
        then(without(*NURSERY), retaken),
        (at("T1/056/TONG", value=1),),
        near=then(without(*NURSERY[:2]), retaken),
    ),
    Case(
        "W31.69",
        then(without(*KINDERGARTEN), retaken),
        (at("T1/069/TONG", value=1),),
        near=then(without(*KINDERGARTEN[1:]), retaken),
    ),
    Case(
        "E32.84",
        then(figures("T1.65=0", "T1.66=1"), children(24, 2)),
        (at("T2/084/TONG.total", value=24, limit=25),),
        near=then(figures("T1.65=0", "T1.66=1"), children(25, 2)),
    ),
    Case(
        "E32.90",
        then(figures("T1.81=0", "T1.76=1"), children(3, 24)),
        (at("T2/090/TONG.total", value=24, limit=25),),
        near=then(figures("T1.81=0", "T1.76=1"), children(3, 25)),
    ),
    Case(
        "E33.89",
        figures("T1.60=1", "T2.89=1"),
        (at("T2/089/TONG.total", value=1, limit=2),),
        near=figures("T1.60=1", "T2.89=2"),
    ),
    Case(
        "E33.95",
        figures("T2.95=0/0/0/0"),
        (at("T2/095/TONG.total", value=0, limit=1),),
        near=figures("T1.73=0", "T1.74=1", "T2.95=2"),
    ),
    Case(
        "W36",
        then(facility(kind="04"), figures("T1.53=0", "T1.51=1")),
        (at("facility kind", row=69, value=1, counted="lớp mẫu giáo"),),
        near=then(
            facility(kind="04"),
            without("classes/k0002", *KINDERGARTEN),
            cells("T4", 203, semi_permanent=None),
            retaken,
        ),
    ),
    Case(
        "W02",
        children(69, 2),
        (at("T2/083/TONG.total", value=71, limit=70, document="Thông tư 13/2018/TT-BGDĐT"),),
        near=children(68, 2),
    ),
    Case(
        "W03",
        then(facility(ward_registered=True), children(6, 2)),
        (at("T2/083/TONG.total", value=8, limit=7, document="Nghị định 135/2018/NĐ-CP"),),
        near=then(facility(ward_registered=True), children(5, 2)),
    ),
    Case("W11.87", figures("T1.57=0"), (at("T2/087/TONG.total", value=3),)),
    Case("W11.88", figures("T1.58=0"), (at("T2/088/TONG.total", value=3),)),
    Case("W11.93", figures("T1.71=0"), (at("T2/093/TONG.total", value=2),)),
    Case("W11.94", figures("T1.72=0"), (at("T2/094/TONG.total", value=2),)),
    Case(
        "W13.56",
        cells("T4", 194, permanent=None),
        (at("T4/194/TONG.total", value=0, limit=1),),
        near=then(cells("T4", 194, permanent=None), cells("T4", 195, temporary=1)),
    ),
    Case(
        "W13.69",
        cells("T4", 203, semi_permanent=None),
        (at("T4/203/TONG.total", value=0, limit=1),),
        near=then(cells("T4", 203, semi_permanent=None), cells("T4", 204, temporary=1)),
    ),
    Case(
        "W15.56",
        then(without("classes/k0001", *NURSERY), retaken),
        (at("T4/194/TONG.total", value=1),),
        base=school,
    ),
    Case(
        "W15.69",
        then(without("classes/k0002", *KINDERGARTEN), retaken),
        (at("T4/203/TONG.total", value=1),),
        base=school,
    ),
    Case(
        "W14",
        cells("T4", 201, permanent=None),
        (at("T4/201/TONG.total", value=2),),
        near=then(
            cells("T4", 201, permanent=None),
            cells("T4", 210, permanent=1),
            cells("T4", 211, permanent=1),
        ),
    ),
    Case("W16.168", then(without("staff/s0003"), retaken), (at("T3/168/TONG.total", value=0, limit=1),)),
    Case("W16.181", then(without("staff/s0002"), retaken), (at("T3/181/TONG.total", value=0, limit=1),)),
    Case(
        "W17.168",
        teachers(168, 170, 175, 4),
        (at("T3/168/TONG.total", value=4, limit=3),),
        near=teachers(168, 170, 175, 3),
        base=public,
    ),
    Case(
        "W17.181",
        teachers(181, 182, 188, 4),
        (at("T3/181/TONG.total", value=4, limit=3),),
        near=teachers(181, 182, 188, 3),
        base=public,
    ),
    Case(
        "W18.168",
        children(20, 2),
        (at("T3/168/TONG.total", value=1, limit=2),),
        near=children(19, 2),
        base=public,
    ),
    Case(
        "W18.181",
        children(3, 24),  # 22/11 + 1/14 + 1/16 = 2.13
        (at("T3/181/TONG.total", value=1, limit=2),),
        near=children(3, 22),  # 20/11 + 1/14 + 1/16 = 1.95
        base=public,
    ),
    Case(
        "W21",
        then(record("staff/s0001", role="02"), retaken),
        (at("T3/125/TONG.total", value=0),),
    ),
    Case(
        "W25",
        facility(room_area_m2=7),
        (at("facility room_area_m2", value="1,4", limit="1,5"),),
        near=facility(room_area_m2=Decimal("7.5")),
    ),
    Case(
        "W26",
        then(),
        (at("T2/083/TONG.total", previous=8, value=5),),
        near=children(4, 2),
        settings={"previous": {"T2": {"083": {"TONG.total": 8}}, "T1": {"055": {"TONG": 4}}}},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_it_is_reported_at_its_place_in_the_official_words(case: Case) -> None:
    case.trips()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_near_miss_is_not_reported(case: Case) -> None:
    case.nearly()


@pytest.mark.parametrize(
    ("previous", "told"),
    [(7, False), (8, True), (5, False), (3, False), (None, False)],
    ids=["28 % less", "37 % less", "the same", "below the base", "not known"],
)
def test_a_change_of_more_than_thirty_percent_is_told_from_five_on(previous: int | None, told: bool) -> None:
    known = {"T2": {"083": {"TONG.total": previous}}} if previous else {}
    assert rules_of(issues_of(example(), previous=known)) == (["W26"] if told else [])


def test_an_increase_is_told_too() -> None:
    content = then(children(6, 2))(example())
    assert rules_of(issues_of(content, previous={"T2": {"083": {"TONG.total": 6}}})) == ["W26"]


@pytest.mark.parametrize(
    "row", ["T1.055.TONG", "T3.123.TONG.total", "T3.156.TONG.total", "T3.167.TONG.total"]
)
def test_the_other_totals_are_compared_with_the_year_before_too(row: str) -> None:
    table, key, column = row.split(".", 2)
    (issue,) = issues_of(example(), previous={table: {key: {column: 9}}})
    assert (issue.rule, issue.place.table, issue.place.row, issue.place.column) == ("W26", table, key, column)


@pytest.mark.parametrize(
    ("kind", "row", "value"),
    [("05", 56, 1), ("03", 69, 1), ("02", 56, 1)],
    ids=["lớp mẫu giáo with a nhóm trẻ", "nhà trẻ with a class", "trường mẫu giáo with a nhóm trẻ"],
)
def test_a_kind_that_does_not_fit_the_classes_is_told_at_the_profile(kind: str, row: int, value: int) -> None:
    content = retaken(facility(kind=kind)(example()))
    (issue,) = [issue for issue in issues_of(content) if issue.rule == "W36"]
    assert (issue.place.record, issue.place.field) == ("facility", "kind")
    assert f"biểu 1, mã {row} đang có {value} {'nhóm trẻ' if row == 56 else 'lớp mẫu giáo'}" in issue.message


def test_a_group_for_both_needs_both_kinds_of_classes() -> None:
    content = then(without("classes/k0002", *KINDERGARTEN), retaken)(example())
    assert "W36" in rules_of(issues_of(content))


def test_every_row_of_the_kind_is_compared_and_an_unknown_kind_is_shown_as_its_code() -> None:
    issues = issues_of(facility(kind="77")(example()))
    (issue,) = [issue for issue in issues if issue.rule == "E30"]
    assert issue.place.row == "053"
    assert "cơ sở là «77» nên" in issue.message
    swapped = [issue.place.row for issue in issues_of(facility(kind="01")(example())) if issue.rule == "E30"]
    assert swapped == ["001", "053"]

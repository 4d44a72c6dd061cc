"""Norms follow the school year of the dossier: W01, W02, W03 of two years side by side, and years without a norm."""

from __future__ import annotations

from datetime import date

import pytest

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.report.checking.checker import Checker
from forms.sets import form_of
from tests.builders import Change, copy_of, example_package, facility, imported, record, then
from tests.forms.report.checking.test_rules_across_tables import children

RABBITS = "classes/k0001"
AN = "children/c0001"
NORMS = ("W01", "W02", "W03")
CHARTER, CIRCULAR = "Điều lệ 04/VBHN-BGDĐT", "Thông tư 49/2021/TT-BGDĐT"


def of_year(start: int) -> Content:
    """The worked example as a dossier of another school year."""
    package = example_package()
    package["facility"]["school_year"] = start
    return imported(package | {"school_year": str(SchoolYear(start))})


def sentences(start: int, change: Change) -> list[str]:
    """What the rules on norms say after *change* in a dossier of that year."""
    checker = Checker(asks_readiness=False)
    issues = checker(change(of_year(start)), date(start, 9, 19))
    return [issue.sentence for issue in issues if issue.rule in NORMS]


def babies(size: int) -> Change:
    """NT1 for 3 to 12 months, with so many counted children."""
    more = (copy_of(AN, f"c{number:04}", name=f"Bé Thứ {number}") for number in range(101, 98 + size))
    return then(record(RABBITS, age_group="01"), *more)


def test_thirteen_babies_are_too_many_since_2022() -> None:
    assert sentences(2019, babies(13)) == []
    (said,) = sentences(2022, babies(13))
    assert "13 trẻ, vượt mức tối đa 12 trẻ của nhóm tuổi «3-12 Tháng»" in said
    assert f" theo {CIRCULAR} → " in said


def test_sixteen_babies_are_too_many_in_both_years_each_by_its_document() -> None:
    (before,), (after,) = sentences(2019, babies(16)), sentences(2022, babies(16))
    assert "vượt mức tối đa 15 trẻ" in before and CHARTER in before
    assert "vượt mức tối đa 12 trẻ" in after and CIRCULAR in after


@pytest.mark.parametrize(
    ("start", "limit"), [(2015, None), (2017, "50"), (2018, "70"), (2019, "70"), (2021, "70"), (2022, None)]
)
def test_how_many_a_facility_may_have(start: int, limit: str | None) -> None:
    said = sentences(start, children(69, 2))
    assert [f"71 trẻ, vượt mức {limit} trẻ" in one for one in said] == ([True] if limit else [])


@pytest.mark.parametrize(
    ("start", "document"),
    [(2017, None), (2018, None), (2019, "Nghị định 135/2018/NĐ-CP"), (2021, "Nghị định 135/2018/NĐ-CP"), (2022, CIRCULAR)],
)  # fmt: skip
def test_a_group_registered_with_the_ward(start: int, document: str | None) -> None:
    said = sentences(start, then(facility(ward_registered=True), children(6, 2)))
    assert ["8 trẻ, vượt mức 7 trẻ" in one and str(document) in one for one in said] == [True] * bool(
        document
    )


def test_a_checker_that_goes_from_year_to_year_remembers_no_norm() -> None:
    checker = Checker(asks_readiness=False)
    said = []
    for start in (2019, 2022, 2019):
        issues = checker(babies(13)(of_year(start)), date(2023, 9, 19))
        said.append([issue.rule for issue in issues if issue.rule in NORMS])
    assert said == [[], ["W01"], []]


def test_the_day_of_the_figures_decides() -> None:
    form = form_of(2022)
    limits = [form.limit("class_size", day, "01") for day in (date(2022, 2, 14), date(2022, 2, 15))]
    assert limits == [(15, CHARTER), (12, CIRCULAR)]

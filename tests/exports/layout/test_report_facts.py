"""Office and place on the print: those of the letter, as corrected; without a letter those of the profile."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from exports.layout.document_words import NOWHERE
from exports.layout.report_facts import ReportFacts, facts_of
from forms.dossier.content import Content, Edit, apply
from forms.report.checking.checker import Checker
from forms.report.report import Report
from tests.builders import example

TODAY = date(2019, 9, 9)


def facts(**fields: Any) -> ReportFacts:
    content = apply(example(), [Edit(("campaign", key), None, value) for key, value in fields.items()])
    return of(content)


def of(content: Content) -> ReportFacts:
    checker = Checker()
    return facts_of(Report(content, checker.figures_of(content), checker(content, TODAY), TODAY))


def test_the_letter_names_office_and_place() -> None:
    assert facts().office == "Phòng Giáo dục và Đào tạo Quận 12"
    assert facts().date_line == "Quận 12, ngày 09 tháng 9 năm 2019"


def test_a_correction_of_the_letter_is_printed() -> None:
    found = facts(office="Phòng Giáo dục và Đào tạo Huyện Mẫu", place="Huyện Mẫu")
    assert found.office == "Phòng Giáo dục và Đào tạo Huyện Mẫu"
    assert found.date_line == "Huyện Mẫu, ngày 09 tháng 9 năm 2019"


@pytest.mark.parametrize(
    ("campaign", "office", "place"),
    [
        (None, NOWHERE, "Quận 12"),
        ({"last_day": "2020-09-25"}, NOWHERE, "Quận 12"),
        ({"place": "Quận Mẫu"}, NOWHERE, "Quận Mẫu"),
    ],
)
def test_without_a_letter_the_place_is_the_district_of_the_profile(
    campaign: dict[str, str] | None, office: str, place: str
) -> None:
    tree = {**example().tree, "school_year": "2020-2021"}
    found = of(Content({**tree, "campaign": campaign} if campaign else tree))
    assert (found.office, found.place) == (office, place)

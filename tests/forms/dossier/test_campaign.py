"""What the letter says, corrected by the owner; it is kept beside the report and is no part of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from forms.dossier.campaign import Campaign, campaign_of, subject_of
from forms.dossier.content import Content, Edit, apply, difference, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.record import FieldRole, FieldType
from forms.model.text import parse_iso
from forms.model.values import Typed
from forms.package.writer import write
from forms.report.checking.checker import Checker, check_alone
from forms.report.figures import FiguresOf
from forms.report.report import check_code
from forms.report.roll_forward import roll
from forms.sets import form_of
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.records import CAMPAIGN
from forms.store.store import Store
from tests.builders import example, example_package, imported

NO_LETTER = SchoolYear(2020)
TODAY = date(2019, 9, 19)


def corrected(content: Content, **fields: Any) -> Content:
    return apply(content, [Edit(("campaign", key), None, value) for key, value in fields.items()])


def test_the_letter_of_2019_says_something_in_every_field() -> None:
    letter = Campaign(form_of(2019).letters[2019], form_of(2019).letter)
    assert sorted(letter.record) == sorted(field.key for field in CAMPAIGN.fields)
    for field in CAMPAIGN.fields:
        assert field.role is not None and letter.text(field.role)
        if field.type is FieldType.DATE:
            assert letter.day(field.role) is not None
    assert check_alone(subject_of(empty_content(SchoolYear(2019))), TODAY) == []


def test_a_year_has_its_letter_or_none() -> None:
    assert campaign_of(empty_content(SchoolYear(2019))) == Campaign(
        form_of(2019).letters[2019], form_of(2019).letter
    )
    assert campaign_of(empty_content(NO_LETTER)) is None


def test_what_is_entered_stands_before_what_the_letter_says() -> None:
    found = campaign_of(corrected(example(), last_day="2019-09-30", contact_phone="02800000001"))
    assert found is not None
    assert (found.day(FieldRole.LAST_DAY), found.text(FieldRole.CONTACT_PHONE)) == (
        date(2019, 9, 30),
        "02800000001",
    )
    assert found.day(FieldRole.RESEND) == date(2019, 10, 5)


def test_a_year_without_a_letter_has_what_is_entered() -> None:
    found = campaign_of(corrected(empty_content(NO_LETTER), last_day="2020-09-25"))
    assert found is not None
    assert (found.day(FieldRole.LAST_DAY), found.day(FieldRole.TRAINING), found.text(FieldRole.OFFICE)) == (
        date(2020, 9, 25),
        None,
        "",
    )


@pytest.mark.parametrize("value", [Typed("31/9"), "31/9", 12, True])
def test_a_day_that_does_not_parse_is_shown_and_is_no_correction(value: Any) -> None:
    content = corrected(example(), last_day=value)
    found = campaign_of(content)
    assert found is not None
    assert found.day(FieldRole.LAST_DAY) == date(2019, 9, 24)
    subject = subject_of(content)
    assert subject.record["last_day"] == value
    (issue,) = check_alone(subject, TODAY)
    assert (issue.rule, issue.place.record, issue.place.field) == ("E52", "campaign", "last_day")
    assert campaign_of(corrected(empty_content(NO_LETTER), last_day=value)) is None


def test_a_field_of_a_later_program_does_no_harm() -> None:
    content = corrected(example(), fax="1", last_day="2019-09-30")
    found = campaign_of(content)
    assert found is not None
    assert "fax" not in {*found.record, *subject_of(content).record}


def test_the_letter_is_a_form_and_no_record_of_the_report() -> None:
    assert CAMPAIGN not in FORM.records
    assert CAMPAIGN.place not in FORM.record_by_place
    assert FORM.entry_by_place[CAMPAIGN.place] is CAMPAIGN


def test_corrections_change_neither_issues_nor_figures_nor_the_package() -> None:
    before, after = example(), corrected(example(), last_day=Typed("x"), office="Phòng Mẫu")
    figures = FiguresOf()
    assert Checker()(after, TODAY) == Checker()(before, TODAY)
    assert check_code(after, figures(after)) == check_code(before, figures(before))
    assert write(after) == write(before)
    assert "campaign" not in json.loads(write(after))


def test_corrections_stay_when_a_package_comes_in() -> None:
    before = corrected(example(), last_day="2019-09-30")
    assert imported(example_package(), before).tree.get("campaign", {}) == {"last_day": "2019-09-30"}


def test_corrections_are_not_taken_along_to_the_next_year() -> None:
    rolled = roll(corrected(example(), last_day="2019-09-30")).content
    assert rolled.tree.get("campaign", {}) == {}
    assert campaign_of(rolled) is None


def test_corrections_come_back_from_disk_and_can_be_made_after_sending(store: Store) -> None:
    year = SchoolYear(2019)
    with store.open(year, write=True) as session:
        session.dossier.commit(difference(session.dossier.content, example()))
        session.dossier.set(("campaign", "last_day"), Typed("31/9"))
        session.dossier.set(("state",), "sent")
        session.dossier.set(("campaign", "contact_name"), "Người Mẫu 1")
    with store.open(year, write=False) as session:
        assert session.dossier.content.tree.get("campaign", {}) == {
            "last_day": Typed("31/9"),
            "contact_name": "Người Mẫu 1",
        }


def test_every_field_has_words_and_a_day_is_written_as_records_write_it() -> None:
    for field in CAMPAIGN.fields:
        assert field.label and field.group
        assert field.help.endswith(".")
        assert not field.required.always
        if field.type is FieldType.DATE:
            assert parse_iso(str(form_of(2019).letters[2019][field.key]))

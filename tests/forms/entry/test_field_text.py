"""Reading what was typed into a field: codes, names, parts of names; what does not parse stays as typed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from forms.dossier.content import Content, empty_content
from forms.dossier.roster import Subject
from forms.entry.field_text import options, read_field
from forms.entry.record_edits import beginning
from forms.model.record import RecordType
from forms.model.values import Typed
from forms.package.adopt import adopt
from forms.package.training import training_package, training_year
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.records import CHILD, CLASS, STAFF

TODAY = date(2019, 9, 19)


@pytest.fixture(scope="module")
def content() -> Content:
    return adopt(training_package(), empty_content(training_year()), "2019-09-19T08:00:00+07:00")


def read(content: Content, record: RecordType, key: str, text: str, **values: Any) -> Any:
    blank = beginning(content, record)
    subject = content.roster.stranger(record, blank.place, 1, {**blank.record, **values})
    return read_field(record.field_by_key[key], subject, content.roster, text, TODAY)


@pytest.mark.parametrize(
    ("record", "key", "text", "kept"),
    [
        ("child", "sex", "nữ", "02"),
        ("child", "sex", "NU", "02"),
        ("child", "sex", "2", "02"),
        ("child", "sex", "02", "02"),
        ("child", "sex", "n", Typed("n")),
        ("child", "ethnicity", "kinh", "01"),
        ("child", "ethnicity", "khơ-me", "05"),
        ("child", "nutrition", "0", "00"),
        ("child", "nutrition", "00", "00"),
        ("child", "boarding", "x", True),
        ("child", "boarding", "Không", False),
        ("child", "boarding", "maybe", Typed("maybe")),
        ("child", "birth_date", "010916", "2016-09-01"),
        ("child", "birth_date", "31/02/2016", Typed("31/02/2016")),
        ("child", "mother_birth_year", "1990", 1990),
        ("child", "class_code", "nt1", "NT1"),
        ("child", "class_code", "nhóm thỏ con", "NT1"),
        ("child", "class_code", "gau", "NT2"),
        ("child", "class_code", "XYZ", "XYZ"),
        ("child", "name", "  An ", "An"),
        ("child", "personal_id", "079 123-456.789", "079123456789"),
        ("class", "division", "mẫu giáo", "17"),
        ("class", "teacher", "nguyen thi mau", None),
        ("staff", "role", "hiệu trưởng", "01"),
        ("staff", "main_major", "mam non", "140201"),
        ("child", "sex", "", None),
    ],
)
def test_a_text_is_kept_as_what_it_means(
    content: Content, record: str, key: str, text: str, kept: object
) -> None:
    found = read(content, FORM.record_by_key[record], key, text)
    if key == "teacher":
        assert found in [person.get("code") for person in content.roster.of("staff")]
    else:
        assert found == kept


def test_districts_are_those_of_the_province_they_stand_with(content: Content) -> None:
    def of(key: str, **values: Any) -> set[Any]:
        blank = beginning(content, CHILD)
        subject: Subject = content.roster.stranger(CHILD, blank.place, 1, {**blank.record, **values})
        found = options(CHILD.field_by_key[key], subject, content.roster)
        return {item.attributes["province"] for item in found}

    assert of("district") == {"79"}
    assert of("home_district", home_province="01") == {"01"}
    assert of("birth_district", birth_province="48") == {"48"}
    assert len(of("home_district")) == 63
    assert read(content, CHILD, "home_district", "Quận Ba Đình", home_province="01") == "001"
    assert read(content, CHILD, "district", "Quận Ba Đình") == "001", "kept, though a rule may object"
    for short in ("5", "q5", "ba dinh"):
        assert read(content, CHILD, "home_district", short, home_province="52") == Typed(short), (
            "not of elsewhere"
        )


def test_a_name_that_many_bear_is_not_guessed(content: Content) -> None:
    assert read(content, CHILD, "home_district", "Huyện Châu Thành") == Typed("Huyện Châu Thành")


@pytest.mark.parametrize(
    ("text", "year"), (("85", 1985), ("19", 2019), ("20", 1920), ("1985", 1985), ("5", 5))
)
def test_a_year_of_two_digits_is_completed_as_that_of_a_day(content: Content, text: str, year: int) -> None:
    child = content.roster.of("child")[0]
    field = child.type.field_by_key["mother_birth_year"]
    assert read_field(field, child, content.roster, text, TODAY) == year
    assert read_field(field, child, content.roster, text, None) == int(text)


def test_without_a_day_a_short_year_is_not_completed(content: Content) -> None:
    blank = beginning(content, CHILD)
    field = CHILD.field_by_key["birth_date"]
    assert read_field(field, blank, content.roster, "1/9/16", None) == Typed("1/9/16")


def test_classes_and_staff_are_offered_by_code_and_name(content: Content) -> None:
    blank = beginning(content, CLASS)
    offered = options(CLASS.field_by_key["teacher"], blank, content.roster)
    assert {item.code for item in offered} == {person.get("code") for person in content.roster.of(STAFF.key)}

"""«không có» and «chưa biết»: kinds of empty of their own, in each kind of field, in checks, and in what goes out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from forms.dossier.content import Content
from forms.entry.field_text import read_field
from forms.model.values import Absence, Typed, absence_of
from forms.package.adopt import adopt
from forms.package.reader import read
from forms.package.writer import write
from forms.report.checking.checker import Checker
from forms.report.marks import MarkKind, marks
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.records import CHILD
from tests.builders import example, record

TODAY = date(2019, 9, 19)
NOTHING, UNKNOWN = Typed("không có"), Typed("chưa biết")


def entered(key: str, text: str) -> Any:
    content = example()
    subject = next(one for one in content.roster.everyone() if one.place == "children/c0001")
    return read_field(CHILD.field_by_key[key], subject, content.roster, text, TODAY)


@pytest.mark.parametrize(
    "key", ["phone", "father_birth_year", "birth_date", "father_job", "ethnicity", "address"]
)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("không có", NOTHING),
        ("Khong co", NOTHING),
        ("chưa có", NOTHING),
        ("CHƯA BIẾT", UNKNOWN),
        ("không rõ", UNKNOWN),
    ],
)
def test_it_is_understood_in_every_kind_of_field(key: str, text: str, value: Typed) -> None:
    assert entered(key, text) == value


def test_what_the_list_of_codes_knows_comes_first() -> None:
    assert entered("boarding", "không") is False
    assert entered("father_name", "Nguyễn Không Biết") == "Nguyễn Không Biết"


def test_the_stored_words_are_known_again() -> None:
    assert (absence_of(NOTHING), absence_of(UNKNOWN)) == (Absence.NOTHING, Absence.UNKNOWN)
    assert absence_of(Typed("Không rõ")) is Absence.UNKNOWN  # of a version that kept it as it was typed
    assert absence_of(Typed("31/02/2016")) is absence_of("không có") is absence_of(None) is None


def issues(content: Content, key: str) -> list[str]:
    found = Checker()(content, TODAY)
    return [one.rule for one in found if one.place.record == "children/c0001" and one.place.field == key]


@pytest.mark.parametrize("absence", [NOTHING, UNKNOWN])
def test_it_is_right_where_a_field_may_be_empty_and_missing_where_it_may_not(absence: Typed) -> None:
    for key in ("phone", "father_birth_year", "father_job"):
        assert issues(record("children/c0001", **{key: absence})(example()), key) == []
    assert issues(record("children/c0001", name=absence)(example()), "name") == ["E34"]


def test_a_guardian_who_is_not_there_makes_the_mother_mandatory() -> None:
    nobody = {"guardian_name": NOTHING, "guardian_birth_year": NOTHING, "mother_name": None}
    assert issues(record("children/c0001", **nobody)(example()), "mother_name") == ["E34"]


def test_only_what_is_to_be_asked_for_comes_back() -> None:
    content = record("children/c0001", phone=UNKNOWN, father_phone=NOTHING)(example())
    assert [(mark.kind, str(mark.place)) for mark in marks(content)] == [
        (MarkKind.UNKNOWN, "children/c0001/phone")
    ]


def test_it_goes_through_a_package() -> None:
    content = record("children/c0001", phone=UNKNOWN, father_phone=NOTHING)(example())
    again = adopt(read(write(content).encode()), content, "2019-09-19T08:00:00+07:00")
    assert again.value(("children", "c0001", "phone")) == UNKNOWN
    assert again.value(("children", "c0001", "father_phone")) == NOTHING


def test_every_field_of_words_takes_them() -> None:
    """None of the two is a code or a name in any list of the form."""
    names = {
        item.name.casefold()
        for one in FORM.records
        for f in one.fields
        if f.catalogue
        for item in f.catalogue.items
    }
    assert not {"không có", "chưa biết"} & names

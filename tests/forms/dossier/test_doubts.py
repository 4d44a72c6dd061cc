"""What was doubtful when a value was taken over: kept with the value, undone with it, travelling in the package."""

from __future__ import annotations

import json
from typing import Any

import pytest

from forms.dossier.content import Content, apply, difference
from forms.dossier.doubts import Doubt, doubt_of, doubting, settling, standing_doubts
from forms.model.values import Typed, Value
from forms.package.parts import PackageRefused
from forms.package.reader import read
from forms.package.writer import write
from forms.report.roll_forward import roll
from forms.sets.mn2019.records import CHILD
from tests.builders import example, imported, package_bytes, record, without

PLACE = "children/c0001"
GUESS = Doubt("guess", "«M» là «Nam»")


def doubtful(field: str, value: Value, doubt: Doubt = GUESS) -> Content:
    content = record(PLACE, **{field: value})(example())
    return apply(content, [doubting(content, PLACE, field, value, doubt)])


def standing(content: Content) -> list[tuple[str, str, Doubt]]:
    return [(subject.place, field.key, doubt) for subject, field, doubt in standing_doubts(content)]


@pytest.mark.parametrize(
    ("field", "value"), [("sex", "01"), ("mother_birth_year", 1990), ("phone", Typed("9.03E+08"))]
)
def test_a_doubt_is_about_the_value_that_stands_there(field: str, value: Value) -> None:
    content = doubtful(field, value)
    assert standing(content) == [(PLACE, field, GUESS)]
    changed = record(PLACE, **{field: None})(content)
    assert standing(changed) == []
    assert standing(record(PLACE, **{field: value})(changed)) == standing(content)
    assert standing(without(PLACE)(content)) == []
    settled = apply(content, settling(content, PLACE, field))
    assert (standing(settled), settling(settled, PLACE, field)) == ([], ())
    assert "doubts" not in settled.tree


def test_the_edit_of_a_doubt_is_taken_back_by_its_inverse() -> None:
    content = doubtful("sex", "01")
    (edit,) = settling(content, PLACE, "sex")
    assert apply(apply(content, [edit]), [edit.inverse()]).tree == content.tree
    again = doubting(content, PLACE, "sex", "01", Doubt("zero", "x"))
    assert apply(apply(content, [again]), [again.inverse()]).tree == content.tree


@pytest.mark.parametrize(
    ("field", "value"), [("sex", "01"), ("mother_birth_year", 1990), ("phone", Typed("9.03E+08"))]
)
def test_the_package_carries_it(field: str, value: Value) -> None:
    content = doubtful(field, value)
    back = imported(json.loads(write(content)))
    assert standing(back) == [(PLACE, field, GUESS)]
    child = back.roster.of(CHILD.key)[0]
    assert doubt_of(back, child, CHILD.field_by_key[field]) == GUESS
    assert ("doubts",) in [edit.path for edit in difference(example(), back)]


def test_it_goes_along_into_the_next_school_year() -> None:
    content = doubtful("sex", "01")
    assert standing(roll(content).content) == standing(content)


def test_the_package_leaves_behind_what_is_settled_and_has_no_key_without_doubts() -> None:
    content = doubtful("sex", "01")
    assert "doubts" not in json.loads(write(example()))
    assert "doubts" not in json.loads(write(record(PLACE, sex="02")(content)))
    assert "doubts" not in json.loads(write(without(PLACE)(content)))


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        ([], "doubts"),
        ({PLACE: []}, "doubts.children/c0001"),
        ({PLACE: {"none": {}}}, "doubts.children/c0001.none"),
        ({"children": {"sex": {}}}, "doubts.children.sex"),
        ({"T4": {"sex": {}}}, "doubts.T4.sex"),
        ({"campaign": {"due": {}}}, "doubts.campaign.due"),
        ({PLACE: {"sex": {"code": "guess", "text": "x"}}}, "doubts.children/c0001.sex.value"),
        ({PLACE: {"sex": {"code": 1, "text": "x", "value": "01"}}}, "doubts.children/c0001.sex.code"),
    ],
)
def test_what_is_no_doubt_is_refused_with_its_place(raw: Any, path: str) -> None:
    package = {**json.loads(write(example())), "doubts": raw}
    with pytest.raises(PackageRefused) as caught:
        read(package_bytes(package))
    assert [offence.path for offence in caught.value.offences] == [path]

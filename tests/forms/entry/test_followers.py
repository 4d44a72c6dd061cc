"""What follows from a value: a default goes, what was entered stays, a code becomes words where words stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from forms.dossier.content import Content
from forms.entry.followers import Followed, followed
from forms.entry.record_edits import new_record
from forms.sets.mn2019.records import CHILD, STAFF
from tests.builders import example, facility, record

LIVES = {"province": "79", "district": "761", "ward": "26767"}
WARD = CHILD.codes("ward").name("26767")


def follow(values: Mapping[str, Any], *defaults: str, **now: Any) -> Followed:
    content = record("children/c0001", **{**LIVES, **now})(example())
    return followed(content.roster, content.roster.of(CHILD.key)[0], values, defaults)


def keys(found: Followed) -> tuple[list[str], list[str]]:
    return [field.key for field in found.dropped], [field.key for field in found.doubtful]


def test_what_was_entered_stays_and_is_doubtful() -> None:
    found = follow({"province": "52"})
    assert found.values == {"province": "52", "ward": WARD}
    assert keys(found) == ([], ["district", "ward"])


def test_a_default_goes() -> None:
    found = follow({"province": "52"}, "district", ward="Xã Mẫu")
    assert found.values == {"province": "52", "district": None, "ward": "Xã Mẫu"}
    assert keys(found) == (["district"], ["ward"])


def test_a_district_is_followed_by_its_wards() -> None:
    assert keys(follow({"district": "774"})) == ([], ["ward"])
    assert keys(follow({"district": "774", "ward": "27325"})) == ([], [])


@pytest.mark.parametrize(
    "values", ({"province": "79"}, {"province": None}, {"name": "Trẻ Mẫu"}, {"home_province": "52"})
)
def test_nothing_follows_from_what_decides_nothing_anew(values: Mapping[str, Any]) -> None:
    assert follow(values, "district") == Followed(values)


def test_a_role_follows_its_position() -> None:
    content = example()
    person = content.roster.of(STAFF.key)[0]
    assert keys(followed(content.roster, person, {"position": "02"}, ())) == ([], ["role"])


@pytest.mark.parametrize(
    ("given", "lives"),
    (
        ({}, ("79", "761")),
        ({"province": "79"}, ("79", "761")),
        ({"province": "52"}, ("52", None)),
        ({"district": "774"}, ("79", "774")),
    ),
)
def test_the_district_of_the_facility_is_a_default_in_its_province_only(
    given: Mapping[str, str], lives: tuple[str, str | None]
) -> None:
    content: Content = facility(province="79", district="761")(example())
    edit = next(edit for edit in new_record(content, CHILD, given)[1] if edit.path[0] == CHILD.place)
    assert (edit.new["province"], edit.new.get("district")) == lives

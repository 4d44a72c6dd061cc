"""The roster of a content that was edited: what did not change is the same as before."""

from __future__ import annotations

import pytest

from forms.dossier.content import Content, Edit, apply
from forms.dossier.roster import Subject
from tests.builders import example


def others(before: Content, after: Content) -> set[str]:
    """The records that are not the same subject any more."""
    kept = {id(subject) for subject in before.roster.everyone()}
    return {subject.place for subject in after.roster.everyone() if id(subject) not in kept}


def mates(content: Content, place: str) -> set[str]:
    """The class of a child, and who belongs to it."""
    child = content.roster.at(place)
    assert child is not None
    group = child.related("class")
    assert group is not None
    named = {one.place for one in content.roster.of("child") if one.related("class") is group}
    return {group.place, *named}


def set_to(content: Content, place: str, field: str, value: object) -> Content:
    path = (*place.split("/"), field)
    return apply(content, [Edit(path, content.value(path), value)])


CHILD = "children/c0001"


def test_an_edited_child_leaves_all_but_its_class_the_same() -> None:
    before = example()
    assert others(before, set_to(before, CHILD, "phone", "0900000001")) == mates(before, CHILD)


def test_a_child_that_changes_its_class_concerns_two_of_them() -> None:
    before = example()
    child = before.roster.at(CHILD)
    assert child is not None
    other = next(
        one
        for one in before.roster.of("class")
        if one.get("code") not in (None, child.get("class_code")) and one.members
    )
    after = set_to(before, CHILD, "class_code", other.get("code"))
    assert others(before, after) == mates(before, CHILD) | mates(after, CHILD)
    moved = after.roster.at(CHILD)
    assert moved is not None and moved.related("class") in after.roster.of("class")


def test_several_edits_before_anyone_looks_are_followed() -> None:
    before = example()
    names = [subject.name for subject in before.roster.of("child")]
    after = before
    for number in (1, 2, 3):
        after = set_to(after, f"children/c000{number}", "name", f"Trẻ Mẫu {number}")
    assert [subject.name for subject in after.roster.of("child")][:3] == [
        "Trẻ Mẫu 1",
        "Trẻ Mẫu 2",
        "Trẻ Mẫu 3",
    ]
    assert [subject.name for subject in before.roster.of("child")] == names


@pytest.mark.parametrize("place", ["facility", "classes", "children", "staff"])
def test_a_record_is_found_by_its_place(place: str) -> None:
    roster = example().roster
    found: list[Subject | None] = [
        roster.at(one.place) for one in roster.everyone() if one.place.startswith(place)
    ]
    assert found == [one for one in roster.everyone() if one.place.startswith(place)]
    assert roster.at(f"{place}/x9999") is None
    assert roster.at("letter") is None

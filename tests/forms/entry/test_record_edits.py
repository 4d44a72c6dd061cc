"""Entering records: refs, defaults, deletion and its undo, one value for many."""

from __future__ import annotations

import pytest

from forms.dossier.content import Content, apply, empty_content
from forms.entry.record_edits import beginning, delete_records, new_record, new_records, set_fields
from forms.model.values import Record
from forms.package.adopt import adopt
from forms.package.training import training_package, training_year
from forms.sets.mn2019.records import CHILD, CLASS


@pytest.fixture
def content() -> Content:
    return adopt(training_package(), empty_content(training_year()), "2019-09-19T08:00:00+07:00")


def test_a_new_child_comes_last_with_the_class_of_the_one_before(content: Content) -> None:
    ref, edits = new_record(content, CHILD, {"name": "Trẻ Mẫu Mới"})
    after = apply(content, edits)
    assert ref == "c0047"
    assert list(after.records("children"))[-1] == ref
    child = after.records("children")[ref]
    assert child["class_code"] == "MG2"
    assert (child["status"], child["ethnicity"], child["province"]) == ("01", "01", "79")
    assert child["name"] == "Trẻ Mẫu Mới"


def test_a_ref_is_never_given_again(content: Content) -> None:
    ref, edits = new_record(content, CHILD)
    after = apply(content, edits)
    after = apply(after, delete_records(after, CHILD, [ref]))
    assert new_record(after, CHILD)[0] == "c0048"


def test_no_ref_is_given_that_is_there_whatever_was_noted_as_given_last(content: Content) -> None:
    behind = Content({**content.tree, "last_ref": {**content.part("last_ref"), "c": 2}})
    refs, edits = new_records(behind, CHILD, [{}, {}])
    assert refs == ("c0047", "c0048")
    after = apply(behind, edits)
    assert after.part("last_ref")["c"] == 48
    assert len(after.records("children")) == len(content.records("children")) + 2


def test_after_a_package_with_high_refs_new_ones_come_behind() -> None:
    package = training_package()
    first, (_, second), *rest = package.lists["children"]
    lists = {**package.lists, "children": (first, ("c0900", second), *rest)}
    taken = adopt(package.but(lists=lists), empty_content(training_year()), "2019-09-19T08:00:00+07:00")
    assert taken.part("last_ref")["c"] >= 900
    refs, edits = new_records(taken, CHILD, [{}, {}])
    assert not set(refs) & taken.records("children").keys()
    assert list(apply(taken, edits).records("children"))[-2:] == [*refs]


def test_several_at_once_get_refs_in_order(content: Content) -> None:
    refs, edits = new_records(content, CLASS, [{"code": "A"}, {"code": "B"}])
    assert refs == ("k0005", "k0006")
    assert [c["code"] for c in apply(content, edits).records("classes").values()][-2:] == ["A", "B"]


def test_deletion_is_taken_back_in_place(content: Content) -> None:
    edits = delete_records(content, CHILD, ["c0003", "c0001", "c0040"])
    after = apply(content, edits)
    assert len(after.records("children")) == 43
    back = apply(after, [edit.inverse() for edit in reversed(edits)])
    assert list(back.records("children")) == list(content.records("children"))
    assert back == content


def test_many_records_get_the_same_values(content: Content) -> None:
    refs = list(content.records("children"))[:9]
    wanted: Record = {"class_code": "NT2", "boarding": False}
    after = apply(content, set_fields(content, CHILD, refs, wanted))
    for ref, child in after.records("children").items():
        assert ({key: child[key] for key in wanted} == wanted) == (
            ref in refs or child == {**child, **wanted}
        )
    assert set_fields(after, CHILD, refs, wanted) == ()


def test_what_the_next_new_record_begins_as_is_in_no_list(content: Content) -> None:
    child = beginning(content, CHILD)
    assert (child.place, child.number) == ("children/", 47)
    assert child.record["class_code"] == "MG2"
    assert child.get("class.division") == "17"
    assert "name" not in child.record
    assert len(content.roster.of("child")) == 46

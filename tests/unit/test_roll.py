"""Chuyển hồ sơ lên năm học mới: what moves up, who leaves, what is emptied, what stays."""

from __future__ import annotations

from datetime import date

import pytest

from forms.check import Checker
from forms.dossier import Content, empty_content
from forms.package import adopt
from forms.roll import roll
from forms.spec import Severity
from forms.training import TRAINING_YEAR, training_package
from forms.values import Record


@pytest.fixture
def content() -> Content:
    return adopt(training_package(), empty_content(TRAINING_YEAR), "2019-09-19T08:00:00+07:00")


def changed(content: Content, place: str, ref: str, **fields: object) -> Content:
    record: Record = {**content.records(place)[ref], **fields}  # type: ignore[dict-item]
    return Content({**content.tree, place: {**content.records(place), ref: record}})


def test_classes_move_up_an_age_group_and_the_division_follows(content: Content) -> None:
    classes = roll(content).content.records("classes")
    assert [(c["division"], c["age_group"]) for c in classes.values()] == [
        ("16", "03"),
        ("17", "04"),
        ("17", "05"),
        ("17", "06"),
    ]
    assert roll(content).moved == {"k0001": ("02", "03"), "k0002": ("03", "04"), "k0003": ("04", "05")}


def test_codes_names_order_and_refs_stay(content: Content) -> None:
    before, after = content.records("classes"), roll(content).content.records("classes")
    assert list(before) == list(after)
    assert [c["code"] for c in before.values()] == [c["code"] for c in after.values()]
    assert roll(content).content.part("last_ref") == content.part("last_ref")


def test_children_of_five_and_more_leave_a_mixed_class(content: Content) -> None:
    rolled = roll(content)
    born = {ref: str(content.records("children")[ref]["birth_date"])[:4] for ref in rolled.leaving}
    assert set(born.values()) == {"2014"}
    assert len(rolled.leaving) == 8
    assert set(rolled.leaving).isdisjoint(rolled.content.records("children"))


def test_children_of_an_unmixed_class_of_the_oldest_leave(content: Content) -> None:
    rolled = roll(changed(content, "classes", "k0003", age_group="06"))
    assert {"c0021", "c0032"} <= set(rolled.leaving)
    assert rolled.content.records("classes")["k0003"]["age_group"] == "06"


def test_what_belongs_to_one_year_is_emptied(content: Content) -> None:
    children = roll(content).content.records("children").values()
    for field in ("status_date", "new_entry", "health_checked", "nutrition", "fee_support", "lunch_support"):
        assert not [child for child in children if field in child]
    assert {child["status"] for child in children} == {"01"}
    staff = roll(content).content.records("staff").values()
    assert {person["training_result"] for person in staff} == {"05"}


def test_who_does_not_count_is_not_copied(content: Content) -> None:
    content = changed(content, "children", "c0001", status="05")
    content = changed(content, "staff", "s0002", status="03")
    rolled = roll(content)
    assert set(rolled.uncounted) == {"c0001", "s0002"}
    assert "c0001" not in rolled.content.records("children")
    assert "teacher" not in rolled.content.records("classes")["k0001"]
    assert rolled.content.records("classes")["k0002"]["teacher"] == "GV02"


def test_the_report_is_not_rolled(content: Content) -> None:
    tree = roll(content).content.tree
    assert not {"cells", "taken", "taken_at", "notes", "reviewed", "state", "revision"} & set(tree)
    assert tree["facility"]["school_year"] == 2020


def test_children_who_do_not_fit_and_policies_are_named(content: Content) -> None:
    rolled = roll(content)
    assert "c0030" in rolled.misfits
    assert all("policy" in content.records("children")[ref] for ref in rolled.policies)
    assert rolled.policies


def test_the_old_year_is_not_changed_and_the_new_one_has_no_table_error(content: Content) -> None:
    before = dict(content.tree)
    rolled = roll(content).content
    assert dict(content.tree) == before
    errors = [i for i in Checker(date(2020, 9, 19))(rolled) if i.severity is Severity.ERROR and i.record]
    assert errors == []

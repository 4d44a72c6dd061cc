"""Chuyển hồ sơ lên năm học mới: what moves up, who leaves, what is emptied, what stays."""

from __future__ import annotations

import copy
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.dossier.content import Content, Edit, difference, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.issue import Severity
from forms.model.values import Record
from forms.package.adopt import adopt
from forms.package.training import training_package, training_year
from forms.report.checking.checker import Checker
from forms.report.roll_forward import AS_RULED, Choices, roll
from forms.store.store import Store
from tests.builders import imported, official
from tests.forms.rosters import Package, packages

FULL = os.environ.get("NHOMTRE_FULL") == "1"


@pytest.fixture
def content() -> Content:
    return adopt(training_package(), empty_content(training_year()), "2019-09-19T08:00:00+07:00")


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
    assert all("policy" in content.records("children")[ref] for ref in rolled.kept_facts)
    assert rolled.kept_facts


def test_the_old_year_is_not_changed_and_the_new_one_has_no_table_error(content: Content) -> None:
    before = dict(content.tree)
    rolled = roll(content).content
    assert dict(content.tree) == before
    errors = [
        i for i in Checker()(rolled, date(2020, 9, 19)) if i.severity is Severity.ERROR and i.place.record
    ]
    assert errors == []


# What the owner chooses


def test_a_child_of_the_oldest_that_is_kept_follows_its_class(content: Content) -> None:
    content = changed(content, "classes", "k0003", age_group="06")
    rolled = roll(content, Choices(stay=frozenset({"c0021", "c0039"})))
    assert rolled.kept == ("c0021", "c0039")
    assert not {"c0021", "c0039"} & set(rolled.leaving)
    children, classes = rolled.content.records("children"), rolled.content.records("classes")
    assert children["c0021"]["class_code"] == "MG1"
    assert children["c0021"]["status"] == "01"
    assert "nutrition" not in children["c0021"]
    assert classes["k0003"]["age_group"] == "06"


def test_who_is_left_out_is_not_copied_and_teaches_no_class(content: Content) -> None:
    rolled = roll(content, Choices(leave=frozenset({"c0001", "s0002"})))
    assert rolled.dropped == ("c0001", "s0002")
    assert "c0001" not in rolled.content.records("children")
    assert "s0002" not in rolled.content.records("staff")
    assert "teacher" not in rolled.content.records("classes")["k0001"]
    assert rolled.leaving == roll(content).leaving


def test_a_class_takes_its_new_name_and_nothing_else_changes(content: Content) -> None:
    choices = AS_RULED.named("k0001", "Nhóm Mới").named("k0002", "Khác").named("k0002", None)
    ruled, rolled = roll(content).content, roll(content, choices).content
    assert rolled.records("classes")["k0001"] == {**ruled.records("classes")["k0001"], "name": "Nhóm Mới"}
    assert rolled.records("classes")["k0002"] == ruled.records("classes")["k0002"]
    assert rolled.records("children") == ruled.records("children")


def test_choosing_twice_is_choosing_nothing() -> None:
    once = AS_RULED.turned("c0001", ruled_out=True).turned("c0002", ruled_out=False)
    assert once == Choices(stay=frozenset({"c0001"}), leave=frozenset({"c0002"}))
    assert once.turned("c0001", ruled_out=True).turned("c0002", ruled_out=False) == AS_RULED
    assert Choices() == AS_RULED


# Any records: the rules a second time, in the plainest way

CHILD_CLEARED = {
    "status_date", "leave_reason", "new_entry", "health_checked", "nutrition", "fee_support", "study_cost_support",
    "lunch_support",
}  # fmt: skip
STAFF_CLEARED = {"new_entry", "good_teacher", "civil_servant_rating"}
STEPS = ["01", "02", "03", "04", "05", "06"]
Tree = dict[str, Any]


def counted(catalogue: str) -> set[str]:
    return {item["code"] for item in official(f"catalogues/{catalogue}")["items"] if item["counted"]}


def day(child: Record) -> date | None:
    try:
        return date.fromisoformat(str(child.get("birth_date")))
    except ValueError:
        return None


def class_of(content: Content, child: Record) -> Record:
    code = child.get("class_code")
    return next((c for c in content.records("classes").values() if code and c.get("code") == code), {})


def oldest(content: Content, child: Record) -> bool:
    group, born = class_of(content, child), day(child)
    if group.get("mixed_ages") == "0":
        return group.get("age_group") == "06"
    return group.get("mixed_ages") in ("2", "3", "4") and born is not None and 2019 - born.year >= 5


def plain_roll(content: Content, choices: Choices) -> Tree:
    """The lists of the next year."""
    children: Tree = {}
    for ref, child in content.records("children").items():
        stays = ref in choices.stay if oldest(content, child) else ref not in choices.leave
        if child.get("status") in counted("child_statuses") and stays:
            children[ref] = {k: v for k, v in child.items() if k not in CHILD_CLEARED} | {"status": "01"}
    staff: Tree = {}
    for ref, person in content.records("staff").items():
        if person.get("status") in counted("staff_statuses") and ref not in choices.leave:
            now = {k: v for k, v in person.items() if k not in STAFF_CLEARED} | {"status": "01"}
            for key, value in (("training_result", "05"), ("professional_standard", "04")):
                if key in now:
                    now[key] = value
            staff[ref] = now
    classes: Tree = {}
    for ref, group in content.records("classes").items():
        now = dict(group)
        age = group.get("age_group")
        if group.get("mixed_ages") == "0" and age in STEPS[:-1]:
            now["age_group"] = STEPS[STEPS.index(str(age)) + 1]
            if age == "03":
                now["division"] = "17"
        if ref in choices.names:
            now["name"] = choices.names[ref]
        if "teacher" in now and now["teacher"] not in [person.get("code") for person in staff.values()]:
            del now["teacher"]
        classes[ref] = now
    return {"classes": classes, "children": children, "staff": staff}


def fits(child: Record, group: Record) -> bool:
    """Whether a child of the next year fits the age group of its class, as far as that can be told."""
    ages = {item["code"]: item for item in official("catalogues/age_groups")["items"]}
    limits, born = ages.get(str(group.get("age_group"))), day(child)
    if limits is None or born is None or group.get("mixed_ages") != "0":
        return True
    months = (2020 - born.year) * 12 + 9 - born.month - (born.day > 30)
    age = months if limits["age_unit"] == "months" else 2020 - born.year
    return bool(limits["age_min"] <= age <= limits["age_max"])


MORE = {
    "children": {"new_entry": True, "policy": "08", "status_date": "2019-09-05", "leave_reason": "01"},
    "staff": {
        "new_entry": True, "good_teacher": "01", "civil_servant_rating": "01", "training_result": "01",
        "professional_standard": "01",
    },
}  # fmt: skip


def filled(package: Package, rng: Random) -> Package:
    """Some records with what a year leaves behind, some classes with a teacher."""
    for place, fields in MORE.items():
        for record in package[place]:
            record |= {key: value for key, value in fields.items() if rng.random() < 0.5}
    for group in package["classes"]:
        if rng.random() < 0.7:
            group["teacher"] = rng.choice(["CB0", "CB1", "CB9"])
    return package


def some_choices(content: Content, rng: Random) -> Choices:
    def some(*places: str) -> frozenset[str]:
        return frozenset(ref for place in places for ref in content.records(place) if rng.random() < 0.3)

    names = {ref: f"Lớp mới {ref}" for ref in some("classes")}
    return Choices(names, some("children", "staff"), some("children", "staff"))


def follows_the_rules(content: Content, choices: Choices) -> None:
    before = copy.deepcopy(content.tree)
    rolled = roll(content, choices)
    assert content.tree == before
    after, wanted = rolled.content, plain_roll(content, choices)
    for place, records in wanted.items():
        assert after.records(place) == records
        assert list(after.records(place)) == list(records)
    assert after.facility == {**content.facility, "school_year": 2020}
    assert after.year == SchoolYear(2020)
    assert after.part("last_ref") == content.part("last_ref")
    assert set(after.tree) <= {"school_year", "form", "facility", "classes", "children", "staff", "last_ref"}
    told(content, choices, wanted)


def told(content: Content, choices: Choices, wanted: Tree) -> None:
    """Everyone is told once, and what wants a look is told."""
    rolled, children = roll(content, choices), wanted["children"]
    everyone = [*content.records("children"), *content.records("staff")]
    coming = [ref for ref in everyone if ref in children or ref in wanted["staff"]]
    away = [*rolled.leaving, *rolled.dropped, *rolled.uncounted]
    assert sorted([*coming, *away]) == sorted(everyone)
    assert all(oldest(content, content.records("children")[ref]) for ref in rolled.leaving)
    assert list(rolled.kept) == [ref for ref in children if oldest(content, content.records("children")[ref])]
    assert set(rolled.dropped) <= choices.leave
    assert set(rolled.misfits) == {
        ref for ref, child in children.items() if not fits(child, class_of(rolled.content, child))
    }
    assert list(rolled.kept_facts) == [ref for ref, child in children.items() if "policy" in child]
    assert set(rolled.moved) == {
        ref
        for ref, group in wanted["classes"].items()
        if group.get("age_group") != content.records("classes")[ref].get("age_group")
    }


@pytest.mark.slow
@settings(max_examples=500 if FULL else 100)
@given(packages, st.integers(0, 2**32))
def test_any_dossier_is_rolled_by_the_rules_and_the_choices(package: Package, seed: int) -> None:
    rng = Random(seed)
    content = imported(filled(package, rng))
    follows_the_rules(content, AS_RULED)
    follows_the_rules(content, some_choices(content, rng))


@pytest.mark.parametrize("seed", range(5))
def test_the_training_copy_is_rolled_by_the_rules_and_the_choices(content: Content, seed: int) -> None:
    follows_the_rules(content, some_choices(content, Random(seed)) if seed else AS_RULED)


# On disk


def kept_files(folder: Path) -> Mapping[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("2019-2020*"))
        if path.is_file()
    }


def test_the_files_of_the_old_year_stay_as_they_are(store: Store, content: Content) -> None:
    with store.open(training_year(), write=True) as session:
        session.dossier.commit(difference(session.dossier.content, content))
    with store.open(training_year(), write=True) as session:
        # a change that is in the journal only
        session.dossier.commit([Edit(("facility", "phone"), content.facility.get("phone"), "0280000009")])
        before = kept_files(store.folder)
        assert {"2019-2020.json", "2019-2020.journal"} <= set(before)
        rolled = roll(session.dossier.content).content
        with store.open(rolled.year, write=True) as new:
            new.dossier.commit(difference(new.dossier.content, rolled))
        assert kept_files(store.folder) == before
    with store.open(rolled.year, write=False) as new:
        assert new.dossier.content.tree == rolled.tree

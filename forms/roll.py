"""Chuyển hồ sơ lên năm học mới: the next school year's dossier from this one (letter 849 §3.1).

Classes move up an age group, children follow their class, the oldest leave, what belongs to one year
only is emptied. The old year is not changed; refs are kept. Rules: project choice, campaign page §5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forms.catalogues import catalogue
from forms.dossier import Content
from forms.records import CHILD, CLASS, STAFF
from forms.roster import Roster, SchoolYear, Subject
from forms.values import Record

NEXT_AGE_GROUP = {"01": "02", "02": "03", "03": "04", "04": "05", "05": "06"}
OLDEST = "06"
LEAVING_AGE = 5
"""School-year age, in the old year, from which a child of a mixed class leaves."""

_CHILD_CLEARED = (
    "status_date",
    "leave_reason",
    "new_entry",
    "health_checked",
    "nutrition",
    "fee_support",
    "study_cost_support",
    "lunch_support",
)
_STAFF_CLEARED = ("new_entry", "good_teacher", "civil_servant_rating")
_STAFF_CHANGED = {"status": "01", "training_result": "05", "professional_standard": "04"}


@dataclass(frozen=True)
class Roll:
    """The next year's content and what the owner should look at, by refs.

    *moved*: class → (old, new age group). *leaving*: children of the oldest classes. *uncounted*: children and
    staff who were not counted and are not copied. *misfits*: children whose age does not fit the new age group of
    their class. *policies*: children whose policy group was kept and wants a look.
    """

    content: Content
    moved: Mapping[str, tuple[str, str]]
    leaving: tuple[str, ...]
    uncounted: tuple[str, ...]
    misfits: tuple[str, ...]
    policies: tuple[str, ...]


def roll(content: Content) -> Roll:
    """The dossier of the next school year."""
    roster = content.roster
    year = SchoolYear(content.year.start + 1)
    staff = {_ref(person): _next_person(person.record) for person in roster.counted(STAFF.key)}
    codes = {record.get("code") for record in staff.values()}
    classes = {_ref(group): _next_class(group, codes) for group in roster.classes}
    counted = roster.counted(CHILD.key)
    leaving = tuple(_ref(child) for child in counted if _leaves(child))
    children = {_ref(child): _next_child(child.record) for child in counted if _ref(child) not in leaving}
    tree: dict[str, Any] = {
        "school_year": str(year),
        "facility": {**content.facility, "school_year": year.start},
        CLASS.place: classes,
        CHILD.place: children,
        STAFF.place: staff,
        "last_ref": content.part("last_ref"),
    }
    rolled = Content({key: part for key, part in tree.items() if part})
    return Roll(
        content=rolled,
        moved=_moved(content, classes),
        leaving=leaving,
        uncounted=tuple(_ref(s) for s in (*roster.children, *roster.staff) if not s.get("counted")),
        misfits=_misfits(rolled.roster),
        policies=tuple(ref for ref, child in children.items() if "policy" in child),
    )


def _ref(subject: Subject) -> str:
    return subject.place.partition("/")[2]


def _next_class(group: Subject, staff_codes: set[Any]) -> Record:
    record = dict(group.record)
    age_group = group.get("age_group")
    following = NEXT_AGE_GROUP.get(age_group) if group.get("mixed_ages") == "0" else None
    if following:
        record["age_group"] = following
        record["division"] = catalogue("age_groups").by_code[following].attributes["division"]
    if record.get("teacher") not in staff_codes:
        record.pop("teacher", None)
    return record


def _leaves(child: Subject) -> bool:
    group = child.related("class")
    if group is None:
        return False
    if group.get("mixed_ages") == "0":
        return bool(group.get("age_group") == OLDEST)
    age: int | None = child.get("age_years")
    return group.get("mixed_ages") is not None and age is not None and age >= LEAVING_AGE


def _next_child(record: Record) -> Record:
    kept = {key: value for key, value in record.items() if key not in _CHILD_CLEARED}
    return {**kept, "status": "01"}


def _next_person(record: Record) -> Record:
    kept = {key: value for key, value in record.items() if key not in _STAFF_CLEARED}
    return {**kept, **{key: value for key, value in _STAFF_CHANGED.items() if key in kept}}


def _moved(content: Content, classes: Mapping[str, Record]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for ref, record in classes.items():
        before, after = content.records(CLASS.place)[ref].get("age_group"), record.get("age_group")
        if before != after:
            found[ref] = (str(before), str(after))
    return found


def _misfits(roster: Roster) -> tuple[str, ...]:
    found = []
    for child in roster.children:
        group = catalogue("age_groups").by_code.get(child.get("class.age_group") or "")
        if group is None or child.get("class.mixed_ages") != "0":
            continue
        age = child.get("age_months" if group.attributes["age_unit"] == "months" else "age_years")
        if age is not None and not group.attributes["age_min"] <= age <= group.attributes["age_max"]:
            found.append(_ref(child))
    return tuple(found)

"""What is worked out of a record: who counts on 30/9, ages, minority, levels (derivation §1-§3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from forms.sets.form_set import Computed, Linked, Membership, Reach

NO_MINORITY = ("01", "55")
"""Kinh and Người nước ngoài (derivation §3)."""

COUNTED_CHILD = ("01", "02", "03", "06", "07", "10")
COUNTED_STAFF = ("01", "07")
"""Statuses that count on 30/9 (derivation §2)."""


def _minority(person: Linked) -> bool | None:
    ethnicity = person.get("ethnicity")
    return None if ethnicity is None else ethnicity not in NO_MINORITY


def _age_months(child: Linked) -> int | None:
    born: date | None = child.get("birth_date")
    if born is None:
        return None
    day = child.reference_date
    months = (day.year - born.year) * 12 + day.month - born.month
    return months - 1 if born.day > day.day else months


def _age_years(child: Linked) -> int | None:
    born: date | None = child.get("birth_date")
    return None if born is None else child.reference_date.year - born.year


def _age(person: Linked) -> int | None:
    born: date | None = person.get("birth_date")
    if born is None:
        return None
    day = person.reference_date
    passed = (born.month, born.day) <= (day.month, day.day)
    return day.year - born.year - (0 if passed else 1)


def _training_level(person: Linked) -> str | None:
    qualification = person.get("qualification")
    if qualification is None:
        return None
    level: str = person.type.codes("qualification").by_code[qualification].attributes["training_level"]
    return level


def _rank_number(person: Linked) -> str | None:
    rank = person.get("rank")
    if rank is None:
        return None
    number: str | None = person.type.codes("rank").by_code[rank].attributes.get("rank_number")
    return number


def _mixed(group: Linked) -> bool | None:
    ages = group.get("mixed_ages")
    return None if ages is None else ages != "0"


def _disabled(group: Linked) -> Counter[str]:
    return Counter(child.get("disability") for child in group.members if child.get("disability"))


def _counted_always(_record: Linked) -> bool:
    return True


def _status_in(*statuses: str) -> Callable[[Linked], bool]:
    return lambda record: record.get("status") in statuses


COMPUTED: Computed = {
    ("facility", "counted"): _counted_always,
    ("facility", "class_count"): lambda facility: len(facility.members),
    ("class", "counted"): _counted_always,
    ("class", "mixed"): _mixed,
    ("class", "has_disabled"): lambda group: bool(_disabled(group)),
    ("class", "size"): lambda group: len(group.members),
    ("class", "disabled_children"): lambda group: _disabled(group).total(),
    ("class", "same_disability_max"): lambda group: max(_disabled(group).values(), default=0),
    ("child", "counted"): _status_in(*COUNTED_CHILD),
    ("child", "has_left"): lambda child: child.get("status") not in (None, *COUNTED_CHILD),
    ("child", "division"): lambda child: child.get("class.division"),
    ("child", "full_day"): lambda child: child.get("class.full_day"),
    ("child", "age_months"): _age_months,
    ("child", "age_years"): _age_years,
    ("child", "is_minority"): _minority,
    ("staff", "counted"): _status_in(*COUNTED_STAFF),
    ("staff", "is_minority"): _minority,
    ("staff", "age"): _age,
    ("staff", "training_level"): _training_level,
    ("staff", "rank_number"): _rank_number,
}

BEYOND = {
    ("facility", "class_count"): Reach.LISTS,
    ("class", "has_disabled"): Reach.LISTS,
    ("class", "size"): Reach.LISTS,
    ("class", "disabled_children"): Reach.LISTS,
    ("class", "same_disability_max"): Reach.LISTS,
    ("child", "division"): Reach.CLASS,
    ("child", "full_day"): Reach.CLASS,
}
"""How far the computed fields look that look beyond their record."""

WORKED_OUT_OF = {
    "birth_date": ("age", "age_months", "age_years"),
    "qualification": ("training_level",),
    "ethnicity": ("is_minority",),
    "status": ("counted",),
}
"""Field → what conditions ask instead of it."""

MEMBERSHIP = (
    Membership(member="class", field=None, owner="facility"),
    Membership(member="child", field="class_code", owner="class"),
)

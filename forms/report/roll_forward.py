"""Chuyển hồ sơ lên năm học mới: the next school year's dossier from this one (letter 849 §3.1).

Classes move up an age group, children follow their class, the oldest leave, what belongs to one year
only is emptied. The old year is not changed; refs are kept. Rules: project choice, campaign page §5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from forms.dossier.content import Content
from forms.dossier.roster import Roster, SchoolYear, Subject
from forms.model.issue import Issue
from forms.model.record_rule import AgeInGroup
from forms.model.values import Record
from forms.report.checking.on_records import issues_of_record
from forms.report.checking.record_view import RecordView
from forms.sets.mn2019.catalogues import catalogue
from forms.sets.mn2019.records import CHILD, CLASS, STAFF
from forms.sets.mn2019.rules.of_records import RECORD_RULES

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
_AGE_RULES = tuple(rule for rule in RECORD_RULES if isinstance(rule, AgeInGroup))


@dataclass(frozen=True)
class Choices:
    """What the owner decides otherwise than the rules, by refs.

    *names*: class → its name in the next year. *stay*: children who would leave, and follow their class instead.
    *leave*: children and staff who would come along, and are not copied.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    stay: frozenset[str] = frozenset()
    leave: frozenset[str] = frozenset()

    def named(self, ref: str, name: str | None) -> Choices:
        """A class under another name; None gives the old one back."""
        others = {other: text for other, text in self.names.items() if other != ref}
        return replace(self, names=others if name is None else {**others, ref: name})

    def turned(self, ref: str, *, ruled_out: bool) -> Choices:
        """Someone stays or leaves, the other way round than now; *ruled_out* says that the rules let them leave."""
        if ruled_out:
            return replace(self, stay=self.stay ^ {ref})
        return replace(self, leave=self.leave ^ {ref})


AS_RULED = Choices()


@dataclass(frozen=True)
class Roll:
    """The next year's content and what the owner should look at, by refs.

    *moved*: class → (old, new age group). *leaving*: children of the oldest classes; *kept*: those of them who stay
    by choice. *dropped*: children and staff who do not come along by choice. *uncounted*: children and staff who were
    not counted and are not copied. *misfits*: child → why its age does not fit the new age group of its class.
    *policies*: children whose policy group was kept and wants a look.
    """

    content: Content
    moved: Mapping[str, tuple[str, str]]
    leaving: tuple[str, ...]
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    uncounted: tuple[str, ...]
    misfits: Mapping[str, Issue]
    policies: tuple[str, ...]


def roll(content: Content, choices: Choices = AS_RULED) -> Roll:
    """The dossier of the next school year: by the rules, but for what was chosen."""
    roster = content.roster
    year = SchoolYear(content.year.start + 1)
    pupils, people = roster.counted(CHILD.key), roster.counted(STAFF.key)
    ruled_out = [_ref(child) for child in pupils if _leaves(child)]
    dropped = {_ref(s) for s in (*pupils, *people)} & choices.leave - set(ruled_out)
    gone = dropped | (set(ruled_out) - choices.stay)
    staff = {_ref(person): _next_person(person.record) for person in people if _ref(person) not in gone}
    codes = {record.get("code") for record in staff.values()}
    classes = {_ref(group): _next_class(group, codes, choices.names) for group in roster.classes}
    children = {_ref(child): _next_child(child.record) for child in pupils if _ref(child) not in gone}
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
        leaving=tuple(ref for ref in ruled_out if ref in gone),
        kept=tuple(ref for ref in ruled_out if ref not in gone),
        dropped=tuple(ref for ref in map(_ref, (*pupils, *people)) if ref in dropped),
        uncounted=tuple(_ref(s) for s in (*roster.children, *roster.staff) if not s.get("counted")),
        misfits=_misfits(rolled.roster),
        policies=tuple(ref for ref, child in children.items() if "policy" in child),
    )


def _ref(subject: Subject) -> str:
    return subject.place.partition("/")[2]


def _next_class(group: Subject, staff_codes: set[Any], names: Mapping[str, str]) -> Record:
    record = dict(group.record)
    if name := names.get(_ref(group)):
        record["name"] = name
    age_group = group.get("age_group")
    following = NEXT_AGE_GROUP.get(age_group) if group.get("mixed_ages") == "0" else None
    if following:
        record["age_group"] = following
        before, after = (catalogue("age_groups").by_code[code] for code in (age_group, following))
        if before.attributes["division"] != after.attributes["division"]:
            record["division"] = after.attributes["division"]
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


def _misfits(roster: Roster) -> dict[str, Issue]:
    day = roster.year.reference_date
    return {
        _ref(child): issue
        for child in roster.children
        for issue in issues_of_record((), _AGE_RULES, RecordView(child, day))
    }

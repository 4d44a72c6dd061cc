"""Chuyển hồ sơ lên năm học mới: the next school year's dossier from this one (letter 849 §3.1).

Classes move up an age group, children follow their class, the oldest leave, what belongs to one year
only is emptied. The old year is not changed; refs are kept. Rules: project choice, campaign page §5.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from forms.dossier.content import Content
from forms.dossier.roster import Roster, SchoolYear, Subject
from forms.model.issue import Issue
from forms.model.rules.record_rule import (
    AgeInGroup,
)
from forms.model.values import Record
from forms.report.checking.on_records import issues_of_record
from forms.report.checking.record_view import RecordView
from forms.sets.form_set import FormSet, Rolling


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
    *kept_facts*: children of whom something was kept that wants a look.
    """

    content: Content
    moved: Mapping[str, tuple[str, str]]
    leaving: tuple[str, ...]
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    uncounted: tuple[str, ...]
    misfits: Mapping[str, Issue]
    kept_facts: tuple[str, ...]


def roll(content: Content, choices: Choices = AS_RULED) -> Roll:
    """The dossier of the next school year: by the rules, but for what was chosen."""
    rolling, roster = content.form.rolling, content.roster
    pupils, people = roster.counted(rolling.children), roster.counted(rolling.staff)
    ruled_out = [_ref(child) for child in pupils if _leaves(child, rolling)]
    dropped = {_ref(someone) for someone in (*pupils, *people)} & choices.leave - set(ruled_out)
    gone = dropped | (set(ruled_out) - choices.stay)
    staff = _next_people(people, gone, rolling)
    codes = {record.get("code") for record in staff.values()}
    classes = {
        _ref(group): _next_class(group, codes, choices.names, rolling) for group in roster.of(rolling.classes)
    }
    children = _next_people(pupils, gone, rolling)
    lists = {rolling.classes: classes, rolling.children: children, rolling.staff: staff}
    rolled = _next_content(content, lists)
    everyone = (*roster.of(rolling.children), *roster.of(rolling.staff))
    return Roll(
        content=rolled,
        moved=_moved(roster.of(rolling.classes), classes, rolling.age_group),
        leaving=tuple(ref for ref in ruled_out if ref in gone),
        kept=tuple(ref for ref in ruled_out if ref not in gone),
        dropped=tuple(ref for ref in map(_ref, (*pupils, *people)) if ref in dropped),
        uncounted=tuple(_ref(someone) for someone in everyone if not someone.get("counted")),
        misfits=_misfits(rolled.roster),
        kept_facts=tuple(ref for ref, child in children.items() if rolling.kept in child),
    )


def _next_content(content: Content, lists: Mapping[str, Mapping[str, Record]]) -> Content:
    """The dossier of the next school year with these *lists*, by the keys of their types."""
    year = SchoolYear(content.year.start + 1)
    places = {content.form.record_by_key[key].place: records for key, records in lists.items() if key}
    tree: dict[str, Any] = {
        "school_year": str(year),
        "form": content.form.name,
        content.form.facility.place: {**content.facility, **content.form.of_year(year.start)},
        **places,
        "doubts": content.part("doubts"),
        "last_ref": content.part("last_ref"),
    }
    return Content({key: part for key, part in tree.items() if part})


def _ref(subject: Subject) -> str:
    return subject.place.partition("/")[2]


def _next_people(people: Sequence[Subject], gone: set[str], rolling: Rolling) -> dict[str, Record]:
    """Those who come along: what belongs to one year only is gone, what begins anew is put in."""
    return {_ref(person): _next_person(person, rolling) for person in people if _ref(person) not in gone}


def _next_person(person: Subject, rolling: Rolling) -> Record:
    key = person.type.key
    lasting = {name: value for name, value in person.record.items() if name not in rolling.cleared[key]}
    anew = {name: value for name, value in rolling.changed.get(key, {}).items() if name in lasting}
    return {**lasting, **anew, **rolling.always.get(key, {})}


def _next_class(group: Subject, staff_codes: set[Any], names: Mapping[str, str], rolling: Rolling) -> Record:
    record = dict(group.record)
    if (name := names.get(_ref(group))) and "name" in group.type.field_by_key:
        record["name"] = name
    age_group: str = (group.get(rolling.age_group) if rolling.age_group else None) or ""
    following = rolling.next_age_group.get(age_group) if rolling.of_one_age.holds(group.get) else None
    if following:
        record[rolling.age_group] = following
        before, after = (group.type.codes(rolling.age_group).by_code[code] for code in (age_group, following))
        for name in rolling.follow:
            if before.attributes[name] != after.attributes[name]:
                record[name] = after.attributes[name]
    for named in group.type.fields:
        if named.refers == rolling.staff and record.get(named.key) not in staff_codes:
            record.pop(named.key, None)
    return record


def _leaves(child: Subject, rolling: Rolling) -> bool:
    group = child.related(rolling.classes)
    if group is None:
        return False
    if rolling.of_one_age.holds(group.get):
        return bool(rolling.oldest and group.get(rolling.age_group) == rolling.oldest)
    age: int | None = child.get(rolling.age)
    return rolling.mixed.holds(group.get) and age is not None and age >= rolling.leaving_age


def _moved(
    groups: Sequence[Subject], classes: Mapping[str, Record], field: str
) -> dict[str, tuple[str, str]]:
    moves: dict[str, tuple[str, str]] = {}
    for group in groups:
        before, after = group.record.get(field), classes[_ref(group)].get(field)
        if before != after:
            moves[_ref(group)] = (str(before), str(after))
    return moves


def _misfits(roster: Roster) -> dict[str, Issue]:
    day, rules = roster.form.reference_date(roster.year.start), _age_rules(roster.form)
    return {
        _ref(child): issue
        for child in roster.of(roster.form.rolling.children)
        for issue in issues_of_record({}, rules, RecordView(child, day))
    }


def _age_rules(form: FormSet) -> tuple[AgeInGroup, ...]:
    return tuple(rule for rule in form.rules.on_records if isinstance(rule, AgeInGroup))

"""Which of the reports that arrived are added up: one for each facility, the newest; why each other one is not.

Nothing here depends on the order in which the files were read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from exports.district import arrival_words as words
from exports.district.arrivals import Arrival, Exclusion
from forms.dossier.roster import SchoolYear
from forms.model.text import fold, syllable_key
from forms.sets.mn2019.states import STATES

_WORDS = re.compile(r"[a-z0-9]+")
# fmt: off
_GENERAL = frozenset((
    "co", "so", "nhom", "tre", "lop", "mau", "giao", "mam", "non", "truong", "doc", "lap", "tu", "thuc", "cong", "dan",
    "tt", "mg", "nt", "mn", "va",
))
# fmt: on
"""Words that names of facilities share."""
_ALIKE = 0.8
"""Likeness from which two names may be one written in two ways."""


class Selection(NamedTuple):
    """What is added up, by name, and what is not, by file; *school_year* is that of the sum."""

    taken: tuple[Arrival, ...]
    turned: tuple[Exclusion, ...]
    school_year: SchoolYear | None


def select_arrivals(found: Iterable[Arrival | Exclusion], year: SchoolYear | None) -> Selection:
    """Decide for every file; *year* None is the school year of most of them, of two equally frequent the later."""
    everything = list(found)
    turned = [each for each in everything if isinstance(each, Exclusion)]
    arrivals = [each for each in everything if isinstance(each, Arrival)]
    wanted = year or _most_frequent(arrivals)
    alone: list[Arrival] = []
    for arrival in arrivals:
        if reason := _unfit(arrival, wanted):
            turned.append(_turn(arrival, reason))
        else:
            alone.append(arrival)
    taken: list[Arrival] = []
    for group in _by_facility(alone, turned):
        taken += _of_facility(group, turned)
    taken = _told_apart(taken, turned)
    return Selection(
        tuple(sorted(taken, key=_by_name)),
        tuple(sorted(turned, key=lambda each: (each.file, each.reason))),
        wanted,
    )


def _most_frequent(arrivals: Sequence[Arrival]) -> SchoolYear | None:
    years = Counter(each.school_year for each in arrivals if each.school_year and not each.training)
    return max(years, key=lambda year: (years[year], year), default=None)


def _unfit(arrival: Arrival, wanted: SchoolYear | None) -> str | None:
    if arrival.training:
        return words.TRAINING
    if arrival.school_year not in (None, wanted):
        return words.OTHER_YEAR.format(own=arrival.school_year, wanted=wanted)
    if arrival.is_draft:
        return words.NOT_SENT
    return None


def _turn(arrival: Arrival, reason: str) -> Exclusion:
    return Exclusion(arrival.file, reason, arrival.facility_code, arrival)


def _by_name(arrival: Arrival) -> tuple[object, ...]:
    return [syllable_key(word) for word in arrival.name.split()], arrival.facility_code or "", arrival.file


def _by_facility(arrivals: Sequence[Arrival], turned: list[Exclusion]) -> Iterator[list[Arrival]]:
    """The reports of each facility: by its code; one without a code belongs to the facility of its name."""
    codes: dict[str, set[str]] = {}
    for each in arrivals:
        if each.facility_code:
            codes.setdefault(fold(each.name), set()).add(each.facility_code)
    groups: dict[Hashable, list[Arrival]] = {}
    for each in sorted(arrivals, key=lambda arrival: arrival.file):
        name = fold(each.name)
        same = () if each.facility_code else codes.get(name, ())
        if len(same) > 1:
            turned.append(_turn(each, words.SAME_NAME.format(count=len(same))))
            continue
        key = each.facility_code or next(iter(same), None)
        groups.setdefault(("code", key) if key else ("name", name), []).append(each)
    yield from groups.values()


def _of_facility(group: list[Arrival], turned: list[Exclusion]) -> list[Arrival]:
    """The one report of a facility that is added up, or none; *group* is in the order of the files."""
    if other := _other_name(group):
        for each in group:
            second = other if _alike(each.name, group[0].name) else group[0]
            text = words.TWO_FACILITIES.format(
                code=each.facility_code, own=each.name, other=second.name, file=second.file
            )
            turned.append(_turn(each, text))
        return []
    left = _not_returned(group, turned)
    if not left:
        return []
    newest = max(each.revision for each in left)
    rivals = [each for each in left if each.revision == newest]
    best = min(rivals, key=_preference)
    for each in left:
        if each.revision != newest:
            turned.append(_turn(each, _older(each, best)))
    first = rivals[0]
    if other := next((each for each in rivals if each.figures.numbers != first.figures.numbers), None):
        text = words.TWO_FILES if newest else words.TWO_FILES_WITHOUT_REVISION
        for each in rivals:
            differs = other if each.figures.numbers == first.figures.numbers else first
            turned.append(_turn(each, text.format(revision=newest, file=differs.file)))
        return []
    for each in rivals:
        if each is not best:
            text = words.TWICE if each.digest == best.digest else words.SAME_FIGURES
            turned.append(_turn(each, text.format(file=best.file)))
    return [best]


def _told_apart(taken: list[Arrival], turned: list[Exclusion]) -> list[Arrival]:
    """Without those that do not say whose they are and have the very figures of another report."""
    known: dict[bytes, str] = {}
    left: list[Arrival] = []
    for each in sorted(taken, key=lambda arrival: (arrival.named_by_file, arrival.file)):
        same = known.setdefault(each.figures.numbers, each.file)
        if each.named_by_file and same != each.file:
            turned.append(_turn(each, words.SAME_FIGURES.format(file=same)))
        else:
            left.append(each)
    return left


def _preference(arrival: Arrival) -> tuple[object, ...]:
    """A package tells more than a workbook, one that was sent more than one that tells no state."""
    return arrival.kind != "package", arrival.state is None, arrival.code_right is None, arrival.file


def _older(each: Arrival, best: Arrival) -> str:
    if each.revision:
        return words.OLDER.format(file=best.file, revision=best.revision)
    same = each.figures.numbers == best.figures.numbers
    text = words.WITHOUT_REVISION if same else words.WITHOUT_REVISION_OTHER_FIGURES
    return text.format(file=best.file, revision=best.revision)


def _not_returned(group: list[Arrival], turned: list[Exclusion]) -> list[Arrival]:
    """The reports that count with the office: none of a revision that it gave back, nor an older one."""
    back = [each for each in group if _is_with_facility(each)]
    if not back:
        return group
    last = max(back, key=lambda each: each.revision)
    left: list[Arrival] = []
    for each in group:
        if _is_with_facility(each):
            state = STATES[each.state or ""].title
            turned.append(_turn(each, words.AWAITED.format(state=state.lower())))
        elif each.revision <= last.revision:
            state = STATES[last.state or ""].title.lower()
            text = words.RETURNED.format(revision=each.revision, state=state, file=last.file)
            turned.append(_turn(each, text))
        else:
            left.append(each)
    return left


def _is_with_facility(arrival: Arrival) -> bool:
    return arrival.state is not None and STATES[arrival.state].editable


def _other_name(group: Sequence[Arrival]) -> Arrival | None:
    """A report whose name is clearly not that of the first; None when all may be of one facility."""
    return next((each for each in group if not _alike(each.name, group[0].name)), None)


def _alike(one: str, other: str) -> bool:
    """Whether two names may be of one facility, written in two ways."""
    if one == other:
        return True
    first, second = (
        [word for word in _WORDS.findall(fold(name)) if word not in _GENERAL] for name in (one, other)
    )
    if not first or not second or set(first) <= set(second) or set(second) <= set(first):
        return True
    numbers = [[word for word in name if not word.isalpha()] for name in (first, second)]
    likeness = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()
    return numbers[0] == numbers[1] and likeness >= _ALIKE

"""Which of the reports that arrived are added up: one for each facility and set, the newest; why each other one is not.

Nothing here depends on the order in which the files were read.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from exports.district.arriving import (
    arrival_words as words,
)
from exports.district.arriving.arrivals import (
    Arrival,
    Exclusion,
    Request,
)
from forms.dossier.roster import SchoolYear
from forms.model.text import fold, syllable_key

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

    summands: tuple[Arrival, ...]
    exclusions: tuple[Exclusion, ...]
    school_year: SchoolYear | None


def select_arrivals(examinations: Iterable[Arrival | Exclusion], year: SchoolYear | None) -> Selection:
    """Decide for every file; *year* None is the school year of most of them, of two equally frequent the later."""
    files = list(examinations)
    exclusions = [file for file in files if isinstance(file, Exclusion)]
    arrivals = [file for file in files if isinstance(file, Arrival)]
    wanted = year or _most_frequent(arrivals)
    has_real = any(not (arrival.training or arrival.is_marked) for arrival in arrivals)
    fit: list[Arrival] = []
    for arrival in arrivals:
        if unfit := _unfit(arrival, wanted, has_real=has_real):
            exclusions.append(_turn(arrival, *unfit))
        else:
            fit.append(_told(arrival) if arrival.is_marked else arrival)
    summands: list[Arrival] = []
    for name in dict.fromkeys(arrival.set_name for arrival in fit):
        # a facility may report by two forms, and figures of two forms are not compared
        of_set = [arrival for arrival in fit if arrival.set_name == name]
        chosen = [
            one for group in _by_facility(of_set, exclusions) for one in _of_facility(group, exclusions)
        ]
        summands += _without_copies(chosen, exclusions)
    return Selection(
        tuple(sorted(summands, key=_by_name)),
        tuple(sorted(exclusions, key=lambda file: (file.file, file.reason))),
        wanted,
    )


def _most_frequent(arrivals: Sequence[Arrival]) -> SchoolYear | None:
    years = Counter(
        arrival.school_year for arrival in arrivals if arrival.school_year and not arrival.training
    )
    return max(years, key=lambda year: (years[year], year), default=None)


def _unfit(arrival: Arrival, wanted: SchoolYear | None, *, has_real: bool) -> tuple[str, Request] | None:
    if arrival.training or (arrival.is_marked and has_real):
        return words.TRAINING, Request.OWN_REPORT
    if arrival.school_year not in (None, wanted):
        return words.OTHER_YEAR.format(own=arrival.school_year, wanted=wanted), Request.THIS_YEAR
    if arrival.is_draft:
        return words.NOT_SENT, Request.SENT_REPORT
    return None


def _told(arrival: Arrival) -> Arrival:
    text = words.MARKED_TRAINING.format(mark=arrival.form.training.watermark)
    return arrival._replace(remarks=(text, *arrival.remarks))


def _turn(arrival: Arrival, reason: str, request: Request = Request.NOTHING) -> Exclusion:
    return Exclusion(arrival.file, reason, arrival.facility_code, arrival, request=request)


def _by_name(arrival: Arrival) -> tuple[object, ...]:
    return [syllable_key(word) for word in arrival.name.split()], arrival.facility_code or "", arrival.file


def _by_facility(arrivals: Sequence[Arrival], exclusions: list[Exclusion]) -> Iterator[list[Arrival]]:
    """The reports of each facility: by its code; one without a code belongs to the facility of its name."""
    codes: dict[str, set[str]] = {}
    for arrival in arrivals:
        if arrival.facility_code:
            codes.setdefault(fold(arrival.name), set()).add(arrival.facility_code)
    groups: dict[Hashable, list[Arrival]] = {}
    for arrival in sorted(arrivals, key=lambda arrival: arrival.file):
        name = fold(arrival.name)
        same = () if arrival.facility_code else codes.get(name, ())
        if len(same) > 1:
            exclusions.append(_turn(arrival, words.SAME_NAME.format(count=len(same)), Request.CODE))
            continue
        key = arrival.facility_code or next(iter(same), None)
        groups.setdefault(("code", key) if key else ("name", name), []).append(arrival)
    yield from groups.values()


def _of_facility(group: list[Arrival], exclusions: list[Exclusion]) -> list[Arrival]:
    """The one report of a facility that is added up, or none; *group* is in the order of the files."""
    if other := _other_name(group):
        for arrival in group:
            second = other if _alike(arrival.name, group[0].name) else group[0]
            text = words.TWO_FACILITIES.format(
                code=arrival.facility_code, own=arrival.name, other=second.name, file=second.file
            )
            exclusions.append(_turn(arrival, text, Request.RIGHT_CODE))
        return []
    left = _not_returned(group, exclusions)
    if not left:
        return []
    newest = max(arrival.revision for arrival in left)
    rivals = [arrival for arrival in left if arrival.revision == newest]
    best = min(rivals, key=_preference)
    for arrival in left:
        if arrival.revision != newest:
            exclusions.append(_turn(arrival, _older(arrival, best)))
    first = rivals[0]
    if other := next(
        (arrival for arrival in rivals if arrival.figures.numbers != first.figures.numbers), None
    ):
        text = words.TWO_FILES if newest else words.TWO_FILES_WITHOUT_REVISION
        for arrival in rivals:
            differs = other if arrival.figures.numbers == first.figures.numbers else first
            exclusions.append(
                _turn(arrival, text.format(revision=newest, file=differs.file), Request.RIGHT_FILE)
            )
        return []
    for arrival in rivals:
        if arrival is not best:
            text = words.TWICE if arrival.digest == best.digest else words.SAME_FIGURES
            exclusions.append(_turn(arrival, text.format(file=best.file)))
    return [best]


def _without_copies(summands: list[Arrival], exclusions: list[Exclusion]) -> list[Arrival]:
    """Without those that do not say whose they are and have the very figures of another report."""
    known: dict[bytes, str] = {}
    left: list[Arrival] = []
    for arrival in sorted(summands, key=lambda arrival: (arrival.named_by_file, arrival.file)):
        same = known.setdefault(arrival.figures.numbers, arrival.file)
        if arrival.named_by_file and same != arrival.file:
            exclusions.append(_turn(arrival, words.SAME_FIGURES.format(file=same)))
        else:
            left.append(arrival)
    return left


def _preference(arrival: Arrival) -> tuple[object, ...]:
    """A package tells more than a workbook, one that was sent more than one that tells no state."""
    return arrival.kind != "package", arrival.state is None, arrival.code_right is None, arrival.file


def _older(arrival: Arrival, best: Arrival) -> str:
    if arrival.revision:
        return words.OLDER.format(file=best.file, revision=best.revision)
    same = arrival.figures.numbers == best.figures.numbers
    text = words.WITHOUT_REVISION if same else words.WITHOUT_REVISION_OTHER_FIGURES
    return text.format(file=best.file, revision=best.revision)


def _not_returned(group: list[Arrival], exclusions: list[Exclusion]) -> list[Arrival]:
    """The reports that count with the office: none of a revision that it gave back, nor an older one."""
    back = [arrival for arrival in group if _is_with_facility(arrival)]
    if not back:
        return group
    last = max(back, key=lambda arrival: arrival.revision)
    left: list[Arrival] = []
    for arrival in group:
        if _is_with_facility(arrival):
            state = arrival.form.states[arrival.state or ""].title
            exclusions.append(_turn(arrival, words.AWAITED.format(state=state.lower())))
        elif arrival.revision <= last.revision:
            state = last.form.states[last.state or ""].title.lower()
            text = words.RETURNED.format(revision=arrival.revision, state=state, file=last.file)
            exclusions.append(_turn(arrival, text))
        else:
            left.append(arrival)
    return left


def _is_with_facility(arrival: Arrival) -> bool:
    return arrival.state is not None and arrival.form.states[arrival.state].editable


def _other_name(group: Sequence[Arrival]) -> Arrival | None:
    """A report whose name is clearly not that of the first; None when all may be of one facility."""
    return next((arrival for arrival in group if not _alike(arrival.name, group[0].name)), None)


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

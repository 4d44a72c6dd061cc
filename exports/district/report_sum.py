"""The reports of many facilities added up: every file is read, checked, decided about, and the newest ones summed.

Of a file only what is needed later is kept, about two kilobytes, whatever it holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from exports.district import sum_words
from exports.district.answers_folder import AnswersFolder, StandingAnswers
from exports.district.arriving.arrivals import (
    Arrival,
    Exclusion,
)
from exports.district.arriving.examination import (
    Examination,
)
from exports.district.arriving.expected_facilities import (
    ExpectedFacility,
)
from exports.district.arriving.office_letters import OfficeLetters
from exports.district.packed_figures import (
    add_up,
    cells_apart,
    corresponding_cells_apart,
    number_at,
)
from exports.district.selection import select_arrivals
from exports.district.sizes.outliers import outliers
from exports.district.sizes.profile_codes import name_of
from forms.dossier.content import Content, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.issue import Issue
from forms.model.record import FieldRole
from forms.model.text import fold
from forms.report.checking.checker import check_sum
from forms.report.figures import Figures, Number
from forms.sets import newest, set_named
from forms.sets.form_set import FormSet


@dataclass(frozen=True)
class Changes:
    """In how many cells a report differs from the sending before, and from last year's report; None where there is none."""

    since_sending: int | None
    since_year: int | None


@dataclass(frozen=True)
class Collection:
    """What arrived: the *summands* are added up, by name; the *exclusions* are not, by file, each with its reason.

    *school_year* is that of the sum, None without any report. *expected* are the facilities that are to
    send, when a list of them was given; *answers* those that the office gave until now, *letters* what it asked with.
    *is_of_approved*: only approved reports are summands. *part*: of which ward or kind they are, where they are not all. Reports of one
    set, *set_name* as files name it, are added up; those of each other one stand *beside*, added up apart, with the same exclusions.
    """

    summands: tuple[Arrival, ...]
    exclusions: tuple[Exclusion, ...]
    school_year: SchoolYear | None
    expected: tuple[ExpectedFacility, ...] = ()
    answers: AnswersFolder = field(default_factory=AnswersFolder, compare=False)
    letters: OfficeLetters = field(default_factory=OfficeLetters, compare=False)
    is_of_approved: bool = False
    part: str = ""
    set_name: str = ""
    beside: tuple[Collection, ...] = ()

    @property
    def form(self) -> FormSet:
        """The form that is added up."""
        name = self.set_name or (self.summands[0].set_name if self.summands else "")
        return set_named(name) if name else newest()

    def office_content(self, year: SchoolYear) -> Content:
        """What the office itself has for *year*, that of the sum where there is one: its letter, no record and no figure."""
        return self.letters.in_force(empty_content(self.school_year or year, self.form))

    @property
    def all_sets(self) -> tuple[Collection, ...]:
        """The sums of every set, this one first."""
        return (self, *self.beside)

    @property
    def of_next_set(self) -> Collection:
        """The sum of the set that stands beside first, with all others beside it; the same where there is one set."""
        if not self.beside:
            return self
        following, *others = self.beside
        return replace(following, beside=(*others, replace(self, beside=())))

    def of_set(self, name: str) -> Collection:
        """The sum of the set of that name, with all others beside it; the same where there is none of it."""
        turned = self
        for _ in self.beside:
            if turned.set_name == name:
                return turned
            turned = turned.of_next_set
        return turned if turned.set_name == name else self

    @cached_property
    def added(self) -> tuple[Arrival, ...]:
        """The reports that are added up, of every set."""
        return tuple(arrival for one in self.all_sets for arrival in one.summands)

    @property
    def is_training(self) -> bool:
        """Whether made-up reports are added up: then there are no others."""
        return any(arrival.is_marked for arrival in self.summands)

    @cached_property
    def total(self) -> Figures:
        """The sum, cell by cell, of all ownership blocks; a cell is empty that is empty in every report."""
        return add_up((arrival.figures for arrival in self.summands), self.form)

    @cached_property
    def issues(self) -> Sequence[Issue]:
        """What is wrong in the sum: the structural rules, in every block."""
        return check_sum(self.total, {})

    def prepare(self) -> None:
        """Work out now what is slow, so that nobody waits for it later: of 2,000 reports half a second."""
        _ = self.answers.can_be_read
        for one in self.all_sets:
            _ = one.issues, one.outliers, one.not_arrived

    def behind(self, table_id: str, row_key: str, column_key: str) -> list[tuple[Arrival, Number]]:
        """The reports whose figures make up a cell of the sum, with their figure, which is never 0."""
        place = table_id, row_key, column_key
        figures = ((arrival, number_at(arrival.figures, place, self.form)) for arrival in self.summands)
        return [(arrival, number) for arrival, number in figures if number]

    def changes_of(self, arrival: Arrival) -> Changes:
        """How far a report is from those that the same facility sent before, as far as they arrived."""
        sending, before = (
            _last(
                one
                for one in self._others_of(arrival)
                if one.school_year == arrival.school_year
                and one.revision < arrival.revision
                and one.set_name == arrival.set_name
            ),
            self.before(arrival),
        )
        return Changes(
            None if sending is None else cells_apart(arrival.figures, sending.figures),
            None if before is None else _apart_from_year_before(arrival, before),
        )

    def before(self, arrival: Arrival) -> Arrival | None:
        """The report of the same facility for the school year before, where it arrived."""
        year = arrival.school_year
        others = self._others_of(arrival)
        return _last(
            one for one in others if one.school_year and year and one.school_year.start == year.start - 1
        )

    def before_in_set(self, arrival: Arrival) -> Arrival | None:
        """The same where it was made by the same set: its totals are the same totals."""
        before = self.before(arrival)
        return before if before is not None and before.set_name == arrival.set_name else None

    def _others_of(self, arrival: Arrival) -> Sequence[Arrival]:
        return self._others.get(arrival.facility_code, ()) if arrival.facility_code else ()

    @cached_property
    def outliers(self) -> Mapping[str, tuple[str, ...]]:
        """File of a report that is added up → what stands out in it, in words."""
        return outliers(self.summands, self.before_in_set, self.form)

    def request_for(self, exclusion: Exclusion) -> str:
        """What its facility is to be asked, in one sentence; empty where it sent another report that is added up."""
        return "" if exclusion.facility_code in self._codes else exclusion.request_in_words

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(arrival.facility_code for arrival in self.added if arrival.facility_code)

    @cached_property
    def _others(self) -> Mapping[str, Sequence[Arrival]]:
        """Code → the reports that are not added up."""
        others: defaultdict[str, list[Arrival]] = defaultdict(list)
        for exclusion in self.exclusions:
            if exclusion.arrival is not None and exclusion.facility_code and not exclusion.arrival.is_draft:
                others[exclusion.facility_code].append(exclusion.arrival)
        return others

    @cached_property
    def not_arrived(self) -> tuple[ExpectedFacility, ...]:
        """The expected facilities of which nothing came, by code or, without one, by name; in the order of their list."""
        files: list[Examination] = [*self.added, *filter(self._is_of_the_year, self.exclusions)]
        codes = {file.facility_code for file in files}
        names = {fold(arrival.name) for arrival in self.added if not arrival.facility_code}
        return tuple(
            self._as_last_year(facility)
            for facility in self.expected
            if facility.code not in codes and fold(facility.name) not in names
        )

    def _is_of_the_year(self, exclusion: Exclusion) -> bool:
        """Last year's report beside it is none of this year."""
        return exclusion.arrival is None or exclusion.arrival.school_year in (None, self.school_year)

    def _as_last_year(self, facility: ExpectedFacility) -> ExpectedFacility:
        """With the ward and the phone of its last report, where the list does not tell them."""
        known = _last(self._others.get(facility.code, ()))
        if known is None:
            return facility
        ward = facility.ward or (name_of(known.form, FieldRole.WARD, known.ward) if known.ward else "")
        return facility._replace(ward=ward, phone=facility.phone or known.phone)


def _apart_from_year_before(arrival: Arrival, before: Arrival) -> int | None:
    """In how many cells they differ, of two sets in those that both declare; None where no set declares any."""
    if arrival.set_name == before.set_name:
        return cells_apart(arrival.figures, before.figures)
    known = arrival.form.correspondence_with(before.form)
    if known is None:
        return None
    return corresponding_cells_apart(arrival.figures, arrival.form, before.figures, before.form, known)


def _last(arrivals: Iterable[Arrival]) -> Arrival | None:
    return max(arrivals, key=lambda one: (one.revision, one.file), default=None)


def combine(
    arrived: Iterable[Examination],
    year: SchoolYear | None = None,
    expected: tuple[ExpectedFacility, ...] = (),
    answers: AnswersFolder | None = None,
    letters: OfficeLetters | None = None,
) -> Collection:
    """Decide about what was examined: the sum of the set of most reports, those of the others beside it."""
    chosen = select_arrivals(arrived, year)
    answers, letters = answers or AnswersFolder(), letters or OfficeLetters()
    by_set: defaultdict[str, list[Arrival]] = defaultdict(list)
    for arrival in chosen.summands:
        by_set[arrival.set_name].append(arrival)
    names = sorted(by_set, key=lambda name: (-len(by_set[name]), name)) or [""]
    first, *beside = (
        Collection(
            tuple(by_set[name]),
            chosen.exclusions,
            chosen.school_year,
            expected,
            answers,
            letters,
            set_name=name,
        )
        for name in names
    )
    return replace(first, beside=tuple(beside))


def of_approved(collection: Collection) -> Collection:
    """The same, of whose summands those are left out that are not approved now; locked ones are."""
    left: list[Arrival] = []
    exclusions = list(collection.exclusions)
    answers = collection.answers.standing
    for arrival in collection.summands:
        if _is_approved(arrival, answers):
            left.append(arrival)
        else:
            state = answers.title_of(arrival, sum_words.STATE_UNTOLD)
            reason = sum_words.NOT_APPROVED.format(state=state)
            exclusions.append(Exclusion(arrival.file, reason, arrival.facility_code, arrival))
    return replace(
        collection,
        summands=tuple(left),
        exclusions=tuple(exclusions),
        is_of_approved=True,
        beside=tuple(map(of_approved, collection.beside)),
    )


def _is_approved(arrival: Arrival, answers: StandingAnswers) -> bool:
    state = answers.state_of(arrival)
    return state is not None and state != arrival.form.send.target and not arrival.form.states[state].editable

"""By what an officer decides which reports to look at: parts of the list, orders of it, marks."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from exports.district.answers_folder import StandingAnswers
from exports.district.arriving.arrivals import (
    Arrival,
)
from exports.district.report_sum import Changes, Collection
from forms.model.declared import StrEnum
from tui.jobs.district.approving import is_open


class FacilityPart(StrEnum):
    """The parts of the list."""

    ALL = "all"
    OPEN = "open"
    CLEAN = "clean"
    ERRORS = "errors"
    UNEXPLAINED = "unexplained"
    WARNINGS = "warnings"
    MISSING = "missing"
    UNUSUAL = "unusual"
    SINCE_SENDING = "since_sending"
    SINCE_YEAR = "since_year"


class FacilityOrder(StrEnum):
    """The orders of the list."""

    NAME = "name"
    DAY = "day"
    FAULTS = "faults"
    UNEXPLAINED = "unexplained"
    UNUSUAL = "unusual"
    SINCE_SENDING = "since_sending"
    SINCE_YEAR = "since_year"
    STATE = "state"


class Seen(NamedTuple):
    """A report with what is known of it beside, worked out when it is asked for: of many that are read few are seen.

    *untold* are the words for the state of one that tells none.
    """

    arrival: Arrival
    collection: Collection
    answers: StandingAnswers
    untold: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be answered."""
        return is_open(self.arrival, self.answers)

    @property
    def state(self) -> str:
        """Its state in words."""
        return self.answers.title_of(self.arrival, self.untold)

    @property
    def changes(self) -> Changes:
        """How far it is from what the same facility sent before."""
        return self.collection.changes_of(self.arrival)

    @property
    def outliers(self) -> tuple[str, ...]:
        """What stands out in it."""
        return self.collection.outliers.get(self.arrival.file, ())


_IN_PART: dict[FacilityPart, Callable[[Seen], object]] = {
    FacilityPart.ALL: lambda seen: True,
    FacilityPart.OPEN: lambda seen: seen.is_open,
    FacilityPart.CLEAN: lambda seen: (
        seen.is_open
        and not (
            seen.arrival.errors or seen.arrival.missing or seen.arrival.unexplained or seen.arrival.remarks
        )
    ),
    FacilityPart.ERRORS: lambda seen: seen.arrival.errors,
    FacilityPart.UNEXPLAINED: lambda seen: seen.arrival.unexplained,
    FacilityPart.WARNINGS: lambda seen: seen.arrival.warnings,
    FacilityPart.MISSING: lambda seen: seen.arrival.missing,
    FacilityPart.UNUSUAL: lambda seen: seen.outliers,
    FacilityPart.SINCE_SENDING: lambda seen: seen.changes.since_sending,
    FacilityPart.SINCE_YEAR: lambda seen: seen.changes.since_year,
}
_KEYS: dict[FacilityOrder, Callable[[Seen], Any]] = {
    FacilityOrder.DAY: lambda seen: tuple(-ord(char) for char in seen.arrival.sent_at) or (1,),
    FacilityOrder.FAULTS: lambda seen: (
        -seen.arrival.errors - (seen.arrival.missing or 0),
        -seen.arrival.warnings,
    ),
    FacilityOrder.UNEXPLAINED: lambda seen: -(seen.arrival.unexplained or 0),
    FacilityOrder.UNUSUAL: lambda seen: -len(seen.outliers),
    FacilityOrder.SINCE_SENDING: lambda seen: -(seen.changes.since_sending or 0),
    FacilityOrder.SINCE_YEAR: lambda seen: -(seen.changes.since_year or 0),
    FacilityOrder.STATE: lambda seen: seen.state,
}


class Triage:
    """The reports that *arrived* by now: which part is shown, in which order, which are marked."""

    def __init__(self, arrived: Callable[[], Collection], untold: str) -> None:
        self._arrived = arrived
        self._untold = untold
        self.part, self.order = FacilityPart.ALL, FacilityOrder.NAME
        self.marked: frozenset[str] = frozenset()
        """The files of the reports that are marked."""

    @property
    def look(self) -> object:
        """Another value when other rows are to be shown."""
        return self.part, self.order

    def every(self) -> list[Seen]:
        """All reports, as they are now."""
        collection = self._arrived()
        answers = collection.answers.standing
        return [Seen(arrival, collection, answers, self._untold) for arrival in collection.summands]

    def shown(self) -> list[Seen]:
        """Those of the part, in order."""
        some = [seen for seen in self.every() if _IN_PART[self.part](seen)]
        if self.order is not FacilityOrder.NAME:  # that of the reports of a collection
            some.sort(key=_KEYS[self.order])
        return some

    def counts(self) -> dict[FacilityPart, int]:
        """How many there are in each part."""
        every = self.every()
        return {part: sum(bool(holds(seen)) for seen in every) for part, holds in _IN_PART.items()}

    def mark(self, arrivals: Sequence[Arrival]) -> None:
        """Mark them as well."""
        self.marked |= {arrival.file for arrival in arrivals}

    def turn_mark(self, arrival: Arrival) -> None:
        """Mark a report, or take its mark away."""
        self.marked ^= {arrival.file}

    def marked_arrivals(self) -> list[Arrival]:
        """The reports that are marked."""
        return [arrival for arrival in self._arrived().summands if arrival.file in self.marked]

"""A line of a list of the office."""

from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from exports.district.arriving.arrivals import (
    Arrival,
)
from forms.model.text import format_moment
from tui.desk.page import BETWEEN
from tui.pages.district.triage import Seen
from tui.texts.district import office_words


class OfficeLine(Protocol):
    """A line: its cells, the whole of it in words, the report behind it, whether it wants a look, what to ask the facility for."""

    @property
    def cells(self) -> tuple[str, ...]:
        """What it shows."""

    @property
    def in_words(self) -> str:
        """The whole of it."""

    @property
    def arrival(self) -> Arrival | None:
        """The report behind it."""

    @property
    def is_wrong(self) -> bool:
        """Whether it wants a look."""

    @property
    def request(self) -> str:
        """What the facility is to be asked for."""

    @property
    def searched(self) -> str:
        """That in which letters are looked for."""


class FileLine(NamedTuple):
    """One of a file, or of a facility that is not heard of."""

    cells: tuple[str, ...]
    in_words: str
    arrival: Arrival | None = None
    is_wrong: bool = False
    request: str = ""

    @property
    def searched(self) -> str:
        """Its name and the words."""
        return f"{self.cells[0]} {self.in_words}"


class FacilityLine:
    """The line of a report that is added up, made when it comes into view."""

    request = ""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen

    @property
    def arrival(self) -> Arrival:
        """The report."""
        return self._seen.arrival

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Its name, then what an officer decides by."""
        arrival, changes = self.arrival, self._seen.changes
        return (
            self._name,
            self._seen.state,
            str(arrival.errors),
            _told(arrival.unexplained),
            _told(arrival.missing),
            str(len(self._seen.outliers)),
            format_moment(arrival.sent_at[:10])[:5] if arrival.sent_at else "",
            str(arrival.warnings),
            _told(changes.since_sending),
            _told(changes.since_year),
        )

    @property
    def _name(self) -> str:
        return self.arrival.name or self.arrival.facility_code or self._file

    @property
    def _file(self) -> str:
        return Path(self.arrival.file).name

    @property
    def _named(self) -> tuple[str, ...]:
        code = self.arrival.facility_code
        facts = self._file, office_words.CODE_OF.format(code=code) if code else "", self.arrival.check_code
        return tuple(filter(None, facts))

    @property
    def in_words(self) -> str:
        """Its file and codes, as far as it tells them, then what stands out."""
        return BETWEEN.join((*self._named, *self._seen.outliers, *self.arrival.remarks))

    @property
    def searched(self) -> str:
        """Its name, file and codes."""
        return " ".join((self._name, *self._named))

    @property
    def is_wrong(self) -> bool:
        """Whether something is to be put right in it."""
        return bool(self.arrival.errors or self.arrival.missing or self.arrival.remarks)


def _told(count: int | None) -> str:
    return office_words.UNTOLD if count is None else str(count)

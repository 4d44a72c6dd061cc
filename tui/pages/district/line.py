"""A line of a list of the office."""

from typing import NamedTuple

from exports.district.arriving.arrivals import (
    Arrival,
)


class FacilityLine(NamedTuple):
    """A line: its cells, the whole of it in words, the report behind it, whether it wants a look, what to ask the facility for."""

    cells: tuple[str, ...]
    in_words: str
    arrival: Arrival | None = None
    is_wrong: bool = False
    request: str = ""

"""A norm: how many there may be of something, in which document that stands, and on which days it is in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from forms.model.declared import Frozen


class Norm(Frozen):
    """The most that a *document* allows from the day *since* to the day *until*, both included; without *until* to this day.

    *key* names *what* is limited, *limits* says how much of it: by the code of what it depends on, ``""`` where it
    depends on nothing. Empty limits: no number is known for these days, whoever asks stays silent. *source* is where it
    was read, *certainty* how sure that is, *note* what else is to be known.
    """

    key: str
    what: str
    since: date
    until: date | None
    limits: Mapping[str, int]
    document: str
    source: str
    certainty: str
    note: str = ""

    def in_force(self, day: date) -> bool:
        """Whether it holds on that day."""
        return self.since <= day and (self.until is None or day <= self.until)

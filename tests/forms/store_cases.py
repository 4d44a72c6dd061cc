"""What the tests of the store share: a year, a clock that is set by hand, a store in a fresh folder."""

from __future__ import annotations

import errno
from datetime import datetime, timedelta, timezone

from forms.dossier.roster import SchoolYear

YEAR = SchoolYear(2019)
MAIN, JOURNAL = "2019-2020.json", "2019-2020.journal"
PHONE = ("facility", "phone")
ZONE = timezone(timedelta(hours=7))
START_DAY = datetime(2019, 9, 19, 8, 12, tzinfo=ZONE)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = START_DAY

    def __call__(self) -> datetime:
        return self.now


def on_windows(code: int, target: str | None = None) -> OSError:
    """What Windows answers."""
    error = OSError(errno.EACCES, "denied", "a", None, target)
    error.winerror = code  # type: ignore[attr-defined]
    return error

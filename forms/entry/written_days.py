"""A day as systems and people write it into lists: with a time, in quotes, in words, the year first."""

import re
from unicodedata import normalize

from forms.model.declared import StrEnum
from forms.model.text import clean, fold, parse_date

_QUOTES = "'\"’‘`“”"
_TIME = r"(?:T| +)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)? ?(?:([AP]M|SA|CH)|(Z|[+-][0-9]{2}:?[0-9]{2}))?"
_WORDS = r"(?:ngay )?([0-9]{1,2}),? thang ([0-9]{1,2}),? nam ([0-9]{2,4})"
_YEAR_FIRST = r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})"
_YEAR_FIRST_RUN = r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-9]{2})"
_CALENDAR_DAY = (
    r"(?:[0-2]?[0-9]|3[01])/(?:0?[1-9]|1[0-2])/[0-9]{4}|(?:[0-2][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{4}"
)

_SLASHED = r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4}|[0-9]{2})"
_RUN = r"([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})"
_MONTHS = 12


class DayOrder(StrEnum):
    """What stands first in the days of a column."""

    DAY = "dmy"
    MONTH = "mdy"


def has_month_first(text: str) -> bool:
    """Whether *text* is a day that can only have the month first."""
    first, second, _ = _numbers(text)
    return first <= _MONTHS < second


def may_be_two_days(text: str) -> bool:
    """Whether *text* is a day with either number first, and another one each time."""
    first, second, year = _numbers(text)
    return bool(year) and first != second and max(first, second) <= _MONTHS


def day_first(text: str) -> str:
    """A day that is written with the month first, with the day first; any other text as it is."""
    first, second, year = _numbers(text)
    return f"{second}/{first}/{year}" if year else text


def _numbers(text: str) -> tuple[int, int, str]:
    plain = plain_day(text)
    match = re.fullmatch(_SLASHED, plain, re.ASCII) or re.fullmatch(_RUN, plain, re.ASCII)
    return (int(match[1]), int(match[2]), match[3]) if match else (0, 0, "")


def plain_day(text: str) -> str:
    """*text* as ``parse_date`` takes it: ``'25 / 05 / 2016 00:00`` is ``25/05/2016``; what is no such writing as it is.

    Day before month, unless the year is first; the time of day is left away. A moment of another zone is no day here.
    """
    plain = _without_time(clean(normalize("NFKC", text)).strip(_QUOTES).strip())
    if plain is None:
        return text
    if match := re.fullmatch(_WORDS, fold(plain), re.ASCII):
        return "/".join(match.groups())
    plain = re.sub(r" ?[/\\.,-] ?", lambda sign: sign[0].strip().translate({92: "/", 44: "/"}), plain)
    if match := re.fullmatch(_YEAR_FIRST, plain, re.ASCII):
        year, month, day = match.groups()
        return f"{year}-{month:0>2}-{day:0>2}"
    if match := re.fullmatch(_YEAR_FIRST_RUN, plain, re.ASCII):
        # read day first its year would be one before 1300
        return "-".join(match.groups())
    return plain if re.search("[0-9]", plain) else text


def is_of_no_calendar(text: str) -> bool:
    """Whether *text* is written as a day, and there is no such day: 30/02/2016."""
    plain = re.sub("[. -]", "/", plain_day(text))
    return bool(re.fullmatch(_CALENDAR_DAY, plain)) and parse_date(plain) is None


def _without_time(text: str) -> str | None:
    """*text* without a time of day at its end; None where that time is of another zone than ours."""
    match = re.search(f"{_TIME}$", text, re.ASCII | re.IGNORECASE)
    if match is None:
        return text
    hour, minute, second, _, zone = match.groups()
    is_midnight = not any(int(part or 0) for part in (hour, minute, second))
    return None if zone and not is_midnight else text[: match.start()]

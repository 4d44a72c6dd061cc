"""Every day that words may tell: 10/01/2017, 10-1-17, 10.01.2017, 2017-01-10, 10012017, «ngày 10 tháng 1 năm 2017»."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from forms.model.text import parse_iso

_SIGN = r"\s*[/.,\-\\]\s*"
_MONTH = rf"(?:{_SIGN}|\s+|\s*,?\s*thang\s*)"
_YEAR = rf"(?:{_SIGN}'?|\s+|\s*,?\s*nam\s*)"
_BEGIN, _END = r"(?<!\d)", r"(?!\d)"
_SURE = (
    re.compile(rf"{_BEGIN}(?P<d>\d{{1,2}}){_MONTH}(?P<m>\d{{1,2}}){_YEAR}(?P<y>\d{{4}}){_END}"),
    re.compile(rf"{_BEGIN}(?P<d>\d{{1,2}})(?P<sign>[/.\-])(?P<m>\d{{1,2}})(?P=sign)'?(?P<y>\d{{2}}){_END}"),
    re.compile(
        rf"{_BEGIN}(?P<d>\d{{1,2}})\s*,?\s*thang\s*(?P<m>\d{{1,2}})\s*,?\s*nam\s*(?P<y>\d{{2}}){_END}"
    ),
    re.compile(
        rf"{_BEGIN}(?P<y>\d{{4}})\s*(?P<sign>[/.\-])\s*(?P<m>\d{{1,2}})\s*(?P=sign)\s*(?P<d>\d{{1,2}}){_END}"
    ),
    re.compile(rf"{_BEGIN}(?P<d>\d{{2}})(?P<m>\d{{2}})(?P<y>\d{{4}}){_END}"),
    re.compile(rf"{_BEGIN}(?P<y>\d{{4}})(?P<m>\d{{2}})(?P<d>\d{{2}}){_END}"),
)
_PERHAPS = (
    # one may begin within another: 3, 10, 1, 2017
    re.compile(
        rf"(?={_BEGIN}(?P<d>\d{{1,2}})\D{{1,10}}(?P<m>\d{{1,2}})\D{{1,10}}(?P<y>\d{{4}}|\d{{2}}){_END}(?P<end>))"
    ),
    re.compile(rf"{_BEGIN}(?P<y>\d{{4}})\D{{1,3}}(?P<m>\d{{1,2}})\D{{1,3}}(?P<d>\d{{1,2}}){_END}"),
    re.compile(rf"{_BEGIN}(?P<d>\d{{2}})(?P<m>\d{{2}})(?P<y>\d{{2}}){_END}"),
)


class WrittenDay(NamedTuple):
    """A *day* that may be meant from *start* up to *end*; *is_sure*: nothing else is written so."""

    day: date
    start: int
    end: int
    is_sure: bool


def days_in(text: str, *, only_sure: bool = False) -> Iterator[WrittenDay]:
    """The days of *text*, in letters without marks; years of two digits are of this century or of the last one."""
    for patterns, is_sure in ((_SURE, True), (() if only_sure else _PERHAPS, False)):
        for pattern in patterns:
            for match in pattern.finditer(text):
                end = match.end("end") if "end" in pattern.groupindex else match.end()
                year = match["y"]
                for century in ("",) if len(year) == 4 else ("19", "20"):
                    day = parse_iso(f"{century}{year}-{match['m']:0>2}-{match['d']:0>2}")
                    if day is not None:
                        yield WrittenDay(day, match.start(), end, is_sure)

"""The list of the facilities that are to send: a text file with a code and a name a line."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from exports.district.arriving import (
    arrival_words as words,
)
from exports.district.arriving.arriving_files import (
    NotRead,
    bytes_of,
)
from forms.model.text import clean, shorten

_COMMENT = "#"


class ExpectedFacility(NamedTuple):
    """A facility that is to send."""

    code: str
    name: str


class ExpectedList(NamedTuple):
    """The facilities of a list in its order, each code once, and what in it was not read."""

    facilities: tuple[ExpectedFacility, ...]
    problems: tuple[str, ...] = ()


def read_expected(path: Path) -> ExpectedList:
    """The list in *path*: «79761001 Nhóm trẻ Hoa Hồng» a line; empty lines and lines from # are passed by."""
    try:
        text = bytes_of(path).decode("utf-8-sig")
    except NotRead as error:
        return ExpectedList((), (str(error),))
    except UnicodeDecodeError:
        return ExpectedList((), (words.LIST_NOT_UTF8,))
    facilities: dict[str, ExpectedFacility] = {}
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        shown = clean(line)
        if not shown or shown.startswith(_COMMENT):
            continue
        code, _, name = shown.partition(" ")
        code = code.rstrip(",;")
        if not (code.isascii() and code.isalnum() and name):
            problems.append(words.LIST_WRONG_LINE.format(number=number, text=shorten(shown)))
            continue
        facilities.setdefault(code, ExpectedFacility(code, name))
    return ExpectedList(tuple(facilities.values()), tuple(problems))


def join_lists(lists: Iterable[ExpectedList]) -> tuple[ExpectedFacility, ...]:
    """The facilities of several lists, each code once."""
    facilities: dict[str, ExpectedFacility] = {}
    for expected in lists:
        for facility in expected.facilities:
            facilities.setdefault(facility.code, facility)
    return tuple(facilities.values())

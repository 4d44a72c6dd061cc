"""The list of the facilities that are to send: a text file with a code and a name a line, or a sheet with a row each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from exports.district.arriving import (
    arrival_words as words,
)
from exports.district.arriving.arriving_files import (
    NotRead,
    bytes_of,
)
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.workbook_reader import read_workbook
from forms.model.text import clean, fold, shorten

_COMMENT = "#"
_FIELDS = re.compile(r"[;\t]")
"""What lies between the fields of a line that holds more than code and name; a comma may also be part of a name."""
_AFTER_CODE = re.compile(r"[,\s]+")
_CODE_HEADINGS, _NAME_HEADINGS = ("ma",), ("ten", "co so", "truong")
"""How the headings of the columns begin, folded."""
_MOST_BEFORE = 15
"""Rows of a sheet among which the headings are looked for."""


class ExpectedFacility(NamedTuple):
    """A facility that is to send."""

    code: str
    name: str


class ExpectedList(NamedTuple):
    """The facilities of a list in its order, each code once, and what in it was not read."""

    facilities: tuple[ExpectedFacility, ...]
    problems: tuple[str, ...] = ()


class _Line(NamedTuple):
    number: int
    code: str
    name: str
    text: str


def read_expected(path: Path) -> ExpectedList:
    """The list in *path*, a text file or a workbook.

    In text «79761001 Nhóm trẻ Hoa Hồng» a line, with a blank, comma, semicolon or tab behind the code; empty lines and
    lines from # are passed by. In a workbook the columns below «Mã …» and «Tên …» of each sheet, else the first two.
    """
    try:
        lines = list(_text_lines(path) if path.suffix.lower() == ".txt" else _sheet_lines(path))
    except (NotRead, WorkbookRefused) as error:
        return ExpectedList((), (str(error),))
    except UnicodeDecodeError:
        return ExpectedList((), (words.LIST_NOT_UTF8,))
    facilities: dict[str, ExpectedFacility] = {}
    problems: list[str] = []
    for line in lines:
        if line.code.isascii() and line.code.isalnum() and line.name:
            facilities.setdefault(line.code, ExpectedFacility(line.code, line.name))
        else:
            problems.append(words.LIST_WRONG_LINE.format(number=line.number, text=shorten(line.text)))
    return ExpectedList(tuple(facilities.values()), tuple(problems))


def _text_lines(path: Path) -> Iterator[_Line]:
    """Raises NotRead, UnicodeDecodeError."""
    for number, line in enumerate(bytes_of(path).decode("utf-8-sig").splitlines(), 1):
        shown = clean(line)
        if not shown or shown.startswith(_COMMENT):
            continue
        fields = _FIELDS.split(line) if _FIELDS.search(line) else _AFTER_CODE.split(line.strip(), maxsplit=1)
        code, name = (_plain(field) for field in [*fields, ""][:2])
        if not _are_headings(code, name):
            yield _Line(number, code, name, shown)


def _sheet_lines(path: Path) -> Iterator[_Line]:
    """Raises WorkbookRefused."""
    for sheet in read_workbook(path).sheets:
        rows = [
            (row.number, {column: clean(cell.text) for column, cell in row.cells.items()})
            for row in sheet.rows
        ]
        if sheet.is_hidden or not rows:
            continue
        first, code, name = _columns(rows)
        for number, cells in rows:
            if number >= first and any(cells.values()):
                text = " ".join(cells.values())
                yield _Line(number, cells.get(code, ""), cells.get(name, ""), text)


def _columns(rows: Sequence[tuple[int, dict[int, str]]]) -> tuple[int, int, int]:
    """The first row below the headings, the columns of code and name; without headings all rows and the first two columns."""
    for number, cells in rows[:_MOST_BEFORE]:
        for code in sorted(cells):
            for name in sorted(cells):
                if code != name and _are_headings(cells[code], cells[name]):
                    return number + 1, code, name
    return 1, 1, 2


def _are_headings(code: str, name: str) -> bool:
    return fold(code).startswith(_CODE_HEADINGS) and fold(name).startswith(_NAME_HEADINGS)


def _plain(field: str) -> str:
    """A field without the quotes that programs put around it."""
    return clean(clean(field).strip('"'))


def join_lists(lists: Iterable[ExpectedList]) -> tuple[ExpectedFacility, ...]:
    """The facilities of several lists, each code once."""
    facilities: dict[str, ExpectedFacility] = {}
    for expected in lists:
        for facility in expected.facilities:
            facilities.setdefault(facility.code, facility)
    return tuple(facilities.values())

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
_WARD_HEADINGS, _PHONE_HEADINGS = (
    ("phuong", "xa", "dia ban"),
    ("dien thoai", "dt", "so dt", "sdt", "so dien thoai", "zalo"),
)
"""How the headings of the columns begin, folded."""
_MOST_BEFORE = 15
"""Rows of a sheet among which the headings are looked for."""


class ExpectedFacility(NamedTuple):
    """A facility that is to send; its ward in words and its phone where the list tells them."""

    code: str
    name: str
    ward: str = ""
    phone: str = ""


class ExpectedList(NamedTuple):
    """The facilities of a list in its order, each code once, and what in it was not read."""

    facilities: tuple[ExpectedFacility, ...]
    problems: tuple[str, ...] = ()


class _Line(NamedTuple):
    number: int
    code: str
    name: str
    text: str
    ward: str = ""
    phone: str = ""


def read_expected(path: Path) -> ExpectedList:
    """The list in *path*, a text file or a workbook.

    In text «79761001 Nhóm trẻ Hoa Hồng» a line, with a blank, comma, semicolon or tab behind the code; where semicolons or
    tabs part the fields, ward and phone may follow, in the order of a line of headings where there is one. Empty lines and lines from # are passed by. In a workbook the columns
    below «Mã …» and «Tên …» of each sheet, else the first two, and those below «Phường …» and «Điện thoại …».
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
            facilities.setdefault(line.code, ExpectedFacility(line.code, line.name, line.ward, line.phone))
        else:
            problems.append(words.LIST_WRONG_LINE.format(number=line.number, text=shorten(line.text)))
    return ExpectedList(tuple(facilities.values()), tuple(problems))


def _text_lines(path: Path) -> Iterator[_Line]:
    """Raises NotRead, UnicodeDecodeError."""
    ward_at, phone_at = 2, 3
    for number, line in enumerate(bytes_of(path).decode("utf-8-sig").splitlines(), 1):
        shown = clean(line)
        if not shown or shown.startswith(_COMMENT):
            continue
        fields = _FIELDS.split(line) if _FIELDS.search(line) else _AFTER_CODE.split(line.strip(), maxsplit=1)
        cells = dict(enumerate(map(_plain, fields)))
        code, name = cells[0], cells.get(1, "")
        if _are_headings(code, name):
            ward_at, phone_at = (_headed(cells, words) for words in (_WARD_HEADINGS, _PHONE_HEADINGS))
        else:
            yield _Line(
                number, code, name, shown, *(cells.get(at, "") if at else "" for at in (ward_at, phone_at))
            )


def _sheet_lines(path: Path) -> Iterator[_Line]:
    """Raises WorkbookRefused."""
    for sheet in read_workbook(path).sheets:
        rows = [
            (row.number, {column: clean(cell.text) for column, cell in row.cells.items()})
            for row in sheet.rows
        ]
        if sheet.is_hidden or not rows:
            continue
        first, *columns = _columns(rows)
        for number, cells in rows:
            if number >= first and any(cells.values()):
                text = " ".join(cells.values())
                code, name, ward, phone = (cells.get(column, "") for column in columns)
                yield _Line(number, code, name, text, ward, phone)


def _columns(rows: Sequence[tuple[int, dict[int, str]]]) -> tuple[int, int, int, int, int]:
    """The first row below the headings, the columns of code, name, ward and phone, 0 for none; without headings all rows and the first two columns."""
    for number, cells in rows[:_MOST_BEFORE]:
        for code in sorted(cells):
            for name in sorted(cells):
                if code != name and _are_headings(cells[code], cells[name]):
                    left = {column: text for column, text in cells.items() if column not in (code, name)}
                    ward, phone = (_headed(left, words) for words in (_WARD_HEADINGS, _PHONE_HEADINGS))
                    return number + 1, code, name, ward, phone
    return 1, 1, 2, 0, 0


def _headed(cells: dict[int, str], beginnings: tuple[str, ...]) -> int:
    return next((column for column in sorted(cells) if fold(cells[column]).startswith(beginnings)), 0)


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

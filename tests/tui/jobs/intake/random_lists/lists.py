"""Workbooks with lists as people make them: any fields in any order, headings of one to four rows, rubbish around."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO, StringIO
from itertools import pairwise
from random import Random
from typing import Any, NamedTuple
from unicodedata import normalize

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.tui.jobs.intake.random_lists import columns as columns_of
from tests.tui.jobs.intake.random_lists import values
from tests.tui.jobs.intake.random_lists.columns import Column, People, Person, Truth
from tests.tui.jobs.intake.random_lists.old_letters import tcvn3, vni
from tests.tui.jobs.intake.random_lists.values import BLANK, CLASSES, Said, Telling


class TrueRow(NamedTuple):
    """A row of a person: where it stands and the first column of its list, of which record it is, what it says.

    One that nobody sees is to be left out, and told.
    """

    sheet: str
    number: int
    left: int
    record: str
    truth: Truth
    is_hidden: bool = False


class MadeBook(NamedTuple):
    """A file, its rows, field → its titles, the titles of columns of no field, and whether some of it is in old letters."""

    data: bytes
    rows: Sequence[TrueRow]
    titles: Mapping[str, Sequence[str]]
    aside: Sequence[str]
    is_old: bool


ABOVE = (
    *(
        "PHÒNG GD&ĐT QUẬN 12",
        "ỦY BAN NHÂN DÂN PHƯỜNG HIỆP THÀNH",
        "NHÓM TRẺ MẪU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ),
    *(
        "Độc lập - Tự do - Hạnh phúc",
        "Năm học: 2019-2020",
        "(Kèm theo công văn số 12)",
        "Địa chỉ: 12 Tô Ký, Quận 12",
    ),
    *("Điện thoại: 0901234567", "Giáo viên: Trần Thị Mẫu Cô", "Tháng 9 năm 2019", "Ngày 05/09/2019"),
)
OF_LIST = {
    "child": (
        "DANH SÁCH TRẺ NĂM HỌC 2019-2020",
        "DANH SÁCH HỌC SINH",
        "Danh sách trẻ",
        "DANH SÁCH TRẺ ĐẦU NĂM",
        "",
    ),
    "staff": (
        "DANH SÁCH GIÁO VIÊN",
        "Danh sách cán bộ, giáo viên, nhân viên",
        "DANH SÁCH CB-GV-NV NĂM HỌC 2019-2020",
    ),
}
OF_CLASS = (
    "{}",
    "{}",
    "LỚP: {short}",
    "Lớp: {short}",
    "DANH SÁCH TRẺ {upper}",
    "Danh sách trẻ {lower}",
    "{upper}",
)
OF_SECTION = (
    "{}",
    "{upper}",
    "LỚP: {short}",
    "Lớp: {short}",
    "{}",
    "I. {upper}",
    "1. {}",
    "{} (12 trẻ)",
    "{}: 12 trẻ",
)
GROUPS_OF_STAFF = (
    *("I. BAN GIÁM HIỆU", "II. GIÁO VIÊN", "III. NHÂN VIÊN", "Tổ Nhà trẻ", "TỔ MẪU GIÁO", "Ban giám hiệu"),
    *(
        "Giáo viên:",
        "Nhân viên",
        "A. Cán bộ quản lý",
        "B. Giáo viên",
        "Tổ văn phòng",
        "TỔ NUÔI DƯỠNG (3 người)",
    ),
    *("Khối Lá", "1. Giáo viên khối Chồi", "Bảo vệ, cấp dưỡng", "Cộng: 3 người"),
)
OF_SUM = ("Cộng: {count}", "Cộng: {count} trẻ", "Tổng: {count} trẻ", "Tổng cộng: {count}")
BELOW = (
    *(
        "Tổng cộng: {count} trẻ",
        "Tổng số: {count} cháu",
        "TỔNG CỘNG",
        "Cộng: {count}",
        "Danh sách này có {count} trẻ.",
    ),
    *("Tổng số trẻ: {count}. Trong đó nữ: 3", "Ấn định danh sách có {count} trẻ", "Trong đó: Nam 3, Nữ 4"),
    *("Danh sách có {count} cháu", "Tổng cộng danh sách: {count}"),
)
SIGNED = (
    "Quận 12, ngày 5 tháng 9 năm 2019",
    "TP. Hồ Chí Minh, ngày 05 tháng 9 năm 2019",
    "Ngày ... tháng ... năm 2019",
)
SIGNERS = (
    *(
        "Người lập bảng",
        "HIỆU TRƯỞNG",
        "Chủ nhóm",
        "CHỦ NHÓM TRẺ",
        "Giáo viên chủ nhiệm",
        "GVCN",
        "Người lập biểu",
    ),
    *("NGƯỜI LẬP", "Chủ cơ sở", "P. HIỆU TRƯỞNG", "Xác nhận của chủ nhóm", "Thủ trưởng đơn vị"),
)
SIGNING = ("(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)", "(Đã ký)", "Trần Thị Mẫu Ký")
NOTES = (
    "Ghi chú: trẻ mới đánh dấu x",
    "* Ghi chú: ghi đúng theo giấy khai sinh",
    "Lưu ý: nộp trước ngày 15/9",
)
SHEETS = ("Sheet1", "Danh sách", "DS", "DS tre", "Trang tính1", "2019-2020", "Danh sách trẻ")
BANDS = ("Thông tin trẻ", "Thông tin chung", "THÔNG TIN HỌC SINH", "Phần trẻ", "Sơ yếu lý lịch")
BANDS_OF_FAMILY = ("Thông tin gia đình", "Gia đình", "Thông tin phụ huynh", "CHA MẸ")


DECORATED: Sequence[Callable[[str], str]] = (
    lambda title: f"{title} (*)",
    lambda title: f"{title}*",
    lambda title: title.upper(),
    lambda title: f" {title} ",
    lambda title: title.replace(" ", "\n", 1),
    lambda title: normalize("NFD", title),
    lambda title: f"{title}:",
    lambda title: title.title(),
)


EMPTY = Column((), lambda person: BLANK, ())
"""A column between two lists."""
SIDE_BY_SIDE, BELOW_IT, PLAIN = 0.06, 0.1, 0.07
"""How often two lists stand on one sheet, and how often a list is a file of text."""
LETTERS = frozenset(
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ "
)
FILE = "danh sách"


def random_book(chance: Random) -> MadeBook:
    """A file of one list, of one a class on a sheet each, or of two on one sheet."""
    return _Book(chance).made()


class _Book:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.first = "staff" if chance.random() < 0.08 else "child"
        self.rows: list[TrueRow] = []
        self.titles: dict[str, list[str]] = {}
        self.aside: list[str] = []
        self.encode: Callable[[str], str] | None = None
        self.font = ""
        if chance.random() < 0.03:
            self.encode, font = chance.choice(((tcvn3, ".VnTime"), (vni, "VNI-Times")))
            self.font = font if chance.random() < 0.7 else ""
        self.stray: Callable[[str], str] | None = None
        """Letters of the few names that were copied from an old list."""
        if not self.encode and chance.random() < 0.06:
            self.stray = chance.choice((tcvn3, vni))
        self.has_strays = False
        self.people = {record: People(chance, staff=record == "staff") for record in OF_LIST}
        self.decorate = chance.choice(DECORATED) if chance.random() < 0.3 else None

    def written(self, title: str) -> str:
        """A title as somebody writes it who marks what is mandatory, breaks lines, types without marks."""
        return self.decorate(title) if self.decorate and not self.encode else title

    def encoded(self, text: str) -> str:
        """A text in the letters of the list."""
        return self.encode(text) if self.encode else text

    def made(self) -> MadeBook:
        chance, book = self.chance, Workbook()
        book.remove(book.worksheets[0])
        shape = chance.random()
        sheet_title = chance.choice(SHEETS)
        by_class = self.first == "child" and not self.encode and chance.random() < 0.1
        plain: bytes | None = None
        if by_class:
            for code in chance.sample(list(CLASSES), chance.choice((2, 3))):
                title = CLASSES[code] if chance.random() < 0.7 else CLASSES[code].removeprefix("Lớp ")
                self._sheet(book.create_sheet(title), code)
        elif self.encode:
            self._sheet(book.create_sheet(sheet_title), None)
        elif shape < SIDE_BY_SIDE:
            self._side_by_side(book.create_sheet(sheet_title))
        elif shape < SIDE_BY_SIDE + BELOW_IT:
            self._below_each_other(book.create_sheet(sheet_title))
        elif shape < SIDE_BY_SIDE + BELOW_IT + PLAIN:
            sheet = book.create_sheet(FILE)
            self._sheet(sheet, None, is_plain=True)
            plain = _as_text(sheet, chance)
        else:
            self._sheet(book.create_sheet(sheet_title), None)
        if plain is None and chance.random() < 0.1:
            book.create_sheet("Sheet9")
        stream = BytesIO()
        book.save(stream)
        is_old = self.encode is not None or self.has_strays
        return MadeBook(plain or stream.getvalue(), self.rows, self.titles, self.aside, is_old)

    def _sheet(self, sheet: Any, sheet_class: str | None, *, is_plain: bool = False) -> None:
        of_sheet = _Sheet(self, sheet, self.first)
        if is_plain:
            of_sheet.rows_of_a_class, of_sheet.hides = 0, 0
        columns = self._columns_of(of_sheet, sheet_class)
        of_sheet.draw(columns, says_class=sheet_class is None)
        self._note(columns)

    def _columns_of(self, of_sheet: _Sheet, sheet_class: str | None) -> list[Column]:
        """The columns of a list, and the class that something other than a column says of it."""
        chance, record = self.chance, of_sheet.record
        columns = _staff_columns(chance) if record == "staff" else _child_columns(chance)
        has_class = any("class_code" in column.keys for column in columns)
        if sheet_class or self.encode or record == "staff":
            columns = [column for column in columns if "class_code" not in column.keys]
            of_sheet.class_given = sheet_class
        elif not has_class:
            of_sheet.class_given = chance.choice((None, *CLASSES))
            of_sheet.is_sectioned = of_sheet.class_given is None and chance.random() < 0.4
        return columns

    def _side_by_side(self, sheet: Any) -> None:
        """The second half of a list, or that of another class, to the right of the first."""
        chance = self.chance
        of_sheet = _Sheet(self, sheet, self.first)
        of_sheet.rows_of_a_class, of_sheet.hides = 0, 0
        columns = self._columns_of(of_sheet, None)
        if columns[0].keys != ("STT",):
            columns = [columns_of.number(chance), *columns]
        of_sheet.is_sectioned = False
        self._note(columns)
        if of_sheet.class_given and chance.random() < 0.5:
            of_sheet.classes_beside = (*chance.sample(list(CLASSES), 2),)
            of_sheet.class_given = None
        of_sheet.draw(columns, says_class=True, is_doubled=True)

    def _below_each_other(self, sheet: Any) -> None:
        """Another list below the first: of another class, or those who teach."""
        chance = self.chance
        first = _Sheet(self, sheet, self.first)
        columns = self._columns_of(first, None)
        first.draw(columns, says_class=True)
        self._note(columns)
        record = "staff" if self.first == "child" and chance.random() < 0.3 else self.first
        second = _Sheet(self, sheet, record)
        second.number = first.number + chance.choice((1, 1, 2, 4))
        second.left = first.left if chance.random() < 0.8 else second.left
        if record == self.first and chance.random() < 0.7:
            second.is_sectioned = False
            if first.is_sectioned or first.class_given:
                second.class_given = chance.choice(list(CLASSES))
        else:
            columns = self._columns_of(second, None)
        second.is_below = True
        second.draw(columns, says_class=True)
        self._note(columns)

    def _note(self, columns: Sequence[Column]) -> None:
        for column in columns:
            title = self.encoded(self.written(column.path[-1]))
            for key in column.keys:
                self.titles.setdefault(key, []).append(title)
            if not column.keys:
                self.aside.append(title)


class _Sheet:
    def __init__(self, book: _Book, sheet: Any, record: str) -> None:
        self.book, self.sheet, self.chance, self.record = book, sheet, book.chance, record
        chance = book.chance
        self.class_given: str | None = None
        self.is_sectioned = False
        self.left = chance.choice((1, 1, 1, 1, 2, 3, 6))
        self.rows_of_a_class = chance.choice((0, 0, 0, 0, 0, 3, 5))
        self.hides = 0.15 if chance.random() < 0.06 else 0
        self.classes_beside: tuple[str, ...] = ()
        self.is_below = False
        self.number = 1

    def draw(self, columns: list[Column], *, says_class: bool, is_doubled: bool = False) -> None:
        """The whole list, from its first line; *is_doubled*: twice, side by side."""
        self._above(says_class=says_class)
        gap = self.chance.choice((0, 0, 1)) if is_doubled else 0
        step = len(columns) + gap
        if self.classes_beside:
            for place, code in enumerate(self.classes_beside):
                column = self.left + place * step
                self.put(self.number, column, _of_class(self.chance.choice(OF_CLASS), code))
                if self.chance.random() < 0.5:
                    self._merge(self.number, self.number, column, column + len(columns) - 1)
            self.number += 1
        top = self.number
        headed = [*columns, *[EMPTY] * gap, *columns] if is_doubled else columns
        self._headings(headed)
        if self.chance.random() < 0.08 and not gap:
            self._counting(len(headed))
        if is_doubled:
            self._doubled_people(columns, step)
        else:
            self._people(columns)
        self._below(len(columns))
        if self.chance.random() < 0.3 and self.number < 200:
            self.sheet.freeze_panes = f"A{top + 1}"

    def put(self, row: int, column: int, value: Any, shown: str = "") -> None:
        """A cell, its text in the letters of the list."""
        cell = self.sheet.cell(row, column, self.book.encoded(value) if isinstance(value, str) else value)
        if shown:
            cell.number_format = shown
        if isinstance(value, str) and self.book.font:
            cell.font = Font(name=self.book.font)

    def _above(self, *, says_class: bool) -> None:
        chance = self.chance
        lines = chance.sample(ABOVE, chance.choice((0, 0, 1, 2, 3, 5)))
        title = chance.choice(OF_LIST[self.record])
        of_class = ""
        if self.class_given and says_class:
            of_class = _of_class(chance.choice(OF_CLASS), self.class_given)
        if lines or of_class:
            lines = [line for line in (*lines, title, of_class) if line]
        elif title and chance.random() < 0.3:
            lines = [title]
        for line in lines:
            column = self.left + chance.choice((0, 0, 1, 3))
            if line is of_class and ": " in line and chance.random() < 0.5:
                before, _, line = line.partition(" ")
                self.put(self.number, column, before)
                column += 1
            self.put(self.number, column, line)
            if column < self.left + 3 and chance.random() < 0.15:
                self._merge(self.number, self.number, self.left + 3, self.left + 6)
            self.number += chance.choice((1, 1, 1, 2))
        if chance.random() < 0.05 and not self.is_below:
            self.number = max(self.number, chance.randrange(8, 28))

    def _headings(self, columns: Sequence[Column]) -> None:
        chance = self.chance
        depth = max(len(column.path) for column in columns)
        height = (
            min(depth + chance.choice((0, 0, 0, 0, 1)), 4) if depth > 1 else chance.choice((1,) * 12 + (2,))
        )
        top = self.number
        across = chance.random() < 0.75
        downwards = chance.random() < 0.7
        height = height if downwards else depth
        at_bottom = across and not downwards and chance.random() < 0.5
        if depth == 1:
            self._doubled(columns, top)
        for level in range(depth - 1):
            self._grouped(columns, level, top + level, merged=across)
        for place, column in enumerate(columns):
            if column is EMPTY:
                continue
            level, is_alone = len(column.path) - 1, len(column.path) == 1
            row = top + (height - 1 if at_bottom and is_alone else level)
            if place and columns[place - 1].path == column.path:
                continue
            self.put(row, self.left + place, self.book.written(column.path[-1]))
            if downwards and row < top + height - 1:
                self._merge(row, top + height - 1, self.left + place, self.left + place)
        self.number = top + height

    def _grouped(self, columns: Sequence[Column], level: int, row: int, *, merged: bool) -> None:
        place = 0
        while place < len(columns):
            prefix = columns[place].path[: level + 1]
            end = place
            if len(columns[place].path) > level + 1:
                while end + 1 < len(columns) and _begins(columns[end + 1].path, prefix, level):
                    end += 1
                self.put(row, self.left + place, self.book.written(prefix[-1]))
                if merged and end > place:
                    self._merge(row, row, self.left + place, self.left + end)
            place = end + 1

    def _doubled(self, columns: Sequence[Column], row: int) -> None:
        """One title over two columns stands once."""
        for place, (column, following) in enumerate(pairwise(columns)):
            if column.path == following.path:
                self._merge(row, row, self.left + place, self.left + place + 1)

    def _merge(self, top: int, bottom: int, left: int, right: int) -> None:
        self.sheet.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)

    def _counting(self, count: int) -> None:
        style = self.chance.choice((str, int, "({})".format))
        for place in range(count):
            self.put(self.number, self.left + place, style(place + 1))
        self.number += 1

    def _people(self, columns: Sequence[Column]) -> None:
        chance = self.chance
        count = chance.randrange(3, 26)
        if self.record == "staff" and chance.random() < 0.3:
            for group in chance.sample(GROUPS_OF_STAFF, chance.choice((2, 3))):
                self.put(self.number, self.left + chance.choice((0, 0, 1)), group)
                if chance.random() < 0.5:
                    self._merge(self.number, self.number, self.left, self.left + len(columns) - 1)
                self.number += 1
                self._rows(columns, max(count // 3, 1), None)
            return
        if not self.is_sectioned:
            self._rows(columns, count, self.class_given)
            if chance.random() < 0.05:
                # the next page has its headings once more
                self._headings(columns)
                self._rows(columns, count, self.class_given)
            return
        sums = chance.random() < 0.25
        for code in chance.sample(list(CLASSES), 2):
            self.put(self.number, self.left, _of_class(chance.choice(OF_SECTION), code))
            if chance.random() < 0.5:
                self._merge(self.number, self.number, self.left, self.left + len(columns) - 1)
            self.number += 1
            self._rows(columns, max(count // 2, 2), code)
            if sums:
                self.put(
                    self.number,
                    self.left + chance.choice((0, 1)),
                    chance.choice(OF_SUM).format(count=count // 2),
                )
                self.number += 1

    def _doubled_people(self, columns: Sequence[Column], step: int) -> None:
        """As many on the left as on the right, or more."""
        top, left, count = self.number, self.left, self.chance.randrange(3, 18)
        codes = self.classes_beside or (self.class_given,) * 2
        self._rows(columns, count, codes[0])
        end = self.number
        self.number, self.left = top, left + step
        self._rows(columns, self.chance.choice((count, max(count - 2, 1))), codes[1])
        self.number, self.left = max(end, self.number), left

    def _strayed(self, said: Said, keys: tuple[str, ...]) -> Said:
        """Some names in the letters of another list; in such letters nothing is surely right, so it is told."""
        if self.book.stray is None or keys != ("name",) or self.chance.random() > 0.15:
            return said
        if not isinstance(said.value, str) or said.cell != said.value:
            return said
        text = self.book.stray(said.cell)
        if LETTERS.issuperset(text.casefold()):  # nobody can tell «Vò Kú», which is Vũ Kỳ, from a name
            return said
        self.book.has_strays = True
        return Said(text, said.value, Telling.MUST)

    def _rows(self, columns: Sequence[Column], count: int, code: str | None) -> None:
        class_column = next(
            (place for place, column in enumerate(columns) if "class_code" in column.keys), None
        )
        tops: list[int] = []
        for place in range(count):
            if self.chance.random() < 0.01:
                self.number += 1
            person = self.book.people[self.record].one()
            if self.rows_of_a_class and class_column is not None:
                if place % self.rows_of_a_class == 0:
                    of_class = person["class_code"]
                    tops.append(self.number)
                person["class_code"] = of_class
            truth: dict[str, Said] = {}
            person["name"] = self._strayed(person["name"], ("name",) if _has_whole_name(columns) else ())
            is_hidden = self.chance.random() < self.hides
            if is_hidden:
                self.sheet.row_dimensions[self.number].hidden = True
            for number, column in enumerate(columns, self.left):
                said = column.cell(person)
                self.put(self.number, number, said.cell, said.shown)
                truth |= {key: person[key] for key in column.keys if key in person}
            true = _true(truth, person, columns, code)
            self.book.rows.append(
                TrueRow(self.sheet.title, self.number, self.left, self.record, true, is_hidden)
            )
            self.number += 1
        for top, end in pairwise([*tops, self.number]):
            if class_column is not None and end - top > 1:
                column_number = self.left + class_column
                self._merge(top, end - 1, column_number, column_number)

    def _below(self, width: int) -> None:
        chance, count = self.chance, len(self.book.rows)
        if chance.random() < 0.4:
            return
        self.number += chance.choice((0, 0, 1, 2))
        if chance.random() < 0.7:
            self.put(
                self.number, self.left + chance.choice((0, 0, 1)), chance.choice(BELOW).format(count=count)
            )
            if chance.random() < 0.3 and width > 3:
                self.put(self.number, self.left + width - 1, count)
            self.number += chance.choice((1, 1, 2))
        if chance.random() < 0.2:
            self.put(self.number, self.left, chance.choice(NOTES))
            self.number += 1
        if chance.random() < 0.6:
            right = self.left + max(width - 2, 1)
            if chance.random() < 0.7:
                self.put(self.number, right, chance.choice(SIGNED))
                self.number += 1
            signers = chance.sample(SIGNERS, chance.choice((1, 2)))
            for signer, column in zip(signers, (right, self.left + 1), strict=False):
                self.put(self.number, column, signer)
                if chance.random() < 0.6:
                    self.put(self.number + 1, column, chance.choice(SIGNING))
            self.number += 2


def _has_whole_name(columns: Sequence[Column]) -> bool:
    return sum(column.keys == ("name",) for column in columns) == 1


def _as_text(sheet: Any, chance: Random) -> bytes:
    """The sheet as a spreadsheet saves it as text."""
    separator = chance.choice((",", ";", "\t", ";"))
    encoding = chance.choice(("utf-8-sig", "utf-8", "utf-16"))
    stream = StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator=chance.choice(("\r\n", "\n")))
    for row in sheet.iter_rows():
        writer.writerow([_text(cell.value) for cell in row])
    return stream.getvalue().encode(encoding)


def _text(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)


def _begins(path: tuple[str, ...], prefix: tuple[str, ...], level: int) -> bool:
    return len(path) > level + 1 and path[: level + 1] == prefix


def _of_class(pattern: str, code: str) -> str:
    name = CLASSES[code]
    return pattern.format(
        name, short=name.removeprefix("Lớp ").upper(), upper=name.upper(), lower=name.lower()
    )


def _true(
    truth: dict[str, Said], person: Person, columns: Sequence[Column], code: str | None
) -> Mapping[str, Said]:
    """What the row says: a part of a field in each of several columns says it in its own way."""
    for column in columns:
        if len(column.keys) == 1 and sum(column.keys == other.keys for other in columns) == 1:
            truth[column.keys[0]] = column.cell(person) if column.keys[0] != "STT" else values.BLANK
        elif "sex" in column.keys:
            truth["sex"] = Said(None, person["sex"].value)
    truth.pop("STT", None)
    if code:
        truth["class_code"] = Said(None, code)
    return truth


def _child_columns(chance: Random) -> list[Column]:
    """Any of the fields, the number and the name mostly first."""
    name = columns_of.name_columns(chance, columns_of.NAMES)
    birth = columns_of.birth_columns(chance, columns_of.BIRTHS)
    own = [birth]
    if not any("sex" in column.keys for column in birth):
        own.append(columns_of.sex_columns(chance, columns_of.SEXES) if chance.random() < 0.85 else [])
    if chance.random() < 0.4:
        own.append([columns_of.of_field("class_code", (chance.choice(columns_of.CLASSES),))])
    for key, titles in columns_of.ONE.items():
        if chance.random() < (0.35 if key in ("ethnicity", "address", "phone", "personal_id") else 0.12):
            own.append([columns_of.of_field(key, (chance.choice(titles),))])
    if chance.random() < 0.2:
        own.append(columns_of.place_columns(chance))
    family = columns_of.parent_columns(chance) if chance.random() < 0.45 else []
    if chance.random() < 0.06:
        family = [*family, columns_of.of_field("guardian_name", (chance.choice(columns_of.GUARDIANS),))]
    asides = chance.sample(list(columns_of.LEFT_ASIDE.items()), chance.choice((0, 1, 1, 2, 3)))
    keys = {key for group in own for column in group for key in column.keys}
    for title, habit in asides:
        if title in columns_of.PLACES_OVER and "province" in keys:
            continue
        own.append([columns_of.aside(title, habit, chance)])
    if chance.random() < 0.35:
        chance.shuffle(own)
    else:
        first = min(len(own), 2)
        rest = own[first:]
        chance.shuffle(rest)
        own = own[:first] + rest
    groups = [name, *own] if chance.random() < 0.93 else [*own[:1], name, *own[1:]]
    columns = [column for group in groups for column in group]
    if chance.random() < 0.1 and max(len(column.path) for column in (*columns, *family)) < 3:
        band, family_band = chance.choice(BANDS), chance.choice(BANDS_OF_FAMILY)
        columns = [column._replace(path=(band, *column.path)) for column in columns]
        family = [column._replace(path=(family_band, *column.path)) for column in family]
    columns += family
    return [columns_of.number(chance), *columns] if chance.random() < 0.8 else columns


def _staff_columns(chance: Random) -> list[Column]:
    own = [
        columns_of.name_columns(chance, columns_of.STAFF_NAMES),
        [columns_of.of_field("birth_date", (chance.choice(columns_of.BIRTHS[:6]),))],
        [columns_of.of_field("sex", (chance.choice(columns_of.SEXES),))],
    ]
    for key, titles in columns_of.STAFF.items():
        if chance.random() < 0.6:
            own.append([columns_of.of_field(key, (chance.choice(titles),))])
    own += [
        [columns_of.aside(title, values.remarks, chance)]
        for title in chance.sample(columns_of.STAFF_ASIDE, chance.choice((0, 1, 2)))
    ]
    columns = [column for group in own for column in group]
    return [columns_of.number(chance), *columns]

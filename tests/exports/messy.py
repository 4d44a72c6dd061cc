"""What the tests of messy workbooks share: a small dossier, and reading a workbook made on the spot over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from exports.intake.record_sources import BookSources, sources_of
from exports.reading.workbook_reader import read_workbook
from forms.dossier.content import Content, apply
from forms.dossier.roster import SchoolYear
from forms.entry.old_fonts import (
    Encoding,
)
from forms.entry.row_intake import ReadRow, RowFate, edits_of, read_sources
from forms.entry.written_days import DayOrder

DOSSIER = Content(
    {
        "school_year": str(SchoolYear(2019)),
        "classes": {
            "k0001": {"code": "L1", "name": "Lá 1", "division": "17"},
            "k0002": {"code": "M1", "name": "Mầm", "division": "16"},
        },
        "children": {
            "c0001": {"name": "Nguyễn Mẫu An", "birth_date": "2015-05-07", "sex": "01", "class_code": "L1"},
            "c0002": {"name": "Lê Mẫu Hòa", "birth_date": "2015-06-08", "sex": "02", "id": "7900000001"},
        },
        "staff": {"s0001": {"code": "CB1", "name": "Trần Mẫu Cô", "birth_date": "1980-01-02"}},
        "last_ref": {"k": 2, "c": 2, "s": 1},
    }
)
HEAD = ("Họ tên", "Ngày sinh", "Giới tính")
TCVN3, VNI = Encoding.TCVN3, Encoding.VNI

Rows = Sequence[Sequence[Any]]


class Reading:
    """What a workbook of the test offers, and what would become of it."""

    def __init__(
        self, offered: BookSources, content: Content, *, converted: bool, day_order: DayOrder | None
    ) -> None:
        self.offered = offered
        self.content = content
        sources = offered.converted if converted else offered.sources
        self.batches = read_sources(content, [source._replace(day_order=day_order) for source in sources])

    @property
    def rows(self) -> list[ReadRow]:
        return [row for _, rows in self.batches for row in rows]

    @property
    def told(self) -> dict[int, tuple[str, list[tuple[str, str]]]]:
        """Row number → what becomes of it, and what is said: code, text."""
        return {
            row.number: (row.kind.value, [(remark.code, remark.text) for remark in row.remarks])
            for row in self.rows
        }

    def values(self, key: str) -> list[Any]:
        return [row.values.get(key) for row in self.rows if row.kind is not RowFate.REFUSE]

    @property
    def after(self) -> Content:
        return apply(self.content, edits_of(self.content, self.batches))


Read = Callable[..., Reading]


def reader(folder: Path) -> Read:
    """Reads a workbook of sheets, title → rows; *dress* may work on it before it is saved."""

    def reading(
        sheets: dict[str, Rows] | Rows,
        dress: Callable[[Any], None] | None = None,
        *,
        converted: bool = False,
        content: Content = DOSSIER,
        day_order: DayOrder | None = None,
    ) -> Reading:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, rows in (sheets if isinstance(sheets, dict) else {"Danh sách": sheets}).items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        if dress:
            dress(book)
        path = folder / "danh sách.xlsx"
        book.save(path)
        offered = sources_of(read_workbook(path), content.form, content.year)
        return Reading(offered, content, converted=converted, day_order=day_order)

    return reading


RIGHT: tuple[str, list[Any]] = ("add", [])

"""What the tests of the upload workbooks share: the official facts of their columns, and reading them back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from exports.workbooks.rosters.roster_book import write_rosters
from forms.dossier.content import Content
from forms.model.record import RecordType
from tests.builders import example, official, then
from tests.exports.conftest import report_of

OFFICIAL: dict[str, Any] = official("records")["records"]
SHEETS = ("Lớp học", "Hồ sơ trẻ", "Hồ sơ nhân sự")
RED, ORANGE, PINK = "FFC00000", "FFC55A11", "FFFFC7CE"
IDS = {
    "class": ("code", "teacher", "mixed_with"),
    "child": ("class_code", "id", "phone", "father_phone", "mother_phone", "personal_id"),
    "staff": ("code", "id_number", "phone", "social_insurance", "rank_number"),
}

Book = Any
"""A workbook as openpyxl reads it."""


def opened(data: bytes) -> Book:
    return load_workbook(BytesIO(data))


def uploaded(kind: RecordType) -> list[dict[str, Any]]:
    """The official facts of the columns, in the order of upload."""
    fields = [field for field in OFFICIAL[kind.key]["fields"] if field["upload_order"]]
    return sorted(fields, key=lambda field: field["upload_order"])


def sheet_of(book: Book, kind: RecordType) -> Any:
    return book[OFFICIAL[kind.key]["upload_sheet"]]


def column(kind: RecordType, key: str) -> int:
    return next(int(field["upload_order"]) for field in uploaded(kind) if field["key"] == key)


def shown(book: Book, kind: RecordType, row: int) -> dict[str, Any]:
    """The row of a record (1 is the first) by field, without the empty cells."""
    sheet = sheet_of(book, kind)
    found = {field["key"]: sheet.cell(row + 1, field["upload_order"]).value for field in uploaded(kind)}
    return {key: value for key, value in found.items() if value is not None}


def changed(*changes: Callable[[Content], Content]) -> Book:
    return opened(write_rosters(report_of(then(*changes)(example()))))


def ranges_of(book: Book, kind: RecordType) -> Iterator[tuple[str, Any]]:
    """Field and validation of every column with a list."""
    by_letter = {get_column_letter(field["upload_order"]): field["key"] for field in uploaded(kind)}
    for validation in sheet_of(book, kind).data_validations.dataValidation:
        (cells,) = validation.sqref.ranges
        yield by_letter[cells.coord.partition(":")[0].rstrip("0123456789")], validation

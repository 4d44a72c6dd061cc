"""Rows written as text are the bytes that openpyxl writes, with the results of formulas; the private names that this takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from inspect import getsource
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl.worksheet
from et_xmlfile import xmlfile
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from exports.workbooks.openpyxl_cells import look_of, put_value, set_look
from exports.workbooks.openpyxl_rows import WRITING_NAMES, BookWriter

VALUES = st.one_of(
    st.none(),
    st.text(st.characters(blacklist_categories=("Cs", "Cc"))),
    st.sampled_from(["", " ", " a ", "a\n", "<&>\"'", "=1+1", "\u00a0x"]),
    st.integers(-(10**20), 10**20),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 1, 1)),
    st.datetimes(datetime(1900, 1, 1)),  # noqa: DTZ001 - a workbook has no zones
)


def members(write: Callable[[Any, Any], ExcelWriter], book: Workbook) -> dict[str, bytes]:
    """What is in the file of *book*."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        write(book, archive).save()
    with ZipFile(file) as archive:  # the times of saving left out
        return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}


def both_ways(fill: Callable[[Any], None]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The members of a workbook whose sheet is filled, as openpyxl and as we write it."""
    written = []
    for way in (ExcelWriter, lambda book, archive: BookWriter(book, archive, {})):
        book = Workbook()
        fill(book.worksheets[0])
        written.append(members(way, book))
    return written[0], written[1]


def test_texts_numbers_looks_heights_and_comments_are_the_same_bytes() -> None:
    def fill(sheet: Any) -> None:
        bold = look_of(sheet, font=Font(bold=True))
        for row, value in enumerate(("a", 1, Decimal("1.5"), date(2019, 9, 19), None, "=SUM(A1:A2)"), 2):
            sheet.cell(row, 1).value = value
            set_look(sheet.cell(row, 28), bold)
            put_value(sheet.cell(row, 29), " trước, sau <&> ")
        sheet.cell(4, 3).comment = Comment("xem", "nhomtre")
        sheet.row_dimensions[3].height = 33
        sheet.row_dimensions[40].height = 12
        sheet.merge_cells("A10:C11")

    theirs, ours = both_ways(fill)
    assert b"AC4" in ours["xl/worksheets/sheet1.xml"]
    assert ours == theirs


@given(st.lists(VALUES, max_size=6))
def test_any_value_is_the_same_bytes(values: list[Any]) -> None:
    def fill(sheet: Any) -> None:
        for column, value in enumerate(values, 1):
            put_value(sheet.cell(1, column), value)

    theirs, ours = both_ways(fill)
    assert ours == theirs


def test_a_formula_has_its_result() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B1"] = "=1+1", "=2+2"
    results = {"xl/worksheets/sheet1.xml": {"A1": "2"}}
    written = members(lambda book, archive: BookWriter(book, archive, results), book)
    row = written["xl/worksheets/sheet1.xml"]
    assert b'<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>2+2</f><v /></c>' in row


def test_the_steps_that_are_replaced_are_there() -> None:
    assert "self.write_row(xf, row, row_idx)" in getsource(WorksheetWriter.write_rows)
    assert "self.write_worksheet(ws)" in getsource(ExcelWriter)


def test_every_private_name_is_there() -> None:
    sheet = Workbook().worksheets[0]
    writer = WorksheetWriter(sheet, BytesIO())
    with xmlfile(BytesIO()) as xf, xf.element("root"):
        holders = (sheet.cell(1, 1), sheet, writer, xf, openpyxl.worksheet)
        assert [name for name in WRITING_NAMES if not any(hasattr(one, name) for one in holders)] == []
    writer.close()

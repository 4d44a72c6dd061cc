"""The list of what blocks sending as a workbook, a line a field."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties

from exports.workbooks.file_properties import describe
from exports.workbooks.fixed_zip import FixedZip
from exports.workbooks.list_sheet import FIRST_LIST_ROW, HEADINGS_ROW, ListLooks, ListRow, write_list
from exports.workbooks.missing_list import missing_fields, missing_heading
from exports.workbooks.missing_words import HEADINGS, MISSING_TITLE, NOTHING_MISSING, SHEET
from exports.workbooks.openpyxl_cells import TextLook, look_of, put_value
from forms.report.report import Report

MISSING_WIDTHS = (16, 10, 34, 40, 70)


def missing_workbook(report: Report) -> bytes:
    """The list as an .xlsx file; equal lists of one day are equal bytes."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = SHEET
    rows = [
        ListRow((item.record, item.number, item.name, item.field, item.what))
        for item in missing_fields(report)
    ]
    last = write_list(sheet, missing_heading(report), HEADINGS, MISSING_WIDTHS, rows, _looks(sheet))
    if last == HEADINGS_ROW:
        put_value(sheet.cell(FIRST_LIST_ROW, 1), NOTHING_MISSING)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    describe(book, MISSING_TITLE, report.today)
    return FixedZip.of(book, report.today, {})


def _looks(sheet: Any) -> ListLooks:
    bold, wrapped = look_of(sheet, font=Font(bold=True)), Alignment(vertical="top", wrap_text=True)
    plain = look_of(sheet, alignment=wrapped)
    return ListLooks(
        bold, bold, TextLook(plain, look_of(sheet, alignment=wrapped, quotePrefix=True)), plain, plain
    )

"""What every sheet of the report workbook is written with: texts, heights, widths, the set-up of the print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.layout.cell_address import column_letters
from exports.layout.document_words import FOOTER_CODE, FOOTER_FORM
from exports.layout.report_facts import ReportFacts
from exports.layout.wrapping import wrap_breaking_words
from exports.workbooks.openpyxl_cells import Look, TextLook, put_text, put_value, set_look
from exports.workbooks.page_words import FOOTER_PAGE

LINE_HEIGHT = 15.0
MOST_HEIGHT = 409.0
"""Excel knows no higher row; a longer text is whole in its cell all the same."""
DEFAULT_WIDTH = 8.43
LETTER = 0.85
"""Width of a letter in widths of a column, about."""
A4 = "9"


def put(sheet: Worksheet, row: int, column: int, value: str | int | None, look: Look) -> None:
    """A text of ours or a number; the look alone when there is neither."""
    cell = sheet.cell(row, column)
    if value is not None and value != "":
        put_value(cell, value)
    set_look(cell, look)


def put_user_text(sheet: Worksheet, row: int, column: int, text: str, look: TextLook) -> None:
    """A text of the user: never a formula, in Excel not even when the cell is edited."""
    cell = sheet.cell(row, column)
    set_look(cell, look.quoted if put_text(cell, text) else look.plain)


def lines_in(text: str, width: float) -> int:
    """Lines that *text* takes in a cell of that width, about."""
    return len(wrap_breaking_words(text, width, lambda part: len(part) * LETTER))


def row_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Height of a row of wrapped *texts*: LibreOffice cuts them where it is not said."""
    lines = max(lines_in(text, width - 1) for text, width in zip(texts, widths, strict=True))
    return min(lines * LINE_HEIGHT, MOST_HEIGHT)


def set_widths(sheet: Worksheet, widths: Mapping[int, float]) -> None:
    """Widths by the number of the column."""
    for column, width in widths.items():
        sheet.column_dimensions[column_letters(column)].width = width


def set_up_print(sheet: Any, facts: ReportFacts) -> None:
    """A4, as wide as the page, marks above, check code and number of the page below."""
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddHeader.center.text = facts.marks or None
    sheet.oddFooter.left.text = FOOTER_FORM.format(
        form=facts.form.code, year=facts.school_year, revision=facts.revision_text
    )
    sheet.oddFooter.center.text = FOOTER_CODE.format(code_word=facts.code_word, code=facts.marked_code)
    sheet.oddFooter.right.text = FOOTER_PAGE

"""What every sheet of the report workbook is written with: texts, heights, widths, the set-up of the print."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.layout.cell_address import column_letters
from exports.layout.document_words import FOOTER_CODE, FOOTER_FORM
from exports.layout.report_facts import ReportFacts
from exports.layout.wrapping import wrap_breaking_words
from exports.workbooks.openpyxl_cells import Look, TextLook, put_text, put_value, set_look
from exports.workbooks.page_words import FOOTER_PROGRAM_PAGE

FONT_SIZE = 11.0
LINE_HEIGHT = 15.0
MOST_HEIGHT = 409.0
"""Excel knows no higher row; a longer text is whole in its cell all the same."""
DEFAULT_WIDTH = 8.43
PIXELS_OF_A_LETTER, PIXELS_AROUND, PIXELS_OF_AN_INCH = 7, 5, 96
"""How Excel turns the width of a column into pixels."""
LETTER = 0.85
"""Width of a letter in widths of a column, about."""
A4 = "9"
INCH = 25.4
BINDING_MARGINS = {False: (20.0, 30.0), True: (30.0, 20.0)}
"""Whether a page is landscape → top and left margin in millimetres, the wide one for the binding."""
LEAST_PRINTED = 8.0
"""Points of the smallest letters on paper."""


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


def lines_in(text: str, width: float, size: float = FONT_SIZE) -> int:
    """Lines that *text* of that *size* takes in a cell of that width, about."""
    letter = LETTER * size / FONT_SIZE
    return len(wrap_breaking_words(text, width, lambda part: len(part) * letter))


def line_height(size: float) -> float:
    """Height of a line of letters of that *size*."""
    return LINE_HEIGHT * size / FONT_SIZE


def legible_size(widths: Iterable[float], *, landscape: bool) -> float:
    """The size of the letters of a table whose columns are so wide: large enough to be read when it is shrunk to the page."""
    _, left = BINDING_MARGINS[landscape]
    room = (297.0 if landscape else 210.0) - left - 15.0
    wide = sum((width * PIXELS_OF_A_LETTER + PIXELS_AROUND) / PIXELS_OF_AN_INCH * INCH for width in widths)
    return max(FONT_SIZE, math.ceil(2 * LEAST_PRINTED * wide / room) / 2)


def row_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Height of a row of wrapped *texts*: LibreOffice cuts them where it is not said."""
    lines = max(lines_in(text, width - 1) for text, width in zip(texts, widths, strict=True))
    return min(lines * LINE_HEIGHT, MOST_HEIGHT)


def set_widths(sheet: Worksheet, widths: Mapping[int, float]) -> None:
    """Widths by the number of the column."""
    for column, width in widths.items():
        sheet.column_dimensions[column_letters(column)].width = width


def set_up_print(sheet: Any, facts: ReportFacts, note: str = "") -> None:
    """A4 with the margins of Nghị định 30, as wide as the page; period, marks and *note* above, code and page below."""
    sheet.page_setup.paperSize = A4
    top, left = BINDING_MARGINS[sheet.page_setup.orientation == "landscape"]
    sheet.page_margins = PageMargins(
        left=left / INCH, right=15 / INCH, top=top / INCH, bottom=20 / INCH, header=8 / INCH, footer=8 / INCH
    )
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddHeader.left.text = facts.period
    sheet.oddHeader.center.text = facts.marks or None
    sheet.oddHeader.right.text = note or None
    sheet.oddFooter.left.text = FOOTER_FORM.format(
        form=facts.form_name, year=facts.school_year, revision=facts.revision_text
    )
    sheet.oddFooter.center.text = FOOTER_CODE.format(code_word=facts.code_word, code=facts.marked_code)
    sheet.oddFooter.right.text = FOOTER_PROGRAM_PAGE.format(program=facts.program)

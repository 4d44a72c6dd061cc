"""The annexes in the workbook: a sheet each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.layout.document import Annex
from exports.layout.report_facts import Facts
from exports.workbooks.report.report_looks import RED, Looks
from exports.workbooks.sheet_writing import put, put_user_text, set_height, set_up_print, set_widths

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDTH = 130.0
"""Of all columns together."""
HEADINGS_ROW = 2


def write_annex(sheet: Worksheet, annex: Annex, facts: Facts, looks: Looks) -> None:
    """Title, headings and rows; the sentence when there are none."""
    scale = WIDTH / sum(annex.widths)
    widths = [width * scale for width in annex.widths]
    set_widths(sheet, dict(enumerate(widths, 1)))
    put(sheet, 1, 1, annex.title, looks.user_text)
    for column, heading in enumerate(annex.headings, 1):
        put(sheet, HEADINGS_ROW, column, heading, looks.heading)
    for row, texts in enumerate(annex.rows, HEADINGS_ROW + 1):
        for column, text in enumerate(texts, 1):
            put_user_text(sheet, row, column, text, *looks.listed)
        set_height(sheet, row, texts, widths)
    if not annex.rows:
        put(sheet, HEADINGS_ROW + 1, 1, annex.nothing, looks.text)
    sheet.freeze_panes = f"A{HEADINGS_ROW + 1}"
    sheet.print_title_rows = f"1:{HEADINGS_ROW}"
    sheet.page_setup.orientation = "landscape"
    set_up_print(sheet, facts)
    if facts.training:
        put(sheet, 1, len(widths) + 1, facts.training_mark, looks.mark)
        sheet.sheet_properties.tabColor = RED

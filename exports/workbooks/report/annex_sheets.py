"""The annexes in the workbook: a sheet each."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from exports.layout.document import Annex
from exports.layout.report_facts import ReportFacts
from exports.workbooks.list_sheet import HEADINGS_ROW, ListLooks, ListRow, write_list
from exports.workbooks.report.report_looks import RED, ReportLooks
from exports.workbooks.sheet_writing import put, row_height, set_up_print

WIDTH = 130.0
"""Of all columns together."""


def write_annex(sheet: Worksheet, annex: Annex, facts: ReportFacts, looks: ReportLooks) -> None:
    """Title, headings and rows; the sentence when there are none."""
    scale = WIDTH / sum(annex.widths)
    widths = [width * scale for width in annex.widths]
    rows = [ListRow(texts, height=row_height(texts, widths)) for texts in annex.rows]
    list_looks = ListLooks(looks.user_text, looks.heading, looks.listed, looks.text, looks.text)
    write_list(sheet, annex.title, annex.headings, widths, rows, list_looks)
    if not rows:
        put(sheet, HEADINGS_ROW + 1, 1, annex.nothing, looks.text)
    sheet.print_title_rows = f"1:{HEADINGS_ROW}"
    set_up_print(sheet, facts)
    if facts.marks:
        put(sheet, 1, len(widths) + 1, facts.marks, looks.mark)
        sheet.sheet_properties.tabColor = RED

"""The last sheet of the workbook: whose report it is, which revision, place and date, and room for signature and stamp.

Laid out as the front and the end of the print, with the letters of Nghị định 30/2020.
"""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from exports.layout import document_words as words
from exports.layout.report_facts import ReportFacts
from exports.workbooks.openpyxl_cells import TextLook
from exports.workbooks.report.report_looks import ReportLooks
from exports.workbooks.sheet_writing import line_height, lines_in, put_user_text, set_up_print, set_widths

HALF = 60.0
STAMP_ROOM = 95.0
"""Points of the row where the stamp goes: 33 mm."""


def write_signature(sheet: Worksheet, facts: ReportFacts, looks: ReportLooks) -> None:
    """Two halves, as the front and the end of the print; the title between them goes over both."""
    plain, bold = looks.signed(12), looks.signed(12, bold=True)
    large, slanted = looks.signed(13, bold=True), looks.signed(13, italic=True)
    small = looks.signed(12, italic=True)
    title = looks.signed(14, bold=True)
    nothing = ("", plain)
    lines: tuple[tuple[tuple[str, TextLook], tuple[str, TextLook] | None], ...] = (
        ((facts.parent.upper(), plain), (words.NATION, bold)),
        ((facts.name.upper(), bold), (words.MOTTO, large)),
        (nothing, nothing),
        ((facts.form.title, title), None),
        ((facts.period, title), None),
        ((facts.form.as_of, small), None),
        (nothing, nothing),
        ((f"{facts.code_title}: {facts.marked_code}", plain), (facts.date_line, slanted)),
        (
            (words.REVISION_AND_DAY.format(revision=facts.revision_text, day=facts.day), plain),
            (facts.head_title, large),
        ),
        ((facts.sending, plain), (words.SIGN_HERE, small)),
        (nothing, nothing),
        (nothing, (facts.head, large)),
    )
    for row, (left, right) in enumerate(lines, 1):
        halves = (left,) if right is None else (left, right)
        for column, (text, look) in enumerate(halves, 1):
            put_user_text(sheet, row, column, text, look)
        if right is None:
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        room = 2 * HALF / len(halves)
        sheet.row_dimensions[row].height = line_height(14) * max(
            lines_in(text, room, 14) for text, _ in halves
        )
    sheet.row_dimensions[len(lines) - 1].height = STAMP_ROOM
    set_widths(sheet, {1: HALF, 2: HALF})
    sheet.page_setup.orientation = "landscape"
    set_up_print(sheet, facts)

"""The list of missing information (letter 849 §3.3, «file thiếu thông tin»): every mandatory field without a value."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from exports.cell_text import put_text
from forms.report import Report
from forms.rules import all_rules
from forms.rules.record_kinds import RequiredFields
from forms.text import format_date

TITLE = "THÔNG TIN CÒN THIẾU"
HEADINGS = ("Hồ sơ", "Số thứ tự", "Tên", "Mục còn thiếu", "Hướng dẫn")
NOTHING = "Không còn thông tin bắt buộc nào thiếu."
WIDTHS = (16, 10, 34, 40, 70)


@dataclass(frozen=True, slots=True)
class Missing:
    """One mandatory field without a value: kind of record, place in its list, name, field, what it means."""

    record: str
    number: int
    name: str
    field: str
    help: str


def missing_fields(report: Report) -> Iterator[Missing]:
    """What is missing, in the order of the issues."""
    subjects = {subject.place: subject for subject in report.content.roster.everyone()}
    for issue in report.issues:
        if isinstance(all_rules()[issue.rule], RequiredFields) and issue.record and issue.field:
            subject = subjects[issue.record]
            field = subject.type.field_by_key[issue.field]
            yield Missing(subject.type.word, subject.number, subject.name, field.label, field.help)


def _heading(report: Report) -> str:
    name = report.content.roster.facility.name
    return f"{TITLE} · {name} · năm học {report.content.year} · {format_date(report.today)}"


def missing_text(report: Report) -> str:
    """The list as text, a paragraph a record."""
    lines = [_heading(report), ""]
    last: tuple[str, int] | None = None
    for item in missing_fields(report):
        if (item.record, item.number) != last:
            lines.append(f"{item.record} {item.number}: {item.name}")
            last = (item.record, item.number)
        lines.append(f"  - {item.field}: {item.help}")
    if last is None:
        lines.append(NOTHING)
    return "\n".join(lines) + "\n"


def missing_workbook(report: Report) -> bytes:
    """The list as an .xlsx file, a line a field."""
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Còn thiếu"
    cell_at = sheet.cell

    def put(row: int, column: int, text: str) -> Cell | MergedCell:
        cell = cell_at(row, column)
        cell.quotePrefix = put_text(cell, text)
        return cell

    bold, wrap = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    put(1, 1, _heading(report)).font = bold
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), 1):
        put(2, column, heading).font = bold
        sheet.column_dimensions[get_column_letter(column)].width = width
    row = 2
    for row, item in enumerate(missing_fields(report), 3):
        for column, text in enumerate((item.record, str(item.number), item.name, item.field, item.help), 1):
            put(row, column, text).alignment = wrap
        sheet.cell(row, 2).value = item.number
    if row == 2:
        put(3, 1, NOTHING)
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "2:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()

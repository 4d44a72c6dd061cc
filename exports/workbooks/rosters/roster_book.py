"""The upload workbooks: classes, children and staff in the columns of their declarations, with room for new rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.layout.cell_address import cell_address
from exports.layout.report_facts import ReportFacts, facts_of
from exports.layout.wrapping import wrap
from exports.output.progress import (
    Progress,
)
from exports.workbooks.cell_text import CellValue
from exports.workbooks.file_properties import AUTHOR, describe
from exports.workbooks.fixed_zip import FixedZip
from exports.workbooks.openpyxl_cells import TextLook, put_text, put_value, set_look
from exports.workbooks.page_words import FOOTER_PAGE
from exports.workbooks.rosters import roster_words as words
from exports.workbooks.rosters.roster_columns import (
    FIRST_RECORD_ROW,
    RosterColumn,
    columns_of,
    last_row,
    missing_formula,
)
from exports.workbooks.rosters.roster_lists import DropDownLists, define_name
from exports.workbooks.rosters.roster_looks import MISSING_FILL, RosterLooks
from exports.workbooks.rosters.roster_values import CodeNames, roster_cell_value
from exports.workbooks.sheet_writing import A4, LETTER, LINE_HEIGHT
from forms.dossier.roster import Subject
from forms.model.record import RecordType
from forms.report.report import Report

VERSION_NAME, VERSION = "PhienBan", "nhomtre-ho-so/1"
"""Defined name and text by which a reader knows these workbooks."""

NUMBER_WIDTH = 6
A3 = "8"
MOST_ON_A4 = 300
"""Characters across a page of A4: with more of them the letters could not be read."""
SIDE, ABOVE = 0.25, 0.6
"""Margins of the print in inches, as narrow as printers allow: the columns are many."""

NOTE_WIDTH, NOTE_LINE, NOTE_LETTERS = 260, 18, 38
"""Comments: width and line height in pixels, letters a line."""


def write_rosters(report: Report, progress: Progress | None = None, *, blank: bool = False) -> bytes:
    """One workbook with a sheet each for the classes, the children and the staff of *report*.

    A *blank* one has the headings, lists and formats and no records: to collect data from others.
    """
    return _write(report, report.content.form.lists, progress, blank=blank)


def write_roster(
    report: Report, record: RecordType, progress: Progress | None = None, *, blank: bool = False
) -> bytes:
    """The workbook of one kind of records, ``CLASS``, ``CHILD`` or ``STAFF``; *blank* as in ``write_rosters``."""
    return _write(report, (record,), progress, blank=blank)


def _write(report: Report, records: Sequence[RecordType], progress: Progress | None, *, blank: bool) -> bytes:
    roster, facts = report.content.roster, facts_of(report)
    subjects = {record.key: () if blank else roster.of(record.key) for record in records}
    book = Workbook()
    looks, names = RosterLooks(book), CodeNames(roster)
    book.remove(book.worksheets[0])
    ends = [(record, last_row(len(subjects[record.key]))) for record in records]
    sheets = [book.create_sheet(record.upload_sheet) for record in records]
    lists = DropDownLists(book, ends, roster)
    for done, (sheet, (record, end)) in enumerate(zip(sheets, ends, strict=True), 1):
        columns = columns_of(record)
        _write_headings(sheet, columns, looks)
        _write_records(sheet, columns, subjects[record.key], names, looks)
        _guide_input(sheet, columns, end, lists)
        _set_up_page(sheet, columns, facts, looks)
        if progress:
            progress(done, len(records) + 1)
    define_name(book, VERSION_NAME, f'"{VERSION}"')
    _set_properties(book, facts)
    data = FixedZip.of(book, report.today, {})
    if progress:
        progress(len(records) + 1, len(records) + 1)
    return data


def _write_headings(sheet: Any, columns: Sequence[RosterColumn], looks: RosterLooks) -> None:
    set_look(sheet.cell(1, 1, words.NUMBER_TITLE), looks.heading(None))
    _comment(sheet.cell(1, 1), words.LEGEND)
    for column in columns:
        cell = sheet.cell(1, column.place, column.title)
        set_look(cell, looks.heading(column))
        if column.note:
            _comment(cell, column.note)


def _comment(cell: Any, text: str) -> None:
    lines = sum(len(wrap(line, NOTE_LETTERS, len)) for line in text.split("\n")) + 1
    cell.comment = Comment(text, AUTHOR, height=lines * NOTE_LINE, width=NOTE_WIDTH)


def _write_records(
    sheet: Worksheet,
    columns: Sequence[RosterColumn],
    subjects: Sequence[Subject],
    names: CodeNames,
    looks: RosterLooks,
) -> None:
    """A row a record. Empty cells are not written: they look as their column does."""
    styled = [(column, looks.cell(column)) for column in columns]
    for row, subject in enumerate(subjects, FIRST_RECORD_ROW):
        set_look(sheet.cell(row, 1, row - FIRST_RECORD_ROW + 1), looks.number)
        for column, look in styled:
            value = roster_cell_value(column.field, subject, names)
            if value is not None:
                _put(sheet.cell(row, column.place), value, look)


def _put(cell: Any, value: CellValue, look: TextLook) -> None:
    if isinstance(value, str):
        set_look(cell, look.quoted if put_text(cell, value) else look.plain)
    else:
        put_value(cell, value)
        set_look(cell, look.plain)


def _guide_input(sheet: Worksheet, columns: Sequence[RosterColumn], end: int, lists: DropDownLists) -> None:
    """Lists and the shade of what is missing, down to the row *end*."""
    shade = DifferentialStyle(fill=PatternFill("solid", bgColor=MISSING_FILL))
    for column in columns:
        lists.validate(sheet, column, end)
        formula = missing_formula(column, tuple(columns))
        if formula:
            sheet.conditional_formatting.add(
                column.cells(end), Rule("expression", dxf=shade, formula=[formula])
            )


def _set_up_page(sheet: Any, columns: Sequence[RosterColumn], facts: ReportFacts, looks: RosterLooks) -> None:
    sheet.column_dimensions["A"].width = NUMBER_WIDTH
    set_look(sheet.column_dimensions["A"], looks.number)
    for column in columns:
        dimension = sheet.column_dimensions[column.letter]
        dimension.width = column.width
        set_look(dimension, looks.cell(column).plain)
    lines = max(len(wrap(item.title, item.width - 1, lambda text: len(text) / LETTER)) for item in columns)
    sheet.row_dimensions[1].height = lines * LINE_HEIGHT + 4
    named = next((item.place for item in columns if item.field.key == "name"), 1)
    sheet.freeze_panes = cell_address(FIRST_RECORD_ROW, named + 1)
    sheet.print_title_rows = "1:1"
    sheet.print_options.gridLines = True
    sheet.page_setup.orientation = "landscape"
    is_wide = sum(item.width for item in columns) > MOST_ON_A4
    sheet.page_setup.paperSize = A3 if is_wide else A4
    sheet.page_margins = PageMargins(left=SIDE, right=SIDE, top=ABOVE, bottom=ABOVE, header=SIDE, footer=SIDE)
    sheet.page_setup.fitToWidth = 1  # a row is read in one line, whatever its columns
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddHeader.center.text = facts.training_mark or None
    sheet.oddFooter.left.text = words.FOOTER_SHEET.format(sheet=sheet.title, year=facts.school_year)
    sheet.oddFooter.right.text = FOOTER_PAGE
    if facts.training:
        set_look(sheet.cell(1, columns[-1].place + 1, facts.training_mark), looks.mark)
        sheet.sheet_properties.tabColor = "FF0000"


def _set_properties(book: Workbook, facts: ReportFacts) -> None:
    describe(book, words.ROSTERS_TITLE.format(year=facts.school_year), facts.today, facts.name or AUTHOR)
    book.properties.lastModifiedBy = AUTHOR
    book.properties.contentStatus = facts.training_mark or None

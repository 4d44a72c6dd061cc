"""The report as a workbook: the sheets of the official export cell by cell, with our figures, and the issues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from exports.layout.cell_address import cell_address, cell_place, column_letters
from exports.layout.document import Document, document_of
from exports.layout.document_words import SIGNATURE
from exports.layout.report_facts import ReportFacts
from exports.layout.table_page import LABEL, LEAD, BodyLine, TableGrid, line_heights
from exports.output.progress import (
    Progress,
)
from exports.workbooks.fixed_zip import FixedZip
from exports.workbooks.openpyxl_cells import merge_alike, set_look
from exports.workbooks.report.annex_sheets import write_annex
from exports.workbooks.report.book_properties import set_properties
from exports.workbooks.report.book_words import (
    ERROR_TITLES,
    ERRORS,
    EXPLANATION_TITLE,
    REPORTING_PLACEHOLDER,
)
from exports.workbooks.report.report_looks import ReportLooks, TableLooks
from exports.workbooks.report.sheet_places import SheetPlaces, lead_of, places_of
from exports.workbooks.report.signature_sheet import write_signature
from exports.workbooks.sheet_writing import (
    DEFAULT_WIDTH,
    legible_size,
    line_height,
    lines_in,
    put,
    put_user_text,
    row_height,
    set_up_print,
    set_widths,
)
from forms.model.issue import Issue
from forms.model.table import SheetLayout
from forms.report.report import Report

EXPLAINED_WIDTH, DETAIL_WIDTH = 50.0, 90.0
LAST_COLUMN = 16384


def write_report(report: Report, progress: Progress | None = None) -> bytes:
    """The workbook of *report*."""
    return write_workbook(document_of(report), progress)


def write_workbook(document: Document, progress: Progress | None = None) -> bytes:
    """The workbook of a document: its tables, its issues, its annexes that have a sheet of their own."""
    facts, grids = document.facts, document.grids
    annexes = [annex for annex in document.annexes if annex.sheet]
    steps = len(grids) + 2 + len(annexes)
    places = {grid.table.id: places_of(grid) for grid in grids}
    book = Workbook()
    looks = ReportLooks(book)
    computed: dict[str, Mapping[str, str]] = {}
    for number, grid in enumerate(grids, 1):
        sheet = book.create_sheet(grid.table.sheet.title)
        widths = _ColumnWidths(grid.table.sheet)
        size = widths.legible_size(places[grid.table.id].last_column)
        table_looks = looks.of_table(size)
        computed[f"xl/worksheets/sheet{number}.xml"] = _write_table(
            sheet, grid, places[grid.table.id], table_looks
        )
        _write_preamble(sheet, grid, facts, looks)
        _set_up_page(sheet, grid, places[grid.table.id], facts, looks)
        widths.put(sheet)
        _set_heights(sheet, grid, places[grid.table.id], widths, size)
        if progress:
            progress(number, steps)
    _write_issues(book.create_sheet(ERRORS), document, places, looks)
    if progress:
        progress(len(grids) + 1, steps)
    for number, annex in enumerate(annexes, len(grids) + 2):
        write_annex(book.create_sheet(annex.sheet), annex, facts, looks)
        if progress:
            progress(number, steps)
    write_signature(book.create_sheet(SIGNATURE), facts, looks)
    if progress:
        progress(steps, steps)
    book.remove(book.worksheets[0])
    set_properties(book, document)
    return FixedZip.of(book, facts.today, computed)


def _write_table(sheet: Any, grid: TableGrid, places: SheetPlaces, looks: TableLooks) -> dict[str, str]:
    """Write the cells; gives the values of the formulas by address."""
    for heading in grid.headings:
        put(sheet, *places.heading(heading), heading.text, looks.heading)
    for place, number in enumerate(grid.numbers):
        put(sheet, places.numbers_row, places.column(place), number, looks.numbers)
    computed: dict[str, str] = {}
    for line in grid.lines:
        _write_line(sheet, grid, line, places, looks, computed)
    for area in places.merges(grid):
        merge_alike(sheet, *area)
    return computed


def _write_line(
    sheet: Any,
    grid: TableGrid,
    line: BodyLine,
    places: SheetPlaces,
    looks: TableLooks,
    computed: dict[str, str],
) -> None:
    row, style, at = line.row, grid.style(line), places.row(line.row)
    level = min(row.level - grid.first_level, 7)
    centre, whole = looks.of_row(style, "centre"), looks.of_row(style, "whole")
    lead = looks.of_row(style, "tt"), looks.of_row(style, "label", level), centre, centre
    for place, (value, look) in enumerate(zip(lead_of(row), lead, strict=True)):
        put(sheet, at, places.column(place), value, look)
    first = places.column(LEAD)
    if not line.figures:
        for number in range(len(grid.table.columns)):
            set_look(sheet.cell(at, first + number), whole)
        return
    for number, (column, figure) in enumerate(zip(grid.table.columns, line.figures, strict=True)):
        cell = sheet.cell(at, first + number)
        is_whole = figure is None or figure == int(figure)
        set_look(cell, whole if is_whole else looks.of_row(style, "parted"))
        formula = places.formula(row, column)
        if formula:
            cell.value = formula
            computed[cell.coordinate] = str(figure or 0)
        else:
            cell.value = figure


def _write_preamble(sheet: Any, grid: TableGrid, facts: ReportFacts, looks: ReportLooks) -> None:
    layout = grid.table.sheet
    merged = {merge.partition(":")[0] for merge in layout.preamble_merges}
    for address, text in layout.preamble:
        put(sheet, *cell_place(address), text, looks.title if address in merged else looks.text)
    for merge in layout.preamble_merges:
        sheet.merge_cells(merge)
    units: tuple[tuple[str | None, str], ...] = (
        (layout.reporting_cell, facts.name or REPORTING_PLACEHOLDER),
        (layout.receiving_cell, facts.office),
    )
    for cell, text in units:
        if cell:
            put_user_text(sheet, *cell_place(cell), text, looks.unit)


def _set_up_page(
    sheet: Worksheet, grid: TableGrid, places: SheetPlaces, facts: ReportFacts, looks: ReportLooks
) -> None:
    layout = grid.table.sheet
    sheet.freeze_panes = cell_address(places.body_row, places.column(LEAD))
    sheet.print_title_rows = f"{places.first_row}:{places.numbers_row}"
    if layout.landscape:
        sheet.page_setup.orientation = "landscape"
    set_up_print(sheet, facts, grid.years)
    last_row = places.body_row + len(grid.lines) - 1
    sheet.print_area = f"A1:{cell_address(last_row, places.last_column)}"
    if facts.marks:
        put(sheet, *places.mark, facts.marks, looks.mark)
        sheet.sheet_properties.tabColor = "FF0000"


class _ColumnWidths:
    """The widths of the columns of a sheet: a width holds for the columns after it until the next named one."""

    def __init__(self, layout: SheetLayout) -> None:
        self._default = layout.default_width
        self._named = [(column_index_from_string(letter), width) for letter, width in layout.widths]
        self._landscape = layout.landscape

    def of(self, column: int) -> float:
        """The width of a column."""
        known = [width for place, width in self._named if place <= column]
        return known[-1] if known else self._default or DEFAULT_WIDTH

    def legible_size(self, columns: int) -> float:
        """The size of letters that can be read on paper, where so many *columns* are as wide as the page."""
        widths = (self.of(column) for column in range(1, columns + 1))
        return legible_size(widths, landscape=self._landscape)

    def put(self, sheet: Worksheet) -> None:
        """Give the columns of *sheet* their widths."""
        for place, (column, width) in enumerate(self._named):
            dimension = sheet.column_dimensions[column_letters(column)]
            dimension.width = width
            dimension.min = column
            dimension.max = self._named[place + 1][0] - 1 if place + 1 < len(self._named) else LAST_COLUMN
        if self._default:
            sheet.sheet_format.defaultColWidth = self._default


def _set_heights(
    sheet: Worksheet, grid: TableGrid, places: SheetPlaces, widths: _ColumnWidths, size: float
) -> None:
    """Row heights where the text wraps: LibreOffice cuts them otherwise, and Excel in merged cells."""
    line = line_height(size)

    def lines_of(text: str, place: int, columns: int = 1) -> int:
        end = places.column(place + columns)
        return lines_in(text, sum(map(widths.of, range(places.column(place), end))) - 1, size)

    heights = line_heights(grid, lambda cell: lines_of(cell.text, cell.column, cell.columns) * line)
    for row, height in enumerate(heights, places.first_row):
        sheet.row_dimensions[row].height = max(height, line) + 2
    for body_line in grid.lines:
        label = lead_of(body_line.row).label
        lines = lines_of(label + "  " * (body_line.row.level - grid.first_level), LABEL)
        if lines > 1:
            sheet.row_dimensions[places.row(body_line.row)].height = lines * line


def _write_issues(
    sheet: Worksheet, document: Document, places: Mapping[str, SheetPlaces], looks: ReportLooks
) -> None:
    explanations = document.explanations
    titles = ERROR_TITLES if explanations is None else (*ERROR_TITLES, EXPLANATION_TITLE)
    widths = (DETAIL_WIDTH,) if explanations is None else (EXPLAINED_WIDTH,) * 2
    for column, title in enumerate(titles, 1):
        put(sheet, 1, column, title, looks.issue_heading)
    for row, issue in enumerate(document.issues, 2):
        title, address = issue_place(issue, places)
        for column, text in enumerate((title, address, issue.rule), 1):
            put(sheet, row, column, text, looks.wrapped.plain)
        texts = (issue.sentence,) if explanations is None else (issue.sentence, explanations[row - 2])
        for column, text in enumerate(texts, 4):
            put_user_text(sheet, row, column, text, looks.wrapped)
        sheet.row_dimensions[row].height = row_height(texts, widths)
    sheet.sheet_format.defaultColWidth = 14
    set_widths(sheet, dict(enumerate(widths, 4)))
    sheet.page_setup.orientation = "landscape"
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    set_up_print(sheet, document.facts)


def issue_place(issue: Issue, places: Mapping[str, SheetPlaces]) -> tuple[str, str]:
    """Sheet and address of the cell of an issue; both empty for an issue of a record."""
    table_places = places.get(issue.place.table or "")
    if table_places is None:
        return "", ""
    table = table_places.table
    row = table.row_by_key.get(issue.place.row or "")
    if row is None:
        return table.sheet.title, ""
    return table.sheet.title, table_places.address(row, table.column_by_key.get(issue.place.column or ""))

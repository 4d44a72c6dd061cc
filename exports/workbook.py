"""The report as a workbook: the sheets of the official export cell by cell, with our figures, and the issues."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from exports.cell_text import put_text
from exports.facts import Facts, facts_of
from exports.fixed_zip import FixedZip
from exports.page import LABEL, LEAD, Grid, Line, Progress, lay_out_all, line_heights
from exports.paging import wrap
from exports.printed_zeros import NO_BLOCK, exceptions_of
from exports.sheet_places import SheetPlaces, lead_of, letters, places_of
from exports.sheet_styles import Looks
from forms.report import Report
from forms.spec import Issue
from forms.tables import FORM, TABLE_BY_ID

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

ERRORS = "Errors"
ERROR_TITLES = ("Sheet", "Cell", "Error", "Detail")
REPORTING_PLACEHOLDER = "Sở GDĐT tỉnh……….."
LINE_HEIGHT = 15.0
DEFAULT_WIDTH = 8.43
LETTER = 0.85
"""Width of a letter in widths of a column, about."""
LAST_COLUMN = 16384
A4 = "9"


def write_report(report: Report, progress: Progress | None = None) -> bytes:
    """The workbook of *report*."""
    from openpyxl import Workbook

    facts = facts_of(report)
    grids = lay_out_all(report.figures, report.content.facility.get("ownership"))
    places = {grid.table.id: places_of(grid) for grid in grids}
    book = Workbook()
    looks = Looks(book)
    book.remove(book.worksheets[0])
    computed: dict[str, Mapping[str, str]] = {}
    for number, grid in enumerate(grids, 1):
        sheet = book.create_sheet(grid.table.sheet.title)
        computed[f"xl/worksheets/sheet{number}.xml"] = _write_table(sheet, grid, places[grid.table.id], looks)
        _write_preamble(sheet, grid, facts, looks)
        _set_up_page(sheet, grid, places[grid.table.id], facts, looks)
        if progress:
            progress(number, len(grids) + 1)
    _write_issues(book.create_sheet(ERRORS), report, places, looks)
    if progress:
        progress(len(grids) + 1, len(grids) + 1)
    _set_properties(book, facts)
    _set_custom_properties(book, report)
    return FixedZip.of(book, report.today, computed)


def _write_table(sheet: Any, grid: Grid, places: SheetPlaces, looks: Looks) -> dict[str, str]:
    """Write the cells; gives the values of the formulas by address."""
    from openpyxl.worksheet.cell_range import CellRange

    for heading in grid.headings:
        _put(sheet, *places.heading(heading), heading.text, looks.heading)
    for place, number in enumerate(grid.numbers):
        _put(sheet, places.numbers_row, places.column(place), number, looks.numbers)
    computed: dict[str, str] = {}
    for line in grid.lines:
        _write_line(sheet, grid, line, places, looks, computed)
    for top, left, bottom, right in places.merges(grid):
        look = sheet.cell(top, left)._style
        # merge_cells() would make new borders for every merged cell
        sheet.merged_cells.add(CellRange(min_row=top, min_col=left, max_row=bottom, max_col=right).coord)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                sheet.cell(row, column)._style = look
    return computed


def _write_line(
    sheet: Any, grid: Grid, line: Line, places: SheetPlaces, looks: Looks, computed: dict[str, str]
) -> None:
    row, style, at = line.row, grid.style(line), places.row(line.row)
    level = min(row.level - grid.first_level, 7)
    centre, whole = looks.of_row(style, "centre"), looks.of_row(style, "whole")
    lead = looks.of_row(style, "tt"), looks.of_row(style, "label", level), centre, centre
    for place, (value, look) in enumerate(zip(lead_of(row), lead, strict=True)):
        _put(sheet, at, places.column(place), value, look)
    first = places.column(LEAD)
    if not line.figures:
        for number in range(len(grid.table.columns)):
            sheet.cell(at, first + number)._style = whole
        return
    for number, (column, figure) in enumerate(zip(grid.table.columns, line.figures, strict=True)):
        cell = sheet.cell(at, first + number)
        cell._style = whole if figure is None or figure == int(figure) else looks.of_row(style, "parted")
        formula = places.formula(row, column)
        if formula:
            cell.value = formula
            computed[cell.coordinate] = str(figure or 0)
        else:
            cell.value = figure


def _put(sheet: Worksheet, row: int, column: int, value: str | int | None, look: StyleArray) -> None:
    cell: Any = sheet.cell(row, column)
    if value not in (None, ""):
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    cell._style = look


def _put_user_text(
    sheet: Worksheet, row: int, column: int, text: str, look: StyleArray, quoted: StyleArray
) -> None:
    """A text of the user: never a formula, in Excel not even when the cell is edited."""
    cell: Any = sheet.cell(row, column)
    cell._style = quoted if put_text(cell, text) else look


def _write_preamble(sheet: Any, grid: Grid, facts: Facts, looks: Looks) -> None:
    layout = grid.table.sheet
    merged = {merge.partition(":")[0] for merge in layout.preamble_merges}
    for address, text in layout.preamble:
        sheet[address].value = text
        sheet[address]._style = looks.title if address in merged else looks.text
    for merge in layout.preamble_merges:
        sheet.merge_cells(merge)
    units = (
        (layout.reporting_cell, facts.name or REPORTING_PLACEHOLDER),
        (layout.receiving_cell, facts.office),
    )
    for place, text in units:
        if place:
            at = sheet[place]
            _put_user_text(sheet, at.row, at.column, text, looks.user_text, looks.quoted_text)


def _set_up_page(sheet: Worksheet, grid: Grid, places: SheetPlaces, facts: Facts, looks: Looks) -> None:
    from openpyxl.utils import column_index_from_string

    layout = grid.table.sheet
    widths = [(column_index_from_string(letter), width) for letter, width in layout.widths]
    for place, (column, width) in enumerate(widths):
        dimension = sheet.column_dimensions[letters(column)]
        dimension.width = width
        dimension.min = column
        dimension.max = widths[place + 1][0] - 1 if place + 1 < len(widths) else LAST_COLUMN
    if layout.default_width:
        sheet.sheet_format.defaultColWidth = layout.default_width
    _set_heights(sheet, grid, places, dict(widths))
    sheet.freeze_panes = f"{letters(places.column(LEAD))}{places.body_row}"
    sheet.print_title_rows = f"{places.first_row}:{places.numbers_row}"
    if layout.landscape:
        sheet.page_setup.orientation = "landscape"
    _set_up_print(sheet, facts)
    if facts.training:
        _put(sheet, *places.mark, facts.training_mark, looks.mark)
        sheet.sheet_properties.tabColor = "FF0000"


def _set_heights(sheet: Worksheet, grid: Grid, places: SheetPlaces, widths: Mapping[int, float]) -> None:
    """Row heights where the text wraps: LibreOffice cuts them otherwise, and Excel in merged cells."""

    def width_of(column: int) -> float:
        known = [place for place in widths if place <= column]
        return widths[max(known)] if known else grid.table.sheet.default_width or DEFAULT_WIDTH

    def lines_of(text: str, place: int, columns: int = 1) -> int:
        end = places.column(place + columns)
        room = sum(width_of(column) for column in range(places.column(place), end)) - 1
        return len(wrap(text, room, lambda part: len(part) * LETTER))

    heights = line_heights(grid, lambda cell: lines_of(cell.text, cell.column, cell.columns) * LINE_HEIGHT)
    for row, height in enumerate(heights, places.first_row):
        sheet.row_dimensions[row].height = max(height, LINE_HEIGHT) + 2
    for line in grid.lines:
        label = lead_of(line.row).label
        lines = lines_of(label + "  " * (line.row.level - grid.first_level), LABEL)
        if lines > 1:
            sheet.row_dimensions[places.row(line.row)].height = lines * LINE_HEIGHT


def _set_up_print(sheet: Any, facts: Facts) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddHeader.center.text = facts.marks or None
    sheet.oddFooter.left.text = f"Biểu {FORM.code}, {facts.school_year}. {facts.revision_text}"
    sheet.oddFooter.center.text = f"Mã kiểm tra: {facts.marked_code}"
    sheet.oddFooter.right.text = "Trang &P/&N"


def _write_issues(sheet: Worksheet, report: Report, places: Mapping[str, SheetPlaces], looks: Looks) -> None:
    for column, title in enumerate(ERROR_TITLES, 1):
        _put(sheet, 1, column, title, looks.issue_heading)
    for row, issue in enumerate(report.issues, 2):
        title, address = issue_place(issue, places)
        for column, text in enumerate((title, address, issue.rule), 1):
            _put(sheet, row, column, text, looks.issue)
        _put_user_text(sheet, row, 4, issue.message, looks.issue, looks.quoted_issue)
    sheet.sheet_format.defaultColWidth = 14
    sheet.freeze_panes = "A2"
    _set_up_print(sheet, facts_of(report))


def issue_place(issue: Issue, places: Mapping[str, SheetPlaces]) -> tuple[str, str]:
    """Sheet and address of the cell of an issue; both empty for an issue of a record."""
    table = TABLE_BY_ID.get(issue.table or "")
    if table is None:
        return "", ""
    row = table.row_by_key.get(issue.row or "")
    if row is None:
        return table.sheet.title, ""
    return table.sheet.title, places[table.id].address(row, table.column_by_key.get(issue.column or ""))


def _set_properties(book: Any, facts: Facts) -> None:
    day = datetime(facts.today.year, facts.today.month, facts.today.day)  # noqa: DTZ001 - openpyxl writes it as UTC
    properties = book.properties
    properties.title = facts.title
    properties.creator = facts.name or "nhomtre"
    properties.lastModifiedBy = "nhomtre"
    properties.description = f"Mã kiểm tra số liệu {facts.marked_code}. {facts.revision_text}"
    properties.contentStatus = facts.marks or None
    properties.version = str(facts.revision)
    properties.language = "vi"
    properties.created = properties.modified = day


def _set_custom_properties(book: Any, report: Report) -> None:
    """What the check code is computed from beside the cells, for whoever reads the workbook back."""
    from openpyxl.packaging.custom import BoolProperty, IntProperty, StringProperty

    for name, text in (
        ("form", FORM.code),
        ("facility_code", report.facility_code or ""),
        ("school_year", str(report.content.year)),
        ("check_code", report.check_code),
        ("block", report.figures.block or NO_BLOCK),
        ("exceptions", exceptions_of(report.figures)),
    ):
        if text:
            book.custom_doc_props.append(StringProperty(name=name, value=text))
    book.custom_doc_props.append(IntProperty(name="revision", value=report.content.revision))
    book.custom_doc_props.append(BoolProperty(name="draft", value=report.is_draft))
    book.custom_doc_props.append(BoolProperty(name="training", value=report.training))

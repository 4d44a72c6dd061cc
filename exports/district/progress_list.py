"""Who has sent and who has not, as an Excel list to be filtered: a line a facility or file, each with what came of it."""

from collections.abc import Iterator
from datetime import date
from math import ceil
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from exports.district import sum_words as words
from exports.district.answers_folder import AnswersFolder
from exports.district.arriving.arrivals import (
    Arrival,
    Exclusion,
)
from exports.district.report_sum import Collection
from exports.layout.cell_address import cell_address
from exports.workbooks.file_properties import describe
from exports.workbooks.fixed_zip import FixedZip
from exports.workbooks.list_sheet import HEADINGS_ROW, ListLooks, ListRow, write_list
from exports.workbooks.openpyxl_cells import Look, TextLook, look_of
from exports.workbooks.report.report_looks import FONT, HEADING_FILL, RED
from exports.workbooks.rosters.roster_looks import DATE_FORMAT, WHOLE_FORMAT
from exports.workbooks.sheet_writing import A4, FONT_SIZE, LETTER, LINE_HEIGHT, MOST_HEIGHT
from forms.model.text import format_date, parse_iso

CODES = {True: words.CODE_RIGHT, False: words.CODE_WRONG, None: words.CODE_UNKNOWN}
"""Whether the figures give the check code that the file bears."""

PROGRESS_WIDTHS = (30, 11, 5, 11, 11, 6, 9, 9, 10, 44, 44, 26)
"""Of the columns, in characters."""


class ProgressLine(NamedTuple):
    """One line of the list; *result* says whether it is added up and why not, *request* what the facility is asked for. None where nothing is known."""

    name: str
    code: str
    result: str = ""
    request: str = ""
    file: str = ""
    state: str = ""
    check_code: str = ""
    revision: int | None = None
    sent_on: date | None = None
    errors: int | None = None
    warnings: int | None = None
    missing: int | None = None


def progress_lines(collection: Collection) -> Iterator[ProgressLine]:
    """The expected facilities that have not sent, those that are added up, then the files that are not."""
    for facility in collection.not_arrived:
        yield ProgressLine(facility.name, facility.code, state=words.NOT_ARRIVED)
    for arrival in collection.added:
        yield _line(arrival, collection.answers, words.ADDED)
    for exclusion in collection.exclusions:
        line = _of_exclusion(exclusion, collection.answers)
        yield line._replace(request=collection.request_for(exclusion))


def _of_exclusion(exclusion: Exclusion, answers: AnswersFolder) -> ProgressLine:
    result = words.NOT_ADDED.format(reason=exclusion.reason)
    if exclusion.arrival is not None:
        return _line(exclusion.arrival, answers, result)
    return ProgressLine("", exclusion.facility_code or "", result, file=exclusion.file)


def _line(arrival: Arrival, answers: AnswersFolder, result: str) -> ProgressLine:
    return ProgressLine(
        name=arrival.name,
        code=arrival.facility_code or "",
        revision=arrival.revision or None,
        state=answers.title_of(arrival, ""),
        sent_on=parse_iso(arrival.sent_at[:10]),
        errors=arrival.errors,
        warnings=arrival.warnings,
        missing=arrival.missing,
        check_code=CODES[arrival.code_right],
        result="; ".join((result, *arrival.remarks)),
        file=arrival.file,
    )


def progress_workbook(collection: Collection, today: date) -> bytes:
    """The list as an .xlsx file."""
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.title = words.PROGRESS_SHEET
    looks, late = _looks(sheet)
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    rows = [
        ListRow(
            [getattr(line, field) for field in words.PROGRESS_HEADINGS],
            late if line.state == words.NOT_ARRIVED else None,
            min(_height_in_lines(line) * LINE_HEIGHT, MOST_HEIGHT),
        )
        for line in progress_lines(collection)
    ]
    text = words.PROGRESS_IN_YEAR if collection.school_year else words.PROGRESS_ON
    title = text.format(year=collection.school_year, day=format_date(today))
    headings = tuple(words.PROGRESS_HEADINGS.values())
    last = write_list(sheet, title, headings, PROGRESS_WIDTHS, rows, looks, frozen_columns=1)
    sheet.auto_filter.ref = f"A{HEADINGS_ROW}:{cell_address(last, len(headings))}"
    describe(book, words.PROGRESS, today)
    return FixedZip.of(book, today, {})


def _looks(sheet: Any) -> tuple[ListLooks, Look]:
    """The looks of the list, and that of a facility that has not sent."""
    wrapped, middle = (
        Alignment(vertical="top", wrap_text=True),
        Alignment(horizontal="center", vertical="top"),
    )
    plain, bold = Font(name=FONT, size=FONT_SIZE), Font(name=FONT, size=FONT_SIZE, bold=True)
    looks = ListLooks(
        title=look_of(sheet, font=bold),
        heading=look_of(sheet, font=bold, alignment=wrapped, fill=PatternFill("solid", fgColor=HEADING_FILL)),
        text=TextLook(
            look_of(sheet, font=plain, alignment=wrapped),
            look_of(sheet, font=plain, alignment=wrapped, quotePrefix=True),
        ),
        number=look_of(sheet, font=plain, alignment=middle, number_format=WHOLE_FORMAT),
        day=look_of(sheet, font=plain, alignment=middle, number_format=DATE_FORMAT),
    )
    return looks, look_of(sheet, font=Font(name=FONT, size=FONT_SIZE, color=RED), alignment=wrapped)


def _height_in_lines(line: ProgressLine) -> int:
    """Lines of the highest cell: programs that open the list do not all find the height themselves."""
    widths = dict(zip(words.PROGRESS_HEADINGS, PROGRESS_WIDTHS, strict=True))
    texts = ((text, widths[field]) for field, text in line._asdict().items() if isinstance(text, str))
    return max(ceil(len(text) * LETTER / (width - 2)) for text, width in texts if text)

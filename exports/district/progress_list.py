"""Who has sent and who has not, as an Excel list to be filtered: a line a facility or file, each with what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from exports.district.arrivals import Arrival, Turned
from exports.district.report_sum import Collection
from exports.layout.cell_address import cell_address
from exports.workbooks.file_properties import describe
from exports.workbooks.fixed_zip import FixedZip
from exports.workbooks.list_sheet import HEADINGS_ROW, ListLooks, ListRow, write_list
from exports.workbooks.openpyxl_cells import Look, TextLook, look_of
from exports.workbooks.report.report_looks import FONT, HEADING_FILL, RED, SIZE
from exports.workbooks.rosters.roster_looks import DATE_FORMAT, WHOLE_FORMAT
from exports.workbooks.sheet_writing import A4, LETTER, LINE_HEIGHT, MOST_HEIGHT
from forms.model.text import format_date, parse_iso
from forms.sets.mn2019.states import STATES

TITLE = "TIẾN ĐỘ GỬI BÁO CÁO"
SHEET = "Tiến độ"
NOT_SENT, ADDED, NOT_ADDED = "chưa gửi", "đã cộng", "không cộng: {reason}"
CODES = {True: "đúng", False: "sai", None: "không rõ"}
"""Whether the figures give the check code that the file bears."""


class ProgressLine(NamedTuple):
    """One line of the list; *result* says whether it is added up and why not. None where nothing is known."""

    name: str
    code: str
    result: str = ""
    file: str = ""
    state: str = ""
    check_code: str = ""
    revision: int | None = None
    sent_on: date | None = None
    errors: int | None = None
    warnings: int | None = None
    missing: int | None = None


HEADINGS: dict[str, tuple[str, float]] = {
    "name": ("Tên cơ sở", 30),
    "code": ("Mã trường", 11),
    "revision": ("Bản", 5),
    "state": ("Trạng thái", 11),
    "sent_on": ("Gửi ngày", 11),
    "errors": ("Lỗi", 6),
    "warnings": ("Cảnh báo", 9),
    "missing": ("Còn thiếu", 9),
    "check_code": ("Mã kiểm tra", 10),
    "result": ("Kết quả", 44),
    "file": ("Tệp", 26),
}
"""Field of a line → heading and width in characters."""


def progress_lines(collection: Collection) -> Iterator[ProgressLine]:
    """The expected facilities that have not sent, those that are added up, then the files that are not."""
    for facility in collection.not_arrived:
        yield ProgressLine(facility.name, facility.code, state=NOT_SENT)
    for arrival in collection.taken:
        yield _line(arrival, ADDED)
    for turned in collection.turned:
        yield _of_turned(turned)


def _of_turned(turned: Turned) -> ProgressLine:
    result = NOT_ADDED.format(reason=turned.reason)
    if turned.arrival is not None:
        return _line(turned.arrival, result)
    return ProgressLine("", turned.facility_code or "", result, turned.file)


def _line(arrival: Arrival, result: str) -> ProgressLine:
    return ProgressLine(
        name=arrival.name,
        code=arrival.facility_code or "",
        revision=arrival.revision or None,
        state=STATES[arrival.state].title if arrival.state else "",
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
    book = Workbook(write_only=True)  # a district, a province: the list may be long
    sheet: Any = book.create_sheet(SHEET)
    looks, late = _looks(sheet)
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    rows = [
        ListRow(
            [getattr(line, field) for field in HEADINGS],
            late if line.state == NOT_SENT else None,
            min(_height_in_lines(line) * LINE_HEIGHT, MOST_HEIGHT),
        )
        for line in progress_lines(collection)
    ]
    headings, widths = zip(*HEADINGS.values(), strict=True)
    year = f" · năm học {collection.school_year}" if collection.school_year else ""
    title = f"{TITLE}{year} · {format_date(today)}"
    last = write_list(sheet, title, headings, widths, rows, looks, frozen_columns=1)
    sheet.auto_filter.ref = f"A{HEADINGS_ROW}:{cell_address(last, len(HEADINGS))}"
    describe(book, TITLE, today)
    return FixedZip.of(book, today, {})


def _looks(sheet: Any) -> tuple[ListLooks, Look]:
    """The looks of the list, and that of a facility that has not sent."""
    wrapped, middle = (
        Alignment(vertical="top", wrap_text=True),
        Alignment(horizontal="center", vertical="top"),
    )
    plain, bold = Font(name=FONT, size=SIZE), Font(name=FONT, size=SIZE, bold=True)
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
    return looks, look_of(sheet, font=Font(name=FONT, size=SIZE, color=RED), alignment=wrapped)


def _height_in_lines(line: ProgressLine) -> int:
    """Lines of the highest cell: programs that open the list do not all find the height themselves."""
    widths = {field: width for field, (_, width) in HEADINGS.items()}
    texts = ((text, widths[field]) for field, text in line._asdict().items() if isinstance(text, str))
    return max(ceil(len(text) * LETTER / (width - 2)) for text, width in texts if text)

"""Who has sent and who has not, as an Excel list to be filtered: a line a facility or file, each with what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from exports.district.arrivals import Arrival, Turned
from exports.district.report_sum import Collection
from exports.workbooks.cell_text import put_text
from exports.workbooks.fixed_zip import FixedZip
from exports.workbooks.report.report_looks import FONT, HEADING_FILL, RED, SIZE
from exports.workbooks.rosters.roster_looks import DATE_FORMAT, WHOLE_FORMAT
from exports.workbooks.sheet_writing import A4, LETTER, LINE_HEIGHT, MOST_HEIGHT
from forms.model.text import format_date, parse_iso
from forms.sets.mn2019.states import STATES

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray

TITLE = "TIẾN ĐỘ GỬI BÁO CÁO"
SHEET = "Tiến độ"
NOT_SENT, ADDED, NOT_ADDED = "chưa gửi", "đã cộng", "không cộng: {reason}"
CODES = {True: "đúng", False: "sai", None: "không rõ"}
"""Whether the figures give the check code that the file bears."""

Value = str | int | date | None


class Line(NamedTuple):
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


def progress_lines(collection: Collection) -> Iterator[Line]:
    """The expected facilities that have not sent, those that are added up, then the files that are not."""
    for facility in collection.not_arrived:
        yield Line(facility.name, facility.code, state=NOT_SENT)
    for arrival in collection.taken:
        yield _line(arrival, ADDED)
    for turned in collection.turned:
        yield _of_turned(turned)


def _of_turned(turned: Turned) -> Line:
    result = NOT_ADDED.format(reason=turned.reason)
    if turned.arrival is not None:
        return _line(turned.arrival, result)
    return Line("", turned.facility_code or "", result, turned.file)


def _line(arrival: Arrival, result: str) -> Line:
    return Line(
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
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook(write_only=True)  # a district, a province: the list may be long
    sheet = book.create_sheet(SHEET)
    wrapped = Alignment(vertical="top", wrap_text=True)
    plain, bold = Font(name=FONT, size=SIZE), Font(name=FONT, size=SIZE, bold=True)
    put = _Writer(sheet)
    title = put.look(font=bold)
    heading = put.look(font=bold, alignment=wrapped, fill=PatternFill("solid", fgColor=HEADING_FILL))
    put.text = put.look(font=plain, alignment=wrapped)
    put.quoted = put.look(font=plain, alignment=wrapped, quotePrefix=True)
    middle = Alignment(horizontal="center", vertical="top")
    put.number = put.look(font=plain, alignment=middle, number_format=WHOLE_FORMAT)
    put.day = put.look(font=plain, alignment=middle, number_format=DATE_FORMAT)
    late = put.look(font=Font(name=FONT, size=SIZE, color=RED), alignment=wrapped)
    for place, (_, width) in enumerate(HEADINGS.values()):
        sheet.column_dimensions["ABCDEFGHIJK"[place]].width = width
    sheet.freeze_panes = "B3"
    sheet.print_title_rows = "2:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    year = f" · năm học {collection.school_year}" if collection.school_year else ""
    sheet.append([put.cell(f"{TITLE}{year} · {format_date(today)}", title)])
    sheet.append([put.cell(text, heading) for text, _ in HEADINGS.values()])
    lines = list(progress_lines(collection))
    for number, line in enumerate(lines, 3):
        sheet.row_dimensions[number].height = min(_lines(line) * LINE_HEIGHT, MOST_HEIGHT)
        look = late if line.state == NOT_SENT else None
        sheet.append([put.cell(getattr(line, field), look) for field in HEADINGS])
    sheet.auto_filter.ref = f"A2:K{len(lines) + 2}"
    properties = book.properties
    properties.title, properties.creator, properties.language = TITLE, "nhomtre", "vi"
    properties.created = properties.modified = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - openpyxl writes it as UTC
    return FixedZip.of(book, today, {})


def _lines(line: Line) -> int:
    """Lines of the highest cell: programs that open the list do not all find the height themselves."""
    widths = {field: width for field, (_, width) in HEADINGS.items()}
    texts = ((text, widths[field]) for field, text in line._asdict().items() if isinstance(text, str))
    return max(ceil(len(text) * LETTER / (width - 2)) for text, width in texts if text)


class _Writer:
    """Makes the cells of a sheet that is written line by line."""

    text: StyleArray
    quoted: StyleArray
    number: StyleArray
    day: StyleArray

    def __init__(self, sheet: Any) -> None:
        from openpyxl.cell import WriteOnlyCell

        self._new, self._sheet = WriteOnlyCell, sheet

    def look(self, **attributes: Any) -> StyleArray:
        cell: Any = self._new(self._sheet)
        for name, value in attributes.items():
            setattr(cell, name, value)
        look: StyleArray = cell._style
        return look

    def cell(self, value: Value, look: StyleArray | None) -> Any:
        cell: Any = self._new(self._sheet)
        if isinstance(value, str):
            quoted = put_text(cell, value)
            cell._style = self.quoted if quoted else look or self.text
        elif value is not None:
            cell.value = value
            cell._style = self.day if isinstance(value, date) else self.number
        return cell

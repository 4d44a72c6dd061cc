"""The looks of the upload workbooks: every style is made once and shared by all cells that have it."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from exports.workbooks.openpyxl_cells import Look, TextLook, look_of
from exports.workbooks.report.report_looks import FONT, HEADING_FILL, RED
from exports.workbooks.rosters.roster_columns import RosterColumn
from exports.workbooks.sheet_writing import FONT_SIZE
from forms.model.record import FieldType

ORANGE = "FFC55A11"
GREY = "FF595959"
MISSING_FILL = "FFFFC7CE"
TEXT_FORMAT, DATE_FORMAT, WHOLE_FORMAT, ANY_FORMAT = "@", "dd/mm/yyyy", "0", "General"

_FORMATS = {
    FieldType.DATE: DATE_FORMAT,
    FieldType.INT: WHOLE_FORMAT,
    FieldType.DECIMAL: ANY_FORMAT,
}
"""Everything else is text, so that a 0 in front and «12/5 Lê Lợi» stay as they are typed."""


class RosterLooks:
    """The looks of one workbook."""

    def __init__(self, book: Workbook) -> None:
        sheet = book.worksheets[0]
        side = Side(style="thin")
        border = Border(left=side, right=side, top=side, bottom=side)
        fill = PatternFill("solid", fgColor=HEADING_FILL)
        centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
        left, middle = Alignment(horizontal="left"), Alignment(horizontal="center")
        aligned = {DATE_FORMAT: middle, WHOLE_FORMAT: middle, TEXT_FORMAT: left}
        plain, computed = (
            Font(name=FONT, size=FONT_SIZE),
            Font(name=FONT, size=FONT_SIZE, italic=True, color=GREY),
        )
        self._headings = {
            color: look_of(
                sheet,
                font=Font(name=FONT, size=FONT_SIZE, bold=True, color=color),
                alignment=centre,
                border=border,
                fill=fill,
            )
            for color in (None, RED, ORANGE)
        }
        self._cells = {
            (shown, is_computed): TextLook(
                *(
                    look_of(
                        sheet,
                        font=font,
                        alignment=aligned.get(shown),
                        number_format=shown,
                        quotePrefix=quoted,
                    )
                    for quoted in (False, True)
                )
            )
            for shown in (TEXT_FORMAT, DATE_FORMAT, WHOLE_FORMAT, ANY_FORMAT)
            for is_computed, font in ((False, plain), (True, computed))
        }
        self.number = self._cells[WHOLE_FORMAT, True].plain
        self.mark = look_of(sheet, font=Font(name=FONT, size=FONT_SIZE, bold=True, color=RED))

    def heading(self, column: RosterColumn | None) -> Look:
        """Look of a heading: mandatory red, mandatory under a condition orange; None is the running number's."""
        required = column.field.required if column else None
        if required is None or not (required.always or required.when):
            return self._headings[None]
        return self._headings[RED if required.always else ORANGE]

    def cell(self, column: RosterColumn) -> TextLook:
        """Look of the cells of a column."""
        shown = _FORMATS.get(column.field.type, TEXT_FORMAT)
        return self._cells[shown, column.field.computed]

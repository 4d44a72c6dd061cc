"""The looks of the upload workbooks: every style is made once and shared by all cells that have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exports.workbooks.report.report_looks import FONT, HEADING_FILL, RED, SIZE
from exports.workbooks.rosters.roster_columns import Column
from forms.model.record import FieldType

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles.cell_style import StyleArray

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
    """Styles of one workbook, as openpyxl keeps them: indices into its tables."""

    def __init__(self, book: Workbook) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self._book = book
        side = Side(style="thin")
        border = Border(left=side, right=side, top=side, bottom=side)
        fill = PatternFill("solid", fgColor=HEADING_FILL)
        centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
        left, middle = Alignment(horizontal="left"), Alignment(horizontal="center")
        aligned = {DATE_FORMAT: middle, WHOLE_FORMAT: middle, TEXT_FORMAT: left}
        plain, computed = Font(name=FONT, size=SIZE), Font(name=FONT, size=SIZE, italic=True, color=GREY)
        self._headings = {
            color: self._make(
                Font(name=FONT, size=SIZE, bold=True, color=color),
                alignment=centre,
                border=border,
                fill=fill,
            )
            for color in (None, RED, ORANGE)
        }
        self._cells = {
            (shown, is_computed, quoted): self._make(
                font, number_format=shown, alignment=aligned.get(shown, Alignment()), quotePrefix=quoted
            )
            for shown in (TEXT_FORMAT, DATE_FORMAT, WHOLE_FORMAT, ANY_FORMAT)
            for is_computed, font in ((False, plain), (True, computed))
            for quoted in (False, True)
        }
        self.number = self._cells[WHOLE_FORMAT, True, False]
        self.mark = self._make(Font(name=FONT, size=SIZE, bold=True, color=RED))

    def heading(self, column: Column | None) -> StyleArray:
        """Look of a heading: mandatory red, mandatory under a condition orange; None is the running number's."""
        required = column.field.required if column else None
        if required is None or not (required.always or required.when):
            return self._headings[None]
        return self._headings[RED if required.always else ORANGE]

    def cell(self, column: Column, *, quoted: bool = False) -> StyleArray:
        """Look of the cells of a column; *quoted* for a text that looks like a formula."""
        shown = _FORMATS.get(column.field.type, TEXT_FORMAT)
        return self._cells[shown, column.field.computed, quoted]

    def _make(self, font: Any, **attributes: Any) -> StyleArray:
        from openpyxl.cell import Cell

        cell: Any = Cell(self._book.worksheets[0], row=1, column=1)
        cell.font = font
        for name, value in attributes.items():
            setattr(cell, name, value)
        look: StyleArray = cell._style
        return look

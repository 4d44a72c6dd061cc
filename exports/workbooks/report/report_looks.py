"""The looks of the report workbook: every style is made once and shared by all cells that have it."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from exports.layout.table_page import TextStyle
from exports.workbooks.openpyxl_cells import Look, TextLook, look_of
from exports.workbooks.sheet_writing import FONT_SIZE

FONT = "Times New Roman"
HEADING_FILL = "FFEBEBEB"
RED = "FFC00000"
WHOLE = "#,##0"
PARTED = "#,##0.###"

BodyCell = Literal["tt", "label", "centre", "whole", "parted"]
"""Cells of a body row: its TT, its label, unit and mã số, a whole figure, one with decimals."""


class TableLooks:
    """The looks of the cells of a table in letters of one size. A figure wider than its cell is set smaller, never cut."""

    def __init__(self, sheet: Any, size: float, border: Border, fill: PatternFill) -> None:
        self._sheet, self._border = sheet, border
        plain, bold, italic = (
            Font(name=FONT, size=size, bold=b, italic=i) for b, i in ((0, 0), (1, 0), (0, 1))
        )
        centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
        self.heading = look_of(sheet, font=bold, alignment=centre, border=border, fill=fill)
        self.numbers = look_of(sheet, font=italic, alignment=centre, border=border, fill=fill)
        self._rows: dict[tuple[TextStyle, BodyCell, int], Look] = {}
        self._set_rows("", plain)
        self._set_rows("B", bold)

    def _set_rows(self, style: TextStyle, font: Font) -> None:
        sheet, border, rows = self._sheet, self._border, self._rows
        high = Alignment(vertical="top", shrink_to_fit=True)
        middle = Alignment(horizontal="center", vertical="top", shrink_to_fit=True)
        right = Alignment(horizontal="right", vertical="top", shrink_to_fit=True)
        rows[style, "tt", 0] = look_of(sheet, font=font, alignment=high, border=border)
        for level in range(8):
            indented = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=level)
            rows[style, "label", level] = look_of(sheet, font=font, alignment=indented, border=border)
        rows[style, "centre", 0] = look_of(sheet, font=font, alignment=middle, border=border)
        rows[style, "whole", 0] = look_of(
            sheet, font=font, alignment=right, border=border, number_format=WHOLE
        )
        rows[style, "parted", 0] = look_of(
            sheet, font=font, alignment=right, border=border, number_format=PARTED
        )

    def of_row(self, style: TextStyle, part: BodyCell, level: int = 0) -> Look:
        """Look of a part of a body row; *style* is upright or bold, *level* how far a label is indented."""
        return self._rows[style, part, level]


class ReportLooks:
    """The looks of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._sheet = sheet = book.worksheets[0]
        side = Side(style="thin")
        self._border = border = Border(left=side, right=side, top=side, bottom=side)
        plain, bold = (Font(name=FONT, size=FONT_SIZE, bold=b) for b in (False, True))
        self._plain = plain
        self._fill = fill = PatternFill("solid", fgColor=HEADING_FILL)
        centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
        self.title = look_of(sheet, font=bold, alignment=Alignment(horizontal="center"))
        self.text = look_of(sheet, font=plain)
        self.user_text = look_of(sheet, font=bold)
        self.unit = TextLook(self.user_text, look_of(sheet, font=bold, quotePrefix=True))
        self.heading = look_of(sheet, font=bold, alignment=centre, border=border, fill=fill)
        self.mark = look_of(sheet, font=Font(name=FONT, size=FONT_SIZE, bold=True, color=RED))
        self.issue_heading = look_of(sheet, font=bold, fill=fill)
        self._tables: dict[float, TableLooks] = {}

    def of_table(self, size: float) -> TableLooks:
        """The looks of a table in letters of that *size*."""
        if size not in self._tables:
            self._tables[size] = TableLooks(self._sheet, size, self._border, self._fill)
        return self._tables[size]

    def signed(self, size: float, *, bold: bool = False, italic: bool = False) -> TextLook:
        """Look of a line of the sheet that is signed."""
        font = Font(name=FONT, size=size, bold=bold, italic=italic)
        middle = Alignment(horizontal="center", vertical="top", wrap_text=True)
        return TextLook(
            look_of(self._sheet, font=font, alignment=middle),
            look_of(self._sheet, font=font, alignment=middle, quotePrefix=True),
        )

    @cached_property
    def wrapped(self) -> TextLook:
        """Look of a text that wraps."""
        return self._wrapped(None)

    @cached_property
    def listed(self) -> TextLook:
        """The same in a frame."""
        return self._wrapped(self._border)

    def _wrapped(self, border: Border | None) -> TextLook:
        wrap = Alignment(vertical="top", wrap_text=True)
        return TextLook(
            look_of(self._sheet, font=self._plain, alignment=wrap, border=border),
            look_of(self._sheet, font=self._plain, alignment=wrap, border=border, quotePrefix=True),
        )

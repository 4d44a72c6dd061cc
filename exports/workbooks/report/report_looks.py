"""The looks of the report workbook: every style is made once and shared by all cells that have it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles.cell_style import StyleArray

FONT = "Times New Roman"
SIZE = 11
HEADING_FILL = "FFEBEBEB"
RED = "FFC00000"
WHOLE = "#,##0"
PARTED = "#,##0.###"


class Looks:
    """Named styles of one workbook, as openpyxl keeps them: indices into its tables."""

    def __init__(self, book: Workbook) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self._book = book
        side = Side(style="thin")
        border = Border(left=side, right=side, top=side, bottom=side)
        plain, bold, italic = (
            Font(name=FONT, size=SIZE, bold=b, italic=i) for b, i in ((0, 0), (1, 0), (0, 1))
        )
        fill = PatternFill("solid", fgColor=HEADING_FILL)
        centre = Alignment(horizontal="center", vertical="center", wrap_text=True)
        top = Alignment(horizontal="center", vertical="top")
        right = Alignment(horizontal="right", vertical="top")
        self._plain, self._border = plain, border
        self.title = self._make(bold, Alignment(horizontal="center"))
        self.text = self._make(plain, None)
        self.user_text = self._make(bold, None)
        self.quoted_text = self._make(bold, None, quoted=True)
        self.heading = self._make(bold, centre, border, fill)
        self.numbers = self._make(italic, centre, border, fill)
        self.mark = self._make(Font(name=FONT, size=SIZE, bold=True, color=RED), None)
        self.issue = self._make(plain, Alignment(vertical="top"))
        self.quoted_issue = self._make(plain, Alignment(vertical="top"), quoted=True)
        self.issue_heading = self._make(bold, None, None, fill)
        self._rows: dict[tuple[str, str, int], StyleArray] = {}
        for style, font in (("", plain), ("B", bold)):
            self._rows[style, "tt", 0] = self._make(font, Alignment(vertical="top"), border)
            for level in range(8):
                indented = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=level)
                self._rows[style, "label", level] = self._make(font, indented, border)
            self._rows[style, "centre", 0] = self._make(font, top, border)
            self._rows[style, "whole", 0] = self._make(font, right, border, number_format=WHOLE)
            self._rows[style, "parted", 0] = self._make(font, right, border, number_format=PARTED)

    @cached_property
    def wrapped(self) -> tuple[StyleArray, StyleArray]:
        """Look of a text that wraps, and of one that must not become a formula."""
        return self._wrapped(None)

    @cached_property
    def listed(self) -> tuple[StyleArray, StyleArray]:
        """The same in a frame."""
        return self._wrapped(self._border)

    def _wrapped(self, border: Any) -> tuple[StyleArray, StyleArray]:
        from openpyxl.styles import Alignment

        wrap = Alignment(vertical="top", wrap_text=True)
        return self._make(self._plain, wrap, border), self._make(self._plain, wrap, border, quoted=True)

    def of_row(self, style: str, part: str, level: int = 0) -> StyleArray:
        """Look of a part of a body row: tt, label, centre, whole, parted; *style* is "" or "B"."""
        return self._rows[style, part, level]

    def _make(
        self,
        font: Any,
        alignment: Any,
        border: Any = None,
        fill: Any = None,
        *,
        number_format: str | None = None,
        quoted: bool = False,
    ) -> StyleArray:
        from openpyxl.cell import Cell

        cell: Any = Cell(self._book.worksheets[0], row=1, column=1)
        cell.font = font
        if alignment is not None:
            cell.alignment = alignment
        if border is not None:
            cell.border = border
        if fill is not None:
            cell.fill = fill
        if number_format:
            cell.number_format = number_format
        if quoted:
            cell.quotePrefix = True
        look: StyleArray = cell._style
        return look

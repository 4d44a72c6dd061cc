"""What the public names of openpyxl cannot do, or only slowly: looks that cells share, texts that stay texts.

``cell.font = ...`` hashes the font anew for every cell (a report would take twice as long to write), a ``NamedStyle``
brings styles into the file that the official export does not have. So a look is made once by the public names and
handed from cell to cell. The setter of ``value`` takes "=1+1" for a formula and "#N/A" for an error; ``merge_cells``
makes new borders for every merged cell. Every private name that is touched stands in ``PRIVATE_NAMES``
and is used in this module alone (those that writing takes: ``openpyxl_rows``).
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, TypedDict, Unpack

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.cell_range import CellRange

from exports.workbooks.cell_text import CellValue, shown_text

PRIVATE_NAMES: Mapping[str, str] = {
    "_style": "Cell, MergedCell and ColumnDimension: the look, as indices into the tables of its workbook",
    "_value": "Cell: the value, not guessed from its text",
    "data_type": "Cell: what the value is written as, settable: s text, n number, d day",
}

Look = StyleArray
"""A look that is in the tables of one workbook; shared by all cells that have it."""

RISKY = ("=", "+", "-", "@")
"""What a text begins with that Excel would take for a formula once the cell is edited; tabs are cleaned away."""

_ESCAPE = "_(?=x[0-9A-Fa-f]{4}_)"
"""An underscore that would begin a character by its number, ``_x000D_``."""


class LookAttributes(TypedDict, total=False):
    """What a look is made of; what is None or left out is as in an empty cell."""

    font: Font | None
    alignment: Alignment | None
    border: Border | None
    fill: PatternFill | None
    number_format: str | None
    quotePrefix: bool


class TextLook(NamedTuple):
    """How a text of people looks: as it is, and when it begins like a formula and must stay a text."""

    plain: Look
    quoted: Look


def look_of(sheet: Any, **attributes: Unpack[LookAttributes]) -> Look:
    """A look for the cells of the workbook of *sheet*."""
    cell: Any = Cell(sheet, row=1, column=1)
    for name, value in attributes.items():
        if value:
            setattr(cell, name, value)
    look: Look = cell._style
    return look


def set_look(cell: Any, look: Look) -> None:
    """Give a cell, or a column of empty ones, a look."""
    cell._style = look


def put_value(cell: Any, value: CellValue) -> None:
    """Make *value* the value of *cell*, a text of ours as it stands."""
    cell._value = value
    cell.data_type = "s" if isinstance(value, str) else "d" if isinstance(value, date) else "n"


def put_text(cell: Any, text: str) -> bool:
    """Make a *text* of people the text of *cell*; gives whether the cell needs a look with ``quotePrefix``.

    An empty text leaves the cell empty.
    """
    text = shown_text(text)
    if text:
        put_value(cell, re.sub(_ESCAPE, "_x005F_", text))
    return text.startswith(RISKY)


def merge_alike(sheet: Any, top: int, left: int, bottom: int, right: int) -> None:
    """Merge an area, all of whose cells look as its first one."""
    look = sheet.cell(top, left)._style
    area = CellRange(min_row=top, min_col=left, max_row=bottom, max_col=right)
    sheet.merged_cells.add(area.coord)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            sheet.cell(row, column)._style = look

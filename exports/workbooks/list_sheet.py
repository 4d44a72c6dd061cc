"""A list with headings on a sheet of its own: who has sent, what is missing, the annexes of a report."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from openpyxl.cell import WriteOnlyCell

from exports.layout.cell_address import cell_address, column_letters
from exports.workbooks.openpyxl_cells import Look, TextLook, put_text, set_look

HEADINGS_ROW = 2
FIRST_LIST_ROW = HEADINGS_ROW + 1

ListValue = str | int | date | None
"""A text, a whole number, a day; None leaves the cell without a look."""


class ListLooks(NamedTuple):
    """The looks of the title, the headings, the texts, numbers and days of the rows."""

    title: Look
    heading: Look
    text: TextLook
    number: Look
    day: Look


class ListRow(NamedTuple):
    """A row: its values; the look of its texts where it is not that of all rows; its height in points."""

    values: Sequence[ListValue]
    look: Look | None = None
    height: float | None = None


def write_list(
    sheet: Any,
    title: str,
    headings: Sequence[str],
    widths: Sequence[float],
    rows: Iterable[ListRow],
    looks: ListLooks,
    frozen_columns: int = 0,
) -> int:
    """Title, headings and rows one below the other; gives the row of the last one.

    Title, headings and so many *frozen_columns* stay in sight, the headings stand on every printed page. *sheet* is
    empty.
    """
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.freeze_panes = cell_address(FIRST_LIST_ROW, frozen_columns + 1)
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = f"{HEADINGS_ROW}:{HEADINGS_ROW}"
    sheet.append([_cell(sheet, title, looks, looks.title)])
    sheet.append([_cell(sheet, heading, looks, looks.heading) for heading in headings])
    last = HEADINGS_ROW
    for last, row in enumerate(rows, FIRST_LIST_ROW):
        if row.height is not None:
            sheet.row_dimensions[last].height = row.height
        sheet.append([_cell(sheet, value, looks, row.look) for value in row.values])
    return last


def _cell(sheet: Any, value: ListValue, looks: ListLooks, look: Look | None) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    if isinstance(value, str):
        quoted = put_text(cell, value)
        set_look(cell, looks.text.quoted if quoted else look or looks.text.plain)
    elif value is not None:
        cell.value = value
        set_look(cell, looks.day if isinstance(value, date) else looks.number)
    return cell

"""Reads an old .xls by xlrd, within the same limits."""

from __future__ import annotations

import os
from typing import Any

import xlrd

from exports.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_PARTS, MAX_ROWS
from exports.reading.number_formats import builtin_format, day_text, number_format_of, number_text, padded
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.shared_parts import Style
from exports.reading.sheet_parts import (
    BOOL,
    DATE,
    ERROR,
    NUMBER,
    TEXT,
    Cells,
    Extent,
    FoundSheet,
    RawCell,
    Room,
    SheetContent,
)

_EMPTY, _TEXT, _NUMBER, _DATE, _BOOL, _ERROR, _BLANK = range(7)
"""Kinds of cells of xlrd."""


def read_old_workbook(data: bytes, room: Room, _title: str) -> list[FoundSheet]:
    """Title, whether it is hidden, and what it holds or its extent, of every sheet. Raises WorkbookRefused."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - os.devnull is no path to work with
        try:
            book = xlrd.open_workbook(
                file_contents=data, logfile=nowhere, formatting_info=True, ragged_rows=True
            )
        except MemoryError:
            raise
        except Exception as error:  # what a damaged file raises inside xlrd is not of one family
            raise WorkbookRefused("encrypted" if "encrypted" in str(error) else "damaged") from error
    sheets = book.sheets()
    if not sheets:
        raise WorkbookRefused("no_sheets")
    if len(sheets) > MAX_PARTS:
        raise WorkbookRefused("too_many_parts", parts=len(sheets), most=MAX_PARTS)
    styles = [_style(book, style) for style in book.xf_list]
    return [(sheet.name, bool(sheet.visibility), _read(sheet, styles, book, room)) for sheet in sheets]


def _style(book: Any, style: Any) -> Style:
    declared = book.format_map.get(style.format_key)
    code = declared.format_str if declared is not None else ""
    font = book.font_list[style.font_index].name if style.font_index < len(book.font_list) else None
    return Style(font, number_format_of(code) if code else builtin_format(style.format_key))


def _read(sheet: Any, styles: list[Style], book: Any, room: Room) -> SheetContent | Extent:
    under = _under_merged(sheet)
    rows: Cells = {}
    far_row = far_column = filled = 0
    for row in range(sheet.nrows):
        cells = {}
        for column in range(sheet.row_len(row)):
            cell = _cell(sheet.cell(row, column), styles, from_1904=bool(book.datemode))
            if cell is not None and (row, column) not in under:
                cells[column + 1] = cell
        if cells:
            filled, far_row, far_column = filled + 1, row + 1, max(far_column, *cells)
            if far_row <= MAX_ROWS and far_column <= MAX_COLUMNS:
                rows[row + 1] = cells
    if far_row > MAX_ROWS or far_column > MAX_COLUMNS:
        return Extent(filled, far_row, far_column)
    for cells in rows.values():
        for text, _kind, _font in cells.values():
            room.take(text)
    merged = [
        (top + 1, bottom, left + 1, right)
        for top, bottom, left, right in sheet.merged_cells
        if top < MAX_ROWS
    ]
    hidden = {row + 1 for row, looks in sheet.rowinfo_map.items() if looks.hidden}
    return SheetContent(rows, merged, hidden)


def _under_merged(sheet: Any) -> set[tuple[int, int]]:
    """Cells of merged areas that are not the first."""
    under: set[tuple[int, int]] = set()
    area = 0
    for first_row, last_row, first_column, last_column in sheet.merged_cells:
        rows = range(first_row, min(last_row, MAX_ROWS))
        columns = range(first_column, min(last_column, MAX_COLUMNS))
        area += len(rows) * len(columns)
        if area > MAX_CELLS:
            raise WorkbookRefused("damaged")
        under.update((row, column) for row in rows for column in columns)
        under.discard((first_row, first_column))
    return under


def _cell(cell: Any, styles: list[Style], *, from_1904: bool) -> RawCell | None:
    kind, value = cell.ctype, cell.value
    style = styles[cell.xf_index] if cell.xf_index is not None and cell.xf_index < len(styles) else Style()
    if kind in (_EMPTY, _BLANK) or (kind == _TEXT and not value.strip()):
        return None
    if kind == _TEXT:
        return value, TEXT, style.font
    if kind == _BOOL:
        return str(int(value)), BOOL, style.font
    if kind == _ERROR:
        return xlrd.error_text_from_code.get(value, "#N/A"), ERROR, style.font
    text = number_text(repr(float(value))) or "0"
    if style.format.is_date:
        day = day_text(text, has_time=style.format.has_time, from_1904=from_1904)
        return (text, NUMBER, style.font) if day is None else (day, DATE, style.font)
    return (padded(text, style.format.digits) if style.format.digits else text), NUMBER, style.font

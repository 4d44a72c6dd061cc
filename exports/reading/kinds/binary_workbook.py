"""Reads an .xlsb by calamine, within the same limits. It tells no hidden rows, merged areas, fonts, errors and leading zeros."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from exports.reading.limits import MAX_COLUMNS, MAX_PARTS, MAX_ROWS, ZipParts
from exports.reading.number_formats import number_text
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.sheet_parts import (
    BOOL,
    DATE,
    NUMBER,
    TEXT,
    Cells,
    Extent,
    FoundSheet,
    RawCell,
    Room,
    SheetContent,
)


def read_binary_workbook(data: bytes, room: Room, _title: str) -> list[FoundSheet]:
    """The sheets of an .xlsb, charts and macros left out. Raises WorkbookRefused."""
    ZipParts(data).check()
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        listed = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        if not listed:
            raise WorkbookRefused("no_sheets")
        if len(listed) > MAX_PARTS:
            raise WorkbookRefused("too_many_parts", parts=len(listed), most=MAX_PARTS)
        return [
            (
                each.name,
                each.visible != SheetVisibleEnum.Visible,
                _content(book.get_sheet_by_name(each.name), room),
            )
            for each in listed
        ]
    except (CalamineError, OSError, ValueError) as error:
        raise WorkbookRefused("damaged") from error


def _content(sheet: CalamineSheet, room: Room) -> SheetContent | Extent:
    if sheet.start is None or sheet.end is None:
        return SheetContent({}, [], set())
    (first_row, first_column), (last_row, last_column) = sheet.start, sheet.end
    rows: Cells = {}
    if last_row >= MAX_ROWS or last_column >= MAX_COLUMNS:
        filled = sum(any(value != "" for value in values) for values in sheet.iter_rows())
        return Extent(filled, last_row + 1, last_column + 1)
    for number, values in enumerate(sheet.iter_rows(), first_row + 1):
        for column, value in enumerate(values, first_column + 1):
            cell = _cell(value)
            if cell is not None:
                room.take(cell[0])
                rows.setdefault(number, {})[column] = cell
    return SheetContent(rows, [], set())


def _cell(value: object) -> RawCell | None:
    match value:
        case bool():
            return str(int(value)), BOOL, None
        case int() | float():
            return number_text(repr(value)) or str(value), NUMBER, None
        case datetime():
            at_midnight = value.time() == time()
            return (value.date().isoformat() if at_midnight else f"{value:%Y-%m-%d %H:%M:%S}"), DATE, None
        case date() | time():
            return value.isoformat(), DATE, None
    text = str(value)
    return (text, TEXT, None) if text and not text.isspace() else None

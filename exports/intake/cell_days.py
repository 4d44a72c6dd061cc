"""A cell in a column of days."""

from datetime import date, timedelta

from exports.reading.workbook_reader import ForeignCell

EXCEL_DAY_ZERO = date(1899, 12, 30)
LEAST_SERIAL, MOST_SERIAL = 20_000, 80_000
"""Numbers in a column of days between these are days (1954 to 2119)."""


def day_of(cell: ForeignCell, text: str) -> str:
    """A day without its time; a serial number as the day that it is."""
    if cell.kind == "date":
        return text.partition(" ")[0]
    whole = text.partition(".")[0] if cell.kind == "number" else text
    if (
        whole.isascii()
        and whole.isdecimal()
        and len(whole) == 5
        and LEAST_SERIAL <= int(whole) <= MOST_SERIAL
    ):
        return (EXCEL_DAY_ZERO + timedelta(days=int(whole))).isoformat()
    return text

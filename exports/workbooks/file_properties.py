"""What every workbook of ours says of itself to people: title, who made it, language, day."""

from __future__ import annotations

from datetime import date, datetime

from openpyxl import Workbook

AUTHOR = "nhomtre"


def describe(book: Workbook, title: str, day: date, creator: str = AUTHOR) -> None:
    """Set title, *creator* and language; made and changed on *day*, so that equal workbooks are equal bytes."""
    properties = book.properties
    properties.title, properties.creator, properties.language = title, creator, "vi"
    properties.created = properties.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - openpyxl writes it as UTC

"""Cells as a workbook addresses them: column 27 is AA, row 2 of column 3 is C2. Rows and columns count from 1."""

from __future__ import annotations

CellPlace = tuple[int, int]
"""Row and column of a cell on its sheet."""


def column_letters(column: int) -> str:
    """Name of a sheet column: 1 is A, 27 is AA."""
    before, last = divmod(column - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + last)


def column_of(letters: str) -> int:
    """Number of a sheet column by its capital letters: A is 1, XFD 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def cell_address(row: int, column: int) -> str:
    """Address of a cell: row 2, column 3 is C2."""
    return f"{column_letters(column)}{row}"


def cell_place(address: str) -> CellPlace:
    """Row and column of a declared address such as C2."""
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]), column_of(letters)

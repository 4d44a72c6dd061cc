"""What is not as declared in a report workbook that was read: the problem and its place."""

from typing import NamedTuple

from exports.layout.cell_address import cell_address
from exports.workbooks.report.book_words import (
    EMPTY_CELL,
    PROBLEM_AT_ADDRESS,
    PROBLEM_IN_CELL,
    PROBLEM_ON_SHEET,
    PROBLEMS,
    TEXT_FOUND,
    ProblemCode,
)
from forms.model.table import Figure
from forms.model.text import clean, format_number, shorten


class Problem(NamedTuple):
    """Something that is not as declared: *cell* is its address; both are empty for a matter of the whole file. *is_mended*: it is only told."""

    sheet: str
    cell: str
    message: str
    is_mended: bool = False

    def __str__(self) -> str:
        """«Trang «Học sinh», ô D12: ...»."""
        if not self.sheet:
            form = PROBLEM_AT_ADDRESS if self.cell else "{message}"
        else:
            form = PROBLEM_IN_CELL if self.cell else PROBLEM_ON_SHEET
        return form.format(sheet=shorten(self.sheet), cell=self.cell, message=self.message)


def problem_of(
    code: ProblemCode | Figure, sheet: str = "", at: tuple[int, int] | None = None, **values: object
) -> Problem:
    """A problem by its code, at a row and column of a sheet."""
    shown = {key: format_number(value) if isinstance(value, int) else value for key, value in values.items()}
    message = PROBLEMS[code].format(**shown)
    return Problem(clean(sheet), cell_address(*at) if at else "", message, code == "added_up")


def quote(text: str) -> str:
    """A text of the file for a message."""
    text = shorten(clean(text))
    return TEXT_FOUND.format(text=text) if text else EMPTY_CELL

"""Where a list ends: totals, signatures and notes below it are no records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from exports.intake.headings import Headings
from exports.reading.workbook_reader import ForeignRow
from forms.entry.row_words import BELOW_A_LIST
from forms.model.text import clean


def without_end(
    headings: Headings, rows: Sequence[ForeignRow]
) -> tuple[Sequence[ForeignRow], Sequence[ForeignRow]]:
    """The rows of the list, and those below it: from a total or a signature on, when no record follows."""
    naming = [
        [[column for column, use in headings.uses.items() if use.field.key == key] for key in keys]
        for keys in headings.record.named_by
    ]
    last = max((place for place, row in enumerate(rows) if _is_record(row, naming)), default=-1)
    end = next((place for place in range(last + 1, len(rows)) if _is_below(rows[place])), len(rows))
    return rows[:end], rows[end:]


def _is_record(row: ForeignRow, naming: Sequence[Sequence[Sequence[int]]]) -> bool:
    """Whether a row holds all that names a record; one code alone may be the word of a total."""
    return any(
        all(any(column in row.cells for column in columns) for columns in keys)
        and (len(keys) > 1 or not _is_below(row))
        for keys in naming
    )


def _is_below(row: ForeignRow) -> bool:
    """Whether the first words of a row are those of a total or a signature."""
    first = next((clean(cell.text) for cell in row.cells.values() if cell.kind == "text"), "")
    return bool(re.fullmatch(BELOW_A_LIST, normalize("NFC", first).casefold()))

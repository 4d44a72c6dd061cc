"""What the tests of the reader share."""

from pathlib import Path

import pytest

from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.refusal_words import UNCHANGED
from exports.reading.workbook_reader import ForeignSheet, read_workbook


def texts(found: ForeignSheet) -> dict[int, dict[int, str]]:
    return {row.number: {column: cell.text for column, cell in row.cells.items()} for row in found.rows}


def refused(path: Path) -> WorkbookRefused:
    with pytest.raises(WorkbookRefused) as raised:
        read_workbook(path)
    assert str(raised.value).endswith(UNCHANGED)
    assert " → " in str(raised.value)
    return raised.value

"""What taking rows in costs grows with their number and no faster: calls are counted, not time."""

from __future__ import annotations

import sys
from datetime import date
from types import FrameType

import pytest

from forms.dossier.content import Content, apply
from forms.dossier.roster import SchoolYear
from forms.entry.row_intake import Source, SourceRow, edits_of
from forms.sets import newest
from tui.jobs.intake.row_check import read_and_checked

YEAR = SchoolYear(2019)
CHILD = newest().record_by_key["child"]
FIELDS = tuple(CHILD.field_by_key[key] for key in ("name", "birth_date", "class_code", "phone"))
ROWS, ROWS_OF_A_CLASS = 300, 5


def _calls_of_an_import(rows: int) -> int:
    classes = rows // ROWS_OF_A_CLASS
    content = Content(
        {
            "school_year": str(YEAR),
            "classes": {f"k{n:04}": {"code": f"L{n}", "name": f"Lớp {n}"} for n in range(1, classes + 1)},
            "last_ref": {"k": classes},
        }
    )
    texts = [(f"Mẫu Thử {n}", "01/02/2016", f"Lớp {n % classes + 1}", f"09{n:08}") for n in range(rows)]
    source = Source(
        "DS", CHILD, FIELDS, tuple(SourceRow(n, row) for n, row in enumerate(texts, 2)), strict=True
    )
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        batches = read_and_checked(content, [source], date(2019, 9, 19))
        after = apply(content, edits_of(content, batches))
    finally:
        sys.setprofile(before)
    assert len(after.records("children")) == rows
    return calls


@pytest.mark.slow
def test_twice_as_many_rows_and_classes_take_twice_as_many_calls() -> None:
    _calls_of_an_import(ROWS)  # what is worked out once
    assert _calls_of_an_import(ROWS * 2) < 2.15 * _calls_of_an_import(ROWS)

"""A block copied from a spreadsheet, as it is offered: columns are fields from the left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from forms.intake import Source, SourceRow
from forms.legacy import Encoding, can_be, convert, detect
from forms.roster import Subject
from forms.spec import Field, RecordType
from forms.text import clean
from tui.offers import Offer, OldText


def pasted(
    record: RecordType,
    fields: Sequence[Field],
    block: Sequence[Sequence[str]],
    over: tuple[Subject, ...],
    today: date,
) -> Offer:
    """The rows of *block* as offered; *over* are the records that it was pasted on."""

    def source(read: Callable[[str], str]) -> Source:
        rows = (SourceRow(number, tuple(map(read, cells))) for number, cells in enumerate(block, 1))
        return Source("", record, tuple(fields), tuple(rows), over, today)

    encoding = _encoding(block)
    if encoding is None:
        return Offer([source(clean)])

    def converted(text: str) -> str:
        return clean(convert(text, encoding) if can_be(text, encoding) else text)

    before = next(text for cells in block for text in cells if converted(text) != clean(text))
    example = OldText(encoding, clean(before), converted(before))
    return Offer([source(clean)], [source(converted)], example)


def _encoding(block: Sequence[Sequence[str]]) -> Encoding | None:
    """The old encoding of a column of the block, when there is one."""
    width = max(map(len, block), default=0)
    columns = ([cells[place] for cells in block if place < len(cells)] for place in range(width))
    return next((found for found in map(detect, columns) if found), None)

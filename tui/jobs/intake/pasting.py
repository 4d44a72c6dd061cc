"""A block copied from a spreadsheet, as it is offered: columns are fields from the left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from exports.intake.headings import LEAST_TITLES
from exports.intake.titles import field_of
from forms.dossier.roster import Subject
from forms.entry.old_fonts import (
    Encoding,
    OldText,
    can_be,
    convert,
    detect,
)
from forms.entry.row_intake import Source, SourceRow
from forms.entry.row_values import Remark
from forms.model.record import Field, RecordType
from forms.model.text import clean
from tui.jobs.intake.offers import Offer
from tui.texts.records import intake_words


def pasted(
    record: RecordType,
    fields: Sequence[Field],
    block: Sequence[Sequence[str]],
    over: tuple[Subject, ...],
    today: date,
) -> Offer:
    """The rows of *block* as offered; *over* are the records that it was pasted on."""

    titled = _titled(record, block)
    columns, rows = (titled, block[1:]) if titled else (tuple(fields), block)

    def source(read: Callable[[str], str]) -> Source:
        read_rows = (
            SourceRow(number, tuple(map(read, cells)), notes=tuple(_of_lines(columns, cells)))
            for number, cells in enumerate(rows, 1)
        )
        return Source("", record, columns, tuple(read_rows), over, today)

    notes = (intake_words.PASTE_COLUMNS.format(titles=_listed(columns, max(map(len, rows), default=0))),)
    encoding = _encoding(block)
    if encoding is None:
        return Offer([source(clean)], notes=notes)

    def converted(text: str) -> str:
        return clean(convert(text, encoding) if can_be(text, encoding) else text)

    before = next(text for cells in block for text in cells if converted(text) != clean(text))
    example = OldText(encoding, clean(before), converted(before))
    return Offer([source(clean)], [source(converted)], example, notes)


def _of_lines(columns: Sequence[Field | None], cells: Sequence[str]) -> Iterator[Remark]:
    """Cells of several lines: they may hold two values."""
    for field, text in zip(columns, cells, strict=False):
        if field and "\n" in text.strip():
            yield Remark("lines", field.label, clean(text))


def _encoding(block: Sequence[Sequence[str]]) -> Encoding | None:
    """The old encoding of a column of the block, when there is one."""
    width = max(map(len, block), default=0)
    columns = ([cells[place] for cells in block if place < len(cells)] for place in range(width))
    return next((found for found in map(detect, columns) if found), None)


def _titled(record: RecordType, block: Sequence[Sequence[str]]) -> tuple[Field | None, ...]:
    """The fields that the first row of the block names; nothing when it is no row of titles."""
    found = tuple(field_of(record, text) for text in block[0])
    return found if sum(field is not None for field in found) >= LEAST_TITLES else ()


def _listed(columns: Sequence[Field | None], width: int) -> str:
    return " · ".join(field.label if field else intake_words.PASTE_NO_FIELD for field in columns[:width])

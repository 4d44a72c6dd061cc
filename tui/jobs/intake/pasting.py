"""A block copied from a spreadsheet, as it is offered: columns are fields from the left."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from exports.intake.headings import LEAST_TITLES
from exports.intake.old_columns import old_remark
from exports.intake.titles import field_of
from forms.dossier.roster import Subject
from forms.entry.old_fonts import OldText, old_cells
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
    old = _old_texts(rows)

    def source(*, is_converted: bool) -> Source:
        read_rows = (
            SourceRow(
                number,
                tuple(
                    _read(cell, old.get((number, place)), is_converted) for place, cell in enumerate(cells)
                ),
                notes=(
                    *_of_lines(columns, cells),
                    *(
                        old_remark(field.label, text.meant, is_converted=is_converted)
                        for place, field in enumerate(columns)
                        if field and (text := old.get((number, place))) and text.is_alone
                    ),
                ),
            )
            for number, cells in enumerate(rows, 1)
        )
        return Source("", record, columns, tuple(read_rows), over, today)

    notes = (intake_words.PASTE_COLUMNS.format(titles=_listed(columns, max(map(len, rows), default=0))),)
    if not old:
        return Offer([source(is_converted=False)], notes=notes)
    example = next(iter(old.values())).meant
    return Offer([source(is_converted=False)], [source(is_converted=True)], example, notes)


class _OldCell(NamedTuple):
    """What a cell in an old encoding is meant to be, and whether it stands alone among others of its column."""

    meant: OldText
    is_alone: bool


def _old_texts(rows: Sequence[Sequence[str]]) -> dict[tuple[int, int], _OldCell]:
    """Row number and place → a cell that is in an old encoding."""
    found = {}
    for place in range(max(map(len, rows), default=0)):
        column = [(number, cells[place]) for number, cells in enumerate(rows, 1) if place < len(cells)]
        old = old_cells([(text, None) for _, text in column])
        for (number, _), meant in zip(column, old.cells, strict=True):
            if meant:
                found[number, place] = _OldCell(meant, meant.encoding is not old.encoding)
    return found


def _read(cell: str, old: _OldCell | None, is_converted: bool) -> str:
    return old.meant.after if old and is_converted else clean(cell)


def _of_lines(columns: Sequence[Field | None], cells: Sequence[str]) -> Iterator[Remark]:
    """Cells of several lines: they may hold two values."""
    for field, text in zip(columns, cells, strict=False):
        if field and "\n" in text.strip():
            yield Remark("lines", field.label, clean(text))


def _titled(record: RecordType, block: Sequence[Sequence[str]]) -> tuple[Field | None, ...]:
    """The fields that the first row of the block names; nothing when it is no row of titles."""
    found = tuple(field_of(record, text) for text in block[0])
    return found if sum(field is not None for field in found) >= LEAST_TITLES else ()


def _listed(columns: Sequence[Field | None], width: int) -> str:
    return " · ".join(field.label if field else intake_words.PASTE_NO_FIELD for field in columns[:width])

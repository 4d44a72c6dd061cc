"""The cells of a list that are written in old encodings, and as what they are read."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from exports.reading.workbook_reader import ForeignCell
from forms.entry.old_fonts import Encoding, OldText, old_cells, old_text
from forms.entry.row_values import Remark
from forms.model.text import clean

KEPT, CONVERTED = "old", "converted"
"""Codes of what is told of a cell in another encoding than its column."""


def old_remark(label: str, old: OldText, *, is_converted: bool) -> Remark:
    """What is told of such a cell."""
    return Remark(CONVERTED if is_converted else KEPT, label, old.told)


class OldColumnCells(NamedTuple):
    """The cells of a column that are in an old encoding, and what they are meant to be; *encoding* is that of most cells."""

    encoding: Encoding | None
    meant: Mapping[ForeignCell, OldText]

    @property
    def example(self) -> OldText:
        """The first of them, of the encoding of the column where it has one."""
        texts = self.meant.values()
        return next((text for text in texts if text.encoding is self.encoding), next(iter(texts)))


def old_column(cells: Sequence[ForeignCell], beside: Encoding | None = None) -> OldColumnCells:
    """Decide for the cells of a column; *beside* is the encoding of other columns of the list."""
    written = list(dict.fromkeys(cell for cell in cells if cell.kind == "text"))
    old = old_cells([(cell.text, cell.font) for cell in written], beside)
    meant = {cell: text for cell, text in zip(written, old.cells, strict=True) if text}
    return OldColumnCells(old.encoding, meant)


class OldTexts(NamedTuple):
    """Such cells of a list by their columns; they are read as they stand, or *is_converted*."""

    columns: Mapping[int, OldColumnCells] = MappingProxyType({})
    is_converted: bool = False

    def text(self, column: int, cell: ForeignCell) -> str:
        """A cell as it is read."""
        old = self.columns[column].meant.get(cell) if column in self.columns else None
        return old.after if old and self.is_converted else clean(cell.text)

    def line(self, cell: ForeignCell) -> str:
        """A cell that belongs to no column as it is read: it may say of what class the rows are."""
        most = next((cells.encoding for cells in self.columns.values() if cells.encoding), None)
        old = old_text(cell.text, most) if self.is_converted else None
        return old.after if old else clean(cell.text)

    def alone(self, column: int, cell: ForeignCell) -> OldText | None:
        """What a cell is meant to be that is in another encoding than most of its column."""
        if column not in self.columns:
            return None
        encoding, meant = self.columns[column]
        old = meant.get(cell)
        return old if old and old.encoding is not encoding else None

"""The shape of an official table: columns and rows as data, how its sheet and its print look.

A table is declared once; the screen, the check, the print, the workbook and the command line all read these
values.
"""

from functools import cached_property
from typing import NamedTuple

from forms.model import value_words
from forms.model.condition import EVERYONE, Condition
from forms.model.declared import Declared, Frozen, StrEnum


class Figure(StrEnum):
    """What the cells of a table hold."""

    COUNT = "int"
    AMOUNT = "decimal"


class Block(Frozen):
    """One ownership group of columns; *ownership* are the codes of the facilities it belongs to."""

    key: str
    label: str
    ownership: tuple[str, ...] = ()

    @property
    def is_total(self) -> bool:
        """Whether it adds up the blocks of an ownership."""
        return not self.ownership


def block_of_all(blocks: tuple[Block, ...]) -> str | None:
    """Key of the block that everyone is counted in: the one that adds up the others, else the only one; None without blocks."""
    return next((block.key for block in (*(one for one in blocks if one.is_total), *blocks)), None)


class Measure(Frozen):
    """What a column counts: its title, and the part of the row's records that it takes."""

    key: str
    label: str
    where: Condition = EVERYONE


class Column(NamedTuple):
    """A figure column: its number and key on the form and its heading from the top line down.

    *title* is its name in messages («Tư thục, Nữ»), *measure_title* that without the block; *where* says which
    part of a row's records it takes.
    """

    no: int
    key: str
    header: tuple[str, ...]
    block: str | None
    measure: str
    title: str = ""
    measure_title: str = ""
    where: Condition = EVERYONE


class Query(NamedTuple):
    """Which records a row counts; with *total* that field is added up instead."""

    record: str
    where: Condition = EVERYONE
    total: str | None = None


class Row(NamedTuple):
    """One line of a table.

    *ma_so* is None for a heading. *sum_of* names the mã số that the row must equal the sum of;
    *also_sum_of* further full breakdowns. A row with neither query nor parts is typed by hand, in a derived table over
    0; one *beside_taken* stands there empty until it is typed. *explanation*: what it counts, in plain words.
    """

    code: str
    ma_so: int | None
    tt: str | None
    level: int
    label: str
    unit: str | None = None
    query: Query | None = None
    sum_of: tuple[int, ...] = ()
    also_sum_of: tuple[tuple[int, ...], ...] = ()
    independent_zero: bool = False
    blank_in_export: bool = False
    label_in_workbook: str | None = None
    explanation: str = ""
    beside_taken: bool = False

    @property
    def key(self) -> str:
        """Key of the row in files: what stands behind the table in its code, ``"055"`` of ``T1.055``."""
        return self.code.partition(".")[2]


class SheetLayout(Frozen):
    """Where the official workbook puts a table: sheet title, first heading row, left columns, widths.

    *lead* are the headings of TT, label, unit and mã số, *label_span* the sheet columns of the label.
    *widths* is (column letter, characters), *default_width* that of the columns without one, *preamble*
    (cell, text); the reporting and the receiving unit have a cell of their own. *live_totals*: computed
    cells are formulas.
    """

    title: str
    lead: tuple[str, str, str, str]
    widths: tuple[tuple[str, float], ...] = ()
    default_width: float | None = None
    first_row: int = 1
    label_span: int = 1
    landscape: bool = True
    preamble: tuple[tuple[str, str], ...] = ()
    preamble_merges: tuple[str, ...] = ()
    reporting_cell: str | None = None
    receiving_cell: str | None = None
    live_totals: bool = False


class PrintLayout(Frozen):
    """How the print sets a table: font size in points, widths of the left columns in millimetres."""

    font_size: float
    tt_width: float
    label_width: float
    unit_width: float
    code_width: float


class Table(Declared):
    """One official table: columns and rows as data.

    *derived* tables are filled by «Lấy dữ liệu», the others typed. With *typed_measures* only these are
    typed, and the first measure is their sum. *keeps_foreign_blocks*: typed cells of another ownership
    are kept and reported (rule E04), not refused. *optional_for*: ownerships that may leave it empty.
    *years*: which years its headings mean, with {year}, the one in which the school year begins, and {before}.
    """

    id: str
    number: int
    tab_title: str
    figure: Figure
    derived: bool
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sheet: SheetLayout
    print: PrintLayout
    blocks: tuple[Block, ...] = ()
    typed_measures: tuple[str, ...] | None = None
    keeps_foreign_blocks: bool = False
    optional_for: tuple[str, ...] = ()
    years: str = ""

    def years_of(self, start: int) -> str:
        """Which years its headings mean in the school year that begins in *start*; '' where they name none."""
        return self.years.format(year=start, before=start - 1)

    @property
    def title(self) -> str:
        """«Biểu 2 (Học sinh)»."""
        return value_words.TABLE_TITLE.format(number=self.number, tab_title=self.tab_title)

    @cached_property
    def data_rows(self) -> tuple[Row, ...]:
        """The rows with a mã số, in the order of the form."""
        return tuple(row for row in self.rows if row.ma_so is not None)

    def derives(self, row: Row) -> bool:
        """Whether «Lấy dữ liệu» fills the cells of the row."""
        return self.derived and not row.beside_taken

    @cached_property
    def rows_beside_taken(self) -> frozenset[str]:
        """Keys of the rows of a derived table that «Lấy dữ liệu» does not fill."""
        return frozenset(row.key for row in self.data_rows if row.beside_taken)

    @cached_property
    def row_by_key(self) -> dict[str, Row]:
        """``"055"`` → its row."""
        return {row.key: row for row in self.data_rows}

    @cached_property
    def row_by_number(self) -> dict[int, Row]:
        """Mã số → its row."""
        return {row.ma_so: row for row in self.data_rows if row.ma_so is not None}

    @cached_property
    def key_by_number(self) -> dict[int, str]:
        """Mã số → key of its row."""
        return {number: row.key for number, row in self.row_by_number.items()}

    @cached_property
    def row_place(self) -> dict[str, int]:
        """Key of a row → its place among the rows with a mã số."""
        return {row.key: place for place, row in enumerate(self.data_rows)}

    @cached_property
    def column_by_key(self) -> dict[str, Column]:
        """``"TU_THUC.female"`` → its column."""
        return {column.key: column for column in self.columns}

    @cached_property
    def index(self) -> dict[str, int]:
        """Key of a column → its place in a row of figures."""
        return {column.key: place for place, column in enumerate(self.columns)}

    @cached_property
    def by_block(self) -> dict[str | None, dict[str, Column]]:
        """Block (None in table 5) → measure → column."""
        blocks: dict[str | None, dict[str, Column]] = {}
        for column in self.columns:
            blocks.setdefault(column.block, {})[column.measure] = column
        return blocks

    @cached_property
    def sums_of_blocks(self) -> tuple[tuple[Column, int, tuple[int, ...]], ...]:
        """The columns that add up the blocks of an ownership: each with its place in a row, and the places of its parts."""
        if not self.adds_blocks:
            return ()
        return tuple(
            (
                column,
                self.index[column.key],
                tuple(self.index[self.by_block[block][measure].key] for block in self.owned_blocks),
            )
            for measure, column in self.by_block[self.total_block].items()
        )

    @property
    def has_blocks(self) -> bool:
        """Whether the columns are grouped by ownership."""
        return bool(self.blocks)

    @cached_property
    def total_block(self) -> str | None:
        """Key of the block that adds up the others, or of the only one; None in a table without blocks."""
        return block_of_all(self.blocks)

    @property
    def adds_blocks(self) -> bool:
        """Whether one of its blocks adds up the others."""
        return self.total_block is not None and self.total_block not in self.owned_blocks

    @cached_property
    def owned_blocks(self) -> tuple[str, ...]:
        """Keys of the blocks of an ownership."""
        return tuple(block.key for block in self.blocks if not block.is_total)

    @cached_property
    def block_by_key(self) -> dict[str, Block]:
        """``"TU_THUC"`` → its block."""
        return {block.key: block for block in self.blocks}

    def measures(self, block: str | None) -> dict[str, Column]:
        """Measure → column of a block, none for no block; a table without blocks has the same columns for all."""
        return self.by_block.get(block if self.has_blocks else None, {})

    @property
    def total_measure(self) -> str:
        """The measure of everyone, the first of each block."""
        return self.columns[0].measure

    @cached_property
    def total_column(self) -> Column:
        """The column of everyone in the block of all."""
        return self.by_block[self.total_block][self.total_measure]

    def can_type(self, row: Row, column: Column, own_block: str | None) -> bool:
        """Whether the owner may type this cell: a leaf row, a typed measure, the own block."""
        if row.sum_of or (self.typed_measures and column.measure not in self.typed_measures):
            return False
        return column.block is None or (own_block is not None and column.block == own_block)

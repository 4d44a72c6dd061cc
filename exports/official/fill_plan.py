"""What filling an official file would do, told before anything is written; and why a file is not filled."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from exports.intake.title_words import Half
from exports.layout.cell_address import CellPlace, column_letters
from exports.official.official_words import (
    FILL_REFUSALS,
    FillRefusalCode,
)
from exports.official.sheet_spans import Area
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.refusal_words import UNCHANGED
from forms.dossier.content import Content
from forms.model.errors import Refused
from forms.model.record import Field, RecordType
from forms.model.text import clean, format_number, shorten


class TemplateRefused(WorkbookRefused):
    """A file is not filled; nothing has changed. *code* is a key of ``FILL_REFUSALS``, *values* fill it."""

    def __init__(self, code: FillRefusalCode, **values: str | int) -> None:
        self.code: str = code
        self.values = values
        shown = {key: _shown(value) for key, value in values.items()}
        self.reason = FILL_REFUSALS[code].format(**shown)
        Refused.__init__(self, f"{self.reason} {UNCHANGED}")


def _shown(value: str | int) -> str:
    return format_number(value) if isinstance(value, int) else shorten(clean(value))


class FilledColumn(NamedTuple):
    """A column of the file, counted from 1, its title as it stands there, and the field that it receives.

    Of a field in several columns it receives *half*, or what is of those records whose code is named *marked*.
    """

    column: int
    title: str
    field: Field
    half: Half | None = None
    marked: str = ""

    @property
    def letter(self) -> str:
        """Its letters on the sheet."""
        return column_letters(self.column)


class UnknownColumn(NamedTuple):
    """A column whose title nobody knows: never touched."""

    column: int
    title: str


class CountingColumn(NamedTuple):
    """The column that counts the rows: it goes on in the new ones."""

    column: int
    title: str

    @property
    def letter(self) -> str:
        """Its letters on the sheet."""
        return column_letters(self.column)


class FilledRow(NamedTuple):
    """A row of the sheet and the place of its record, such as ``children/c0003``."""

    row: int
    place: str


class EmptyCell(NamedTuple):
    """A mandatory cell that stays empty, and whose it is."""

    row: int
    column: int
    place: str
    name: str
    label: str


class CellChange(NamedTuple):
    """A cell that holds another value than ours; both as they are seen."""

    row: int
    column: int
    title: str
    place: str
    old: str
    new: str


class BlockedCell(NamedTuple):
    """A cell for which there is a value and that is left alone.

    It is a formula, merged into another, holds a code that the system gave, or is for a part of the value, which has no parts.
    """

    row: int
    column: int
    title: str
    why: Literal["formula", "merged", "system_code", "no_parts"]


class UnlistedText(NamedTuple):
    """A text that the drop-down list of its cell lacks; it is written all the same."""

    row: int
    column: int
    title: str
    text: str


class LooksAlike(NamedTuple):
    """A record that is appended though *other*, a row of the file, has its name and birth date and another code."""

    row: int
    place: str
    other: int


class Stranger(NamedTuple):
    """A person in a row of the file who is nobody of ours: perhaps an example of the template."""

    row: int
    name: str


class CellWrite(NamedTuple):
    """What a cell receives: a number as XML spells it, or a text, nothing to be emptied; *style* for a cell that has none of its own.

    With *restyle* the style replaces that of the cell.
    """

    text: str
    is_number: bool = False
    style: str | None = None
    restyle: bool = False


class Cleared(NamedTuple):
    """What the system complained about in a sheet, all of it to be emptied: in a column of that *title*, or in rows without one."""

    sheet: str
    part: str
    title: str
    cells: tuple[CellPlace, ...]


class GrownTable(NamedTuple):
    """A table of a sheet, a ListObject, that takes in the new rows: its part, the area that it covers and will cover."""

    part: str
    old: Area
    new: Area


class Target(NamedTuple):
    """One sheet to be filled. *absent* are mandatory fields without a column, *others* rows of nobody of ours.

    *tables* grow with it, *counting* is told where new rows get numbers, *writes* is (row, column) → what that cell receives.
    """

    record: RecordType
    sheet: str
    part: str
    columns: tuple[FilledColumn, ...]
    unknown: tuple[UnknownColumn, ...]
    absent: tuple[Field, ...]
    matched: tuple[FilledRow, ...]
    appended: tuple[FilledRow, ...]
    others: tuple[int, ...]
    strangers: tuple[Stranger, ...]
    looks_alike: tuple[LooksAlike, ...]
    stays_empty: tuple[EmptyCell, ...]
    changes: tuple[CellChange, ...]
    left: tuple[BlockedCell, ...]
    not_listed: tuple[UnlistedText, ...]
    tables: tuple[GrownTable, ...]
    counting: CountingColumn | None
    writes: dict[CellPlace, CellWrite]


class FillPlan(NamedTuple):
    """What ``fill`` will do with the file of that *digest* and the records of *content*."""

    targets: tuple[Target, ...]
    digest: str
    content: Content
    cleared: tuple[Cleared, ...] = ()

    @property
    def writes(self) -> dict[str, tuple[str, dict[CellPlace, CellWrite]]]:
        """Part → the title of its sheet, and what its cells receive."""
        writes = {target.part: (target.sheet, dict(target.writes)) for target in self.targets}
        for cleared in self.cleared:
            _, cells = writes.setdefault(cleared.part, (cleared.sheet, {}))
            cells |= dict.fromkeys(cleared.cells, CellWrite(""))
        return {part: written for part, written in writes.items() if written[1]}

    @property
    def changes(self) -> tuple[CellChange, ...]:
        """The changes of all sheets."""
        return tuple(change for target in self.targets for change in target.changes)

    def keeping(self, theirs: Iterable[CellChange]) -> "FillPlan":
        """The same plan, where the cells of the changes *theirs* keep what the file holds."""
        dropped = set(theirs)
        return self._replace(targets=tuple(_keeping(target, dropped) for target in self.targets))


def _keeping(target: Target, theirs: set[CellChange]) -> Target:
    places = {(change.row, change.column) for change in target.changes if change in theirs}
    return target._replace(
        changes=tuple(change for change in target.changes if change not in theirs),
        not_listed=tuple(item for item in target.not_listed if (item.row, item.column) not in places),
        writes={place: write for place, write in target.writes.items() if place not in places},
    )

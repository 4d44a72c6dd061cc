"""The cells of one sheet of an official file: what each receives, which change, stay empty or are left alone."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from exports.official.fill_plan import BlockedCell, CellChange, CellWrite, EmptyCell, FilledRow, UnlistedText
from exports.official.template_rows import TemplateSheet
from exports.official.template_values import Wanted, Writing, seen_text
from exports.reading.shared_parts import Style
from exports.workbooks.rosters.roster_values import CodeNames
from forms.dossier.roster import Roster, Subject
from forms.model.text import format_date, plain_number
from forms.report.checking.on_records import missing

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)


class TemplateStyles(NamedTuple):
    """What the styles of the file show, and from when its days count."""

    styles: Sequence[Style]
    from_1904: bool

    def is_date(self, style: str | None) -> bool:
        """Whether numbers of that style are days."""
        place = int(style) if style and style.isdecimal() else 0
        return place < len(self.styles) and self.styles[place].format.is_date

    def serial(self, day: date) -> int:
        """The number that a day is; negative where the file can hold no such day."""
        return (day - (_EPOCH_1904 if self.from_1904 else _EPOCH)).days


class _Column:
    """A column that receives a field: how it writes, and the styles that its new cells take."""

    def __init__(self, table: TemplateSheet, column: int, wording: Writing) -> None:
        self.column, self.wording = column, wording
        self.title = table.headings.title(column)
        self._scan, self._below = table.scan, table.headings.row + 1
        self._rows = [row for row in table.rows if self._scan.cell(row, column)]
        self._days = [row for row in table.rows if _is_day(table, row, column)]

    def style_at(self, row: int) -> str | None:
        """The style of the cell, or of a new one: like the nearest with data, the column, the row of headings + 1."""
        own = self._scan.cell(row, self.column)
        if own is not None:
            return own.style
        if self._rows:
            return self._style(_nearest(self._rows, row))
        return self._scan.column_styles.get(self.column) or self._style(self._below)

    def day_style_at(self, row: int) -> str | None:
        """The style of the nearest cell that holds a day; None when none does."""
        return self._style(_nearest(self._days, row)) if self._days else None

    def _style(self, row: int) -> str | None:
        cell = self._scan.cell(row, self.column)
        return cell.style if cell else None


def _is_day(table: TemplateSheet, row: int, column: int) -> bool:
    cell = table.cell(row, column)
    return cell is not None and cell.kind == "date" and not table.scan.is_calculated(row, column)


def _nearest(rows: Sequence[int], row: int) -> int:
    place = bisect_left(rows, row)
    around = rows[max(place - 1, 0) : place + 1]
    return min(around, key=lambda other: abs(other - row))


class Filling:
    """Collects what happens to the cells of a sheet."""

    def __init__(
        self, table: TemplateSheet, looks: TemplateStyles, wordings: dict[int, Writing], roster: Roster
    ) -> None:
        self.writes: dict[tuple[int, int], CellWrite] = {}
        self.changes: list[CellChange] = []
        self.stays_empty: list[EmptyCell] = []
        self.left: list[BlockedCell] = []
        self.not_listed: list[UnlistedText] = []
        self._table, self._looks, self._roster = table, looks, roster
        self._names = CodeNames(roster)
        self._columns = [_Column(table, column, wording) for column, wording in sorted(wordings.items())]

    def fill(self, places: Sequence[FilledRow], subjects: Sequence[Subject]) -> None:
        """Give every record its cells, in the order of the rows."""
        by_place = {subject.place: subject for subject in subjects}
        for row, place in sorted(places):
            subject = by_place[place]
            lacking = {field.key for field in missing(subject)}
            for column in self._columns:
                self._cell(row, column, subject)
                if column.wording.field.key in lacking:
                    self._lacking(row, column, subject)

    def _lacking(self, row: int, column: _Column, subject: Subject) -> None:
        place = row, column.column
        if self._table.cell(*place) is None and not self._table.scan.is_calculated(*place):
            label = column.wording.field.label
            self.stays_empty.append(EmptyCell(*place, subject.place, subject.name, label))

    def _cell(self, row: int, column: _Column, subject: Subject) -> None:
        place = row, column.column
        old = self._table.cell(*place)
        wanted = column.wording.value(subject, self._names, self._roster, is_filled=old is not None)
        if wanted is None:
            return
        field = column.wording.field
        if old and column.wording.agrees(
            wanted, subject, self._roster, old, self._table.text(row, field.key)
        ):
            return
        if not wanted.has_parts:
            self.left.append(BlockedCell(*place, column.title, "no_parts"))
        elif old and (field.key,) == subject.type.named_by[0]:
            self.left.append(BlockedCell(*place, column.title, "system_code"))
        elif self._table.scan.is_calculated(*place):
            self.left.append(BlockedCell(*place, column.title, "formula"))
        elif self._table.scan.is_covered(*place):
            self.left.append(BlockedCell(*place, column.title, "merged"))
        else:
            self._write(row, column, subject, wanted, seen_text(old))

    def _write(self, row: int, column: _Column, subject: Subject, wanted: Wanted, old: str) -> None:
        place = row, column.column
        self.writes[place] = self._spelt(row, column, wanted.value)
        if old:
            self.changes.append(CellChange(*place, column.title, subject.place, old, _shown(wanted.value)))
        if not wanted.is_listed:
            self.not_listed.append(UnlistedText(*place, column.title, _shown(wanted.value)))

    def _spelt(self, row: int, column: _Column, value: str | int | Decimal | date) -> CellWrite:
        style = column.style_at(row)
        if isinstance(value, str):
            return CellWrite(value, style=style)
        if isinstance(value, date):
            return self._day(row, column, value, style)
        # under a format of days a year of birth would be shown as a day of 1905
        number = str(value) if isinstance(value, int) else format(value, "f")
        return CellWrite(number, not self._looks.is_date(style), style)

    def _day(self, row: int, column: _Column, day: date, style: str | None) -> CellWrite:
        serial = self._looks.serial(day)
        if serial > 0 and self._looks.is_date(style):
            return CellWrite(str(serial), True, style)
        like = column.day_style_at(row)
        if serial > 0 and self._looks.is_date(like):
            return CellWrite(str(serial), True, like, restyle=True)
        return CellWrite(format_date(day), style=style)


def _shown(value: str | int | Decimal | date) -> str:
    if isinstance(value, date):
        return format_date(value)
    return value if isinstance(value, str) else plain_number(value)

"""Which row of an official file is which record: by code, else by name and birth date; who is left is appended."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from exports.intake.headings import Headings
from exports.intake.list_end import without_end
from exports.intake.old_columns import OldTexts
from exports.intake.source_cells import HeadedRows
from exports.intake.title_words import NUMBERS
from exports.intake.titles import normal
from exports.layout.cell_address import CellPlace
from exports.official.fill_plan import CellWrite, FilledRow, LooksAlike, Stranger, TemplateRefused
from exports.official.sheet_spans import SheetScan
from exports.official.table_ranges import SheetTable
from exports.reading.limits import MAX_ROWS
from exports.reading.workbook_reader import ForeignCell, ForeignRow, ForeignSheet
from forms.dossier.roster import Subject
from forms.entry.row_words import BELOW_A_LIST
from forms.entry.written_days import plain_day
from forms.model.record import FieldType
from forms.model.text import clean, fold, parse_date

MAX_DIGITS_OF_A_ROW = 6

Spelling = Callable[[str], str]
NamingTexts = tuple[str, ...]
"""What names a record; empty when something of it is missing."""
Key = TypeVar("Key")
Item = TypeVar("Item")


class TemplateSheet:
    """The rows under the headings of a sheet. Rows with nothing but formulas in known columns hold no data.

    *end* is the first row that is no row of the list any more: a total, a signature, the last row of one of the *tables*
    that adds up; None where the list ends with the sheet.
    """

    def __init__(
        self, sheet: ForeignSheet, headings: Headings, scan: SheetScan, tables: Sequence[SheetTable] = ()
    ) -> None:
        self.sheet, self.headings, self.scan, self.tables = sheet, headings, scan, tables
        self._fields = {field.key: field for field in headings.columns}
        self._all_rows = {row.number: row for row in sheet.rows}
        rows = [row for row in sheet.rows if row.number > headings.row]
        self._texts = HeadedRows(headings, rows, OldTexts())
        _, below = without_end(headings, rows)
        ends = [
            *(row.number for row in below[:1]),
            *(table.area.bottom for table in tables if table.has_totals),
        ]
        self.end = min(ends, default=None)
        self.rows: dict[int, ForeignRow] = {row.number: row for row in sheet.rows if self._holds_data(row)}

    def is_of_list(self, row: int) -> bool:
        """Whether a row lies between the headings and the end of the list."""
        return self.headings.row < row and (self.end is None or row < self.end)

    def _holds_data(self, row: ForeignRow) -> bool:
        return self.is_of_list(row.number) and any(
            column in self.headings.uses and _text(cell) and not self.scan.is_calculated(row.number, column)
            for column, cell in row.cells.items()
        )

    def cell(self, row: int, column: int) -> ForeignCell | None:
        """A cell of any row, if something is to be seen in it."""
        own = self._all_rows.get(row)
        cell = own.cells.get(column) if own else None
        return cell if _text(cell) else None

    def text(self, row: int, key: str) -> str:
        """What a row says under the titles of a field, its parts together; empty without such columns."""
        own, field = self._all_rows.get(row), self._fields.get(key)
        return self._texts.text(own, field, []) if own and field else ""

    def can_take(self, row: int) -> bool:
        """Whether a record can stand in an empty row: none of its cells is merged with others."""
        return not any(self.scan.is_merged(row, column) for column in self.headings.uses)


def _text(cell: ForeignCell | None) -> str:
    return clean(cell.text) if cell else ""


class RecordRows(NamedTuple):
    """Where the records stand, in their order; *others* are rows of nobody of ours."""

    matched: tuple[FilledRow, ...]
    appended: tuple[FilledRow, ...]
    others: tuple[int, ...]
    looks_alike: tuple[LooksAlike, ...]


def rows_of_records(table: TemplateSheet, subjects: Sequence[Subject]) -> RecordRows:
    """A row for every record. Raises TemplateRefused when the sheet has no room."""
    matching = _Matching(table, subjects)
    new = [subject for subject in subjects if subject.place not in matching.rows]
    numbers = _free_rows(table, len(new))
    appended = tuple(FilledRow(row, subject.place) for row, subject in zip(numbers, new, strict=True))
    alike = tuple(
        LooksAlike(row, place, matching.alike[place]) for row, place in appended if place in matching.alike
    )
    matched = tuple(FilledRow(row, place) for place, row in matching.rows.items())
    return RecordRows(tuple(sorted(matched)), appended, tuple(matching.free), alike)


def strangers(table: TemplateSheet, rows: Iterable[int]) -> Iterator[Stranger]:
    """The people in *rows*: those with a name, and under the titles of days something with digits, if anything."""
    days = [field.key for field in table.headings.columns if field.type is FieldType.DATE]
    for row in rows:
        name = table.text(row, "name")
        below = re.fullmatch(BELOW_A_LIST, name.casefold())
        if name and not below and all(_may_be_day(table.text(row, key)) for key in days):
            yield Stranger(row, name)


def _may_be_day(text: str) -> bool:
    """Whether a text may be meant as a day: also one that does not exist, not «birthday» nor «dd/mm/yyyy»."""
    return not text or any(map(str.isdecimal, text))


def _free_rows(table: TemplateSheet, count: int) -> list[int]:
    """The rows below those with data, up to a total or a signature. Raises TemplateRefused when there are too few."""
    row = max(table.rows, default=table.headings.row)
    numbers: list[int] = []
    while len(numbers) < count:
        row += 1
        if row > MAX_ROWS:
            raise TemplateRefused("no_room", sheet=table.sheet.title, most=MAX_ROWS)
        if not table.is_of_list(row):
            raise TemplateRefused(
                "no_room_above", sheet=table.sheet.title, end=row, more=count - len(numbers)
            )
        if table.can_take(row):
            numbers.append(row)
    return numbers


def row_numbers(table: TemplateSheet, rows: Sequence[int]) -> Iterator[tuple[CellPlace, CellWrite]]:
    """The numbers of new *rows* in the column that counts the rows: on from the last one, from 1 in an empty list.

    Nothing where the rows above have none, nor where the file has a number or a formula already.
    """
    column = next(
        (column for column, path in table.headings.paths.items() if normal(path[-1]) in NUMBERS), None
    )
    if column is None or column in table.headings.uses:
        return
    counted = [
        (row, number) for row in table.rows if (number := _number(table.cell(row, column))) is not None
    ]
    if table.rows and not counted:
        return
    last_row, last = max(counted, default=(0, 0))
    like = table.scan.cell(last_row, column)
    for row in rows:
        there = table.cell(row, column)
        last = last + 1 if there is None else _number(there) or last + 1
        if (
            there is None
            and not table.scan.is_calculated(row, column)
            and not table.scan.is_merged(row, column)
        ):
            yield (row, column), CellWrite(str(last), True, like.style if like else None)


def _number(cell: ForeignCell | None) -> int | None:
    text = _text(cell)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < MAX_DIGITS_OF_A_ROW else None


class _Matching:
    """Pairs rows and records one to one by what names them, the surest first; names at last without marks."""

    def __init__(self, table: TemplateSheet, subjects: Sequence[Subject]) -> None:
        self._table = table
        self._subjects = subjects
        self._record = table.headings.record
        self._alone = [keys[0] for keys in self._record.named_by if len(keys) == 1]
        self.free = list(table.rows)
        self.rows: dict[str, int] = {}
        self.alike: dict[str, int] = {}
        for keys in self._record.named_by:
            self._pair_by(keys, str.casefold)
            if len(keys) > 1:
                self._pair_by(keys, fold, only_sure=True)
        *_, keys = self._record.named_by
        for spelling in (str.casefold, fold):
            self._pair_by_part(keys, spelling)

    def _pair_by(self, keys: tuple[str, ...], spelling: Spelling, *, only_sure: bool = False) -> None:
        left = [subject for subject in self._subjects if subject.place not in self.rows]
        wanted = _grouped(left, lambda subject: self._name_of(subject, keys, spelling))
        known = _grouped(self.free, lambda row: self._name_in(row, keys, spelling))
        for name, same in wanted.items():
            rows = known.get(name, []) if name else []
            if rows and not (only_sure and (len(same) > 1 or len(rows) > 1)):
                for subject in same:
                    self._pair(subject, rows, is_sure=len(keys) == 1)

    def _pair_by_part(self, keys: tuple[str, ...], spelling: Spelling) -> None:
        """By the first of *keys* alone, where the row or the record lacks the others: one listed without a birth date."""
        name, rest = keys[:1], keys[1:]
        left = [subject for subject in self._subjects if subject.place not in self.rows]
        wanted = _grouped(left, lambda subject: self._name_of(subject, name, spelling))
        known = _grouped(self.free, lambda row: self._name_in(row, name, spelling))
        for text, same in wanted.items():
            rows = known.get(text, []) if text and rest else []
            if len(same) == len(rows) == 1 and not (
                self._name_of(same[0], rest, spelling) and self._name_in(rows[0], rest, spelling)
            ):
                self._pair(same[0], rows, is_sure=False)

    def _pair(self, subject: Subject, rows: list[int], *, is_sure: bool) -> None:
        """Give *subject* the first of *rows* that fits; a name alone does not when both have codes that differ."""
        fitting = next((row for row in rows if is_sure or not self._differs(subject, row)), None)
        if fitting is not None:
            self.rows[subject.place] = fitting
            rows.remove(fitting)
            self.free.remove(fitting)
        elif rows:
            self.alike.setdefault(subject.place, rows[0])

    def _differs(self, subject: Subject, row: int) -> bool:
        for key in self._alone:
            own = self._name_of(subject, (key,), str.casefold)
            other = self._name_in(row, (key,), str.casefold)
            if own and other and own != other:
                return True
        return False

    def _name_of(self, subject: Subject, keys: tuple[str, ...], spelling: Spelling) -> NamingTexts:
        values = [subject.get(key) for key in keys]
        if not all(values):
            return ()
        return tuple(value.isoformat() if isinstance(value, date) else spelling(value) for value in values)

    def _name_in(self, row: int, keys: tuple[str, ...], spelling: Spelling) -> NamingTexts:
        texts = [self._stored(key, self._table.text(row, key)) for key in keys]
        return tuple(map(spelling, texts)) if all(texts) else ()

    def _stored(self, key: str, text: str) -> str:
        """What a cell says as a record holds it; empty when it does not parse."""
        if self._record.field_by_key[key].type is FieldType.DATE:
            day = parse_date(plain_day(text))
            return day.isoformat() if day else ""
        form = self._record.field_by_key[key].format
        return form.stored(text) if form else text


def _grouped(items: Iterable[Item], key_of: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key_of(item), []).append(item)
    return groups

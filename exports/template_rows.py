"""Which row of an official file is which record: by code, else by name and birth date; who is left is appended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from exports.fill_plan import FilledRow, LooksAlike, TemplateRefused
from exports.headings import Headings
from exports.limits import MAX_ROWS
from exports.reader import Cell, Row, Sheet
from exports.sheet_spans import SheetScan
from forms.roster import Subject
from forms.spec import RecordType
from forms.text import clean, fold, parse_date

CODES = ("code", "id")
"""The field by which a record is known: the first that it has."""
PERSON = ("name", "birth_date")

Spelling = Callable[[str], str]
Key = TypeVar("Key")
Item = TypeVar("Item")


class Table:
    """The rows under the headings of a sheet. Rows with nothing but formulas in known columns hold no data."""

    def __init__(self, sheet: Sheet, headings: Headings, scan: SheetScan) -> None:
        self.sheet, self.headings, self.scan = sheet, headings, scan
        self.columns = {field.key: column for column, field in headings.fields.items()}
        self._all_rows = {row.number: row for row in sheet.rows}
        self.rows: dict[int, Row] = {row.number: row for row in sheet.rows if self._holds_data(row)}

    def _holds_data(self, row: Row) -> bool:
        return row.number > self.headings.row and any(
            column in self.headings.fields and _text(cell) and not self.scan.is_calculated(row.number, column)
            for column, cell in row.cells.items()
        )

    def cell(self, row: int, column: int) -> Cell | None:
        """A cell of any row, if something is to be seen in it."""
        found = self._all_rows.get(row)
        cell = found.cells.get(column) if found else None
        return cell if _text(cell) else None

    def text(self, row: int, key: str) -> str:
        """What a row says under the title of a field; empty without that column."""
        return _text(self.cell(row, self.columns.get(key, 0)))

    def can_take(self, row: int) -> bool:
        """Whether a record can stand in an empty row: none of its cells is merged with others."""
        return not any(self.scan.is_merged(row, column) for column in self.headings.fields)


def _text(cell: Cell | None) -> str:
    return clean(cell.text) if cell else ""


class Places(NamedTuple):
    """Where the records stand, in their order; *others* are rows of nobody of ours."""

    matched: tuple[FilledRow, ...]
    appended: tuple[FilledRow, ...]
    others: tuple[int, ...]
    looks_alike: tuple[LooksAlike, ...]


def places_of(table: Table, subjects: Sequence[Subject]) -> Places:
    """A row for every record. Raises TemplateRefused when the sheet has no room."""
    matching = _Matching(table, subjects)
    new = [subject for subject in subjects if subject.place not in matching.rows]
    numbers = _free_rows(table, len(new))
    appended = tuple(FilledRow(row, subject.place) for row, subject in zip(numbers, new, strict=True))
    alike = tuple(
        LooksAlike(row, place, matching.alike[place]) for row, place in appended if place in matching.alike
    )
    matched = tuple(FilledRow(row, place) for place, row in matching.rows.items())
    return Places(tuple(sorted(matched)), appended, tuple(matching.free), alike)


def _free_rows(table: Table, count: int) -> list[int]:
    row = max(table.rows, default=table.headings.row)
    found: list[int] = []
    while len(found) < count:
        row += 1
        if row > MAX_ROWS:
            raise TemplateRefused("no_room", sheet=table.sheet.title, most=MAX_ROWS)
        if table.can_take(row):
            found.append(row)
    return found


class _Matching:
    """Pairs rows and records one to one: codes first, then names as they are written, then without marks."""

    def __init__(self, table: Table, subjects: Sequence[Subject]) -> None:
        self._table = table
        self._code = _code_field(subjects[0].type) if subjects else None
        self.free = list(table.rows)
        self.rows: dict[str, int] = {}
        self.alike: dict[str, int] = {}
        if not subjects:
            return
        self._by_code(subjects)
        if all(key in subjects[0].type.field_by_key and key in table.columns for key in PERSON):
            self._by_person(subjects, str.casefold)
            self._by_person(subjects, fold, only_sure=True)

    def _code_of(self, subject: Subject) -> str:
        return str(subject.get(self._code) or "").casefold() if self._code else ""

    def _code_in(self, row: int) -> str:
        return self._table.text(row, self._code).casefold() if self._code else ""

    def _by_code(self, subjects: Iterable[Subject]) -> None:
        known = _grouped(self.free, self._code_in)
        for subject in subjects:
            code = self._code_of(subject)
            if code and (rows := known.get(code)):
                self._pair(subject, rows.pop(0))

    def _by_person(self, subjects: Iterable[Subject], spelling: Spelling, *, only_sure: bool = False) -> None:
        """By name and birth date, unless both have codes and these differ."""
        left = [subject for subject in subjects if subject.place not in self.rows]
        wanted = _grouped(
            left, lambda subject: _person(subject.get("name"), subject.get("birth_date"), spelling)
        )
        known = _grouped(self.free, lambda row: self._person_in(row, spelling))
        for key, same in wanted.items():
            rows = known.get(key, []) if key else []
            if only_sure and (len(same) > 1 or len(rows) > 1):
                continue
            for subject in same:
                code = self._code_of(subject)
                fitting = [row for row in rows if not code or self._code_in(row) in ("", code)]
                if fitting:
                    rows.remove(fitting[0])
                    self._pair(subject, fitting[0])
                elif rows:
                    self.alike.setdefault(subject.place, rows[0])

    def _person_in(self, row: int, spelling: Spelling) -> tuple[str, date] | None:
        day = parse_date(self._table.text(row, "birth_date"))
        return _person(self._table.text(row, "name"), day, spelling)

    def _pair(self, subject: Subject, row: int) -> None:
        self.rows[subject.place] = row
        self.free.remove(row)


def _code_field(record: RecordType) -> str | None:
    return next((key for key in CODES if key in record.field_by_key), None)


def _person(name: str | None, day: date | None, spelling: Spelling) -> tuple[str, date] | None:
    return (spelling(clean(name)), day) if name and day else None


def _grouped(items: Iterable[Item], key_of: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key_of(item), []).append(item)
    return groups

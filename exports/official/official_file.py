"""Fills the official file that the owner downloaded: only cells of its record sheets change, every other byte stays.

The sheets and columns are found by their titles (``exports.intake.headings``); no file is known by name. What would be
written is planned and shown first; ``fill`` then does exactly what the plan says.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exports.intake.headings import LEAST_TITLES, MOST_ROWS, Headings, guess
from exports.intake.system_complaints import complaint_columns, sheets_of_complaints
from exports.intake.title_words import NUMBERS, Half
from exports.intake.titles import field_of, normal
from exports.official.fill_plan import (
    Cleared,
    CountingColumn,
    FilledColumn,
    FillPlan,
    Target,
    TemplateRefused,
    UnknownColumn,
)
from exports.official.sheet_patch import patch_sheet
from exports.official.sheet_scan import scan_sheet
from exports.official.sheet_spans import SheetScan
from exports.official.table_ranges import grown, tables_around, with_filter, with_range
from exports.official.template_cells import Filling, TemplateStyles
from exports.official.template_lists import TemplateLists
from exports.official.template_rows import TemplateSheet, row_numbers, rows_of_records, strangers
from exports.official.template_values import Writing, stored_value, writing_of
from exports.official.zip_patch import with_members
from exports.reading.book_parts import DEFAULT_BOOK, Book, read_book
from exports.reading.kinds.file_kinds import FileKind
from exports.reading.limits import Parts, bytes_of_workbook
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.refusal_words import RefusalCode
from exports.reading.shared_parts import read_styles
from exports.reading.workbook_reader import ForeignSheet, ForeignWorkbook, read_workbook
from forms.dossier.content import Content
from forms.dossier.roster import Roster, SchoolYear, Subject
from forms.model.record import Field, RecordType
from forms.sets.form_set import FormSet

if TYPE_CHECKING:
    from exports.reading.workbook_reader import Watch

_UNFILLED: dict[FileKind, RefusalCode] = {
    "xls": "old_excel",
    "xlsb": "binary_excel",
    "ods": "open_document",
    "html": "web_page",
    "text": "plain_text",
}
"""Kinds that are read and cannot be filled."""
LEAST_OF_A_SMALL_SHEET = 3
"""So many known titles has a sheet that lacks many mandatory columns and is still taken for the one to fill."""


class _Template(NamedTuple):
    data: bytes
    digest: str
    parts: Parts
    book: Book
    workbook: ForeignWorkbook


class _Candidate(NamedTuple):
    sheet: ForeignSheet
    part: str
    headings: Headings


def plan_fill(template: Path, content: Content, *, watch: Watch | None = None) -> FillPlan:
    """What filling the file *template* with the records of *content* would do. Raises WorkbookRefused.

    A file with macros is taken; they are neither run nor changed. *watch* as in ``read_workbook``.
    """
    opened = _open(template, watch)
    looks = TemplateStyles(read_styles(opened.parts, opened.book.styles), opened.book.from_1904)
    lists = TemplateLists(opened.parts, opened.workbook.sheets)
    candidates = _targets(opened, content.form, content.year)
    for candidate in candidates:
        _check_single(candidate)
    targets = tuple(
        _target(candidate, opened.parts, looks, lists, content.roster) for candidate in candidates
    )
    return FillPlan(targets, opened.digest, content, tuple(_cleared(opened, candidates, content)))


def fill(template: Path, plan: FillPlan, content: Content) -> bytes:
    """The file *template* filled as *plan* says. Raises WorkbookRefused when it or *content* has changed since."""
    data = bytes_of_workbook(template)
    if _digest(data) != plan.digest:
        raise TemplateRefused("file_changed")
    if any(plan.content.records(place) != content.records(place) for place in content.form.list_places):
        raise TemplateRefused("records_changed")
    parts = Parts(data)
    new: dict[str, bytes] = {}
    for part, (sheet, writes) in plan.writes.items():
        xml = parts.whole(part)
        new[part.lower()] = patch_sheet(xml, scan_sheet(xml, sheet), writes)
    for target in plan.targets:
        for table in target.tables:
            part = table.part.lower()
            new[part] = with_range(new.get(part) or parts.whole(part), table)
            if table.part == target.part and DEFAULT_BOOK in parts:
                main = new.get(DEFAULT_BOOK) or parts.whole(DEFAULT_BOOK)
                new[DEFAULT_BOOK] = with_filter(main, target.sheet, table)
    return with_members(data, new) if new else data


def _open(path: Path, watch: Watch | None) -> _Template:
    workbook = read_workbook(path, watch=watch)
    data = bytes_of_workbook(path)
    if refusal := _UNFILLED.get(workbook.kind):
        raise WorkbookRefused(refusal)
    parts = Parts(data)
    book = read_book(parts)
    if [sheet.title for sheet in book.sheets] != [sheet.title for sheet in workbook.sheets]:
        raise TemplateRefused("file_changed")
    return _Template(data, _digest(data), parts, book, workbook)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _targets(opened: _Template, form: FormSet, year: SchoolYear) -> list[_Candidate]:
    """The sheets to fill, one of each record at most. Lists that stand on sheets of their own are none."""
    candidates = [
        _Candidate(sheet, place.part, headings.decided(sheet.rows))
        for sheet, place in zip(opened.workbook.sheets, opened.book.sheets, strict=True)
        if not sheet.is_hidden and (headings := guess(sheet, form, year))
    ]
    full = [candidate for candidate in candidates if _is_titled(candidate) or _is_full(candidate.headings)]
    if full:
        return [own for record in form.lists if (own := _only_one(full, record))]
    small = [candidate for candidate in candidates if _is_small(candidate.headings)]
    if not small:
        raise TemplateRefused("no_headings", rows=MOST_ROWS)
    return [max(small, key=lambda candidate: len(candidate.headings.columns))]


def _is_titled(candidate: _Candidate) -> bool:
    return normal(candidate.sheet.title) == normal(candidate.headings.record.upload_sheet or "")


def _is_full(headings: Headings) -> bool:
    always = [field for field in headings.record.fields if field.required.always]
    return 2 * len([field for field in always if field in headings.columns]) >= len(always)


def _is_small(headings: Headings) -> bool:
    keys = {field.key for field in headings.columns}
    names = any(set(naming) <= keys for naming in headings.record.named_by)
    return names and len(keys) >= LEAST_OF_A_SMALL_SHEET


def _only_one(candidates: list[_Candidate], record: RecordType) -> _Candidate | None:
    own = [candidate for candidate in candidates if candidate.headings.record is record]
    own = [candidate for candidate in own if _is_titled(candidate)] or own
    if len(own) > 1:
        first, second = (candidate.sheet.title for candidate in own[:2])
        raise TemplateRefused("two_sheets", first=first, second=second, record=record.title)
    return own[0] if own else None


def _check_single(candidate: _Candidate) -> None:
    """Refuse a sheet with two tables, under or beside each other: nobody could tell which is meant."""
    headings = candidate.headings
    known = set(headings.columns)
    most = max(LEAST_TITLES, len(known) // 2)
    for row in candidate.sheet.rows:
        titles = row.cells.items()
        if headings.top <= row.number <= headings.row:
            titles = {column: cell for column, cell in titles if column not in headings.uses}.items()
        again = {field_of(headings.record, cell.text) for _, cell in titles} & known
        if len(again) >= most:
            raise TemplateRefused(
                "headings_twice", sheet=candidate.sheet.title, first=headings.row, second=row.number
            )


def _target(
    candidate: _Candidate, parts: Parts, looks: TemplateStyles, lists: TemplateLists, roster: Roster
) -> Target:
    headings, title = candidate.headings, candidate.sheet.title
    complaints = complaint_columns(headings)
    subjects = roster.of(headings.record.key)
    tables = tuple(tables_around(parts, candidate.part, headings.row))
    table = TemplateSheet(candidate.sheet, headings, scan_sheet(parts.whole(candidate.part), title), tables)
    filling = Filling(table, looks, dict(_wordings(table, lists)), roster)
    places = rows_of_records(table, subjects)
    filling.fill((*places.matched, *places.appended), subjects)
    numbers = dict(row_numbers(table, [row for row, _ in places.appended]))
    counting = next((CountingColumn(column, headings.title(column)) for _, column in numbers), None)
    filling.writes |= numbers
    return Target(
        headings.record,
        title,
        candidate.part,
        tuple(_columns(headings)),
        tuple(
            UnknownColumn(column, text)
            for column, text in sorted(headings.unknown.items())
            if column not in complaints and normal(headings.paths[column][-1]) not in NUMBERS
        ),
        tuple(_absent(headings, subjects)),
        places.matched,
        places.appended,
        places.others,
        tuple(strangers(table, places.others)),
        places.looks_alike,
        tuple(filling.stays_empty),
        tuple(filling.changes),
        tuple(filling.left),
        tuple(filling.not_listed),
        tuple(grown(tables, filling.writes)),
        counting,
        filling.writes,
    )


def _columns(headings: Headings) -> Iterator[FilledColumn]:
    for column, use in sorted(headings.uses.items()):
        marked = (use.also or use.field).codes.name(use.marks) if use.marks else ""
        yield FilledColumn(column, headings.title(column), use.field, use.half, marked)


def _wordings(table: TemplateSheet, lists: TemplateLists) -> Iterator[tuple[int, Writing]]:
    uses = table.headings.uses
    seen = {column: [cell for row in table.rows if (cell := table.cell(row, column))] for column in uses}
    given = [cell for column, use in uses.items() if use.half is Half.GIVEN for cell in seen[column]]
    signs = [cell for column, use in uses.items() if use.marks and not use.also for cell in seen[column]]
    for column, use in uses.items():
        title = table.headings.title(column)
        items = lists.of_column(table.scan.validations, table.sheet.title, column, table.headings.row)
        yield column, writing_of(use, title, items, seen[column], given if use.half else signs, uses.values())


def _cleared(opened: _Template, candidates: list[_Candidate], content: Content) -> Iterator[Cleared]:
    """What the system complained about beside the rows, and on sheets of their own: a file that is sent once more has none."""
    for sheet, part, headings in candidates:
        columns = complaint_columns(headings)
        scan = scan_sheet(opened.parts.whole(part), sheet.title) if columns else SheetScan()
        for column in columns:
            cells = [
                (row.number, column)
                for row in sheet.rows
                if row.number > headings.row
                and column in row.cells
                and not scan.is_calculated(row.number, column)
            ]
            yield Cleared(sheet.title, part, headings.title(column), tuple(cells))
    parts = {place.title: place.part for place in opened.book.sheets}
    for listed in sheets_of_complaints(opened.workbook, content.form, content.year):
        cells = [(row.number, column) for row in listed.rows for column in row.cells]
        yield Cleared(listed.sheet.title, parts[listed.sheet.title], "", tuple(cells))


def _absent(headings: Headings, subjects: tuple[Subject, ...]) -> Iterator[Field]:
    """The mandatory fields that the file has no column for; computed ones if there is a value to lose."""
    for field in headings.record.fields:
        if not field.required.always or field in headings.columns:
            continue
        if not field.computed or any(stored_value(field, subject) is not None for subject in subjects):
            yield field

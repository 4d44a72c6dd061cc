"""A workbook that someone filled in, as sources of records: the sheets whose headings are known, row by row."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from exports.intake.heading_block import HeadingRows
from exports.intake.headings import TITLE_CELLS, Headings, beside, further, guess
from exports.intake.list_end import without_end
from exports.intake.old_columns import OldColumnCells, OldTexts, old_column
from exports.intake.source_cells import HeadedRows, with_merged
from exports.intake.system_complaints import complaint_columns, sheet_of_complaints
from exports.intake.title_words import BESIDE
from exports.intake.titles import counts_rows, normal, says_month_first, titles_of
from exports.layout.cell_address import column_letters
from exports.reading.workbook_reader import ForeignCell, ForeignRow, ForeignSheet, ForeignWorkbook
from forms.dossier.roster import SchoolYear
from forms.entry.old_fonts import OldText
from forms.entry.row_intake import Source
from forms.entry.row_values import Remark
from forms.model.record import FieldType
from forms.model.text import runs_told, shorten
from forms.sets.form_set import FormSet

MOST_OF_A_TITLE = 40
"""So many letters of a title are told."""


NOT_WRITTEN = (FieldType.INT, FieldType.DECIMAL)
"""Types of fields whose cells hold no words."""


class OldColumn(NamedTuple):
    """A column with cells in an old encoding: the title of its sheet, its number, and the first of them."""

    sheet: str
    column: int
    text: OldText


class BookSources(NamedTuple):
    """What a workbook offers: a source for each list on its sheets, and the sheets that nobody knows.

    *converted* are the same lists, their cells in old encodings read as Unicode; *old_columns* hold such cells.
    *hidden_sheets* would be lists, too: they are left out.
    """

    sources: tuple[Source, ...]
    converted: tuple[Source, ...]
    old_columns: tuple[OldColumn, ...]
    unknown_sheets: tuple[str, ...]
    hidden_sheets: tuple[str, ...]


def sources_of(book: ForeignWorkbook, form: FormSet, year: SchoolYear) -> BookSources:
    """The lists of *book* that the report of a form and a school year has; hidden sheets are passed by."""
    sources: list[Source] = []
    converted: list[Source] = []
    old_columns: list[OldColumn] = []
    unknown: list[str] = []
    hidden: list[str] = []
    for sheet in book.sheets:
        headings = guess(sheet, form, year)
        if sheet.is_hidden:
            if headings and headings.is_named:
                hidden.append(sheet.title)
            continue
        if headings is None:
            if sheet.rows and sheet_of_complaints(sheet) is None:
                unknown.append(sheet.title)
            continue
        for found in _lists(sheet, headings, form, year):
            old = _old_texts(found.headings, found.rows)
            source = _source(sheet, found, OldTexts(old))
            sources.append(source)
            converted.append(_source(sheet, found, OldTexts(old, True)) if old else source)
            old_columns += (OldColumn(sheet.title, column, cells.example) for column, cells in old.items())
    return BookSources(tuple(sources), tuple(converted), tuple(old_columns), tuple(unknown), tuple(hidden))


class _List(NamedTuple):
    """The headings of a list, its rows, the rows above that say what it is, and the numbers of rows above headings come again."""

    headings: Headings
    rows: Sequence[ForeignRow]
    above: Sequence[ForeignRow]
    titles: frozenset[int] = frozenset()


def _lists(sheet: ForeignSheet, headings: Headings, form: FormSet, year: SchoolYear) -> Iterator[_List]:
    """The list of a sheet, or several where further headings stand below or beside; those of each page are passed by."""
    heading_rows = HeadingRows(sheet.rows, sheet.merged)
    above = [row for row in sheet.rows if row.number < headings.top]
    rows: list[ForeignRow] = []
    titles: set[int] = set()
    head = [_texts(row) for row in sheet.rows if row.number <= headings.row and len(row.cells) > 1]
    end = headings.row
    for row in sheet.rows:
        if row.number <= end:
            continue
        is_head = _texts(row) in head
        again = None if is_head else further(row, heading_rows, rows, sheet.title, headings, form, year)
        if again is None and not is_head:
            rows.append(row)
            continue
        top, end = (again.top, again.row) if again else (row.number, row.number)
        rows = [before for before in rows if before.number < top]
        over = [*takewhile(lambda row: len(row.cells) <= TITLE_CELLS, reversed(rows))][::-1]
        if again is None or again.is_again(headings):
            # what stands above every page says nothing new
            seen = [_texts(line) for line in above]
            rows = [before for before in rows if before not in over or _texts(before) not in seen]
            titles.update(line.number for line in over)
            continue
        if rows:
            yield from _side_by_side(_List(headings, rows, above, frozenset(titles)))
        headings, above, rows = again, over, []
    yield from _side_by_side(_List(headings, rows, above, frozenset(titles)))


def _texts(row: ForeignRow) -> dict[int, str]:
    return {column: normal(cell.text) for column, cell in row.cells.items()}


def _side_by_side(whole: _List) -> Iterator[_List]:
    """The lists of one block of headings, each with its own cells."""
    lists = beside(whole.headings)
    if len(lists) == 1:
        yield whole._replace(headings=whole.headings.decided(whole.rows))
        return
    edges = [min(part.paths) for part in lists[1:]]
    for part, left, right in zip(lists, [0, *edges], [*edges, None], strict=True):
        own = [row._replace(cells=cells) for row in whole.rows if (cells := _between(row, left, right))]
        above = [_own_cells(row, edges, left, right) for row in whole.above]
        yield whole._replace(headings=part.decided(own), rows=own, above=above)


def _own_cells(row: ForeignRow, edges: Sequence[int], left: int, right: int | None) -> ForeignRow:
    """A row above lists side by side: where cells stand over several of them, those over the one from *left* to *right*."""
    if len({bisect_right(edges, column) for column in row.cells}) == 1:
        return row
    return row._replace(cells=_between(row, left, right))


def _between(row: ForeignRow, left: int, right: int | None) -> dict[int, ForeignCell]:
    return {c: cell for c, cell in row.cells.items() if c >= left and (right is None or c < right)}


def _source(sheet: ForeignSheet, found: _List, old: OldTexts) -> Source:
    headings = found.headings
    rows, below = without_end(headings, found.rows)
    rows, spread = with_merged(headings, rows, sheet.merged)
    hidden = [row.number for row in rows if row.is_hidden]
    seen = [row for row in rows if not row.is_hidden]
    table = HeadedRows(headings, seen, old, found.titles)
    faults = list(_faults(headings, seen))
    complaints = complaint_columns(headings)
    unknown = [
        heading
        for column, heading in headings.unknown.items()
        if not counts_rows(heading) and column not in complaints
    ]
    first = min(headings.paths, default=1)
    notes = [
        *(
            Remark("read_as", label, " + ".join(f"«{shorten(title, MOST_OF_A_TITLE)}»" for title in titles))
            for titles, label in headings.read_as()
            if len(titles) > 1 or normal(titles[0]) not in titles_of(headings.record)
        ),
        *faults,
        *table.one_sided(),
        *table.old_columns(),
        *(
            Remark("merged", headings.title(column), runs_told(numbers))
            for column, numbers in sorted(spread.items())
        ),
        *(Remark("hidden", text=runs_told(hidden)) for _ in hidden[:1]),
        *(Remark("complaints", headings.title(column)) for column in complaints),
        *(Remark("below", text=runs_told([row.number for row in below])) for _ in below[:1]),
    ]
    return Source(
        title=sheet.title
        if first == min(_columns(sheet))
        else BESIDE.format(title=sheet.title, letter=column_letters(first)),
        record=headings.record,
        fields=tuple(headings.columns),
        rows=() if faults else tuple(table.rows()),
        strict=True,
        unknown=(*unknown, *table.untitled()),
        about=(sheet.title, *_lines(found.above, old)),
        notes=tuple(notes),
        swapped=dict(table.swapped()),
        month_titles={
            use.field: shorten(headings.title(column), MOST_OF_A_TITLE)
            for column, use in headings.uses.items()
            if use.field.type is FieldType.DATE and not use.half and says_month_first(headings.paths[column])
        },
    )


def _faults(headings: Headings, rows: Sequence[ForeignRow]) -> Iterator[Remark]:
    """Why nothing of a list can be taken: what is wrong with each of its rows is told once."""
    if missing := headings.missing:
        labels = ", ".join(field.label[:1].lower() + field.label[1:] for field in missing)
        yield Remark("uncoded" if len(headings.record.named_by) == 1 else "unnamed", text=labels)
    for column, use in headings.uses.items():
        kinds = {row.cells[column].kind for row in rows if column in row.cells}
        several = sum(column in row.cells for row in rows) > 1
        if several and len(kinds) == 1 and not use.field.computed:
            yield from (
                Remark(kind, headings.title(column)) for kind in kinds if kind in ("formula", "error")
            )


def _lines(rows: Sequence[ForeignRow], old: OldTexts) -> Iterator[str]:
    """What stands in rows above a list, the nearest first, each row as a line and cell by cell: «Lớp:», «Mầm»."""
    for row in reversed(rows):
        texts = [old.line(cell) for cell in row.cells.values()]
        yield from dict.fromkeys((" ".join(texts), *texts))


def _columns(sheet: ForeignSheet) -> set[int]:
    return {column for row in sheet.rows for column in row.cells}


def _old_texts(headings: Headings, rows: Sequence[ForeignRow]) -> Mapping[int, OldColumnCells]:
    """Column → its cells in old encodings; numbers have none."""
    unread = {
        column
        for column in headings.paths
        if column not in headings.uses or headings.uses[column].field.type in NOT_WRITTEN
    }
    filled = {column for row in rows for column in row.cells} - unread
    cells = {column: [row.cells[column] for row in rows if column in row.cells] for column in filled}
    found = {column: old_column(own) for column, own in cells.items()}
    encodings = [column.encoding for column in found.values() if column.encoding]
    if encodings:
        most = max(set(encodings), key=encodings.count)
        alone = [column for column, own in found.items() if own.encoding is None]
        found |= {column: old_column(cells[column], most) for column in alone}
    return {column: cells for column, cells in sorted(found.items()) if cells.meant}

"""Which column of a sheet holds what of which record: decided from a whole block of headings and the days under it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice, takewhile
from typing import NamedTuple

from exports.intake.cell_days import day_of
from exports.intake.heading_block import MOST_HEADING_ROWS, HeadingBlock, HeadingRows
from exports.intake.title_words import ONCE_MORE, WHOLE_ALONE, Half
from exports.intake.titles import (
    ColumnUse,
    Path,
    counts_rows,
    is_half,
    normal,
    of_whom,
    use_of,
    words_of_titles,
)
from exports.layout.cell_address import column_letters
from exports.reading.workbook_reader import ForeignRow, ForeignSheet
from forms.dossier.roster import SchoolYear
from forms.entry.written_days import plain_day
from forms.model.record import Field, FieldRole, RecordType
from forms.model.text import clean, parse_date
from forms.sets.form_set import FormSet

MOST_ROWS = 30
"""Rows from the top among which the headings are looked for."""
LEAST_TITLES = 2
TITLE_CELLS = 2
"""So many cells at most has a row above further headings that says what is listed."""
ROWS_LOOKED_AT = 50
"""So many rows below headings tell by their days whom a list is of."""

NO_TITLES = ("date", "bool", "error", "formula")
"""Kinds of cells that are no titles."""


class Headings(NamedTuple):
    """The headings of one list: its record, their first and last row, column → what it holds, and the titles of the others.

    *paths* are the titles of all columns, the outermost first.
    """

    record: RecordType
    top: int
    row: int
    uses: Mapping[int, ColumnUse]
    unknown: Mapping[int, str]
    paths: Mapping[int, Path]

    @property
    def fields(self) -> Mapping[int, Field]:
        """Column → the field that it holds whole."""
        return {
            column: use.field for column, use in self.uses.items() if use.half is None and use.marks is None
        }

    @property
    def columns(self) -> Mapping[Field, tuple[int, ...]]:
        """Field → the columns that hold it or a part of it, fields in the order of their first column."""
        columns: dict[Field, tuple[int, ...]] = {}
        for column, use in sorted(self.uses.items()):
            for field in (use.field, use.also, use.instead):
                if field:
                    columns[field] = (*columns.get(field, ()), column)
        return columns

    def read_as(self) -> Iterator[tuple[list[str], str]]:
        """The label of each field, and the titles of the columns that are read as it."""
        for field, columns in self.columns.items():
            yield [self.title(column) for column in columns], field.label

    def decided(self, rows: Sequence[ForeignRow]) -> "Headings":
        """The same with what only the cells below tell: which of two fields a column holds, where given names stand."""
        below = [row for row in rows if row.number > self.row]
        return self._with_whole_names(below)._with_given_names(below)._with_either(below)

    def _with_whole_names(self, rows: Sequence[ForeignRow]) -> "Headings":
        """Two columns of one title hold no parts where whole names stand in either: of the child, of the mother."""
        halves = [column for column, use in self.uses.items() if use.half in (Half.FAMILY, Half.GIVEN)]
        if len(halves) != 2 or self.paths[halves[0]] != self.paths.get(halves[1]):
            return self
        for column in halves:
            texts = [row.cells[column].text for row in rows if column in row.cells]
            if sum(len(text.split()) > 1 for text in texts) * 2 <= len(texts):
                return self
        first, second = halves
        more = ONCE_MORE.format(title=self.title(second), letter=column_letters(second))
        uses = {column: use for column, use in self.uses.items() if column != second}
        return self._replace(
            uses={**uses, first: self.uses[first]._replace(half=None)}, unknown={**self.unknown, second: more}
        )

    def _with_either(self, rows: Sequence[ForeignRow]) -> "Headings":
        """A column that may hold either of two fields taken for the one whose format most cells fit."""
        uses = dict(self.uses)
        for column, use in self.uses.items():
            if use.instead:
                texts = [row.cells[column].text for row in rows if column in row.cells]
                fit = sum(is_of(text, use.instead) and not is_of(text, use.field) for text in texts)
                if fit * 2 > len(texts) or (not texts and use.empty is use.instead):
                    uses[column] = use._replace(field=use.instead, instead=use.field)
        either = [use.field for use in uses.values() if use.instead]
        return self._replace(uses=uses) if len(set(either)) == len(either) else self

    def _with_given_names(self, rows: Sequence[ForeignRow]) -> "Headings":
        """Given names stand beside the family names, where one title is over two columns."""
        name = next((column for column, field in self.fields.items() if field.key == "name"), None)
        if name is None or self.paths.get(name + 1, self.paths[name][:-1]) != self.paths[name][:-1]:
            return self
        named = [row for row in rows if name in row.cells]
        beside = [row.cells[name + 1] for row in named if name + 1 in row.cells]
        if len(beside) * 2 <= len(named) or any(cell.kind != "text" for cell in beside):
            return self
        use = self.uses[name]
        halves = {name: use._replace(half=Half.FAMILY), name + 1: use._replace(half=Half.GIVEN)}
        return self._replace(
            uses={**self.uses, **halves},
            unknown={column: title for column, title in self.unknown.items() if column != name + 1},
            paths=dict(sorted({**self.paths, name + 1: self.paths[name]}.items())),
        )

    def is_again(self, before: "Headings") -> bool:
        """Whether these are the headings *before* on a further page."""
        is_same = dict(self.paths) == dict(before.paths) or dict(self.uses) == dict(before.uses)
        return self.record is before.record and is_same

    def title(self, column: int) -> str:
        """The titles of a column as they are told."""
        return told(self.paths.get(column, ()))

    @property
    def is_named(self) -> bool:
        """Whether the columns suffice to tell one record from another."""
        return not self.missing

    @property
    def missing(self) -> Sequence[Field]:
        """The fields without a column that would tell one record from another."""
        keys = {use.field.key for use in self.uses.values()}
        if any(keys.issuperset(naming) for naming in self.record.named_by):
            return ()
        return [self.record.field_by_key[key] for key in self.record.named_by[-1] if key not in keys]


def guess(sheet: ForeignSheet, form: FormSet, year: SchoolYear) -> Headings | None:
    """The headings of a sheet of whichever record of the report of *form* and *year* fits best.

    The title of the sheet decides, then the days in it, then the words above.
    """
    rows = HeadingRows(sheet.rows, sheet.merged)
    for record in form.lists:
        if record.upload_sheet and normal(sheet.title) == normal(record.upload_sheet):
            own = _first(sheet, rows, record)
            if own:
                return own
    candidates = [headings for record in form.lists if (headings := _first(sheet, rows, record))]
    first = min((headings.top for headings in candidates), default=0)
    hints = (sheet.title, _line(row for row in sheet.rows if row.number < first))
    return _best(candidates, hints, sheet.rows, year.start)


def beside(headings: Headings) -> tuple[Headings, ...]:
    """The lists that stand side by side under *headings*, from the left: mostly one."""
    parts: list[Headings] = []
    for paths in _groups(headings):
        part = _headings(HeadingBlock(headings.top, headings.row, paths), headings.record)
        if parts and not part.is_named:
            # «Năm sinh» of a mother is no list of its own
            more = HeadingBlock(headings.top, headings.row, {**parts[-1].paths, **paths})
            parts[-1] = _headings(more, headings.record)
        else:
            parts.append(part)
    return tuple(parts) if len(parts) > 1 and parts[0].is_named else (headings,)


def further(
    row: ForeignRow,
    rows: HeadingRows,
    above: Sequence[ForeignRow],
    title: str,
    before: Headings,
    form: FormSet,
    year: SchoolYear,
) -> Headings | None:
    """The headings with which another list begins further down, most of the row being known titles; or those *before* again."""
    cells = list(row.cells.values())
    if cells[0].kind == "number" or any(cell.kind in NO_TITLES for cell in cells):
        return None  # with a number before it, or a day in it, it is a row of a list
    texts = [cell.text for cell in cells if _all_words(form).issuperset(normal(cell.text).split())]
    if max(sum(_is_title(record, text) for text in texts) for record in form.lists) < LEAST_TITLES:
        return None
    blocks = list(_blocks_over(row.number, rows))
    candidates = [_fittest(blocks, record) for record in form.lists if blocks]
    again = next((headings for headings in candidates if headings.is_again(before)), None)
    if again and again.paths == before.paths:
        return again
    likely = [
        headings
        for headings in candidates
        if len(headings.uses) >= LEAST_TITLES
        and (headings.is_named or len(headings.uses) * 2 > len(headings.paths))
    ]
    titles = (row for row in above[-1:] if len(row.cells) <= TITLE_CELLS)
    best = _best(likely, (_line(titles), title), rows.rows, year.start)
    return best if best is None or best.record is not before.record else again or best


def _blocks_over(number: int, rows: HeadingRows) -> Iterator[HeadingBlock]:
    """The blocks that may begin at a row with titles, or above it with rows of titles over several columns."""
    for top in range(number - MOST_HEADING_ROWS + 1, number + 1):
        for block in rows.blocks_at(top):
            if block.bottom >= number and (top == number or block.is_grouped):
                yield block


def _fittest(blocks: Sequence[HeadingBlock], record: RecordType) -> Headings:
    best = max(blocks, key=partial(_fitness, record))
    return _without_lines_above(_headings(best, record), [_headings(block, record) for block in blocks])


def _first(sheet: ForeignSheet, rows: HeadingRows, record: RecordType) -> Headings | None:
    """The headings of *record*: those that tell one from another and end first, else those with most known titles."""
    candidates = [
        (block, headings)
        for row in sheet.rows
        if row.number <= MOST_ROWS
        for block in rows.blocks_at(row.number)
        if len((headings := _headings(block, record)).uses) >= LEAST_TITLES
    ]
    named = [(block, headings) for block, headings in candidates if headings.is_named]
    end = min((block.bottom for block, _ in named), default=0)
    over = [(block, headings) for block, headings in named if block.top <= end]
    best = max(over or candidates, key=lambda pair: _fitness(record, pair[0]), default=None)
    return _without_lines_above(best[1], [headings for _, headings in candidates]) if best else None


def _without_lines_above(headings: Headings, others: Iterable[Headings]) -> Headings:
    """The same columns without upper rows that change nothing of what they hold: «Lớp:», «Mầm» are no titles of columns.

    The column that counts the rows may have its title there.
    """
    same = (
        other for other in others if other.row == headings.row and dict(other.uses) == dict(headings.uses)
    )
    return max(same, key=lambda other: (_counting_columns(other), other.top))


def _counting_columns(headings: Headings) -> int:
    return sum(counts_rows(path[-1]) for path in headings.paths.values())


def _fitness(record: RecordType, block: HeadingBlock) -> tuple[int, int, int, int]:
    """How many fields are understood, in how many columns; then the higher of blocks whose rows are all of titles, the lower of others."""
    height = len(block.lines)
    lowest = [use_of(record, (title,)) is not None or is_half(title) for title in block.lines[-1]]
    is_of_titles = block.is_grouped and sum(lowest) * 2 > len(lowest)
    headings = _headings(block, record)
    return len(headings.columns), len(headings.uses), height if is_of_titles else -height, -block.top


def _headings(block: HeadingBlock, record: RecordType) -> Headings:
    """What the columns of a block hold of *record*; a field is held once."""
    found = {column: use for column, path in block.paths.items() if (use := use_of(record, path))}
    found |= _beside_names(block.paths, found, record)
    halves = {(use.field.key, use.half) for use in found.values()}
    found = {
        column: use
        for column, use in found.items()
        if use.half not in (Half.FAMILY, Half.MIDDLE) or (use.field.key, Half.GIVEN) in halves
    }
    uses = {column: _beside_others(use, halves) for column, use in found.items()}
    whole = {use.field.key for use in uses.values() if not (use.half or use.marks or use.instead)}
    taken: dict[tuple[str, Half | None, str | None], int] = {}
    kept: dict[int, ColumnUse] = {}
    for column, meant in uses.items():
        use = meant
        if use.instead and use.field.key in whole:
            # the other one has a column of its own
            use = ColumnUse(use.instead)
        elif use.instead and use.instead.key in whole:
            use = use._replace(instead=None)
        elif use.instead and (use.field.key, None, None) in taken:
            # two columns that may hold either hold one each
            use = use._replace(field=use.instead, instead=use.field)
        if (use.half or (use.marks and use.also is None)) and use.field.key in whole:
            continue
        before = taken.setdefault((use.field.key, use.half, use.marks), column)
        if before == column:
            kept[column] = use
        elif before == column - 1 and use.field.key == "name" and block.paths[before] == block.paths[column]:
            # one title over two columns
            kept[before], kept[column] = use._replace(half=Half.FAMILY), use._replace(half=Half.GIVEN)
    unknown = {
        column: ONCE_MORE.format(title=told(path), letter=column_letters(column))
        if column in uses
        else told(path)
        for column, path in block.paths.items()
        if column not in kept
    }
    return Headings(record, block.top, block.bottom, kept, unknown, block.paths)


def _beside_names(
    paths: Mapping[int, Path], uses: Mapping[int, ColumnUse], record: RecordType
) -> Mapping[int, ColumnUse]:
    """What columns hold to the right of the name of a parent: «Họ tên cha», «Năm sinh», «Nghề nghiệp»."""
    held = {use.field for use in uses.values()}
    found: dict[int, ColumnUse] = {}
    whose: Path = ()
    for column, path in paths.items():
        use = uses.get(column)
        if use and (use.half is None or use.field.role != FieldRole.BORN):
            whose = of_whom(record, path) if use.field.key.endswith("name") else ()
        elif whose and (beside := use_of(record, (*whose, path[-1]))) and beside.field not in held:
            found[column] = beside
        else:
            whose = ()
    return found


def _beside_others(use: ColumnUse, halves: Collection[tuple[str, Half | None]]) -> ColumnUse:
    """What a column holds that holds a part of a field where the others are there: else the whole, or what is marked."""
    others = WHOLE_ALONE.get(use.half) if use.half else None
    if others is None:
        return use
    if any((use.field.key, half) in halves for half in others):
        return use._replace(marks=None, also=None)
    return use._replace(half=None)


def is_of(text: str, field: Field) -> bool:
    """Whether *text* has the format of *field*."""
    return field.format is None or field.format.fits(field.format.stored(clean(text)))


def told(path: Path) -> str:
    """The titles of a column as they are told."""
    return " · ".join(map(clean, path))


def _groups(headings: Headings) -> list[dict[int, Path]]:
    """The columns, cut before a second one that counts the rows, else before what names a record a second time."""
    counting = [column for column, path in headings.paths.items() if counts_rows(path[-1])]
    cuts = counting[1:] or [*_named_again(headings)]
    groups: list[dict[int, Path]] = [{}]
    for column, path in headings.paths.items():
        if column in cuts:
            groups.append({})
        groups[-1][column] = path
    return groups


def _named_again(headings: Headings) -> Iterator[int]:
    """The columns where what names a record comes a second time."""
    naming = set(headings.record.named_by[-1])
    seen: set[tuple[str, Half | None, str | None]] = set()
    for column, path in headings.paths.items():
        if path == headings.paths.get(column - 1):
            continue
        is_over_two = path == headings.paths.get(column + 1)
        use = None if is_over_two else headings.uses.get(column)
        use = use or use_of(headings.record, path)
        what = (use.field.key, use.half, use.marks) if use else ("", None, None)
        if what[0] in naming and what in seen:
            yield column
            seen.clear()
        seen.add(what)


def _is_title(record: RecordType, text: str) -> bool:
    use = use_of(record, (text,))
    return use is not None and use.marks is None


@cache
def _all_words(form: FormSet) -> frozenset[str]:
    return frozenset(word for record in form.lists for word in words_of_titles(record))


def _best(
    candidates: Sequence[Headings], hints: Sequence[str], rows: Sequence[ForeignRow], year: int
) -> Headings | None:
    """What tells records apart comes first, then the ages, then what the *hints* say, then the number of known titles."""

    def rank(headings: Headings) -> tuple[bool, bool, list[bool], int]:
        words = headings.record.sheet_words
        likely = not _is_unlikely(headings, rows, year)
        return headings.is_named, likely, [has_word(hint, words) for hint in hints], len(headings.uses)

    return max(candidates, key=rank, default=None)


def _is_unlikely(headings: Headings, rows: Iterable[ForeignRow], year: int) -> bool:
    """Whether most of the people under the headings are too old or too young for the record."""
    ages = headings.record.ages
    if ages is None:
        return False
    below = (row for row in rows if row.number > headings.row)
    own = takewhile(lambda row: not _is_of_titles(headings.record, row), below)
    years = [born for row in islice(own, ROWS_LOOKED_AT) if (born := _born(headings, row))]
    unfit = sum(not ages[0] <= year - born <= ages[1] for born in years)
    return unfit * 2 > len(years)


def _is_of_titles(record: RecordType, row: ForeignRow) -> bool:
    """Whether another list of such records may begin with a row."""
    return sum(_is_title(record, cell.text) for cell in row.cells.values()) >= LEAST_TITLES


def _born(headings: Headings, row: ForeignRow) -> int | None:
    """The year of birth that a row tells, its day whole or in parts."""
    for column, use in headings.uses.items():
        cell = row.cells.get(column)
        if cell is None or use.field.role != FieldRole.BORN or use.half not in (None, Half.YEAR):
            continue
        text = clean(cell.text)
        if use.half:
            return int(text) if text.isascii() and text.isdecimal() else None
        day = parse_date(plain_day(day_of(cell, text)))
        return day.year if day else None
    return None


def _line(rows: Iterable[ForeignRow]) -> str:
    """What rows say of a list; «Giáo viên: ...» names somebody."""
    return " ".join(cell.text for row in rows for cell in row.cells.values() if ":" not in cell.text)


def has_word(text: str, words: Sequence[str]) -> bool:
    """Whether a text, folded, has one of *words*."""
    padded = f" {normal(text)} "
    return any(f" {word} " in padded for word in words)

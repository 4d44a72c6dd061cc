"""What was read of a list beside what is true of it, cell by cell."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from exports.intake.record_sources import sources_of
from exports.layout.cell_address import column_of
from exports.reading.reading_process import _answer_lines, read
from exports.reading.workbook_reader import END, ForeignWorkbook, _built
from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.entry.row_intake import Batch, ReadRow, RowFate, Source
from forms.entry.row_values import Remark
from forms.model.record import RecordType
from forms.model.text import clean
from forms.model.values import Typed
from tests.tui.jobs.intake.random_lists.columns import Truth
from tests.tui.jobs.intake.random_lists.lists import FILE, MadeBook, TrueRow
from tests.tui.jobs.intake.random_lists.values import CLASSES, Said, Telling
from tui.jobs.intake.row_check import BY_CHECK, read_and_checked

TODAY = date(2019, 9, 19)
DOSSIER = Content(
    {
        "school_year": str(SchoolYear(2019)),
        "classes": {
            f"k{number:04}": {"code": code, "name": name}
            for number, (code, name) in enumerate(CLASSES.items(), 1)
        },
        "last_ref": {"k": len(CLASSES)},
    }
)

NARROWS = {"ward": ("province", "district"), "district": ("province",)}
NEVER_FILLED = ("Ký tên", "Ký nhận")
"""Titles of columns in which nothing stands: they need not be told."""


class _Read(NamedTuple):
    sheet: str
    left: int
    record: str
    row: ReadRow


class Verdict(NamedTuple):
    """Counts of cells and rows, and a line for each that is silently wrong, or wrong, doubted or refused for nothing."""

    counts: Counter[str]
    silent: list[str]
    misses: list[str]


def book_of(data: bytes) -> ForeignWorkbook:
    """What the reading process would answer, without the process."""
    *lines, last = json.loads(json.dumps(_answer_lines(read(data, title=FILE))))
    return ForeignWorkbook(f"{FILE}.xlsx", _built(lines, last[END]))


def judged(made: MadeBook) -> Verdict:
    """Read the workbook as an import does, and compare."""
    found = sources_of(book_of(made.data), DOSSIER.form, DOSSIER.year)
    batches = read_and_checked(DOSSIER, found.converted if made.is_old else found.sources, TODAY)
    return _Judge(made, batches, is_asked=bool(found.old_columns)).verdict()


class _Judge:
    def __init__(self, made: MadeBook, batches: Sequence[Batch], *, is_asked: bool) -> None:
        self.made, self.batches, self.is_asked = made, batches, is_asked
        self.counts: Counter[str] = Counter()
        self.silent: list[str] = []
        self.misses: list[str] = []
        self.read = [
            _Read(*_place_of(source), source.record.key, row) for source, rows in batches for row in rows
        ]
        self.by_place: dict[tuple[str, int], list[_Read]] = {}
        for each in self.read:
            self.by_place.setdefault((each.sheet, each.row.number), []).append(each)
        self.hidden = [note.text for source, _ in batches for note in source.notes if note.code == "hidden"]
        self.unnamed = any(
            note.code in ("unnamed", "uncoded") for source, _ in batches for note in source.notes
        )
        self.left_out = [_plain(title) for source, _ in batches for title in source.unknown]

    def verdict(self) -> Verdict:
        met: set[int] = set()
        for row in self.made.rows:
            read = self._read_of(row)
            met.add(id(read))
            self._row(row, read)
        for read in self.read:
            if id(read) not in met and read.row.kind is not RowFate.REFUSE:
                self.silent.append(
                    f"{read.sheet} {read.row.number}: no person, but stored: {read.row.values}"
                )
            elif id(read) not in met:
                self.counts["rubbish told"] += 1
        for title in self.made.aside:
            if not self._is_left_out(title) and title not in NEVER_FILLED:
                self.silent.append(f"column «{title}» is not told to be left aside")
        if self.made.is_old and not self.is_asked:
            self.misses.append("old letters are not recognised")
        return Verdict(self.counts, self.silent, self.misses)

    def _is_left_out(self, title: str) -> bool:
        return any(_plain(clean(title)) in told for told in self.left_out)

    def _read_of(self, row: TrueRow) -> _Read | None:
        """What was read in a row of a list: where two stand side by side, of the nearest that begins to the left of it."""
        alike = self.by_place.get((row.sheet, row.number), [])
        return max(
            (read for read in alike if read.left <= row.left), key=lambda read: read.left, default=None
        )

    def _is_told_hidden(self, number: int) -> bool:
        runs = (part for text in self.hidden for part in re.findall(r"(\d+)(?:[-–](\d+))?", text))
        return any(int(first) <= number <= int(last or first) for first, last in runs)

    def _row(self, row: TrueRow, found: _Read | None) -> None:
        if row.is_hidden:
            self.counts["hidden"] += 1
            if found or not self._is_told_hidden(row.number):
                self.silent.append(f"{row.sheet} {row.number}: hidden, but {found}, {self.hidden}")
            return
        self.counts["rows"] += 1
        cells = {
            key: said for key, said in row.truth.items() if said.value is not None or said.cell is not None
        }
        self.counts["cells"] += len(cells)
        record, read = (found.record, found.row) if found else (row.record, None)
        where = f"{row.sheet} {row.number}"
        if any(said.telling is Telling.REFUSED for said in cells.values()):
            if read is None or read.kind is not RowFate.REFUSE:
                self.silent.append(f"{where}: is to be refused, {cells['birth_date'].cell!r}: {read}")
            self.counts["right"] += len(cells)
        elif read is None and self.unnamed:
            self.counts["refused"] += 1
            self.misses.append(f"{where}: the sheet has no names, as is told; {self.made.titles}")
        elif read is None:
            self.silent.append(f"{where}: the row is lost")
        elif read.kind is not RowFate.ADD:
            self.counts["refused"] += 1
            self.misses.append(f"{where}: {read.kind} {read.remarks} {_shown(row.truth)}")
        elif record != row.record:
            self.silent.append(f"{where}: taken for {record}")
        else:
            self._cells(where, row, read)

    def _cells(self, where: str, row: TrueRow, read: ReadRow) -> None:
        for key in dict.fromkeys((*row.truth, *read.values)):
            said, got = row.truth.get(key, Said(None, None)), read.values.get(key)
            told = list(self._told(DOSSIER.form.record_by_key[row.record], key, said, read))
            doubts = [remark for remark in told if remark.code != BY_CHECK]
            text = (
                f"{where} {key} {said.cell!r}: {got!r}, not {said.value!r} {[(r.code, r.text) for r in told]}"
            )
            is_right = _is_same(got, said.value) or (
                self.made.is_old and _plain(str(got)) == _plain(str(said.value))
            )
            if said.value is None and said.cell is not None:
                is_right = isinstance(got, Typed) or got is None or _plain(str(got)) == _plain(str(said.cell))
            left_out = any(map(self._is_left_out, self.made.titles.get(key, ())))
            if left_out and got is None and said.cell is not None:
                self.misses.append(f"{where} {key} left aside, {self.made.titles[key]}")
            elif is_right and said.telling is Telling.MUST and not told:
                self.silent.append(f"{text} must be told")
            elif is_right and (said.telling is not Telling.NO or not doubts):
                self.counts["right"] += said.value is not None or said.cell is not None
            elif is_right:
                self.counts["doubts"] += 1
                self.misses.append(f"{text} doubted")
            elif not told:
                self.silent.append(text)
            elif said.telling is Telling.MAY and (got is None or _kept(got) == _plain(str(said.cell))):
                self.counts["right"] += 1
            else:
                self.misses.append(f"{text} wrong, {self.made.titles.get(key)}")

    def _told(self, record: RecordType, key: str, said: Said, read: ReadRow) -> Iterator[Remark]:
        """What is said of a cell: in its row, or once for all that read so."""
        label = record.field_by_key[key].label
        yield from (remark for remark in read.remarks if remark.label == label)
        for before in NARROWS.get(key, ()) if isinstance(read.values.get(key), str) else ():
            # a ward is a word as long as its province is one
            yield from (
                remark for remark in read.remarks if remark.label == record.field_by_key[before].label
            )
        of_sheet = [batch for batch in self.batches if any(row is read for row in batch[1])]
        for source, rows in of_sheet:
            yield from (note for note in source.notes if note.code == "one_sided" and key == "sex")
            if said.telling is Telling.MUST:
                yield from (note for note in source.notes if note.code == "old" and key == "name")
            for row in rows:
                yield from (
                    remark
                    for remark in row.remarks
                    if row is not read
                    and remark.label == label
                    and remark.code in ("guess", "several")
                    and said.cell is not None
                    and f"«{_spaced(str(said.cell))}»" in remark.text
                )


def _place_of(source: Source) -> tuple[str, int]:
    """The sheet of a list, and the column from which it is told to begin, 0 for none."""
    title, _, letter = source.title.partition(" (từ cột ")
    return title, column_of(letter.rstrip(")")) if letter else 0


def _is_same(got: object, value: object) -> bool:
    return got == value and isinstance(got, bool) is isinstance(value, bool)


def _kept(value: object) -> str:
    return _plain(value.text if isinstance(value, Typed) else str(value))


def _spaced(text: str) -> str:
    return " ".join(normalize("NFC", text).split())


def _plain(text: str) -> str:
    return _spaced(text).casefold()


def _shown(truth: Truth) -> str:
    return str({key: said.cell for key, said in truth.items() if key in ("name", "birth_date")})

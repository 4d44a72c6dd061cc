"""Rows from elsewhere, a pasted block or a workbook, shown before anything is taken: what is added, changed, refused, and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from forms.entry.row_intake import Batch, ReadRow, RowFate, Source, Who, edits_of
from forms.entry.written_days import DayOrder
from forms.model.record import Field, FieldType
from forms.model.text import format_date, parse_iso
from forms.model.values import Record, Typed
from tui.desk.canvas import Role, width_of, wrapped
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import BETWEEN, Deed, Host, Message
from tui.jobs.intake.choices import with_choices
from tui.jobs.intake.offers import (
    Offer,
    changes_text,
    is_asked,
    order_question,
    placed_texts,
    remark_text,
    unplaced_text,
)
from tui.jobs.intake.row_check import read_and_checked
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import SIDEWAYS, Action
from tui.texts.records import intake_words

ROW_WIDTH, KIND_WIDTH = 6, 12
TAKEN = (RowFate.ADD, RowFate.CHANGE)
CHOICES = (None, Who.SAME, Who.NEW)
"""What may be said of a row that is like a record, in the order of the space bar."""


class PreviewLine(NamedTuple):
    """A line of the page: a row of a source, or words of the page itself; it *switches* the encoding, or *turns* the days."""

    words: tuple[str, str, str] = ("", "", "")
    source: Source | None = None
    row: ReadRow | None = None
    switches: bool = False
    turns: bool = False

    @property
    def asks(self) -> bool:
        """Whether it is a row that is like a record, chosen or not."""
        return self.row is not None and is_asked(self.row)


class IntakePage(ListPage[OpenReport]):
    """The rows below a line that takes them, and a line for text in an old encoding."""

    is_asking = True
    actions = (Action.HELP, Action.NEXT_ISSUE, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], title: str, offer: Offer) -> None:
        super().__init__(host)
        self._title = title
        self.offer = offer
        self.is_converted = False
        self.day_order: DayOrder | None = None
        self.left_out: frozenset[tuple[str, int]] = frozenset()
        self.who: Mapping[tuple[str, int], Who] = {}
        self.passed = 0
        """How many values behind the name are passed over, to see those on the right."""

    @property
    def batches(self) -> list[Batch]:
        """The sources as read and checked."""
        sources = with_choices(
            [source._replace(day_order=self.day_order) for source in self._sources], self.who
        )
        today = self.work.workspace.today
        chosen = (self.is_converted, self.day_order, self.who)
        return self.once("batches", chosen, lambda: read_and_checked(self.work.content, sources, today))

    @property
    def _sources(self) -> Sequence[Source]:
        return self.offer.converted if self.is_converted else self.offer.sources

    @property
    def lines(self) -> list[PreviewLine]:
        """The line that takes, those of the encoding and of the days, then the rows, a heading above each source when there are several."""
        shown = (self.is_converted, self.day_order, self.who, self.left_out, self._room)
        return self.once("lines", shown, self._lines)

    def _lines(self) -> list[PreviewLine]:
        lines = [PreviewLine(("", "", self._take_line()))]
        if self.offer.example:
            shown = intake_words.INTAKE_ENCODED.format(text=self.offer.example.told)
            lines.append(
                PreviewLine(("", intake_words.INTAKE_CONVERT[self.is_converted], shown), switches=True)
            )
        asked = [source for source in self._sources if source.order_asked]
        for source in asked[:1]:
            shown = order_question(source, intake_words.INTAKE_ORDER, intake_words.INTAKE_SWAPPED)
            lines.append(PreviewLine(("", intake_words.INTAKE_ORDERS[self.day_order], shown), turns=True))
        if any(is_asked(row) for _, rows in self.batches for row in rows):
            left = self._kinds()[RowFate.ASK]
            lines.append(PreviewLine(("", "", intake_words.INTAKE_ASKED.format(asked=left))))
        notes = chain.from_iterable(wrapped(note, self._room) for note in self.offer.notes)
        lines += [PreviewLine(("", "", part)) for part in notes]
        for source, rows in self.batches:
            if len(self.batches) > 1 or source.strict:
                lines.append(PreviewLine(("", "", self._heading(source, rows))))
            batch = source, rows
            told = (*placed_texts(batch, self.work.content), unplaced_text(batch, self.work.content))
            parts = chain.from_iterable(wrapped(text, self._room) for text in told)
            lines += [PreviewLine(("", "", part)) for part in parts if part]
            lines += [PreviewLine(source=source, row=row) for row in rows]
        return lines

    def _heading(self, source: Source, rows: Sequence[ReadRow]) -> str:
        return intake_words.INTAKE_SHEET.format(sheet=source.title, what=source.record.title, count=len(rows))

    def _is_out(self, line: PreviewLine) -> bool:
        return bool(line.source and line.row and (line.source.title, line.row.number) in self.left_out)

    def _kinds(self) -> Counter[str]:
        kinds = Counter[str]()
        for source, rows in self.batches:
            for row in rows:
                out = row.kind in TAKEN and (source.title, row.number) in self.left_out
                kinds["out" if out else row.kind] += 1
        return kinds

    def _take_line(self) -> str:
        kinds = self._kinds()
        return intake_words.INTAKE_TAKE.format(
            added=kinds[RowFate.ADD],
            changed=kinds[RowFate.CHANGE],
            same=kinds[RowFate.SAME],
            refused=kinds[RowFate.REFUSE] + kinds["out"],
        )

    def title(self) -> str:
        return self._title

    @property
    def _room(self) -> int:
        """Cells for the values of a row."""
        return max(self.host.width - ROW_WIDTH - KIND_WIDTH - 2, 20)

    def columns(self) -> Sequence[Column]:
        """Row number, what becomes of it, its values."""
        return (
            Column((), ROW_WIDTH),
            Column((), KIND_WIDTH),
            Column((), self._room + 1),
        )

    def count(self) -> int:
        return len(self.lines)

    def can_stop(self, row: int) -> bool:
        """The line that takes, that of the encoding, the rows."""
        line = self.lines[row]
        return row == 0 or line.switches or line.turns or line.row is not None

    def cell(self, row: int, col: int) -> Cell:
        line = self.lines[row]
        read = line.row
        if read is None or line.source is None:
            return Cell(line.words[col], role=Role.HEADING)
        out = self._is_out(line) and read.kind in TAKEN
        if col == 0:
            return Cell(f"{read.number:>4}")
        if col == 1:
            sign = "!" if read.kind is RowFate.REFUSE else "?" if read.remarks else ""
            role = Role.ERROR if read.kind is RowFate.REFUSE else Role.WARNING if read.remarks else Role.TEXT
            return Cell(intake_words.INTAKE_KIND["skip" if out else read.kind], sign, role)
        return Cell(self._values(line.source, read), role=Role.DIM if out else Role.TEXT)

    def _values(self, source: Source, read: ReadRow) -> str:
        """The values of a row, from left to right; the name always, then those behind the ones passed over."""
        raw = next(row for row in source.rows if row.number == read.number)
        fields = source.fields[: len(raw.texts)]
        values = {**(read.subject.record if read.subject else {}), **read.values}
        shown = [_seen(text, field, values) for text, field in zip_longest(raw.texts, fields)]
        if not self.passed:
            return BETWEEN.join(shown)
        name = next((place for place, field in enumerate(fields) if field and field.key == "name"), 0)
        return BETWEEN.join((shown.pop(name), "…", *shown[self.passed :]))

    def _is_cut(self) -> bool:
        """Whether a row in view is longer than its place."""
        first, (_, height) = self.view.top, self.host.size()
        return any(
            width_of(self._values(line.source, line.row)) > self._room
            for line in self.lines[first : first + height]
            if line.source and line.row
        )

    def moves(self) -> Sequence[tuple[str, str]]:
        return (*super().moves(), SIDEWAYS)

    def own_key(self, name: str, char: str | None) -> bool:
        """The space bar leaves a row out or takes it, says whose it is, switches the conversion; ← → pass over values."""
        if name == "left" or (name == "right" and self._is_cut()):
            self.passed = max(self.passed + (1 if name == "right" else -1), 0)
            return True
        if char != " ":
            return False
        line = self.lines[self.cursor.row]
        if line.asks:
            self._choose(line)
        elif line.row is not None and line.source is not None:
            self.left_out = self.left_out ^ {(line.source.title, line.row.number)}
            self.cursor.step(1)
        elif line.switches:
            self.is_converted = not self.is_converted
        elif line.turns:
            self.day_order = DayOrder.MONTH if self.day_order is DayOrder.DAY else DayOrder.DAY
        return True

    def _choose(self, line: PreviewLine) -> None:
        """The next of what may be said of the row; the first leaves it out."""
        assert line.source
        assert line.row
        place = (line.source.title, line.row.number)
        now = CHOICES[(CHOICES.index(self.who.get(place)) + 1) % len(CHOICES)]
        rest = {other: who for other, who in self.who.items() if other != place}
        self.who = {**rest, place: now} if now else rest

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.NEXT_ISSUE: self._next_remark}

    def _next_remark(self) -> None:
        """F9: the next row that is refused or wants a look."""
        rows = [place for place, line in enumerate(self.lines) if line.row and line.row.remarks]
        if rows:
            self.go(next((place for place in rows if place > self.cursor.row), rows[0]))
        else:
            self.host.say(intake_words.INTAKE_ALL_READ)

    def open(self, row: int) -> None:
        """Take the rows, as one change; on another line Enter says whose it is, or leads to the first."""
        if self.lines[row].asks:
            self._choose(self.lines[row])
            return
        if row:
            self.go(0)
            return
        kinds = self._kinds()
        self.work.fold()  # the state before is kept
        self.work.commit(edits_of(self.work.content, self.batches, self.left_out))
        self.host.back()
        done = intake_words.INTAKE_DONE.format(added=kinds[RowFate.ADD], changed=kinds[RowFate.CHANGE])
        left = intake_words.INTAKE_LEFT.format(asked=kinds[RowFate.ASK]) if kinds[RowFate.ASK] else ""
        is_taken = kinds[RowFate.ADD] or kinds[RowFate.CHANGE]
        self.host.say((done if is_taken else intake_words.INTAKE_NONE) + left)

    def hint(self) -> str:
        return intake_words.INTAKE_HELP

    def explain(self) -> str:
        if self.lines[self.cursor.row].switches and self.offer.example:
            return intake_words.INTAKE_CONVERT_HELP.format(encoding=self.offer.example.encoding.called)
        if self.lines[self.cursor.row].asks:
            return intake_words.INTAKE_WHO_HELP
        return (
            intake_words.INTAKE_ORDER_HELP if self.lines[self.cursor.row].turns else intake_words.INTAKE_HELP
        )

    def messages(self) -> list[Message]:
        """Why a row is refused, what of it cannot be read, what it changes."""
        row = self.lines[self.cursor.row].row
        if row is None:
            return []
        texts = (remark_text(remark.code, remark.label, remark.text) for remark in row.remarks)
        return [(None, text) for text in (*texts, changes_text(row)) if text]


def _seen(text: str, field: Field | None, values: Record) -> str:
    """A text of a cell as people write it: days day first, a short year as it is completed."""
    value = values.get(field.key) if field and field.type in (FieldType.DATE, FieldType.INT) else None
    if value is not None and not isinstance(value, Typed):
        text = str(value)
    day = parse_iso(text)
    return format_date(day) if day else text or intake_words.INTAKE_EMPTY

"""Lists of records: those of the dossier, those behind a figure. Letters find, F4 filters, orders and works on many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from forms.dossier.roster import Subject
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.model.record import RecordType
from forms.model.text import Finder, clean
from tui import texts
from tui.desk.grid import Cell, Column
from tui.desk.keys import Action
from tui.desk.lists import ListPage, field_text
from tui.desk.page import Host, Message
from tui.pages.records.listing import ALL, Filter, Order, filters, in_order, orders

STANDARD_WIDTH, MOST_MORE = 80, 15
MOST_QUERY = 40
MARKED = "x"


class Shown(NamedTuple):
    """What a list shows: a part, in an order, narrowed by what was typed."""

    part: str = ALL.key
    order: Order = Order.ENTRY
    query: str = ""


class RecordsPage(ListPage):
    """Records. Enter opens one; letters narrow the list down."""

    steady = True

    def __init__(
        self, host: Host, record: RecordType, subjects: Callable[[], tuple[Subject, ...]], title: str
    ) -> None:
        super().__init__(host)
        self.record = record
        self._every = subjects
        self._title = title
        self.shown = Shown(order=orders(record)[0])
        self.marked: frozenset[str] = frozenset()
        """The places of the records that were marked."""
        self.settle()

    # Which records

    @property
    def everyone(self) -> tuple[Subject, ...]:
        """The records, before filter and search."""
        return self.kept("everyone", None, self._every)

    @property
    def filters(self) -> list[Filter]:
        """The parts that can be shown."""
        return filters(self.record, self.work.content.roster, self.work.issues_of)

    @property
    def subjects(self) -> Sequence[Subject]:
        """The records shown."""
        return self.kept("subjects", self.shown, self._subjects)

    def _subjects(self) -> Sequence[Subject]:
        part, order, query = self.shown
        ordered = self.kept("ordered", (part, order), lambda: self._ordered(part, order))
        if not query:
            return ordered
        return [ordered[place] for place in _finder(ordered).find(query)]

    def _ordered(self, part: str, order: Order) -> tuple[Subject, ...]:
        chosen = next((each for each in self.filters if each.key == part), ALL) if part else ALL
        if chosen is ALL:
            return in_order(self.everyone, order)
        return in_order(tuple(each for each in self.everyone if chosen.holds(each)), order)

    def show(self, shown: Shown) -> None:
        """Show another part, order or search; the cursor stays on its record when that is still there."""
        here = self.here
        self.shown = shown
        same = (row for row, subject in enumerate(self.subjects) if here and subject.place == here.place)
        self.go(next(same, 0))

    @property
    def here(self) -> Subject | None:
        """The record of the cursor."""
        return self.subjects[self.row] if self.row < len(self.subjects) else None

    @property
    def chosen(self) -> list[Subject]:
        """The marked records; without marks that of the cursor."""
        marked = [subject for subject in self.everyone if subject.place in self.marked]
        return marked or ([self.here] if self.here else [])

    def look(self) -> object:
        """What is shown, and the marks."""
        return self.shown, self.marked

    # Cells

    def title(self) -> str:
        """What it is a list of, how many are shown of how many."""
        count, total = self.count(), len(self.everyone)
        shown = f"{count}/{total}" if count != total else f"{total}"
        marked = texts.MARKED_COUNT.format(count=len(self.chosen)) if self.marked else ""
        return f"{self._title} ({shown}){marked}"

    def columns(self) -> Sequence[Column]:
        """Number, then the fields that matter first."""
        return _columns(self.record, self.host.width)

    def count(self) -> int:
        """Number of records."""
        return len(self.subjects)

    def cell(self, row: int, col: int) -> Cell:
        """Mark, sign and number in entry order; or a field."""
        return self._cell(self.subjects[row], col)

    def cells_of(self, row: int, cols: Sequence[int]) -> list[Cell]:
        """The record is looked up once."""
        subject = self.subjects[row]
        return [self._cell(subject, col) for col in cols]

    def _cell(self, subject: Subject, col: int) -> Cell:
        if col == 0:
            worst = min((issue.severity for issue in self.work.issues_of(subject.place)), default=None)
            sign = "!" if worst is Severity.ERROR else "?" if worst else " "
            return Cell(f"{MARKED if subject.place in self.marked else sign}{subject.number:>3}")
        return Cell(field_text(subject, self.record.list_columns[col - 1].field))

    # Keys

    def key(self, name: str, char: str | None) -> bool:
        """Letters find; the space bar marks a record while nothing is looked for."""
        if name == "backspace" and self.shown.query:
            self._look_for(self.shown.query[:-1])
        elif char == " " and not self.shown.query:
            self._mark()
        elif char is not None and char.isprintable():
            self._look_for(self.shown.query + char)
        else:
            return super().key(name, char)
        return True

    def paste_line(self, text: str) -> None:
        """Pasted text is looked for as well."""
        self._look_for(self.shown.query + clean(text))

    def _look_for(self, query: str) -> None:
        self.show(self.shown._replace(query=query[:MOST_QUERY]))

    def _mark(self) -> None:
        if self.here:
            self.marked = self.marked ^ {self.here.place}
            self._step_row(1)
            self.settle()

    def escape(self) -> bool:
        """Esc drops the search first, then the filter, then the marks."""
        if self.shown.query:
            self._look_for("")
        elif self.shown.part:
            self.show(self.shown._replace(part=ALL.key))
        elif self.marked:
            self.marked = frozenset()
        else:
            return False
        return True

    def act(self, action: Action) -> bool:
        """A new search; filter, order and work on many."""
        if action is Action.FIND:
            self._look_for("")
            self.host.say(texts.TYPE_TO_FIND)
        elif action is Action.FILTER:
            from tui.pages.records.many import ManyPage

            self.host.push(ManyPage(self.host, self))
        else:
            return super().act(action)
        return True

    def open(self, row: int, col: int) -> bool:
        """The record."""
        from tui.pages.records.form import FormPage

        self.host.push(FormPage(self.host, self.subjects[row].place))
        return True

    def why_not(self, row: int, col: int) -> str:
        """Lists are looked at; records are opened."""
        return texts.OPEN_A_RECORD

    # What it says

    def explain(self) -> str:
        """What is looked for, or what the keys do."""
        query, part = self.shown.query, self.shown.part
        label = next((each.label for each in self.filters if each.key == part), "") if part else ""
        if query:
            within = texts.FINDING_WITHIN.format(label=label) if part else ""
            return texts.FINDING_IN_LIST.format(text=query, count=self.count()) + within
        if part:
            return texts.FILTERED.format(label=label, count=self.count())
        return self.list_help() if self.count() else self.when_empty()

    def list_help(self) -> str:
        """What the keys do here."""
        return texts.LIST_HELP

    def when_empty(self) -> str:
        """Why there is nothing."""
        return texts.EMPTY_LIST

    def place_here(self) -> Place | None:
        """The record."""
        return Place(record=self.here.place) if self.here else None

    def messages(self) -> list[Message]:
        """The issues of the record."""
        if not self.here:
            return [(None, texts.NOBODY_FOUND)] if self.shown.query else []
        return [(issue.severity, self._named(issue)) for issue in self.work.issues_of(self.here.place)]

    def _named(self, issue: Issue) -> str:
        """What is wrong, with the name of the field."""
        field = self.record.field_by_key.get(issue.place.field or "")
        return f"{field.label}: {issue.message}" if field else issue.message


@lru_cache(4)
def _finder(subjects: tuple[Subject, ...]) -> Finder:
    return Finder(map(_searched, subjects))


def _searched(subject: Subject) -> str:
    record = subject.record
    return " ".join(
        str(record[key]) for key in subject.type.search_fields if isinstance(record.get(key), str)
    )


@lru_cache(8)
def _columns(record: RecordType, width: int) -> tuple[Column, ...]:
    more = min(max(width - STANDARD_WIDTH, 0), MOST_MORE)
    fields = (
        Column(
            (" " + (column.title or record.field_by_key[column.field].label),),
            column.width + more * (column.field == "name"),
        )
        for column in record.list_columns
    )
    return Column((texts.NUMBER,), 5), *fields

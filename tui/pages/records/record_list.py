"""Lists of records: those of the dossier, those behind a figure. Letters find, Ctrl+F filters, orders and works on many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from forms.dossier.roster import Subject
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.model.record import RecordType
from forms.model.table import Column as TableColumn
from forms.model.table import Row, Table
from tui.desk.field_value import field_value
from tui.desk.grid.cells import Cell, Column, heading_of
from tui.desk.grid.query import Query
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Deed, Host, Message, words_of
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.jobs.export_kinds import ExportKind
from tui.pages.records.record_removal import ask_to_remove
from tui.pages.records.record_selection import (
    ALL,
    Selection,
    Shown,
)
from tui.texts import desk_words, issue_words
from tui.texts.help import help_words
from tui.texts.help.keys import MARKING, ROW_MARK, SIDEWAYS, Action
from tui.texts.records import list_words

STANDARD_WIDTH, MOST_MORE = 80, 15


class RecordsPage(ListPage[ShownReport]):
    """Records. Enter opens one; letters narrow the list down."""

    steady = True
    list_help = list_words.LIST_HELP
    """What the keys do here."""
    when_empty = desk_words.EMPTY_LIST
    """Why there is nothing."""

    def __init__(
        self,
        host: Host[ShownReport],
        record: RecordType,
        every: Callable[[], tuple[Subject, ...]],
        title: str,
    ) -> None:
        super().__init__(host)
        self.record = record
        self.selection = Selection(self, record, every)
        self._title = title
        self.letters = self.query = Query(self._narrow, host.input_method)

    def moves(self) -> Sequence[tuple[str, str]]:
        return (*super().moves(), SIDEWAYS, MARKING)

    def signs(self) -> Mapping[str, str]:
        return {**help_words.ISSUE_SIGNS, **help_words.ROW_SIGNS}

    @property
    def subjects(self) -> Sequence[Subject]:
        """The records shown."""
        return self.selection.subjects

    def show(self, shown: Shown) -> None:
        """Show another part, order or search; the cursor stays on its record when that is still there."""
        here = self.here
        self.selection.shown, self.query.text = shown, shown.query
        same = (row for row, subject in enumerate(self.subjects) if here and subject.place == here.place)
        self.go(next(same, 0))

    def _narrow(self) -> None:
        self.show(self.selection.shown._replace(query=self.query.text))

    @property
    def here(self) -> Subject | None:
        """The record of the cursor."""
        subjects, row = self.subjects, self.cursor.row
        return subjects[row] if row < len(subjects) else None

    def chosen(self) -> list[Subject]:
        """The marked records; without marks that of the cursor."""
        return self.selection.marked_subjects or ([self.here] if self.here else [])

    def look(self) -> object:
        """What is shown, and the marks."""
        return self.selection.shown, self.selection.marked

    # Cells

    def title(self) -> str:
        """What it is a list of, how many are shown of how many."""
        count, total = self.count(), len(self.selection.everyone)
        shown = f"{count}/{total}" if count != total else f"{total}"
        marks = list_words.MARKED_COUNT.format(count=len(self.chosen())) if self.selection.marked else ""
        return f"{self._title} ({shown}){marks}"

    def columns(self) -> Sequence[Column]:
        """Number, then the fields that matter first."""
        return _columns(self.record, self.host.width)

    def count(self) -> int:
        return len(self.subjects)

    def cell(self, row: int, col: int) -> Cell:
        return self._cell(self.subjects[row], col)

    def cells_of(self, row: int, cols: Sequence[int]) -> list[Cell]:
        """The record is looked up once."""
        subject = self.subjects[row]
        return [self._cell(subject, col) for col in cols]

    def _cell(self, subject: Subject, col: int) -> Cell:
        """Mark, sign and number in entry order; or a field."""
        if col == 0:
            worst = min((issue.severity for issue in self.work.issues_of(subject.place)), default=None)
            sign = "!" if worst is Severity.ERROR else "?" if worst else " "
            return Cell(f"{ROW_MARK if subject.place in self.selection.marked else sign}{subject.number:>3}")
        return Cell(field_value(subject, self.record.list_columns[col - 1].field))

    # Keys

    def own_key(self, name: str, char: str | None) -> bool:
        """While nothing is looked for the space bar marks a record, and Backspace has nothing to take back."""
        if self.query.text:
            return False
        if name == "backspace":
            self.host.say(self.hint())
        elif char == " ":
            self._mark()
        else:
            return False
        return True

    def _mark(self) -> None:
        if self.here:
            self.selection.turn_mark(self.here)
            self.cursor.step(1)

    def escape(self) -> bool:
        """Esc drops the search first, then the filter, then the marks."""
        shown = self.selection.shown
        if shown.query:
            self.query.look_for("")
        elif shown.part:
            self.show(shown._replace(part=ALL.key))
        elif self.selection.marked:
            self.selection.unmark()
        else:
            return False
        return True

    def deeds(self) -> Mapping[Action, Deed]:
        return {Action.FIND: self._find}

    def _find(self) -> None:
        self.query.look_for("")
        self.host.say(desk_words.TYPE_TO_FIND)

    def open(self, row: int) -> None:
        self.host.open(Place(record=self.subjects[row].place))

    def hint(self) -> str:
        return list_words.OPEN_A_RECORD

    # What it says

    def explain(self) -> str:
        """What is looked for, or what the keys do."""
        query, part = self.selection.shown.query, self.selection.shown.part
        label = next((one.label for one in self.selection.filters if one.key == part), "") if part else ""
        if query:
            within = list_words.FINDING_WITHIN.format(label=label) if part else ""
            return list_words.FINDING_IN_LIST.format(text=query, count=self.count()) + within
        if part:
            return list_words.FILTERED.format(label=label, count=self.count())
        if not self.count():
            return self.when_empty
        return self.list_help if self.deed_here is None else list_words.ADD_HELP

    def place_here(self) -> Place | None:
        return Place(record=self.here.place) if self.here else None

    def messages(self) -> list[Message]:
        """The worst issue of the record, with the name of its field."""
        if not self.here:
            return [(None, list_words.NOBODY_FOUND)] if self.query.text else []
        return [(issue.severity, self._named(issue)) for issue in self._found[:1]]

    def beside(self) -> Sequence[Issue]:
        return self._found[1:]

    @property
    def _found(self) -> list[Issue]:
        """The issues of the record in focus, the worst first."""
        found = self.work.issues_of(self.here.place) if self.here else []
        return sorted(found, key=lambda issue: issue.severity)

    def _named(self, issue: Issue) -> str:
        """What is wrong, with the name of the field."""
        field = self.record.field_by_key.get(issue.place.field or "")
        return (
            issue_words.AT_A_PLACE.format(where=field.label, what=words_of(issue))
            if field
            else words_of(issue)
        )


class DossierListPage(RecordsPage):
    """All records of one list of the dossier; the last row adds one."""

    workbook = ExportKind.ROSTERS
    list_help = list_words.DOSSIER_LIST_HELP
    when_empty = list_words.EMPTY_DOSSIER_LIST
    actions: tuple[Action, ...] = (
        Action.HELP,
        Action.FIND,
        Action.FILTER,
        Action.ADD,
        Action.REMOVE,
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.IMPORT,
        Action.FILL,
        Action.HISTORY,
        Action.MENU,
        Action.BACK,
    )

    def __init__(self, host: Host[ShownReport], place: str) -> None:
        record = host.work.content.form.record_by_place[place]
        super().__init__(host, record, lambda: host.work.content.roster.of(record.key), record.title.upper())
        if host.work.content.form.lists_pupils(record):
            self.actions = (*DossierListPage.actions, Action.CHILD_DATA, Action.ERASE)

    def deeds_below(self) -> Sequence[Action]:
        """Adding, except while something is looked for: then the rows are what was found."""
        return () if self.query.text or not self.work.can_edit() else (Action.ADD,)

    def messages(self) -> list[Message]:
        """The issues of the record; of an empty list those of the list."""
        whole = () if self.count() else self.work.issues_of(self.record.place)
        return [*super().messages(), *((issue.severity, issue.message) for issue in whole)]

    def deeds(self) -> Mapping[Action, Deed]:
        return {
            **super().deeds(),
            Action.FILTER: self._many,
            Action.ADD: lambda: self.host.open(PageName.QUICK_ENTRY, self.record.place),
            Action.REMOVE: self._remove,
        }

    def _many(self) -> None:
        """Filter, order, work on many."""
        self.host.open(PageName.MANY, self.selection, self.show, self.chosen, self._remove)

    def _remove(self) -> None:
        """Remove the chosen records after a question."""
        ask_to_remove(self.host, self.record, self.chosen(), self.selection.unmark)


def move_in(host: Host[ShownReport]) -> DossierListPage:
    """The list of those that may belong to the record in focus, and how they are moved there."""
    place = host.page.repairs()[Action.MOVE_IN].place.record
    content = host.work.content
    form = content.form
    owner = next(subject for subject in content.roster.everyone() if subject.place == place)
    member = next(record for record in form.lists if form.owner_of.get(record.key) == owner.type.key)
    move = list_words.MOVE_TO_CLASS.format(owner=owner.type.called)
    host.say(list_words.MOVE_IN.format(name=owner.name, member=member.called, move=move))
    return DossierListPage(host, member.place)


class BehindPage(RecordsPage):
    """The records behind one cell of a derived table: which children, classes or people it counts."""

    when_empty = list_words.NOBODY_BEHIND

    def __init__(self, host: Host[ShownReport], table: Table, row: Row, column: TableColumn) -> None:
        assert row.query is not None
        title = list_words.BEHIND_TITLE.format(number=table.number, row=row.ma_so)
        record = host.work.content.form.record_by_key[row.query.record]
        super().__init__(host, record, lambda: host.work.behind(table, row, column), title)
        self.about = Place(table.id, row.key)
        self.list_help = list_words.BEHIND_HELP.format(label=row.label.lstrip("-+ "))


@lru_cache(8)
def _columns(record: RecordType, width: int) -> tuple[Column, ...]:
    more = min(max(width - STANDARD_WIDTH, 0), MOST_MORE)
    names = [column.field for column in record.list_columns]
    last_standing = names.index("name") if "name" in names else 0
    fields = (
        Column(
            heading_of(column.title or record.field_by_key[column.field].label, column.width),
            column.width + more * (column.field == "name"),
            stays=place <= last_standing,
        )
        for place, column in enumerate(record.list_columns)
    )
    return Column((list_words.NUMBER,), 5, stays=True), *fields

"""Quick entry: a grid of a row a record with the fields that matter. A new record begins in the empty last row.

Enter stops at the same fields in every row, whatever stands there, then begins the next row; what a record began with
looks different until it is confirmed. A block copied from a spreadsheet is shown before it is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from forms.dossier.content import Path
from forms.dossier.roster import Subject
from forms.entry.field_text import has_options, unclear
from forms.model.code_list import Item
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.model.record import Field, FieldType, RecordType
from forms.model.text import matches
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column, heading_of
from tui.desk.kinds.grid_page import GridPage
from tui.desk.page import Deed, Host, Message
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.jobs.intake.pasting import pasted
from tui.pages.records.entering import Entering
from tui.pages.records.field_choice import choose_for
from tui.pages.records.record_removal import ask_to_remove
from tui.texts import desk_words
from tui.texts.help import help_words
from tui.texts.help.keys import ROW_MARK, Action
from tui.texts.records import form_words, intake_words, list_words

NUMBER = 6


class QuickPage(GridPage[ShownReport]):
    """The records of one list, typed row by row."""

    steady = True
    actions = (
        Action.MENU,
        Action.HELP,
        Action.FIND,
        Action.REPEAT,
        Action.ADD,
        Action.REMOVE,
        Action.FILTER,
        Action.NEXT_ISSUE,
        Action.BACK,
        Action.SAVE,
        Action.HISTORY,
    )

    def __init__(self, host: Host[ShownReport], place: str) -> None:
        super().__init__(host)
        self.record = self.work.content.form.record_by_place[place]
        self.entering = Entering(self.work, self.record)
        self.fields: tuple[Field, ...] = tuple(
            self.record.field_by_key[column.field] for column in self.record.quick_columns
        )
        self.marked: frozenset[str] = frozenset()
        """The places of the records that were marked."""
        self.cursor.row = len(self.subjects)

    @property
    def subjects(self) -> Sequence[Subject]:
        """The records, in entry order."""
        return self.work.content.roster.of(self.record.key)

    def subject(self, row: int) -> Subject:
        """The record of a row; below the last one what the next new record begins as."""
        if row < len(self.subjects):
            return self.subjects[row]
        return self.once("beginning", None, self.entering.beginning)

    def title(self) -> str:
        """What is entered, and how many there are."""
        marks = list_words.MARKED_COUNT.format(count=len(self._marked_subjects)) if self.marked else ""
        title = form_words.QUICK_TITLE.format(what=self.record.word.upper(), count=len(self.subjects))
        return title + marks

    def columns(self) -> Sequence[Column]:
        """Number and name stay in view."""
        return _columns(self.record)

    def look(self) -> object:
        """The marks, and what was confirmed."""
        return self.marked, self.entering.confirmed()

    def count(self) -> int:
        """The records and an empty row."""
        return len(self.subjects) + (1 if self.work.can_edit() else 0)

    def cell(self, row: int, col: int) -> Cell:
        return self.cells_of(row, (col,))[0]

    def cells_of(self, row: int, cols: Sequence[int]) -> list[Cell]:
        """Numbers and fields; of the empty row what it begins with."""
        subject = self.subject(row)
        return [
            self._field_cell(subject, self.fields[col - 1]) if col else self._number(subject, cols)
            for col in cols
        ]

    def _number(self, subject: Subject, cols: Sequence[int]) -> Cell:
        """The number, with its mark or the sign of what is wrong in the fields that are not among *cols*."""
        if self.entering.is_new(subject):
            return Cell(f"{form_words.NEW_ROW:>4}", role=Role.DIM)
        number = f"{subject.number:>3}"
        if subject.place in self.marked:
            return Cell(number, ROW_MARK)
        shown = {self.fields[col - 1].key for col in cols if col}
        hidden = (
            issue.severity for issue in self.work.issues_of(subject.place) if issue.place.field not in shown
        )
        return _signed(number, min(hidden, default=None), " ")

    def _field_cell(self, subject: Subject, field: Field) -> Cell:
        text = self.entering.text(subject, field)
        if not self.entering.is_new(subject) and (worst := self.entering.worst(subject, field)):
            return _signed(text, worst)
        return Cell(text, role=Role.GIVEN if self.entering.is_given(subject, field) else Role.TEXT)

    # Typing

    def can_type(self, row: int, col: int) -> bool:
        """Every field shown."""
        return self.work.can_edit() and col > 0 and not self.fields[col - 1].computed

    def in_words(self, row: int, col: int) -> bool:
        return col > 0 and self.fields[col - 1].in_words

    def why_not(self, row: int, col: int) -> str:
        """Only when the dossier is open for looking."""
        return str(self.work.refusal() or desk_words.NOT_TYPABLE)

    def typed(self, row: int, col: int) -> str:
        return self.entering.text(self.subject(row), self.fields[col - 1])

    def path(self, row: int, col: int) -> Path | None:
        return self.entering.path(self.subject(row), self.fields[col - 1]) if col else None

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep the value; in the empty row it begins a new record."""
        field, subject = self.fields[col - 1], self.subject(row)
        self.entering.put(subject, field, self.entering.read(subject, field, text))
        self.host.say(self.entering.verdict(self.subject(row), field))

    def go_on(self) -> None:
        """To the next stop of the row, else to the first one of the next row; a row without a record waits for its first value.

        A word that may mean several options is asked about first.
        """
        row = self.cursor.row
        stops = [col for col, field in enumerate(self.fields, 1) if self.entering.is_stop(field)]
        ahead = [col for col in stops if col > self.cursor.col]
        field, subject = self.fields[self.cursor.col - 1], self.subject(row)
        if self.entering.is_new(subject):
            return
        if unclear(field, subject, self.work.content.roster):
            self._open_options(field, subject)
            return
        if ahead:
            self.cursor.col = ahead[0]
        elif row + 1 < self.count():
            self.go(row + 1, stops[0])
        else:
            self.grid.tab(1)

    def toggle(self, row: int, col: int) -> bool:
        """Có ↔ Không; elsewhere the row is marked. No record begins with that."""
        field, subject = self.fields[col - 1], self.subject(row)
        if self.entering.is_new(subject):
            return True
        if field.type is FieldType.BOOL:
            self.entering.put(subject, field, not subject.get(field.key))
        else:
            self.marked ^= {subject.place}
            self.cursor.step(1)
        return True

    def escape(self) -> bool:
        """Esc drops what is typed first, then the marks."""
        if super().escape():
            return True
        had_marks, self.marked = bool(self.marked), frozenset()
        return had_marks

    def open(self, row: int, col: int) -> bool:
        """Take what the row began with; open what may be chosen, on the name the whole record."""
        field, subject = self.fields[col - 1], self.subject(row)
        if self.entering.is_new(subject):
            return False
        if self.entering.settle(subject, field) or self.entering.take_given(subject, field):
            return False
        if has_options(field, subject):
            self._open_options(field, subject)
        elif field.key == "name":
            self.host.open(Place(record=subject.place))
        else:
            return False
        return True

    def _open_options(self, field: Field, subject: Subject) -> None:
        choose_for(self.host, field, subject, lambda code: self._choose(subject, field, code))

    def _choose(self, subject: Subject, field: Field, code: str) -> None:
        """Keep what was chosen and go on, as after typing."""
        self.entering.put(subject, field, code)
        self.host.say(self.entering.verdict(self.subject(self.cursor.row), field))
        self.go_on()

    def deeds(self) -> Mapping[Action, Deed]:
        return {
            **super().deeds(),
            Action.ADD: self._go_to_new,
            Action.REMOVE: self._remove,
            Action.REPEAT: self._repeat,
            Action.FILTER: self._choose_rows,
        }

    def _go_to_new(self) -> None:
        """The cursor on the row that begins a record."""
        is_there = self.cursor.row == len(self.subjects)
        self.go(len(self.subjects), 1)
        self.host.say(form_words.IN_NEW_ROW if is_there else form_words.NEW_ROW_HELP)

    def _remove(self) -> None:
        subject = self.subject(self.cursor.row)
        ask_to_remove(
            self.host, self.record, () if self.entering.is_new(subject) else (subject,), lambda: None
        )

    def _repeat(self) -> None:
        """The value of the record above, with what belongs to it; with marks that of the cell, in all marked rows."""
        field, subject = self.fields[self.cursor.col - 1], self.subject(self.cursor.row)
        if self.marked:
            self._fill(subject, field)
            return
        repeated = self.entering.repeat(subject, field)
        self.host.say(self.entering.told(self.subject(self.cursor.row), repeated))
        if repeated:
            self.cursor.col = max(col for col, field in enumerate(self.fields, 1) if field in repeated)
            self.go_on()

    def find(self, text: str) -> None:
        """The cursor on the next row with *text*, else on the column of that name."""
        named = (col for col, field in enumerate(self.fields, 1) if matches(text, field.label))
        if self.cursor.next_row(lambda row: self.has_text(row, text)) is None and (col := next(named, 0)):
            self.cursor.col = col
        else:
            super().find(text)

    # Marked rows

    @property
    def _marked_subjects(self) -> list[Subject]:
        return [subject for subject in self.subjects if subject.place in self.marked]

    def _choose_rows(self) -> None:
        """Ctrl+F: all rows, or those from here down, are marked at once."""
        groups = (self.subjects, self.subjects[self.cursor.row :])
        words = zip(groups, (list_words.MARK_EVERY, list_words.MARK_BELOW), strict=True)

        def take(item: Item) -> None:
            self.marked = frozenset(subject.place for subject in groups[int(item.code) - 1])

        items = [
            Item(str(number), sentence.format(count=len(group)), {})
            for number, (group, sentence) in enumerate(words, 1)
            if group
        ]
        if items:
            self.host.choose(list_words.MARK_TITLE, items, take)
        else:
            self.host.say(form_words.NEW_ROW_HELP)

    def _fill(self, subject: Subject, field: Field) -> None:
        """The value of the cell into all marked rows, as one change."""
        value, rows = subject.record.get(field.key), self._marked_subjects
        if field.key == "name" or field.key in self.record.identity:
            self.host.say(form_words.OWN_TO_EACH)
        elif value is None or self.entering.is_new(subject):
            self.host.say(form_words.FILL_WANTS_VALUE.format(count=len(rows)))
        else:
            self.entering.fill(rows, field, value)
            self.marked = frozenset()
            text = self.entering.text(subject, field)
            self.host.say(form_words.FILLED.format(value=text, count=len(rows)))

    def paste_block(self, block: list[list[str]]) -> None:
        """Rows from a spreadsheet are shown before they are taken."""
        offer = pasted(
            self.record,
            self.fields[self.cursor.col - 1 :],
            block,
            tuple(self.subjects[self.cursor.row :]),
            self.work.workspace.today,
        )
        self.host.open(PageName.INTAKE, intake_words.PASTE_TITLE.format(count=len(block)), offer)

    # What it says

    def row_heading(self, row: int) -> str:
        """The number, and whose row it is."""
        subject = self.subject(row)
        whose = f" {subject.name}" if self.cursor.col > 1 and "name" in subject.record else ""
        return super().row_heading(row) + whose

    def column_heading(self, col: int) -> str:
        """The whole label of the field."""
        return self.fields[col - 1].label

    def explain(self) -> str:
        """What the field means, what can be done there."""
        field = self.fields[self.cursor.col - 1]
        here = self.subject(self.cursor.row)
        how = self.entering.next_here(here, field, can_edit=self.work.can_edit())
        return " ".join(filter(None, (field.help, how)))

    def place_here(self) -> Place | None:
        """The field of the record."""
        return Place(record=self.subject(self.cursor.row).place, field=self.fields[self.cursor.col - 1].key)

    def messages(self) -> list[Message]:
        """What may be meant while it is typed; the issues of the field."""
        field, subject = self.fields[self.cursor.col - 1], self.subject(self.cursor.row)
        if self.grid.edit is not None and (
            offers := self.entering.offers(subject, field, self.grid.edit.text)
        ):
            return [(None, offers)]
        if self.entering.is_new(subject):
            shown = self.grid.view.drawn(self.host.width)
            seen = {self.fields[col - 1].key for col in shown if col > 0}
            return [(None, form_words.NEW_ROW_HELP), *self.entering.given_out_of_sight(subject, seen)]
        if self.marked:
            text, count = self.entering.text(subject, field), len(self._marked_subjects)
            sentence = form_words.FILL_HELP if text else form_words.FILL_WANTS_VALUE
            return [(None, sentence.format(count=count, value=text))]
        messages = self.entering.messages(subject, field, self.host.issue_in_hand)
        return [*self.entering.about_given(subject, field), *messages]

    def beside(self) -> Sequence[Issue]:
        subject = self.subject(self.cursor.row)
        if self.entering.is_new(subject) or self.is_typing:
            return ()
        return self.entering.beside(subject, self.fields[self.cursor.col - 1])

    def shows(self, place: Place) -> bool:
        """A field that has a column here."""
        part, _, _ = (place.record or "").partition("/")
        return part == self.record.place and any(field.key == place.field for field in self.fields)

    def go_to(self, place: Place) -> None:
        row = next((row for row, one in enumerate(self.subjects) if one.place == place.record), None)
        col = next((col for col, field in enumerate(self.fields, 1) if field.key == place.field), None)
        if row is not None:
            self.go(row, col)

    def signs(self) -> Mapping[str, str]:
        return {**help_words.ISSUE_SIGNS, **help_words.ROW_SIGNS}

    def help(self) -> list[str]:
        """The field of the record; how a column is filled."""
        field = self.fields[self.cursor.col - 1]
        return [*self.entering.about(self.subject(self.cursor.row), field), form_words.FILL_WAY]


@lru_cache(8)
def _columns(record: RecordType) -> tuple[Column, ...]:
    columns = [Column((list_words.NUMBER,), NUMBER, frozen=True)]
    names = [column.field for column in record.quick_columns]
    last_standing = names.index("name") if "name" in names else 0
    for place, column in enumerate(record.quick_columns):
        heading = heading_of(column.title or record.field_by_key[column.field].label, column.width)
        columns.append(Column(heading, column.width, stays=place <= last_standing))
    return tuple(columns)


def _signed(text: str, worst: Severity | None, otherwise: str = "") -> Cell:
    """A text with the sign of the worst that is wrong with it."""
    if worst is Severity.ERROR:
        return Cell(text, "!", Role.ERROR)
    return Cell(text, "?", Role.WARNING) if worst else Cell(text, otherwise)

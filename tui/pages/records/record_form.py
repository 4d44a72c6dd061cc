"""A record as a form: the profile of the facility, the letter, and every other record.

Rows of field and value, what is mandatory first, the rest folded by groups. A new record is in no list until its
first value is kept; while new ones are typed Enter stops at the same fields of each. Enter in the last field goes on
with the next one.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from forms.dossier.content import Edit, Path, scope_of
from forms.dossier.roster import Subject
from forms.entry.field_text import has_options, unclear
from forms.model.errors import Refused
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.model.record import Field, FieldType, RecordType
from forms.model.text import format_date, matches, parse_iso, shorten
from forms.report.checking.on_records import is_required
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.grid_page import GridPage
from tui.desk.page import Deed, Host, Message
from tui.desk.shown_report import ShownReport
from tui.pages.records.entering import Entering
from tui.pages.records.field_choice import choose_for
from tui.pages.records.record_removal import ask_to_remove
from tui.texts import desk_words
from tui.texts.help import help_words
from tui.texts.help.keys import Action
from tui.texts.records import form_words

MARK = " (*)"
LEAST_LABEL = LEAST_VALUE = 34
MOST_LABEL = 54
REVIEW_WIDTH = 13
VALUE_COLUMN, REVIEW_COLUMN = 1, 2
MANDATORY = None
"""The group of the fields that are mandatory now; it has no heading and is never folded."""


class FormLine(NamedTuple):
    """A row of a form: a field, or the heading of a group of optional ones."""

    group: str | None
    field: Field | None = None


def _actions(record: RecordType, *, is_child: bool, is_letter: bool) -> tuple[Action, ...]:
    return (
        Action.HELP,
        Action.SAVE,
        Action.FIND,
        *((Action.REVIEW,) if record.reviewed else ()),
        *(() if record.single else (Action.REPEAT, Action.ADD, Action.REMOVE)),
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.HISTORY,
        *((Action.CHILD_DATA, Action.ERASE) if is_child else ()),
        *((Action.NEW_LETTER,) if is_letter else ()),
        Action.MENU,
        Action.BACK,
    )


class FormPage(GridPage[ShownReport]):
    """One record, typed field by field. *place* is ``facility``, ``campaign``, ``children/c0003``, or ``children/``: a new child."""

    steady = True

    def __init__(self, host: Host[ShownReport], place: str) -> None:
        super().__init__(host)
        self.place = place
        self.about = Place(record=place)
        self.record = self.work.content.form.entry_by_place[place.partition("/")[0]]
        form = self.work.content.form
        self.actions = _actions(
            self.record, is_child=form.lists_pupils(self.record), is_letter=self.record is form.letter
        )
        self.scope = scope_of(self.record.place, self.work.content.form)
        self.entering = Entering(self.work, self.record)
        # where nothing is ever mandatory, everything would be folded away
        optional = not any(field.required.ever for field in self.record.fields)
        self.unfolded: frozenset[str | None] = (
            frozenset(field.group for field in self.record.fields) if optional else frozenset()
        )
        """The groups that are open."""
        self._types_new = place.endswith("/")
        """Whether new records are typed here, one after another."""
        self.cursor.row = next((row for row, line in enumerate(self.rows) if line.field), 0)

    @property
    def subject(self) -> Subject | None:
        """The record; None when it is gone (undo)."""
        return self.once("subject", self.place, self._subject)

    def _subject(self) -> Subject | None:
        if self.place.endswith("/"):
            return self.entering.beginning()
        return next((subject for subject in self.entering.subjects() if subject.place == self.place), None)

    @property
    def rows(self) -> list[FormLine]:
        """What is mandatory now, then group by group."""
        return self.once("rows", (self.place, self.unfolded), self._rows)

    def _rows(self) -> list[FormLine]:
        subject = self.subject
        if subject is None:
            return []
        mandatory = [field for field in self.record.fields if is_required(field.required, subject)]
        rows = [FormLine(MANDATORY, field) for field in mandatory]
        optional = [field for field in self.record.fields if field not in mandatory]
        for group in dict.fromkeys(field.group for field in optional):
            own = [field for field in optional if field.group == group]
            rows.append(FormLine(group))
            if group in self.unfolded or any(self.entering.worst(subject, field) for field in own):
                rows += [FormLine(group, field) for field in own]
        return rows

    @property
    def field(self) -> Field | None:
        """The field of the cursor."""
        return self.rows[self.cursor.row].field if self.cursor.row < len(self.rows) else None

    def look(self) -> object:
        """Record, open groups, and what is confirmed."""
        return self.place, self.unfolded, self.entering.given(self.subject) if self.subject else None

    def title(self) -> str:
        """HỒ SƠ CƠ SỞ, or the name in the record."""
        subject = self.subject
        if self.record.single or subject is None:
            return self.record.title.upper()
        if self.entering.is_new(subject):
            return form_words.NEW_RECORD.format(what=self.record.word.upper(), number=subject.number)
        return f"{self.record.word.upper()} · {subject.name}"

    # Cells

    def columns(self) -> Sequence[Column]:
        """Field and value; in the profile also the day of its review."""
        review = REVIEW_WIDTH if self.record.reviewed else 0
        value = max(self.host.width - self._label_width - review, 20)
        columns = (
            Column((form_words.FIELD,), self._label_width, frozen=True),
            Column((" " + form_words.VALUE,), value),
        )
        return (*columns, Column((" " + form_words.REVIEWED,), review)) if review else columns

    @property
    def _label_width(self) -> int:
        longest = max(len(field.label) for field in self.record.fields) + len(MARK) + 1
        review = REVIEW_WIDTH if self.record.reviewed else 0
        return min(longest, max(self.host.width - LEAST_VALUE - review, LEAST_LABEL), MOST_LABEL)

    def count(self) -> int:
        return len(self.rows)

    def cell(self, row: int, col: int) -> Cell:
        """Label with (*) for a mandatory field, value, or day of review."""
        group, field = self.rows[row]
        subject = self.subject
        if subject is None:
            return Cell()
        if field is None:
            return self._heading(group or "", subject, col)
        if col == 0:
            star = MARK if group is MANDATORY and not field.computed else ""
            return Cell(shorten(field.label, self._label_width - len(MARK) - 1) + star)
        if col == REVIEW_COLUMN:
            return Cell(self._review(field), role=Role.DIM)
        text, worst = self.entering.text(subject, field), self.entering.worst(subject, field)
        if worst is Severity.ERROR:
            return Cell(text, "!", Role.ERROR)
        if worst:
            return Cell(text, "?", Role.WARNING)
        role = Role.GIVEN if self.entering.is_given(subject, field) else Role.TEXT
        return Cell(text, "*" if self.entering.is_corrected(subject, field) else "", role)

    def _heading(self, group: str, subject: Subject, col: int) -> Cell:
        if col == 0:
            is_open = any(line.field and line.group == group for line in self.rows)
            return Cell(f"{'-' if is_open else '+'} {group or form_words.UNGROUPED}", role=Role.HEADING)
        if col != VALUE_COLUMN:
            return Cell()
        fields = [
            field
            for field in self.record.fields
            if field.group == group and not is_required(field.required, subject)
        ]
        filled = sum(field.key in subject.record for field in fields)
        return Cell(form_words.GROUP.format(count=len(fields), filled=filled), role=Role.DIM)

    def _review(self, field: Field) -> str:
        if field.key not in self.record.reviewed:
            return ""
        day = parse_iso(str(self.work.content.value(("reviewed", field.key)) or ""))
        return format_date(day) if day else form_words.NOT_REVIEWED

    # What it says

    def row_heading(self, row: int) -> str:
        """The whole label of a field."""
        field = self.rows[row].field
        return field.label if field else super().row_heading(row)

    def explain(self) -> str:
        """What the field means, and where it counts."""
        if not self.count():
            return form_words.RECORD_GONE
        field, subject = self.field, self.subject
        if field is None or subject is None:
            return form_words.GROUP_HELP
        parts = [
            field.help,
            form_words.LETTER_SAYS.format(text=self.entering.preset(subject, field))
            if self.entering.is_corrected(subject, field)
            else "",
            self.entering.next_here(subject, field, can_edit=self.work.can_edit(self.scope)),
            self.entering.counted(subject, field),
        ]
        return " ".join(part for part in parts if part)

    def messages(self) -> list[Message]:
        """What may be meant while it is typed; the issues of the field."""
        field, subject = self.field, self.subject
        if field is None or subject is None:
            return []
        if self.grid.edit is not None and (
            offers := self.entering.offers(subject, field, self.grid.edit.text)
        ):
            return [(None, offers)]
        return [
            *([(None, form_words.NEW_HELP)] if self.entering.is_new(subject) else []),
            *self.entering.about_given(subject, field),
            *self.entering.messages(subject, field, self.host.issue_in_hand),
        ]

    def beside(self) -> Sequence[Issue]:
        field, subject = self.field, self.subject
        return self.entering.beside(subject, field) if field and subject and not self.is_typing else ()

    def signs(self) -> Mapping[str, str]:
        is_letter = self.record is self.work.content.form.letter
        return {**help_words.ISSUE_SIGNS, **(help_words.LETTER_SIGNS if is_letter else {})}

    def help(self) -> list[str]:
        """The field of the record."""
        field, subject = self.field, self.subject
        return self.entering.about(subject, field) if field and subject else super().help()

    # Typing

    def can_type(self, row: int, col: int) -> bool:
        """Every field that is not computed."""
        field = self.rows[row].field
        editable = self.work.can_edit(self.scope)
        return col == VALUE_COLUMN and editable and field is not None and not field.computed

    def in_words(self, row: int, col: int) -> bool:
        field = self.rows[row].field
        return field is not None and field.in_words

    def why_not(self, row: int, col: int) -> str:
        """Computed fields fill themselves in; groups are opened."""
        if not self.count():
            return form_words.RECORD_GONE
        if self.rows[row].field is None:
            return form_words.GROUP_HELP
        if col == REVIEW_COLUMN:
            return form_words.REVIEW_HELP
        return str(self.work.refusal(self.scope) or form_words.COMPUTED)

    def typed(self, row: int, col: int) -> str:
        field, subject = self.rows[row].field, self.subject
        return self.entering.text(subject, field) if subject and field else ""

    def path(self, row: int, col: int) -> Path | None:
        field, subject = self.rows[row].field, self.subject
        if subject is None or field is None or col != VALUE_COLUMN:
            return None
        return self.entering.path(subject, field)

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep the value; what does not parse stays as typed."""
        field, subject = self.rows[row].field, self.subject
        if subject is not None and field is not None:
            self._put(subject, field, self.entering.read(subject, field, text))

    def _put(self, subject: Subject, field: Field, value: Any) -> None:
        self.entering.put(subject, field, value)
        if self.entering.is_new(subject) and value is not None and value != subject.record.get(field.key):
            self.place = self.entering.newest().place
        now = self.subject
        if now is not None:
            self.host.say(self.entering.verdict(now, field))
        self._go_to_field(field.key)  # what is mandatory may have changed with the value

    def toggle(self, row: int, col: int) -> bool:
        """Có ↔ Không; no record begins with that."""
        field, subject = self.rows[row].field, self.subject
        if subject is None or field is None or field.type is not FieldType.BOOL:
            return False
        if self.entering.is_new(subject):
            return True
        self._put(subject, field, not subject.get(field.key))
        return True

    def open(self, row: int, col: int) -> bool:
        """A group; what the record began with is taken; what may be chosen."""
        group, field = self.rows[row]
        subject = self.subject
        if subject is None:
            return False
        if field is None:
            self.unfolded = self.unfolded ^ {group}
            return True
        if col == REVIEW_COLUMN:
            self.host.act(Action.REVIEW)
            return True
        taken = self.entering.settle(subject, field) or (
            (self._types_new or self.record.single) and self.entering.take_given(subject, field)
        )
        if taken or not self.can_type(row, col) or not has_options(field, subject):
            return False

        self._open_options(field, subject)
        return True

    def _open_options(self, field: Field, subject: Subject) -> None:
        def put(code: str) -> None:
            now = self.subject
            if now is None:
                raise Refused(form_words.RECORD_GONE)
            self._put(now, field, code)
            self.go_on()

        choose_for(self.host, field, subject, put)

    def go_on(self) -> None:
        """While new records are typed from one stop to the next, then to the next record; else to the next field.

        A record that is in no list yet waits where its first value is wanted. A word that may mean several options is
        asked about first; what a value leaves without one that fits, next.
        """
        field, subject = self.field, self.subject
        if field and subject and unclear(field, subject, self.work.content.roster):
            self._open_options(field, subject)
            return
        if field and (asked := self.entering.to_ask(field)):
            self._go_to_field(asked.key)
            return
        if not self._types_new or field is None or subject is None or not self.entering.is_stop(field):
            super().go_on()
            return
        if self.entering.is_new(subject) and self.entering.is_missing(subject, field):
            return
        for row in range(self.cursor.row + 1, self.count()):
            ahead = self.rows[row].field
            if ahead and self.entering.is_stop(ahead):
                self.go(row)
                return
        self._start_new()

    def own_key(self, name: str, char: str | None) -> bool:
        """The space bar marks a field as reviewed where its mark stands."""
        if char != " " or self.cursor.col != REVIEW_COLUMN or not self.count() or self.field is None:
            return False
        self.host.act(Action.REVIEW)
        return True

    def at_the_end(self) -> None:
        """After the last field comes the next new record."""
        if self.record.single or not self.work.can_edit(self.scope):
            super().at_the_end()
        else:
            self._start_new()

    def _start_new(self) -> None:
        """Go on with the next new record, in the same page."""
        if self.place.endswith("/"):
            self.host.say(form_words.NOTHING_ENTERED)
            return
        self.place, self._types_new = f"{self.record.place}/", True
        self.cursor.row = self.grid.view.top = 0

    # Actions

    def deeds(self) -> Mapping[Action, Deed]:
        return {
            **super().deeds(),
            Action.ADD: self._start_new,
            Action.REMOVE: self._remove,
            Action.REPEAT: self._repeat,
            Action.REVIEW: self._tick,
        }

    def _remove(self) -> None:
        """Remove the record after a question; then there is nothing here to look at."""
        subject = self.subject
        chosen = () if subject is None or self.entering.is_new(subject) else (subject,)
        ask_to_remove(self.host, self.record, chosen, self.host.back)

    def _repeat(self) -> None:
        field, subject = self.field, self.subject
        if subject is None or field is None or not self.can_type(self.cursor.row, VALUE_COLUMN):
            self.host.say(self.why_not(self.cursor.row, VALUE_COLUMN))
            return
        repeated = self.entering.repeat(subject, field)
        self.host.say(self.entering.told(self.subject or subject, repeated))
        if repeated:
            self.go(max(row for row, line in enumerate(self.rows) if line.field in repeated))
            self.go_on()

    def _tick(self) -> None:
        """«Đã rà soát» today, or not; then the next field that wants a review."""
        field = self.field
        if field is None or field.key not in self.record.reviewed:
            self._to_review()
            self.host.say(form_words.NOT_TO_REVIEW if self._unseen() else form_words.ALL_REVIEWED)
            return
        path = ("reviewed", field.key)
        done = self.work.content.value(path)
        day = None if done else self.work.workspace.today.isoformat()
        self.work.commit([Edit(path, done, day)])
        if day:
            self._to_review()
        left = len(self._unseen())
        self.host.say(form_words.STILL_TO_REVIEW.format(count=left) if left else form_words.ALL_REVIEWED)

    def _unseen(self) -> list[str]:
        return [key for key in self.record.reviewed if self.work.content.value(("reviewed", key)) is None]

    def _to_review(self) -> None:
        """The cursor on the next field that was not reviewed, in the order of the rows; the first one after the last."""
        left = self._unseen()
        order = self.record.field_order
        here = order[self.field.key] if self.field else -1
        if left:
            self._go_to_field(min(left, key=lambda key: (order[key] <= here, order[key])))

    def find(self, text: str) -> None:
        """The cursor on the next field with *text* in its label, wherever it is folded away."""
        here = self.record.field_order[self.field.key] if self.field else -1
        fields = self.record.fields
        for field in (*fields[here + 1 :], *fields[: here + 1]):
            if matches(text, field.label):
                self._go_to_field(field.key)
                return
        self.host.say(desk_words.NOT_FOUND_HERE.format(text=text))

    # Places

    def place_here(self) -> Place | None:
        """The field, or the record."""
        subject, field = self.subject, self.field
        return Place(record=subject.place, field=field.key if field else None) if subject else None

    def bookmark(self) -> Deed:
        """With the record and its open groups."""
        shown, back = (self.place, self.unfolded), super().bookmark()

        def back_to_all() -> None:
            self.place, self.unfolded = shown
            back()

        return back_to_all

    def shows(self, place: Place) -> bool:
        return place.record == self.place

    def go_to(self, place: Place) -> None:
        self._go_to_field(place.field)

    def _go_to_field(self, key: str | None) -> None:
        """The cursor on a field; opens the group that hides it."""
        field = self.record.field_by_key.get(key or "")
        if field is None or self.subject is None:
            return
        if not any(line.field is field for line in self.rows):
            self.unfolded = self.unfolded | {field.group}
        self.go(next(row for row, line in enumerate(self.rows) if line.field is field))

"""A record as a form, being filled in. The profile of the facility and every other record.

A new record is in no list until its first value is kept; Enter in the last field goes on with the next one.
"""

from __future__ import annotations

from typing import Any

from forms.dossier.content import Edit
from forms.dossier.roster import Subject
from forms.entry.field_text import has_options
from forms.model.errors import Refused
from forms.model.record import Field, FieldType, RecordType
from forms.model.text import matches
from tui import texts
from tui.desk.keys import Action
from tui.desk.page import Host
from tui.pages.records.choices import choose_for
from tui.pages.records.form_view import REVIEW_COLUMN, VALUE_COLUMN, FormView


def _actions(record: RecordType) -> tuple[Action, ...]:
    return (
        Action.HELP,
        Action.SAVE,
        Action.FIND,
        *((Action.REVIEW,) if record.reviewed else ()),
        *(() if record.single else (Action.REPEAT, Action.ADD)),
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.MENU,
        Action.BACK,
    )


class FormPage(FormView):
    """One record; what is typed is kept field by field."""

    def __init__(self, host: Host, place: str) -> None:
        super().__init__(host, place)
        self.actions = _actions(self.record)
        self.part = self.record.place

    # Typing

    def can_type(self, row: int, col: int) -> bool:
        """Every field that is not computed."""
        field = self.rows[row].field
        editable = self.work.can_edit(self.record.place)
        return col == VALUE_COLUMN and editable and field is not None and not field.computed

    def why_not(self, row: int, col: int) -> str:
        """Computed fields fill themselves in; groups are opened."""
        if not self.count():
            return texts.RECORD_GONE
        if self.rows[row].field is None:
            return texts.GROUP_HELP
        if col == REVIEW_COLUMN:
            return texts.REVIEW_HELP
        return str(self.work.refusal(self.record.place) or texts.COMPUTED)

    def typed(self, row: int, col: int) -> str:
        """The value as text."""
        field, subject = self.rows[row].field, self.subject
        return self.entering.text(subject, field) if subject and field else ""

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep the value; what does not parse stays as typed."""
        field, subject = self.rows[row].field, self.subject
        if subject is not None and field is not None:
            self._put(subject, field, self.entering.read(subject, field, text))

    def _put(self, subject: Subject, field: Field, value: Any) -> None:
        self.entering.put(subject, field, value)
        if self.entering.is_new(subject) and value is not None and value != subject.record.get(field.key):
            self.place = self.entering.newest().place
        kept = self.subject
        if kept is not None:
            self.host.say(self.entering.verdict(kept, field))
        self.go_to(field.key)  # what is mandatory may have changed with the value

    def toggle(self, row: int, col: int) -> bool:
        """Có ↔ Không."""
        field, subject = self.rows[row].field, self.subject
        if subject is None or field is None or field.type is not FieldType.BOOL:
            return False
        self._put(subject, field, not subject.get(field.key))
        return True

    def open(self, row: int, col: int) -> bool:
        """A group, or what may be chosen."""
        group, field = self.rows[row]
        subject = self.subject
        if subject is None:
            return False
        if field is None:
            self.unfolded = self.unfolded ^ {group}
            return True
        if col == REVIEW_COLUMN:
            self._tick()
            return True
        if not self.can_type(row, col) or not has_options(field, subject):
            return False

        def put(code: str) -> None:
            now = self.subject
            if now is None:
                raise Refused(texts.RECORD_GONE)
            self._put(now, field, code)
            self._next_typable(1)

        choose_for(self.host, field, subject, put)
        return True

    def at_the_end(self) -> None:
        """After the last field comes the next new record."""
        if self.record.single or not self.work.can_edit(self.record.place):
            super().at_the_end()
        else:
            self._start_new()

    def _start_new(self) -> None:
        """Go on with the next new record, in the same page."""
        if self.place.endswith("/"):
            self.host.say(texts.NOTHING_ENTERED)
            return
        self.place = f"{self.record.place}/"
        self.row = self.top = 0
        self.settle()

    # Actions

    def act(self, action: Action) -> bool:
        """A new record, the value above, a review; find a field wherever it is folded away."""
        if action is Action.ADD:
            self._start_new()
        elif action is Action.REPEAT:
            self._repeat()
        elif action is Action.REVIEW:
            self._tick()
        else:
            return super().act(action)
        return True

    def _repeat(self) -> None:
        field, subject = self.field, self.subject
        if subject is None or field is None or not self.can_type(self.row, VALUE_COLUMN):
            self.host.say(self.why_not(self.row, VALUE_COLUMN))
            return
        value = self.entering.above(subject, field)
        if value is None:
            self.host.say(texts.NOTHING_ABOVE)
            return
        self._put(subject, field, value)
        self._tab(1)

    def _tick(self) -> None:
        """«Đã rà soát» today, or not; then the next field that wants a review."""
        field = self.field
        if field is None or field.key not in self.record.reviewed:
            self._to_review()
            self.host.say(texts.NOT_TO_REVIEW if self._unseen() else texts.ALL_REVIEWED)
            return
        path = ("reviewed", field.key)
        done = self.work.content.value(path)
        day = None if done else self.work.workspace.today.isoformat()
        self.work.commit([Edit(path, done, day)])
        if day:
            self._to_review()
        left = len(self._unseen())
        self.host.say(texts.STILL_TO_REVIEW.format(count=left) if left else texts.ALL_REVIEWED)

    def _unseen(self) -> list[str]:
        return [key for key in self.record.reviewed if self.work.content.value(("reviewed", key)) is None]

    def _to_review(self) -> None:
        """The cursor on the next field that was not reviewed, in the order of the rows; the first one after the last."""
        left = self._unseen()
        order = self.record.field_order
        here = order[self.field.key] if self.field else -1
        if left:
            self.go_to(min(left, key=lambda key: (order[key] <= here, order[key])))

    def _find(self, text: str) -> None:
        here = self.record.field_order[self.field.key] if self.field else -1
        fields = self.record.fields
        for field in (*fields[here + 1 :], *fields[: here + 1]):
            if matches(text, field.label):
                self.go_to(field.key)
                return
        self.host.say(texts.NOT_FOUND_HERE.format(text=text))

    def go_to(self, key: str | None) -> None:
        """The cursor on a field; opens the group that hides it."""
        field = self.record.field_by_key.get(key or "")
        if field is None or self.subject is None:
            return
        if not any(line.field is field for line in self.rows):
            self.unfolded = self.unfolded | {field.group}
        self.go(next(row for row, line in enumerate(self.rows) if line.field is field))

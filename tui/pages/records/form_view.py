"""How a record looks as a form: rows of field and value, what is mandatory first, the rest folded by groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from forms.dossier.roster import Subject
from forms.entry.field_text import has_options
from forms.model.issue import Severity
from forms.model.place import Place
from forms.model.record import NEVER, Field
from forms.model.text import format_date, parse_iso, shorten
from forms.report.checking.on_records import is_required
from forms.report.derivation import counted_in
from forms.sets.mn2019.records import FORM_BY_PLACE
from tui import texts
from tui.desk.canvas import Role
from tui.desk.grid import Cell, Column, GridPage
from tui.desk.page import Host, Message
from tui.pages.records.entering import Entering

MARK = " (*)"
LEAST_LABEL = LEAST_VALUE = 34
MOST_LABEL = 54
REVIEW_WIDTH = 13
VALUE_COLUMN, REVIEW_COLUMN = 1, 2
MANDATORY = ""
"""The group of the fields that are mandatory now; it has no heading and is never folded."""


class Line(NamedTuple):
    """A row of a form: a field, or the heading of a group of optional ones."""

    group: str
    field: Field | None = None


class FormView(GridPage):
    """One record. *place* is ``facility``, ``campaign``, ``children/c0003``, or ``children/`` for a new child."""

    steady = True

    def __init__(self, host: Host, place: str) -> None:
        super().__init__(host)
        self.place = place
        self.record = FORM_BY_PLACE[place.partition("/")[0]]
        self.entering = Entering(self.work, self.record)
        # where nothing is ever mandatory, everything would be folded away
        optional = all(field.required == NEVER for field in self.record.fields)
        self.unfolded = frozenset(field.group for field in self.record.fields) if optional else frozenset()
        """The groups that are open."""
        self.row = next((row for row, line in enumerate(self.rows) if line.field), 0)
        self.settle()

    @property
    def subject(self) -> Subject | None:
        """The record; None when it is gone (undo)."""
        return self.kept("subject", self.place, self._subject)

    def _subject(self) -> Subject | None:
        if self.place.endswith("/"):
            return self.entering.beginning()
        return next((subject for subject in self.entering.subjects() if subject.place == self.place), None)

    @property
    def rows(self) -> list[Line]:
        """What is mandatory now, then group by group."""
        return self.kept("rows", (self.place, self.unfolded), self._rows)

    def _rows(self) -> list[Line]:
        subject = self.subject
        if subject is None:
            return []
        mandatory = [field for field in self.record.fields if is_required(field.required, subject)]
        rows = [Line(MANDATORY, field) for field in mandatory]
        optional = [field for field in self.record.fields if field not in mandatory]
        for group in dict.fromkeys(field.group for field in optional):
            own = [field for field in optional if field.group == group]
            rows.append(Line(group))
            if group in self.unfolded or any(self.entering.worst(subject, field) for field in own):
                rows += [Line(group, field) for field in own]
        return rows

    @property
    def field(self) -> Field | None:
        """The field of the cursor."""
        return self.rows[self.row].field if self.row < len(self.rows) else None

    def look(self) -> object:
        """Record and open groups."""
        return self.place, self.unfolded

    def title(self) -> str:
        """HỒ SƠ CƠ SỞ, or the name in the record."""
        subject = self.subject
        if self.record.single or subject is None:
            return self.record.title.upper()
        if self.entering.is_new(subject):
            return texts.NEW_RECORD.format(what=self.record.word.upper(), number=subject.number)
        return f"{self.record.word.upper()} · {subject.name}"

    # Cells

    def columns(self) -> Sequence[Column]:
        """Field and value; in the profile also the day of its review."""
        review = REVIEW_WIDTH if self.record.reviewed else 0
        value = max(self.host.width - self._label_width - review, 20)
        columns = (
            Column((texts.FIELD,), self._label_width, frozen=True),
            Column((" " + texts.VALUE,), value),
        )
        return (*columns, Column((" " + texts.REVIEWED,), review)) if review else columns

    @property
    def _label_width(self) -> int:
        longest = max(len(field.label) for field in self.record.fields) + len(MARK) + 1
        review = REVIEW_WIDTH if self.record.reviewed else 0
        return min(longest, max(self.host.width - LEAST_VALUE - review, LEAST_LABEL), MOST_LABEL)

    def count(self) -> int:
        """Number of rows."""
        return len(self.rows)

    def cell(self, row: int, col: int) -> Cell:
        """Label with (*) for a mandatory field, value, or day of review."""
        group, field = self.rows[row]
        subject = self.subject
        if subject is None:
            return Cell()
        if field is None:
            return self._heading(group, subject, col)
        if col == 0:
            star = MARK if group == MANDATORY and not field.computed else ""
            return Cell(shorten(field.label, self._label_width - len(MARK) - 1) + star)
        if col == REVIEW_COLUMN:
            return Cell(self._review(field), role=Role.DIM)
        text, worst = self.entering.text(subject, field), self.entering.worst(subject, field)
        if worst is Severity.ERROR:
            return Cell(text, "!", Role.ERROR)
        if worst:
            return Cell(text, "?", Role.WARNING)
        return Cell(text, "*" if self.entering.is_corrected(subject, field) else "")

    def _heading(self, group: str, subject: Subject, col: int) -> Cell:
        if col == 0:
            is_open = any(line.field and line.group == group for line in self.rows)
            return Cell(f"{'-' if is_open else '+'} {group}", role=Role.HEADING)
        if col != VALUE_COLUMN:
            return Cell()
        fields = [
            field
            for field in self.record.fields
            if field.group == group and not is_required(field.required, subject)
        ]
        filled = sum(field.key in subject.record for field in fields)
        return Cell(texts.GROUP.format(count=len(fields), filled=filled), role=Role.DIM)

    def _review(self, field: Field) -> str:
        if field.key not in self.record.reviewed:
            return ""
        day = parse_iso(str(self.work.content.value(("reviewed", field.key)) or ""))
        return format_date(day) if day else texts.NOT_REVIEWED

    # What it says

    def explain(self) -> str:
        """What the field means, and where it counts."""
        if not self.count():
            return texts.RECORD_GONE
        field, subject = self.field, self.subject
        if field is None or subject is None:
            return texts.GROUP_HELP
        text = self.typed(self.row, VALUE_COLUMN)
        counted = counted_in(subject, field.key)
        parts = [
            texts.WHOLE_VALUE.format(text=text) if len(text) > self.columns()[VALUE_COLUMN].width - 2 else "",
            f"{field.label}: {field.help}",
            texts.LETTER_SAYS.format(text=self.entering.preset(subject, field))
            if self.entering.is_corrected(subject, field)
            else "",
            texts.ENTER_OPENS_LIST if not field.computed and has_options(field, subject) else "",
            texts.COUNTED_IN.format(
                rows=", ".join(f"{row.ma_so} {row.label.lstrip('-+ ')}" for _, row in counted)
            )
            if counted
            else "",
        ]
        return " ".join(part for part in parts if part)

    def place_here(self) -> Place | None:
        """The field, or the record."""
        subject, field = self.subject, self.field
        return Place(record=subject.place, field=field.key if field else None) if subject else None

    def messages(self) -> list[Message]:
        """What may be meant while it is typed; the issues of the field, then those of the record."""
        field, subject = self.field, self.subject
        if field is None or subject is None:
            return []
        if self.edit is not None and (offers := self.entering.offers(subject, field, self.edit.text)):
            return [(None, offers)]
        return self.entering.messages(subject, field, self.host.issue_in_hand, gaps=False)

    def help(self) -> list[str]:
        """Label and meaning."""
        return [f"{self.field.label}: {self.field.help}"] if self.field else []

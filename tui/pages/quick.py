"""Quick entry: a grid of a row a record with the fields that matter. A new record begins in the empty last row.

A block copied from a spreadsheet is read into the columns from the cursor on, as one change.
"""

from __future__ import annotations

from collections.abc import Sequence

from forms.catalogues import catalogue
from forms.dossier import Edit
from forms.entry import delete_records, new_record, new_records
from forms.records import RECORD_BY_PLACE
from forms.roster import Subject
from forms.spec import Field, FieldType, Issue, Severity
from forms.values import Record, Typed, Value, is_coded
from tui import texts
from tui.canvas import Role
from tui.frame import without_place
from tui.keys import Action
from tui.pages.base import Host, Message
from tui.pages.form import ChoicePage, FormPage, parse_field
from tui.pages.grid import Cell, Column, GridPage
from tui.pages.lists import field_text

QUICK: dict[str, tuple[tuple[str, int], ...]] = {
    "class": (
        ("code", 9),
        ("name", 24),
        ("division", 14),
        ("age_group", 14),
        ("mixed_ages", 15),
        ("full_day", 10),
        ("boarding", 10),
        ("boarding_kind", 14),
    ),
    "child": (
        ("name", 28),
        ("birth_date", 12),
        ("sex", 10),
        ("class_code", 9),
        ("ethnicity", 10),
        ("boarding", 9),
        ("mother_name", 26),
        ("mother_birth_year", 12),
        ("health_checked", 10),
        ("nutrition", 24),
        ("disability", 22),
        ("status", 22),
    ),
    "staff": (
        ("name", 26),
        ("birth_date", 12),
        ("sex", 10),
        ("id_number", 14),
        ("code", 9),
        ("position", 18),
        ("role", 20),
        ("teaches", 12),
        ("contract", 30),
        ("qualification", 26),
        ("main_major", 20),
        ("main_degree", 14),
        ("professional_standard", 16),
        ("phone", 12),
    ),
}
"""The columns of quick entry: field, width in cells. Every field that is mandatory for most is among them."""

NUMBER = 6


class QuickPage(GridPage):
    """The records of one list, typed row by row."""

    actions = (
        Action.MENU,
        Action.HELP,
        Action.REPEAT,
        Action.REMOVE,
        Action.NEXT_ISSUE,
        Action.BACK,
        Action.SAVE,
    )

    def __init__(self, host: Host, place: str) -> None:
        super().__init__(host)
        self.record = RECORD_BY_PLACE[place]
        self.fields: tuple[Field, ...] = tuple(
            self.record.field_by_key[key] for key, _ in QUICK[self.record.key]
        )
        self.row = len(self.subjects)
        self.settle()

    @property
    def subjects(self) -> Sequence[Subject]:
        """The records, in entry order."""
        return self.work.content.roster.of(self.record.key)

    def title(self) -> str:
        """What is entered, and how many there are."""
        return texts.QUICK_TITLE.format(what=self.record.word.upper(), count=len(self.subjects))

    def columns(self) -> Sequence[Column]:
        """Number and name stay in view."""
        widths = QUICK[self.record.key]
        fields = (
            Column((field.label[: width - 1],), width)
            for field, (_, width) in zip(self.fields, widths, strict=True)
        )
        return (Column((texts.NUMBER,), NUMBER, frozen=True), *fields)

    def count(self) -> int:
        """The records and an empty row."""
        return len(self.subjects) + (1 if self.work.writable else 0)

    def cell(self, row: int, col: int) -> Cell:
        """Number, or a field."""
        if row >= len(self.subjects):
            return Cell(f"{texts.NEW_ROW:>4}" if col == 0 else "", role=Role.DIM)
        subject = self.subjects[row]
        if col == 0:
            return Cell(f"{subject.number:>4}")
        field = self.fields[col - 1]
        text = field_text(subject, field.key)
        worst = min((issue.severity for issue in self._issues(subject, field)), default=None)
        if worst is Severity.ERROR:
            return Cell(text, "!", Role.ERROR)
        return Cell(text, "?", Role.WARNING) if worst else Cell(text)

    def _issues(self, subject: Subject, field: Field) -> list[Issue]:
        return [i for i in self.work.issues_of(subject.place) if i.field == field.key]

    def can_type(self, row: int, col: int) -> bool:
        """Every field shown."""
        return self.work.writable and col > 0 and not self.fields[col - 1].computed

    def why_not(self, row: int, col: int) -> str:
        """Only when the dossier is open for looking."""
        return texts.NOT_TYPABLE if self.work.writable else texts.READ_ONLY

    def typed(self, row: int, col: int) -> str:
        """The value as text."""
        return field_text(self.subjects[row], self.fields[col - 1].key) if row < len(self.subjects) else ""

    def _parsed(self, field: Field, subject: Subject, text: str) -> Value | None:
        if field.key == "class_code":
            text = self._class_code(text)
        return parse_field(field, subject, text, self.work.workspace.today)

    def _class_code(self, text: str) -> str:
        """A class may be named by its code, in any case, or by its name."""
        wanted = text.casefold()
        for group in self.work.content.roster.classes:
            if wanted in (str(group.get("code")).casefold(), str(group.get("name")).casefold()):
                return str(group.get("code"))
        return text

    def commit(self, row: int, col: int, text: str) -> str:
        """Keep the value; in the empty row it begins a new record."""
        field = self.fields[col - 1]
        if row < len(self.subjects):
            subject = self.subjects[row]
            return self.work.put((*self._path(subject), field.key), self._parsed(field, subject, text))
        if not text:
            return ""
        value = self._parsed(field, self._blank, text)
        _, edits = new_record(self.work.content, self.record, {field.key: value} if value is not None else {})
        return self.work.commit(edits)

    @property
    def _blank(self) -> Subject:
        return Subject(
            self.record, f"{self.record.place}/", len(self.subjects) + 1, {}, self.work.content.year
        )

    def _path(self, subject: Subject) -> tuple[str, str]:
        return self.record.place, subject.place.partition("/")[2]

    def toggle(self, row: int, col: int) -> bool:
        """Có ↔ Không."""
        field = self.fields[col - 1]
        if field.type is not FieldType.BOOL or row >= len(self.subjects):
            return False
        subject = self.subjects[row]
        self.host.say(self.work.put((*self._path(subject), field.key), not subject.get(field.key)))
        return True

    def open(self, row: int, col: int) -> bool:
        """The code list of a choice; on the name the whole record."""
        if row >= len(self.subjects):
            return False
        field, subject = self.fields[col - 1], self.subjects[row]
        if is_coded(field, subject.entered):
            self.host.push(ChoicePage(self.host, field, subject, (*self._path(subject), field.key)))
        elif field.key == "name":
            self.host.push(FormPage(self.host, subject.place))
        else:
            return False
        return True

    def act(self, action: Action) -> bool:
        """Remove the record; repeat the value above."""
        if action is Action.REMOVE:
            self._remove()
        elif action is Action.REPEAT:
            self._repeat()
        else:
            return False
        return True

    def _remove(self) -> None:
        if self.row >= len(self.subjects):
            self.host.say(texts.NOTHING_TO_REMOVE)
            return
        subject = self.subjects[self.row]
        edits = delete_records(self.work.content, self.record, [self._path(subject)[1]])
        self.host.say(self.work.commit(edits) or texts.REMOVED.format(name=subject.name))
        self.settle()

    def _repeat(self) -> None:
        """The value of the record above."""
        if self.row == 0 or not self.can_type(self.row, self.col):
            self.host.say(texts.NOTHING_ABOVE)
            return
        field = self.fields[self.col - 1]
        value = self.subjects[self.row - 1].record.get(field.key)
        if self.row < len(self.subjects):
            wrong = self.work.put((*self._path(self.subjects[self.row]), field.key), value)
        else:
            given: Record = {} if value is None else {field.key: value}
            wrong = self.work.commit(new_record(self.work.content, self.record, given)[1])
        self.host.say(wrong)
        self._next_typable(1)

    def paste_block(self, block: list[list[str]]) -> None:
        """Rows from a spreadsheet: those over records change them, the others begin new ones."""
        edits: list[Edit] = []
        added: list[Record] = []
        unread = 0
        for offset, texts_of_row in enumerate(block):
            row = self.row + offset
            subject = self.subjects[row] if row < len(self.subjects) else self._blank
            given: dict[str, Value] = {}
            for field, text in zip(self.fields[self.col - 1 :], texts_of_row, strict=False):
                value = self._parsed(field, subject, text)
                unread += isinstance(value, Typed)
                if value is not None:
                    given[field.key] = value
            if row < len(self.subjects):
                base = self._path(subject)
                edits += [Edit((*base, key), subject.record.get(key), value) for key, value in given.items()]
            elif given:
                added.append(given)
        edits += new_records(self.work.content, self.record, added)[1]
        wrong = self.work.commit(edits)
        changed = len(block) - len(added)
        self.host.say(wrong or texts.PASTED_ROWS.format(added=len(added), changed=changed, unread=unread))

    def explain(self) -> str:
        """What the field means; what the list offers."""
        field = self.fields[self.col - 1]
        return f"{field.label}: {field.help}"

    def messages(self) -> list[Message]:
        """The issues of the field, then those of the record; another field's begin with its label."""
        if self.row >= len(self.subjects):
            return [(None, texts.NEW_ROW_HELP)]
        subject, field = self.subjects[self.row], self.fields[self.col - 1]
        own = self._issues(subject, field)
        others = [issue for issue in self.work.issues_of(subject.place) if issue not in own]
        return [
            *((issue.severity, without_place(issue.message)) for issue in own),
            *((issue.severity, self._named(issue)) for issue in others),
        ]

    def _named(self, issue: Issue) -> str:
        field = self.record.field_by_key.get(issue.field or "")
        text = without_place(issue.message)
        return f"{field.label}: {text}" if field else text

    def help(self) -> list[str]:
        """The field, its codes when they are few."""
        field = self.fields[self.col - 1]
        items = catalogue(field.catalogue).items if field.catalogue and field.type is FieldType.CHOICE else ()
        listed = "; ".join(f"{item.code} {item.name}" for item in items) if len(items) <= 20 else ""
        return [f"{field.label}: {field.help}", *([listed] if listed else [])]

"""A record as a form: a grid of two columns, field and value. The profile of the facility and every other record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from forms.catalogues import Item, catalogue
from forms.dossier import Path
from forms.records import RECORD_BY_PLACE
from forms.records.identifiers import format_of
from forms.roster import Subject
from forms.rules.on_records import is_required
from forms.spec import Field, FieldType, Issue, Severity
from forms.text import clean, fold, matches, parse_date, parse_decimal, parse_int, shorten
from forms.values import Typed, Value, as_number, is_coded
from tui import texts
from tui.canvas import Role
from tui.frame import without_place
from tui.keys import Action
from tui.pages.base import Host, Message
from tui.pages.grid import Cell, Column, GridPage
from tui.pages.lists import ListPage, field_text

MARK = " (*)"
LEAST_LABEL = LEAST_VALUE = 34
MOST_LABEL = 54
MOST_QUERY = 40
VALUE_COLUMN = 1


def parse_field(field: Field, subject: Subject, text: str, today: date) -> Value | None:
    """What was typed as it is stored; ``Typed`` when it does not parse, None when it is empty."""
    if not text:
        return None
    found: Value | None
    match field.type:
        case FieldType.INT:
            found = parse_int(text)
        case FieldType.DECIMAL:
            number = parse_decimal(text)
            found = None if number is None else as_number(number)
        case FieldType.DATE:
            day = parse_date(text, today)
            found = day.isoformat() if day else None
        case FieldType.BOOL:
            found = texts.YES_NO.get(fold(text))
        case FieldType.CHOICE if is_coded(field, subject.entered):
            found = catalogue(field.catalogue or "").find(text)
        case _:
            form = format_of(subject.type.key, field.key)
            return form.stored(text) if form else text
    return Typed(text) if found is None else found


class FormPage(GridPage):
    """One record."""

    steady = True
    actions = (
        Action.HELP,
        Action.SAVE,
        Action.FIND,
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.MENU,
        Action.BACK,
    )

    def __init__(self, host: Host, place: str) -> None:
        super().__init__(host)
        self.place = place
        list_place, _, self.ref = place.partition("/")
        self.record = RECORD_BY_PLACE[list_place]
        self.fields = tuple(field for field in self.record.fields)
        self.settle()

    @property
    def subject(self) -> Subject | None:
        """The record; None when it is gone (undo)."""
        subjects = self.work.content.roster.of(self.record.key)
        return self.kept("subject", None, lambda: next((s for s in subjects if s.place == self.place), None))

    def _path(self, field: Field) -> Path:
        base = (self.record.place, self.ref) if self.ref else (self.record.place,)
        return (*base, field.key)

    def title(self) -> str:
        """HỒ SƠ CƠ SỞ, or the name in the record."""
        subject = self.subject
        if not self.ref or subject is None:
            return self.record.title.upper()
        return f"{self.record.word.upper()} · {subject.name}"

    def columns(self) -> Sequence[Column]:
        """Field and value."""
        return (
            Column((texts.FIELD,), self._label_width, frozen=True),
            Column((" " + texts.VALUE,), max(self.host.width - self._label_width, 20)),
        )

    @property
    def _label_width(self) -> int:
        longest = max(len(field.label) for field in self.fields) + len(MARK) + 1
        return min(longest, max(self.host.width - LEAST_VALUE, LEAST_LABEL), MOST_LABEL)

    def count(self) -> int:
        """Number of fields."""
        return len(self.fields) if self.subject else 0

    def cell(self, row: int, col: int) -> Cell:
        """Label with (*) for a mandatory field, or the value."""
        field, subject = self.fields[row], self.subject
        if subject is None:
            return Cell()
        if col != VALUE_COLUMN:
            star = MARK if is_required(field.required, subject) and not field.computed else ""
            return Cell(shorten(field.label, self._label_width - len(MARK) - 1) + star)
        issues = self._issues(field)
        text = field_text(subject, field.key)
        if any(issue.severity is Severity.ERROR for issue in issues):
            return Cell(text, "!", Role.ERROR)
        return Cell(text, "?", Role.WARNING) if issues else Cell(text)

    def _issues(self, field: Field) -> list[Issue]:
        return [i for i in self.work.issues_of(self.place) if i.field == field.key]

    def can_type(self, row: int, col: int) -> bool:
        """Every field that is not computed."""
        return col == VALUE_COLUMN and self.work.writable and not self.fields[row].computed

    def why_not(self, row: int, col: int) -> str:
        """Computed fields fill themselves in."""
        if not self.count():
            return texts.RECORD_GONE
        return texts.COMPUTED if self.work.writable else texts.READ_ONLY

    def typed(self, row: int, col: int) -> str:
        """The value as text."""
        subject = self.subject
        return field_text(subject, self.fields[row].key) if subject else ""

    def commit(self, row: int, col: int, text: str) -> str:
        """Keep the value; what does not parse stays as typed."""
        field, subject = self.fields[row], self.subject
        if subject is None:
            return ""
        return self.work.put(self._path(field), parse_field(field, subject, text, self.work.workspace.today))

    def toggle(self, row: int, col: int) -> bool:
        """Có ↔ Không."""
        field, subject = self.fields[row], self.subject
        if field.type is not FieldType.BOOL or subject is None:
            return False
        self.host.say(self.work.put(self._path(field), not subject.get(field.key)))
        return True

    def open(self, row: int, col: int) -> bool:
        """The code list of a choice."""
        field, subject = self.fields[row], self.subject
        if subject is None or not self.can_type(row, col) or not is_coded(field, subject.entered):
            return False
        self.host.push(ChoicePage(self.host, field, subject, self._path(field)))
        return True

    def is_found(self, row: int, text: str) -> bool:
        """A field is found by its label."""
        return matches(text, self.fields[row].label)

    def go_to(self, field: str | None) -> None:
        """The cursor on a field."""
        if field in self.record.field_order:
            self.go(self.record.field_order[field])

    def explain(self) -> str:
        """What the field means."""
        if not self.count():
            return texts.RECORD_GONE
        field, subject = self.fields[self.row], self.subject
        opens = subject is not None and not field.computed and is_coded(field, subject.entered)
        text = self.typed(self.row, VALUE_COLUMN)
        parts = [f"{field.label}: {field.help}", texts.ENTER_OPENS_LIST if opens else ""]
        if len(text) > self.columns()[VALUE_COLUMN].width - 2:
            parts.insert(0, texts.WHOLE_VALUE.format(text=text))
        return " ".join(part for part in parts if part)

    def messages(self) -> list[Message]:
        """The issues of the field, then those of the record."""
        if not self.count():
            return []
        own = self._issues(self.fields[self.row])
        whole = [i for i in self.work.issues_of(self.place) if i.field is None]
        return [(issue.severity, without_place(issue.message)) for issue in (*own, *whole)]

    def help(self) -> list[str]:
        """Label and meaning."""
        return [f"{self.fields[self.row].label}: {self.fields[self.row].help}"] if self.count() else []


class ChoicePage(ListPage):
    """A code list; letters narrow it down, with or without marks. Enter chooses."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host, field: Field, subject: Subject, path: Path) -> None:
        super().__init__(host)
        self.field = field
        self.path = path
        self.query = ""
        listed = catalogue(field.catalogue or "")
        self._all: tuple[Item, ...] = tuple(item for item in listed.items if _fits(item, subject))
        current = subject.get(field.key)
        codes = [item.code for item in self._all]
        self.row = codes.index(current) if current in codes else 0
        self.settle()

    @property
    def items(self) -> list[Item]:
        """Those that fit what was typed."""
        return [
            item
            for item in self._all
            if matches(self.query, f"{item.name} {item.name.replace('-', ' ')} {item.code}")
        ]

    def title(self) -> str:
        """The field, and what was typed."""
        return self.field.label.upper() + (
            f" · {texts.FINDING.format(text=self.query)}" if self.query else ""
        )

    def columns(self) -> Sequence[Column]:
        """Code and name."""
        return (Column((texts.CODE,), 8), Column((texts.NAME,), max(self.host.width - 9, 20)))

    def count(self) -> int:
        """Number of codes."""
        return len(self.items)

    def cell(self, row: int, col: int) -> Cell:
        """Code or name."""
        item = self.items[row]
        return Cell(item.code if col == 0 else item.name)

    def key(self, name: str, char: str | None) -> bool:
        """Letters narrow the list down."""
        if name == "backspace":
            self.query = self.query[:-1]
        elif char is not None and char.isprintable():
            self.query = (self.query + char)[:MOST_QUERY]
        else:
            return super().key(name, char)
        self.row = 0
        self.settle()
        return True

    def paste(self, text: str) -> None:
        """Pasted text narrows it down as well."""
        self.query = clean(text)[:MOST_QUERY]
        self.row = 0
        self.settle()

    def open(self, row: int, col: int) -> bool:
        """Choose the code."""
        is_gone = self.work.content.value(self.path[:-1]) is None and len(self.path) > len(
            ("facility", "kind")
        )
        wrong = texts.RECORD_GONE if is_gone else self.work.put(self.path, self.items[row].code)
        self.host.back()
        self.host.say(wrong)
        return True

    def explain(self) -> str:
        """How to choose."""
        return texts.CHOICE_HELP if self.count() else texts.NO_SUCH_CODE


def _fits(item: Item, subject: Subject) -> bool:
    """Districts of the chosen province, wards of the chosen district, levels of the chosen language..."""
    attributes: dict[str, Any] = dict(item.attributes)
    if attributes.get("selectable") is False:
        return False
    for name in ("province", "district", "language", "division", "position"):
        wanted = subject.get(name) if name in subject.type.field_by_key else None
        if name in attributes and wanted is not None and attributes[name] != wanted:
            return False
    return True

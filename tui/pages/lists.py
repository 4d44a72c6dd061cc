"""Lists: the records of a kind, the records behind a figure, the issues, the changes of «Lấy dữ liệu»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from forms.roster import Subject
from forms.rules.messages import full_value
from forms.spec import Issue, RecordType, Severity
from forms.tables import TABLE_BY_ID
from forms.tables.columns import MEASURES
from forms.text import format_number
from forms.values import Typed
from tui import texts
from tui.canvas import Role
from tui.frame import without_place
from tui.keys import Action
from tui.pages.base import Host, Message
from tui.pages.grid import Cell, Column, GridPage

LIST_COLUMNS: dict[str, tuple[tuple[str, int], ...]] = {
    "class": (("code", 9), ("name", 22), ("division", 14), ("age_group", 13), ("mixed_ages", 16)),
    "child": (
        ("name", 25),
        ("birth_date", 12),
        ("sex", 5),
        ("class_code", 10),
        ("ethnicity", 9),
        ("status", 13),
    ),
    "staff": (("name", 25), ("birth_date", 12), ("position", 17), ("role", 20)),
}
"""The columns of a list that matter first: field, width in cells; the name takes what a wider screen adds."""
HEADINGS = {"sex": texts.SEX, "mixed_ages": texts.MIXED, "status": texts.STATUS}
"""Shorter than the labels of the fields."""
STANDARD_WIDTH, MOST_MORE = 80, 15
MOST_PLACE = 90


def field_text(subject: Subject, key: str) -> str:
    """The value of a field as the owner reads it."""
    value = subject.record.get(key)
    field = subject.type.field_by_key[key]
    if value is None and field.computed:
        computed: Any = subject.get(key)
        value = computed
    return "" if value is None else full_value(subject, field, value)


class ListPage(GridPage):
    """A grid whose cursor is a whole row; letters look for a row."""

    whole_row = True
    actions: tuple[Action, ...] = (
        Action.HELP,
        Action.FIND,
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.MENU,
        Action.BACK,
    )


class RecordsPage(ListPage):
    """Records: all of a kind, or those behind a figure. Enter opens one."""

    steady = True

    def __init__(
        self, host: Host, record: RecordType, subjects: Callable[[], Sequence[Subject]], title: str
    ) -> None:
        super().__init__(host)
        self.record = record
        self._subjects = subjects
        self._title = title
        self._of: tuple[Any, Sequence[Subject]] = (None, ())
        self.settle()

    @property
    def subjects(self) -> Sequence[Subject]:
        """The records shown."""
        content = self.work.content
        if self._of[0] is not content:
            self._of = (content, self._subjects())
        return self._of[1]

    def title(self) -> str:
        """What it is a list of, and how many."""
        return f"{self._title} ({self.count()})"

    def columns(self) -> Sequence[Column]:
        """Number, then the fields that matter first."""
        own = LIST_COLUMNS.get(self.record.key, (("name", 40),))
        more = min(max(self.host.width - STANDARD_WIDTH, 0), MOST_MORE)
        fields = (
            Column(
                (" " + HEADINGS.get(key, self.record.field_by_key[key].label),),
                width + more * (key == "name"),
            )
            for key, width in own
        )
        return (Column((texts.NUMBER,), 5), *fields)

    def count(self) -> int:
        """Number of records."""
        return len(self.subjects)

    def cell(self, row: int, col: int) -> Cell:
        """Number in entry order, or a field."""
        subject = self.subjects[row]
        if col == 0:
            worst = min((issue.severity for issue in self.work.issues_of(subject.place)), default=None)
            sign = "!" if worst is Severity.ERROR else "?" if worst else " "
            return Cell(f"{sign}{subject.number:>3}")
        own = LIST_COLUMNS.get(self.record.key, (("name", 40),))
        return Cell(field_text(subject, own[col - 1][0]))

    def open(self, row: int, col: int) -> bool:
        """The record."""
        from tui.pages.form import FormPage

        self.host.push(FormPage(self.host, self.subjects[row].place))
        return True

    def why_not(self, row: int, col: int) -> str:
        """Lists are looked at; records are opened."""
        return texts.OPEN_A_RECORD

    def explain(self) -> str:
        """What Enter does."""
        return texts.LIST_HELP if self.count() else texts.EMPTY_LIST

    def messages(self) -> list[Message]:
        """The issues of the record."""
        if not self.count():
            return []
        place = self.subjects[self.row].place
        return [(i.severity, without_place(i.message)) for i in self.work.issues_of(place)]


class IssuesPage(ListPage):
    """Every issue in the order of the form. Enter goes to its place."""

    steady = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.settle()

    def title(self) -> str:
        """How many."""
        errors = sum(issue.severity is Severity.ERROR for issue in self.work.issues)
        return texts.ISSUES_TITLE.format(errors=errors, warnings=len(self.work.issues) - errors)

    def columns(self) -> Sequence[Column]:
        """Severity and message."""
        return (
            Column((texts.SEVERITY_WORD,), 10),
            Column((texts.WHERE_AND_WHAT,), max(self.host.width - 11, 20)),
        )

    def headings(self, width: int) -> list[Any]:
        """None: the lines speak for themselves."""
        return []

    def count(self) -> int:
        """Number of issues."""
        return len(self.work.issues)

    def cell(self, row: int, col: int) -> Cell:
        """Severity in words, then the message."""
        issue = self.work.issues[row]
        role = Role.ERROR if issue.severity is Severity.ERROR else Role.WARNING
        return Cell(texts.SEVERITY[issue.severity] if col == 0 else issue.message, role=role)

    def open(self, row: int, col: int) -> bool:
        """Go to the place of the issue."""
        from tui.pages import common

        common.go_to_issue(self.host, self.work.issues[row])
        return True

    def why_not(self, row: int, col: int) -> str:
        """Issues are looked at."""
        return texts.ISSUES_HELP

    def explain(self) -> str:
        """What Enter does."""
        return texts.ISSUES_HELP if self.count() else texts.NO_ISSUES

    def messages(self) -> list[Message]:
        """The whole message."""
        if not self.count():
            return []
        issue: Issue = self.work.issues[self.row]
        return [(issue.severity, issue.message)]


class ChangesPage(ListPage):
    """What «Lấy dữ liệu» would change; Enter takes it."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._of: tuple[Any, list[dict[str, Any]]] = (None, [])
        self.settle()

    @property
    def changes(self) -> list[dict[str, Any]]:
        """The cells of the own block that would change."""
        from forms.dossier import apply
        from forms.figures import FiguresOf, take
        from tui.commands import cell_changes

        content = self.work.content
        if self._of[0] is not content:
            after = apply(content, take(content, self.work.workspace.now()))
            block = self.work.figures.block
            changes = cell_changes(self.work.figures, FiguresOf()(after))
            self._of = (content, [c for c in changes if block is None or c["column"].startswith(block)])
        return self._of[1]

    def title(self) -> str:
        """How many cells."""
        return texts.CHANGES_TITLE.format(count=len(self.changes))

    def columns(self) -> Sequence[Column]:
        """Place, then old and new figure."""
        place = max(min(self.host.width - 20, MOST_PLACE), 20)
        return (
            Column((" " + texts.CELL,), place),
            Column((texts.OLD,), 9, right=True),
            Column((texts.NEW,), 9, right=True),
        )

    def count(self) -> int:
        """Number of cells."""
        return len(self.changes)

    def cell(self, row: int, col: int) -> Cell:
        """Place or figure."""
        change = self.changes[row]
        if col == 0:
            table = TABLE_BY_ID[change["table"]]
            line, column = table.row_by_key[change["row"]], table.column_by_key[change["column"]]
            place = texts.CHANGED_CELL.format(table=table.number, row=line.ma_so)
            measure = "" if column.key == column.block else MEASURES[column.measure].label.replace(":", "")
            return Cell(" · ".join(part for part in (place, measure, line.label.lstrip("-+ ")) if part))
        value = change["old" if col == 1 else "new"]
        return Cell("" if isinstance(value, Typed) or value is None else format_number(value))

    def open(self, row: int, col: int) -> bool:
        """Take the figures."""
        count = len(self.changes)
        wrong = self.work.take()
        self.host.back()
        self.host.say(wrong or texts.DERIVED.format(count=count))
        return True

    def why_not(self, row: int, col: int) -> str:
        """Figures are taken, not typed, here."""
        return texts.CHANGES_HELP

    def explain(self) -> str:
        """What Enter does."""
        return texts.CHANGES_HELP

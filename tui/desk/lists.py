"""Lists: the records of a kind, the records behind a figure, the issues, the changes of «Lấy dữ liệu»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from forms.dossier.roster import Subject
from forms.model.issue import Issue, Severity
from forms.model.text import format_number
from forms.model.values import Typed
from forms.report.checking.messages import full_value
from forms.sets.mn2019.tables import TABLE_BY_ID
from forms.sets.mn2019.tables.columns import MEASURES
from tui import texts
from tui.desk.frame import ROLES
from tui.desk.grid import Cell, Column, GridPage
from tui.desk.keys import Action
from tui.desk.page import Host, Message

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


class IssuesPage(ListPage):
    """Every issue; Enter goes to its place."""

    steady = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.settle()

    @property
    def issues(self) -> Sequence[Issue]:
        """The issues shown."""
        return self.kept("issues", None, lambda: self.work.to_do)

    def title(self) -> str:
        """How many."""
        counts = Counter(issue.severity for issue in self.issues)
        title = texts.ISSUES_TITLE.format(errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING])
        remarks = counts[Severity.REMARK]
        return title + (texts.AND_REMARKS.format(count=remarks) if remarks else "")

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
        return len(self.issues)

    def cell(self, row: int, col: int) -> Cell:
        """Severity in words, then the message."""
        issue = self.issues[row]
        role = ROLES[issue.severity]
        return Cell(self.word(issue) if col == 0 else issue.sentence, role=role)

    def word(self, issue: Issue) -> str:
        """What kind of issue it is."""
        return texts.SEVERITY[issue.severity]

    def open(self, row: int, col: int) -> bool:
        """Go to the place of the issue."""
        from tui.pages.help import common

        common.go_to_issue(self.host, self.issues[row])
        return True

    def why_not(self, row: int, col: int) -> str:
        """Issues are looked at."""
        return texts.ISSUES_HELP

    def explain(self) -> str:
        """What Enter does."""
        return texts.ISSUES_HELP if self.count() else self.when_empty()

    def when_empty(self) -> str:
        """Nothing is wrong."""
        return texts.NO_ISSUES

    def messages(self) -> list[Message]:
        """The whole message."""
        if not self.count():
            return []
        issue = self.issues[self.row]
        return [(issue.severity, issue.sentence)]


class MissingPage(IssuesPage):
    """What blocks sending: mandatory fields that are empty, and errors (letter 849 §3.3, «file thiếu thông tin»)."""

    @property
    def issues(self) -> Sequence[Issue]:
        """The errors."""
        return self.kept(
            "blocking", None, lambda: [i for i in self.work.issues if i.severity is Severity.ERROR]
        )

    def title(self) -> str:
        """How much is missing, how much is wrong."""
        missing = sum(issue.is_missing for issue in self.issues)
        return texts.MISSING_TITLE.format(missing=missing, wrong=len(self.issues) - missing)

    def word(self, issue: Issue) -> str:
        """Missing or wrong."""
        return texts.MISSING_WORD if issue.is_missing else super().word(issue)

    def when_empty(self) -> str:
        """Nothing is missing."""
        return texts.NOTHING_MISSING


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
        from forms.dossier.content import apply
        from forms.report.figures import FiguresOf, take
        from tui.cli.commands import cell_changes

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
        self.host.back()
        self.work.take()
        self.host.say(texts.DERIVED.format(count=count))
        return True

    def why_not(self, row: int, col: int) -> str:
        """Figures are taken, not typed, here."""
        return texts.CHANGES_HELP

    def explain(self) -> str:
        """What Enter does."""
        return texts.CHANGES_HELP

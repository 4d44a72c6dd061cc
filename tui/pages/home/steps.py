"""The first pages: numbered steps under headings, each with what is there and its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from forms.model.issue import Severity
from forms.model.table import Table
from forms.report.figures import is_empty
from forms.sets.mn2019.records import FACILITY, LISTS
from forms.sets.mn2019.tables import TABLES
from tui import texts
from tui.desk.canvas import Role
from tui.desk.grid import Cell, Column
from tui.desk.numbered import NumberedPage
from tui.desk.page import Host

TITLE, STATE, MOST_WHAT = 34, 17, 40


class Step(NamedTuple):
    """A line: number, title, what is there, its state, what Enter does. Without a number it is a heading."""

    title: str
    number: int = 0
    what: str = ""
    state: str = ""
    help: str = ""
    open: Callable[[], None] | None = None


class Steps(list[Step]):
    """The lines in the making: they are numbered as they come."""

    def heading(self, title: str) -> None:
        """A line without a number."""
        self.append(Step(title))

    def add(self, title: str, what: str, state: str, help_text: str, open_page: Callable[[], None]) -> None:
        """The next step."""
        number = sum(1 for step in self if step.number) + 1
        self.append(Step(title, number, what, state, help_text, open_page))


class StepsPage(NumberedPage):
    """A page of steps. The subclass says which."""

    steady = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._of: tuple[tuple[object, object] | None, Steps] = (None, Steps())
        self.settle()

    def add_steps(self, steps: Steps) -> None:
        """Put the lines of the page into *steps*."""
        raise NotImplementedError

    def headings(self, width: int) -> list[tuple[tuple[str, Role], ...]]:
        """None."""
        return []

    def columns(self) -> Sequence[Column]:
        """Number, step, what is there, state."""
        wide = min(max(self.host.width - 5 - TITLE - STATE, STATE), MOST_WHAT)
        return (Column(("",), 4), Column(("",), TITLE), Column(("",), wide), Column(("",), STATE))

    @property
    def steps(self) -> Steps:
        """The lines."""
        known = (self.work.content, self.stamp())
        if self._of[0] is None or self._of[0][0] is not known[0] or self._of[0][1] != known[1]:
            steps = Steps()
            self.add_steps(steps)
            self._of = (known, steps)
        return self._of[1]

    def stamp(self) -> object:
        """What the steps show beside the content."""
        return None

    # Steps that several pages have

    def go_to(self, place: str) -> None:
        """Open a place of the report."""
        from tui.pages import registry

        registry.go(self.host, place)

    def add_records(self, steps: Steps) -> None:
        """The profile and the lists."""
        content, issues = self.work.content, self.work.issues
        at = Counter(
            (issue.place.record or "").partition("/")[0]
            for issue in issues
            if issue.severity is Severity.ERROR
        )
        doubts = Counter((issue.place.record or "").partition("/")[0] for issue in issues)
        unseen = [key for key in FACILITY.reviewed if content.value(("reviewed", key)) is None]
        seen = len(FACILITY.reviewed) - len(unseen)
        steps.add(
            FACILITY.title,
            texts.REVIEWED_OF.format(count=seen, total=len(FACILITY.reviewed)),
            state_of(
                at["facility"],
                doubts["facility"],
                texts.REVIEW_LEFT.format(count=len(unseen)) if unseen else "",
            ),
            texts.HOME_FACILITY,
            partial(self.go_to, "facility"),
        )
        for record in LISTS:
            count = len(content.records(record.place))
            steps.add(
                record.title,
                texts.COUNTED[record.place].format(count=count),
                state_of(at[record.place], doubts[record.place]) if count else texts.NOT_YET,
                texts.HOME_LIST.format(what=record.title.lower()),
                partial(self.go_to, record.place),
            )

    def add_tables(self, steps: Steps) -> None:
        """The five tables."""
        for table in TABLES:
            steps.add(
                f"{texts.TABLE.format(number=table.number)} · {table.tab_title}",
                "",
                self._state_of_table(table),
                texts.HOME_TABLE.format(title=table.title),
                partial(self.go_to, table.id),
            )

    def _state_of_table(self, table: Table) -> str:
        found = [issue for issue in self.work.issues if issue.place.table == table.id]
        errors = sum(issue.severity is Severity.ERROR for issue in found)
        if found:
            return state_of(errors, len(found))
        if is_empty(self.work.figures, table):
            optional = self.work.content.roster.facility.get("ownership") in table.optional_for
            return texts.NOT_APPLICABLE if optional else texts.NOT_YET
        return texts.DONE

    def add_check(self, steps: Steps) -> None:
        """What is missing and wrong."""
        issues = self.work.issues
        missing = sum(issue.is_missing for issue in issues)
        errors = sum(issue.severity is Severity.ERROR for issue in issues)
        steps.add(
            texts.CHECK_TITLE,
            texts.CHECKED.format(missing=missing, wrong=errors - missing) if errors else "",
            state_of(errors, len(issues)),
            texts.ISSUES_HELP,
            partial(self.go_to, "issues"),
        )

    # The grid

    def count(self) -> int:
        """Number of lines."""
        return len(self.steps)

    def can_stop(self, row: int) -> bool:
        """Steps, not headings."""
        return bool(self.steps[row].number)

    def cell(self, row: int, col: int) -> Cell:
        """A part of a line."""
        step = self.steps[row]
        if not step.number:
            return Cell(step.title if col == 1 else "", role=Role.HEADING)
        role = (
            Role.ERROR
            if step.state.startswith("!")
            else Role.WARNING
            if step.state.startswith("?")
            else Role.TEXT
        )
        return (Cell(f"{step.number:>2}"), Cell(step.title), Cell(step.what), Cell(step.state, role=role))[
            col
        ]

    def number(self, row: int) -> int:
        """The number of the step."""
        return self.steps[row].number

    def open(self, row: int, col: int) -> bool:
        """The step."""
        step = self.steps[row]
        if step.open:
            step.open()
        return True

    def why_not(self, row: int, col: int) -> str:
        """Steps are opened."""
        return texts.HOME_HELP

    def explain(self) -> str:
        """What the step is for."""
        return self.steps[self.row].help


def state_of(errors: int, issues: int, otherwise: str = "") -> str:
    """The state of a step in words."""
    if errors:
        return texts.ERRORS_LEFT.format(count=errors)
    return texts.WARNINGS_LEFT.format(count=issues) if issues else otherwise or texts.DONE

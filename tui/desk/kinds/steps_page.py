"""A page of numbered steps under headings, each with what is there and its state; Enter opens one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from forms.model.declared import Frozen, StrEnum
from forms.model.issue import Issue, Severity, blocking
from tui.desk.canvas import Role
from tui.desk.frame import ROLES
from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.line_numbers import LineNumbers
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Report_co
from tui.jobs.revisions.errors_left import errors_left
from tui.texts import home_words, issue_words
from tui.texts.help import help_words

TITLE, STATE, MOST_WHAT = 34, 17, 40
SIGNS = {Severity.ERROR: "! ", Severity.WARNING: "? "}
NO_SIGN = "  "


class Stage(StrEnum):
    """How far a step is: the first one to do is where the cursor stands, one that is done is drawn quietly."""

    TO_DO = "to do"
    DONE = "done"
    ANY_TIME = "any time"


class State(Frozen):
    """The state of a step in words; *severity* gives it sign and colour. With *at_edge* no room is left for a sign."""

    text: str = ""
    severity: Severity | None = None
    at_edge: bool = False
    stage: Stage = Stage.ANY_TIME

    @property
    def is_to_do(self) -> bool:
        """Whether it waits for somebody; what is wrong always does."""
        return self.severity is not None or self.stage is Stage.TO_DO

    @property
    def role(self) -> Role:
        """How the line of its step is drawn."""
        return Role.DIM if self.stage is Stage.DONE else Role.TEXT

    @property
    def cell(self) -> Cell:
        """As it is drawn."""
        if self.severity is None:
            return Cell(self.text, "" if self.at_edge else NO_SIGN, self.role)
        return Cell(self.text, SIGNS[self.severity], ROLES[self.severity])


STEP_DONE = State(home_words.DONE, stage=Stage.DONE)
NOT_YET = State(home_words.NOT_YET, stage=Stage.TO_DO)


def state_of(issues: Sequence[Issue], otherwise: State = STEP_DONE) -> State:
    """The state that the check gives a step: how many errors, else how many warnings among its *issues*."""
    errors = blocking(issues)
    if errors and all(issue.is_missing for issue in errors):
        return State(errors_left(errors), Severity.ERROR)
    if errors:
        return State(issue_words.ERRORS_LEFT.format(errors=len(errors)), Severity.ERROR)
    return (
        State(home_words.WARNINGS_LEFT.format(count=len(issues)), Severity.WARNING) if issues else otherwise
    )


class Step(Frozen):
    """A line: title, number, what is there, its state, what Enter does. Without a number it is a heading."""

    title: str
    number: int = 0
    what: str = ""
    state: State = STEP_DONE
    help: str = ""
    open: Callable[[], None] | None = None


class Steps(list[Step]):
    """The lines in the making: they are numbered as they come. What the check tells of a step is asked only where *is_checked*."""

    def __init__(self, *, is_checked: bool = True) -> None:
        super().__init__()
        self._is_checked = is_checked

    def heading(self, title: str) -> None:
        """A line without a number."""
        self.append(Step(title))

    def add(self, title: str, what: str, state: State, help_text: str, open_page: Callable[[], None]) -> None:
        """The next step."""
        number = sum(1 for step in self if step.number) + 1
        self.append(Step(title, number, what, state, help_text, open_page))

    def add_checked(
        self,
        title: str,
        what: str,
        look: Callable[[], tuple[str, State]],
        help_text: str,
        open_page: Callable[[], None],
    ) -> None:
        """The next step; *look* asks the check what is there and its state, before that only *what* is known."""
        what, state = look() if self._is_checked else (what, State(home_words.CHECKING))
        self.add(title, what, state, help_text, open_page)


class StepsPage(ListPage[Report_co]):
    """A page of steps. The subclass says which."""

    steady = True

    def __init__(self, host: Host[Report_co]) -> None:
        super().__init__(host)
        self.letters = LineNumbers(self)

    def signs(self) -> Mapping[str, str]:
        return help_words.ISSUE_SIGNS

    def add_steps(self, steps: Steps) -> None:
        """Put the lines of the page into *steps*."""
        raise NotImplementedError

    def stamp(self) -> object:
        """What the steps show beside the content."""
        return None

    @property
    def steps(self) -> Steps:
        """The lines."""
        return self.once("steps", self.look(), self._new_steps)

    def look(self) -> object:
        """Whether the report was checked by now, and what they show beside the content."""
        return self.host.is_starting, self.stamp()

    def _new_steps(self) -> Steps:
        steps = Steps(is_checked=not self.host.is_starting)
        self.add_steps(steps)
        return steps

    def columns(self) -> Sequence[Column]:
        wide = min(max(self.host.width - 5 - TITLE - STATE, STATE), MOST_WHAT)
        return (Column((), 4), Column((), TITLE), Column((), wide), Column((), STATE))

    def count(self) -> int:
        return len(self.steps)

    def can_stop(self, row: int) -> bool:
        """Steps, not headings."""
        return bool(self.steps[row].number)

    def cell(self, row: int, col: int) -> Cell:
        step = self.steps[row]
        if not step.number:
            return Cell(step.title if col == 1 else "", role=Role.HEADING)
        if col == 3:
            return step.state.cell
        return Cell((f"{step.number:>2}", step.title, step.what)[col], role=step.state.role)

    def number(self, row: int) -> int:
        """The number of the step."""
        return self.steps[row].number

    def first_to_do(self, first: int = 0) -> int | None:
        """The row of the first step, from the row *first* on, that waits for somebody; None when all are done."""
        return next((row for row in range(first, self.count()) if self.steps[row].state.is_to_do), None)

    def open(self, row: int) -> None:
        """The step."""
        step = self.steps[row]
        if step.open:
            step.open()

    def hint(self) -> str:
        return home_words.HOME_HELP

    def explain(self) -> str:
        """What the step is for."""
        return self.steps[self.cursor.row].help

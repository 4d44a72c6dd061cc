"""The first page: the steps of the letter, each with its state; and the start in an empty folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from forms.figures import is_empty
from forms.records import FACILITY, LISTS
from forms.roster import SchoolYear
from forms.rules import is_missing
from forms.sent import sent
from forms.spec import Severity, Table
from forms.states import STATES
from forms.tables import TABLES
from tui import texts
from tui.canvas import Role
from tui.keys import Action
from tui.pages.base import Host, Message
from tui.pages.grid import Cell, Column
from tui.pages.numbered import NumberedPage

TITLE, STATE, MOST_WHAT = 34, 17, 40


class Step(NamedTuple):
    """A line: number, title, what is there, its state, what Enter does. Without a number it is a heading."""

    title: str
    number: int = 0
    what: str = ""
    state: str = ""
    help: str = ""
    open: Callable[[], None] | None = None


class HomePage(NumberedPage):
    """The steps: Hồ sơ → Lấy dữ liệu → Kiểm tra → In → Xuất."""

    steady = True
    actions: tuple[Action, ...] = (
        Action.HELP,
        Action.TAKE,
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.IMPORT,
        Action.FILL,
        Action.YEAR,
        Action.CAMPAIGN,
        Action.REPLIES,
        Action.DIFFERENCES,
        Action.MENU,
        Action.BACK,
    )

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._of: tuple[tuple[object, object] | None, list[Step]] = (None, [])
        if self.work.content.roster.is_empty:  # nothing to move up yet: the profile comes first
            titles = [step.title for step in self.steps]
            self.row = titles.index(FACILITY.title) if FACILITY.title in titles else 0
        self.settle()

    def title(self) -> str:
        """The name of the program."""
        return texts.HOME_TITLE

    def headings(self, width: int) -> list[tuple[tuple[str, Role], ...]]:
        """None."""
        return []

    def columns(self) -> Sequence[Column]:
        """Number, step, what is there, state."""
        wide = min(max(self.host.width - 5 - TITLE - STATE, STATE), MOST_WHAT)
        return (Column(("",), 4), Column(("",), TITLE), Column(("",), wide), Column(("",), STATE))

    @property
    def steps(self) -> list[Step]:
        """The lines."""
        known = (self.work.content, self.stamp())
        if self._of[0] is None or self._of[0][0] is not known[0] or self._of[0][1] != known[1]:
            self._of = (known, self._steps())
        return self._of[1]

    def stamp(self) -> object:
        """What the steps show beside the content."""
        return None

    def _steps(self) -> list[Step]:
        content, issues = self.work.content, self.work.issues
        at = Counter(
            (issue.record or "").partition("/")[0] for issue in issues if issue.severity is Severity.ERROR
        )
        doubts = Counter((issue.record or "").partition("/")[0] for issue in issues)
        missing = sum(map(is_missing, issues))
        steps = [Step(texts.PREPARE)]

        def add(title: str, what: str, state: str, help_text: str, open_page: Callable[[], None]) -> None:
            number = sum(1 for step in steps if step.number) + 1
            steps.append(Step(title, number, what, state, help_text, open_page))

        before, following = SchoolYear(content.year.start - 1), SchoolYear(content.year.start + 1)
        came = self.work.checker.previous is not None
        add(
            texts.ROLL_STEP,
            texts.ROLL_FROM.format(year=before) if came else texts.ROLL_WHAT.format(year=following),
            texts.DONE if came else "",
            texts.HOME_ROLL,
            self._roll,
        )
        unseen = [key for key in FACILITY.reviewed if content.value(("reviewed", key)) is None]
        seen = len(FACILITY.reviewed) - len(unseen)
        add(
            FACILITY.title,
            texts.REVIEWED_OF.format(count=seen, total=len(FACILITY.reviewed)),
            state_of(
                at["facility"],
                doubts["facility"],
                texts.REVIEW_LEFT.format(count=len(unseen)) if unseen else "",
            ),
            texts.HOME_FACILITY,
            partial(self._go, "facility"),
        )
        for record in LISTS:
            count = len(content.records(record.place))
            add(
                record.title,
                texts.COUNTED[record.place].format(count=count),
                state_of(at[record.place], doubts[record.place]) if count else texts.NOT_YET,
                texts.HOME_LIST.format(what=record.title.lower()),
                partial(self._go, record.place),
            )
        steps.append(Step(texts.MAKE_REPORT))
        add(
            texts.TAKE_TITLE,
            content.taken_at[11:16] if content.taken_at else "",
            self._taking(),
            texts.HOME_TAKE,
            lambda: self.host.act(Action.TAKE),
        )
        for table in TABLES:
            add(
                f"{texts.TABLE.format(number=table.number)} · {table.tab_title}",
                "",
                self._state_of_table(table),
                texts.HOME_TABLE.format(title=table.title),
                partial(self._go, table.id),
            )
        errors = sum(issue.severity is Severity.ERROR for issue in issues)
        add(
            texts.CHECK_TITLE,
            texts.CHECKED.format(missing=missing, wrong=errors - missing) if errors else "",
            state_of(errors, len(issues)),
            texts.ISSUES_HELP,
            partial(self._go, "issues"),
        )
        add(texts.PRINT_TITLE, "", "", texts.HOME_PRINT, lambda: self.host.act(Action.PRINT))
        add(texts.EXCEL_TITLE, "", "", texts.HOME_EXCEL, lambda: self.host.act(Action.EXCEL))
        self._add_sending(add, errors)
        return steps

    def _add_sending(self, add: Callable[..., None], errors: int) -> None:
        content = self.work.content
        last = sent(content, content.last_sent)
        what = (
            texts.LAST_SENT.format(number=last.number, at=f"{last.at[8:10]}/{last.at[5:7]}") if last else ""
        )
        left = len(self.work.remarks)
        if content.is_frozen:
            state, help_text = STATES[content.state].title, texts.HOME_REPLIES
        else:
            state = texts.ERRORS_LEFT.format(count=errors) if errors else texts.SEND_READY
            state = texts.REMARKS_LEFT.format(count=left) if left else state
            help_text = texts.HOME_REPLIES if left else texts.HOME_SEND.format(number=content.revision)
        add(texts.SEND_STEP, what, state, help_text, self._send)

    def _send(self) -> None:
        from tui.pages import signoff

        signoff.start(self.host)

    def messages(self) -> list[Message]:
        """The office's words on a report that it refused."""
        if not self.work.content.part("answers"):
            return []
        from tui.pages.replies import banner

        return banner(self.host)

    def _roll(self) -> None:
        from tui.pages import rolling

        rolling.start(self.host)

    def _go(self, place: str) -> None:
        from tui import places

        places.go(self.host, place)

    def _taking(self) -> str:
        if self.work.content.taken_at is None:
            return texts.NOT_YET
        stale = sum(map(len, self.work.stale_cells.values()))
        return texts.STALE_SHORT.format(count=stale) if stale else texts.DONE

    def _state_of_table(self, table: Table) -> str:
        found = [issue for issue in self.work.issues if issue.table == table.id]
        errors = sum(issue.severity is Severity.ERROR for issue in found)
        if found:
            return state_of(errors, len(found))
        if is_empty(self.work.figures, table):
            optional = self.work.content.roster.facility.get("ownership") in table.optional_for
            return texts.NOT_APPLICABLE if optional else texts.NOT_YET
        return texts.DONE

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

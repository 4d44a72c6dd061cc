"""Chuyển hồ sơ lên năm học mới on screen: everything is shown and can be decided first, nothing is written before Enter.

The decisions live here only: undo, redo and Esc concern them, never the dossier of the old year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forms.dossier.roster import SchoolYear
from forms.report.roll_forward import AS_RULED, Choices, Roll, roll
from forms.sets.roll_words import RollWords
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.grid_page import GridPage
from tui.desk.page import Deed, Host, Message
from tui.jobs.open_report import OpenReport
from tui.jobs.rolling import begin_year, next_year
from tui.pages.rolling.roll_rows import Row, Section, rows_of
from tui.texts import desk_words, rolling_words
from tui.texts.help.keys import Action

STATE, NAME, MORE_NAME, LEAST_DETAIL = 14, 29, 15, 20
NAME_COLUMN = 1
TURNED = (Section.LEAVING, Section.COMING, Section.STAFF)
"""Where the space bar decides who comes along."""


class RollPage(GridPage[OpenReport]):
    """What the next school year begins with: the first row writes it, the rows below can be changed."""

    actions = (Action.HELP, Action.FIND, Action.NEXT_ISSUE, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)
        self.choices = AS_RULED
        self._before: list[Choices] = []
        self._undone: list[Choices] = []

    @property
    def rolled(self) -> Roll:
        """The next year as chosen so far."""
        return self.once("rolled", self.choices, lambda: roll(self.work.content, self.choices))

    @property
    def rows(self) -> list[Row]:
        """The rows of the preview."""
        room = self._widths[-1] - 1
        return self.once("rows", (self.choices, room), lambda: rows_of(self.work.content, self.rolled, room))

    # What it looks like

    def title(self) -> str:
        return rolling_words.ROLL_TITLE.format(year=self.rolled.content.year)

    @property
    def _widths(self) -> tuple[int, int, int]:
        name = NAME + min(max(self.host.width - 80, 0), MORE_NAME)
        return STATE, name, max(self.host.width - STATE - name, LEAST_DETAIL)

    def columns(self) -> Sequence[Column]:
        """What becomes of it, name, more about it."""
        state, name, detail = self._widths
        return Column((), state, frozen=True), Column((), name), Column((), detail)

    def count(self) -> int:
        return len(self.rows)

    def can_stop(self, row: int) -> bool:
        """The row that writes, and the records."""
        return row == 0 or self.rows[row].subject is not None

    def cell(self, row: int, col: int) -> Cell:
        here = self.rows[row]
        text = (here.state, here.text, here.detail)[col]
        if here.section and here.subject is None:
            return Cell(text, role=Role.HEADING)
        if col == 0:
            return Cell(text, here.sign or " ", Role.WARNING if here.sign else Role.TEXT)
        return Cell(text)

    @property
    def _words(self) -> RollWords:
        return self.work.content.form.rolling.words

    def explain(self) -> str:
        """What the row is and what the keys do there."""
        year = self.rolled.content.year
        if self.cursor.row == 0:
            return rolling_words.ROLL_START_HELP.format(year=year, old=self.work.content.year)
        section = self.rows[self.cursor.row].section
        return self._words.helps[section] if section else ""

    def messages(self) -> list[Message]:
        """Why it wants a look."""
        return list(self.rows[self.cursor.row].remarks)

    # Deciding

    def can_type(self, row: int, col: int) -> bool:
        """The names of the classes."""
        return col == NAME_COLUMN and self._is_class(row)

    def _is_class(self, row: int) -> bool:
        here = self.rows[row]
        return here.section is Section.CLASSES and here.subject is not None

    def why_not(self, row: int, col: int) -> str:
        """Only names are typed."""
        return self._words.name_only

    def commit(self, row: int, col: int, text: str) -> None:
        """Give a class its name for the next year; without one it keeps the old name."""
        here = self.rows[row]
        if here.subject is None:
            return
        if not text:
            self.host.say(rolling_words.ROLL_NAME_BACK)
        self._choose(self.choices.named(here.ref, text if text not in ("", here.subject.name) else None))

    def own_key(self, name: str, char: str | None) -> bool:
        """The space bar decides; Home and End go to the first and the last row."""
        if char == " ":
            self._turn()
        elif name in ("home", "end"):
            self.cursor.row = 0 if name == "home" else self.count() - 1
        else:
            return False
        return True

    def _turn(self) -> None:
        """Someone comes along or not, the other way round; then the next row."""
        here = self.rows[self.cursor.row]
        if here.section not in TURNED:
            self.host.say(
                self._words.name_only if self._is_class(self.cursor.row) else rolling_words.ROLL_NOT_TURNED
            )
            return
        self._choose(self.choices.turned(here.ref, ruled_out=here.section is Section.LEAVING))
        self.host.say(
            rolling_words.ROLL_TURNED.format(name=here.text, state=self.rows[self.cursor.row].state)
        )
        self.cursor.step(1)

    def _choose(self, choices: Choices) -> None:
        if choices != self.choices:
            self._before.append(self.choices)
            self._undone.clear()
            self.choices = choices

    def deeds(self) -> Mapping[Action, Deed]:
        """Undo and redo concern what was decided here; the next issue is the next one to look at."""
        return {
            **super().deeds(),
            Action.UNDO: lambda: self._go_back(self._before, self._undone, rolling_words.ROLL_UNDONE),
            Action.REDO: lambda: self._go_back(self._undone, self._before, rolling_words.ROLL_REDONE),
            Action.NEXT_ISSUE: self._next_to_look_at,
        }

    def _go_back(self, source: list[Choices], other: list[Choices], done: str) -> None:
        if not source:
            self.host.say(rolling_words.ROLL_NOTHING_UNDONE.format(old=self.work.content.year))
            return
        other.append(self.choices)
        self.choices = source.pop()
        self.host.say(done)

    def _next_to_look_at(self) -> None:
        places = [row for row, here in enumerate(self.rows) if here.sign]
        if not places:
            self.host.say(self._words.nothing_to_look_at)
            return
        number = next((number for number, row in enumerate(places) if row > self.cursor.row), 0)
        self.go(places[number])
        self.host.say(rolling_words.ROLL_PLACE.format(place=number + 1, total=len(places)))

    def saved(self) -> str:
        """Nothing is on disk before the year is made."""
        return rolling_words.ROLL_NOT_MADE

    def escape(self) -> bool:
        """Esc leaves without a trace; what was decided here is given up only after a question."""
        if super().escape():
            return True
        if self.choices == AS_RULED:
            return False
        self.host.ask(rolling_words.ROLL_ASK_DROP, self._answer_drop)
        return True

    def _answer_drop(self, text: str) -> None:
        if text.casefold() in desk_words.YES_WORDS:
            self.host.back()

    # Writing

    def open(self, row: int, col: int) -> bool:
        """In the first row Enter writes; a name goes on like Tab; elsewhere it says how to go on."""
        if row == 0:
            self._begin()
        elif self._is_class(row):
            return False
        else:
            self.host.say(rolling_words.ROLL_ENTER_HELP)
        return True

    def at_the_end(self) -> None:
        """After the last name."""
        self.host.say(self._words.names_done)

    def _begin(self) -> None:
        """Write at once behind a report that was sent; before that only after a question: the new year is what opens then."""
        content = self.work.content
        if content.last_sent or not self.work.writable:
            self._write()
        else:
            question = rolling_words.ROLL_ASK_UNSENT
            self.host.ask(
                question.format(old=content.year, year=self.rolled.content.year), self._answer_begin
            )

    def _answer_begin(self, text: str) -> None:
        if text.casefold() in desk_words.YES_WORDS:
            self._write()

    def _write(self) -> None:
        """Make the dossier of the new year and go on with it."""
        work, content = self.work, self.rolled.content
        if not work.writable:
            self.host.say(rolling_words.ROLL_LOOKING_ONLY)
            return
        old = work.content.year
        next_year(
            work.workspace, work.content, content.year
        )  # refused when that year has come to be meanwhile
        begin_year(work.workspace, content)
        work.move_to(work.workspace.but(chosen_year=content.year))
        self.host.home()
        self.host.say(rolling_words.ROLLED_BY_KEY.format(year=content.year, old=old))


def roll_preview(host: Host[OpenReport]) -> RollPage:
    """The page of the next year. Raises Refused when it cannot be made."""
    work = host.work
    next_year(work.workspace, work.content, SchoolYear(work.content.year.start + 1))
    return RollPage(host)

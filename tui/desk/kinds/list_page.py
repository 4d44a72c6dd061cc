"""A page that is a list: the cursor is a whole row, Enter opens it, nothing is typed into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from forms.model.text import matches
from tui.desk.canvas import Line
from tui.desk.grid.block import as_line, is_block, pasted_rows
from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.cursor import Cursor
from tui.desk.grid.deed_rows import DeedRows
from tui.desk.grid.grid import MAX_PASTED
from tui.desk.grid.view import View
from tui.desk.page import BETWEEN, Deed, Host, Page, Report_co
from tui.texts import desk_words
from tui.texts.help.keys import LIST_MOVES, Action


class Letters(Protocol):
    """What letters and digits do in a list: a query, or the numbers of its lines."""

    moves: tuple[tuple[str, str], ...]
    """That in words."""

    def key(self, name: str, char: str | None) -> bool:
        """Take a key; False when it means nothing here."""

    def paste(self, text: str) -> bool:
        """Take a pasted line, as it came; False when it means nothing here."""

    def leave(self) -> None:
        """Another action is carried out."""

    def anew(self) -> None:
        """What was typed before gives way to what comes."""

    def takes(self, line: str) -> bool:
        """Whether *line*, all of it, leads to something here."""


class ListPage(Page[Report_co]):
    """A page with a cursor and a view of its rows."""

    actions: tuple[Action, ...] = (
        Action.HELP,
        Action.FIND,
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.MENU,
        Action.BACK,
    )
    steady = False

    def __init__(self, host: Host[Report_co]) -> None:
        super().__init__(host)
        self.letters: Letters | None = None
        self.all_rows = DeedRows(self)
        """Those of the list, then its deeds."""
        self.cursor = Cursor(self.all_rows)
        self.view = View(self.all_rows, self.cursor, host, whole_row=True)

    # The rows

    def columns(self) -> Sequence[Column]:
        """The columns."""
        raise NotImplementedError

    def count(self) -> int:
        """Number of rows."""
        raise NotImplementedError

    def cell(self, row: int, col: int) -> Cell:
        """What stands at a place."""
        raise NotImplementedError

    def has(self, row: int) -> bool:
        """Whether there is such a row."""
        return 0 <= row < self.count()

    def cells_of(self, row: int, cols: Sequence[int]) -> list[Cell]:
        """What stands at several places of a row."""
        return [self.cell(row, col) for col in cols]

    def can_stop(self, row: int) -> bool:
        """Whether the cursor may rest on a row."""
        return True

    def look(self) -> object:
        """What a steady page shows otherwise than before though the content is the same."""
        return None

    def open(self, row: int) -> None:
        """Enter on a row."""

    def deeds_below(self) -> Sequence[Action]:
        """What the last rows carry out: Enter on one is as good as its key."""
        return ()

    @property
    def deed_here(self) -> Action | None:
        """What the row of the cursor carries out; None on a row of the list."""
        return self.all_rows.deed(self.cursor.row)

    def own_key(self, name: str, char: str | None) -> bool:
        """A key before it means what it means in every list; False leaves it to that."""
        return False

    def hint(self) -> str:
        """What can be done here, said when a key means nothing."""
        return self.explain()

    def moves(self) -> Sequence[tuple[str, str]]:
        return (*LIST_MOVES, *(self.letters.moves if self.letters is not None else ()))

    def help(self) -> list[str]:
        """The whole row, what it means."""
        if not self.all_rows.count():
            return super().help()
        cells = self.all_rows.cells_of(self.cursor.row, range(len(self.columns())))
        return [BETWEEN.join(filter(None, (cell.text.strip() for cell in cells))), self.explain()]

    # Finding

    def deeds(self) -> Mapping[Action, Deed]:
        """F3 finds a row by its text."""
        return {Action.FIND: lambda: self.host.ask(desk_words.ASK_FIND, self.find, in_words=True)}

    def find(self, text: str) -> None:
        """The cursor on the next row with *text*."""
        row = self.cursor.next_row(
            lambda row: matches(
                text,
                " ".join(cell.text for cell in self.all_rows.cells_of(row, range(len(self.columns())))),
            )
        )
        if row is None:
            self.host.say(desk_words.NOT_FOUND_HERE.format(text=text))
        else:
            self.go(row)

    # The page

    def headings(self, width: int) -> list[Line]:
        """The heading lines."""
        return self.view.headings(width)

    def body(self, width: int, height: int) -> list[Line]:
        """The visible rows."""
        return self.view.body(width, height)

    def go(self, row: int) -> None:
        """Put the cursor there."""
        self.cursor.row = row

    def key(self, name: str, char: str | None) -> None:
        """A key of the list."""
        letters = self.letters
        if not self.own_key(name, char) and not (letters is not None and letters.key(name, char)):
            self._resting(name, char)

    def _resting(self, name: str, char: str | None) -> None:
        match name:
            case "up" | "down":
                self.cursor.step(-1 if name == "up" else 1)
            case "left" | "right":
                self.view.aside(-1 if name == "left" else 1)
            case "home":
                self.cursor.row = 0
            case "end":
                self.cursor.row = self.all_rows.count() - 1
            case "pageup" | "pagedown":
                self.view.turn(-1 if name == "pageup" else 1)
            case "tab":
                self.host.say(str(self.work.refusal(self.scope) or desk_words.LAST_CELL))
            case "shift+tab":
                self.host.say(desk_words.FIRST_CELL)
            case "enter":
                if self.deed_here is not None:
                    self.host.act(self.deed_here)
                elif self.count():
                    self.open(self.cursor.row)
            case "delete" | "backspace":
                self.host.say(self.hint())
            case _ if char is not None and char.isprintable():
                self.host.say(self.hint())

    def paste(self, text: str) -> None:
        """A pasted line is taken as if it were typed; a block has no place here."""
        if len(text) > MAX_PASTED:
            self.host.say(desk_words.TOO_MUCH_PASTED)
            return
        rows = pasted_rows(text)
        if is_block(rows):
            self.host.say(desk_words.NO_BLOCK_HERE)
        elif not (self.letters is not None and self.letters.paste(as_line(rows))):
            self.host.say(self.hint())

    def point(self, column: int, line: int) -> bool:
        """The row there."""
        place = self.view.place_at(column, line, self.host.width)
        if place is not None:
            self.go(place[0])
        return place is not None

    def takes(self, line: str) -> bool:
        """Whether *line*, all of it, leads to something here."""
        return self.letters is not None and self.letters.takes(line)

    def type_anew(self) -> None:
        """Another search, another number."""
        if self.letters is not None:
            self.letters.anew()

    def bookmark(self) -> Deed:
        return self.view.bookmark()

    def start_editing(self) -> bool:
        """Nothing is edited in a list."""
        self.host.say(self.hint())
        return True

    def leave(self) -> bool:
        """Another action is carried out."""
        if self.letters is not None:
            self.letters.leave()
        return True

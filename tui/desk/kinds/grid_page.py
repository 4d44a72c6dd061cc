"""A page that is a grid one types into. The page says what its cells are; its grid has cursor, view and buffer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forms.dossier.content import Path
from forms.model.text import matches
from tui.desk.canvas import Line
from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.grid import EditGrid
from tui.desk.line.buffer import Buffer
from tui.desk.page import Deed, Focus, Host, Page, Report_co, Unfinished
from tui.texts import desk_words
from tui.texts.help.keys import MOVES, READING_MOVES, Action


class GridPage(Page[Report_co]):
    """A page with a grid."""

    steady = False

    def __init__(self, host: Host[Report_co]) -> None:
        super().__init__(host)
        self.grid = EditGrid(self, host)
        self.cursor = self.grid.cursor

    # The cells

    def columns(self) -> Sequence[Column]:
        """The columns, frozen ones first."""
        raise NotImplementedError

    def count(self) -> int:
        """Number of rows."""
        raise NotImplementedError

    def cell(self, row: int, col: int) -> Cell:
        """What stands at a place; *col* counts all columns."""
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

    def in_focus(self) -> Focus | None:
        """The cell as it was before it is being typed into, so that the line stays while keys arrive."""
        if not self.count():
            return None
        row, col = self.cursor.row, self.cursor.col
        return Focus(
            self.cell(row, col).text or desk_words.EMPTY_CELL, self.row_heading(row), self.column_heading(col)
        )

    def row_heading(self, row: int) -> str:
        """What a row is called: what stands in its frozen columns."""
        frozen = [col for col, column in enumerate(self.columns()) if column.frozen]
        return " ".join(" ".join(cell.text.split()) for cell in self.cells_of(row, frozen)).strip()

    def column_heading(self, col: int) -> str:
        """What a column is called, where there are several to go to."""
        column = self.columns()[col]
        return " ".join((column.over, *column.titles)).strip() if len(self.cursor.cells()) > 1 else ""

    # What typing them means

    def can_type(self, row: int, col: int) -> bool:
        """Whether a cell can be typed."""
        return False

    def why_not(self, row: int, col: int) -> str:
        """Why a cell cannot be typed."""
        return desk_words.NOT_TYPABLE

    def in_words(self, row: int, col: int) -> bool:
        """Whether what is typed there are words, no code and no number."""
        return False

    def typed(self, row: int, col: int) -> str:
        """The text to edit."""
        return self.cell(row, col).text

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep what was typed, durably. Raises NhomtreError: the text then stays in the cell."""

    def path(self, row: int, col: int) -> Path | None:
        """Where the dossier keeps what is typed into a cell; None when it does not."""
        return None

    def clear(self, row: int, col: int) -> None:
        """Empty a cell."""
        self.commit(row, col, "")

    def toggle(self, row: int, col: int) -> bool:
        """Change a yes/no cell; False when it is none."""
        return False

    def open(self, row: int, col: int) -> bool:
        """Enter on a cell that is not being typed; False goes on."""
        return False

    def after_enter(self, row: int, col: int) -> None:
        """Enter has kept what was typed and gone on."""

    def go_on(self) -> None:
        """Enter has kept what was typed, or there was nothing to open: the cursor goes on like Tab."""
        self.grid.tab(1)

    def at_the_end(self) -> None:
        """Tab or Enter in the last cell that can be typed."""
        self.host.say(str(self.work.refusal(self.scope) or desk_words.LAST_CELL))

    def own_key(self, name: str, char: str | None) -> bool:
        """A key while nothing is typed, before it means what it means in every grid; False leaves it to that."""
        return False

    def paste_block(self, block: list[list[str]]) -> None:
        """Take a block of cells from a spreadsheet, as they came."""
        self.host.say(desk_words.NO_BLOCK_HERE)

    # Finding

    def deeds(self) -> Mapping[Action, Deed]:
        """F3 finds a row by its text."""
        return {Action.FIND: lambda: self.host.ask(desk_words.ASK_FIND, self.find, in_words=True)}

    def find(self, text: str) -> None:
        """The cursor on the next row with *text*."""
        row = self.cursor.next_row(lambda row: self.has_text(row, text))
        if row is None:
            self.host.say(desk_words.NOT_FOUND_HERE.format(text=text))
        else:
            self.grid.go(row)

    def has_text(self, row: int, text: str) -> bool:
        """Whether a search for *text* stops at a row."""
        return matches(text, " ".join(self.cell(row, col).text for col in range(len(self.columns()))))

    # The page

    def moves(self) -> Sequence[tuple[str, str]]:
        can_type = any(self.can_type(row, col) for row in range(self.count()) for col in self.cursor.cells())
        return MOVES if can_type else READING_MOVES

    def headings(self, width: int) -> list[Line]:
        """The heading lines of the visible columns."""
        return self.grid.view.headings(width)

    def body(self, width: int, height: int) -> list[Line]:
        """The visible rows."""
        return self.grid.body(width, height)

    def key(self, name: str, char: str | None) -> None:
        """A key of the grid."""
        self.grid.key(name, char)

    def paste(self, text: str) -> None:
        """Into the line being typed, or into cells."""
        self.grid.paste(text)

    def point(self, column: int, line: int) -> bool:
        """The cell there."""
        place = self.grid.view.place_at(column, line, self.host.width)
        if place is not None:
            self.go(*place)
        return place is not None

    @property
    def is_typing(self) -> bool:
        return self.grid.edit is not None

    @property
    def path_here(self) -> Path | None:
        return self.path(self.cursor.row, self.cursor.col) if self.count() else None

    def unfinished(self) -> Unfinished | None:
        edit, path = self.grid.edit, self.path_here
        if edit is None or path is None or edit.text in ("", self.typed(self.cursor.row, self.cursor.col)):
            return None
        return Unfinished(path, edit.text)

    def seek(self, path: Path) -> bool:
        for row in range(self.count()):
            for col in self.cursor.cells():
                if self.path(row, col) == path and self.can_type(row, col):
                    self.go(row, col)
                    return True
        return False

    def take_up(self, path: Path, text: str) -> None:
        self.grid.edit = Buffer.of(text)

    def go(self, row: int, col: int | None = None) -> None:
        """Put the cursor there."""
        self.grid.go(row, col)

    def bookmark(self) -> Deed:
        return self.grid.view.bookmark()

    def start_editing(self) -> bool:
        """Edit the text of the cell."""
        return self.grid.start_editing()

    def leave(self) -> bool:
        """Keep what is being typed."""
        return self.grid.leave()

    def escape(self) -> bool:
        """Esc while typing brings the old value back."""
        return self.grid.escape()

    def bring_back(self) -> bool:
        """The text that Esc dropped is being typed again."""
        return self.grid.bring_back()

"""The grid: rows and columns with one cursor and one edit buffer. Every table and form is one.

Keys are carried out one after another as they arrived; a commit is durable before the next key is
looked at. What does not parse stays, marked; only a failed write keeps the text in the cell.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from forms.model.errors import NhomtreError
from forms.model.text import clean, shorten
from tui.desk.canvas import Line
from tui.desk.grid.block import as_line, is_block, pasted_rows
from tui.desk.grid.cells import Room, Rows
from tui.desk.grid.cursor import Cursor
from tui.desk.grid.view import View
from tui.desk.line.buffer import Buffer
from tui.desk.line.input_method import InputMethod
from tui.texts import desk_words

if TYPE_CHECKING:
    from forms.entry.old_fonts import OldText

MAX_PASTED = 1_000_000
"""Characters of a block taken from the clipboard."""
MOST_SHOWN = 24


class TypedCells(Rows, Protocol):
    """What the cells are and what typing them means: a page, as its grid sees it."""

    def typed(self, row: int, col: int) -> str:
        """The text to edit."""

    def can_type(self, row: int, col: int) -> bool:
        """Whether a cell can be typed."""

    def why_not(self, row: int, col: int) -> str:
        """Why a cell cannot be typed."""

    def in_words(self, row: int, col: int) -> bool:
        """Whether what is typed there are words, no code and no number."""

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep what was typed, durably. Raises NhomtreError: the text then stays in the cell."""

    def clear(self, row: int, col: int) -> None:
        """Empty a cell."""

    def toggle(self, row: int, col: int) -> bool:
        """Change a yes/no cell; False when it is none."""

    def open(self, row: int, col: int) -> bool:
        """Enter on a cell that is not being typed; False goes on."""

    def after_enter(self, row: int, col: int) -> None:
        """Enter has kept what was typed and gone on."""

    def go_on(self) -> None:
        """Enter has kept what was typed, or there was nothing to open: the cursor goes on."""

    def at_the_end(self) -> None:
        """Tab or Enter in the last cell that can be typed."""

    def own_key(self, name: str, char: str | None) -> bool:
        """A key while nothing is typed, before it means what it means in every grid; False leaves it to that."""

    def paste_block(self, block: list[list[str]]) -> None:
        """Take a block of cells from a spreadsheet, as they came."""


class Speaker(Room, Protocol):
    """Who says and asks on the message line."""

    def say(self, text: str) -> None:
        """One sentence, until the next key."""

    def ask(self, question: str, answer: Callable[[str], None], text: str = "") -> None:
        """Ask for a line of text."""

    @property
    def input_method(self) -> InputMethod:
        """How letters with marks are typed in this session."""


class EditGrid:
    """A cursor, a view and the line being typed, over the cells of a page."""

    def __init__(self, cells: TypedCells, host: Speaker) -> None:
        self._cells = cells
        self._host = host
        self.cursor = Cursor(cells)
        self.view = View(cells, self.cursor, host)
        self.edit: Buffer | None = None
        """The line being typed."""
        self._dropped: tuple[int, int, Buffer] | None = None
        """What Esc dropped, and where, until the next key."""

    def body(self, width: int, height: int) -> list[Line]:
        """The visible rows."""
        return self.view.body(width, height, self.edit)

    def go(self, row: int, col: int | None = None) -> None:
        """Put the cursor there."""
        self.cursor.row = row
        if col is not None:
            self.cursor.col = col

    # Keys

    def key(self, name: str, char: str | None) -> None:
        """One key. Editing keys act on the buffer, moving keys commit first."""
        self._dropped = None
        if self.edit is not None:
            self._typing(self.edit, name, char)
        elif not self._cells.own_key(name, char):
            self._resting(name, char)

    def _resting(self, name: str, char: str | None) -> None:
        cursor = self.cursor
        match name:
            case "up" | "down":
                cursor.step(-1 if name == "up" else 1)
            case "left" | "right":
                cursor.side(-1 if name == "left" else 1)
            case "home" | "end":
                cursor.col = cursor.cells()[0 if name == "home" else -1]
            case "pageup" | "pagedown":
                self.view.turn(-1 if name == "pageup" else 1)
            case "tab" | "shift+tab":
                self.tab(1 if name == "tab" else -1)
            case "enter":
                if self._cells.count() and not self._cells.open(cursor.row, cursor.col):
                    self._cells.go_on()
            case "delete":
                self._if_typable(self._cells.clear)
            case "backspace":
                self._if_typable(self._edit_what_is_there)
            case _ if char is not None and char.isprintable():
                self._if_typable(lambda row, col: self._first_letter(row, col, char))

    def _if_typable(self, do: Callable[[int, int], None]) -> None:
        row, col = self.cursor.row, self.cursor.col
        if self._cells.count() and self._cells.can_type(row, col):
            do(row, col)
        else:
            self._host.say(self._cells.why_not(row, col))

    def _edit_what_is_there(self, row: int, col: int) -> None:
        self.edit = Buffer.of(self._cells.typed(row, col))

    def _first_letter(self, row: int, col: int, char: str) -> None:
        if not (char == " " and self._cells.toggle(row, col)):
            self.edit = Buffer()
            self._type(self.edit, char)

    def _type(self, edit: Buffer, char: str) -> bool:
        in_words = self._cells.in_words(self.cursor.row, self.cursor.col)
        return self._host.input_method.type(edit, char, in_words=in_words)

    def tab(self, by: int) -> None:
        """To the next cell that can be typed, or the one before."""
        if self.cursor.next_cell(by, self._cells.can_type):
            return
        if by > 0:
            self._cells.at_the_end()
        else:
            self._host.say(desk_words.FIRST_CELL)

    def _typing(self, edit: Buffer, name: str, char: str | None) -> None:
        if self._host.input_method.press(edit, name):
            return
        match name:
            case "enter" | "tab" | "shift+tab" | "up" | "down" | "pageup" | "pagedown":
                row, col = self.cursor.row, self.cursor.col
                if self.leave():
                    self._go_after(name)
                    if name == "enter":
                        self._cells.after_enter(row, col)
            case _ if char is not None and char.isprintable() and not self._type(edit, char):
                self._host.say(desk_words.LINE_FULL)

    def _go_after(self, name: str) -> None:
        match name:
            case "enter":
                self._cells.go_on()
            case "tab" | "shift+tab":
                self.tab(1 if name == "tab" else -1)
            case "up" | "down":
                self.cursor.step(-1 if name == "up" else 1)
            case _:
                self.view.turn(-1 if name == "pageup" else 1)

    def leave(self) -> bool:
        """Keep what is being typed; False when it could not be written: the text stays in the cell."""
        self._dropped = None
        if self.edit is None or not self._cells.count():  # no row is left that it was typed for
            self.edit = None
            return True
        try:
            self._cells.commit(self.cursor.row, self.cursor.col, clean(self.edit.text))
        except NhomtreError as error:
            self._host.say(str(error))
            return False
        if old := _old_text(self.edit.text):
            after = shorten(old.after, MOST_SHOWN)
            self._host.say(desk_words.TYPED_OLD.format(encoding=old.encoding.called, after=after))
        self.edit = None
        return True

    def escape(self) -> bool:
        """Esc while typing brings the old value back."""
        if self.edit is None:
            return False
        self._dropped = (self.cursor.row, self.cursor.col, self.edit)
        self.edit = None
        return True

    def bring_back(self) -> bool:
        """Undo right after Esc: the text that was dropped is being typed again."""
        if self._dropped is None:
            return False
        self.cursor.row, self.cursor.col, self.edit = self._dropped
        self._dropped = None
        return True

    def start_editing(self) -> bool:
        """F2 while resting: edit the text that is there. False while it is being typed."""
        if self.edit is not None:
            return False
        self._if_typable(self._edit_what_is_there)
        return True

    # Pasting

    def paste(self, text: str) -> None:
        """Pasted text goes into the line being typed; a block goes into cells."""
        if len(text) > MAX_PASTED:
            self._host.say(desk_words.TOO_MUCH_PASTED)
            return
        rows = pasted_rows(text)
        if self.edit is None and is_block(rows):
            self._cells.paste_block(rows)
        elif self.edit is None:
            self._if_typable(lambda row, col: self._insert(as_line(rows)))
        else:
            self._insert(as_line(rows))

    def _insert(self, text: str) -> None:
        """Put a pasted line where it is typed; one in an old encoding is shown as it could be first."""
        old = _old_text(text)
        if old is None:
            self._put_in(clean(text))
            return

        def answer(reply: str) -> None:
            self._put_in(old.after if reply.casefold() in desk_words.YES_WORDS else old.before)

        question = desk_words.ASK_CONVERT.format(
            encoding=old.encoding.called, after=shorten(old.after, MOST_SHOWN)
        )
        self._host.ask(question, answer)

    def _put_in(self, text: str) -> None:
        self.edit = self.edit or Buffer()
        if not self.edit.insert(text):
            self._host.say(desk_words.LINE_FULL)


def _old_text(text: str) -> OldText | None:
    """What a text in an old encoding is meant to be."""
    if text.isascii():
        return None
    from forms.entry.old_fonts import old_text  # start-up: only what is typed or pasted

    return old_text(text)

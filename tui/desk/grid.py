"""The grid: rows and columns with one cursor and one edit buffer. Every table, list and form is one.

Keys are carried out one after another as they arrived; a commit is durable before the next key is
looked at. What does not parse stays, marked; only a failed write keeps the text in the cell.
"""

from __future__ import annotations

from forms.model.errors import NhomtreError
from forms.model.text import clean, matches, shorten
from tui import texts
from tui.desk.buffer import Buffer
from tui.desk.grid_drawing import Cell, Column
from tui.desk.grid_moving import GridMoving
from tui.desk.keys import Action

__all__ = ["Cell", "Column", "GridPage"]

MAX_PASTED = 1_000_000
"""Characters of a block taken from the clipboard."""
MOST_SHOWN = 24


class GridPage(GridMoving):
    """A page that is a grid. The subclass says what the cells are and what typing them means."""

    # What the subclass tells

    def typed(self, row: int, col: int) -> str:
        """The text to edit."""
        return self.cell(row, col).text

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep what was typed, durably. Raises NhomtreError: the text then stays in the cell."""

    def clear(self, row: int, col: int) -> None:
        """Empty a cell."""
        self.commit(row, col, "")

    def toggle(self, row: int, col: int) -> bool:
        """Change a yes/no cell; False when it is none."""
        return False

    def open(self, row: int, col: int) -> bool:
        """Enter on a cell that is not being typed; False goes on like Tab."""
        return False

    def after_enter(self, row: int, col: int) -> None:
        """Enter has kept what was typed."""

    def paste_block(self, block: list[list[str]]) -> None:
        """Take a block of cells from a spreadsheet, as they came."""
        self.host.say(texts.NO_BLOCK_HERE)

    def why_not(self, row: int, col: int) -> str:
        """Why a cell cannot be typed."""
        return texts.NOT_TYPABLE

    def is_found(self, row: int, text: str) -> bool:
        """Whether a search for *text* stops at a row."""
        return matches(text, " ".join(self.cell(row, col).text for col in range(len(self.columns()))))

    # Finding

    def act(self, action: Action) -> bool:
        """Find a row by its text."""
        if action is not Action.FIND:
            return False
        self.host.ask(texts.ASK_FIND, self._find)
        return True

    def _find(self, text: str) -> None:
        for step in range(1, self.count() + 1):
            row = (self.row + step) % self.count()
            if self.can_stop(row) and self.is_found(row, text):
                self.go(row)
                return
        self.host.say(texts.NOT_FOUND_HERE.format(text=text))

    # Keys

    def key(self, name: str, char: str | None) -> bool:
        """One key. Editing keys act on the buffer, moving keys commit first."""
        self._dropped = None
        done = self._typing(name, char) if self.edit else self._resting(name, char)
        self.settle()
        return done

    def _resting(self, name: str, char: str | None) -> bool:
        match name:
            case "up" | "down":
                self._step_row(-1 if name == "up" else 1)
            case "left" | "right" if not self.whole_row:
                self._side(-1 if name == "left" else 1)
            case "home" | "end" if not self.whole_row:
                self.col = self._cells()[0 if name == "home" else -1]
            case "home":
                self.row = 0
            case "end":
                self.row = self.count() - 1
            case "pageup" | "pagedown":
                self._page(-1 if name == "pageup" else 1)
            case "tab" | "shift+tab":
                self._tab(1 if name == "tab" else -1)
            case "enter":
                if self.count() and not self.open(self.row, self.col):
                    self._tab(1)
            case "delete":
                self._if_typable(self.clear)
            case "backspace":
                self._if_typable(self._edit_what_is_there)
            case _ if char is not None and char.isprintable():
                self._first_letter(char)
            case _:
                return False
        return True

    def _if_typable(self, do: object) -> None:
        if not self.count() or not self.can_type(self.row, self.col):
            self.host.say(self.why_not(self.row, self.col))
        elif callable(do):
            do(self.row, self.col)

    def _edit_what_is_there(self, row: int, col: int) -> None:
        self.edit = Buffer.of(self.typed(row, col))

    def _first_letter(self, char: str) -> None:
        if not self.count() or not self.can_type(self.row, self.col):
            self.host.say(self.why_not(self.row, self.col))
        elif not (char == " " and self.toggle(self.row, self.col)):
            self.edit = Buffer.of(char)

    def _side(self, by: int) -> None:
        cells = self._cells()
        place = cells.index(self.col) + by
        if 0 <= place < len(cells):
            self.col = cells[place]

    def _tab(self, by: int) -> None:
        if self._next_typable(by):
            return
        if by > 0:
            self.at_the_end()
        else:
            self.host.say(texts.FIRST_CELL)

    def at_the_end(self) -> None:
        """Tab or Enter in the last cell that can be typed."""
        self.host.say(str(self.work.refusal(self.part) or texts.LAST_CELL))

    def _typing(self, name: str, char: str | None) -> bool:
        assert self.edit is not None
        if self.edit.press(name):
            return True
        match name:
            case "enter" | "tab" | "shift+tab" | "up" | "down" | "pageup" | "pagedown":
                row, col = self.row, self.col
                if self.leave():
                    self._after(name)
                    if name == "enter":
                        self.after_enter(row, col)
            case _ if char is not None and char.isprintable():
                if not self.edit.insert(char):
                    self.host.say(texts.LINE_FULL)
            case _:
                return False
        return True

    def _after(self, name: str) -> None:
        match name:
            case "enter" | "tab":
                self._tab(1)
            case "shift+tab":
                self._tab(-1)
            case "up" | "down":
                self._step_row(-1 if name == "up" else 1)
            case _:
                self._page(-1 if name == "pageup" else 1)

    def leave(self) -> bool:
        """Keep what is being typed; False when it could not be written: the text stays in the cell."""
        self._dropped = None
        if self.edit is None:
            return True
        try:
            self.commit(self.row, self.col, clean(self.edit.text))
        except NhomtreError as error:
            self.host.say(str(error))
            return False
        self.edit = None
        return True

    def escape(self) -> bool:
        """Esc while typing brings the old value back."""
        if self.edit is None:
            return False
        self._dropped = (self.row, self.col, self.edit)
        self.edit = None
        return True

    def bring_back(self) -> bool:
        """Undo right after Esc: the text that was dropped is being typed again."""
        if self._dropped is None:
            return False
        self.row, self.col, self.edit = self._dropped
        self._dropped = None
        self.settle()
        return True

    def start_editing(self) -> None:
        """F2 while resting: edit the text that is there."""
        self._if_typable(self._edit_what_is_there)

    def paste(self, text: str) -> None:
        """Pasted text goes into the line being typed; a block goes into cells."""
        if len(text) > MAX_PASTED:
            self.host.say(texts.TOO_MUCH_PASTED)
            return
        lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
        if self.edit is None and (len(lines) > 1 or "\t" in text):
            self.paste_block([line.split("\t") for line in lines])
        else:
            self.paste_line(" ".join(lines))
        self.settle()

    def paste_line(self, text: str) -> None:
        """Take one pasted line, as it came."""
        if self.edit is None and not (self.count() and self.can_type(self.row, self.col)):
            self.host.say(self.why_not(self.row, self.col))
        else:
            self._insert(text)

    def _insert(self, text: str) -> None:
        """Put a pasted line where it is typed; one in an old encoding is shown as it could be first."""
        from forms.model.old_fonts import convert, detect

        kept, encoding = clean(text), detect([text])
        if encoding is None:
            self._put_in(kept)
            return
        converted = clean(convert(text, encoding))

        def answer(said: str) -> None:
            self._put_in(converted if said.casefold() in texts.YES_WORDS else kept)

        question = texts.ASK_CONVERT.format(
            encoding=texts.ENCODINGS[encoding], after=shorten(converted, MOST_SHOWN)
        )
        self.host.ask(question, answer)

    def _put_in(self, text: str) -> None:
        self.edit = self.edit or Buffer()
        if not self.edit.insert(text):
            self.host.say(texts.LINE_FULL)

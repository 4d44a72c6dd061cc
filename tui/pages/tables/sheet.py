"""A table of the form on screen: typing into it, pasting, and opening the records behind a figure."""

from __future__ import annotations

from typing import Any

from forms.dossier.content import Edit, Path
from forms.model.errors import NhomtreError
from forms.model.table import Column as TableColumn
from forms.model.table import Figure, Row
from forms.model.text import clean, fold, parse_decimal, parse_int
from forms.model.values import Typed, as_number
from forms.sets.mn2019.tables.columns import TOTAL_BLOCK
from tui import texts
from tui.desk.keys import Action
from tui.pages.tables.sheet_view import LEFT_COLUMNS, SheetView


class SheetPage(SheetView):
    """One official table."""

    actions: tuple[Action, ...] = (
        Action.MENU,
        Action.HELP,
        Action.NEXT_ISSUE,
        Action.TAKE,
        Action.PRINT,
        Action.EXCEL,
        Action.FIND,
        Action.BACK,
        Action.COLUMNS,
        Action.NOTE,
        Action.SAVE,
    )

    # Typing

    def can_type(self, row: int, col: int) -> bool:
        """Leaf rows of the own block."""
        place = self._place(row, col)
        return (
            place is not None
            and self.work.can_edit()
            and self.table.can_type(*place, self.work.figures.block)
        )

    def why_not(self, row: int, col: int) -> str:
        """Total rows are added up, other blocks belong to other ownerships."""
        place = self._place(row, col)
        if refusal := self.work.refusal():
            return str(refusal)
        if place and self.table.has_blocks and self.work.figures.block is None:
            return texts.NO_BLOCK_YET
        return texts.ADDED_UP if place else texts.NOT_TYPABLE

    def typed(self, row: int, col: int) -> str:
        """The figure without thousands points, or what was typed."""
        return self.cell(row, col).text

    def _parse(self, text: str) -> Any:
        if not text:
            return None
        if self.table.figure is Figure.COUNT:
            number: Any = parse_int(text)
        else:
            found = parse_decimal(text)
            number = None if found is None else as_number(found)
        return Typed(text) if number is None else number

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep the figure; a text that is no number stays as typed, marked."""
        place = self._place(row, col)
        if place:
            self.work.commit(self._edits(place, text))

    def _edits(self, place: tuple[Row, TableColumn], text: str) -> list[Edit]:
        content = self.work.content
        path = self._path(*place)
        value = self._parse(text)
        edits = [Edit(path, content.value(path), value)]
        reason = self._path(*place, "reasons")
        if value is None and content.value(reason) is not None:
            edits.append(Edit(reason, content.value(reason), None))
        return edits

    def clear(self, row: int, col: int) -> None:
        """Empty a typed cell; a cell typed over gives the derived figure back."""
        place = self._place(row, col)
        if place and self._typed_value(*place) is not None:
            self.commit(row, col, "")
            if self.table.derived:
                self.host.say(texts.GIVEN_BACK)

    def after_enter(self, row: int, col: int) -> None:
        """A figure typed over a derived one asks for its reason."""
        place = self._place(row, col)
        if (
            place
            and self.table.derived
            and self._typed_value(*place) is not None
            and not self.work.content.roster.is_empty
        ):
            path = self._path(*place, "reasons")
            self._ask(texts.ASK_REASON, path, self.work.content.value(path) or "")

    def _ask(self, question: str, path: Path, known: str) -> None:
        """Ask for a text beside the figure; asked again when it could not be written."""

        def keep(text: str) -> None:
            try:
                self.work.put(path, text or None)
            except NhomtreError:
                self._ask(question, path, text)
                raise

        self.host.ask(question, keep, known)

    def paste_block(self, block: list[list[str]]) -> None:
        """Figures from a spreadsheet into the typed cells from the cursor on, as one change."""
        edits: list[Edit] = []
        refused = 0
        row = self.row
        for texts_of_row in block:
            while row < self.count() and not self.can_stop(row):
                row += 1
            for offset, text in enumerate(texts_of_row):
                place = self._place(row, self.col + offset)
                if place and self.can_type(row, self.col + offset):
                    edits += self._edits(place, clean(text))
                elif text.strip():
                    refused += 1
            row += 1
        self.work.commit(edits)
        self.host.say(texts.PASTED.format(count=len(edits), refused=refused))

    # Opening and actions

    def open(self, row: int, col: int) -> bool:
        """The records behind a derived figure; the fold opens."""
        if self._rows[row] is None:
            self.unfolded = True
            return True
        place = self._place(row, col)
        if place is None or not self.table.derived or place[0].query is None:
            return False
        from tui.pages.tables.behind import BehindPage

        self.host.push(BehindPage(self.host, self.table, *place))
        return True

    def act(self, action: Action) -> bool:
        """Columns, note, find."""
        place = self._place(self.row, self.col)
        if action is Action.COLUMNS and not self.table.has_blocks:
            self.host.say(texts.ALL_COLUMNS)
        elif action is Action.COLUMNS:
            self.whole = not self.whole
            self.first, self.col = 0, LEFT_COLUMNS
            self.settle()
        elif action is Action.NOTE and place is None:
            self.host.say(texts.NOTE_NEEDS_CELL)
        elif action is Action.NOTE and place:
            path = self._path(*place, "notes")
            self._ask(texts.ASK_NOTE, path, self.work.content.value(path) or "")
        else:
            return super().act(action)
        return True

    def is_found(self, row: int, text: str) -> bool:
        """A row is found by its label or its mã số."""
        found = self._rows[row]
        if found is None or not found.ma_so:
            return False
        return fold(text) in fold(found.label) or text.strip() == str(found.ma_so)

    def go_to(self, row_key: str, column_key: str | None) -> None:
        """The cursor on a cell of the form; unfolds and widens what hides it."""
        if not row_key:
            return
        row = self.table.row_by_key[row_key]
        if row not in self._rows:
            self.unfolded = True
        column = self.table.column_by_key.get(column_key or "")
        figures = self._figures
        if column and column not in figures:
            own = self.table.by_block.get(self.work.figures.block, {}).get(column.measure)
            if column.block == TOTAL_BLOCK and own in figures:
                column = own
            else:
                self.whole = True
                figures = self._figures
        place = figures.index(column) if column in figures else 0
        self.go(self._rows.index(row), LEFT_COLUMNS + place)

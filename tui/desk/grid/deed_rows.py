"""Rows below those of a list: what the list can do, to be opened with Enter, as everything in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column, Remembered, Rows
from tui.texts import desk_words
from tui.texts.help.keys import BY_ACTION, Action


class ListWithDeeds(Rows, Protocol):
    """A list as these rows see it."""

    def deeds_below(self) -> Sequence[Action]:
        """What its last rows carry out."""


class DeedRows:
    """The rows of *listed*, then one a deed."""

    def __init__(self, listed: ListWithDeeds) -> None:
        self._listed = listed
        self.steady = listed.steady

    def columns(self) -> Sequence[Column]:
        """Those of the list."""
        return self._listed.columns()

    def count(self) -> int:
        """Rows and deeds."""
        return self._listed.count() + len(self._listed.deeds_below())

    def has(self, row: int) -> bool:
        """Whether there is such a row; which deeds there are is asked only for those below the list."""
        return self._listed.has(row) or 0 <= row < self.count()

    def cells_of(self, row: int, cols: Sequence[int]) -> list[Cell]:
        """Those of the list; the words of a deed stand where there is most room."""
        action = self.deed(row)
        if action is None:
            return self._listed.cells_of(row, cols)
        columns = self.columns()
        widest = max(range(len(columns)), key=lambda col: columns[col].width)
        words = desk_words.DEED_ROW.format(what=BY_ACTION[action].short)
        return [Cell(words if col == widest else "", role=Role.HEADING) for col in cols]

    def can_stop(self, row: int) -> bool:
        """Deeds can be gone to, and what the list says of its own rows."""
        return not self._listed.has(row) or self._listed.can_stop(row)

    def look(self) -> object:
        """The look of the list, and which deeds there are."""
        return self._listed.look(), tuple(self._listed.deeds_below())

    def once(self, name: str, state: object, make: Callable[[], Remembered]) -> Remembered:
        """As the list."""
        return self._listed.once(name, state, make)

    def deed(self, row: int) -> Action | None:
        """What a row carries out; None for a row of the list."""
        place = row - self._listed.count()
        deeds = self._listed.deeds_below()
        return deeds[place] if 0 <= place < len(deeds) else None

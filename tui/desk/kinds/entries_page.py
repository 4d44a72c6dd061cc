"""A page over a list: what it shows, in what order, and what is done with many of its rows; numbered, under headings."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.line_numbers import LineNumbers
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Report_co
from tui.texts.help import help_words
from tui.texts.help.keys import Action
from tui.texts.records import list_words


class Entry(NamedTuple):
    """A line: a heading, or something to choose and how many it concerns."""

    label: str
    do: Callable[[], None] | None = None
    amount: str = ""
    is_on: bool = False


class EntriesPage(ListPage[Report_co]):
    """The entries. Enter leads back to the list and carries one out. The subclass says which they are."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host[Report_co]) -> None:
        super().__init__(host)
        self.letters = LineNumbers(self)
        self.entries: Sequence[Entry] = ()

    def title(self) -> str:
        """Lọc, sắp xếp, xử lý hàng loạt."""
        return list_words.MANY_TITLE

    def columns(self) -> Sequence[Column]:
        """Number, sign of what is chosen now, label, how many."""
        return (
            Column((), 5),
            Column((), 4),
            Column((), max(self.host.width - 20, 20)),
            Column((), 8, right=True),
        )

    def count(self) -> int:
        return len(self.entries)

    def can_stop(self, row: int) -> bool:
        """Headings are passed over."""
        return self.entries[row].do is not None

    def number(self, row: int) -> int:
        """1, 2, 3... without the headings."""
        return sum(entry.do is not None for entry in self.entries[: row + 1]) if self.can_stop(row) else 0

    def cell(self, row: int, col: int) -> Cell:
        entry = self.entries[row]
        if entry.do is None:
            return Cell(entry.label if col == 2 else "", role=Role.HEADING)
        return (
            Cell(f"{self.number(row):>3}"),
            Cell("(*)" if entry.is_on else ""),
            Cell(entry.label),
            Cell(entry.amount),
        )[col]

    def open(self, row: int) -> None:
        """Back to the list, with what was chosen."""
        do = self.entries[row].do
        self.host.back()
        if do:
            do()

    def explain(self) -> str:
        return help_words.MENU_HELP

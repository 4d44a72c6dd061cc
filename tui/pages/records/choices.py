"""Choosing from a list: codes, classes, anything with a code and a name. Letters narrow it down; Enter chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from forms.dossier.roster import Subject
from forms.entry.field_text import item_matches, options
from forms.model.record import Field
from forms.model.text import clean
from forms.sets.mn2019.catalogues import Item
from tui import texts
from tui.desk.grid import Cell, Column
from tui.desk.keys import Action
from tui.desk.narrowed import NarrowedPage
from tui.desk.page import Host

MOST_QUERY = 40


class ChoicePage(NarrowedPage):
    """A list to choose from. *choose* takes the option."""

    is_asking = True
    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(
        self,
        host: Host,
        title: str,
        items: Sequence[Item],
        choose: Callable[[Item], None],
        current: str | None = None,
    ) -> None:
        super().__init__(host)
        self._title = title
        self._all = tuple(items)
        self._choose = choose
        self.query = ""
        self.items: Sequence[Item] = self._all
        codes = [item.code for item in self._all]
        self.row = codes.index(current) if current in codes else 0
        self.settle()

    def title(self) -> str:
        """What is chosen, and what was typed."""
        return self._title + (f" · {texts.FINDING.format(text=self.query)}" if self.query else "")

    def columns(self) -> Sequence[Column]:
        """Code and name."""
        return (Column((texts.CODE,), 8), Column((texts.NAME,), max(self.host.width - 9, 20)))

    def count(self) -> int:
        """Number of options left."""
        return len(self.items)

    def cell(self, row: int, col: int) -> Cell:
        """Code or name."""
        item = self.items[row]
        return Cell(item.code if col == 0 else item.name)

    def paste_line(self, text: str) -> None:
        """Pasted text narrows it down as well."""
        self.look_for(clean(text))

    def look_for(self, query: str) -> None:
        """Show the lines that fit."""
        self.query = query[:MOST_QUERY]
        self.items = [item for item in self._all if item_matches(item, self.query)]
        self.row = 0
        self.settle()

    def open(self, row: int, col: int) -> bool:
        """Choose."""
        try:
            self._choose(self.items[row])
        finally:
            if self.host.page is self:
                self.host.back()
        return True

    def explain(self) -> str:
        """How to choose."""
        return texts.CHOICE_HELP if self.count() else texts.NO_SUCH_CODE


def choose_for(host: Host, field: Field, subject: Subject, put: Callable[[str], None]) -> None:
    """Open the options of a field: on its value, else on the one last used for that field."""
    used = host.work.last_used
    name = f"{subject.type.key}.{field.key}"

    def choose(item: Item) -> None:
        put(item.code)
        used[name] = item.code

    current = subject.get(field.key) or used.get(name)
    found = options(field, subject, host.work.content.roster)
    host.push(ChoicePage(host, field.label.upper(), found, choose, current))

"""Choosing from a list: codes, classes, anything with a code and a name. Letters narrow it down; Enter chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from forms.entry.meaning import Vocabulary
from forms.model.code_list import Item
from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.query import Query
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host
from tui.desk.shown_report import ShownReport
from tui.texts import desk_words
from tui.texts.help.keys import Action


class ChoicePage(ListPage[ShownReport]):
    """A list to choose from. *take* takes the option."""

    is_asking = True
    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(
        self,
        host: Host[ShownReport],
        title: str,
        items: Sequence[Item],
        take: Callable[[Item], None],
        current: str | None = None,
        words: Vocabulary | None = None,
        query: str = "",
    ) -> None:
        super().__init__(host)
        self._title = title
        self._all = tuple(items)
        self._is_numbered = [item.code for item in items] == [
            str(number) for number in range(1, len(items) + 1)
        ]
        """Whether what stands before the names is no code, but counts them."""
        self._words = words or Vocabulary(self._all)
        self._take = take
        self.letters = self.query = Query(self._narrow, host.input_method, paste_anew=True)
        self.items: Sequence[Item] = self._all
        codes = [item.code for item in self._all]
        self.cursor.row = codes.index(current) if current in codes else 0
        if query:
            self.query.look_for(query)

    def title(self) -> str:
        """What is chosen, and what was typed."""
        return self._title + (
            f" · {desk_words.FINDING.format(text=self.query.text)}" if self.query.text else ""
        )

    def columns(self) -> Sequence[Column]:
        number = desk_words.NUMBER if self._is_numbered else desk_words.CODE
        return (Column((number,), 8), Column((desk_words.NAME,), max(self.host.width - 9, 20)))

    def count(self) -> int:
        return len(self.items)

    def cell(self, row: int, col: int) -> Cell:
        item = self.items[row]
        return Cell(item.code if col == 0 else self._name(item))

    def _name(self, item: Item) -> str:
        """The name, and by what other word it was found."""
        why = self._words.why(item, self.query.text) if self.query.text else ""
        return desk_words.ALSO_CALLED.format(name=item.name, other=why) if why else item.name

    def _narrow(self) -> None:
        self.items = self._words.search(self.query.text) if self.query.text else self._all
        self.go(0)

    def open(self, row: int) -> None:
        """Choose: the page that asked is in front again when the option is taken."""
        self.host.back()
        self._take(self.items[row])

    def explain(self) -> str:
        return desk_words.CHOICE_HELP if self.count() else desk_words.NO_SUCH_CODE

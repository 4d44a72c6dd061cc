"""What differs between two revisions, or the last one and now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forms.dossier.content import Content
from forms.model.text import shorten
from forms.report.differences import Difference, differences, place_of_edit
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Deed, Host, Message
from tui.desk.page_names import PageName
from tui.jobs.open_report import OpenReport
from tui.jobs.revisions.comparing import NOW, difference_line, side
from tui.texts.help.keys import Action
from tui.texts.revisions import difference_words

LEAST_VALUE_WIDTH = 12
Sides = tuple[tuple[str, Content], tuple[str, Content]]
"""Two revisions, or one and now, each with its name."""


class DifferencesPage(ListPage[OpenReport]):
    """The differences from one side to the other; Enter goes to the place; the last row chooses the sides."""

    steady = True
    actions = (Action.HELP, Action.FIND, Action.SIDES, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], sides: Sides) -> None:
        super().__init__(host)
        self._sides = sides

    @property
    def differences(self) -> Sequence[Difference]:
        """The differences."""
        return self.once("differences", self._sides[0][0] + " " + self._sides[1][0], self._differences)

    def _differences(self) -> list[Difference]:
        old, new = (self.work.content if name == NOW else content for name, content in self._sides)
        return differences(old, new)

    def title(self) -> str:
        """Which side and which."""
        first, second = (difference_words.DIFF_NOW if name == NOW else name for name, _ in self._sides)
        return difference_words.DIFF_TITLE.format(first=first, second=second)

    def columns(self) -> Sequence[Column]:
        """Place, then both values."""
        value = max((self.host.width - 1) // 4, LEAST_VALUE_WIDTH)
        place = max(self.host.width - 1 - 2 * value, 20)
        return (
            Column((difference_words.DIFF_PLACE,), place),
            Column((difference_words.DIFF_OLD,), value),
            Column((difference_words.DIFF_NEW,), value),
        )

    def count(self) -> int:
        return len(self.differences)

    def cell(self, row: int, col: int) -> Cell:
        difference = self.differences[row]
        return Cell((difference.label, difference.old, difference.new)[col])

    def deeds_below(self) -> Sequence[Action]:
        """Choosing other sides."""
        return (Action.SIDES,)

    def messages(self) -> list[Message]:
        """The whole difference: its parts may be long."""
        if self.deed_here is not None:
            return []
        here = self.differences[self.cursor.row]
        return [(None, difference_line(here))]

    def open(self, row: int) -> None:
        """Go to the place."""
        self.host.open(place_of_edit(self.differences[row].edit, self.work.content.form))

    def deeds(self) -> Mapping[Action, Deed]:
        return {
            **super().deeds(),
            Action.SIDES: lambda: self.host.ask(difference_words.ASK_SIDES, self._choose),
        }

    def _choose(self, text: str) -> None:
        names = [
            NOW if name.casefold() == difference_words.DIFF_NOW.casefold() else name for name in text.split()
        ]
        if not names:
            return
        if len(names) > len(self._sides):
            self.host.say(difference_words.WRONG_SIDE.format(text=shorten(text)))
            return
        sides = sides_of(self.host.work, names[0], names[1] if len(names) > 1 else NOW)
        self.host.back()
        self.host.open(PageName.DIFFERENCES, sides)

    def explain(self) -> str:
        return difference_words.DIFF_HELP if self.count() else difference_words.DIFF_SAME


def sides_of(work: OpenReport, first: str, second: str) -> Sides:
    """Both sides by their names. Raises NhomtreError when one is not there or cannot be read."""
    old, new = (side(work.workspace, work.content, name) for name in (first, second))
    return (first, old), (second, new)


def what_differs(host: Host[OpenReport], sides: Sides | None = None) -> DifferencesPage | None:
    """Of two *sides*; else the last revision against now; while it is with the office, against the one before it."""
    content = host.work.content
    if sides is not None:
        return DifferencesPage(host, sides)
    if not content.last_sent:
        host.say(difference_words.NEVER_SENT.format(year=content.year))
        return None
    last = content.last_sent
    is_later = content.is_frozen and last > 1
    return DifferencesPage(
        host,
        sides_of(host.work, str(last - 1), str(last)) if is_later else sides_of(host.work, str(last), NOW),
    )

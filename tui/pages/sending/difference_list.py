"""What differs between two revisions, or the last one and now."""

from __future__ import annotations

from collections.abc import Sequence

from forms.dossier.content import Content
from forms.model.errors import NhomtreError
from forms.model.text import shorten
from forms.report.differences import Difference, differences, place_of_edit
from tui import texts
from tui.desk.grid import Cell, Column
from tui.desk.keys import Action
from tui.desk.lists import ListPage
from tui.desk.page import Host, Message
from tui.jobs.comparing import NOW, side

LEAST_VALUE = 12


class DifferencesPage(ListPage):
    """The differences from one side to the other; Enter goes to the place. F4 chooses the sides."""

    steady = True
    actions = (Action.HELP, Action.FIND, Action.SIDES, Action.MENU, Action.BACK)

    def __init__(self, host: Host, first: str, old: Content, second: str, new: Content) -> None:
        super().__init__(host)
        self._sides = (first, old), (second, new)
        self.settle()

    @property
    def found(self) -> Sequence[Difference]:
        """The differences."""
        return self.kept("found", self._sides[0][0] + " " + self._sides[1][0], self._differences)

    def _differences(self) -> list[Difference]:
        old, new = (self.work.content if name == NOW else content for name, content in self._sides)
        return differences(old, new)

    def title(self) -> str:
        """Which side and which."""
        first, second = (texts.DIFF_NOW if name == NOW else name for name, _ in self._sides)
        return texts.DIFF_TITLE.format(first=first, second=second)

    def columns(self) -> Sequence[Column]:
        """Place, then both values."""
        value = max((self.host.width - 1) // 4, LEAST_VALUE)
        place = max(self.host.width - 1 - 2 * value, 20)
        return (
            Column((texts.DIFF_PLACE,), place),
            Column((texts.DIFF_OLD,), value),
            Column((texts.DIFF_NEW,), value),
        )

    def count(self) -> int:
        """Number of differences."""
        return len(self.found)

    def cell(self, row: int, col: int) -> Cell:
        """A part of a difference."""
        each = self.found[row]
        return Cell((each.label, each.old, each.new)[col])

    def messages(self) -> list[Message]:
        """The whole difference: its parts may be long."""
        if not self.count():
            return []
        each = self.found[self.row]
        old, new = (text or texts.DIFF_NOTHING for text in (each.old, each.new))
        return [(None, texts.DIFF_LINE.format(label=each.label, old=old, new=new))]

    def open(self, row: int, col: int) -> bool:
        """Go to the place."""
        from tui.pages import registry

        registry.go(self.host, str(place_of_edit(self.found[row].edit)))
        return True

    def act(self, action: Action) -> bool:
        """Choose other sides."""
        if action is not Action.SIDES:
            return super().act(action)
        self.host.ask(texts.ASK_SIDES, self._choose)
        return True

    def _choose(self, text: str) -> None:
        names = [NOW if name.casefold() == texts.DIFF_NOW.casefold() else name for name in text.split()]
        if not names:
            return
        if len(names) > len(self._sides):
            self.host.say(texts.WRONG_SIDE.format(text=shorten(text)))
            return
        page = page_of(self.host, names[0], names[1] if len(names) > 1 else NOW)
        if page is not None:
            self.host.back()
            self.host.push(page)

    def why_not(self, row: int, col: int) -> str:
        """Differences are looked at."""
        return self.explain()

    def explain(self) -> str:
        """What can be done."""
        return texts.DIFF_HELP if self.count() else texts.DIFF_SAME


def page_of(host: Host, first: str, second: str) -> DifferencesPage | None:
    """The page of two sides; None after saying why there is none."""
    work = host.work
    try:
        old, new = (side(work.workspace, work.content, name) for name in (first, second))
    except NhomtreError as error:
        host.say(str(error))
        return None
    return DifferencesPage(host, first, old, second, new)


def start(host: Host) -> None:
    """The last revision against now; while it is with the office, against the one before it."""
    content = host.work.content
    if not content.last_sent:
        host.say(texts.NEVER_SENT.format(year=content.year))
        return
    is_later = content.is_frozen and content.last_sent > 1
    last = content.last_sent
    page = page_of(host, str(last - 1), str(last)) if is_later else page_of(host, str(last), NOW)
    if page is not None:
        host.push(page)

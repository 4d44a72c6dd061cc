"""F4 in a list: which records it shows, in what order, and what is done with many of them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from forms.dossier.content import Edit
from forms.dossier.roster import COUNTED_CHILD, COUNTED_STAFF, Subject
from forms.entry.field_text import options
from forms.entry.record_edits import set_fields
from forms.model.text import format_date, parse_date
from forms.model.values import Value
from forms.sets.mn2019.catalogues import Item
from forms.sets.mn2019.records import CHILD
from tui import texts
from tui.desk.canvas import Role
from tui.desk.grid import Cell, Column
from tui.desk.keys import Action
from tui.desk.numbered import NumberedPage
from tui.desk.page import Host
from tui.pages.records.choices import ChoicePage
from tui.pages.records.dossier_list import DossierListPage
from tui.pages.records.listing import Order, orders
from tui.pages.records.record_list import RecordsPage


class Entry(NamedTuple):
    """A line: a heading, or something to choose and how many it concerns."""

    label: str
    do: Callable[[], None] | None = None
    amount: str = ""
    is_on: bool = False


class ManyPage(NumberedPage):
    """What the list below shows and does."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host, about: RecordsPage) -> None:
        super().__init__(host)
        self._about = about
        self._entries = [*self._parts(), *self._orders(), *self._deeds()]
        self.settle()

    def _parts(self) -> list[Entry]:
        about = self._about

        def shows(key: str) -> Callable[[], None]:
            return lambda: about.show(about.shown._replace(part=key, query=""))

        return [
            Entry(texts.SHOW),
            *(
                Entry(
                    part.label,
                    shows(part.key),
                    str(sum(part.holds(subject) for subject in about.everyone)),
                    about.shown.part == part.key,
                )
                for part in about.filters
            ),
        ]

    def _orders(self) -> list[Entry]:
        about = self._about

        def sorts(order: Order) -> Callable[[], None]:
            return lambda: about.show(about.shown._replace(order=order))

        return [
            Entry(texts.ORDER),
            *(
                Entry(texts.ORDERS[order], sorts(order), is_on=about.shown.order is order)
                for order in orders(about.record)
            ),
        ]

    def _deeds(self) -> list[Entry]:
        about = self._about
        chosen = about.chosen
        if not isinstance(about, DossierListPage) or not chosen:
            return []
        count = len(chosen)
        what = (
            texts.WITH_MARKED.format(count=count)
            if about.marked
            else texts.WITH_ONE.format(name=chosen[0].name)
        )
        found = [Entry(what), Entry(texts.MARK_ALL, self._mark_all, str(about.count()))]
        if about.record is CHILD:
            found.append(Entry(texts.MOVE_TO_CLASS, self._move, str(count)))
        if "status" in about.record.field_by_key:
            found.append(Entry(texts.MARK_LEAVERS, self._leave, str(count)))
        found.append(Entry(texts.REMOVE_THEM, about.ask_to_remove, str(count)))
        return found

    # Deeds

    def _mark_all(self) -> None:
        about = self._about
        about.marked = about.marked | {subject.place for subject in about.subjects}

    def _move(self) -> None:
        """Ask for the class, then move the chosen children."""
        chosen = self._about.chosen
        field = CHILD.field_by_key["class_code"]

        def choose(item: Item) -> None:
            self._set(chosen, {field.key: item.code}, texts.MOVED.format(count=len(chosen), name=item.name))

        found = options(field, chosen[0], self.work.content.roster)
        self.host.push(ChoicePage(self.host, texts.MOVE_TO_CLASS.upper(), found, choose))

    def _leave(self) -> None:
        """Ask for the status, then the day, then the reason where one is wanted."""
        about, chosen = self._about, self._about.chosen
        status = about.record.field_by_key["status"]
        staying = COUNTED_CHILD if about.record is CHILD else COUNTED_STAFF
        found = [
            item for item in options(status, chosen[0], self.work.content.roster) if item.code not in staying
        ]

        def choose(item: Item) -> None:
            self.host.back()
            self._ask_day(chosen, item)

        self.host.push(ChoicePage(self.host, status.label.upper(), found, choose))

    def _ask_day(self, chosen: Sequence[Subject], status: Item) -> None:
        today = self.work.workspace.today
        if "status_date" not in self._about.record.field_by_key:
            self._set(chosen, {"status": status.code}, _left(chosen, status))
            return

        def answer(text: str) -> None:
            day = parse_date(text, today)
            if day is None or day > today:
                self.host.say((texts.NO_SUCH_DAY if day is None else texts.DAY_TO_COME).format(text=text))
                return
            self._ask_reason(chosen, status, {"status": status.code, "status_date": day.isoformat()})

        self.host.ask(texts.ASK_STATUS_DAY, answer, format_date(today))

    def _ask_reason(self, chosen: Sequence[Subject], status: Item, values: dict[str, Value]) -> None:
        reason = self._about.record.field_by_key.get("leave_reason")
        asked = {**chosen[0].record, **values}
        if reason is None or reason.required.when is None or not reason.required.when.holds(asked.get):
            self._set(chosen, values, _left(chosen, status))
            return

        def choose(item: Item) -> None:
            self._set(chosen, {**values, reason.key: item.code}, _left(chosen, status))

        found = options(reason, chosen[0], self.work.content.roster)
        self.host.push(ChoicePage(self.host, reason.label.upper(), found, choose))

    def _set(self, chosen: Sequence[Subject], values: dict[str, Value], done: str) -> None:
        """Give the chosen records the values, as one change, and say that it is *done*."""
        refs = [subject.place.partition("/")[2] for subject in chosen]
        edits: list[Edit] = list(set_fields(self.work.content, self._about.record, refs, values))
        self.work.commit(edits)
        self._about.marked = frozenset()
        self.host.say(done)

    # The page

    def title(self) -> str:
        """Lọc, xếp, làm nhiều dòng."""
        return texts.MANY_TITLE

    def headings(self, width: int) -> list[tuple[tuple[str, Role], ...]]:
        """None."""
        return []

    def columns(self) -> Sequence[Column]:
        """Number, sign of what is chosen now, label, how many."""
        return (
            Column(("",), 5),
            Column(("",), 4),
            Column(("",), max(self.host.width - 20, 20)),
            Column(("",), 8, right=True),
        )

    def count(self) -> int:
        """Number of lines."""
        return len(self._entries)

    def can_stop(self, row: int) -> bool:
        """Headings are passed over."""
        return self._entries[row].do is not None

    def number(self, row: int) -> int:
        """1, 2, 3... without the headings."""
        return sum(entry.do is not None for entry in self._entries[: row + 1]) if self.can_stop(row) else 0

    def cell(self, row: int, col: int) -> Cell:
        """A part of a line."""
        entry = self._entries[row]
        if entry.do is None:
            return Cell(entry.label if col == 2 else "", role=Role.HEADING)
        return (
            Cell(f"{self.number(row):>3}"),
            Cell("(*)" if entry.is_on else ""),
            Cell(entry.label),
            Cell(entry.amount),
        )[col]

    def open(self, row: int, col: int) -> bool:
        """Back to the list, with what was chosen."""
        do = self._entries[row].do
        self.host.back()
        if do:
            do()
        return True

    def why_not(self, row: int, col: int) -> str:
        """Lines are chosen."""
        return texts.MENU_HELP

    def explain(self) -> str:
        """How to choose."""
        return texts.MENU_HELP


def _left(chosen: Sequence[Subject], status: Item) -> str:
    return texts.STATUS_SET.format(count=len(chosen), name=status.name)

"""The lists of the office: facilities that are added up, files that are not and why, facilities not heard of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from exports.district.arrivals import Arrival
from forms.model.text import Finder, clean, format_moment, name_key
from forms.sets.mn2019.catalogues import Item
from tui import texts
from tui.desk.canvas import Role
from tui.desk.grid import Cell, Column
from tui.desk.keys import Action
from tui.desk.narrowed import NarrowedPage
from tui.desk.page import Host, Message
from tui.jobs.office import Answers
from tui.pages.records.choices import ChoicePage

WIDTHS = (5, 15, 5, 5, 6, 6, 11)
"""Of the columns after the name."""
LEAST_NAME = 24
MOST_QUERY = 40


class Line(NamedTuple):
    """A line: its cells, the whole of it in words, the report behind it, whether it wants a look."""

    cells: tuple[str, ...]
    told: str
    arrival: Arrival | None = None
    is_wrong: bool = False


class SearchedPage(NarrowedPage):
    """Lines that letters narrow down."""

    steady = True
    actions: tuple[Action, ...] = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)
    list_help = texts.FILES_HELP

    def __init__(
        self,
        host: Host,
        title: str,
        make: Callable[[], Sequence[Line]],
        empty: str,
        stamp: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(host)
        self._title, self._empty = title, empty
        self._make, self._stamp = make, stamp
        self.query = ""
        self.settle()

    @property
    def _all(self) -> Sequence[Line]:
        """Every line; made again when what it is made of has changed."""
        return self.kept("all", self._stamp(), self._make)

    @property
    def lines(self) -> Sequence[Line]:
        """The lines shown."""
        return self.kept("lines", (self._stamp(), self.query), self._found)

    def _found(self) -> Sequence[Line]:
        every = self._all
        if not self.query:
            return every
        finder = self.kept(
            "finder", self._stamp(), lambda: Finder(f"{line.cells[0]} {line.told}" for line in every)
        )
        return [every[place] for place in finder.find(self.query)]

    def title(self) -> str:
        """What it is a list of, how many are shown of how many."""
        shown, total = len(self.lines), len(self._all)
        return f"{self._title} ({shown}/{total})" if shown != total else f"{self._title} ({total})"

    def look(self) -> object:
        """What is looked for."""
        return self.query, self._stamp()

    def count(self) -> int:
        """Number of lines."""
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        """A part of a line."""
        line = self.lines[row]
        return Cell(line.cells[col], role=Role.WARNING if line.is_wrong else Role.TEXT)

    def paste_line(self, text: str) -> None:
        """Pasted text is looked for as well."""
        self.look_for(self.query + clean(text))

    def look_for(self, query: str) -> None:
        """Show the lines that fit."""
        self.query = query[:MOST_QUERY].lstrip()
        self.go(0)

    def escape(self) -> bool:
        """Esc drops the search first."""
        if not self.query:
            return False
        self.look_for("")
        return True

    def act(self, action: Action) -> bool:
        """A new search."""
        if action is not Action.FIND:
            return super().act(action)
        self.look_for("")
        self.host.say(texts.TYPE_TO_FIND)
        return True

    def open(self, row: int, col: int) -> bool:
        """The report."""
        from tui.pages.district.guest import open_arrival

        line = self.lines[row]
        if line.arrival is not None:
            open_arrival(self.host, line.arrival)
        else:
            self.host.say(line.told)
        return True

    def why_not(self, row: int, col: int) -> str:
        """Lines are opened."""
        return self.explain()

    def messages(self) -> list[Message]:
        """The whole of the line."""
        return [(None, self.lines[self.row].told)] if self.count() else []

    def explain(self) -> str:
        """What is looked for, or what the keys do."""
        if self.query:
            return texts.FACILITIES_FOUND.format(text=self.query, count=self.count())
        return self.list_help if self.count() else self._empty


class FacilitiesPage(SearchedPage):
    """The facilities that are added up: revision, state, what the check found, the code, when it was sent."""

    actions = (Action.HELP, Action.FIND, Action.FILTER, Action.MENU, Action.BACK)
    list_help = texts.FACILITIES_HELP

    def __init__(self, host: Host, arrivals: Sequence[Arrival], answers: Answers, order: int = 0) -> None:
        self._arrivals, self._answers = arrivals, answers
        self._order = order
        empty = texts.OFFICE_EMPTY.format(folder=answers.folder)
        super().__init__(
            host, texts.OFFICE_TAKEN.upper(), self._lines, empty, lambda: (answers.stamp(), self._order)
        )

    def _lines(self) -> list[Line]:
        ordered = sorted(self._arrivals, key=_ORDERS[self._order](self._answers))
        return [_line(arrival, self._answers) for arrival in ordered]

    def columns(self) -> Sequence[Column]:
        """Name, then what is known of the report."""
        name, *rest = texts.FACILITY_COLUMNS
        wide = max(self.host.width - sum(WIDTHS) - 1, LEAST_NAME)
        return (
            Column((name,), wide),
            *(Column((title,), width) for title, width in zip(rest, WIDTHS, strict=True)),
        )

    def act(self, action: Action) -> bool:
        """Another order."""
        if action is not Action.FILTER:
            return super().act(action)

        def choose(item: Item) -> None:
            self._order = int(item.code) - 1

        items = [Item(str(number), title, {}) for number, title in enumerate(texts.FACILITY_ORDERS, 1)]
        self.host.push(ChoicePage(self.host, texts.FACILITIES_ORDER, items, choose))
        return True


def _line(arrival: Arrival, answers: Answers) -> Line:
    missing = "" if arrival.missing is None else str(arrival.missing)
    day = format_moment(arrival.sent_at[:10]) if arrival.sent_at else ""
    cells = (
        arrival.name or arrival.facility_code or Path(arrival.file).name,
        str(arrival.revision or ""),
        answers.state_of(arrival),
        str(arrival.errors),
        str(arrival.warnings),
        missing,
        texts.CODE_SIGNS[arrival.code_right],
        day,
    )
    told = texts.FILE_LINE.format(
        file=Path(arrival.file).name, code=arrival.facility_code or "-", check_code=arrival.check_code or "-"
    )
    wrong = bool(arrival.errors or arrival.missing or arrival.remarks)
    return Line(cells, " · ".join((told, *arrival.remarks)), arrival, wrong)


def _by_name(arrival: Arrival) -> Any:
    return name_key(arrival.name)


_ORDERS: tuple[Callable[[Answers], Callable[[Arrival], Any]], ...] = (
    lambda answers: _by_name,
    lambda answers: lambda arrival: (_reversed(arrival.sent_at), _by_name(arrival)),
    lambda answers: (
        lambda arrival: (-arrival.errors - (arrival.missing or 0), -arrival.warnings, _by_name(arrival))
    ),
    lambda answers: lambda arrival: (answers.state_of(arrival), _by_name(arrival)),
)
"""In the order of ``texts.FACILITY_ORDERS``."""


def _reversed(text: str) -> tuple[int, ...]:
    """Sorts texts backwards, nothing last."""
    return tuple(-ord(char) for char in text) or (1,)


class FilesPage(SearchedPage):
    """Two columns: files and why they are not added up; or codes and names of facilities not heard of."""

    def __init__(
        self, host: Host, title: str, titles: tuple[str, str], lines: Sequence[Line], first: int
    ) -> None:
        self._titles, self._first = titles, first
        super().__init__(host, title.upper(), lambda: lines, texts.EMPTY_LIST)

    def columns(self) -> Sequence[Column]:
        """Both."""
        rest = max(self.host.width - self._first - 1, LEAST_NAME)
        return (Column((self._titles[0],), self._first), Column((self._titles[1],), rest))

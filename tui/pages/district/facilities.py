"""The lists of the office: facilities that are added up, files that are not and why, facilities not heard of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from exports.district.answers_folder import AnswersFolder
from exports.district.arriving.arrivals import (
    Arrival,
)
from forms.model.code_list import Item
from forms.model.declared import StrEnum
from forms.model.text import Finder, format_moment, name_key
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.query import Query
from tui.desk.keys import Action
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Deed, Host, Message
from tui.desk.page_names import PageName
from tui.jobs.district.office import SumReport
from tui.pages.district.line import FacilityLine
from tui.texts import desk_words
from tui.texts.district import office_words

WIDTHS = (5, 15, 5, 5, 6, 6, 11)
"""Of the columns after the name."""
LEAST_NAME = 24


class FacilityOrder(StrEnum):
    """The orders of the facilities."""

    NAME = "name"
    DAY = "day"
    FAULTS = "faults"
    STATE = "state"


class SearchedPage(ListPage[SumReport]):
    """Lines that letters narrow down."""

    steady = True
    actions: tuple[Action, ...] = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)
    list_help = office_words.FILES_HELP

    def __init__(
        self,
        host: Host[SumReport],
        title: str,
        make: Callable[[], Sequence[FacilityLine]],
        empty: str,
        answers: AnswersFolder,
        stamp: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(host)
        self._title, self._empty = title, empty
        self._make, self._stamp = make, stamp
        self._answers = answers
        self.letters = self.query = Query(lambda: self.go(0), host.input_method)

    @property
    def _all(self) -> Sequence[FacilityLine]:
        """Every line; made again when what it is made of has changed."""
        return self.once("all", self._stamp(), self._make)

    @property
    def lines(self) -> Sequence[FacilityLine]:
        """The lines shown."""
        return self.once("lines", (self._stamp(), self.query.text), self._fitting)

    def _fitting(self) -> Sequence[FacilityLine]:
        every = self._all
        if not self.query.text:
            return every
        finder = self.once(
            "finder", self._stamp(), lambda: Finder(f"{line.cells[0]} {line.in_words}" for line in every)
        )
        return [every[place] for place in finder.find(self.query.text)]

    def title(self) -> str:
        """What it is a list of, how many are shown of how many."""
        shown, total = len(self.lines), len(self._all)
        return f"{self._title} ({shown}/{total})" if shown != total else f"{self._title} ({total})"

    def look(self) -> object:
        return self.query.text, self._stamp()

    def count(self) -> int:
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        line = self.lines[row]
        return Cell(line.cells[col], role=Role.WARNING if line.is_wrong else Role.TEXT)

    def own_key(self, name: str, char: str | None) -> bool:
        """A query does not begin with a blank."""
        if char != " " or self.query.text:
            return False
        self.query.look_for("")
        return True

    def escape(self) -> bool:
        """Esc drops the search first."""
        if not self.query.text:
            return False
        self.query.look_for("")
        return True

    def deeds(self) -> Mapping[Action, Deed]:
        return {Action.FIND: self._find}

    def _find(self) -> None:
        self.query.look_for("")
        self.host.say(desk_words.TYPE_TO_FIND)

    def open(self, row: int) -> None:
        line = self.lines[row]
        if line.arrival is not None:
            self.host.open(PageName.ARRIVAL, line.arrival, self._answers)
        else:
            self.host.say(line.in_words)

    def messages(self) -> list[Message]:
        return [(None, self.lines[self.cursor.row].in_words)] if self.count() else []

    def explain(self) -> str:
        """What is looked for, or what the keys do."""
        if self.query.text:
            return office_words.FACILITIES_FOUND.format(text=self.query.text, count=self.count())
        return self.list_help if self.count() else self._empty


class FacilitiesPage(SearchedPage):
    """The facilities that are added up: revision, state, what the check found, the code, when it was sent."""

    actions = (Action.HELP, Action.FIND, Action.FILTER, Action.MENU, Action.BACK)
    list_help = office_words.FACILITIES_HELP

    def __init__(self, host: Host[SumReport], arrivals: Sequence[Arrival], answers: AnswersFolder) -> None:
        self._arrivals = arrivals
        self._order = FacilityOrder.NAME
        self._answers = answers
        empty = office_words.OFFICE_EMPTY.format(folder=host.work.workspace.folder)
        super().__init__(
            host,
            office_words.OFFICE_TAKEN.upper(),
            self._lines,
            empty,
            answers,
            lambda: (answers.stamp(), self._order),
        )

    def _lines(self) -> list[FacilityLine]:
        ordered = sorted(self._arrivals, key=_sort_key(self._order, self._answers))
        return [_line(arrival, self._answers) for arrival in ordered]

    def columns(self) -> Sequence[Column]:
        """Name, then what is known of the report."""
        name, *rest = office_words.FACILITY_COLUMNS
        wide = max(self.host.width - sum(WIDTHS) - 1, LEAST_NAME)
        return (
            Column((name,), wide),
            *(Column((title,), width) for title, width in zip(rest, WIDTHS, strict=True)),
        )

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.FILTER: self._choose_order}

    def _choose_order(self) -> None:
        orders = list(FacilityOrder)

        def take(item: Item) -> None:
            self._order = orders[int(item.code) - 1]

        items = [
            Item(str(number), office_words.FACILITY_ORDERS[order], {})
            for number, order in enumerate(orders, 1)
        ]
        self.host.choose(office_words.FACILITIES_ORDER, items, take)


def _line(arrival: Arrival, answers: AnswersFolder) -> FacilityLine:
    missing = "" if arrival.missing is None else str(arrival.missing)
    day = format_moment(arrival.sent_at[:10]) if arrival.sent_at else ""
    cells = (
        arrival.name or arrival.facility_code or Path(arrival.file).name,
        str(arrival.revision or ""),
        answers.title_of(arrival, office_words.STATE_UNTOLD),
        str(arrival.errors),
        str(arrival.warnings),
        missing,
        office_words.CODE_SIGNS[arrival.code_right],
        day,
    )
    in_words = office_words.FILE_LINE.format(
        file=Path(arrival.file).name, code=arrival.facility_code or "-", check_code=arrival.check_code or "-"
    )
    wrong = bool(arrival.errors or arrival.missing or arrival.remarks)
    return FacilityLine(cells, " · ".join((in_words, *arrival.remarks)), arrival, wrong)


def _by_name(arrival: Arrival) -> Any:
    return name_key(arrival.name)


def _sort_key(order: FacilityOrder, answers: AnswersFolder) -> Callable[[Arrival], Any]:
    match order:
        case FacilityOrder.NAME:
            return _by_name
        case FacilityOrder.DAY:
            return lambda arrival: (_reversed(arrival.sent_at), _by_name(arrival))
        case FacilityOrder.FAULTS:
            return lambda arrival: (
                -arrival.errors - (arrival.missing or 0),
                -arrival.warnings,
                _by_name(arrival),
            )
        case FacilityOrder.STATE:
            return lambda arrival: (answers.title_of(arrival, office_words.STATE_UNTOLD), _by_name(arrival))


def _reversed(text: str) -> tuple[int, ...]:
    """Sorts texts backwards, nothing last."""
    return tuple(-ord(char) for char in text) or (1,)


class FilesPage(SearchedPage):
    """Two columns: files and why they are not added up; or codes and names of facilities not heard of."""

    def __init__(
        self,
        host: Host[SumReport],
        title: str,
        titles: tuple[str, str],
        lines: Sequence[FacilityLine],
        first: int,
        answers: AnswersFolder,
    ) -> None:
        self._titles, self._first = titles, first
        super().__init__(host, title.upper(), lambda: lines, desk_words.EMPTY_LIST, answers)

    def columns(self) -> Sequence[Column]:
        rest = max(self.host.width - self._first - 1, LEAST_NAME)
        return (Column((self._titles[0],), self._first), Column((self._titles[1],), rest))

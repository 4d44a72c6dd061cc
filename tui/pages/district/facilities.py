"""The lists of the office: facilities that are added up, files that are not and why, facilities not heard of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from exports.district.answers_folder import AnswersFolder
from exports.district.arriving.arrivals import (
    Arrival,
)
from forms.model.text import Finder
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.query import Query
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Deed, Host, Message
from tui.desk.page_names import PageName
from tui.jobs.district.approving import is_open
from tui.jobs.district.office import SumReport
from tui.pages.district.line import FacilityLine, OfficeLine
from tui.pages.district.office_jobs import approve_after_question
from tui.pages.district.triage import FacilityOrder, FacilityPart, Triage
from tui.texts import desk_words
from tui.texts.district import office_words
from tui.texts.help import help_words
from tui.texts.help.keys import MARKING, ROW_MARK, Action
from tui.texts.records import list_words

MARK, STATE, WIDTHS = 2, 12, (5, 11, 7, 8, 6, 6, 10, 10)
"""Of the columns of mark and state, and of those after them: at 80 columns the last three stand to the right of the screen."""
IN_VIEW = 5
"""Of the columns after the state, so many are to be seen without going sideways."""
LEAST_NAME = 24
ALL_IN_VIEW = MARK + LEAST_NAME + STATE + sum(WIDTHS) + 1
"""Columns of a screen on which all of them are seen."""


class SearchedPage(ListPage[SumReport]):
    """Lines that letters narrow down."""

    steady = True
    actions: tuple[Action, ...] = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)
    list_help = office_words.FILES_HELP

    def __init__(
        self,
        host: Host[SumReport],
        title: str,
        make: Callable[[], Sequence[OfficeLine]],
        empty: str,
    ) -> None:
        super().__init__(host)
        self._title, self._empty = title, empty
        self._make = make
        self.letters = self.query = Query(lambda: self.go(0), host.input_method)

    def _stamp(self) -> object:
        """Another value as soon as other lines are to be shown."""
        return self.work.stamp

    @property
    def _answers(self) -> AnswersFolder:
        return self.work.answers

    @property
    def _all(self) -> Sequence[OfficeLine]:
        """Every line; made again when what it is made of has changed."""
        return self.once("all", self._stamp(), self._make)

    @property
    def lines(self) -> Sequence[OfficeLine]:
        """The lines shown."""
        return self.once("lines", (self._stamp(), self.query.text), self._fitting)

    def _fitting(self) -> Sequence[OfficeLine]:
        every = self._all
        if not self.query.text:
            return every
        finder = self.once("finder", self._stamp(), lambda: Finder(line.searched for line in every))
        return [every[place] for place in finder.find(self.query.text)]

    def title(self) -> str:
        """What it is a list of, how many are shown of how many."""
        shown, total = len(self.lines), self.total()
        title = f"{self._title} ({shown}/{total})" if shown != total else f"{self._title} ({total})"
        if self.work.progress is None:
            return title
        done, files = self.work.progress
        return title + office_words.OFFICE_STILL_READING.format(done=done, total=files)

    def total(self) -> int:
        """How many there are at all."""
        return len(self._all)

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
        if self.cursor.row >= self.count():
            return []
        line = self.lines[self.cursor.row]
        asked = [(None, office_words.REQUEST.format(request=line.request))] if line.request else []
        return [(None, line.in_words), *asked]

    def explain(self) -> str:
        """What is looked for, or what the keys do."""
        if self.query.text:
            return office_words.FACILITIES_FOUND.format(text=self.query.text, count=self.count())
        return self.list_help if self.count() else self._empty


class FacilitiesPage(SearchedPage):
    """The facilities that sent: state, what the check found and is not explained, what changed, when it was sent."""

    actions = (Action.HELP, Action.FIND, Action.FILTER, Action.NEXT_REPORT, Action.MENU, Action.BACK)
    list_help = office_words.FACILITIES_HELP

    def __init__(self, host: Host[SumReport]) -> None:
        self._triage = triage = Triage(lambda: host.work.arrivals, office_words.STATE_UNTOLD)
        empty = office_words.OFFICE_EMPTY.format(folder=host.work.workspace.folder)
        super().__init__(
            host,
            office_words.OFFICE_TAKEN.upper(),
            lambda: [FacilityLine(seen) for seen in triage.shown()],
            empty,
        )

    def _stamp(self) -> object:
        return super()._stamp(), self._triage.look

    def moves(self) -> Sequence[tuple[str, str]]:
        return (*super().moves(), MARKING)

    def signs(self) -> Mapping[str, str]:
        return {**help_words.ISSUE_SIGNS, **help_words.ROW_SIGNS}

    def look(self) -> object:
        return super().look(), self._triage.marked

    def title(self) -> str:
        marked = self._triage.marked
        return super().title() + (list_words.MARKED_COUNT.format(count=len(marked)) if marked else "")

    def total(self) -> int:
        return len(self.work.arrivals.summands)

    def columns(self) -> Sequence[Column]:
        """Mark, name, then what is known of the report."""
        name, state, *rest = office_words.FACILITY_COLUMNS
        in_view = WIDTHS if self.host.width >= ALL_IN_VIEW else WIDTHS[:IN_VIEW]
        wide = max(self.host.width - MARK - STATE - sum(in_view) - 1, LEAST_NAME)
        return (
            Column((), MARK, stays=True),
            Column(name, wide, stays=True),
            Column(state, STATE),
            *(Column(titles, width, right=True) for titles, width in zip(rest, WIDTHS, strict=True)),
        )

    def help(self) -> list[str]:
        """The report of the cursor, column by column, and what each of them means."""
        if not self.count():
            return super().help()
        values = self.lines[min(self.cursor.row, self.count() - 1)].cells
        told = [
            office_words.COLUMN_OF.format(title=" ".join(filter(None, titles)), value=value, meaning=meaning)
            for (titles, meaning), value in zip(office_words.FACILITY_COLUMNS.items(), values, strict=True)
        ]
        return [*told, office_words.UNTOLD_MEANS, self.explain()]

    def cell(self, row: int, col: int) -> Cell:
        if col:
            return super().cell(row, col - 1)
        line = self.lines[row]
        is_marked = line.arrival is not None and line.arrival.file in self._triage.marked
        return Cell(ROW_MARK if is_marked else "", role=Role.NOTICE)

    # Marks

    def own_key(self, name: str, char: str | None) -> bool:
        """While nothing is looked for the space bar marks a report."""
        if char != " " or self.query.text:
            return False
        here = self._here
        if here is not None:
            self._triage.turn_mark(here)
            self.cursor.step(1)
        return True

    @property
    def _here(self) -> Arrival | None:
        return self.lines[self.cursor.row].arrival if self.cursor.row < self.count() else None

    @property
    def _chosen(self) -> list[Arrival]:
        """The marked reports; without marks that of the cursor."""
        return self._triage.marked_arrivals() or ([self._here] if self._here else [])

    def escape(self) -> bool:
        """Esc drops the search first, then the part, then the marks."""
        if super().escape():
            return True
        triage = self._triage
        if triage.part is not FacilityPart.ALL:
            self._show(FacilityPart.ALL, triage.order)
        elif triage.marked:
            triage.marked = frozenset()
        else:
            return False
        return True

    # What is done

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.FILTER: self._choose, Action.NEXT_REPORT: self._next}

    def _choose(self) -> None:
        shown = [line.arrival for line in self.lines if line.arrival is not None]
        chosen, approve = self._chosen, partial(self._approve, self._chosen)
        self.host.open(PageName.FACILITY_CHOICE, self._triage, self._show, shown, chosen, approve)

    def _show(self, part: FacilityPart, order: FacilityOrder) -> None:
        """Another part or order; the cursor stays on its report when that is still there."""
        here = self._here
        self._triage.part, self._triage.order = part, order
        same = (row for row, line in enumerate(self.lines) if line.arrival is here)
        self.go(next(same, 0))

    def _next(self) -> None:
        """The cursor on the next report that is to be answered, from the top again after the last."""
        row = self.cursor.next_row(self._is_open)
        if row is None:
            self.host.say(office_words.ALL_ANSWERED)
        else:
            self.go(row)

    def _is_open(self, row: int) -> bool:
        arrival = self.lines[row].arrival
        return arrival is not None and is_open(arrival, self._answers)

    def _approve(self, chosen: Sequence[Arrival]) -> None:
        unanswered = [arrival for arrival in chosen if is_open(arrival, self._answers)]

        def end(count: int) -> None:
            self._triage.marked = frozenset()
            self.host.say(office_words.APPROVED.format(count=count))

        if unanswered:
            approve_after_question(self.host, self._answers, unanswered, end)
        else:
            self.host.say(office_words.NONE_TO_APPROVE)

    def explain(self) -> str:
        part = self._triage.part
        if self.query.text or part is FacilityPart.ALL:
            return super().explain()
        return office_words.FACILITIES_PART.format(part=office_words.FACILITY_PARTS[part], count=self.count())


class FilesPage(SearchedPage):
    """Lines of text: files and why they are not added up, or facilities not heard of. *below* is what can be done with all of them."""

    def __init__(
        self,
        host: Host[SumReport],
        title: str,
        titles: Sequence[str],
        widths: Sequence[int],
        make: Callable[[], Sequence[OfficeLine]],
        below: Mapping[Action, Deed] | None = None,
    ) -> None:
        self._titles, self._widths, self._below = titles, widths, below or {}
        super().__init__(host, title.upper(), make, desk_words.EMPTY_LIST)
        self.actions = (*self.actions, *self._below)

    def columns(self) -> Sequence[Column]:
        """One of them, whose width is 0, takes the room that the others leave."""
        rest = max(self.host.width - sum(self._widths) - 1, LEAST_NAME)
        return [
            Column((title,), width or rest) for title, width in zip(self._titles, self._widths, strict=True)
        ]

    def deeds_below(self) -> Sequence[Action]:
        return tuple(self._below) if self.count() else ()

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), **self._below}

"""The sum in parts, by ward and by kind of facility, each beside last year; Enter opens the desk on one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from textwrap import wrap

from exports.district.breakdown import Part, by_kind, by_ward, roles_of_parts
from forms.model.record import FieldRole
from forms.model.text import fold, format_number
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Message
from tui.desk.page_names import PageName
from tui.jobs.district.office import SumReport
from tui.texts import desk_words
from tui.texts.district import office_words
from tui.texts.help.keys import Action

COUNT, TOTAL, LEAST_NAME = 9, 12, 18


class PartsPage(ListPage[SumReport]):
    """A line a ward, then a line a kind, under headings."""

    steady = True
    actions: tuple[Action, ...] = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)

    def __init__(self, host: Host[SumReport]) -> None:
        super().__init__(host)
        self.go(1)

    @property
    def _lines(self) -> Sequence[Part | str]:
        return self.once("lines", self.work.stamp, self._made_now)

    def _made_now(self) -> list[Part | str]:
        added, parts = self.work.collection, {FieldRole.WARD: by_ward, FieldRole.KIND: by_kind}
        lines: list[Part | str] = []
        for role in roles_of_parts(added.form):
            lines += [office_words.PART_HEADINGS[role], *parts[role](added)]
        return lines

    def look(self) -> object:
        return self.work.stamp

    def title(self) -> str:
        """Tổng hợp theo phường, nhóm cấp học."""
        return office_words.PARTS_TITLE

    def columns(self) -> Sequence[Column]:
        """Name, how many, each total of the form."""
        totals = self.work.collection.form.totals
        name = max(self.host.width - COUNT - TOTAL * len(totals) - 1, LEAST_NAME)
        return (
            Column((desk_words.NAME,), name, stays=True),
            Column((office_words.PARTS_COUNT,), COUNT, right=True),
            *(Column(tuple(wrap(total.title, TOTAL - 1)), TOTAL, right=True) for total in totals),
        )

    def count(self) -> int:
        return len(self._lines)

    def can_stop(self, row: int) -> bool:
        """Parts, not headings."""
        return isinstance(self._lines[row], Part)

    def cell(self, row: int, col: int) -> Cell:
        part = self._lines[row]
        if isinstance(part, str):
            return Cell("" if col else part, role=Role.HEADING)
        if col < 2:
            return Cell(part.name if not col else str(len(part.arrivals)))
        number = part.totals[col - 2]
        since = ""
        if part.before is not None and (change := number - part.before[col - 2]):
            sign = "+" if change > 0 else "-"
            since = office_words.PART_SINCE.format(change=sign + format_number(max(change, -change)))
        return Cell(format_number(number) + since)

    def open(self, row: int) -> None:
        """The desk on the reports of a part."""
        part = self._lines[row]
        if isinstance(part, str):
            return
        work = self.work
        codes = {arrival.facility_code for arrival in part.arrivals}
        beside = tuple(turned for turned in work.collection.exclusions if turned.facility_code in codes)
        name = fold(part.name)
        missing = tuple(one for one in work.collection.not_arrived if fold(one.ward) == name)
        some = replace(
            work.collection, summands=part.arrivals, exclusions=beside, expected=missing, part=part.name
        )
        inner = SumReport(work.workspace, some)
        inner.last_used = work.last_used
        self.host.enter(inner, PageName.OFFICE)

    def messages(self) -> list[Message]:
        """Last year's totals in words."""
        part = self._lines[self.cursor.row]
        if isinstance(part, str):
            return []
        known = {"name": part.name, "count": len(part.arrivals)}
        if part.before is None:
            return [(None, office_words.PART_LINE_WITHOUT.format(**known))]
        totals = self.work.collection.form.totals
        before = ", ".join(
            office_words.PART_TOTAL.format(title=total.title.lower(), number=format_number(number))
            for total, number in zip(totals, part.before, strict=True)
        )
        return [(None, office_words.PART_LINE.format(**known, before=before))]

    def explain(self) -> str:
        return office_words.PART_HELP

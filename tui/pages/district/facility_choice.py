"""Ctrl+F over the facilities: which reports are shown, in what order, and what is done with the marked ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exports.district.arriving.arrivals import (
    Arrival,
)
from tui.desk.kinds.entries_page import EntriesPage, Entry
from tui.desk.page import Host
from tui.jobs.district.office import SumReport
from tui.pages.district.triage import FacilityOrder, FacilityPart, Triage
from tui.texts.district import office_words
from tui.texts.records import list_words


class FacilityChoicePage(EntriesPage[SumReport]):
    """What the list below shows and does: *show* shows another part or order, *approve* the *chosen* reports after a question."""

    def __init__(
        self,
        host: Host[SumReport],
        triage: Triage,
        show: Callable[[FacilityPart, FacilityOrder], None],
        shown: Sequence[Arrival],
        chosen: Sequence[Arrival],
        approve: Callable[[], None],
    ) -> None:
        super().__init__(host)
        counts = triage.counts()

        def shows(part: FacilityPart, order: FacilityOrder) -> Callable[[], None]:
            return lambda: show(part, order)

        self.entries = [
            Entry(list_words.SHOW),
            *(
                Entry(
                    office_words.FACILITY_PARTS[part],
                    shows(part, triage.order),
                    str(counts[part]),
                    triage.part is part,
                )
                for part in FacilityPart
            ),
            Entry(list_words.ORDER),
            *(
                Entry(
                    office_words.FACILITY_ORDERS[order],
                    shows(triage.part, order),
                    is_on=triage.order is order,
                )
                for order in FacilityOrder
            ),
        ]
        if chosen:
            count = len(chosen)
            what = (
                office_words.WITH_MARKED.format(count=count)
                if triage.marked
                else list_words.WITH_ONE.format(name=chosen[0].name)
            )
            self.entries += [
                Entry(what),
                Entry(list_words.MARK_ALL, lambda: triage.mark(shown), str(len(shown))),
                Entry(office_words.APPROVE_THEM, approve, str(count)),
            ]

    def title(self) -> str:
        """Lọc, sắp xếp, xử lý hàng loạt."""
        return list_words.MANY_TITLE

"""What was changed in the report, or at the place of the cursor: when, who, from what to what; newest first."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from forms.dossier.place_names import title_of
from forms.model.errors import NhomtreError
from forms.model.place import Place
from forms.model.text import format_moment
from forms.report.differences import place_of_edit
from forms.report.past.past_edits import PastEdit
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Message
from tui.jobs.handing.handing_over import with_handovers
from tui.jobs.open_report import OpenReport
from tui.jobs.revisions.looking_back import gap, past_of, sentence
from tui.texts.help.keys import Action
from tui.texts.revisions import history_words

AT_WIDTH, WHO_WIDTH, LEAST_VALUE_WIDTH = 22, 11, 11


def history_here(host: Host[OpenReport]) -> HistoryPage:
    """Of the cell or the record where the cursor is; of all where it is on none. Raises NhomtreError."""
    here = host.page.place_here()
    return HistoryPage(host, here._replace(field=None) if here else None)


class HistoryPage(ListPage[OpenReport]):
    """The values that were changed; Enter goes to the place."""

    steady = True
    actions = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], place: Place | None) -> None:
        super().__init__(host)
        self._place = place
        self._gap = ""
        self._known: Sequence[PastEdit] = ()
        self._look()

    @property
    def edits(self) -> Sequence[PastEdit]:
        """Newest first; what was read last where the journals cannot be read any more."""
        return self.once("edits", None, self._again)

    def _again(self) -> Sequence[PastEdit]:
        with suppress(NhomtreError):
            self._look()
        return self._known

    def _look(self) -> None:
        past = past_of(self.work.session)
        self._gap = gap(self.work.session, past)
        work = self.work
        edits = past.edits(self._place)
        self._known = with_handovers(work.workspace, work.content.year, edits, self._place)[::-1]

    def title(self) -> str:
        """Of what."""
        if self._place is None:
            return history_words.TITLE
        return history_words.TITLE_AT.format(place=title_of(self._place, self.work.content))

    def columns(self) -> Sequence[Column]:
        """When and who, the place, both values."""
        left = self.host.width - 1 - AT_WIDTH - WHO_WIDTH
        value = max(left // 4, LEAST_VALUE_WIDTH)
        return (
            Column((history_words.AT,), AT_WIDTH),
            Column((history_words.WHO,), WHO_WIDTH),
            Column((history_words.PLACE,), max(left - 2 * value, 20)),
            Column((history_words.BEFORE,), value),
            Column((history_words.AFTER,), value),
        )

    def count(self) -> int:
        return len(self.edits)

    def cell(self, row: int, col: int) -> Cell:
        change, difference = self.edits[row]
        return Cell(
            (format_moment(change.at), change.who, difference.label, difference.old, difference.new)[col]
        )

    def messages(self) -> list[Message]:
        """The whole change, with its reason; that older ones are not known here."""
        told = [sentence(self.edits[self.cursor.row])] if self.count() else []
        return [(None, text) for text in (*told, self._gap) if text]

    def open(self, row: int) -> None:
        """Go to the place."""
        self.host.open(place_of_edit(self.edits[row].difference.edit, self.work.content.form))

    def hint(self) -> str:
        return history_words.HINT

    def explain(self) -> str:
        return history_words.HELP if self.count() else history_words.NONE

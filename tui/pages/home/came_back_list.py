"""What the journal gave back after a sudden end: looked at, kept or set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from forms.dossier.put_aside import DAYS_PUT_ASIDE
from forms.model.text import format_date
from forms.report.differences import Difference, differences, place_of_edit
from forms.store.chain.came_back import CameBack
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Deed, Host, Message
from tui.jobs.open_report import OpenReport
from tui.jobs.recovering.coming_back import moments
from tui.jobs.revisions.comparing import difference_line
from tui.texts.help.keys import Action
from tui.texts.sessions import recovery_words

LEAST_OF_A_VALUE = 12


class CameBackPage(ListPage[OpenReport]):
    """Where it changed something, before and now; Esc keeps it, the last row sets it aside."""

    actions = (Action.HELP, Action.FIND, Action.SET_ASIDE, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)
        came_back = self.work.came_back
        assert came_back is not None
        self._came_back: CameBack = came_back
        self._differences: list[Difference] = differences(came_back.before, self.work.content)

    def title(self) -> str:
        return recovery_words.TITLE

    def columns(self) -> Sequence[Column]:
        value = max((self.host.width - 1) // 4, LEAST_OF_A_VALUE)
        return (
            Column((recovery_words.PLACE,), max(self.host.width - 1 - 2 * value, 20)),
            Column((recovery_words.BEFORE,), value),
            Column((recovery_words.NOW,), value),
        )

    def count(self) -> int:
        return len(self._differences)

    def cell(self, row: int, col: int) -> Cell:
        here = self._differences[row]
        return Cell((here.label, here.old, here.new)[col])

    def deeds_below(self) -> Sequence[Action]:
        """Setting it aside, where that can be."""
        return (Action.SET_ASIDE,) if self._came_back.can_be_taken_back else ()

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.SET_ASIDE: self._set_aside}

    def _set_aside(self) -> None:
        if not self._came_back.can_be_taken_back:
            self.host.say(recovery_words.HELP_KEEP_ONLY)
            return
        count = self.work.set_came_back_aside()
        self.host.back()
        until = format_date(self.work.workspace.today + timedelta(DAYS_PUT_ASIDE))
        self.host.say(recovery_words.SET_ASIDE.format(count=count, until=until))

    def open(self, row: int) -> None:
        """Go to the place."""
        self.host.open(place_of_edit(self._differences[row].edit, self.work.content.form))

    def escape(self) -> bool:
        """They stay."""
        self.work.keep_came_back()
        self.host.back()
        self.host.say(recovery_words.KEPT)
        return True

    def messages(self) -> list[Message]:
        """When, and how many changes; the whole difference at the cursor."""
        came_back = self._came_back
        texts = [recovery_words.ABOUT.format(count=len(came_back.changes), moments=moments(came_back))]
        if self.count() and self.deed_here is None:
            texts.append(difference_line(self._differences[self.cursor.row]))
        return [(None, text) for text in texts]

    def hint(self) -> str:
        return recovery_words.HINT

    def explain(self) -> str:
        return recovery_words.HELP if self._came_back.can_be_taken_back else recovery_words.HELP_KEEP_ONLY

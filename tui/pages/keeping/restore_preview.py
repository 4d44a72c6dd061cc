"""What restoring from a file would change, before it does: each place as it is and as it would be; the last row does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Deed, Host, Message
from tui.desk.page_names import PageName
from tui.jobs.keeping.restoring import Restoration, There, what_was_restored
from tui.jobs.keeping.restoring_open import restore_open
from tui.jobs.open_report import OpenReport
from tui.jobs.revisions.comparing import difference_line
from tui.texts.help.keys import Action
from tui.texts.sessions import keeping_words

LEAST_OF_A_SIDE = 12


class RestorePreviewPage(ListPage[OpenReport]):
    """What *planned* would do. Nothing happens before its last row is opened."""

    is_asking = True
    actions = (Action.HELP, Action.FIND, Action.REPLACE, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], planned: Restoration) -> None:
        super().__init__(host)
        self._planned = planned

    @property
    def _can_be_done(self) -> bool:
        return self.work.writable and self._planned.is_needed

    def title(self) -> str:
        return keeping_words.PREVIEW_TITLE

    def columns(self) -> Sequence[Column]:
        """Place, then both values."""
        value = max((self.host.width - 1) // 4, LEAST_OF_A_SIDE)
        return (
            Column((keeping_words.PLACE,), max(self.host.width - 1 - 2 * value, 20)),
            Column((keeping_words.BEFORE,), value),
            Column((keeping_words.AFTER,), value),
        )

    def count(self) -> int:
        return len(self._planned.differences)

    def cell(self, row: int, col: int) -> Cell:
        here = self._planned.differences[row]
        return Cell((here.label, here.old, here.new)[col])

    def deeds_below(self) -> Sequence[Action]:
        """Doing it, where that can be."""
        return (Action.REPLACE,) if self._can_be_done else ()

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.REPLACE: self._restore}

    def messages(self) -> list[Message]:
        """How the file and the dossier stand to each other, then the whole difference at the cursor."""
        planned, open_year = self._planned, self.work.content.year
        told = list(planned.notices)
        if planned.there is There.DOSSIER:
            if planned.year != open_year:
                told.append(keeping_words.OTHER_YEAR_STAYS.format(there=planned.year, here=open_year))
            told.append(
                keeping_words.SAME
                if planned.is_same
                else keeping_words.DIFFERENCES.format(count=len(planned.differences))
            )
        else:
            told.append(keeping_words.WILL_HAVE.format(counts=planned.counts))
        messages: list[Message] = [(None, " ".join(told))]
        if self.count() and self.deed_here is None:
            messages.append((None, difference_line(planned.differences[self.cursor.row])))
        return messages

    def _restore(self) -> None:
        """Do it and go on with what was restored."""
        host, work, planned = self.host, self.work, self._planned
        if not self._can_be_done:
            host.say(keeping_words.SAME if work.writable else keeping_words.RESTORES_NOT)
            return
        notices: list[str] = []
        outcome = restore_open(work, planned, notices.append)
        host.begin(work, PageName.HOME)
        folder = work.workspace.folder
        told = what_was_restored(planned, outcome, lambda path: path.relative_to(folder).as_posix())
        host.say(" ".join([*told, *notices]))

    def open(self, row: int) -> None:
        """Nothing is done in the middle of the list."""
        self.host.say(self.hint())

    def hint(self) -> str:
        return keeping_words.PREVIEW_HINT if self._can_be_done else keeping_words.PREVIEW_LOOK_HINT

    def explain(self) -> str:
        if not self.work.writable:
            return keeping_words.RESTORES_NOT
        if not self._can_be_done:
            return keeping_words.PREVIEW_SAME
        is_there = self._planned.there is There.DOSSIER
        return keeping_words.PREVIEW_HELP if is_there else keeping_words.PREVIEW_NEW

"""Where a dossier is restored from: the backups that lie on sticks and in known folders, kept states, a file by its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from forms.model.text import format_moment
from forms.store.system import named_paths
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.folder_choice import folders_outside
from tui.desk.kinds.list_page import ListPage
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Host, Message
from tui.desk.page_names import PageName
from tui.jobs.keeping.getting_back import plan_getting_back
from tui.jobs.keeping.known_states import KnownState, known_states, states_aside
from tui.jobs.keeping.restoring import plan_restoration
from tui.jobs.keeping.restoring_open import whole_folder
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import Action
from tui.texts.revisions import export_words
from tui.texts.sessions import keeping_words

AT_WIDTH, WHERE_WIDTH, LEAST_OF_STATE = 23, 22, 34


class RestoreChoicePage(ListPage[OpenReport]):
    """What was set aside, the files that were seen, newest first each, and a row to name another one; Enter reads one and shows what it would change."""

    actions = (Action.HELP, Action.FIND, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)
        work = self.work
        self._states: Sequence[KnownState] = [
            *states_aside(work.session, work.workspace.today),
            *known_states(work.workspace, work.content.year, folders_outside(host)),
        ]

    def title(self) -> str:
        return keeping_words.RESTORE_TITLE

    def columns(self) -> Sequence[Column]:
        """When, what, where."""
        return (
            Column((keeping_words.AT,), AT_WIDTH),
            Column((keeping_words.STATE,), max(self.host.width - 1 - AT_WIDTH - WHERE_WIDTH, LEAST_OF_STATE)),
            Column((keeping_words.WHERE,), WHERE_WIDTH),
        )

    def count(self) -> int:
        return len(self._states) + 1

    def cell(self, row: int, col: int) -> Cell:
        if row == len(self._states):
            return Cell(("", keeping_words.OTHER_FILE, "")[col])
        state = self._states[row]
        return Cell((format_moment(state.at), state.title, state.where)[col])

    def messages(self) -> list[Message]:
        """The name of the file; where nothing outside was seen, what to do about that."""
        row = self.cursor.row
        texts = [self._states[row].name if row < len(self._states) else ""]
        if not any(state.is_outside for state in self._states):
            texts.append(keeping_words.NO_STATE)
        return [(None, text) for text in texts if text]

    def open(self, row: int) -> None:
        """Read it behind a page that waits, then look at it."""
        if row == len(self._states):
            self.host.ask(keeping_words.ASK_FILE, self._read_named)
            return
        source = self._states[row].source
        if isinstance(source, int):
            today = self.work.workspace.today
            self.host.open(PageName.RESTORE_PREVIEW, plan_getting_back(self.work.session, source, today))
        else:
            self._read(source)

    def _read_named(self, text: str) -> None:
        if text:
            self._read(named_paths.path_of(text).absolute())

    def _read(self, path: Path) -> None:
        host = self.host
        words = WaitWords(
            keeping_words.RESTORE_TITLE,
            keeping_words.READING.format(name=path.name),
            export_words.COPY_KEYS,
            keeping_words.READ_STOPPED,
        )
        folder = whole_folder(self.work)
        wait_for(
            host,
            words,
            lambda job: plan_restoration(folder, path),
            partial(host.open, PageName.RESTORE_PREVIEW),
        )

    def explain(self) -> str:
        return keeping_words.RESTORE_HELP

    def hint(self) -> str:
        return keeping_words.RESTORE_HINT

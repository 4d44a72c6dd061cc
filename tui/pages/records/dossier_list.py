"""The lists of the dossier: nhóm lớp, trẻ, nhân sự. F5 adds, F6 removes after a question."""

from __future__ import annotations

from forms.entry.record_edits import delete_records
from forms.sets.mn2019.records import RECORD_BY_PLACE
from tui import texts
from tui.desk.keys import Action
from tui.desk.page import Host
from tui.pages.records.record_list import RecordsPage

MOST_NAMES = 3
"""Names in a question before removal."""


class DossierListPage(RecordsPage):
    """All records of one list. F5 adds, F6 removes."""

    workbook = "rosters"
    actions = (
        Action.HELP,
        Action.FIND,
        Action.FILTER,
        Action.ADD,
        Action.REMOVE,
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.IMPORT,
        Action.FILL,
        Action.MENU,
        Action.BACK,
    )

    def __init__(self, host: Host, place: str) -> None:
        record = RECORD_BY_PLACE[place]
        super().__init__(host, record, lambda: host.work.content.roster.of(record.key), record.title.upper())

    def act(self, action: Action) -> bool:
        """Add, remove, find."""
        if action is Action.ADD:
            from tui.pages.records.quick_entry import QuickPage

            self.host.push(QuickPage(self.host, self.record.place))
        elif action is Action.REMOVE:
            self.ask_to_remove()
        else:
            return super().act(action)
        return True

    def ask_to_remove(self) -> None:
        """Remove the chosen records after a question."""
        chosen = self.chosen
        if not chosen:
            self.host.say(texts.EMPTY_LIST)
            return
        names = ", ".join(subject.name for subject in chosen[:MOST_NAMES])
        name = names if len(chosen) <= MOST_NAMES else texts.SO_MANY.format(count=len(chosen), names=names)
        left = sum(len(subject.children) for subject in chosen)

        def remove(answer: str) -> None:
            if answer.casefold() in texts.YES_WORDS:
                refs = [subject.place.partition("/")[2] for subject in chosen]
                edits = delete_records(self.work.content, self.record, refs)
                self.marked = frozenset()
                self.work.commit(edits)
                self.host.say(texts.REMOVED.format(name=name))
                self.settle()

        question = (
            texts.ASK_REMOVE_CLASS.format(name=name, count=left)
            if left
            else texts.ASK_REMOVE.format(name=name)
        )
        self.host.ask(question, remove)

    def list_help(self) -> str:
        """What can be done here."""
        return texts.DOSSIER_LIST_HELP

    def when_empty(self) -> str:
        """How to begin."""
        return texts.EMPTY_DOSSIER_LIST

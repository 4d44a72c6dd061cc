"""The lists of the dossier: nhóm lớp, trẻ, nhân sự. F5 adds in quick entry, F6 removes after a question."""

from __future__ import annotations

from forms.entry import delete_records
from forms.records import RECORD_BY_PLACE
from tui import texts
from tui.keys import Action
from tui.pages.base import Host
from tui.pages.lists import ListPage, RecordsPage
from tui.pages.quick import QuickPage


class DossierListPage(RecordsPage):
    """All records of one list."""

    actions = (*ListPage.actions[:-2], Action.ADD, Action.REMOVE, *ListPage.actions[-2:])

    def __init__(self, host: Host, place: str) -> None:
        record = RECORD_BY_PLACE[place]
        super().__init__(host, record, lambda: host.work.content.roster.of(record.key), record.title.upper())

    def act(self, action: Action) -> bool:
        """Add, remove, find."""
        if action is Action.ADD:
            self.host.push(QuickPage(self.host, self.record.place))
        elif action is Action.REMOVE:
            self._ask_to_remove()
        else:
            return super().act(action)
        return True

    def _ask_to_remove(self) -> None:
        if not self.count():
            self.host.say(texts.EMPTY_LIST)
            return
        subject = self.subjects[self.row]

        def remove(answer: str) -> None:
            if answer.casefold() in texts.YES_WORDS:
                ref = subject.place.partition("/")[2]
                edits = delete_records(self.work.content, self.record, [ref])
                self.host.say(self.work.commit(edits) or texts.REMOVED.format(name=subject.name))
                self.settle()

        self.host.ask(texts.ASK_REMOVE.format(name=subject.name), remove)

    def explain(self) -> str:
        """What can be done here."""
        return texts.DOSSIER_LIST_HELP if self.count() else texts.EMPTY_DOSSIER_LIST


def records_page(host: Host, place: str) -> DossierListPage:
    """All records of a list."""
    return DossierListPage(host, place)

"""Removing records: the same question in lists, quick entry and forms; undo brings them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from forms.dossier.roster import Subject
from forms.entry.record_edits import delete_records
from forms.model.record import RecordType
from tui.desk.page import Host
from tui.desk.shown_report import ShownReport
from tui.texts import desk_words
from tui.texts.help.keys import Action
from tui.texts.records import list_words

MOST_NAMES = 3
"""Names in a question before removal."""


def remove_in_focus(host: Host[ShownReport]) -> None:
    """Remove the record of the issue in focus after a question."""
    place = host.page.repairs()[Action.REMOVE].place.record
    chosen = [subject for subject in host.work.content.roster.everyone() if subject.place == place]
    ask_to_remove(host, chosen[0].type, chosen, lambda: None)


def ask_to_remove(
    host: Host[ShownReport], record: RecordType, chosen: Sequence[Subject], removed: Callable[[], None]
) -> None:
    """Remove the *chosen* records of a list after a question; *removed* hears it when it was done."""
    if not chosen:
        host.say(list_words.NOTHING_TO_REMOVE)
        return
    names = ", ".join(subject.name for subject in chosen[:MOST_NAMES])
    name = names if len(chosen) <= MOST_NAMES else list_words.SO_MANY.format(count=len(chosen), names=names)
    left = sum(len(subject.members) for subject in chosen)

    def answer(text: str) -> None:
        if text.casefold() in desk_words.YES_WORDS:
            refs = [subject.place.partition("/")[2] for subject in chosen]
            host.work.commit(delete_records(host.work.content, record, refs))
            removed()
            host.say(list_words.REMOVED.format(name=name))

    question = list_words.ASK_REMOVE.format(name=name)
    if left:
        member = next(one.type.called for subject in chosen for one in subject.members)
        question = list_words.ASK_REMOVE_CLASS.format(
            name=name, count=left, member=member, owner=record.called
        )
    host.ask(question, answer)

"""Choosing the value of a field: from its code list, or from the classes."""

from __future__ import annotations

from collections.abc import Callable

from forms.dossier.roster import Subject
from forms.entry.field_text import unclear, vocabulary
from forms.model.code_list import Item
from forms.model.record import Field
from tui.desk.page import Host
from tui.desk.shown_report import ShownReport


def choose_for(host: Host[ShownReport], field: Field, subject: Subject, put: Callable[[str], None]) -> None:
    """Open the options of a field: on its value, else on the one last used for that field; of an unclear word what it finds."""
    used = host.work.last_used
    name = f"{subject.type.key}.{field.key}"

    def take(item: Item) -> None:
        put(item.code)
        used[name] = item.code

    current = subject.get(field.key) or used.get(name)
    roster = host.work.content.roster
    words = vocabulary(field, subject, roster)
    host.choose(field.label.upper(), words.items, take, current, words, unclear(field, subject, roster))

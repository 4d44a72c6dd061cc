"""How many records a dossier has, in words."""

from __future__ import annotations

from forms.dossier.content import Content
from tui.texts import command_line_words


def counts_of_lists(content: Content) -> str:
    """«3 nhóm/lớp, 40 trẻ, 7 nhân sự»."""
    return ", ".join(
        command_line_words.RECORDS_OF_A_LIST.format(
            count=len(content.records(record.place)), noun=record.noun
        )
        for record in content.form.lists
    )

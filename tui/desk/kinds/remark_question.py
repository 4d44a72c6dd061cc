"""What the office asks a facility about the place of the cursor: kept until the answer is written."""

from __future__ import annotations

from typing import Any

from forms.dossier.place_names import title_of
from tui.desk.page import Host, words_of
from tui.texts import issue_words


def ask_remark(host: Host[Any]) -> None:
    """Ask for the words, those of an issue there offered; without any the place is not asked about any more."""
    asked, place = host.work.asked, host.page.place_here()
    if asked is None or place is None:
        return
    here = (issue for issue in host.work.issues if issue.place == place)
    words = asked.get(place) or next((words_of(issue) for issue in here), "")

    def take(text: str) -> None:
        if text:
            asked[place] = text
            host.say(issue_words.ASKED.format(count=len(asked)))
        elif asked.pop(place, None) is not None:
            host.say(issue_words.NOT_ASKED)

    host.ask(
        issue_words.ASK_REMARK.format(where=title_of(place, host.work.content)), take, words, in_words=True
    )

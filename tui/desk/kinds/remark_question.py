"""What the office asks a facility about the place of the cursor: kept until the answer is written."""

from __future__ import annotations

from typing import Any

from forms.dossier.content import Content
from forms.dossier.place_names import title_of
from forms.model.code_list import Item
from forms.model.place import Place
from tui.desk.page import Host, words_of
from tui.texts import issue_words


def ask_remark(host: Host[Any]) -> None:
    """Ask which place is meant, that of the cursor or what it lies in, then for the words."""
    asked, here = host.work.asked, host.page.place_here()
    if asked is None or here is None:
        return
    content, around = host.work.content, here.around
    titles = [_title(place, asked.get(place, ""), content) for place in around]
    items = [Item(str(number), title, {}) for number, title in enumerate(titles, 1)]

    def take(item: Item) -> None:
        _ask_words(host, asked, around[int(item.code) - 1])

    if len(items) == 1:
        take(items[0])
    else:
        host.choose(issue_words.CHOOSE_REMARKED, items, take)


def _title(place: Place, words: str, content: Content) -> str:
    title = title_of(place, content)
    return issue_words.AT_A_PLACE.format(where=title, what=words) if words else title


def _ask_words(host: Host[Any], asked: dict[Place, str], place: Place) -> None:
    """Those of an issue there are offered; without any the place is not asked about any more."""
    here = (issue for issue in host.work.issues if issue.place == place)
    words = asked.get(place) or next((words_of(issue) for issue in here), "")

    def take(text: str) -> None:
        if text:
            asked[place] = text
            host.say(issue_words.ASKED.format(count=len(asked)))
        elif asked.pop(place, None) is not None:
            host.say(issue_words.NOT_ASKED)

    question = issue_words.ASK_REMARK.format(where=title_of(place, host.work.content))
    host.ask(question, take, words, in_words=True)

"""A file chosen to be read: one of those that were handed in, where there are such, or one that is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from forms.model.code_list import Item
from forms.store.system import named_paths
from tui.desk.page import Host
from tui.jobs.lesson.laid_answers import answers_laid
from tui.texts import file_words


def choose_file(host: Host[Any], question: str, take: Callable[[Path], None]) -> None:
    """Let the owner choose a file; *question* asks for one that is not on the list, at once where there is no list."""
    files = [*named_paths.handed_in(), *answers_laid(host.work.workspace)]
    items = [Item(str(number), path.name, {}) for number, path in enumerate(files, 1)]
    other = Item(str(len(items) + 1), file_words.OTHER_FILE, {})

    def take_named(text: str) -> None:
        if name := text.strip("'\" "):
            take(named_paths.path_of(name))
        else:
            host.say(file_words.NO_FILE_NAMED)

    def take_item(item: Item) -> None:
        if item is other:
            host.ask(question, take_named)
        else:
            take(files[int(item.code) - 1])

    if items:
        host.choose(file_words.CHOOSE_FILE, [*items, other], take_item)
    else:
        host.ask(question, take_named)

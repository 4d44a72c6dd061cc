"""A folder outside, chosen for what is written there: that of the last time, sticks, the desktop, one that is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from exports.output.outside_folders import KnownFolder, known_folders
from forms.model.code_list import Item
from forms.store.system import named_paths
from tui.desk.page import Host
from tui.texts.revisions import export_words

LAST = "export.folder"
"""Where the session remembers the folder that was written into last."""


def choose_folder(host: Host[Any], title: str, question: str, take: Callable[[Path], None]) -> None:
    """Let the owner choose a folder that is there; *question* asks for one that is not on the list."""
    folders = folders_outside(host)
    items = [
        Item(str(number), export_words.FOLDER_TITLE.format(title=folder.title, path=folder.path), {})
        for number, folder in enumerate(folders, 1)
    ]
    other = Item(str(len(items) + 1), export_words.OTHER_FOLDER, {})

    def take_named(text: str) -> None:
        if not text:
            return
        folder = named_paths.path_of(text).absolute()
        if folder.is_dir():
            take(folder)
        else:
            host.say(export_words.NO_FOLDER.format(path=folder))

    def take_item(item: Item) -> None:
        if item is other:
            host.ask(question, take_named)
        else:
            take(folders[int(item.code) - 1].path)

    host.choose(title, [*items, other], take_item)
    if not folders:
        host.say(export_words.NO_FOLDER_SEEN)


def remember_folder(host: Host[Any], folder: Path) -> None:
    """It was written into: it is offered first the next time."""
    host.work.last_used[LAST] = str(folder)


def folders_outside(host: Host[Any]) -> list[KnownFolder]:
    """The folder that was written into last, then those that people know by name."""
    known = known_folders()
    last = host.work.last_used.get(LAST)
    if last is None or not Path(last).is_dir():
        return known
    return [
        KnownFolder(export_words.LAST_FOLDER, Path(last)),
        *(folder for folder in known if folder.path != Path(last)),
    ]

"""Files that were made, copied to where their owner finds them: a stick, the desktop, a folder that she names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from exports.output.output_files import Written
from exports.output.outside_folders import (
    KnownFolder,
    copy_out,
    folder_in_words,
    known_folders,
)
from forms.model.code_list import Item
from forms.store.system import system_calls
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Host
from tui.jobs.open_report import OpenReport
from tui.texts.revisions import export_words

LAST = "export.folder"
"""Where the session remembers the folder of the last copy."""


def offer_copies(host: Host[OpenReport], files: Sequence[Path]) -> None:
    """Let the owner choose where copies of *files* go."""
    there = [file for file in files if file.is_file()]
    if not there:
        host.say(export_words.NOTHING_TO_COPY)
        return
    folders = _folders(host)
    items = [
        Item(str(number), export_words.FOLDER_TITLE.format(title=folder.title, path=folder.path), {})
        for number, folder in enumerate(folders, 1)
    ]
    other = Item(str(len(items) + 1), export_words.OTHER_FOLDER, {})

    def take(item: Item) -> None:
        if item is other:
            host.ask(export_words.ASK_FOLDER, partial(_copy_into_named, host, there))
        else:
            _copy(host, there, folders[int(item.code) - 1].path)

    host.choose(export_words.COPY_TITLE, [*items, other], take)


def _folders(host: Host[OpenReport]) -> list[KnownFolder]:
    """The folder of the last copy first, then those that have names."""
    known = known_folders()
    last = host.work.last_used.get(LAST)
    if last is None or not Path(last).is_dir():
        return known
    return [
        KnownFolder(export_words.LAST_FOLDER, Path(last)),
        *(folder for folder in known if folder.path != Path(last)),
    ]


def _copy_into_named(host: Host[OpenReport], files: Sequence[Path], text: str) -> None:
    if not text:
        return
    folder = system_calls.path_of(text)
    if folder.is_dir():
        _copy(host, files, folder.absolute())
    else:
        host.say(export_words.NO_FOLDER.format(path=folder))


def _copy(host: Host[OpenReport], files: Sequence[Path], folder: Path) -> None:
    words = WaitWords(
        export_words.COPY_TITLE,
        export_words.COPYING.format(count=len(files)),
        export_words.COPY_KEYS,
        export_words.COPY_STOPPED,
    )
    wait_for(host, words, lambda job: copy_out(files, folder), partial(_tell, host, folder))


def _tell(host: Host[OpenReport], folder: Path, copies: list[Written]) -> None:
    host.work.last_used[LAST] = str(folder)
    where = folder_in_words(folder, host.work.workspace.folder)
    said = export_words.COPIED.format(count=len(copies), where=where)
    host.say(" ".join([said, *(copy.notice for copy in copies if copy.notice)]))

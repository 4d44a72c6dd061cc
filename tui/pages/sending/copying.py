"""Files that were made, copied to where their owner finds them: a stick, the desktop, a folder that she names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from exports.output.output_files import Written
from exports.output.outside_folders import folder_in_words
from tui.desk.kinds.folder_choice import choose_folder, remember_folder
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Host
from tui.jobs.handing.copies import copied_out
from tui.jobs.open_report import OpenReport
from tui.texts.revisions import export_words


def offer_copies(host: Host[OpenReport], files: Sequence[Path]) -> None:
    """Let the owner choose where copies of *files* go."""
    there = [file for file in files if file.is_file()]
    if not there:
        host.say(export_words.NOTHING_TO_COPY)
        return
    choose_folder(host, export_words.COPY_TITLE, export_words.ASK_FOLDER, partial(_copy, host, there))


def _copy(host: Host[OpenReport], files: Sequence[Path], folder: Path) -> None:
    words = WaitWords(
        export_words.COPY_TITLE,
        export_words.COPYING.format(count=len(files)),
        export_words.COPY_KEYS,
        export_words.COPY_STOPPED,
    )
    work, notices = host.work, list[str]()
    copy = partial(copied_out, work.workspace, work.content.year, files, folder, notices.append)
    wait_for(host, words, lambda job: copy(), partial(_tell, host, folder, notices))


def _tell(host: Host[OpenReport], folder: Path, notices: Sequence[str], copies: list[Written]) -> None:
    remember_folder(host, folder)
    where = folder_in_words(folder, host.work.workspace.folder)
    said = export_words.COPIED.format(count=len(copies), where=where)
    host.say(" ".join([said, *(copy.notice for copy in copies if copy.notice), *notices]))

"""The backup to a stick: chosen among those that are plugged in, written and read back behind a page that waits."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from exports.output.outside_folders import folder_in_words
from forms.model.errors import StorageError
from tui.desk.kinds.folder_choice import choose_folder, remember_folder
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Host
from tui.jobs.keeping.backing_up import Kept, back_up
from tui.jobs.open_report import OpenReport
from tui.jobs.workspace import Workspace
from tui.texts.revisions import export_words
from tui.texts.sessions import keeping_words


def choose_stick(host: Host[OpenReport]) -> None:
    """Let the owner choose where the backup goes."""
    choose_folder(host, keeping_words.STICK_TITLE, keeping_words.ASK_STICK, partial(_keep, host))


def _keep(host: Host[OpenReport], folder: Path) -> None:
    words = WaitWords(
        keeping_words.STICK_TITLE,
        keeping_words.BACKING_UP,
        export_words.COPY_KEYS,
        export_words.COPY_STOPPED,
    )
    notices: list[str] = []
    work = partial(_backed_up, host.work.workspace, folder, notices)
    wait_for(host, words, lambda job: work(), partial(_tell, host, folder, notices))


def _backed_up(workspace: Workspace, folder: Path, notices: list[str]) -> list[Kept]:
    """Raises StorageError where nothing was kept."""
    backups: list[Kept] = []
    try:
        backups.extend(back_up(workspace, folder, notices.append))
    except StorageError as error:
        if not backups:
            raise
        notices.append(str(error))
    return backups


def _tell(host: Host[OpenReport], folder: Path, notices: list[str], backups: list[Kept]) -> None:
    remember_folder(host, folder)
    where = folder_in_words(folder, host.work.workspace.folder)
    told = (
        keeping_words.BACKED_UP.format(year=kept.year, where=where, at=kept.at, seq=kept.seq)
        for kept in backups
    )
    host.say(" ".join([*told, *dict.fromkeys(notices)]))

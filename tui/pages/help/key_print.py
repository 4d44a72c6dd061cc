"""The keys on paper, for whoever asks for it on the page of help."""

from __future__ import annotations

from exports.output.outside_folders import folder_in_words
from tui.desk.page import Host
from tui.desk.shown_report import ShownReport
from tui.jobs.exporting import write_key_sheet
from tui.texts.help import help_words


def print_keys(host: Host[ShownReport]) -> None:
    """Make the sheet, say where it is. Raises StorageError."""
    workspace = host.work.workspace
    path = write_key_sheet(workspace)
    where = folder_in_words(path.parent, workspace.folder)
    host.say(help_words.KEY_SHEET_KEPT.format(file=path.name, where=where))
